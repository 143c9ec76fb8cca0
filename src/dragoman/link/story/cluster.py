"""Groups of reports from the nearness of pairs: which tell one happening, and which one affair.

Happenings are joined by average linkage (Sokal and Michener 1958) over log-odds, with one rule more:
two groups are joined only where reports of the two are nearly as likely one happening as the reports
of the looser of the two groups are among themselves. So two matches of one champion stay apart, as
each has reports that are much nearer, and a loose story that many outlets tell in their own way
stays whole.

All functions number the reports from 0 and give the same groups for any order of the same pairs. The
thresholds were set on the development half of `benchmarks/quality/story`, on reports of which each stands for its origin.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

FAR: Final = -6.0
"""The least log-odds that count."""

UNKNOWN: Final = -1.5
"""The log-odds of two reports that were not compared or are not near. It is not `FAR`: one in twelve pairs
of one happening shares no key."""

NEAR: Final = 4.0
"""The most that counts: near copies do not outweigh other reports."""

LEAST: Final = -1.4
"""Mean log-odds between two groups below which they are never joined."""

LEAST_ALONE: Final = -1.0
"""The same for two reports that are in no group yet."""

AS_LIKELY: Final = 0.6
"""How likely one happening two groups must be, against the looser of both."""

ALONE_AS_LIKELY: Final = 0.3
"""The same for a report that is in no group yet."""


class Pair(NamedTuple):
    """Two reports, `one` < `other`, and how near they are."""

    one: int
    other: int
    near: float


def log_odds(likely: float) -> float:
    """The log-odds of a likelihood, within `FAR` and `NEAR`."""
    safe = min(max(likely, 1e-6), 1 - 1e-6)
    return min(max(math.log(safe / (1 - safe)), FAR), NEAR)


def parts(count: int, pairs: Iterable[Pair], most: int) -> list[list[int]]:
    """Reports that pairs connect, in parts of no more than `most`: parted where they are least near."""
    root, size = list(range(count)), [1] * count
    for pair in sorted(pairs, key=lambda p: (-p.near, p.one, p.other)):
        one, other = sorted((_find(root, pair.one), _find(root, pair.other)))
        if one != other and size[one] + size[other] <= most:
            root[other] = one
            size[one] += size[other]
    return grouped([_find(root, i) for i in range(count)])


def _find(root: list[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at


def grouped(labels: Sequence[int]) -> list[list[int]]:
    """The numbers that have one label, in order, by their first."""
    groups: dict[int, list[int]] = {}
    for number, label in enumerate(labels):
        groups.setdefault(label, []).append(number)
    return list(groups.values())


def happenings(near: Matrix) -> list[list[int]]:
    """Groups of reports on one happening. `near`: log-odds of all pairs, `UNKNOWN` where nothing is known."""
    groups = _Groups(near)
    while (pair := groups.nearest()) is not None:
        if groups.belong(*pair):
            groups.join(*pair)
        else:
            groups.part(*pair)
    return grouped(groups.label)


class _Groups:
    """Groups under way: sums of log-odds between groups and within them."""

    def __init__(self, near: Matrix) -> None:
        count = len(near)
        self.label = list(range(count))
        self._between = near.copy()
        np.fill_diagonal(self._between, 0.0)
        self._within = np.zeros(count)
        self._size = np.ones(count)
        self._mean = self._between.copy()
        np.fill_diagonal(self._mean, -np.inf)
        self._alive = np.ones(count, dtype=bool)

    def nearest(self) -> tuple[int, int] | None:
        """The nearest two groups that were not parted; None where all are far."""
        if not len(self._mean):
            return None
        one, other = divmod(int(self._mean.argmax()), len(self._mean))
        return (one, other) if self._mean[one, other] >= LEAST else None

    def belong(self, one: int, other: int) -> bool:
        """Whether two groups are as near to each other as the looser is in itself."""
        inner = [
            self._within[g] / (self._size[g] * (self._size[g] - 1) / 2)
            for g in (one, other)
            if self._size[g] > 1
        ]
        if not inner:
            return bool(self._mean[one, other] >= LEAST_ALONE)
        share = AS_LIKELY if len(inner) == 2 else ALONE_AS_LIKELY
        return likelihood(self._mean[one, other]) >= share * likelihood(min(inner))

    def part(self, one: int, other: int) -> None:
        """Keeps two groups apart until one of them grows."""
        self._mean[one, other] = self._mean[other, one] = -np.inf

    def join(self, one: int, other: int) -> None:
        """Makes one group of two; it keeps the lower number."""
        self._within[one] += self._within[other] + self._between[one, other]
        self._size[one] += self._size[other]
        self._between[one] += self._between[other]
        self._between[:, one] = self._between[one]
        self._between[one, one] = 0.0
        self._alive[other] = False
        self._mean[one] = self._between[one] / (self._size[one] * self._size)
        self._mean[one, ~self._alive] = self._mean[one, one] = -np.inf
        self._mean[:, one] = self._mean[one]
        self._mean[other] = self._mean[:, other] = -np.inf
        self.label = [one if label == other else label for label in self.label]


def likelihood(odds: float) -> float:
    """The likelihood of log-odds."""
    return 1 / (1 + math.exp(-odds))
