"""Where a time expression lies if its article was written on a given day.

Days are ordinals of the proleptic Gregorian calendar (`date.toordinal`), whole arrays of them at
once: the question is asked for every day on which the article may have been written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.types import Timex

Days: TypeAlias = NDArray[np.int64]
Kind: TypeAlias = Literal["fixed", "weekday", "weekend", "count", "month_day", "month"]
Looks: TypeAlias = Literal["past", "future", "perhaps future", ""]

_HALF_YEAR: Final = 182
EPOCH: Final = date(1970, 1, 1).toordinal()
_COUNT: Final = re.compile(r"count ([+-]\d+(?:\.\d+)?) (D|WE|W|M|Y)\b")
_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
_MONTH: Final = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_FIXED: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?))?")
_WHICH: Final = re.compile(r"\b(last|past|previous|next|coming|this)\b", re.IGNORECASE)
_OF_WEEK: Final = re.compile(r"\bweek\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as far as its place depends on the day of writing.

    `number` is the weekday (1 Monday), the units counted or the month; `day` the day of the month;
    `which` 'last', 'next', 'this' or ''; `bounds` the days of a fixed one.
    """

    timex: Timex
    kind: Kind
    looks: Looks
    number: int = 0
    unit: str = "D"
    day: int = 0
    which: str = ""
    bounds: tuple[int, int] = (0, 0)

    @property
    def sharp(self) -> bool:
        """Whether it names one day."""
        if self.kind == "fixed":
            return self.bounds[0] == self.bounds[1]
        return self.kind in ("weekday", "month_day") or (self.kind == "count" and self.unit == "D")


def parse(timex: Timex) -> Expression | None:
    """The expression of a time expression; None where the day of writing has no part in it."""
    if timex.type not in ("DATE", "TIME") or timex.value is None:
        return None
    note = timex.made_by.note or ""
    looks: Looks = (
        "perhaps future"
        if "perhaps future" in note
        else "future" if "future" in note else "past" if re.search(r"\bpast\b", note) else ""
    )  # fmt: skip
    value = timex.value.split("T")[0]
    if timex.from_ and timex.to and _FIXED.fullmatch(value):
        return Expression(timex, "fixed", looks, bounds=(_day(timex.from_), _day(timex.to)))
    return _relative(timex, value, note, looks)


def _relative(timex: Timex, value: str, note: str, looks: Looks) -> Expression | None:
    words = _WHICH.search(timex.text)
    which = words[1].lower() if words else ""
    which = {"past": "last", "previous": "last", "coming": "next"}.get(which, which)
    if counted := _COUNT.search(note):
        unit, number = counted[2], float(counted[1])
        return Expression(timex, "count", looks, int(number), unit)
    if match := _WEEKDAY.fullmatch(value):
        unit = "W" if _OF_WEEK.search(timex.text) else "D"
        return Expression(timex, "weekday", looks, int(match[1]), unit, which=which)
    if value == "XXXX-WXX-WE":
        return Expression(timex, "weekend", looks, which=which)
    if (match := _MONTH.fullmatch(value)) and "XX" not in value[5:]:
        month, day = int(match[1]), int(match[2] or 0)
        return Expression(
            timex, "month_day" if day else "month", looks, month, "D", day, which=which
        )
    return None


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def resolve(expression: Expression, days: Days) -> tuple[Days, Days]:
    """First and last day of the expression for each day of writing, both of the shape of `days`.

    A month or a day of one without its year is the last before, or the next after, as its verb looks.
    """
    match expression.kind:
        case "fixed":
            first, last = expression.bounds
            return np.full_like(days, first), np.full_like(days, last)
        case "weekday":
            found = _weekday(expression, days)
            return found, found
        case "weekend":
            return _weekend(expression, days)
        case "count":
            return _counted(expression, days)
        case "month_day" | "month":
            return _in_year(expression, days)


def _weekday(expression: Expression, days: Days) -> Days:
    here = (days - 1) % 7 + 1
    if expression.unit == "W":
        weeks = {"last": -1, "next": 1}.get(expression.which, 0)
        return days + (expression.number - here) + 7 * weeks
    behind, ahead = (here - expression.number) % 7, (expression.number - here) % 7
    if expression.which == "last":
        return days - np.where(behind == 0, 7, behind)
    if expression.which == "next":
        return days + np.where(ahead == 0, 7, ahead)
    return days + ahead if "future" in expression.looks else days - behind


