"""Time expressions on the 63 test documents of TimeBank stay above their floors (keys 'timex.*')."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.timex.corpus import FILE, documents, found
from benchmarks.quality.timex.scoring import Expression, scored

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.skipif(
    not FILE.exists(), reason="TimeBank is not here (../shared, or DRAGOMAN_SHARED)"
)
def test_scores_stay_above_their_floors() -> None:
    floors = {
        key: floor
        for key, floor in json.loads(FLOORS.read_text("utf-8")).items()
        if key.startswith("timex.")
    }
    assert floors
    _, test = documents()
    scores = scored((gold.expressions, found(gold.article)) for gold in test)._asdict()
    below = {key: scores[key.removeprefix("timex.")] for key in floors}
    assert all(below[key] >= floor for key, floor in floors.items()), below


def test_scoring_counts_strict_relaxed_and_value() -> None:
    gold = [Expression(0, 10, "DATE", "2024"), Expression(20, 30, "DATE", "2023")]
    ours = [Expression(0, 10, "DATE", "2024"), Expression(22, 30, "DATE", "1999")]
    result = scored([(gold, ours)])
    assert (result.strict, result.relaxed, result.value) == (50.0, 100.0, 50.0)
