"""One entity out of several articles' rows."""

from __future__ import annotations

from itertools import permutations

import pytest

from dragoman.merging import merge_entities
from dragoman.types import Entity, Role, Span


def _entity(name: str, article: str, country: str | None = None, id_: str = "ent-1") -> Entity:
    role = Role(role="envoy", article=article, span=Span(0, 5))
    return Entity(
        id=id_,
        name=name,
        kind="person",
        country=country,
        sector=None,
        aliases=(name, "Holm"),
        roles=(role,),
    )


ROWS = (
    _entity("Kari Holm", "a"),
    _entity("Kari Holm", "b", "NOR"),
    _entity("Kari A. Holm", "c", "NOR"),
)


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert len({merge_entities(rows) for rows in permutations(ROWS)}) == 1


def test_what_most_say() -> None:
    found = merge_entities(ROWS)
    assert (found.name, found.country) == ("Kari Holm", "NOR")
    assert found.aliases == ("Holm", "Kari A. Holm", "Kari Holm")
    assert [role.article for role in found.roles] == ["a", "b", "c"]


def test_different_ids_are_an_error() -> None:
    with pytest.raises(ValueError, match="group them by id"):
        merge_entities([*ROWS, _entity("Kari Holm", "d", id_="ent-2")])
