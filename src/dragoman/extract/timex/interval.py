"""From a TIMEX3 value to the first and last moment it may mean, in ISO 8601, both inclusive."""

from __future__ import annotations

import re
from datetime import date

from dragoman.extract.timex.calendar import bounds, moved, plus_days
from dragoman.extract.timex.meanings import Length

_MINUTE = re.compile(r"T(\d\d):(\d\d)")


def interval(value: str | None) -> tuple[str | None, str | None]:
    """('1998-02-01', '1998-02-28') of '1998-02'; with a clock time to the minute; else (None, None)."""
    found = bounds(value) if value else None
    if value is None or found is None:
        return None, None
    first, last = found
    if match := _MINUTE.search(value):
        return _minute(first, int(match[1]), match[2])
    return first.isoformat(), last.isoformat()


def _minute(day: date, hour: int, minute: str) -> tuple[str | None, str | None]:
    if hour == 24:
        after = plus_days(day, 1)
        if after is None:
            return None, None
        day, hour = after, 0
    moment = f"{day.isoformat()}T{hour:02d}:{minute}"
    return moment, moment


def rolling(length: Length, published: date | None) -> tuple[str | None, str | None]:
    """The stretch of 'the past two weeks' or 'the next year', up to or from the publication."""
    if published is None or length.way == 0:
        return None, None
    day: date | None = published
    for count, unit in length.parts:
        if count is None or day is None:
            return None, None
        day = _hours(day, unit, length.way * count)
    if day is None:
        return None, None
    first, last = sorted((day, published))
    return first.isoformat(), last.isoformat()


def _hours(day: date, unit: str, count: float) -> date | None:
    if unit in ("H", "MIN", "S"):
        days = count / {"H": 24, "MIN": 1440, "S": 86400}[unit]
        return moved(day, "D", -(-days // 1) if days > 0 else days // 1)
    return moved(day, unit, count)
