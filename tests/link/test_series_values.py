"""What stated numbers leave open, and clustering."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.series.group import clusters
from dragoman.link.series.values import strict, telling, usual
from dragoman.types import MadeBy, Quantity, Span


def quantity(low: float | None, high: float | None, modifier: str = "exact") -> Quantity:
    fields: dict[str, Any] = dict.fromkeys(
        ("unit", "measure", "of", "cause", "reported_by", "as_of", "place")
    )
    return Quantity(
        id="qty-1", article="art-1", span=Span(0, 1), text="x", low=low, high=high,
        modifier=modifier, made_by=MadeBy(rule="test"), **fields,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (quantity(51, 51), quantity(50, None, "more_than"), True),
        (quantity(80, 80), quantity(50, None, "more_than"), False),
        (quantity(9500, 9500, "about"), quantity(9488, 9488), True),
        (quantity(9500, 9500, "about"), quantity(10000, 10000, "nearly"), False),
        (quantity(9922, 9922), quantity(10000, 10000, "nearly"), True),
        (quantity(40, 40), quantity(51, 51), False),
        (quantity(24, None, "vague"), quantity(51, 51), True),
        (quantity(5000, 6000, "range"), quantity(2000, None, "vague"), True),
        (quantity(None, 400, "up_to"), quantity(390, 390), True),
    ],
)
def test_what_numbers_usually_mean(one: Quantity, other: Quantity, meet: bool) -> None:
    assert usual(one).meets(usual(other)) is meet


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (quantity(80, 80), quantity(50, None, "more_than"), True),
        (quantity(45, 45), quantity(50, None, "more_than"), False),
        (quantity(8, 8), quantity(None, 100, "up_to"), True),
        (quantity(40, 40), quantity(51, 51), False),
        (quantity(9200, 9200), quantity(10000, 10000, "nearly"), True),
    ],
)
def test_what_numbers_can_be_held_to(one: Quantity, other: Quantity, meet: bool) -> None:
    assert strict(one).meets(strict(other)) is meet


VALUES = st.integers(min_value=0, max_value=10**12).map(float)
MODIFIERS = st.sampled_from(
    ["exact", "about", "nearly", "more_than", "at_least", "less_than", "up_to", "vague", "range"]
)


@given(VALUES, MODIFIERS)
def test_what_words_usually_mean_is_part_of_what_they_can_be_held_to(
    value: float, modifier: str
) -> None:
    made = quantity(value, None if modifier == "vague" else value, modifier)
    wide, narrow = strict(made), usual(made)
    assert narrow.low <= narrow.high
    assert wide.low <= narrow.low + 1e-6
    assert narrow.high <= wide.high + 1e-6 or modifier == "less_than"


@given(VALUES)
def test_how_telling_a_number_is(value: float) -> None:
    assert 0 <= telling(value) <= 1


def test_the_more_digits_the_more_telling() -> None:
    assert telling(2) < telling(40) < telling(259) < telling(145_500_000)
    assert telling(math.nan) == 0


def matrix(rows: list[list[float]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array(rows, dtype=np.float64)


def test_clusters_join_what_is_alike_on_the_average() -> None:
    table = matrix([[0, 2, 1, -9], [2, 0, -0.5, -9], [1, -0.5, 0, -9], [-9, -9, -9, 0]])
    assert clusters(table) == [[0, 1, 2], [3]]


def test_clusters_keep_apart_what_must_be() -> None:
    table = matrix([[0, 5, 5], [5, 0, -np.inf], [5, -np.inf, 0]])
    assert sorted(map(len, clusters(table))) == [1, 2]


@given(st.integers(min_value=0, max_value=12), st.integers(min_value=0, max_value=2**32 - 1))
def test_clusters_hold_every_row_once(rows: int, seed: int) -> None:
    table = np.random.default_rng(seed).normal(size=(rows, rows))
    table = (table + table.T) / 2
    assert sorted(row for group in clusters(table) for row in group) == list(range(rows))
