"""A TIMEX3 value, and what is known of the place where its expression stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.extract.timex.anchor import Context
from dragoman.extract.timex.calendar import bounds
from dragoman.extract.timex.meanings import Clock
from dragoman.types import TimexType

NEAR: Final = 3
"""Sentences in which 'two days later' looks for its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A TIMEX3 type and value; `anchor` is 'published', a time expression's id, or None."""

    type: TimexType
    value: str | None
    anchor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the expression stands: its sentence, and on which side its verb looks (`anchor.direction`).

    `direction` is only worked out where it is needed. `after` is the day that a range began on.
    """

    context: Context
    sentence: int
    direction: Callable[[], int]
    after: date | None = None


def last_day(place: Place) -> tuple[date | None, str | None]:
    context = place.context
    if context.last is None or place.sentence - context.last_sentence > 1:
        return None, None
    found = bounds(context.last)
    if found is None or found[0] != found[1]:
        return None, None
    return found[0], context.last_id


def timed(value: str, clock: Clock | None, anchor: str | None) -> Value:
    if clock is None:
        return Value(type="DATE", value=value, anchor=anchor)
    note = f"zone {clock.zone}" if clock.zone else None
    return Value(type="TIME", value=value + clock.value, anchor=anchor, note=note)
