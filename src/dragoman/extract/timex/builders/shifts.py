"""Builders of what is counted from the publication or from another date, and of vague references."""

from __future__ import annotations

from typing import Final

from dragoman.extract.timex.builders.amounts import amounts, is_age, single
from dragoman.extract.timex.builders.match import (
    WAY,
    Match,
    clock_part,
    is_title,
    unit_of,
    weekday_of,
    which_of,
)
from dragoman.extract.timex.lexicon import listed, table
from dragoman.extract.timex.meanings import WEEKEND, Clock, Day, Fixed, Length, Meaning, Shift


def deictic(m: Match) -> Meaning | None:
    """'yesterday', 'tonight', 'this morning', 'last night'."""
    word = m.words[0]
    if is_title(m) or (word == "tomorrow" and m.before() == "of"):
        return None
    clock = Clock(part="NI") if word == "tonight" else clock_part(m)
    count = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(word, 0)
    return Shift(unit="D", count=count, base="published", clock=clock)


def two_days_off(m: Match) -> Meaning | None:
    """'the day before yesterday'."""
    return Shift(unit="D", count=-2 if m.has("yesterday") else 2, base="published")


def overnight(m: Match) -> Meaning | None:
    """'overnight', 'overnight Saturday'."""
    clock = Clock(part="NI")
    if weekday := weekday_of(m):
        return Day(weekday=weekday, clock=clock)
    return Shift(unit="D", count=0, base="published", clock=clock)


def shift(m: Match) -> Meaning | None:
    """'last week', 'this year', 'the weekend'."""
    unit = unit_of(m.first("calunit"))
    if is_title(m):
        return None
    if unit == "NI" or (unit == "D" and m.has("last", "next")):
        return None
    if m.words == ["the", "weekend"]:
        return Day(weekday=WEEKEND)
    if m.has("following", "previous", "same"):
        return Shift(unit=unit, count=WAY[which_of(m)], base="text", quarters=unit == "Q")
    return Shift(unit=unit, count=WAY[which_of(m)], base="published")


_HONOURED: Final = listed(
    "player man woman person album song record word book game team athlete driver coach "
    "artist footballer actor manager photo picture car product bachelor rookie comeback "
    "liar"
)


def the_unit(m: Match) -> Meaning | None:
    """'the year' is the article's; 'the quarter' the one spoken of; 'the day' likewise."""
    unit = unit_of(m.first("anyunit"))
    named = m.words[0] == "the" and m.tokens.text[m.tokens.starts[m.end - 1]].isupper()
    if m.before() == "of" and (m.before(2) in _HONOURED or named):
        return None
    if m.after() in ("ended", "ending") or (m.after() == "to" and m.after(2) in table("months")):
        return Length(parts=((1, unit),)) if unit != "Q" else _the_quarter()
    if unit == "Q":
        return _the_quarter()
    if unit == "D" and m.words[0] == "the":
        return None
    base = "text" if unit == "D" else "published"
    return Shift(unit=unit, count=0, base=base)  # type: ignore[arg-type]


def _the_quarter() -> Meaning:
    return Shift(unit="Q", count=0, base="text", quarters=True)


def unit_end(m: Match) -> Meaning | None:
    """'month-end'."""
    return Shift(unit=unit_of(m.words[0]), count=0, base="published")


def ago(m: Match) -> Meaning | None:
    """'two years ago'."""
    parts = amounts(m, m.words.index("ago"))
    if not parts:
        return None
    unit, count = single(parts)
    year = unit == "Y" and count == 1
    return Shift(
        unit=unit, count=None if count is None else -count, base="published", quarters=year
    )


def long_ago(m: Match) -> Meaning | None:
    """'years ago', 'long ago'."""
    return Fixed(value="PAST_REF")


def from_now(m: Match) -> Meaning | None:
    """'a week from now'."""
    parts = amounts(m, m.words.index("from"))
    if not parts:
        return None
    unit, count = single(parts)
    if count is None:
        return Fixed(value="FUTURE_REF")
    return Shift(unit=unit, count=count, base="published")


def ahead(m: Match) -> Meaning | None:
    """'the weeks ahead'."""
    return Length(parts=((None, unit_of(m.first("units"))),), way=1)


def earlier(m: Match) -> Meaning | None:
    """'two days earlier'."""
    parts = amounts(m, len(m.words) - 1)
    if not parts or is_age(m):
        return None
    unit, count = single(parts)
    year = unit == "Y" and count == 1
    return Shift(unit=unit, count=None if count is None else -count, base="text", quarters=year)


def later(m: Match) -> Meaning | None:
    """'two days later'."""
    parts = amounts(m, len(m.words) - 1)
    if not parts:
        return None
    unit, count = single(parts)
    return Shift(unit=unit, count=count, base="text")


def that_unit(m: Match) -> Meaning | None:
    """'that day', 'the same month'."""
    unit = unit_of(m.first("calunit"))
    return Shift(unit=unit, count=0, base="text", quarters=unit == "Q")


def same_month_last_year(m: Match) -> Meaning | None:
    """'the same month last year'."""
    return Shift(unit="M", count=-12, base="text")


def next_in_text(m: Match) -> Meaning | None:
    """'the following day', 'the next morning'."""
    way = WAY[which_of(m)]
    if clock := clock_part(m):
        return Shift(unit="D", count=way, base="text", clock=clock)
    return Shift(unit=unit_of(m.first("calunit")), count=way, base="text")


def recent(m: Match) -> Meaning | None:
    """'in recent weeks'."""
    return Fixed(value="PAST_REF")


def coming(m: Match) -> Meaning | None:
    """'in coming months'."""
    return Fixed(value="FUTURE_REF")


def present(m: Match) -> Meaning | None:
    """'now', 'at the moment'."""
    return Fixed(value="PRESENT_REF")


def current(m: Match) -> Meaning | None:
    """'current', 'then-current'."""
    return Fixed(value="PAST_REF" if m.has("then") else "PRESENT_REF")


def past(m: Match) -> Meaning | None:
    """'recently', 'in the past'."""
    return Fixed(value="PAST_REF")


_INTO: Final = frozenset({"in", "into", "for", "towards"})


def future(m: Match) -> Meaning | None:
    """'in the future', 'soon'."""
    if m.words[0] == "the" and len(m.words) == 2 and m.before() not in _INTO:
        return None
    if m.words == ["soon"] and m.before() in ("as", "too", "so", "how"):
        return None
    return Fixed(value="FUTURE_REF")
