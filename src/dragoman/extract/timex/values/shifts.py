"""Values counted from the publication or from the last date of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.extract.timex.calendar import UNKNOWN, bounds, moved, value_of, week
from dragoman.extract.timex.meanings import Shift
from dragoman.extract.timex.values.value import NEAR, Place, Value, timed


def of_shift(meaning: Shift, place: Place) -> Value:
    if meaning.base == "text":
        return _from_text(meaning, place)
    context = place.context
    if meaning.count is None:
        return Value(
            type="DATE", value="PAST_REF", anchor="published" if context.published else None
        )
    if meaning.quarters and (found := _year_before_period(meaning, place)):
        return found
    sharp = context.to_the_day or meaning.unit in ("M", "Q", "Y", "DE", "CE")
    base = context.published if sharp else None
    return _moved(base, meaning, "published")


def _moved(base: date | None, meaning: Shift, anchor: str | None) -> Value:
    unit, clock = meaning.unit, meaning.clock
    if unit in ("H", "MIN", "S"):
        return Value(type="TIME", value=f"{UNKNOWN['D']}TXX:XX")
    day = moved(base, unit, meaning.count or 0) if base else None
    if day is None:
        return timed(UNKNOWN[unit], clock, None)
    if meaning.unit == "WE":
        return timed(f"{week(day)}-WE", clock, anchor)
    return timed(value_of(day, unit), clock, anchor)


def _from_text(meaning: Shift, place: Place) -> Value:
    """'two days later', 'the quarter': from the last date of the text that is as fine as the unit."""
    context = place.context
    if meaning.quarters and (found := _year_before_period(meaning, place)):
        return found
    if meaning.count is None:
        return _moved(None, meaning, None)
    near = context.last is not None and place.sentence - context.last_sentence <= NEAR
    found_bounds = bounds(context.last) if near and context.last else None
    if found_bounds is None or not _fine_enough(found_bounds, meaning.unit):
        return _moved(None, meaning, None)
    return _moved(found_bounds[0], meaning, context.last_id)


def _fine_enough(found: tuple[date, date], unit: str) -> bool:
    days = (found[1] - found[0]).days + 1
    limits = {"D": 1, "W": 7, "WE": 7, "FN": 7, "NI": 1, "M": 31, "Q": 92, "Y": 366, "DE": 3653}
    return days <= limits.get(unit, 36525)


def _year_before_period(meaning: Shift, place: Place) -> Value | None:
    """'a year earlier' after 'the third quarter' is that quarter of the year before."""
    context = place.context
    if meaning.unit == "Q":
        value = context.period if context.period and "-Q" in context.period else None
        anchor = context.period_id
        if value is None:
            value, anchor = context.finished_quarter(), "published"
        return Value(type="DATE", value=value or UNKNOWN["Q"], anchor=anchor if value else None)
    if context.period and "-Q" in context.period and meaning.unit == "Y":
        year, name = context.period.split("-")
        count = int(meaning.count or 0)
        return Value(type="DATE", value=f"{int(year) + count:04d}-{name}", anchor=context.period_id)
    if context.published is None or meaning.unit != "Y":
        return None
    return _moved(context.published, replace(meaning, quarters=False), "published")
