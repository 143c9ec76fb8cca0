"""The event linking benchmark stays above its floors (benchmarks/quality/floors.json, 'event_link.*')."""

from __future__ import annotations

import pytest

from benchmarks.quality.articles import ARTICLES
from benchmarks.quality.event_link.__main__ import quick
from benchmarks.quality.event_link.corpus import ECB
from tests.helpers import floors_of


@pytest.mark.slow
@pytest.mark.skipif(
    not (ECB.exists() and ARTICLES.exists()),
    reason="ECB+ and the cluster articles are not here (../shared, or DRAGOMAN_SHARED)",
)
def test_event_linking_scores_stay_above_their_floors() -> None:
    floors = dict(floors_of("event_link"))
    assert floors
    found = quick()
    assert not {row: (found[row], floor) for row, floor in floors.items() if found[row] < floor}
