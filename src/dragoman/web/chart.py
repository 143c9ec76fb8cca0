"""Dots over time as numbers for an SVG: no script, no measuring in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from dragoman.types import SeriesPoint
from dragoman.web import wording

WIDTH, HEIGHT = 640, 200
"""Size of the drawing in its own units; the page scales it."""

LEFT, RIGHT, TOP, BOTTOM = 104, 24, 16, 36


@dataclass(frozen=True, slots=True)
class Dot:
    """One dated value at its place in the drawing. `title` says it in words."""

    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis at its place along it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Dots in order of time, with the labels of both axes. No line: reports of one day may differ."""

    dots: tuple[Dot, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    left: int = LEFT
    right: int = WIDTH - RIGHT
    width: int = WIDTH
    height: int = HEIGHT


def chart(points: Iterable[SeriesPoint]) -> Chart | None:
    """The drawing of the points that have a day and a value; None where fewer than two have."""
    dated = sorted(
        (
            (day, p.value, p)
            for p in points
            if p.value is not None and isfinite(p.value) and (day := _day(p.as_of))
        ),
        key=lambda item: item[:2],
    )
    if len(dated) < 2:
        return None
    days, values = [d for d, _, _ in dated], [v for _, v, _ in dated]
    top = max(*values, 0.0) or 1.0
    low = min(*values, 0.0)
    dots = tuple(Dot(_x(d, days[0], days[-1]), _y(v, low, top), _title(p)) for d, v, p in dated)
    return Chart(
        dots=dots,
        x_ticks=tuple(_x_ticks(days)),
        y_ticks=tuple(Tick(_y(v, low, top), wording.number(v)) for v in sorted({low, 0.0, top})),
    )


def _day(as_of: str | None) -> int | None:
    """The day number of an ISO date or time, of the first day where only month or year is known."""
    value = (as_of or "")[:10]
    try:
        return date.fromisoformat(value + "-01-01"[len(value) - 4 :]).toordinal()
    except ValueError:
        return None


def _x(day: int, first: int, last: int) -> float:
    share = (day - first) / (last - first) if last > first else 0.5
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(value: float, low: float, top: float) -> float:
    return round(TOP + (top - value) / (top - low) * (HEIGHT - TOP - BOTTOM), 1)


def _x_ticks(days: Sequence[int]) -> Iterable[Tick]:
    for day in dict.fromkeys((days[0], days[-1])):
        yield Tick(_x(day, days[0], days[-1]), wording.date(date.fromordinal(day).isoformat()))


def _title(point: SeriesPoint) -> str:
    value = wording.number(point.value) if point.value is not None else ""
    source = f", according to {point.reported_by}" if point.reported_by else ""
    return f"{value}, {wording.date(point.as_of or '')}{source}"
