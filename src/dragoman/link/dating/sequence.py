"""What comes before and what after: announced and done events, and totals that only grow, as clues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import numpy as np

from dragoman.link.dating.case import Case, Known, day_of
from dragoman.link.dating.clues import Clue
from dragoman.link.dating.figures import Compared
from dragoman.link.dating.orders import Happening, Order
from dragoman.link.dating.words import resolve
from dragoman.types import Reason

_HOLDS: Final = 0.95
"""How likely two mentions of one type with one person and a second party are one event (set by judgement:
the cluster articles hold no such pair)."""
_SOON: Final = 14.0
"""Days: an event is announced, and told, within weeks of it."""
_LASTS: Final = 1.0
"""Days: a visit or a meeting of two days may be dated by either."""
_GROWS: Final = (0.85, 0.97)
"""How likely a higher total was written later, and one twice as high: totals are revised, and counted apart
(set by judgement)."""
_DOUBLES: Final = 10.0
"""Days in which a total may double, give or take much (set by judgement)."""
_DIFFERENT: Final = 0.03
"""Totals that differ by less are one total, rounded."""


def ordered(case: Case, number: int, known: Known) -> Iterator[Clue]:
    """One clue from the events that the article announces, one from those that it tells as done."""
    dated = [
        (day, order)
        for order in case.orders.get(number, ())
        if (day := _day(case, order.other, known)) is not None
    ]
    for ahead in (True, False):
        side = [(day, order) for day, order in dated if order.own.ahead == ahead]
        if side:
            sign = 1 if ahead else -1
            day, order = min(side, key=lambda pair: (not _dates(pair[1]), sign * pair[0]))
            yield _side(case, order, day)


def _dates(order: Order) -> bool:
    """Whether both articles name a day for the event."""
    return all(h.expression is not None and h.expression.sharp for h in (order.own, order.other))


def _day(case: Case, other: Happening, known: Known) -> int | None:
    """The day (ordinal) of an event as another article gives it, or bounds it by its own day."""
    expression = other.expression
    if other.article not in known:
        if expression is None or expression.kind != "fixed":
            return None
        return expression.bounds[1] if other.ahead else expression.bounds[0]
    written = day_of(case, known[other.article])
    if expression is None:
        return written
    first, last = resolve(expression, np.array([written]))
    return int(first[0]) if first[0] == last[0] else None


def _side(case: Case, order: Order, day: int) -> Clue:
    sign = 1 if order.own.ahead else -1
    gap = sign * (day - case.days)
    weights = np.where(gap >= 0, 1 / (1 + (gap / _SOON) ** 2), 0.0)
    if _dates(order) and order.own.expression:
        apart = resolve(order.own.expression, case.days)[0] - day
        weights = weights / (1 + (apart / _LASTS) ** 2)
    told = "announces what" if order.own.ahead else "tells as done what"
    how = "announces" if order.other.ahead else "tells as done"
    when = (
        f"dates {date.fromordinal(day)}"
        if order.other.expression
        else f"of {date.fromordinal(day)} {how}"
    )
    reasons = (
        Reason(text=f"It {told} another report {when}.", evidence=order.own.trigger),
        Reason(text=f"The other report {how} the event.", evidence=order.other.trigger),
    )
    return Clue("order", np.asarray(weights), reasons, _HOLDS)


def figured(case: Case, number: int, known: Known) -> Iterator[Clue]:
    """Between the last report of a lower total and the first of a higher one."""
    pairs = [pair for pair in case.figures.get(number, ()) if pair.other.article in known]
    for own in sorted({pair.own.place.span for pair in pairs}):
        about = [pair for pair in pairs if pair.own.place.span == own]
        if clue := _between(case, about, known):
            yield clue


def _between(case: Case, pairs: Sequence[Compared], known: Known) -> Clue | None:
    value = pairs[0].own.value
    dated = [(day_of(case, known[pair.other.article]), pair) for pair in pairs]
    lower = [d for d in dated if d[1].other.value < value * (1 - _DIFFERENT)]
    higher = [d for d in dated if d[1].other.value > value * (1 + _DIFFERENT)]
    after = max(lower, key=lambda d: d[0], default=None)
    before = min(higher, key=lambda d: d[0], default=None)
    if (after is None and before is None) or (after and before and after[0] > before[0]):
        return None
    fits = np.ones(len(case.days), dtype=bool)
    reasons = []
    for bound, word, side in ((after, "higher", 1), (before, "lower", -1)):
        if bound:
            fits &= side * (case.days - bound[0]) >= 0
            reasons.append(_compares(bound[1], bound[0], word))
    ratios = [d[1].other.value / value for d in (after, before) if d]
    far = all(not 0.5 < ratio < 2 for ratio in ratios)
    weights = fits.astype(np.float64)
    if far and after:
        weights *= np.maximum(case.days - after[0], 0) / (np.abs(case.days - after[0]) + _DOUBLES)
    return Clue("figure", weights, tuple(reasons), _GROWS[far])


def _compares(pair: Compared, day: int, word: str) -> Reason:
    text = (
        f"The total '{pair.own.text}' is {word} than the '{pair.other.text}' of a report "
        f"written on {date.fromordinal(day)}."
    )
    return Reason(text=text, evidence=pair.own.place)
