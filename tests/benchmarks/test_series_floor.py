"""The benchmark of quantity series stays above its floors (benchmarks/quality/floors.json, 'series.*')."""

from __future__ import annotations

import pytest

from benchmarks.quality.articles import ARTICLES
from benchmarks.quality.series.score import judge_pairs, judge_relations, table
from tests.helpers import floors_of


@pytest.mark.slow
@pytest.mark.skipif(
    not ARTICLES.exists(),
    reason="the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_series_scores_stay_above_their_floors() -> None:
    floors = floors_of("series")
    assert floors
    found = table(judge_pairs(["test"]), judge_relations(["test"]))
    below = {row: (found[row], floor) for row, floor in floors if found[row] < floor}
    assert not below
