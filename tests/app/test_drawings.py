"""Drawings are numbers that hold: bars, maps, aligned texts, lineages."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.types import Aligned, Span
from dragoman.web.app.aligned import align
from dragoman.web.app.histogram import WIDTH, histogram
from dragoman.web.app.mapview import Point, world
from tests.app.room import AGENCY, COPY, _article

days = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)


def link(first: str, last: str) -> str:
    return f"{first}:{last}"


@settings(deadline=None)
@given(st.dictionaries(st.one_of(days, days.map(lambda d: d[:7]), st.just("")), st.integers(1, 99)))
def test_a_histogram_counts_everything_once(counts: dict[str, int]) -> None:
    drawn = histogram(counts.items(), link, "articles")
    if drawn is None:
        assert set(counts) <= {""}
        return
    assert drawn.total + drawn.undated == sum(counts.values())
    assert all(b.x >= 0 and b.x + b.width <= WIDTH + 0.1 and b.height >= 0 for b in drawn.bars)
    assert [b.key for b in drawn.bars] == sorted({b.key for b in drawn.bars})
    assert max(b.count for b in drawn.bars) == drawn.top


def test_the_step_of_a_histogram_grows_with_its_time() -> None:
    start = date(2020, 1, 1)
    steps = []
    for length in (0, 90, 900, 9000):
        ends = [(d.isoformat(), 1) for d in (start, start + timedelta(days=length))]
        drawn = histogram(ends, link, "articles")
        assert drawn is not None
        steps.append(drawn.step)
    assert steps == ["day", "day", "month", "year"]


points = st.builds(
    Point,
    name=st.just("x"),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    count=st.integers(1, 50),
    href=st.just("/"),
)


@settings(deadline=None)
@given(st.lists(points, min_size=1, max_size=5))
def test_every_place_lies_on_its_map(places: list[Point]) -> None:
    drawn = world(places)
    assert drawn is not None and len(drawn.spots) == len(places)
    assert 0.2 < drawn.height / drawn.width < 1.2
    for spot in drawn.spots:
        assert -1 <= spot.x <= drawn.width + 1 and -1 <= spot.y <= drawn.height + 1
    assert "Some borders are contested" in drawn.credit


def test_no_places_no_map() -> None:
    assert world(()) is None


spans = st.tuples(st.integers(0, 150), st.integers(1, 60)).map(lambda s: Span(s[0], s[0] + s[1]))


@settings(deadline=None)
@given(st.lists(st.builds(Aligned, from_span=spans, to_span=spans, similarity=st.floats(0, 1)), max_size=6))  # fmt: skip
def test_side_by_side_shows_every_letter_of_both_texts_once(passages: list[Aligned]) -> None:
    left, right = _article(AGENCY, "A", "2024-05-03"), _article(COPY, "B", "2024-05-04")
    shown = align(left, right, passages)
    for side, text in ((0, AGENCY), (1, COPY)):
        assert _letters("".join(row.texts[side] for row in shown.rows)) == _letters(text)


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())
