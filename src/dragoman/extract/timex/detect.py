"""Finds time expressions: every rule over the whole article, the longest match at a place wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dragoman.extract.timex.builders import BUILDERS, Builder, Match
from dragoman.extract.timex.holidays import HolidayNames, holiday_names
from dragoman.extract.timex.lexicon import CORE, CORE_WORDS
from dragoman.extract.timex.meanings import (
    WEEKEND,
    Clock,
    Day,
    Fixed,
    Found,
    Length,
    Meaning,
    Period,
    Shift,
    TimeOfDay,
)
from dragoman.extract.timex.patterns import BREAK, Alphabet, alphabet, compiled, expand, literals
from dragoman.extract.timex.rules import MACROS, RULES
from dragoman.extract.timex.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to run."""

    name: str
    pattern: re.Pattern[str]
    builder: Builder


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules over one alphabet."""

    letters: Alphabet
    classes: Mapping[str, frozenset[str]]
    rules: tuple[Compiled, ...]
    holidays: HolidayNames
    core: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The rules of `rules.RULES`, compiled once."""
    holidays = holiday_names()
    macros = MACROS | {"HOLIDAY": holidays.pattern()}
    patterns = [expand(rule.pattern, macros) for rule in RULES]
    letters = alphabet(literals(patterns))
    rules = tuple(
        Compiled(rule.name, compiled(pattern, letters), BUILDERS[rule.builder])
        for rule, pattern in zip(RULES, patterns, strict=True)
    )
    classes = {letter: names for names, letter in letters.letters.items()}
    needed = CORE | {f"={word}" for word in (*CORE_WORDS, *holidays.core())}
    core = "".join(letter for letter, names in classes.items() if names & needed)
    return Grammar(letters, classes, rules, holidays, re.compile(f"[{core}]"))


def detect(tokens: Tokens) -> list[Found]:
    """The time expressions of an article in order, none overlapping."""
    found: list[Found] = []
    for one in _longest(tokens):
        found.append(_widened(one, tokens, found[-1].end if found else 0))
    return _shared_years(_borrowed(_joined(found, tokens), tokens), tokens)


_REACH: Final = 12  # tokens from a core word that a rule can span; `{AMOUNT}` reaches furthest


def _windows(letters: str) -> list[tuple[int, int]]:
    """Stretches of tokens around the words that every rule needs one of (`lexicon.CORE`)."""
    found: list[tuple[int, int]] = []
    for match in grammar().core.finditer(letters):
        start, end = max(0, match.start() - _REACH), min(len(letters), match.end() + _REACH)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _candidates(tokens: Tokens) -> list[tuple[int, int, int]]:
    """(start, -end, rule number) of every match, in the order in which to try them."""
    windows = _windows(tokens.letters)
    near = BREAK.join(tokens.letters[a:b] for a, b in windows)
    place = [i for a, b in windows for i in range(a, b + 1)]
    found = []
    for number, rule in enumerate(grammar().rules):
        for match in rule.pattern.finditer(near):
            start, end = match.span()
            if end > start:
                found.append((place[start], -place[end - 1] - 1, number))
    found.sort()
    return found


def _longest(tokens: Tokens) -> Iterator[Found]:
    known, position = grammar(), 0
    for start, negative_end, number in _candidates(tokens):
        if start < position:
            continue
        rule = known.rules[number]
        match = Match(tokens, start, -negative_end, known.classes, known.holidays)
        meaning = None if _part_of_word(tokens, match.end) else rule.builder(match)
        if meaning is not None and not _in_name(tokens, start, match.end):
            position = match.end
            yield Found(start=start, end=match.end, rule=rule.name, meaning=meaning)


def _part_of_word(tokens: Tokens, end: int) -> bool:
    """'March 4C': a number that has letters grown to it is no day."""
    return tokens.word(end - 1).isdigit() and tokens.glued(end) and tokens.word(end).isalpha()