def _weekend(expression: Expression, days: Days) -> tuple[Days, Days]:
    """On a Saturday or Sunday 'the weekend' is this one; else the one before, or the one to come."""
    here = (days - 1) % 7 + 1
    saturday = days + (6 - here)
    if expression.which == "next":
        saturday = saturday + np.where(here >= 6, 7, 0)
    elif expression.which == "last":
        saturday = saturday - 7
    elif "future" not in expression.looks and expression.which != "this":
        saturday = saturday - np.where(here >= 6, 0, 7)
    return saturday, saturday + 1


def _counted(expression: Expression, days: Days) -> tuple[Days, Days]:
    number = expression.number
    match expression.unit:
        case "D":
            return days + number, days + number
        case "W":
            monday = days - (days - 1) % 7 + 7 * number
            return monday, monday + 6
        case "WE":
            saturday = days - (days - 1) % 7 + 5 + 7 * number
            return saturday, saturday + 1
        case _:
            step = 1 if expression.unit == "M" else 12
            return _months(_month_of(days, step) + number, step)


def _month_of(days: Days, step: int) -> Days:
    """Months (or years, where `step` is 12) since 1970."""
    unit = "M" if step == 1 else "Y"
    return (days - EPOCH).astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)


def _months(numbers: Days, step: int) -> tuple[Days, Days]:
    unit = "M" if step == 1 else "Y"
    first = numbers.astype(f"datetime64[{unit}]").astype("datetime64[D]").astype(np.int64)
    after = (numbers + 1).astype(f"datetime64[{unit}]").astype("datetime64[D]").astype(np.int64)
    return first + EPOCH, after + EPOCH - 1


_SLACK: Final = {"past": 45, "future": 45, "perhaps future": 100}
"""Days that a date may lie on the other side than its verb looks: nobody says 'Nov. 10' of last year in
October (as in `dragoman.extract.timex`)."""


def _in_year(expression: Expression, days: Days) -> tuple[Days, Days]:
    """The last such month or day that had begun by the day of writing; looking ahead, the next to end;
    where nothing tells, the nearest day, but the last month."""
    year = _month_of(days, 12)
    if expression.which == "this":
        return _in(expression, year)
    slack = _SLACK.get(expression.looks, 0) if expression.day and not expression.which else 0
    if "future" in expression.looks or expression.which == "next":
        year = year - 1
        for _ in range(2):
            year = year + (_in(expression, year)[1] < days - slack)
        return _in(expression, year)
    if expression.day and not expression.looks and not expression.which:
        slack = _HALF_YEAR
    year = year + 1
    for _ in range(2):
        year = year - (_in(expression, year)[0] > days + slack)
    return _in(expression, year)


def _in(expression: Expression, year: Days) -> tuple[Days, Days]:
    first, last = _months(year * 12 + expression.number - 1, 1)
    if not expression.day:
        return first, last
    day = np.minimum(first + expression.day - 1, last)
    return day, day


_CLOCK: Final = re.compile(r"T\d\d:\d\d$")


def iso_bounds(value: str, first: int, last: int) -> tuple[str, str]:
    """First and last day in ISO 8601; to the minute where the value has a clock time."""
    clock = _CLOCK.search(value)
    time = clock[0] if clock else ""
    return f"{date.fromordinal(first)}{time}", f"{date.fromordinal(last)}{time}"


def value_of(expression: Expression, first: int, last: int) -> str:
    """The TIMEX3 value of an expression whose days are known, with the time of day it had."""
    day = date.fromordinal(first)
    match expression.kind, expression.unit:
        case ("weekend", _) | ("count", "WE"):
            value = f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}-WE"
        case ("count", "W"):
            value = f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}"
        case ("count", "M") | ("month", _):
            value = day.isoformat()[:7]
        case ("count", "Y"):
            value = day.isoformat()[:4]
        case _:
            value = day.isoformat()
    clock = (expression.timex.value or "").partition("T")
    return value + clock[1] + clock[2]
