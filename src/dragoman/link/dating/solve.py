"""Finds the days of the undated articles: the surest first, which then help with the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dragoman.link.dating.case import Case, Known
from dragoman.link.dating.clues import Clue, Weights, combined
from dragoman.link.dating.evidence import Neighbours, clues_from, neighbours
from dragoman.link.dating.frame import written
from dragoman.link.dating.own import own_clues

WITHIN: Final = 0.92
ABOVE: Final = 0.98
"""The share of the chances that the interval holds; and of the chances above the level of any odd day of the
frame. The shorter interval counts. Both set so that it holds over nine in ten true days of the cluster
articles with one date or half of the dates hidden."""
_STEPS: Final = (1, 2, 4, 7, 14, 45, 120)
"""Days: articles for which most of the chance lies in so few are taken as known, step by step."""
_CORE: Final = 0.6
_KEPT: Final = 0.01
"""Days with less of a chance are no help in dating other articles."""
_DAYS: Final = 7
_EXACT: Final = 9
"""Digits of a chance: finer differences are those of machines."""


@dataclass(frozen=True, slots=True)
class Found:
    """The chance of each day of the frame, the shortest interval that holds most, and the clues."""

    chances: Weights
    first: int
    last: int
    clues: tuple[Clue, ...]

    @property
    def width(self) -> int:
        return self.last - self.first + 1

    @property
    def core(self) -> int:
        """Days of the shortest interval that holds most of the chance."""
        first, last = shortest(self.chances, _CORE)
        return last - first + 1

    @property
    def likeliest(self) -> int:
        """The place of the likeliest day of the interval."""
        return self.first + int(self.chances[self.first : self.last + 1].argmax())


def solve(case: Case) -> Mapping[int, Found]:
    """What is found for each article without a date, by its number."""
    known: dict[int, dict[int, float]] = dict(_dated(case))
    open_ = [n for n, m in enumerate(case.members) if written(m.analysis.article) is None]
    own = {n: tuple(own_clues(case.members[n].analysis, case.days)) for n in open_}
    found: dict[int, Found] = {}
    for step in (*_STEPS, len(case.days)):
        near = neighbours(case, known)
        now = {n: _find(case, n, own[n], known, near) for n in open_ if n not in found}
        settled = {n: f for n, f in now.items() if f.core <= step}
        found |= settled
        known |= {n: _kept(f) for n, f in settled.items()}
    return found


def _dated(case: Case) -> Mapping[int, dict[int, float]]:
    """The dated articles, those from before the frame apart."""
    first, length = int(case.days[0]), len(case.days)
    found = {}
    for number, told in enumerate(case.members):
        if bounds := written(told.analysis.article):
            places = range(max(bounds[0] - first, 0), min(bounds[1] - first + 1, length))
            if places:
                found[number] = dict.fromkeys(places, 1 / len(places))
    return found


def clues_of_all(case: Case, open_: Sequence[int]) -> Mapping[int, Sequence[Clue]]:
    """All clues to each of these articles, as the dated ones give them (for fitting their powers)."""
    known = _dated(case)
    near = neighbours(case, known)
    return {
        n: (*own_clues(case.members[n].analysis, case.days), *clues_from(case, n, known, near))
        for n in open_
    }


def _find(case: Case, number: int, own: Sequence[Clue], known: Known, near: Neighbours) -> Found:
    clues = (*own, *clues_from(case, number, known, near))
    chances = np.round(combined(clues, len(case.days)), _EXACT)
    first, last = interval(chances)
    return Found(chances, first, last, clues)


def _kept(found: Found) -> dict[int, float]:
    """The days with a fair chance; what is missing to 1 is the chance of any other day."""
    places = np.flatnonzero(found.chances >= _KEPT).tolist() or [found.likeliest]
    return {place: float(found.chances[place]) for place in places}


def interval(chances: Weights) -> tuple[int, int]:
    """First and last place of the interval; the whole frame where no day stands out."""
    above = np.maximum(chances - _level(chances), 0.0)
    runs = [shortest(chances, WITHIN), *([shortest(above, ABOVE)] if above.any() else [])]
    return min(runs, key=lambda run: (run[1] - run[0], run))


def _level(chances: Weights) -> Weights:
    """The chance of any odd day of the frame: the median of those of its weekday."""
    days = range(min(_DAYS, len(chances)))
    medians = np.array([np.median(chances[day::_DAYS]) for day in days])
    return np.resize(medians, len(chances))


def shortest(chances: Weights, share: float) -> tuple[int, int]:
    """First and last place of the shortest run that holds `share` of the whole; of equals the first."""
    sums = np.concatenate([[0.0], np.cumsum(chances)])
    ends = np.searchsorted(sums, sums + share * sums[-1] - 1e-12)
    starts = np.arange(len(sums))[ends < len(sums)]
    if not len(starts):
        return 0, len(chances) - 1
    best = int(starts[np.argmin(ends[starts] - starts)])
    return best, max(best, int(ends[best]) - 1)
