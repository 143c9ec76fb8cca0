"""Stories: which articles tell one happening, and which stories belong to one longer affair.

`Nearby` compares the articles that share a key; `Stories` groups what it finds near.
"""

from __future__ import annotations

from typing import Final

from dragoman.link.story.cluster import likelihood
from dragoman.link.story.keys import keys_of
from dragoman.link.story.nearness import near
from dragoman.link.story.prepare import Prepared, prepare
from dragoman.link.story.stories import Stories
from dragoman.linking import Edge, nearness
from dragoman.types import (
    Analysis,
    ArticleFact,
    Entity,
    EntityMention,
    EventMention,
    Linked,
    Nearness,
    Quantity,
    Timex,
    Trace,
)

__all__ = ["Nearby", "Stories"]

KEPT: Final = 1500
"""Prepared articles kept in memory, some 40 KiB each."""

LEAST: Final = 0.05
"""Likelihood below which a pair is not kept: it counts as not near."""


class Nearby:
    """Says of two articles how near what they tell is."""

    name = "nearness"
    needs: tuple[type[ArticleFact], ...] = (
        Trace, Timex, Entity, EntityMention, EventMention, Quantity,
    )  # fmt: skip
    after: tuple[str, ...] = ()
    gives: type[Edge] = Nearness
    same = "copies"
    most = 64
    least = 1

    def __init__(self) -> None:
        self._prepared: dict[str, Prepared] = {}

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return keys_of(analysis)

    def compare(self, one: Analysis, other: Analysis) -> Linked:
        found = near(self._ready(one), self._ready(other))
        happening, affair = likelihood(found.happening), likelihood(found.affair)
        if max(happening, affair) < LEAST:
            return Linked()
        fact = nearness(
            one.article.id,
            other.article.id,
            round(happening, 4),
            round(affair, 4),
            round(found.order, 3),
        )
        return Linked(facts=(fact,))

    def _ready(self, analysis: Analysis) -> Prepared:
        """The article prepared; the last ones are kept, as an article is compared several times."""
        key = analysis.article.id
        ready = self._prepared.pop(key, None)
        if ready is None or ready.article != analysis.article:
            ready = prepare(analysis)
        self._prepared[key] = ready
        if len(self._prepared) > KEPT:
            del self._prepared[next(iter(self._prepared))]
        return ready
