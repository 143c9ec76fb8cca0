"""Number words and digits to values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.quantity.amounts import amounts
from dragoman.extract.quantity.atoms import atoms
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.numbers import read_digits, value_at
from tests.timing import grows_linearly

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """A number below a billion in English words."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if size == 100 or 0 < rest < 100 else " "
            return f"{spelled(number // size)} {name}" + (joint + spelled(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def value(text: str) -> tuple[float, float | None] | None:
    """(low, high) of the number that the text is, all of it."""
    found = atoms(text)
    read = value_at(found, 0)
    assert read is None or read.end == len(found), (text, read)
    return None if read is None else (read.low, read.high)


@given(st.integers(0, 10**9 - 1))
def test_every_cardinal_is_read_back(number: int) -> None:
    assert value(spelled(number)) == (number, number)


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert value(f"{number:,}") == (number, number)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("1.4 million", 1.4e6), ("20bn", 20e9), ("143million", 143e6), ("2 1/2", 2.5),
        ("2½", 2.5), ("½", 0.5), ("1/3", 1 / 3), ("29 and a half", 29.5),
        ("two-and-a-half", 2.5), ("two and a half million", 2.5e6), ("half a million", 5e5),
        ("half a dozen", 6), ("a half million", 5e5), ("half-million", 5e5), ("a quarter million", 2.5e5), ("a quarter of a million", 2.5e5), ("two dozen", 24), ("a dozen", 12),
        ("a hundred", 100), ("a hundred and five", 105), ("a million", 1e6),
        ("five hundred thousand", 5e5), ("10 000", 1e4), ("10\xa0000", 1e4), ("1,00,000", 1e5),
        ("500 crore", 5e9), ("two-thirds", 2 / 3), ("one third", 1 / 3), ("three quarters", 0.75),
        ("one in five", 0.2), ("nine out of 10", 0.9), ("a billion", 1e9), ("3 hundred thousand", 3e5),
    ],
)  # fmt: skip
def test_exact_values(text: str, low: float) -> None:
    found = value(text)
    assert found == pytest.approx((low, low))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, None), ("hundreds", 200, None), ("thousands", 2000, None),
        ("tens of thousands", 2e4, None), ("hundreds of thousands", 2e5, None),
        ("hundreds of millions", 2e8, None), ("several", 3, None), ("several hundred", 300, None),
        ("a few dozen", 36, None), ("many thousands", 2000, None), ("a couple", 2, 2),
        ("a couple of hundred", 200, 200), ("couple hundred", 200, 200),
    ],
)  # fmt: skip
def test_vague_values(text: str, low: float, high: float | None) -> None:
    found = value(text)
    assert found is not None
    assert found[1] == high
    if text != "many thousands":
        assert found[0] == low


@pytest.mark.parametrize(
    "text", ["11.1.1", "0207", "1,2", "1,4000", "012", "1" * 30, "", "1.2.3", "00"]
)
def test_codes_are_no_numbers(text: str) -> None:
    assert read_digits(text) is None


@pytest.mark.parametrize("text", ["few", "many people", "third", "the", "scores points", "tens"])
def test_words_that_are_no_numbers(text: str) -> None:
    assert value_at(atoms(text), 0) is None


@given(st.lists(st.sampled_from([*sorted(lexicon().signs), "a", "of", "and", "the", "-", "in", "out", "10", "1,400", "2.5", "/", "½", "few"])))  # fmt: skip
def test_any_row_of_number_words_is_read(words: list[str]) -> None:
    found = atoms(" ".join(words))
    for amount in amounts(found):
        assert 0 <= amount.start <= amount.first < amount.last <= amount.end <= len(found)
        assert amount.low is not None or amount.high is not None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = atoms(text)
    ends = [0]
    for amount in amounts(found):
        assert amount.start >= ends[-1]
        ends.append(amount.end)


@pytest.mark.parametrize(
    "piece", ["one hundred and ", "1,400 to ", "a ", "hundreds of ", "$", "between 1 and ", "1-", "at least ", "½"]
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    assert grows_linearly(lambda count: lambda: amounts(atoms(piece * count)), 250, 2000)