def _in_name(tokens: Tokens, start: int, end: int) -> bool:
    """'PlayStation Now': a capital in the middle of a sentence, right behind another."""
    if end - start > 1 or tokens.words[start] != "now" or start == 0:
        return False
    text, first, before = tokens.text, tokens.starts[start], tokens.starts[start - 1]
    beside = tokens.sentence[start - 1] == tokens.sentence[start]
    return beside and text[first].isupper() and text[first + 1].islower() and text[before].isupper()


# ---------------------------------------------------------------- what stands before: early, about

_EARLY: Final = "early -|early|earlier|the early|the beginning of|the start of|the early part of|beginning of|start of"
_MID: Final = "mid|mid-|mid -|the mid|the mid-|the mid -|the middle of|middle of"
_LATE: Final = "late -|late|later|the late|the end of|the latter part of|the tail end of|the last part of|end of"
_ABOUT: Final = (
    "about|around|nearly|almost|approximately|roughly|some|just about|just under|close to"
)
_DATE_MODS: Final[Mapping[str, str]] = (
    dict.fromkeys(_EARLY.split("|"), "START")
    | dict.fromkeys(_MID.split("|"), "MID")
    | dict.fromkeys(_LATE.split("|"), "END")
    | {"around": "APPROX"}
)
_LENGTH_MODS: Final[Mapping[str, str]] = dict.fromkeys(_ABOUT.split("|"), "APPROX") | {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE", "just over": "MORE_THAN", "well over": "MORE_THAN",
    "a little over": "MORE_THAN", "little more than": "MORE_THAN", "slightly more than": "MORE_THAN",
    "a little more than": "MORE_THAN", "just more than": "MORE_THAN", "well more than": "MORE_THAN",
}  # fmt: skip
_COUNTED_MODS: Final[Mapping[str, str]] = {"over": "MORE_THAN"}
_CLOCK_MODS: Final[Mapping[str, str]] = {
    "about": "APPROX", "around": "APPROX", "shortly before": "BEFORE", "shortly after": "AFTER",
    "just before": "BEFORE", "just after": "AFTER",
}  # fmt: skip
_PART_OF: Final[Mapping[str, str]] = {
    "the morning of": "MO", "the early morning of": "MO", "the early hours of": "MO",
    "the afternoon of": "AF", "the evening of": "EV", "the night of": "NI", "the early morning hours of": "MO",
    "the eve of": "",
}  # fmt: skip
_LONGEST_MOD: Final = 5


_COUNTED: Final = frozenset({"ago", "units_earlier", "units_later", "from_now"})


def _mods(found: Found) -> tuple[Mapping[str, str], ...]:
    """The tables of words that may stand before it."""
    meaning = found.meaning
    if found.rule in _COUNTED:
        return (_LENGTH_MODS, _COUNTED_MODS)
    if isinstance(meaning, Length):
        return () if found.rule == "the_length" else (_LENGTH_MODS,)
    if isinstance(meaning, TimeOfDay):
        return (_CLOCK_MODS, _DATE_MODS) if meaning.clock.hour is None else (_CLOCK_MODS,)
    if isinstance(meaning, Day | Period | Shift):
        return (_DATE_MODS,)
    dated = isinstance(meaning, Fixed) and meaning.value[0].isdigit()
    return (_DATE_MODS,) if dated else ()


_MOD_OF_RULE: Final = {"year_end": "END", "unit_end": "END"}


def _widened(found: Found, tokens: Tokens, free: int) -> Found:
    """With the words from token `free` on that belong to it: 'early', 'more than', 'the night of'."""
    first = max(tokens.first[tokens.sentence[found.start]], free)
    found = replace(found, mod=_MOD_OF_RULE.get(found.rule))
    for size in range(min(_LONGEST_MOD, found.start - first), 0, -1):
        start = found.start - size
        words = " ".join(tokens.words[start : found.start])
        for table in _mods(found):
            if words in table:
                return replace(found, start=start, mod=table[words])
        part = _PART_OF.get(words)
        if part and (meaning := _at(found.meaning, Clock(part=part))):
            return replace(found, start=start, meaning=meaning)
    return found


# ---------------------------------------------------------------- a day and a time of day

