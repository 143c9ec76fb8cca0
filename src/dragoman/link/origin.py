"""Origins: articles that derivations connect go back to one report.

Only statements in common ('shared_quotation') do not join. The root is the article from which the others
were made, or the agency or medium that it names as its own source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.ids import make_id
from dragoman.linking import Edge
from dragoman.types import Analysis, Article, Derivation, Linked, Origin

JOINING = frozenset({"copy", "rewrite", "shared_source"})


class Origins:
    """Gives every article its one origin."""

    name = "origin"
    after: tuple[str, ...] = ("copies", "derivation")
    edges: tuple[type[Edge], ...] = (Derivation,)
    whole = Origin

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (analysis.article.id,)

    def connects(self, edge: Edge) -> bool:
        return isinstance(edge, Derivation) and edge.kind in JOINING

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        derivations = [edge for edge in edges if isinstance(edge, Derivation)]
        ids = tuple(a.id for a in articles)
        origin = Origin(
            id=make_id("origin", ids[0]), root=_root(articles, derivations), articles=ids
        )
        return Linked(facts=(origin,), membership=tuple((id_, origin.id) for id_ in ids))


def _root(articles: Sequence[Article], derivations: Sequence[Derivation]) -> str:
    """The first report; whom it names as its source, where that is no outlet of these articles.

    First reports are those that were made from no other. Where several are left, what most of them
    name is the root.
    """
    made = {d.to for d in derivations if d.directed}
    first = [a for a in articles if a.id not in made] or list(articles)
    own = [a for a in first if _prints_own(a, articles)]
    named = _most_named(_sources(a) for a in first)
    if named is not None and not own:
        return named
    return min(own or first, key=_earliest).id


def _prints_own(article: Article, articles: Sequence[Article]) -> bool:
    """Whether others of these articles name its outlet, and it names nobody."""
    outlet = (article.outlet or "").casefold()
    named = {name.casefold() for a in articles for name in _sources(a)}
    return bool(outlet) and outlet in named and not _sources(article)


def _sources(article: Article) -> list[str]:
    """The agencies that it credits; where there is none, the media whose report it tells."""
    outlet = (article.outlet or "").casefold()
    for kind in ("agency", "report"):
        found = {c.agency for c in article.credits if c.kind == kind}
        if found := {name for name in found if name.casefold() != outlet}:
            return sorted(found)
    return []


def _most_named(sources: Iterable[Sequence[str]]) -> str | None:
    """Who most articles name, each with one voice; None where most name nobody."""
    every = [tuple(s) for s in sources]
    counted = Counter(name for names in every for name in names)
    silent = sum(not names for names in every)
    best = min(counted, key=lambda name: (-counted[name], name), default=None)
    return best if best is not None and counted[best] >= silent else None


def _earliest(article: Article) -> tuple[str, int, str]:
    """By date; undated last; the longer first."""
    published = article.published.value if article.published else "9999"
    return (published, -len(article.text), article.id)
