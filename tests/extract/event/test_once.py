"""What one word tells is told once."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED
from tests.extract.event.test_status import found

LINES = (
    "Norland's army encircled the town in retaliation for the May 3 raids into its territory that officials "
    "say killed 40 people.",
    "The envoy led a mediation effort and peace talks between the two states.",
    "Veldmark's troops shelled the port in reprisal for the attack on the convoy, the ministry said.",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    if not (SHIPPED / "encoder.onnx").exists():
        pytest.skip("the trained model is not in the tree (python -m training makes it)")
    return Encoder.load()


@pytest.mark.parametrize("line", LINES)
def test_no_word_tells_an_event_of_one_type_twice(line: str, encoder: Encoder) -> None:
    told = Counter((e.trigger.span, e.type) for e in found(line, encoder))
    assert told
    assert set(told.values()) == {1}


def test_a_noun_does_not_stand_for_what_it_answers(encoder: Encoder) -> None:
    (raids,) = (e for e in found(LINES[0], encoder) if e.trigger.text == "raids")
    assert not raids.actor
