"""Origins: articles that derivations connect go back to one report.

Only statements in common ('shared_quotation') do not join. The root is the article from which the others
were made, or the agency or medium that it names as its own source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.ids import make_id
from dragoman.link.origin.families import JOINING, joined
from dragoman.link.origin.root import root
from dragoman.linking import Edge
from dragoman.types import Analysis, Article, Derivation, Linked, Origin

__all__ = ["JOINING", "Origins"]


class Origins:
    """Gives every article its one origin."""

    name = "origin"
    after: tuple[str, ...] = ("copies", "derivation")
    edges: tuple[type[Edge], ...] = (Derivation,)
    whole = Origin
    most: int | None = None
    faint = 1.0

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (analysis.article.id,)

    def connects(self, edge: Edge) -> bool:
        return isinstance(edge, Derivation) and edge.kind in JOINING

    def strength(self, edge: Edge) -> float:
        return 1.0

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        derivations = [edge for edge in edges if isinstance(edge, Derivation)]
        found = [_origin(group, derivations) for group in joined(articles, derivations)]
        membership = tuple((id_, origin.id) for origin in found for id_ in origin.articles)
        return Linked(facts=tuple(found), membership=membership)


def _origin(articles: Sequence[Article], derivations: Sequence[Derivation]) -> Origin:
    ids = tuple(a.id for a in articles)
    own = [d for d in derivations if d.from_ in ids and d.to in ids]
    return Origin(id=make_id("origin", ids[0]), root=root(articles, own), articles=ids)
