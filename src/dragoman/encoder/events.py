"""Scores to event words: probabilities of the words that may tell an event, to a thousandth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder.results import EventWord

Floats = NDArray[np.float32]
LEAST: Final = 0.05  # probability of any event from which on a word is kept
_STEPS: Final = 1000
# One object a value, so that a kept probability costs a pointer.
_VALUES: Final = tuple([step / _STEPS for step in range(_STEPS + 1)])


def event_words(types: Floats, statuses: Floats, sizes: Sequence[int]) -> list[list[EventWord]]:
    """The event words of every row: scores [b,w,17] (none first) and [b,w,6], `sizes` words a row."""
    shares = _softmax(types)
    inside = np.arange(types.shape[1]) < np.asarray(sizes)[:, None]
    found: list[list[EventWord]] = [[] for _ in sizes]
    places = np.nonzero((1 - shares[..., 0] >= LEAST) & inside)
    kinds, states = _whole(shares[places][:, 1:]), _whole(_softmax(statuses[places]))
    for row, word, kind, state in zip(
        *(each.tolist() for each in (*places, kinds, states)), strict=True
    ):
        found[row].append(EventWord(word, _values(kind), _values(state)))
    return found


def shifted(events: Sequence[EventWord], by: int) -> list[EventWord]:
    """The same words in a sentence that begins `by` words earlier."""
    return [replace(event, token=event.token + by) for event in events]


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares


def _whole(shares: Floats) -> NDArray[np.int64]:
    return np.rint(shares * _STEPS).astype(np.int64)


def _values(steps: Sequence[int]) -> tuple[float, ...]:
    return tuple([_VALUES[step] for step in steps])
