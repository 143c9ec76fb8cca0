"""Numbers that are no quantities, and the reason that is counted for each."""

from __future__ import annotations

import pytest

from dragoman.encoder import Name
from dragoman.types import Drop, MadeBy, Span, Timex
from tests.extract.quantity.reading import analysis, flat, tree


def dropped(text: str) -> list[tuple[str, str]]:
    found = analysis(flat(text))
    assert not found.quantities, found.quantities
    return [(d.reason, text[slice(*d.span)]) for d in found.drops if d.span]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the PS4 console", "name"), ("a 5G network", "name"), ("an F-16 jet", "name"),
        ("in the 1950s", "name"), ("a two-car tram", "compound"), ("a 16-game schedule", "compound"),
        ("the two companies", "anaphor"), ("these three firms", "anaphor"),
        ("for 18 hours", "time"), ("a 40-year career", "time"), ("at 10:15 sharp", "time"),
        ("at 12.20 with", "time"), ("at twenty to three this morning", "time"),
        ("a quarter past four, she", "time"), ("shortly after seven.", "time"),
        ("by radio at seven that", "time"),
        ("aged 47 or", "age"), ("over the age of 18", "age"), ("in 2015 then", "year"),
        ("a 34-6 win", "score"), ("on a scale of 1 it", "score"), ("Flight No. 446 landed", "label"),
        ("call 782 4368 now", "code"), ("see https://t.co/x/712 now", "address"),
        ("their half brother", "half"), ("one of the", "one"), ("one fan said", "one"),
        ("the top 15 goods", "label"), ("more than one way", "label"), ("a 5.50 update", "label"),
    ],
)  # fmt: skip
def test_reasons(text: str, reason: str) -> None:
    assert {why for why, _ in dropped(text)} == {reason}


def test_a_row_of_numbers_is_a_table() -> None:
    assert {why for why, _ in dropped("Total 12 14 9 31 44 18 70 per")} == {"table"}


def test_a_time_expression_is_none() -> None:
    text = "opened on 12 sites"
    timex = Timex(
        id="tim-1", article="art-test", span=Span(10, 12), text="12", type="DATE", value=None,
        from_=None, to=None, anchor=None, made_by=MadeBy(rule="test"),
    )  # fmt: skip
    found = analysis(flat(text), timexes=(timex,))
    assert found.drops == (Drop(layer="quantity", reason="time", span=Span(10, 12)),)


def test_a_number_in_a_name_is_none() -> None:
    line = "Falcon|falcon|PROPN|2|nsubj 9|9|NUM|0|nummod flew|fly|VERB|-1|root"
    found = analysis(tree(line, names=(Name(0, 2, "OTH", 0.9),)))
    assert not found.quantities


def test_an_age_behind_a_name() -> None:
    line = "Marquez|marquez|PROPN|4|nsubj ~,|,|PUNCT|2|punct 47|47|NUM|0|appos ~,|,|PUNCT|2|punct left|leave|VERB|-1|root"
    assert [d.reason for d in analysis(tree(line)).drops] == ["age"]


def test_she_is_34() -> None:
    line = "She|she|PRON|2|nsubj is|be|AUX|2|cop 34|34|NUM|-1|root"
    assert [d.reason for d in analysis(tree(line)).drops] == ["age"]


@pytest.mark.parametrize(
    "text", ["the toll stood at seven.", "ten to twelve boats", "put it at 12."]
)
def test_counts_that_look_like_hours(text: str) -> None:
    assert analysis(flat(text)).quantities
