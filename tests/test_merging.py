"""Rows of one entity become one, whatever their order."""

from __future__ import annotations

from itertools import permutations

from dragoman.merging import merge_entities
from dragoman.types import Entity, Role, Span


def entity(name: str, *, country: str | None = None, roles: tuple[Role, ...] = ()) -> Entity:
    return Entity(
        id="ent-1",
        name=name,
        kind="person",
        country=country,
        sector=None,
        aliases=("A. Holm",),
        roles=roles,
    )


ROWS = (
    entity("Ada Holm", roles=(Role(role="minister", article="art-2", span=Span(3, 11)),)),
    entity("Ada Holm", country="NOR"),
    entity(
        "Ada Maria Holm",
        country="NOR",
        roles=(Role(role="envoy", article="art-1", span=Span(0, 5)),),
    ),
)


def test_what_most_articles_say_stands_and_nothing_is_lost() -> None:
    merged = merge_entities(ROWS)
    assert (merged.name, merged.country) == ("Ada Holm", "NOR")
    assert merged.aliases == ("A. Holm", "Ada Maria Holm")
    assert [r.role for r in merged.roles] == ["envoy", "minister"]


def test_order_is_nothing() -> None:
    assert len({merge_entities(rows) for rows in permutations(ROWS)}) == 1


def test_one_row_is_itself() -> None:
    assert merge_entities(ROWS[:1]) is ROWS[0]
