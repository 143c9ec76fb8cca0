"""Clues to the day an article was written, each a weight for every day that comes into question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.resources import load_json
from dragoman.types import Reason

Weights: TypeAlias = NDArray[np.float64]
ClueKind: TypeAlias = Literal[
    "weekday", "day", "date", "frame", "address", "same", "near", "derivation", "order", "figure",
    "habit", "likest",
]  # fmt: skip
TEMPERED: Final = ("date", "same", "order")
"""Clues of one kind tell in part the same: n of them weigh as the square root of n."""

WEIGHTS: Final = "dating_weights.json"

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
    """The probability of each day, of shape (length,), as the clues together give it.

    Each kind of clue counts with its own power: naive Bayes where all are 1, else the logistic
    regression of `benchmarks/quality/dating/fit.py`.
    """
    powers = load_json(WEIGHTS)["powers"]
    total = np.zeros(length)
    for kind, told in by_kind(clues, length).items():
        total += powers.get(kind, 1.0) * told
    return normal(total)


def by_kind(clues: Sequence[Clue], length: int) -> dict[ClueKind, Weights]:
    """What the clues of each kind tell of every day, in nats; those that may be mistakes come last, for
    the rarer the days that fit, the more they tell."""
    counts = Counter(clue.kind for clue in clues)
    told: dict[ClueKind, Weights] = {}
    total = np.zeros(length)
    for clue in clues:
        if clue.holds is None:
            own = _power(clue, counts) * np.log(clue.weights / clue.weights.max())
            told[clue.kind] = told.get(clue.kind, 0.0) + own
            total += own
    before = normal(total)
    for clue in clues:
        if clue.holds is not None:
            own = _power(clue, counts) * np.log(likelihood(clue, clue.holds, before))
            told[clue.kind] = told.get(clue.kind, 0.0) + own
    return told


def _power(clue: Clue, counts: Counter[ClueKind]) -> float:
    return float(counts[clue.kind] ** -0.5) if clue.kind in TEMPERED else 1.0


def normal(logs: Weights) -> Weights:
    """Chances from their logarithms, up to a constant; the sum is 1."""
    found = np.exp(logs - logs.max())
    return np.asarray(found / found.sum())


def likelihood(clue: Clue, holds: float, before: Weights) -> Weights:
    """How likely the clue is for each day: where it holds, as it fits; where it is a mistake, as any day.

    `before` are the chances without it: the rarer a day that fits, the more the clue tells.
    """
    expected = max(float((clue.weights * before).sum()), _SELDOM)
    return np.asarray(holds * clue.weights / expected + (1 - holds))
