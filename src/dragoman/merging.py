"""Entities of several articles that have one id, as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from dragoman.types import Entity

T = TypeVar("T")


def merge_by_id(entities: Iterable[Entity]) -> Iterator[Entity]:
    """One entity for each id, of rows that come in order of ids."""
    for _, same in groupby(entities, key=lambda entity: entity.id):
        yield merge_entities(tuple(same))


def merge_entities(entities: Sequence[Entity]) -> Entity:
    """One entity out of all that share an id; the order of the input doesn't matter.

    The name, kind, country and sector that most articles give (of equals, the fuller name, then the
    first in the alphabet); every alias, with the other names by which articles present the entity;
    every role, by article and place.

    Raises:
        ValueError: no entity, or entities with different ids.
    """
    ids = {entity.id for entity in entities}
    if len(ids) != 1:
        raise ValueError(
            f"entities with one id are expected, not {len(ids)} ids: group them by id first"
        )
    name = _name(entity.name for entity in entities)
    other_names = {entity.name for entity in entities} - {name}
    return Entity(
        id=entities[0].id,
        name=name,
        kind=_most(entity.kind for entity in entities),
        country=_most_known(entity.country for entity in entities),
        sector=_most_known(entity.sector for entity in entities),
        aliases=tuple(sorted(other_names.union(*(entity.aliases for entity in entities)))),
        roles=tuple(
            sorted(
                {role for entity in entities for role in entity.roles},
                key=lambda r: (r.article, r.span, r.role),
            )
        ),
    )


def _name(names: Iterable[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], -len(name.split()), name))


def _most(values: Iterable[T]) -> T:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


def _most_known(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return _most(known) if known else None
