"""The benchmark of quotation groups stays above its floors (benchmarks/quality/floors.json, 'utterance.*')."""

from __future__ import annotations

import pytest

from benchmarks.quality.utterance.corpus import FILES
from benchmarks.quality.utterance.score import judge_pairs, table
from tests.helpers import floors_of


@pytest.mark.slow
@pytest.mark.skipif(
    not all(path.exists() for path in FILES),
    reason="the clusters and PolNeAR are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_utterance_scores_stay_above_their_floors() -> None:
    floors = floors_of("utterance")
    assert floors
    found = table(judge_pairs(["test"]))
    below = {row: (found[row], floor) for row, floor in floors if found[row] < floor}
    assert not below
