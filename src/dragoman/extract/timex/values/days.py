"""Values of days, months and years by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.extract.timex.anchor import AHEAD
from dragoman.extract.timex.calendar import UNKNOWN, bounds, moved, plus_days, valid, week
from dragoman.extract.timex.meanings import WEEKEND, Day
from dragoman.extract.timex.values.value import NEAR, Place, Value, timed


def of_day(meaning: Day, place: Place) -> Value:
    if meaning.other is not None:
        return _two_readings(meaning)
    if meaning.weekday is not None and not meaning.month and not meaning.year:
        return _weekday(meaning, place)
    if meaning.month is None and meaning.year is not None:
        return Value(type="DATE", value=f"{meaning.year:04d}")
    if meaning.month is None:
        return _day_of_month(meaning, place)
    if meaning.year is not None:
        return timed(_written(meaning.year, meaning), meaning.clock, None)
    year = _year_of(meaning, place)
    if year is None:
        return timed(_written(None, meaning), meaning.clock, None)
    anchor = place.context.last_id if meaning.base == "text" else "published"
    return timed(_written(year, meaning), meaning.clock, anchor)


def _two_readings(meaning: Day) -> Value:
    assert meaning.other is not None
    readings = [_written(day.year, day) for day in (meaning, meaning.other)]
    found = timed(f"{meaning.year:04d}-XX-XX", meaning.clock, None)
    return replace(found, note=" or ".join(readings))


def _written(year: int | None, meaning: Day) -> str:
    name = "XXXX" if year is None else f"{year:04d}"
    return f"{name}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _day_of_month(meaning: Day, place: Place) -> Value:
    """'the 14th of next month', 'Friday the 13th'."""
    context = place.context
    base = context.published
    if base and meaning.months is not None and meaning.day:
        month = moved(base.replace(day=1), "M", meaning.months)
        day = valid(month.year, month.month, meaning.day) if month else None
        if day:
            return timed(day.isoformat(), meaning.clock, "published")
    return timed(UNKNOWN["D"][:-2] + f"{meaning.day or 0:02d}", meaning.clock, None)


def _year_of(meaning: Day, place: Place) -> int | None:
    """The year that a month or a day of it lies in, None where nothing tells."""
    base = place.context.published
    if meaning.base == "text":
        return _year_of_text(meaning, place)
    if base is None or meaning.month is None:
        return None
    if meaning.years is not None:
        return base.year + meaning.years
    here = _stamp(base.month, base.day if meaning.day and place.context.to_the_day else 0)
    there = _stamp(meaning.month, meaning.day if place.context.to_the_day else 0)
    if meaning.which == "last":
        return base.year - (there >= here or meaning.month == base.month - 1)
    if meaning.which == "past":
        return base.year - (there >= here)
    if meaning.which == "next":
        return base.year + (there <= here)
    if meaning.which == "this":
        return base.year
    return base.year + _turn(here, there, place.direction(), bool(meaning.day))


def _year_of_text(meaning: Day, place: Place) -> int | None:
    """'January of that year': the year of the last date nearby."""
    near = place.sentence - place.context.last_sentence <= NEAR
    found = bounds(place.context.last) if near and place.context.last else None
    return found[0].year + (meaning.years or 0) if found else None


def _stamp(month: int, day: int | None) -> int:
    return month * 31 + (day or 0)


_SLACK: Final = 45
"""Days that a date may lie on the other side than its verb looks: nobody says 'Nov. 10' of last year
in October. Set on the 120 tuning documents of TimeBank."""
_WEAK_SLACK: Final = 100
"""The same for an infinitive or a modal: 'his decision to meet her at the end of June' in September."""
_HALF: Final = 186


def _turn(here: int, there: int, sign: int, has_day: bool) -> int:
    """-1, 0 or 1 years from this one: the last such day of the past, the next ahead, or the nearest."""
    ahead = there - here
    slack = _SLACK if has_day else 0
    if sign < 0:
        if here - there > 372 - slack:
            return 1
        return -1 if ahead > slack else 0
    if sign > 0:
        return 1 if ahead < -(_SLACK if sign == AHEAD else _WEAK_SLACK) else 0
    if ahead > _HALF or (not has_day and ahead > slack):
        return -1
    return 1 if ahead < -(_HALF + 60 if has_day else 300) else 0


def _weekday(meaning: Day, place: Place) -> Value:
    context = place.context
    if context.published is None or not context.to_the_day:
        return timed(_unknown_weekday(meaning.weekday), meaning.clock, None)
    if meaning.weekday == WEEKEND:
        return _weekend(context.published, meaning, place)
    day = _weekday_date(context.published, meaning, place)
    if day is None:
        return timed(_unknown_weekday(meaning.weekday), meaning.clock, None)
    return timed(day.isoformat(), meaning.clock, "published")


def _unknown_weekday(number: int | None) -> str:
    return UNKNOWN["WE"] if number == WEEKEND else f"XXXX-WXX-{number}"


def _weekday_date(base: date, meaning: Day, place: Place) -> date | None:
    assert meaning.weekday is not None
    offset = meaning.weekday - base.isoweekday()
    if meaning.weeks is not None:
        return plus_days(base, offset + 7 * meaning.weeks)
    if meaning.day:
        return _with_number(base, meaning, place)
    if place.after is not None:
        return plus_days(place.after, (meaning.weekday - place.after.isoweekday()) % 7)
    if meaning.which in ("last", "past"):
        return plus_days(base, -((-offset) % 7 or 7))
    if meaning.which == "next":
        return plus_days(base, offset % 7 or 7)
    if meaning.which == "this":
        return plus_days(base, -((-offset) % 7) if place.direction() < 0 else offset % 7)
    ahead = place.direction() > 0
    return plus_days(base, offset % 7 if ahead else -((-offset) % 7))


def _with_number(base: date, meaning: Day, place: Place) -> date | None:
    """'Friday the 13th': the nearest such day within a year, on the side that the verb says."""
    sign = place.direction()
    sides = (-1, 1) if sign == 0 else (1 if sign > 0 else -1,)
    for distance in range(400):
        for side in sides:
            day = plus_days(base, side * distance)
            if day and day.day == meaning.day and day.isoweekday() == meaning.weekday:
                return day
    return None


def _weekend(base: date, meaning: Day, place: Place) -> Value:
    """On a Saturday or Sunday 'the weekend' is this one; else the one before, or the one to come."""
    if base.isoweekday() >= 6 or place.direction() > 0:
        day: date | None = base
    else:
        day = plus_days(base, -7)
    return timed(f"{week(day)}-WE" if day else UNKNOWN["WE"], meaning.clock, "published")
