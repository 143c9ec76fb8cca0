"""Numbers over time as a drawing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.types import SeriesPoint
from dragoman.web.chart import HEIGHT, WIDTH, chart


def point(value: float | None, as_of: str | None) -> SeriesPoint:
    return SeriesPoint(quantity="q", value=value, as_of=as_of, reported_by="officials", origin=None)


def test_later_is_further_right_and_more_is_higher() -> None:
    drawing = chart([point(200.0, "2031-03-05"), point(100.0, "2031-03-03")])
    assert drawing is not None
    first, last = drawing.dots
    assert 0 < first.x < last.x < WIDTH
    assert 0 < last.y < first.y < HEIGHT
    assert first.title == "100, 3 March 2031, according to officials"
    assert [t.label for t in drawing.y_ticks] == ["0", "200"]
    assert [t.label for t in drawing.x_ticks] == ["3 March 2031", "5 March 2031"]


@pytest.mark.parametrize(
    "points",
    [
        [],
        [point(1.0, "2031-03-03")],
        [point(1.0, None), point(None, "2031-03-03"), point(2.0, "2031-03-03")],
        [point(float("nan"), "2031-03-03"), point(1.0, "2031-03-03")],
        [point(1.0, "soon"), point(2.0, "2031-03-03")],
        [point(2.0, "2031-03-01"), point(2.0, "2031-03-03")],
    ],
)
def test_fewer_than_two_dated_or_different_values_make_no_drawing(
    points: list[SeriesPoint],
) -> None:
    assert chart(points) is None


def test_one_day_months_and_zeros_can_be_drawn() -> None:
    drawing = chart([point(0.0, "2031-03"), point(-4.0, "2031-03-01T10:00")])
    assert drawing is not None
    assert len(drawing.x_ticks) == 1
    assert all(0 <= d.x <= WIDTH and 0 <= d.y <= HEIGHT for d in drawing.dots)


def test_points_of_one_place_share_a_dot_with_their_numbers() -> None:
    day = "2031-03-03"
    drawing = chart([point(100.0, day), point(100.0, day), point(300.0, day), point(100.0, day)])
    assert drawing is not None
    assert [d.label for d in drawing.dots] == ["1 +2", "3"]
    assert drawing.dots[0].title.count("100, 3 March 2031") == 3


def test_a_contradiction_is_told_apart_by_its_shape() -> None:
    against = replace(point(200.0, "2031-03-03"), relation="contradiction")
    drawing = chart([point(100.0, "2031-03-03"), against])
    assert drawing is not None
    assert [d.differs for d in drawing.dots] == [False, True]


def test_labels_of_one_day_stand_on_both_sides() -> None:
    drawing = chart([point(v, "2031-03-03") for v in (1.0, 2.0, 3.0)])
    assert drawing is not None
    assert [d.label_left for d in drawing.dots] == [False, True, False]
