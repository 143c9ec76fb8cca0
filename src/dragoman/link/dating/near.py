"""Other articles as clues: reports of one happening are written within days of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

import numpy as np

from dragoman.link.dating.clues import Weights

_STORY: Final = (0.40, 0.14, 0.03, 0.02, 0.015, 0.012)
"""How often two reports of one story are so many days apart, each way, measured on the cluster articles;
further away it falls with the distance."""
_AT_ONCE: Final = (0.55, 0.16, 0.03, 0.01, 0.006, 0.005)
"""The same for stories whose reports appear at once."""
AT_ONCE: Final = 0.6
"""How often two reports of one story lie at most `CLOSE` days apart (the same data)."""
CLOSE: Final = 2
_SAME: Final = (0.5, 0.13, 0.05, 0.02, 0.01, 0.008)
"""The same for copies and rewrites."""
ANYWHERE: Final = 0.1
"""The share of articles that a story holds by mistake, or that tell of it long after."""
DERIVED_ANYWHERE: Final = 0.25
"""The share of copies and rewrites that come weeks after, or are taken for such by mistake (10 of 45)."""


def kernel(table: Sequence[float], power: float, length: int) -> Weights:
    """Weights of shape (2 * length - 1,) for distances -(length - 1) to length - 1."""
    far = np.arange(length, dtype=np.float64)
    edge = len(table)
    found = table[-1] * (edge / np.maximum(far, 1)) ** power
    found[:edge] = table[:length]
    return np.concatenate([found[:0:-1], found])


@dataclass(frozen=True, slots=True)
class Kernels:
    """How likely two articles are so far apart, of shape (2 * length - 1,) each, sums 1.

    `story`: reports of one story; `at_once`: of a story whose reports appear at once; `same`: copies and
    rewrites; `affair`: stories of one affair, within weeks or months.
    """

    story: Weights
    at_once: Weights
    same: Weights
    affair: Weights

    @classmethod
    def of(cls, length: int) -> Kernels:
        """The kernels of a frame of `length` days."""
        affair = 1 / (np.abs(np.arange(-(length - 1), length)) + 10.0)
        return cls(
            _normal(kernel(_STORY, 1.3, length)),
            _normal(kernel(_AT_ONCE, 2.0, length)),
            _normal(kernel(_SAME, 1.8, length)),
            _normal(affair),
        )


def _normal(found: Weights) -> Weights:
    return np.asarray(found / found.sum())


def at_once(days: Sequence[int]) -> float:
    """How likely another report lies close to those written on `days`: the share of pairs that lie close,
    and two reports' worth of `AT_ONCE` before it."""
    counts = Counter(days)
    near = sum(
        counts[day] * (sum(counts[day + d] for d in range(-CLOSE, CLOSE + 1)) - 1) for day in counts
    )
    number = len(days)
    share = near / (number * (number - 1)) if number > 1 else AT_ONCE
    return (number * share + 2 * AT_ONCE) / (number + 2)


def spread(
    found: Mapping[int, float], by: Weights, length: int, anywhere: float = ANYWHERE
) -> Weights:
    """Chances of places in the frame, spread by a kernel, with the share `anywhere`; the sum is 1.

    What the chances lack to 1 lies anywhere, too.
    """
    anywhere = 1 - (1 - anywhere) * min(fsum(found.values()), 1.0)
    total = np.zeros(length)
    for place in sorted(found):
        total += found[place] * by[length - 1 - place : 2 * length - 1 - place]
    return np.asarray((1 - anywhere) * total / total.sum() + anywhere / length)
