"""Places on a map: points over the coasts and borders that Natural Earth draws.

Borders are contested; the record takes no position on them, and every map says whose they are. The
projection is equirectangular about the middle of what is shown (WGS 84 degrees).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.resources import load_json
from dragoman.types import Toponym

WIDTH: Final = 720
TALLEST, FLATTEST = 1.0, 0.42
"""Bounds of the drawing's height to its width."""

AROUND = 0.12
"""Room kept around the points, as a share of their extent."""

LEAST = 3.0
"""Degrees shown at least: one place needs its surroundings."""

LABELS = 14
FINE: Final = 2
"""Parts of a unit of the drawing to which coasts are drawn."""

Points: TypeAlias = NDArray[np.float64]
"""Longitudes and latitudes, shape (points, 2)."""

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north."""

CREDIT: Final = (
    "Coasts and borders are those of Natural Earth (1:50m). Some borders are contested; "
    "the record takes no position on them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place to be shown: how often it is mentioned, and where it leads."""

    name: str
    lat: float
    lon: float
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the drawing."""

    x: float
    y: float
    r: float
    name: str
    label: bool
    title: str
    href: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The drawing: land with its borders as one path, in `parts` of a unit, and places on top."""

    width: int
    height: int
    land: str
    parts: int
    spots: tuple[Spot, ...]
    credit: str = CREDIT


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is shown, in degrees, and units of the drawing to a degree."""

    west: float
    north: float
    east: float
    south: float
    shrink: float

    @property
    def scale(self) -> float:
        return WIDTH / ((self.east - self.west) * self.shrink)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        x = (lon - self.west) * self.shrink * self.scale
        return x, (self.north - lat) * self.scale

    def shows(self, box: Box) -> bool:
        west, south, east, north = box
        return west < self.east and east > self.west and south < self.north and north > self.south


def points_of(toponyms: Iterable[Toponym], href: Callable[[Toponym], str]) -> tuple[Point, ...]:
    """The places that are resolved, each once, most mentioned first."""
    groups: dict[int, list[Toponym]] = {}
    for fact in toponyms:
        if fact.geonames_id is not None and fact.lat is not None and fact.lon is not None:
            groups.setdefault(fact.geonames_id, []).append(fact)
    points = [_point(group, href) for group in groups.values()]
    return tuple(sorted(points, key=lambda p: (-p.count, p.name)))


def _point(group: Sequence[Toponym], href: Callable[[Toponym], str]) -> Point:
    first = group[0]
    assert first.lat is not None and first.lon is not None
    return Point(name=first.text, lat=first.lat, lon=first.lon, count=len(group), href=href(first))


def world(points: Sequence[Point]) -> Map | None:
    """The drawing of the places; None where there are none."""
    if not points:
        return None
    frame = _frame(points)
    return Map(
        width=WIDTH,
        height=frame.height,
        land="".join(_ring(frame, ring) for box, ring in shapes() if frame.shows(box)),
        parts=FINE,
        spots=tuple(_spots(frame, points)),
    )


def _frame(points: Sequence[Point]) -> _Frame:
    lons, lats = [p.lon for p in points], [p.lat for p in points]
    middle = (min(lats) + max(lats)) / 2
    shrink = max(0.3, cos(radians(middle)))
    wide = max((max(lons) - min(lons)) * (1 + 2 * AROUND), LEAST / shrink)
    high = max((max(lats) - min(lats)) * (1 + 2 * AROUND), LEAST * 0.6)
    high = min(max(high, FLATTEST * wide * shrink), 180.0)
    wide = min(max(wide, high / (TALLEST * shrink)), 360.0)
    centre = (min(lons) + max(lons)) / 2
    return _Frame(
        west=centre - wide / 2,
        east=centre + wide / 2,
        north=min(90.0, middle + high / 2),
        south=max(-90.0, middle - high / 2),
        shrink=shrink,
    )


def _ring(frame: _Frame, ring: Points) -> str:
    """A ring as a path in `FINE` parts of a unit, steps that the eye can't tell left out; what lies
    outside the frame is drawn along its edge."""
    scale, height = frame.scale, frame.height
    x = (ring[:, 0] - frame.west) * frame.shrink * scale
    y = (frame.north - ring[:, 1]) * scale
    placed = np.stack([x.clip(-60, WIDTH + 60), y.clip(-60, height + 60)], axis=1)
    steps = np.rint(placed * FINE).astype(int)
    kept = steps[np.append(True, (np.diff(steps, axis=0) != 0).any(axis=1))]
    if len(kept) < 3:
        return ""
    return f"M{'L'.join(f'{px} {py}' for px, py in kept.tolist())}Z"


def _spots(frame: _Frame, points: Sequence[Point]) -> Iterable[Spot]:
    """The places, the least mentioned first, so that small ones lie on top of none."""
    taken: list[tuple[float, float, float]] = []
    named = {p for p in points[:LABELS] if _is_free(frame, p, taken)}
    for point in reversed(points):
        x, y = frame.at(point.lon, point.lat)
        times = f", {point.count} mentions" if point.count > 1 else ""
        yield Spot(
            x=round(x, 1),
            y=round(y, 1),
            r=round(min(4 + point.count**0.5, 12), 1),
            name=point.name,
            label=point in named,
            title=f"{point.name}{times}",
            href=point.href,
            anchor="end" if x > WIDTH * 0.8 else "start",
        )


def _is_free(frame: _Frame, point: Point, taken: list[tuple[float, float, float]]) -> bool:
    """Whether a label has room; then its room is taken."""
    x, y = frame.at(point.lon, point.lat)
    length = 9.0 * len(point.name) + 12
    start = x - length if x > WIDTH * 0.8 else x
    for low, high, line in taken:
        if abs(line - y) < 16 and start < high and start + length > low:
            return False
    taken.append((start, start + length, y))
    return True


@cache
def shapes() -> tuple[tuple[Box, Points], ...]:
    """Rings of coasts and borders with their boxes, in degrees."""
    data = load_json("map.json")
    return tuple(_shape(deltas, data["units"]) for deltas in data["rings"])


def _shape(deltas: list[int], units: float) -> tuple[Box, Points]:
    points = np.cumsum(np.reshape(np.array(deltas), (-1, 2)), axis=0) / units
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return (float(west), float(south), float(east), float(north)), points
