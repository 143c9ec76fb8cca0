"""Writes src/dragoman/data/map.json: rings of the coasts and borders that maps are drawn from.

Source: Natural Earth 4.1, Admin 0 countries at 1:50 million (public domain), as the npm package
world-atlas (ISC licence) ships it. Borders are those of Natural Earth, which draws the lines of
control; nothing is changed, added or left out but detail below a hundredth of a degree. Rings that cross the
180th meridian are drawn on both sides of it.

    npm pack world-atlas@2.0.2
    python genscripts/map.py world-atlas-2.0.2.tgz [--check]
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "map.json"

MEMBER = "package/countries-50m.json"
UNITS = 100
"""Steps to a degree: about a kilometre, below what a 1:50 million map tells."""

SOURCE = "genscripts/map.py: Natural Earth 4.1, 1:50m Admin 0 countries (public domain), by world-atlas 2.0.2"
ABOUT = (
    "Each ring: longitude and latitude of its first point in hundredths of a degree, then the steps to "
    "each following one. Borders are those of Natural Earth; no position is taken on them."
)


def rings(topology: dict[str, Any]) -> Iterator[list[tuple[int, int]]]:
    """The rings of all countries in units, decoded from TopoJSON (specification 1.0, 4.1)."""
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                points = [point for number in ring for point in _arc(arcs, number)]
                yield from (_thinned(whole) for whole in _whole(points))


def _whole(points: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """A ring without jumps over the 180th meridian: one that crosses it goes on beyond, and comes a
    second time 360 degrees to the west; one around a pole is closed over it."""
    unwrapped = [points[0]]
    for lon, lat in points[1:]:
        turns = round((lon - unwrapped[-1][0]) / 360)
        unwrapped.append((lon - 360 * turns, lat))
    (first, _), (last, lat) = unwrapped[0], unwrapped[-1]
    if abs(last - first) > 180:
        pole = -90.0 if lat < 0 else 90.0
        unwrapped += [(last, pole), (first, pole)]
    yield unwrapped
    lons = [lon for lon, _ in unwrapped]
    if max(lons) > 180.01:
        yield [(lon - 360, lat) for lon, lat in unwrapped]
    if min(lons) < -180.01:
        yield [(lon + 360, lat) for lon, lat in unwrapped]


def _decoded(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * kx + tx, y * ky + ty))
    return points


def _arc(arcs: list[list[tuple[float, float]]], number: int) -> list[tuple[float, float]]:
    """An arc, backwards where its number is the complement (~i)."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _thinned(points: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """The points in units, neighbours on one place as one."""
    out: list[tuple[int, int]] = []
    for lon, lat in points:
        here = (round(lon * UNITS), round(lat * UNITS))
        if not out or out[-1] != here:
            out.append(here)
    return out


def _deltas(ring: list[tuple[int, int]]) -> list[int]:
    flat, x, y = [], 0, 0
    for here in ring:
        flat += [here[0] - x, here[1] - y]
        x, y = here
    return flat


def build(package: Path) -> str:
    """The data file's text."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None, f"{package}: has no {MEMBER}"
        topology = json.loads(member.read())
    flat = sorted(_deltas(ring) for ring in rings(topology) if len(ring) > 3)
    head = {"source": SOURCE, "about": ABOUT, "units": UNITS}
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in flat)
    return json.dumps(head, indent=1)[:-2] + f',\n "rings": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    text = build(Path(sys.argv[1]))
    if "--check" in sys.argv:
        sys.exit(OUT.read_text(encoding="utf-8") != text)
    OUT.write_text(text, encoding="utf-8")
    print(f"{OUT}: {len(text):,} characters")
