"""Builders of sets and of times of day."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.extract.timex import numerals
from dragoman.extract.timex.builders.amounts import count_of
from dragoman.extract.timex.builders.match import Match, clock_part, month_of, unit_of, weekday_of
from dragoman.extract.timex.lexicon import table
from dragoman.extract.timex.meanings import Clock, Meaning, Repeat, TimeOfDay


def every(m: Match) -> Meaning | None:
    """'every Monday', 'every two weeks', 'each month'."""
    if weekday := weekday_of(m):
        clock = clock_part(m)
        return Repeat(value=f"XXXX-WXX-{weekday}{clock.value if clock else ''}")
    if clock := clock_part(m):
        return Repeat(value=f"XXXX-XX-XX{clock.value}")
    if month := month_of(m):
        return Repeat(value=f"XXXX-{month:02d}")
    if word := m.first("season"):
        return Repeat(value=f"XXXX-{table('seasons')[word]}")
    return _repeat(m)


def _repeat(m: Match) -> Meaning | None:
    unit = unit_of(m.first("anyunit"))
    count = (
        2.0
        if m.has("other")
        else count_of([w for w in m.words if w not in ("a", "once", "twice")], "day")
    )
    if m.words[0] in ("every", "each") and unit == "S" and "seconds" not in m.words:
        return None
    names = {
        "WE": "XXXX-WXX-WE",
        "NI": "XXXX-XX-XXTNI",
        "FN": "P2W",
        "DE": f"P{10 * int(count or 1)}Y",
    }
    if unit in names:
        return Repeat(value=names[unit])
    if unit in ("CE", "ML"):
        return None
    number = "X" if count is None else f"{count:g}"
    time = "T" if unit in ("H", "MIN", "S") else ""
    return Repeat(value=f"P{time}{number}{unit[0]}")


def weekdays(m: Match) -> Meaning | None:
    """'Mondays', 'Tuesday nights'."""
    clock = clock_part(m)
    return Repeat(value=f"XXXX-WXX-{weekday_of(m)}{clock.value if clock else ''}")


def weekends(m: Match) -> Meaning | None:
    """'on weekends'."""
    return Repeat(value="XXXX-WXX-WE" if m.has("weekends") else "XXXX-WXX-WD")


def rate(m: Match) -> Meaning | None:
    """'twice a week', 'per day'."""
    words = (
        m.words[1:]
        if m.words[0] in ("once", "twice", "per")
        else m.words[m.words.index("times") + 1 :]
    )
    count = count_of([w for w in words if w not in ("a", "an", "each", "every", "per")], "day")
    unit = unit_of(next((w for w in words if w in table("units")), "year"))
    if unit in ("CE", "ML", "WE", "NI", "DE"):
        return None
    return Repeat(value=f"P{'T' if unit in ('H', 'MIN', 'S') else ''}{count or 1:g}{unit[0]}")


def set_word(m: Match) -> Meaning | None:
    """'weekly', 'annually'; not 'quarterly dividend', not the name of a paper."""
    tokens, word = m.tokens, m.words[0]
    starts_sentence = m.start in (tokens.first[tokens.sentence[m.start]],)
    if m.capital() and not starts_sentence:
        return None
    if word == "quarterly" and m.after().isalpha() and m.after() not in ("and", "or", "in", "by"):
        return None
    return Repeat(value=str(table("sets")[word]))


def clock(m: Match) -> Meaning | None:
    """'5 p.m. EST', '14:30 GMT', 'noon'."""
    value = _clock_value(m)
    if value is None or (len(m.words) == 1 and not _at_that_hour(m)):
        return None
    zone = m.first("zone")
    if zone is None and "time" in m.words:
        zone = " ".join(m.words[next(i for i, w in enumerate(m.words) if w in _ZONE_WORDS) :])
    return TimeOfDay(clock=replace(value, zone=zone.upper() if zone and " " not in zone else zone))


def _at_that_hour(m: Match) -> bool:
    """'at noon', 'midnight on Friday'; not 'midnight blue'."""
    after = (
        m.classes.get(m.tokens.letters[m.end], frozenset()) if m.end < len(m.tokens.letters) else ()
    )
    dated = (
        "wd" in after
        or "mo" in after
        or m.after() in ("on", "today", "tomorrow", "yesterday", "local")
    )
    before = m.classes.get(m.tokens.letters[m.start - 1], frozenset()) if m.start else ()
    return dated or "preposition" in before or "wd" in before


_ZONE_WORDS: Final = frozenset({"local", "eastern", "central", "pacific", "mountain"})


def _clock_value(m: Match) -> Clock | None:
    if m.has("midnight"):
        return Clock(hour=24, minute=0)
    if m.has("noon", "midday"):
        return Clock(hour=12, minute=0)
    word = m.first("clock", "clockdot", "hhmm", "hour") or m.first("n", "numw")
    if word is None:
        return None
    hour, minute = _hour_and_minute(word)
    if m.places("pm") and hour < 12:
        hour += 12
    if m.places("am") and hour == 12:
        hour = 0
    return Clock(hour=hour, minute=minute) if 0 <= hour <= 24 else None


def _hour_and_minute(word: str) -> tuple[int, int]:
    for sign in (":", "."):
        if sign in word:
            hour, minute = word.split(sign)[:2]
            return int(hour), int(minute)
    if word.isdecimal():
        return (int(word[:-2]), int(word[-2:])) if len(word) > 2 else (int(word), 0)
    return int(numerals.number([word]) or -1), 0


def part_of_day(m: Match) -> Meaning | None:
    """'in the morning', 'at night', 'that evening'."""
    value = clock_part(m)
    if value is None or m.after() in _SHOWS:
        return None
    return TimeOfDay(clock=value)


_SHOWS: Final = frozenset(
    ["show", "shows", "tv", "television", "talk", "host", "hosts", "comedy", "comedian", "jokes"]
)


def early_hours(m: Match) -> Meaning | None:
    """'the early hours'."""
    return TimeOfDay(clock=Clock(part="NI" if m.has("late") else "MO"))
