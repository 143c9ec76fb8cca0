"""What looks like a time and is none."""

from __future__ import annotations

import pytest

from tests.extract.timex.reading import timexes, values


@pytest.mark.parametrize(
    "text",
    [
        "She may go.",
        "They hope that may change.",
        "They march on the base.",
        "Theresa May spoke to the crowd.",
        "The March on the base went on.",
        "The Sun reported it.",
        "It was the second such arrest.",
        "He is 52 years old.",
        "A 40-year-old man was held.",
        "She is in her 70s.",
        "Some 1,400 people were killed.",
        "They sent 2000 troops.",
        "It cost $1998.",
        "He stayed in room 2001.",
        "It won 1-0.",
        "He read 3:16 aloud.",
        "Prices fall.",
        "They spring from bed.",
        "Iraq imports three-quarters of its food.",
        "The Good Friday Agreement holds.",
        "They watched the Winter Olympics.",
        "He told USA Today so.",
        "The quarter-final was close.",
        "He scored a touchdown in the second quarter.",
        "The day will come.",
        "It is called Covid-2019.",
        "He flew on flight 1990.",
        "The car is midnight blue.",
        "A Long March 4C rocket flew.",
        "They play it on PlayStation Now.",
        "At Mar-a-Lago they met.",
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert values(text) == []


def test_all_capitals_are_read() -> None:
    found = timexes("IT SAID ON MONDAY IT WOULD ACT IN MARCH 2024 OR ON 5 MAY")
    assert [t.text for t in found] == ["MONDAY", "MARCH 2024", "5 MAY"]
