"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from dragoman.extract.timex.numerals import number, ordinal, year


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty - four", 24), ("two hundred and five", 205), ("1,400", 1400), ("2 1/2", 2.5),
        ("two - and - a - half", 2.5), ("2½", 2.5), ("a dozen", 12), ("two dozen", 24),
        ("five thousand", 5000), ("many", None), ("", None), ("٣", None), ("9" * 30, None),
    ],
)  # fmt: skip
def test_number(words: str, value: float | None) -> None:
    assert number(words.split()) == value


@pytest.mark.parametrize(
    ("words", "value"), [("twenty first", 21), ("11th", 11), ("second", 2), ("many", None)]
)
def test_ordinal(words: str, value: int | None) -> None:
    assert ordinal(words.split()) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1994", 1994), ("nineteen ninety - four", 1994), ("two thousand and ten", 2010),
        ("two thousand", 2000), ("'98", 1998), ("'24", 2024), ("twenty four", None),
    ],
)  # fmt: skip
def test_year(words: str, value: int | None) -> None:
    assert year(words.split()) == value
