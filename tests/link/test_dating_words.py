"""Where a relative expression lies, for every day on which its article may have been written."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract import timex
from dragoman.link.dating.near import Kernels, at_once, spread
from dragoman.link.dating.own import day_of_address
from dragoman.link.dating.solve import shortest
from dragoman.link.dating.words import Expression, parse, resolve, value_of
from dragoman.text import segment
from dragoman.types import Article, Published
from tests.link.dating_reports import report

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def expression(text: str) -> Expression:
    found = [e for t in report("one", text).timexes if (e := parse(t))]
    assert len(found) == 1
    return found[0]


def resolved(text: str, day: str) -> tuple[str, str, str]:
    """Value, first and last day of the one expression in a text, written on `day`."""
    found = expression(text)
    first, last = resolve(found, np.array([date.fromisoformat(day).toordinal()]))
    days = [date.fromordinal(int(bound[0])).isoformat() for bound in (first, last)]
    return value_of(found, int(first[0]), int(last[0])), days[0], days[1]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The council met on Tuesday.", "2019-05-14", "2019-05-14"),
        ("The council met on Tuesday.", "2019-05-13", "2019-05-07"),
        ("The council will meet on Tuesday.", "2019-05-13", "2019-05-14"),
        ("The council met last Tuesday.", "2019-05-14", "2019-05-07"),
        ("The council will meet next Tuesday.", "2019-05-14", "2019-05-21"),
        ("The council met on Tuesday night.", "2019-05-16", "2019-05-14TNI"),
        ("The council met on Friday of last week.", "2019-05-14", "2019-05-10"),
        ("The council met yesterday.", "2019-05-14", "2019-05-13"),
        ("The council meets tomorrow.", "2019-05-31", "2019-06-01"),
        ("The council met three days ago.", "2019-05-02", "2019-04-29"),
        ("The council met last week.", "2019-05-14", "2019-W19"),
        ("The council met over the weekend.", "2019-05-14", "2019-W19-WE"),
        ("The council met over the weekend.", "2019-05-12", "2019-W19-WE"),
        ("The council met last month.", "2019-01-14", "2018-12"),
        ("The council met last year.", "2019-01-14", "2018"),
        ("The council met on May 10.", "2019-05-14", "2019-05-10"),
        ("The council met on December 30.", "2019-01-02", "2018-12-30"),
        ("The council will meet on January 3.", "2018-12-28", "2019-01-03"),
        ("The council met in July.", "2019-05-14", "2018-07"),
        ("The council will meet in July.", "2019-05-14", "2019-07"),
        ("The council met on 14 May 2011.", "2019-05-14", "2011-05-14"),
    ],
)
def test_values_by_the_day_of_writing(text: str, day: str, value: str) -> None:
    assert resolved(text, day)[0] == value


@pytest.mark.parametrize("text", ["Every Monday they meet.", "They met for two days.", "Recently."])
def test_what_no_day_of_writing_places_is_left_out(text: str) -> None:
    assert [e for t in report("one", text).timexes if (e := parse(t))] == []


@given(
    st.sampled_from(
        [
            "The council met on Saturday.",
            "The council will meet on Saturday.",
            "The council met yesterday.",
            "The council met on May 10.",
            "The council will meet on May 10.",
            "The council met last week.",
            "The council met last month.",
        ]
    ),
    DAYS,
)
def test_the_days_are_those_that_a_dated_article_gets(text: str, day: date) -> None:
    dated = timex.read(
        Article(id="a", source_id="a", text=text, text_sha256=""),
        segment(text),
        published=Published(value=day.isoformat(), precision="day", basis="metadata"),
    )
    assert resolved(text, day.isoformat())[1:] == (dated[0].from_, dated[0].to)


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=40), st.floats(0.1, 0.99))
def test_the_shortest_run_holds_its_share(chances: list[float], share: float) -> None:
    weights = np.array(chances) / sum(chances)
    first, last = shortest(weights, share)
    assert weights[first : last + 1].sum() >= share - 1e-9
    assert 0 <= first <= last < len(chances)
    width = last - first
    for start in range(len(chances) - width + 1):
        assert width == 0 or weights[start : start + width].sum() < share


@given(st.dictionaries(st.integers(0, 99), st.floats(0.01, 0.2), min_size=1, max_size=5))
def test_spread_chances_are_chances(found: dict[int, float]) -> None:
    weights = spread(found, Kernels.of(100).story, 100)
    assert weights.min() > 0
    assert weights.sum() == pytest.approx(1)


def test_reports_that_lie_close_make_another_likely_to() -> None:
    assert at_once([5]) == pytest.approx(0.6)
    assert at_once([5, 5, 6, 7]) > at_once([5, 5]) > 0.6 > at_once([5, 90]) > at_once([5, 90, 300])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2019/05/16/dockers", "2019-05-16"),
        ("https://example.org/a-20190516.html", "2019-05-16"),
        ("https://example.org/2019-05/16/a", "2019-05-16"),
        ("https://example.org/2019/02/30/a", None),
        ("https://example.org/article-52044233", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: str | None) -> None:
    found = day_of_address(url)
    assert (date.fromordinal(found).isoformat() if found else None) == day
