"""What the words of a time expression mean before anything is known about the article's date.

A rule builds one of these; `values` turns it into a value. Units are those of the lexicon:
S, MIN, H, D, W, FN (fortnight), WE (weekend), M, Q, Y, DE (decade), CE (century), ML, NI (night).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Which: TypeAlias = Literal["", "last", "past", "this", "next"]
"""Which of several: 'last May', 'this past May' (the nearest behind), 'this May', 'next May'."""
Base: TypeAlias = Literal["published", "text"]


WEEKEND: Final = 67
"""The 'weekday' of 'the weekend'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time of day: `part` is TIMEX3's MO, AF, EV, NI or DT; else hours and minutes."""

    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None

    @property
    def value(self) -> str:
        """'TNI', 'T17:00'."""
        if self.hour is None:
            return f"T{self.part or ''}"
        return f"T{self.hour:02d}:{self.minute or 0:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Named parts of the calendar: 'October 7', 'May 1998', 'last Friday', 'Monday last week'.

    `years` and `weeks` are shifts that the words give ('in June last year' -1). `which` belongs to
    the smallest part named; `base` is 'text' in 'January of that year'. `other` is the second reading of an ambiguous '03/05/2024'.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which = ""
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    clock: Clock | None = None
    other: Day | None = None
    base: Base = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A named period of a year: season 'SU', quarter 'Q3', half 'H1', or a holiday by its rule."""

    name: str
    year: int | None = None
    years: int | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A value that needs no date: a decade, a century, an ISO date, PRESENT_REF."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`count` units away from the date of publication or from the last date in the text.

    `quarters`: 'a year earlier' in a report on a quarter means that quarter of the year before.
    """

    unit: str
    count: float | None
    base: Base
    clock: Clock | None = None
    quarters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A duration, `parts` of (number or None, unit); `way` -1 up to, +1 from the publication."""

    parts: tuple[tuple[float | None, str], ...]
    way: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A set, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """A time of day whose day is not in the words: 'at 5 p.m.', 'in the morning'."""

    clock: Clock


Meaning: TypeAlias = Day | Period | Fixed | Shift | Length | Repeat | TimeOfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A time expression in the tokens `[start, end)`, by the rule that found it.

    `mod` is TIMEX3's START, MID, END, APPROX, LESS_THAN, ... or None.
    """

    start: int
    end: int
    rule: str
    meaning: Meaning
    mod: str | None = None
