"""Numbers with their units, as in 'a minute and a half'."""

from __future__ import annotations

from typing import Final

from dragoman.extract.timex import numerals
from dragoman.extract.timex.builders.match import Match
from dragoman.extract.timex.lexicon import listed, table

_NO_NUMBER: Final = listed(
    "several few couple number hundreds dozens thousands tens many some various"
)


def amounts(m: Match, stop: int | None = None) -> tuple[tuple[float | None, str], ...]:
    """The (number, unit) pairs of a length: 'a minute and a half' ((1.5, MIN),)."""
    words = m.words[:stop]
    units = table("units")
    pairs: list[tuple[float | None, str]] = []
    pending: list[str] = []
    for word in words:
        if word in units and word not in ("second",):
            pairs.append((count_of(pending, word), units[word]))
            pending = []
        elif word == "second" and pending:
            pairs.append((count_of(pending, word), "S"))
            pending = []
        else:
            pending.append(word)
    if pairs and "half" in pending and pairs[-1][0] is not None:
        pairs[-1] = (pairs[-1][0] + 0.5, pairs[-1][1])
    return tuple(pairs)


def count_of(words: list[str], unit: str) -> float | None:
    """The number before a unit; None where it is vague ('several', '12 to 18', a bare plural)."""
    if "couple" in words:
        return 2
    if _NO_NUMBER & set(words) or {"to", "or"} & set(words):
        return None
    names = table("numbers")
    useful = [w for w in words if w in names or w == "half" or numerals.digits(w) is not None]
    if sum(numerals.digits(w) is not None and "/" not in w for w in useful) > 1:
        return None
    if useful == ["half"]:
        return 0.5
    value = numerals.number(useful)
    if value is not None:
        return value
    singular = table("units").get(unit) and not unit.endswith(("s", "ia"))
    return 1 if singular else None


def single(parts: tuple[tuple[float | None, str], ...]) -> tuple[str, float | None]:
    """Several amounts as one of the smallest unit that holds them: a year and a half 18 months."""
    count, unit = parts[0]
    if count is None or float(count).is_integer():
        return unit, count
    smaller = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "H": ("MIN", 60), "D": ("H", 24)}
    if unit in smaller:
        name, factor = smaller[unit]
        return name, float(round(count * factor))
    return unit, count


def is_age(m: Match) -> bool:
    if m.after() in ("-", "–") and m.after(2) in ("old", "olds"):
        return True
    if m.after() == "old" and m.words[-1] in ("years", "months", "days", "weeks", "year", "month"):
        return True
    behind = (m.after(), m.after(2))
    return m.words[-1] in ("years", "months") and behind in (
        ("of", "age"),
        ("her", "junior"),
        ("his", "junior"),
    )
