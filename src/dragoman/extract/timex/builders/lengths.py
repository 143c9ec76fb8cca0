"""Builders of durations."""

from __future__ import annotations

from typing import Final

from dragoman.extract.timex.builders.amounts import amounts, is_age
from dragoman.extract.timex.builders.match import Match, unit_of
from dragoman.extract.timex.lexicon import listed, table
from dragoman.extract.timex.meanings import Length, Meaning, Repeat

FORWARD: Final = frozenset({"next", "coming", "upcoming", "following", "ensuing", "ahead"})


def rolling(m: Match) -> Meaning | None:
    """'the past two weeks', 'the next year': a length that ends or begins at the publication."""
    parts = amounts(m)
    if parts == ((1, "MIN"),) or m.after() == "old":
        return None
    if parts and parts[0][1] == "WE" and m.has("first", "final"):
        return None
    if not parts or (
        parts[0][1] in ("D", "NI") and parts[0][0] == 1 and m.has("next", "last", "first", "final")
    ):
        return None
    if m.has("first", "final", "following", "previous", "preceding"):
        return Length(parts=parts)
    return Length(parts=parts, way=1 if FORWARD & set(m.words) else -1)


def length(m: Match) -> Meaning | None:
    """'four days', 'two-and-a-half-hour', '12 to 18 months'."""
    parts = amounts(m)
    if not parts or is_age(m) or _is_fraction(m) or m.after()[:4].isdecimal():
        return None
    return Length(parts=parts)


def _is_fraction(m: Match) -> bool:
    """'three-quarters of its food' is no time."""
    quarters = m.words[-1] in ("quarter", "quarters") and not m.has("past", "last", "next", "the")
    return quarters and (m.after() == "of" or m.words[0] in ("a", "three", "one"))


_LASTING: Final = listed(
    "for within in after of over lasted last lasts lasting take took takes taking spent "
    "spend than least nearly almost about around another under by next only just into most "
    "every until past offered served serve serving"
)


def one(m: Match) -> Meaning | None:
    """'within a year' is a length; '$500 million a year' a rate."""
    parts = amounts(m)
    if not parts or is_age(m):
        return None
    article = m.words[0] in ("a", "an")
    if m.words[-2:] == ["or", "two"]:
        return Length(parts=((None, parts[0][1]),))
    if (article and parts[0][1] == "S") or m.words[:2] == ["a", "minute"]:
        return (
            None
            if m.after() not in ("later", "after", "before") and len(m.words) == 2
            else Length(parts=parts)
        )
    if article and len(m.words) == 2 and m.before() not in _LASTING:
        return _rate_or_length(m, parts)
    return Length(parts=parts)


def _rate_or_length(m: Match, parts: tuple[tuple[float | None, str], ...]) -> Meaning | None:
    """After a noun or a number 'a year' is a rate; after a verb or behind nothing it is a length."""
    if m.after() in ("after", "before", "since", "later", "into", "from", "long"):
        return Length(parts=parts)
    upos = m.tokens.upos[m.start - 1] if m.start else ""
    if parts[0][1] in ("Q", "WE", "NI", "DE", "CE", "ML"):
        return None
    if upos in ("NOUN", "NUM", "SYM", "PROPN") or (not upos and _could_count(m)):
        return Repeat(value=f"P{'T' if parts[0][1] in ('H', 'MIN') else ''}1{parts[0][1][0]}")
    return None


def _could_count(m: Match) -> bool:
    """Is there a number or a sum within the six words before?"""
    tokens = m.tokens
    stretch = range(max(0, m.start - 6), m.start)
    near = m.before() in ("times", "once", "twice", "hours", "percent", "%")
    return near or any(
        tokens.words[i][:1].isdigit() or tokens.words[i] in table("numbers") for i in stretch
    )


def long_or_old(m: Match) -> Meaning | None:
    """'month-long', 'decades-old', 'weeklong': of a number before it, another rule speaks."""
    if m.before() in ("-", "–") or m.before().isdigit() or m.words[0] == "second":
        return None
    unit = table("units").get(m.words[0]) or table("units")[m.words[0].removesuffix("long")]
    return Length(parts=((None if m.words[0].endswith("s") else 1, unit),))


def bare_units(m: Match) -> Meaning | None:
    """'for weeks', 'weeks or months'."""
    unit = unit_of(m.first("units"))
    if m.before() in ("-", "three"):
        return None
    if m.after()[:4].isdecimal():
        return None
    if m.before() == "of" and m.before(2) in ("age", "number", "matter", "lot"):
        return None
    if unit == "NI" or (m.words[0] == "seconds" and m.before() == "of"):
        return None
    return Length(parts=((None, unit),))


def vague_length(m: Match) -> Meaning | None:
    """'a while'."""
    return Length(parts=((None, ""),))
