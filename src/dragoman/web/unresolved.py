"""TIMEX3 values that stand for no known day, in words: 'XXXX-WXX-7' is 'on a Sunday, date unknown'.

ISO-TimeML writes what is not known as X; the forms here are those that `extract.timex` gives.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.web.months import MONTHS

WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS: Final = {
    "MO": "in the morning", "MI": "at midday", "AF": "in the afternoon", "EV": "in the evening",
    "NI": "at night", "DT": "by day",
}  # fmt: skip
FIXED: Final = {
    "PRESENT_REF": "at the time of writing",
    "PAST_REF": "in the past, date unknown",
    "FUTURE_REF": "in the future, date unknown",
}
UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century"}
CLOCK: Final = {"H": "hour", "M": "minute", "S": "second"}
UNKNOWN: Final = "date unknown"

_MONTH = re.compile(r"(\d{4}|XXXX)-(\d{2}|XX)(?:-(\d{2}|XX))?")
_WEEK = re.compile(r"(\d{4}|XXXX)-W(\d{2}|XX)(?:-([1-7]|WE|X))?")
_LENGTH = re.compile(r"P(?:(\d+(?:\.\d+)?|X)(Y|M|W|DE|D|CE))?(?:T(\d+(?:\.\d+)?|X)([HMS]))?")


def in_words(value: str | None) -> str:
    """A value that is bound to no calendar day, for people; 'date unknown' where it says nothing more."""
    if value is None:
        return UNKNOWN
    day, _, time = value.partition("T") if not value.startswith("P") else (value, "", "")
    said = FIXED.get(value) or _month(day) or _week(day) or _season(day) or _length(value)
    part = PARTS.get(time) or (f"at {time}" if re.fullmatch(r"\d\d:\d\d", time) else "")
    return (
        said.replace(", ", f" {part}, ", 1) if said and part and ", " in said else said or UNKNOWN
    )


def _month(value: str) -> str | None:
    found = _MONTH.fullmatch(value)
    if found is None:
        return _year(value)
    year, month, day = found.groups()
    if month == "XX":
        return f"on a day, {UNKNOWN}" if day else f"in a month, {UNKNOWN}"
    if not 1 <= int(month) <= len(MONTHS):
        return None
    name = MONTHS[int(month) - 1]
    if day and day != "XX":
        return f"on {int(day)} {name}, year unknown" if year == "XXXX" else None
    return f"in {name}, year unknown" if year == "XXXX" else f"in {name} {year}"


def _year(value: str) -> str | None:
    return f"in a year, {UNKNOWN}" if value == "XXXX" else None


def _week(value: str) -> str | None:
    found = _WEEK.fullmatch(value)
    if found is None:
        return None
    year, week, day = found.groups()
    known = "" if year == "XXXX" or week == "XX" else f" of week {int(week)}, {year}"
    if day == "WE":
        return f"at the weekend{known}" if known else f"at a weekend, {UNKNOWN}"
    if day in (None, "X"):
        return f"in week {int(week)}, {year}" if known else f"in a week, {UNKNOWN}"
    name = WEEKDAYS[int(day) - 1]
    return f"on the {name}{known}" if known else f"on a {name}, {UNKNOWN}"


def _season(value: str) -> str | None:
    year, _, part = value.partition("-")
    if part in SEASONS:
        return f"in {SEASONS[part]}, {'year unknown' if year == 'XXXX' else year}"
    if re.fullmatch(r"Q[1-4X]|H[12X]", part):
        name = "quarter" if part[0] == "Q" else "half-year"
        which = f"a {name}" if part[1] == "X" else f"{name} {part[1]}"
        return f"in {which}, {'year unknown' if year == 'XXXX' else year}"
    return None


def _length(value: str) -> str | None:
    found = _LENGTH.fullmatch(value)
    if found is None or value == "P":
        return None
    number, unit, count, clock = found.groups()
    parts = [_of(number, UNITS.get(unit or "")), _of(count, CLOCK.get(clock or ""))]
    return " and ".join(p for p in parts if p) or None


def _of(number: str | None, unit: str | None) -> str | None:
    if number is None or unit is None:
        return None
    many = "centuries" if unit == "century" else f"{unit}s"
    return f"some {many}" if number == "X" else f"{number} {unit if number == '1' else many}"
