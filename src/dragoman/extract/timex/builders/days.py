"""Builders of days, months, years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.extract.timex import numerals
from dragoman.extract.timex.builders.match import (
    WAY,
    Match,
    clock_part,
    month_of,
    of_text,
    weekday_of,
    which_of,
    year_of,
    years_of,
)
from dragoman.extract.timex.lexicon import listed, table
from dragoman.extract.timex.meanings import Clock, Day, Fixed, Meaning, Shift
from dragoman.extract.timex.patterns import HYPHEN


def iso(m: Match) -> Meaning | None:
    """'2024-05-03'."""
    year, month, day = m.words[0].split("-")
    return Day(year=int(year), month=int(month), day=int(day))


def iso_moment(m: Match) -> Meaning | None:
    """'2023-11-04T12:30:00Z'."""
    parts = re.fullmatch(r"(\d\d)t(\d\d):([0-5]\d)(?::\d\d)?(z?)", "".join(m.words[4:]), re.ASCII)
    found = _valid(int(m.words[0]), int(m.words[2]), int(parts[1])) if parts else None
    if parts is None or found is None:
        return None
    clock = Clock(hour=int(parts[2]), minute=int(parts[3]), zone="UTC" if parts[4] else None)
    return replace(found, clock=clock)


def slash(m: Match) -> Meaning | None:
    """'13/05/2024' and '3.5.2024' are days; '03/05/2024' is two, and stays open."""
    parts = [int(p) for p in m.words[0].replace("/", "-").replace(".", "-").split("-")]
    if "." in m.words[0] and parts[0] <= 31:
        return _valid(parts[2], parts[1], parts[0]) if 1900 <= parts[2] < 2100 else None
    if parts[0] > 31:
        return _valid(parts[0], parts[1], parts[2])
    year = parts[2] if parts[2] > 99 else numerals.two_digit_year(parts[2])
    if parts[2] <= 99 and "/" not in m.words[0]:
        return None
    if not 1900 <= year < 2100:
        return None
    first, second = _valid(year, parts[1], parts[0]), _valid(year, parts[0], parts[1])
    if first and second and first != second:
        return replace(first, other=second)
    return first or second


def _valid(year: int, month: int, day: int) -> Day | None:
    good = 1 <= month <= 12 and 1 <= day <= 31
    return Day(year=year, month=month, day=day) if good else None


def day(m: Match) -> Meaning | None:
    """'Friday, October 13, 2023', '7 October', 'May 1998', 'last Friday', 'Saturday night'."""
    month = month_of(m)
    number = _day_number(m) if month else None
    if month and number is None and m.places("day", "day0", "ordw") and not m.has("'", "‘"):
        return None
    if m.words[0].endswith("day") and m.before() in ("good", "black", "ash", "bloody", "super"):
        return None
    years = years_of(m)
    which = "" if years is not None else which_of(m)
    if number and not 1 <= number <= 31:
        return None
    if (month, number) == (9, 11) and year_of(m) is None and m.after() in _ATTACK:
        return Day(year=2001, month=9, day=11)
    return Day(
        year=year_of(m), month=month, day=number, weekday=weekday_of(m), which=which, years=years,
        clock=clock_part(m), base="text" if years is not None and of_text(m) else "published",
    )  # fmt: skip


_ATTACK: Final = frozenset({"attacks", "attack", "terror", "terrorist", "hijackers", "hijackings"})


def _day_number(m: Match) -> int | None:
    month = m.places("mo", "moamb")[0]
    near = [i for i in m.places("day", "day0", "ordw") if abs(i - month) <= 4]
    found = [i for i in near if m.tokens.word(i - 1) not in ("'", "‘")]
    if not found:
        return None
    place = found[0]
    before = m.tokens.words[max(m.start, place - 2) : place]
    tens = [w for w in before if w in ("twenty", "thirty")]
    return numerals.ordinal([*tens, m.tokens.words[place]])


_SAYS: Final = listed(
    "said says say saying told reported announced believe believes think thinks show shows shown "
    "noted added confirmed so now fact hope hopes"
)


def month_that(m: Match) -> Meaning | None:
    """'that November': of the year spoken of; not 'said that November was cold'."""
    if m.before() in _SAYS:
        return None
    return Day(month=month_of(m), years=0, base="text")


def day_of_month(m: Match) -> Meaning | None:
    """'the 14th of next month'."""
    number = numerals.ordinal(m.words[1 : m.words.index("of")])
    if number is None or number > 31:
        return None
    return Day(day=number, months=WAY[which_of(m)])


def weekday_of_week(m: Match) -> Meaning | None:
    """'Monday last week', "next week's Tuesday"."""
    return Day(weekday=weekday_of(m), weeks=WAY[which_of(m)], clock=clock_part(m))


def weekday_number(m: Match) -> Meaning | None:
    """'Friday the 13th'."""
    return Day(weekday=weekday_of(m), day=numerals.ordinal([m.words[-1]]))


_NO_NOUN: Final = listed("on of for in against be who was is has had will and to that at from")


def attributive_month(m: Match) -> Meaning | None:
    """'a May interview': a month that is also a verb, before a noun."""
    start = m.tokens.starts[m.end] if m.after() else len(m.tokens.text)
    follows = m.tokens.text[start : start + 1].islower()
    return day(m) if follows and m.after() not in _NO_NOUN else None


def range_start(m: Match) -> Meaning | None:
    """The '3' of 'between 3 and 5 May'."""
    number = numerals.ordinal([w for w in m.words if w != "the"])
    tokens = m.tokens
    for index in range(m.end, min(m.end + 6, len(tokens.words))):
        classes = m.classes.get(tokens.letters[index], frozenset())
        if "mo" in classes or "moamb" in classes:
            month = int(table("months")[tokens.words[index].rstrip(".")])
            year = (
                numerals.year([tokens.words[index + 1]]) if index + 1 < len(tokens.words) else None
            )
            return Day(year=year, month=month, day=number) if number else None
    return None


def range_end(m: Match) -> Meaning | None:
    """The '5' of 'May 3-5'."""
    tokens, month = m.tokens, m.start - 3
    classes = m.classes.get(tokens.letters[month], frozenset()) if month >= 0 else frozenset()
    before = m.classes.get(tokens.letters[m.start - 2], frozenset())
    if not ("mo" in classes or "moamb" in classes) or not {"day", "day0"} & before:
        return None
    numbers = [m.tokens.words[i] for i in m.places("day", "day0", "ordw")]
    number = numerals.ordinal(numbers[:1])
    name = int(table("months")[tokens.words[month].rstrip(".")])
    return Day(year=year_of(m), month=name, day=number) if number and number <= 31 else None


_MONEY: Final = listed(
    "$ £ € # ¥ no. flight route number rs us$ room page highway article section resolution "
    "chapter channel model boeing windows unit bus train suite"
)


_HEDGES: Final = frozenset(
    {"some", "about", "nearly", "almost", "over", "than", "another", "approximately", "roughly"}
)


_OPENING: Final = listed("( [ - – / ' \" “ ‘ mid- pre- post- ` ``")
"""What may touch a year on its left."""


def year(m: Match) -> Meaning | None:
    """'1984', 'the year two thousand': not a sum, a count or a part of a code."""
    value = year_of(m)
    short = len(m.words) == 1 or m.words[0] in ("'", "‘")
    if value is None or (short and _is_count(m)):
        return None
    if m.after() in ("bc", "bce", "b.c.", "b.c"):
        return None
    return Day(year=value)


def _is_count(m: Match) -> bool:
    """'2000 troops', '$1998', 'room 2001', 'about 1900', 'Covid-2019'."""
    tokens, before = m.tokens, m.before()
    after = m.classes.get(tokens.letters[m.end], frozenset()) if m.end < len(tokens.words) else ()
    if before in _MONEY or "count" in after or "anyunit" in after or m.after() in ("%", "p.m."):
        return True
    if before in _HEDGES and m.words[-1].endswith("00"):
        return True
    if tokens.glued(m.start) and before not in _OPENING:
        return True
    hyphen = tokens.letters[m.start - 1] == HYPHEN if m.start else False
    return hyphen and not _before_hyphen(m)


def _before_hyphen(m: Match) -> bool:
    """Is what stands before the hyphen a year, a month or 'mid'? ('Covid-2019' is no date.)"""
    word = m.before(2)
    return (
        word.isdigit() or word in ("mid", "post", "pre", "early", "late") or word in table("months")
    )


def before_christ(m: Match) -> Meaning | None:
    """'575 BC' is the value BC0575."""
    number = numerals.digits(m.words[0])
    return Fixed(value=f"BC{int(number):04d}") if number and 0 < number <= 9999 else None


def year_range_end(m: Match) -> Meaning | None:
    """The '91' of '1990-91'."""
    first, word = m.before(2), m.words[0]
    if not (len(first) == 4 and first.isdecimal() and len(word) == 2 and word.isdecimal()):
        return None
    value = int(first[:2] + word)
    return Day(year=value) if 1900 <= int(first) < value < 2100 else None


def fiscal(m: Match) -> Meaning | None:
    """'fiscal 1989'."""
    value = year_of(m)
    return Day(year=value) if value else None


def fiscal_short(m: Match) -> Meaning | None:
    """'FY2024', 'FY24'."""
    number = int(m.words[-1].lstrip("fy'"))
    return Day(year=number if number > 99 else numerals.two_digit_year(number))


def fiscal_span(m: Match) -> Meaning | None:
    """'2023/24' is named by its first year."""
    first, second = m.words[0].split("/")
    return Day(year=int(first)) if int(second) == (int(first) + 1) % 100 else None


def fiscal_relative(m: Match) -> Meaning | None:
    """'the current fiscal year'."""
    way = 0 if m.has("latest", "full") else WAY[which_of(m)]
    return Shift(unit="Y", count=way, base="published")


_OWN: Final = frozenset({"his", "her", "their", "my", "your", "our"})


_BEFORE_DECADE: Final = frozenset({"early", "late", "mid", "mid-", "and", "or", "to", "the"})


def decade(m: Match) -> Meaning | None:
    """'the 1990s', "the '90s", 'the nineties'."""
    words = [w for w in m.words if w not in ("the", "'s")]
    if (
        m.before() in _OWN
        or m.before(2) in _OWN
        or words[0] in ("10s", "20s", "30s")
        or (len(words[0]) == 3 and m.words[0] != "the" and m.before() not in _BEFORE_DECADE)
    ):
        return None
    if words[0] in table("decades"):
        return Fixed(value=f"19{table('decades')[words[0]] // 10}")
    number = words[0].strip("'s")
    if len(number) == 4:
        return Fixed(value=number[:3]) if number[3] == "0" else None
    return Fixed(value=f"{'20' if number in ('00', '10') else '19'}{number[0]}")


def century(m: Match) -> Meaning | None:
    """'the 20th century' is the value '19'."""
    words = [w for w in m.words if w in ("twenty",) or w in table("ordinals") or w[0].isdigit()]
    value = numerals.ordinal(words)
    if value is None or not 1 <= value <= 30 or m.has("bc", "b.c.", "bce"):
        return None
    return Fixed(value=f"{value - 1:02d}")
