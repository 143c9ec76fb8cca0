"""Builders of seasons, quarters, halves and holidays."""

from __future__ import annotations

from dragoman.extract.timex.builders.match import (
    Match,
    in_a_name,
    is_game,
    which_of,
    year_of,
    years_of,
)
from dragoman.extract.timex.lexicon import data, table
from dragoman.extract.timex.meanings import Day, Fixed, Meaning, Period, Shift


def season(m: Match) -> Meaning | None:
    """'last spring', 'the winter of 1994', 'in the fall'; not 'Winter Olympics', not a fall."""
    place = m.places("season")[0]
    word = m.tokens.words[place]
    capital = m.tokens.text[m.tokens.starts[place]].isupper()
    if capital and place == m.end - 1 and in_a_name(m):
        return None
    if word == "fall" and len(m.words) == 1 and m.before() not in ("early", "late", "mid", "mid-"):
        return None
    if m.words == ["spring"] and m.after() in ("from", "into", "up", "back"):
        return None
    years = years_of(m)
    which = "" if years is not None else which_of(m)
    return Period(name=table("seasons")[word], year=year_of(m), years=years, which=which)


def quarter(m: Match) -> Meaning | None:
    """'the third quarter of 1984', "this year's third quarter"."""
    if is_game(m):
        return None
    number = _quarter_number(m)
    years = -1 if m.has("ago", "earlier") else years_of(m)
    return Period(name=f"Q{number}", year=year_of(m), years=years)


def last_quarter_of(m: Match) -> Meaning | None:
    """'the last quarter of 2017'."""
    return Period(name="Q4", year=year_of(m), years=years_of(m))


def short_quarter(m: Match) -> Meaning | None:
    """'Q3 2023', 'H1 2024'."""
    return Period(name=m.words[0].upper(), year=year_of(m)) if m.capital() else None


def _quarter_number(m: Match) -> int:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
    return next(names[word] for word in m.words if word in names)


def year_before(m: Match) -> Meaning | None:
    """'the year-earlier quarter', 'a year-ago loss'."""
    if m.has("first", "second", "third", "fourth"):
        return Period(name=f"Q{_quarter_number(m)}", years=-1)
    if value := year_of(m):
        return Day(year=value)
    return Shift(unit="Y", count=-1, base="text", quarters=True)


def latest_quarter(m: Match) -> Meaning | None:
    """'the latest quarter': the one that ended last."""
    return Shift(unit="Q", count=0, base="text", quarters=True)


def half(m: Match) -> Meaning | None:
    """'the first half of 1998'."""
    name = "H1" if m.has("first") else "H2"
    years = 0 if m.words[-2:] == ["the", "year"] else years_of(m)
    return Period(name=name, year=year_of(m), years=years)


def year_end(m: Match) -> Meaning | None:
    """'by year-end'."""
    return Shift(unit="Y", count=0, base="published")


def holiday(m: Match) -> Meaning | None:
    """'last Christmas', 'Easter 2023'."""
    rule = m.holidays.rule(m.words, m.tokens, m.start, m.end)
    if rule is None or in_a_name(m):
        return None
    years = years_of(m)
    return Period(
        name=rule, year=year_of(m), years=years, which="" if years is not None else which_of(m)
    )


def named_day(m: Match) -> Meaning | None:
    """'9/11'."""
    return Fixed(value=str(data()["named_days"][m.words[0]]))
