"""The sides of an event's line: each party once."""

from __future__ import annotations

import pytest

from dragoman.types import Entity, EntityPassage, Span
from dragoman.web.events import parties
from dragoman.web.index import Index

BERG = Entity(
    id="ent-berg", name="Anna Berg", kind="person", country=None, sector=None, aliases=(), roles=()
)
INDEX = Index((), (BERG,))


def shown(*texts: str, entities: tuple[str, ...] = ()) -> tuple[str, ...]:
    passages = tuple(EntityPassage(text=text, span=Span(0, len(text))) for text in texts)
    return parties(INDEX, entities, [passages])


@pytest.mark.parametrize(
    ("told", "once"),
    [
        (("driver of the ferry", "ferry driver", "the driver", "Driver"), ("driver of the ferry",)),
        (("Dozens of women", "scores of women", "women"), ("Dozens of women",)),
        (("two boats", "boat"), ("two boats",)),
        (("two people", "five people", "people"), ("two people", "five people")),
        (("two people", "2 people"), ("two people",)),
        (("the crew", "it", "thousands of them"), ("the crew",)),
    ],
)
def test_parties_of_one_noun_stand_once(told: tuple[str, ...], once: tuple[str, ...]) -> None:
    assert shown(*told) == once


def test_pronouns_stand_where_nobody_is_named() -> None:
    assert shown("We") == ("We",)


def test_a_part_of_a_name_is_the_one_who_bears_it() -> None:
    told = ("Anna", "Berg", "Minister Anna Berg", "the minister")
    assert shown(*told, entities=("ent-berg",)) == ("Anna Berg", "the minister")
