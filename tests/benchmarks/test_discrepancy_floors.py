"""The discrepancy benchmark stays above its floors (benchmarks/quality/floors.json, 'discrepancy.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.articles import ARTICLES
from benchmarks.quality.discrepancy.score import QUICK, SEEDS, score, table

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.slow
@pytest.mark.skipif(
    not (ARTICLES.exists() and SEEDS.exists()),
    reason="the seeds and the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_listed_differences_stay_real() -> None:
    floors = {
        key: value
        for key, value in json.loads(FLOORS.read_text("utf-8")).items()
        if key.startswith("discrepancy.")
    }
    assert floors
    found = {f"discrepancy.{name}": value for name, value in table(score(QUICK)).items()}
    below = {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}
    assert not below
