"""How much each piece of evidence counts, and what the encoder reads, together: the status of an event.

A multinomial logistic regression (`benchmarks/quality/event/fit_status.py` writes `data/status_weights.json`),
learned from event words whose status readers marked. It decides in two steps: an event is told as happened or
ongoing only where these two together are likely enough (`least`); otherwise the likeliest of the other four.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dragoman.encoder import STATUSES, EventWord
from dragoman.resources import open_data
from dragoman.types import Status

SHIPPED: Final = "status_weights.json"
REAL: Final[tuple[Status, ...]] = ("happened", "ongoing")
UNREAL: Final[tuple[Status, ...]] = ("planned", "called_for", "denied", "hypothetical")
FIRM: Final = 2.0
"""What the rules say of when or how (all but 'happened') stays unless another status is so many times as likely."""
FLOOR: Final = 0.005
"""A probability of the encoder counts as no less than this."""
UNHEARD: Final = (1 / len(STATUSES),) * len(STATUSES)
"""The statuses of a word that the encoder does not take for an event word."""

Row = tuple[float, ...]
"""One number a status, in the order of STATUSES."""


@dataclass(frozen=True, slots=True)
class StatusWeights:
    """`named` has a row for each name of evidence; `heard` and `heard_noun` one for each status of the encoder.

    `least` is the probability of happened and ongoing together from which on an event is told as one of them where
    the rules do, `least_against` where they say that it did not happen, `least_denied` where they say 'denied'.
    """

    named: Mapping[str, Row]
    heard: tuple[Row, ...]
    heard_noun: tuple[Row, ...]
    base: Row
    least: float
    least_against: float
    least_denied: float

    def shares(self, names: tuple[str, ...], heard: EventWord | None, *, noun: bool) -> Row:
        """The probability of each status; they sum to 1."""
        sums = list(self.base)
        for row in filter(None, map(self.named.get, names)):
            sums = [a + b for a, b in zip(sums, row, strict=True)]
        sums = [a + b for a, b in zip(sums, self._heard(heard, noun=noun), strict=True)]
        highest = max(sums)
        raised = [math.exp(a - highest) for a in sums]
        return tuple([a / sum(raised) for a in raised])

    def _heard(self, heard: EventWord | None, *, noun: bool) -> list[float]:
        """What the encoder's reading adds to each status."""
        read = logs(heard)
        sums = [0.0] * len(STATUSES)
        for table in (self.heard, self.heard_noun) if noun else (self.heard,):
            for log, row in zip(read, table, strict=True):
                sums = [a + log * b for a, b in zip(sums, row, strict=True)]
        return sums

    def status(self, shares: Row, by_rule: Status) -> Status:
        """The status that shares of probability make of what the rules say."""
        likely = dict(zip(STATUSES, shares, strict=True))
        least = self.least if by_rule in REAL else self.least_against
        least = self.least_denied if by_rule == "denied" else least
        pool = REAL if sum(likely[one] for one in REAL) >= least else UNREAL
        best = max(pool, key=likely.__getitem__)
        said = by_rule in pool and by_rule != "happened"
        kept = said and likely[best] < FIRM * likely[by_rule]
        return by_rule if kept else best

    def strongest(
        self, names: tuple[str, ...], heard: EventWord | None, for_: Status, against: Status
    ) -> str | None:
        """The name that speaks most for one status and against another; None where the encoder says more."""
        to, from_ = STATUSES.index(for_), STATUSES.index(against)
        known = [(row[to] - row[from_], name) for name in names if (row := self.named.get(name))]
        most, name = max(known, default=(0.0, ""))
        read, nothing = self._heard(heard, noun=False), self._heard(None, noun=False)
        by_encoder = (read[to] - read[from_]) - (nothing[to] - nothing[from_])
        return name if most > max(by_encoder, 0.0) else None


def logs(heard: EventWord | None) -> list[float]:
    """Logarithms of what the encoder reads of each status."""
    return [math.log(max(share, FLOOR)) for share in (heard.statuses if heard else UNHEARD)]


@cache
def shipped() -> StatusWeights:
    """The weights of the package."""
    read: dict[str, Any] = json.loads(bytes(open_data(SHIPPED)))
    return StatusWeights(
        {name: _row(row) for name, row in read["named"].items()},
        heard=_table(read["heard"]),
        heard_noun=_table(read["heard_noun"]),
        base=_row(read["base"]),
        least=float(read["least"]),
        least_against=float(read["least_against"]),
        least_denied=float(read["least_denied"]),
    )


def _table(by_status: dict[str, list[float]]) -> tuple[Row, ...]:
    return tuple([_row(by_status[status]) for status in STATUSES])


def _row(values: list[float]) -> Row:
    if len(values) != len(STATUSES):
        raise ValueError(f"{SHIPPED}: a row of {len(values)} numbers: one for each of {STATUSES}")
    return tuple([float(value) for value in values])
