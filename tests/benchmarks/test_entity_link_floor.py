"""The benchmark of identities stays above its floors (benchmarks/quality/floors.json, 'entity_link.*')."""

from __future__ import annotations

import pytest

from benchmarks.quality.articles import ARTICLES
from benchmarks.quality.entity_link.score import judge, table
from tests.helpers import floors_of


@pytest.mark.slow
@pytest.mark.skipif(
    not ARTICLES.exists(),
    reason="the clusters are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_entity_link_scores_stay_above_their_floors() -> None:
    floors = floors_of("entity_link")
    assert floors
    found = table(*judge())
    below = {row: (found[row], floor) for row, floor in floors if found[row] < floor}
    assert not below
