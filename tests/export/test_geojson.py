"""The maps are checked against RFC 7946 by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.export.objects import BERGEN, OSLO, STORY, events


def checked(path: Path) -> list[dict[str, Any]]:
    """The features of a file that keeps to RFC 7946."""
    text = path.read_text("utf-8")
    collection = json.loads(text, parse_constant=_no_constant)
    assert list(collection) == ["type", "features"]
    assert collection["type"] == "FeatureCollection"
    for one in collection["features"]:
        assert one["type"] == "Feature" and isinstance(one["properties"], dict)
        assert isinstance(one["id"], str | int)
        lon, lat = one["geometry"]["coordinates"]
        assert one["geometry"] == {"type": "Point", "coordinates": [lon, lat]}
        assert -180 <= lon <= 180 and -90 <= lat <= 90
        assert not {"crs", "coordinates", "geometries", "geometry", "features"} & set(
            one["properties"]
        )
    assert len(text.splitlines()) == len(collection["features"]) + 2
    return list(collection["features"])


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@pytest.fixture
def folder(exported_as: Callable[[str], Path]) -> Path:
    return exported_as("geojson")


def test_events_with_a_place_are_points(folder: Path) -> None:
    strike, _ = events()
    (one,) = checked(folder / "events.geojson")
    told = one["properties"]
    assert one["id"] == strike.id
    assert one["geometry"]["coordinates"] == [BERGEN[3], BERGEN[2]]
    assert (told["type"], told["mode"], told["status"]) == ("PROTEST", "strike", "happened")
    assert (told["from"], told["to"]) == ("2031-03-03", "2031-03-04")
    assert (told["actors"], told["recipients"]) == (["Dockers"], ["Harbour; Council"])
    assert (told["articles"], told["outlets"], told["origins"]) == (5, 1, 3)
    assert (told["place"], told["geonames_id"], told["country"]) == ("Bergen", BERGEN[1], "NOR")


def test_evidence_reads_again_to_its_text(folder: Path) -> None:
    texts = {one.article.id: one.article.text for one in STORY}
    for one in checked(folder / "events.geojson"):
        evidence = one["properties"]["evidence"]
        start, end = evidence["span"]
        assert texts[evidence["article"]][start:end] == evidence["text"]


def test_what_has_no_point_is_counted(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["counts"] == {"events": 1, "places": 2}
    assert manifest["left_out"] == [{"file": "events", "reason": "no_place", "count": 1}]


def test_places_count_mentions_articles_and_origins(folder: Path) -> None:
    places = {one["id"]: one for one in checked(folder / "places.geojson")}
    assert list(places) == sorted([BERGEN[1], OSLO[1]])
    counts = ("mentions", "articles", "origins", "metonyms")
    assert [places[OSLO[1]]["properties"][c] for c in counts] == [3, 3, 1, 0]
    assert [places[BERGEN[1]]["properties"][c] for c in counts] == [2, 2, 2, 0]
    assert places[BERGEN[1]]["properties"]["words"] == ["Bergen"]
