"""Whom articles name as where their report comes from, against where other articles appeared."""

from __future__ import annotations

import re
from typing import Final

from dragoman.types import Article

_LETTERS: Final = re.compile(r"[^\W_]+")
_DOMAIN: Final = re.compile(r"^(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}$")
_SKIPPED: Final = frozenset({"the", "com", "www", "co", "uk", "news", "agency", "press", "online"})


def agencies(article: Article) -> frozenset[str]:
    """The agencies and media that the article names as its source, without those that print it itself."""
    named = {c.agency for c in article.credits if c.kind != "syndicated"}
    return frozenset(n for n in named if not is_medium(n, article.outlet))


def cites(article: Article, other: Article) -> bool:
    """Whether `article` names the outlet of `other` as where a report comes from."""
    if is_medium(article.outlet or "", other.outlet):
        return False
    return any(is_medium(name, other.outlet) for name in agencies(article))


def is_medium(name: str, outlet: str | None) -> bool:
    """Whether a credited name is that of an outlet: 'Harbour Post' and 'harbourpost.example',
    'Northern Union Times' and 'nutimes.example'."""
    if not outlet or not name:
        return False
    words = _words(name)
    stem = "".join(_words(_host(outlet)))
    whole = "".join(words)
    if not whole or not stem:
        return False
    return stem == whole or stem == "".join(w[0] for w in words[:-1]) + words[-1]


def _words(name: str) -> list[str]:
    found = [w.casefold() for w in _LETTERS.findall(name)]
    return [w for w in found if w not in _SKIPPED] or found


def _host(outlet: str) -> str:
    """The telling part of a domain ('news.post.example' → 'news post'); other names as they are."""
    match = _DOMAIN.match(outlet.casefold())
    return match.group(1).replace(".", " ") if match else outlet
