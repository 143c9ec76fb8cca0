"""From the chances of the days to a `Dating`: the interval, the reasons, what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from dragoman.ids import make_id
from dragoman.link.dating.case import Case
from dragoman.link.dating.clues import Clue
from dragoman.link.dating.own import expressions
from dragoman.link.dating.solve import Found
from dragoman.link.dating.words import iso_bounds, resolve, value_of
from dragoman.types import Dating, Precision, Reason, ResolvedTimex

LONGEST: Final = 1000
"""Days: where no shorter interval holds the day, nothing binds it."""
_WEEK: Final = 7
_LIKELY: Final = 0.15
"""The chance from which one day is named though the interval is longer than a week."""
_MOST: Final = 6
"""Reasons told."""
_PINNED: Final = 0.9
"""The share of the interval's chance on which a relative expression must mean the same days."""
_AGAINST: Final = 0.15
"""A clue that gives the day found so little of what it gives its best one does not fit."""
_ASSERTS: Final = frozenset({"derivation", "address"})


def dating(case: Case, number: int, found: Found) -> Dating | None:
    """The dating of an article, None where nothing binds it."""
    if found.width > LONGEST:
        return None
    article = case.members[number].analysis.article.id
    value, precision = _value(case, found)
    return Dating(
        id=make_id("dating", article),
        article=article,
        value=value,
        precision=precision,
        from_=_iso(case, found.first),
        to=_iso(case, found.last),
        reasons=_reasons(found),
        contradictions=tuple(_contradictions(case, found)),
        timexes=tuple(_resolved(case, number, found)),
    )


def _iso(case: Case, place: int) -> str:
    return date.fromordinal(int(case.days[place])).isoformat()


def _value(case: Case, found: Found) -> tuple[str | None, Precision]:
    day = _iso(case, found.likeliest)
    if found.width <= _WEEK or found.chances[found.likeliest] >= _LIKELY:
        return day, "day"
    first, last = _iso(case, found.first), _iso(case, found.last)
    return (first[:7] if first[:7] == last[:7] else None), "month"


def _reasons(found: Found) -> tuple[Reason, ...]:
    """The clues that speak for the day found, those that tell most first."""
    told = [(_tells(clue, found), place, clue) for place, clue in enumerate(found.clues)]
    told = sorted((t for t in told if t[0] > 0.1), key=lambda t: (-t[0], t[1]))
    reasons = [reason for _, _, clue in told[:_MOST] for reason in clue.reasons]
    return tuple(dict.fromkeys(reasons))


def _tells(clue: Clue, found: Found) -> float:
    """How much likelier the clue makes the day found than the days around it, or than any, in nats."""
    weights = clue.weights + (1 - clue.holds if clue.holds is not None else 0.0)
    around = weights[max(0, found.likeliest - 15) : found.likeliest + 16]
    here = weights[found.likeliest]
    near, far = np.log(here / around.mean()), np.log(here / weights.mean())
    return float(np.round(max(near, 0.5 * far), 6))


def _contradictions(case: Case, found: Found) -> Iterator[Reason]:
    day = _iso(case, found.likeliest)
    for clue in found.clues:
        doubted = clue.holds is not None or clue.kind in _ASSERTS
        if doubted and clue.weights[found.likeliest] < _AGAINST * clue.weights.max():
            first, *rest = clue.reasons
            yield Reason(text=f"{first.text} That does not fit {day}.", evidence=first.evidence)
            yield from rest


def _resolved(case: Case, number: int, found: Found) -> Iterator[ResolvedTimex]:
    """The relative expressions that mean the same on nearly every day of the interval, by its chance."""
    places = np.arange(found.first, found.last + 1)
    chances = found.chances[places] / found.chances[places].sum()
    for expression in expressions(case.members[number].analysis):
        if expression.kind == "fixed":
            continue
        firsts, lasts = resolve(expression, case.days[places])
        likely = found.likeliest - found.first
        first, last = int(firsts[likely]), int(lasts[likely])
        if chances[(firsts == first) & (lasts == last)].sum() >= _PINNED:
            value = value_of(expression, first, last)
            from_, to = iso_bounds(value, first, last)
            yield ResolvedTimex(timex=expression.timex.id, value=value, from_=from_, to=to)
