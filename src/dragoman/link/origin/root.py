"""The root of an origin: the report from which the others were made, or whom that names as its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.link.derivation.credits import in_passing, is_medium
from dragoman.types import Article, Credit, Derivation


def root(articles: Sequence[Article], derivations: Sequence[Derivation]) -> str:
    """An article's id or a name. `derivations` are those among the articles.

    First reports are those that were made from no other. Where several are left, whom most of them name
    is the root. A report of these whose outlet the others name stands for its outlet.
    """
    made = {d.to for d in derivations if d.directed}
    first = [a for a in articles if a.id not in made] or list(articles)
    agency = any(_agencies(a) for a in first)
    name, voices = _most_named(_agencies(a) if agency else _media(a) for a in first)
    named = _named_reports(articles)
    if named and max(named.values()) > voices:
        return min((a for a in articles if named[a.id] == max(named.values())), key=_earliest).id
    silent = sum(not _agencies(a) and not _media(a) for a in first)
    return name if name is not None and voices >= silent else min(first, key=_earliest).id


def _named_reports(articles: Sequence[Article]) -> Counter[str]:
    """How many others name the outlet of each article that credits no agency itself."""
    own = {a.outlet for a in articles if a.outlet and not _agencies(a)}
    naming = {
        outlet: sum(
            any(is_medium(c.agency, outlet) for c in a.credits)
            for a in articles
            if a.outlet != outlet
        )
        for outlet in own
    }
    return Counter(
        {a.id: naming[a.outlet] for a in articles if a.outlet in own and naming[a.outlet]}
    )


def _agencies(article: Article) -> list[str]:
    return sorted({c.agency for c in _others(article) if c.kind == "agency"})


def _media(article: Article) -> list[str]:
    """The media whose report it tells."""
    told = (c for c in _others(article) if c.kind == "report" and not in_passing(article, c))
    return sorted({c.agency for c in told})


def _others(article: Article) -> list[Credit]:
    """Credits that do not name the article's own outlet."""
    return [c for c in article.credits if not is_medium(c.agency, article.outlet)]


def _most_named(sources: Iterable[Sequence[str]]) -> tuple[str | None, int]:
    """Who most articles name, each with one voice, and by how many."""
    counted = Counter(name for names in sources for name in names)
    best = min(counted, key=lambda name: (-counted[name], name), default=None)
    return best, counted[best] if best is not None else 0


def _earliest(article: Article) -> tuple[str, int, str]:
    """By date; undated last; the longer first."""
    published = article.published.value if article.published else "9999"
    return (published, -len(article.text), article.id)
