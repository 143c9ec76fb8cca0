"""Hedges, ranges, currencies and units."""

from __future__ import annotations

import pytest

from dragoman.extract.quantity.amounts import amounts, scores
from dragoman.extract.quantity.atoms import atoms


def read(text: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    found = atoms(text)
    return [
        (text[slice(*a.span(found))], a.low, a.high, a.modifier, a.unit.name if a.unit else None)
        for a in amounts(found)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "modifier"),
    [
        ("around 1,400", 1400, 1400, "about"), ("some 240", 240, 240, "about"),
        ("approximately 50", 50, 50, "about"), ("an estimated 3,000", 3000, 3000, "about"),
        ("nearly 10,000", 10000, 10000, "nearly"), ("just under 1.2 million", 1.2e6, 1.2e6, "nearly"),
        ("at least seven", 7, None, "at_least"), ("no fewer than 12", 12, None, "at_least"),
        ("at least another 20", 20, None, "at_least"), ("as few as 3", 3, None, "at_least"),
        ("more than 50", 50, None, "more_than"), ("over 80", 80, None, "more_than"),
        ("well over a hundred", 100, None, "more_than"), ("just over 50", 50, None, "more_than"),
        ("fewer than 400,000", None, 400000, "less_than"), ("below 300", None, 300, "less_than"),
        ("up to 44million", None, 44e6, "up_to"), ("as many as 30", None, 30, "up_to"),
        ("no more than 12", None, 12, "up_to"), ("100+", 100, None, "at_least"),
        ("2.5 trillion or more", 2.5e12, None, "at_least"), ("30 or so", 30, 30, "about"),
        ("10 to 15", 10, 15, "range"), ("10-15", 10, 15, "range"), ("10–15", 10, 15, "range"),
        ("between 10 and 30", 10, 30, "range"), ("four or five", 4, 5, "range"),
        ("2-3 million", 2e6, 3e6, "range"), ("1.5 million to 2 million", 1.5e6, 2e6, "range"),
        ("tens to hundreds", 20, None, "vague"), ("dozens", 24, None, "vague"),
        ("more than half", 0.5, None, "more_than"), ("a couple", 2, 2, "about"),
    ],
)  # fmt: skip
def test_bounds(text: str, low: float | None, high: float | None, modifier: str) -> None:
    ((words, *found),) = read(text)
    assert (words, found[:3]) == (text, [low, high, modifier])


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("$20 billion", 20e9, "USD"), ("€3bn", 3e9, "EUR"), ("£1.3million", 1.3e6, "GBP"),
        ("US$20m", 20e6, "USD"), ("A$5", 5, "AUD"), ("Rs 500 crore", 5e9, "INR"),
        ("20 million USD", 20e6, "USD"), ("EUR 20", 20, "EUR"), ("£103k", 103000, "GBP"),
        ("135 euros", 135, "EUR"), ("30,000 Egyptian pounds", 30000, "EGP"),
        ("billions of dollars", 2e9, "USD"), ("billions in euros", 2e9, "EUR"),
        ("20 cents", 0.2, "USD"), ("50p", 0.5, "GBP"), ("30,000 pounds", 30000, "GBP"),
        ("two million Swiss francs", 2e6, "CHF"), ("24 percent", 24, "percent"),
        ("3%", 3, "percent"), ("90 per cent", 90, "percent"), ("a third", 1 / 3, "fraction"),
        ("425kg", 425, "kg"), ("8.5-tonne", 8.5, "t"), ("40m", 40, "m"), ("12 mph", 12, "mph"),
        ("800-square metre", 800, "m²"), ("five square miles", 5, "mi²"), ("130-foot", 130, "ft"),
        ("2 million-barrel", 2e6, "barrel"), ("60,000km", 60000, "km"), ("35C", 35, "°C"),
        ("20 degrees Celsius", 20, "°C"), ("hundreds of kilometres", 200, "km"), ("20km/h", 20, "km/h"), ("7 miles per second", 7, "mi/s"), ("2m tonnes", 2e6, "t"), ("5.8pc", 5.8, "percent"),
    ],
)  # fmt: skip
def test_units(text: str, low: float, unit: str) -> None:
    tail = " of them" if unit == "fraction" else ""
    ((words, found, _, _, named),) = read(text + tail)
    assert (words, named) == (text, unit)
    assert found == pytest.approx(low)


def test_pounds_are_money_unless_things_are_weighed() -> None:
    assert read("it was fined 30,000 pounds")[0][4] == "GBP"
    assert read("lifting 140,000 pounds of cargo")[0][4] == "lb"
    assert read("lifting 140,000 pounds (63,500kg)")[0][4] == "lb"


def test_units_of_both_ends_of_a_range() -> None:
    assert read("32 degrees F to 95 degrees F") == [
        ("32 degrees F to 95 degrees F", 32, 95, "range", "°F")
    ]
    assert read("$2 billion to $3 billion")[0][1:3] == (2e9, 3e9)
    assert read("15-20 per cent")[0][1:] == (15, 20, "range", "percent")


def test_a_change_is_no_range() -> None:
    assert [row[1] for row in read("rose from 10 to 15")] == [10, 15]
    assert read("ranging from 10 to 15")[0][1:3] == (10, 15)
    assert [row[1] for row in read("fell 3.4% to $12.60")] == [3.4, 12.6]


@pytest.mark.parametrize("text", ["a 5G network", "a Long March 4C"])
def test_letters_of_models_are_no_units(text: str) -> None:
    assert all(row[4] is None for row in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 34-6 win", True), ("now 12-3.", True), ("(4-11)", True), ("won 3–1", True),
        ("a 10-15 defeat", True), ("10-15 people", False), ("12 people", False),
    ],
)  # fmt: skip
def test_scores(text: str, expected: bool) -> None:
    found = atoms(text)
    assert all(scores(found, a) is expected for a in amounts(found))


def test_m_is_a_million_of_what_is_counted() -> None:
    assert read("11m diesel cars") == [("11m", 11e6, 11e6, "exact", None)]
    assert read("a 40m dry well") == [("40m", 40, 40, "exact", "m")]
    assert read("it is 40m in length") == [("40m", 40, 40, "exact", "m")]


@pytest.mark.parametrize(
    ("text", "low"), [("$140 m", 140e6), ("£2.5 bn", 2.5e9), ("$3m", 3e6), ("a $5 k prize", 5e3)]
)
def test_letters_of_scale_behind_money(text: str, low: float) -> None:
    assert read(text)[0][1] == low


def test_metres_stay_metres() -> None:
    assert read("140 m away")[0][1] == 140


def test_both_ends_of_a_change_have_its_unit() -> None:
    assert [(row[1], row[4]) for row in read("from 0 to 60 miles per hour")] == [
        (0, "mph"),
        (60, "mph"),
    ]
