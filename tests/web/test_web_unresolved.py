"""Time expressions that are bound to no day, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.unresolved import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("XXXX-WXX-7", "on a Sunday, date unknown"),
        ("XXXX-WXX-5TAF", "on a Friday in the afternoon, date unknown"),
        ("XXXX-WXX-7T12:00", "on a Sunday at 12:00, date unknown"),
        ("XXXX-WXX-WE", "at a weekend, date unknown"),
        ("XXXX-WXX", "in a week, date unknown"),
        ("2023-W44-2", "on the Tuesday of week 44, 2023"),
        ("XXXX-10-07", "on 7 October, year unknown"),
        ("XXXX-10", "in October, year unknown"),
        ("XXXX-XX", "in a month, date unknown"),
        ("XXXX-XX-XX", "on a day, date unknown"),
        ("XXXX-XX-XXTNI", "on a day at night, date unknown"),
        ("XXXX", "in a year, date unknown"),
        ("XXXX-SU", "in summer, year unknown"),
        ("XXXX-Q3", "in quarter 3, year unknown"),
        ("XXXX-QX", "in a quarter, year unknown"),
        ("PRESENT_REF", "at the time of writing"),
        ("PAST_REF", "in the past, date unknown"),
        ("P10Y", "10 years"),
        ("P1D", "1 day"),
        ("PXD", "some days"),
        ("PXDE", "some decades"),
        ("PT2H", "2 hours"),
        ("P2DT3H", "2 days and 3 hours"),
        ("XXXX-13-45", "date unknown"),
        ("anything", "date unknown"),
        (None, "date unknown"),
    ],
)
def test_what_is_known_is_said(value: str | None, words: str) -> None:
    assert in_words(value) == words


@given(st.text(alphabet="XP0123456789-TWDYMEQHS:", max_size=14))
def test_no_value_is_shown_as_it_stands(value: str) -> None:
    assert "XX" not in in_words(value)
    assert in_words(value)
