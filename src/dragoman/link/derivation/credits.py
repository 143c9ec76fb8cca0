"""Whom articles name as where their report comes from, against where other articles appeared."""

from __future__ import annotations

import re
from typing import Final

from dragoman.types import Article, Credit

LEAD: Final = 450
"""Characters from the beginning of the story in which it is said whose report it tells: two or three sentences.
A medium that is named further down has reported a detail. Set by reading the credits of the cluster articles."""

OFTEN: Final = 3
"""Times that a medium is named in the text from which the report is its own, wherever it stands."""

_ON_THE_SPOT: Final = re.compile(
    r"(?:['’]s?\s|\s(?:reporter|correspondent)\s)[^.\n;:]{1,60}?,? report(?:ing|ed|s) from\s"
)
"""Behind the medium's name: its reporter, and that the reporter is at the place."""

_LETTERS: Final = re.compile(r"[^\W_]+")
_DOMAIN: Final = re.compile(r"^(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}$")
_SECOND_LEVEL: Final = frozenset({"co", "com", "ac", "org", "net", "gov", "edu"})
_LONG_PART: Final = 6
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


def tells(article: Article, other: Article) -> bool:
    """Whether the report of `article`, not a detail of it, is credited to the outlet of `other`."""
    return any(
        is_medium(c.agency, other.outlet) and not in_passing(article, c) for c in article.credits
    )


def in_passing(article: Article, credit: Credit) -> bool:
    """Whether a medium is named as the source of a detail: once or twice, behind the lead.

    A reporter of the medium who tells it from the place is the source of the report.
    """
    if credit.kind != "report" or credit.span is None:
        return False
    if _ON_THE_SPOT.match(article.text, credit.span.end):
        return False
    start = article.title_span.end if article.title_span is not None else 0
    return credit.span.start - start >= LEAD and article.text.count(credit.agency) < OFTEN


def is_medium(name: str, outlet: str | None) -> bool:
    """Whether a credited name is that of an outlet: 'Harbour Post' and 'harbourpost.example' or
    'news.harbourpost.example', 'Northern Union Times' and 'nutimes.example'."""
    if not outlet or not name:
        return False
    words = _words(name)
    short = "".join(w[0] for w in words[:-1]) + words[-1] if words else ""
    names = {"".join(words), "".join(_LETTERS.findall(name.casefold())), short} - {""}
    return not names.isdisjoint(_stems(outlet))


def _stems(outlet: str) -> frozenset[str]:
    """An outlet's name in one word; of a domain also its last part and its long parts."""
    match = _DOMAIN.match(outlet.casefold())
    if match is None:
        return frozenset({"".join(_words(outlet))}) - {""}
    parts = [p for p in match.group(1).split(".") if p not in _SECOND_LEVEL] or [match.group(1)]
    telling = [" ".join(parts), *parts[-1:], *(p for p in parts if len(p) >= _LONG_PART)]
    return frozenset("".join(_words(part)) for part in telling) - {""}


def _words(name: str) -> list[str]:
    found = [w.casefold() for w in _LETTERS.findall(name)]
    return [w for w in found if w not in _SKIPPED] or found
