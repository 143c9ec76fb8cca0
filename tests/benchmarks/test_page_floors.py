"""The page benchmark stays above its floors (benchmarks/quality/floors.json, keys 'page.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.page import score

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.skipif(
    not score.ARTICLES.exists(),
    reason="the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_page_scores_stay_above_their_floors() -> None:
    floors = {
        k: v for k, v in json.loads(FLOORS.read_text("utf-8")).items() if k.startswith("page.")
    }
    assert floors
    table = score.parts()
    found = {f"page.{part}.{name}": v for part, row in table.items() for name, v in row.items()}
    below = {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}
    assert not below
