"""Dots over time as numbers for an SVG: no script, no measuring in the browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from dragoman.types import SeriesPoint
from dragoman.web import wording

WIDTH, HEIGHT = 640, 240
"""Size of the drawing in its own units; the page scales it."""

LEFT, RIGHT, TOP, BOTTOM = 104, 28, 22, 40

ROOM = 44
"""Units that a label needs beside its dot."""


@dataclass(frozen=True, slots=True)
class Dot:
    """Points of one day and value at their place in the drawing.

    `label` holds their numbers in the table ('1', '2–4'), `title` says them in words. `differs` where
    one of them contradicts another of its day: drawn as a square, so that colour is not all. Labels of
    one day stand on both sides in turn (`label_left`).
    """

    x: float
    y: float
    label: str
    title: str
    differs: bool = False
    label_left: bool = False


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


@dataclass(frozen=True, slots=True)
class _Dated:
    """A point with its number in the series, its day and its value."""

    number: int
    day: int
    value: float
    point: SeriesPoint


def chart(points: Iterable[SeriesPoint]) -> Chart | None:
    """The drawing of the points that have a day and a value; None where fewer than two have, or
    where all have one value: the table says that better."""
    dated = [
        _Dated(number, day, p.value, p)
        for number, p in enumerate(points, 1)
        if p.value is not None
        and isfinite(p.value)
        and (day := wording.day_number(p.as_of))
        and _is_drawn(p)
    ]
    if len(dated) < 2 or len({d.value for d in dated}) < 2:
        return None
    days, values = sorted(d.day for d in dated), [d.value for d in dated]
    top = max(*values, 0.0) or 1.0
    low = min(*values, 0.0)
    return Chart(
        dots=tuple(_dots(dated, days, low, top)),
        x_ticks=tuple(_x_ticks(days)),
        y_ticks=tuple(Tick(_y(v, low, top), wording.number(v)) for v in sorted({low, 0.0, top})),
    )


def _is_drawn(point: SeriesPoint) -> bool:
    """Whether the words name a number of what the series counts: 'dozens' has no place in a drawing."""
    return point.modifier != "vague" and point.relation != "other_measure"


def _dots(dated: Iterable[_Dated], days: Sequence[int], low: float, top: float) -> Iterable[Dot]:
    places: dict[tuple[int, float], list[_Dated]] = defaultdict(list)
    for one in dated:
        places[one.day, one.value].append(one)
    before: tuple[int, bool] | None = None
    for (day, value), same in sorted(places.items()):
        x = _x(day, days[0], days[-1])
        left = before is not None and before[0] == day and not before[1]
        before = (day, left)
        yield Dot(
            x=x,
            y=_y(value, low, top),
            label_left=left,
            label=_numbers([one.number for one in same]),
            title="; ".join(_title(one.point) for one in same),
            differs=any(one.point.relation == "contradiction" for one in same),
        )


def _numbers(numbers: Sequence[int]) -> str:
    """'3', '3–5' or '3 +2': the numbers of the points at one place."""
    if len(numbers) == 1:
        return str(numbers[0])
    whole = numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]}–{numbers[-1]}" if whole else f"{numbers[0]} +{len(numbers) - 1}"


def _x(day: int, first: int, last: int) -> float:
    share = (day - first) / (last - first) if last > first else 0.5
    return round(LEFT + ROOM + share * (WIDTH - LEFT - RIGHT - 2 * ROOM), 1)


def _y(value: float, low: float, top: float) -> float:
    return round(TOP + (top - value) / (top - low) * (HEIGHT - TOP - BOTTOM), 1)


def _x_ticks(days: Sequence[int]) -> Iterable[Tick]:
    for day in dict.fromkeys((days[0], days[-1])):
        yield Tick(_x(day, days[0], days[-1]), wording.date(date.fromordinal(day).isoformat()))


def _title(point: SeriesPoint) -> str:
    value = wording.number(point.value) if point.value is not None else ""
    source = f", according to {point.reported_by}" if point.reported_by else ""
    return f"{value}, {wording.date(point.as_of or '')}{source}"
