"""Clues to the day an article was written, each a weight for every day that comes into question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.types import Reason

Weights: TypeAlias = NDArray[np.float64]
ClueKind: TypeAlias = Literal[
    "weekday", "day", "date", "frame", "address", "same", "near", "derivation", "order", "figure"
]
TEMPERED: Final = ("date", "same", "order")
"""Clues of one kind tell in part the same: n of them weigh as the square root of n."""

_SELDOM: Final = 0.02
"""No clue makes a day likelier than fifty times by itself."""


@dataclass(frozen=True, slots=True)
class Clue:
    """`weights` is how well each day of the frame fits, up to a factor; `reasons` say it in words.

    `holds` is the chance that the clue is what it seems, where it may be a mistake altogether: then
    `weights` are 0 to 1, and 0 for a day that does not fit. None: `weights` allow for mistakes (none is 0).
    """

    kind: ClueKind
    weights: Weights
    reasons: tuple[Reason, ...]
    holds: float | None = None


def combined(clues: Sequence[Clue], length: int) -> Weights:
    """The probability of each day, of shape (length,), as the clues together give it."""
    counts = Counter(clue.kind for clue in clues)
    total = np.zeros(length)
    for clue in clues:
        if clue.holds is None:
            total += _power(clue, counts) * np.log(clue.weights / clue.weights.max())
    before = _normal(total)
    for clue in clues:
        if clue.holds is not None:
            total += _power(clue, counts) * np.log(likelihood(clue, clue.holds, before))
    return _normal(total)


def _power(clue: Clue, counts: Counter[ClueKind]) -> float:
    return float(counts[clue.kind] ** -0.5) if clue.kind in TEMPERED else 1.0


def _normal(logs: Weights) -> Weights:
    found = np.exp(logs - logs.max())
    return np.asarray(found / found.sum())


def likelihood(clue: Clue, holds: float, before: Weights) -> Weights:
    """How likely the clue is for each day: where it holds, as it fits; where it is a mistake, as any day.

    `before` are the chances without it: the rarer a day that fits, the more the clue tells.
    """
    expected = max(float((clue.weights * before).sum()), _SELDOM)
    return np.asarray(holds * clue.weights / expected + (1 - holds))
