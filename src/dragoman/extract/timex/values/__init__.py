"""From what the words mean to a TIMEX3 value, in the light of the article's date.

What needs a date that is not there stays relative: its value has X for what is unknown.
"""

from __future__ import annotations

from dragoman.extract.timex.calendar import UNKNOWN
from dragoman.extract.timex.meanings import (
    Day,
    Fixed,
    Length,
    Meaning,
    Period,
    Repeat,
    Shift,
    TimeOfDay,
)
from dragoman.extract.timex.values.days import of_day
from dragoman.extract.timex.values.durations import of_length
from dragoman.extract.timex.values.periods import of_period
from dragoman.extract.timex.values.shifts import of_shift
from dragoman.extract.timex.values.value import Place, Value, last_day, timed

__all__ = ["Place", "Value", "normalised"]


def normalised(meaning: Meaning, place: Place) -> Value:
    """The type and value of a meaning."""
    match meaning:
        case Day():
            return of_day(meaning, place)
        case Shift():
            return of_shift(meaning, place)
        case Period():
            return of_period(meaning, place)
        case Length():
            return of_length(meaning, place)
        case TimeOfDay():
            return _of_time(meaning, place)
        case Repeat():
            return Value(type="SET", value=meaning.value)
        case Fixed():
            return _of_fixed(meaning, place)


def _of_fixed(meaning: Fixed, place: Place) -> Value:
    relative = meaning.value.endswith("_REF") and place.context.published is not None
    return Value(type="DATE", value=meaning.value, anchor="published" if relative else None)


def _of_time(meaning: TimeOfDay, place: Place) -> Value:
    """A time of day belongs to the last day spoken of nearby, else to the publication's."""
    context = place.context
    day, anchor = last_day(place)
    if day is None and context.published and context.to_the_day:
        day, anchor = context.published, "published"
    return timed(day.isoformat() if day else UNKNOWN["D"], meaning.clock, anchor)
