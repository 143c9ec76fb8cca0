"""Derivations: which articles were made from which.

`SameWords` finds copies word for word, in any number. `Derivations` compares the articles that share
a key: copies in part, rewrites, reports from one agency text, and quotations in common.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.ids import make_id
from dragoman.link.derivation.align import compare
from dragoman.link.derivation.decide import Decision, decide
from dragoman.link.derivation.keys import keys_of
from dragoman.link.derivation.passages import aligned, quoted
from dragoman.link.derivation.same import SameWords
from dragoman.link.derivation.words import Prepared, prepare
from dragoman.linking import Edge
from dragoman.types import Aligned, Analysis, ArticleFact, Derivation, Linked, Trace

__all__ = ["Derivations", "SameWords"]

KEPT = 600
"""Prepared articles kept in memory."""


class Derivations:
    """Compares two articles sentence by sentence."""

    name = "derivation"
    needs: tuple[type[ArticleFact], ...] = (Trace,)
    after: tuple[str, ...] = ()
    gives: type[Edge] = Derivation
    same = SameWords.name
    most = 64
    least = 2

    def __init__(self) -> None:
        self._prepared: dict[tuple[str, str], Prepared] = {}

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return keys_of(prepare(analysis))

    def compare(self, one: Analysis, other: Analysis) -> Linked:
        first, second = self._ready(one), self._ready(other)
        if not first.told or not second.told:
            return Linked()
        found = compare(first, second)
        decision = decide(first, second, found)
        if decision is None:
            return Linked()
        show = quoted if decision.kind == "shared_quotation" else aligned
        return Linked(facts=(_derivation(first, second, decision, show(first, second, found)),))

    def _ready(self, analysis: Analysis) -> Prepared:
        """The article prepared; the last ones are kept, as an article is compared several times."""
        key = (analysis.article.id, analysis.traces[0].id if analysis.traces else "")
        ready = self._prepared.pop(key, None) or prepare(analysis)
        self._prepared[key] = ready
        if len(self._prepared) > KEPT:
            del self._prepared[next(iter(self._prepared))]
        return ready


def _derivation(
    one: Prepared, other: Prepared, decision: Decision, passages: tuple[Aligned, ...]
) -> Derivation:
    ids = [one.article.id, other.article.id]
    if decision.first == 1:
        ids.reverse()
        passages = tuple(
            replace(p, from_span=p.to_span, to_span=p.from_span)
            for p in sorted(passages, key=lambda p: (p.to_span, p.from_span))
        )
    return Derivation(
        id=make_id("derivation", *sorted(ids)),
        from_=ids[0],
        to=ids[1],
        kind=decision.kind,
        directed=decision.first is not None,
        score=round(decision.score, 3),
        passages=passages,
        basis="; ".join(decision.reasons),
    )
