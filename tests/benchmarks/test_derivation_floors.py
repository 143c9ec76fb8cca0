"""The derivation benchmark stays above its floors (benchmarks/quality/floors.json, 'derivation.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.articles import ARTICLES
from benchmarks.quality.derivation.score import judge_all, table

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.slow
@pytest.mark.skipif(
    not ARTICLES.exists(),
    reason="the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_derivation_scores_stay_above_their_floors() -> None:
    floors = {
        key: value
        for key, value in json.loads(FLOORS.read_text("utf-8")).items()
        if key.startswith("derivation.")
    }
    assert floors
    found = {f"derivation.{name}": value for name, value in table(judge_all()).items()}
    below = {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}
    assert not below
