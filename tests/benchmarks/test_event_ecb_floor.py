"""Event triggers on ECB+'s gold actions stay above their floors (keys 'event_ecb.quick.*')."""

from __future__ import annotations

import pytest

from benchmarks.quality.event import ecb
from benchmarks.quality.event_link.corpus import ECB
from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED
from tests.helpers import floors_of


@pytest.mark.slow
@pytest.mark.skipif(
    not ECB.exists() or not (SHIPPED / "encoder.onnx").exists(),
    reason="ECB+ (../shared, or DRAGOMAN_SHARED) or the model is not here",
)
def test_event_triggers_on_gold_actions_stay_above_their_floors() -> None:
    floors = dict(floors_of("event_ecb.quick"))
    assert floors
    found = ecb.quick(Encoder.load())
    assert not {row: (found[row], floor) for row, floor in floors.items() if found[row] < floor}


def _action(lemma: str, *, known: bool, found: bool, chain: str = "1") -> ecb.Action:
    return ecb.Action(chain, "verb", lemma, known, found)


def test_recall_is_over_the_heads_that_the_lexicon_knows() -> None:
    some = [
        _action("arrest", known=True, found=True),
        _action("arrest", known=True, found=False),
        _action("win", known=False, found=False, chain="2"),
    ]
    scores = ecb.scores(some)
    assert (scores["known_found"], scores["chains_found"], scores["actions"]) == (0.5, 1.0, 3)
    assert ecb.lacking(some) == [("verb", "win", 1, 1)]
