"""Fixed words in plain words."""

from __future__ import annotations

from typing import get_args

import pytest

from dragoman.coverage import State
from dragoman.link.discrepancy import ORDER
from dragoman.types import (
    DateBasis,
    DerivationKind,
    EntityKind,
    PloverType,
    PointRelation,
    Status,
    When,
)
from dragoman.web import wording
from dragoman.web.readside import LAYERS


@pytest.mark.parametrize(
    ("words", "fixed"),
    [
        (wording.EVENT_TYPES, get_args(PloverType)),
        (wording.STATUSES, get_args(Status)),
        (wording.BASES, get_args(DateBasis)),
        (wording.DERIVATIONS, get_args(DerivationKind)),
        (wording.RELATIONS, get_args(PointRelation)),
        (wording.DISCREPANCIES, ORDER),
        (wording.CELLS, get_args(State)),
        (wording.ENTITY_KINDS, get_args(EntityKind)),
        (wording.LAYER_WORDS, LAYERS),
    ],
)
def test_every_fixed_word_has_plain_words(words: dict[str, object], fixed: tuple[str, ...]) -> None:
    assert set(words) == set(fixed)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T09", "4 March 2031, 09:00"),
        ("2031-03-04T09:30:15Z", "4 March 2031, 09:30 UTC"),
        ("2031-03-04T09:30+02:00", "4 March 2031, 09:30 UTC+02:00"),
        ("2031-13-04", "2031-13-04"),
        ("PT3H", "PT3H"),
    ],
)
def test_dates(value: str, expected: str) -> None:
    assert wording.date(value) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-03-04", "2031-03-04", "4 March 2031"),
        ("2031-03-04", "2031-03-08", "4 to 8 March 2031"),
        ("2031-03-04", "2031-04-08", "4 March to 8 April 2031"),
        ("2030-03-04", "2031-03-04", "4 March 2030 to 4 March 2031"),
        ("2031-03", "2031-03-04", "March 2031 to 4 March 2031"),
        ("2031-03-04", None, "from 4 March 2031"),
        (None, "2031-03-04", "until 4 March 2031"),
        (None, None, None),
    ],
)
def test_ranges(first: str | None, last: str | None, expected: str | None) -> None:
    assert wording.date_range(first, last) == expected


def test_the_date_of_an_event_says_what_is_known_of_it() -> None:
    assert wording.when(When(value="XXXX-WXX-1")) == "on a Monday, date unknown"
    assert wording.when(None) is None


@pytest.mark.parametrize(
    ("low", "high", "modifier", "expected"),
    [
        (1400.0, 1400.0, "about", "about 1,400"),
        (1400.0, 1400.0, "exact", "1,400"),
        (10.0, None, "more_than", "more than 10"),
        (None, 10.0, "up_to", "up to 10"),
        (20.0, 30.0, "exact", "20 to 30"),
        (2.5, 2.5, "exact", "2.5"),
        (None, None, "many", None),
        (float("inf"), None, "exact", "inf"),
    ],
)
def test_figures(
    low: float | None, high: float | None, modifier: str, expected: str | None
) -> None:
    assert wording.figure(low, high, modifier) == expected
