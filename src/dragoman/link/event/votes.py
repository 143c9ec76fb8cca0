"""What most origins say: one vote an origin, however often it tells a thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

V = TypeVar("V", bound=Hashable)


def most_told(told: Iterable[tuple[str, V]]) -> V | None:
    """Of pairs of origin and value the value of most origins, each voting for what it says most; of equals the
    first as text. None where nothing is told."""
    by_origin: dict[str, list[V]] = defaultdict(list)
    for origin, value in told:
        by_origin[origin].append(value)
    votes = (_most(values) for values in by_origin.values())
    return _most(vote for vote in votes if vote is not None)


def _most(values: Iterable[V]) -> V | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)
