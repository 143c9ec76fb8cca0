"""Quantities on the 30 test articles stay above their floors (keys 'quantity.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.quantity.score import ARTICLES, found, load, pairs, scored
from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"
PREFIX = "quantity."


@pytest.mark.slow
@pytest.mark.skipif(
    not ARTICLES.exists(),
    reason="the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
@pytest.mark.skipif(
    not (SHIPPED / "encoder.onnx").exists(), reason="the trained model is not in the tree"
)
def test_quantity_scores_stay_above_their_floors() -> None:
    floors = {
        k: v for k, v in json.loads(FLOORS.read_text("utf-8")).items() if k.startswith(PREFIX)
    }
    assert floors
    encoder = Encoder.load()
    marked = [m for m in load() if m.part == "test"]
    row = scored([p for m in marked for p in pairs(m, found(m, encoder).quantities)])._asdict()
    below = {
        k: (row[k.removeprefix(PREFIX)], v)
        for k, v in floors.items()
        if row[k.removeprefix(PREFIX)] < v
    }
    assert not below
