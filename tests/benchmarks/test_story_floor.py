"""The story benchmark stays above its floors (benchmarks/quality/floors.json, keys 'story.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.story.corpus import SOURCES, collection
from benchmarks.quality.story.score import table

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["clusters", "ecb"])
def test_story_scores_of_the_test_half_stay_above_their_floors(name: str) -> None:
    if not SOURCES[name].exists():
        pytest.skip(f"the collection {name} is not here (../shared, or DRAGOMAN_SHARED)")
    start = f"story.test.{name}."
    floors = {
        key: value
        for key, value in json.loads(FLOORS.read_text("utf-8")).items()
        if key.startswith(start)
    }
    assert floors
    found = {f"story.{key}": value for key, value in table(name, collection(name, "test")).items()}
    assert not {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}