_NOON: Final = 12
_BETWEEN: Final = frozenset(
    {"", "on", "at", ",", "of", ", at", ", on", "around", "at around", "at about"}
)


def _at(meaning: Meaning, clock: Clock) -> Meaning | None:
    """The same day at a time of day; None where the meaning is no single day."""
    if isinstance(meaning, Day) and (meaning.day or meaning.weekday not in (None, WEEKEND)):
        return (
            replace(meaning, clock=_of_part(clock, meaning.clock))
            if _no_hour(meaning.clock)
            else None
        )
    if isinstance(meaning, Shift) and meaning.unit == "D" and _no_hour(meaning.clock):
        return replace(meaning, clock=_of_part(clock, meaning.clock))
    return None


def _of_part(clock: Clock, part: Clock | None) -> Clock:
    """'Four o'clock yesterday afternoon' is 16:00."""
    later = part is not None and part.part in ("AF", "EV")
    early = clock.hour is not None and 0 < clock.hour < _NOON
    return replace(clock, hour=clock.hour + _NOON) if later and early and clock.hour else clock


def _no_hour(clock: Clock | None) -> bool:
    return clock is None or clock.hour is None


def _joined(found: list[Found], tokens: Tokens) -> list[Found]:
    """'5 p.m. EST' and 'Nov. 6' with at most a comma or a preposition between them are one."""
    kept: list[Found] = []
    for one in found:
        merged = _pair(kept[-1], one, tokens) if kept else None
        if merged:
            kept[-1] = merged
        else:
            kept.append(one)
    return kept


def _pair(a: Found, b: Found, tokens: Tokens) -> Found | None:
    if tokens.sentence[a.start] != tokens.sentence[b.start] or b.start - a.end > 2:
        return None
    if " ".join(tokens.words[a.end : b.start]) not in _BETWEEN:
        return None
    for time, dated in ((a, b), (b, a)):
        if isinstance(time.meaning, TimeOfDay) and (
            meaning := _at(dated.meaning, time.meaning.clock)
        ):
            rule = f"{a.rule}+{b.rule}"
            return Found(start=a.start, end=b.end, rule=rule, meaning=meaning, mod=a.mod or b.mod)
    return None


_AHEAD: Final = 7  # tokens: '10:30 a.m. (0830 GMT) on Friday'


def _borrowed(found: list[Found], tokens: Tokens) -> list[Found]:
    """A time of day shortly before a day, in the same sentence, is of that day."""
    for index in range(len(found) - 2, -1, -1):
        a, b = found[index], found[index + 1]
        if not isinstance(a.meaning, TimeOfDay) or b.start - a.end > _AHEAD:
            continue
        day = _bare(b.meaning)
        if tokens.sentence[a.start] == tokens.sentence[b.start] and day:
            meaning = _at(day, a.meaning.clock)
            found[index] = replace(a, meaning=meaning or a.meaning)
    return found


def _bare(meaning: Meaning) -> Meaning | None:
    return replace(meaning, clock=None) if isinstance(meaning, Day | Shift) else None


# ---------------------------------------------------------------- 'from March to May 1998'

_RANGE: Final = frozenset({"to", "and", "-", "–", "—", "through", "until", "or", ",", "till"})


def _shared_years(found: list[Found], tokens: Tokens) -> list[Found]:
    """The year of a range's end is that of its beginning ('from March to May 1998')."""
    for index in range(len(found) - 2, -1, -1):
        a, b = found[index], found[index + 1]
        near = b.start - a.end <= 2 and tokens.word(b.start - 1) in _RANGE
        if near and isinstance(a.meaning, Day) and isinstance(b.meaning, Day):
            found[index] = replace(a, meaning=_with_year(a.meaning, b.meaning))
    return found


def _with_year(a: Day, b: Day) -> Day:
    missing = a.year is None and a.years is None and not a.which and a.month is not None
    if not missing or b.month is None:
        return a
    assert a.month is not None
    if b.year is not None:
        return replace(a, year=b.year - (a.month > b.month))
    return replace(a, years=b.years) if b.years is not None else a
