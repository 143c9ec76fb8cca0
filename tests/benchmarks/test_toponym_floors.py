"""The floors of the place layer, on a fixed part of the test halves of LGL and GeoWebNews."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.toponym.corpus import Text, available, load, shared
from benchmarks.quality.toponym.encoded import Encoded
from benchmarks.quality.toponym.scoring import detection, resolution
from dragoman.extract.toponym.gazetteer import gazetteer
from dragoman.resources import FOLDER

FLOORS = json.loads(
    (Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json").read_text("utf-8")
)
ENCODED = {"lgl": 40, "geowebnews": 30}
"""Articles read by the encoder here: enough to see a fall, few enough for a minute of CI."""

pytestmark = pytest.mark.skipif(
    not available(), reason=f"no places sets in {shared()}; DRAGOMAN_SHARED may name their folder"
)


def _test_half(name: str) -> list[Text]:
    return sorted(load(name, "test"), key=lambda text: text.id)


@pytest.mark.parametrize("name", ["lgl", "geowebnews"])
def test_given_names_resolve_within_161_km(name: str) -> None:
    every, with_id = resolution(_test_half(name), gazetteer()).row()
    assert every >= FLOORS[f"toponym.{name}.accuracy"]
    assert with_id >= FLOORS[f"toponym.{name}.accuracy_with_id"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["lgl", "geowebnews"])
@pytest.mark.skipif(
    not (FOLDER.parent / "models" / "encoder.onnx").is_file(), reason="no encoder in the package"
)
def test_names_are_found(name: str) -> None:
    texts = _test_half(name)[: ENCODED[name]]
    assert detection(texts, name, Encoded(), gazetteer()).f1 >= FLOORS[f"toponym.{name}.detection"]
