"""TIMEX3 values and the arithmetic of dates: no words here.

A value is '1998-02-13', '1998-W07', '1998-W07-WE', '1998-02', '1998-Q1', '1998-H1', '1998-SU',
'1998', '199' (decade), '19' (century), each with X for what is unknown, and with 'TMO' or 'T17:00'
for a time of day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

UNKNOWN: Final = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX", "FN": "XXXX-WXX", "NI": "XXXX-XX-XX", "H": "XXXX-XX-XX",
    "MIN": "XXXX-XX-XX", "S": "XXXX-XX-XX", "ML": "XX",
}  # fmt: skip
"""A value of each unit when nothing is known."""

SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of the meteorological seasons of the north; winter ends in the next year."""

_LIMITS: Final = (date.min.toordinal(), date.max.toordinal())


def plus_days(day: date, count: int) -> date | None:
    """A day so many days away, None beyond the calendar."""
    target = day.toordinal() + count
    return date.fromordinal(target) if _LIMITS[0] <= target <= _LIMITS[1] else None


def plus_months(day: date, count: int) -> date | None:
    """A day so many months away; the 31st becomes the last of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - timedelta(days=1)).day


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week(day: date) -> str:
    """'1998-W07', the ISO week."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def quarter(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def season_of(day: date) -> tuple[str, int]:
    """The season of a day, and the year that names it (that of its first month)."""
    for name, (first, _) in SEASON_MONTHS.items():
        if first <= day.month < first + 3:
            return name, day.year
    return "WI", day.year if day.month == 12 else day.year - 1


_WHOLE: Final = {"D": 1, "W": 7, "FN": 14, "WE": 7, "NI": 1}
_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def moved(day: date, unit: str, count: float) -> date | None:
    """The day `count` units away (fractions are cut), None beyond the calendar or for hours."""
    if abs(count) > 1e6:
        return None
    if unit in _WHOLE:
        return plus_days(day, int(count * _WHOLE[unit]))
    if unit in _MONTHS:
        return plus_months(day, int(count * _MONTHS[unit]))
    return None


def value_of(day: date, unit: str) -> str:
    """The value of the unit that a day lies in: the day, its week, its month, ..."""
    formats = {
        "W": week(day), "FN": week(day), "WE": f"{week(day)}-WE", "M": f"{day:%Y-%m}".rjust(7, "0"),
        "Q": f"{day.year:04d}-Q{quarter(day)}", "Y": f"{day.year:04d}", "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}", "ML": f"{day.year // 1000:d}",
    }  # fmt: skip
    return formats.get(unit, day.isoformat())


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_NAMED = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a value; None where a part is unknown or there is no such day."""
    plain = value.split("T")[0]
    if match := _DAY.fullmatch(plain):
        day = valid(int(match[1]), int(match[2]), int(match[3]))
        return (day, day) if day else None
    if match := _WEEK.fullmatch(plain):
        return _week_bounds(int(match[1]), int(match[2]), bool(match[3]))
    if match := _NAMED.fullmatch(plain):
        return _named_bounds(int(match[1]), match[2])
    if re.fullmatch(r"\d{4}-\d\d", plain):
        return _month_bounds(int(plain[:4]), int(plain[5:]), int(plain[5:]))
    if re.fullmatch(r"\d{2,4}", plain):
        return _year_bounds(plain)
    return None


def _week_bounds(year: int, number: int, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    last = plus_days(monday, 6)
    first = plus_days(monday, 5) if weekend else monday
    return (first, last) if first and last else None


def _month_bounds(year: int, first: int, last: int) -> tuple[date, date] | None:
    if year < 1 or year > 9998 or not 1 <= first <= 12:
        return None
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, month_length(end_year, last))


def _named_bounds(year: int, name: str) -> tuple[date, date] | None:
    if name in SEASON_MONTHS:
        return _month_bounds(year, *SEASON_MONTHS[name])
    size = 3 if name[0] == "Q" else 6
    last = int(name[1]) * size
    return _month_bounds(year, last - size + 1, last)


def _year_bounds(digits: str) -> tuple[date, date] | None:
    size = 10 ** (4 - len(digits))
    year = int(digits) * size
    if year < 1 or year + size > 9999:
        return None
    return date(year, 1, 1), date(year + size - 1, 12, 31)
