"""Holidays by their rules."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.timex.holidays import date_of, easter, nth_weekday, orthodox_easter
from tests.extract.timex.reading import values


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)]
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(("year", "month", "day"), [(2019, 4, 28), (2023, 4, 16), (2024, 5, 5)])
def test_orthodox_easter(year: int, month: int, day: int) -> None:
    assert orthodox_easter(year) == date(year, month, day)


def test_weekdays_of_a_month() -> None:
    assert nth_weekday(2023, 11, 4, 4) == date(2023, 11, 23)
    assert nth_weekday(2023, 5, 1, -1) == date(2023, 5, 29)
    assert nth_weekday(2023, 12, 7, -1) == date(2023, 12, 31)


def test_a_feast_that_can_not_be_computed_has_no_date() -> None:
    assert date_of("none", 2023) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Easter Monday 2024.", "2024-04-01"),
        ("They met on Thanksgiving last year.", "2022-11-24"),
        ("They met last Christmas.", "2022-12-25"),
        ("They will meet at Christmas.", "2023-12-25"),
        ("They met during Eid al-Fitr.", "XXXX-XX-XX"),
    ],
)
def test_in_a_sentence(text: str, value: str) -> None:
    assert [v for _, v in values(text)] == [value]
