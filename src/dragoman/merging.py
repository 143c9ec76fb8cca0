"""One entity out of the rows that several articles have of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from dragoman.types import Entity

T = TypeVar("T")


def merge_entities(same: Sequence[Entity]) -> Entity:
    """The entity that rows with one id describe: what most of them say, all aliases, all roles.

    Ties go to the longer name, then to the smaller one in code points, so that order is nothing.
    """
    if len(same) == 1:
        return same[0]
    name = _most_said((e.name for e in same), same[0].name)
    aliases = {alias for e in same for alias in (e.name, *e.aliases)} - {name}
    roles = set(chain.from_iterable(e.roles for e in same))
    return Entity(
        id=same[0].id,
        name=name,
        kind=_most_said((e.kind for e in same), same[0].kind),
        country=_most_said((e.country for e in same if e.country), None),
        sector=_most_said((e.sector for e in same if e.sector), None),
        aliases=tuple(sorted(aliases)),
        roles=tuple(sorted(roles, key=lambda r: (r.article, r.span, r.role))),
    )


def _most_said(values: Iterable[T], default: T) -> T:
    counted = Counter(values)
    return min(counted, key=lambda v: (-counted[v], -len(str(v)), str(v)), default=default)
