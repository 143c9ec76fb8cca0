"""Values of seasons, quarters, halves and holidays."""

from __future__ import annotations

from datetime import date
from typing import Final

from dragoman.extract.timex import holidays
from dragoman.extract.timex.anchor import AHEAD
from dragoman.extract.timex.calendar import UNKNOWN, quarter, season_of
from dragoman.extract.timex.meanings import Period
from dragoman.extract.timex.values.value import Place, Value

_NEAR_DAYS: Final = 45  # a holiday so near is the one meant, whatever the verb


def of_period(meaning: Period, place: Place) -> Value:
    if " " in meaning.name or meaning.name == "none":
        return _holiday(meaning, place)
    if meaning.year is not None:
        return Value(type="DATE", value=f"{meaning.year:04d}-{meaning.name}")
    base = place.context.published
    if base is None:
        return Value(type="DATE", value=f"XXXX-{meaning.name}")
    if meaning.years is not None:
        year = base.year + meaning.years
    elif meaning.name in ("SP", "SU", "FA", "WI"):
        year = _season_year(meaning, base, place)
    else:
        year = _quarter_year(meaning, base, place)
    return Value(type="DATE", value=f"{year:04d}-{meaning.name}", anchor="published")


def _season_year(meaning: Period, base: date, place: Place) -> int:
    order = ("SP", "SU", "FA", "WI")
    name, year = season_of(base)
    gap = order.index(meaning.name) - order.index(name)
    if meaning.which in ("last", "past"):
        return year - (gap >= 0)
    if meaning.which == "next" or (place.direction() == AHEAD and meaning.which != "this"):
        return year + (gap < 0 or (gap == 0 and meaning.which == "next"))
    if meaning.which == "this":
        return year
    return year - (gap > 0)


def _quarter_year(meaning: Period, base: date, place: Place) -> int:
    """The last such quarter or half that had begun; with a verb that looks ahead, the next to end."""
    number, kind = int(meaning.name[1]), meaning.name[0]
    here = quarter(base) if kind == "Q" else (base.month + 5) // 6
    if number > here and not (number - here == 1 and place.direction() > 0):
        return base.year - 1
    return base.year


def _holiday(meaning: Period, place: Place) -> Value:
    base = place.context.published
    if meaning.year is not None:
        day = holidays.date_of(meaning.name, meaning.year)
        return Value(type="DATE", value=day.isoformat() if day else f"{meaning.year:04d}-XX-XX")
    if base is None or meaning.name == "none" or not place.context.to_the_day:
        return Value(type="DATE", value=UNKNOWN["D"])
    years = [meaning.years] if meaning.years is not None else [-1, 0, 1]
    days = [holidays.date_of(meaning.name, base.year + n) for n in years]
    day = _chosen([d for d in days if d], base, meaning, place)
    if day is None:
        return Value(type="DATE", value=UNKNOWN["D"])
    return Value(type="DATE", value=day.isoformat(), anchor="published")


def _chosen(days: list[date], base: date, meaning: Period, place: Place) -> date | None:
    """The holiday meant: before, behind, or the nearest."""
    if meaning.years is not None:
        return days[0] if days else None
    nearest = min(days, key=lambda d: abs((d - base).days), default=None)
    if nearest and not meaning.which and abs((nearest - base).days) <= _NEAR_DAYS:
        return nearest
    sign = {"last": -1, "past": -1, "next": 1}.get(meaning.which, 0) or place.direction()
    strict = meaning.which in ("last", "past", "next")
    side = [d for d in days if (d - base).days * sign >= (1 if strict else 0)] if sign else days
    return min(side, key=lambda d: abs((d - base).days), default=None)
