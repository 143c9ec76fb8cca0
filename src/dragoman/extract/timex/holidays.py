"""Holidays: which words name one, and on which day of a year it falls.

Rules: 'fixed 12-25'; 'easter -2' (days from Easter Sunday of the Gregorian computus, the anonymous
algorithm of Nature, 1876); 'orthodox 0' (Julian computus, Meeus); 'nth 09 1 1' (month, weekday,
which; -1 the last); 'black 0' (days from the Friday after the fourth Thursday of November);
'none': found, never dated, since the day depends on a sighting, an almanac or the country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extract.timex.lexicon import data
from dragoman.extract.timex.tokens import Tokens
from dragoman.text import tokenize


@dataclass(frozen=True, slots=True)
class HolidayNames:
    """The names as tuples of words in lower case, each with its rule."""

    rules: Mapping[tuple[str, ...], str]

    def pattern(self) -> str:
        """The names in the rules' notation, longest first."""
        names = sorted(self.rules, key=lambda words: (-len(words), words))
        return " | ".join(
            " ".join("<hy>" if w == "-" else f"`{w}`" for w in name) for name in names
        )

    def core(self) -> frozenset[str]:
        """One rare word of each name: its longest."""
        return frozenset(max(name, key=len) for name in self.rules)

    def rule(self, words: Sequence[str], tokens: Tokens, start: int, end: int) -> str | None:
        """The rule of the name within these words, if it is written with a capital."""
        longest = max(len(name) for name in self.rules)
        for size in range(min(longest, len(words)), 0, -1):
            for offset in range(len(words) - size + 1):
                found = self.rules.get(tuple(words[offset : offset + size]))
                if found and tokens.text[tokens.starts[start + offset]].isupper():
                    return found
        return None


def holiday_names() -> HolidayNames:
    """The names of the lexicon."""
    rules = {}
    for row in data()["holidays"]:
        for name in row["names"]:
            words = [name[a:b].lower() for a, b in tokenize(name)]
            rules[tuple(words)] = row["rule"]
    return HolidayNames(rules)


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar (1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first (1), second (2), ... or last (-1) weekday (Monday 1) of a month."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def date_of(rule: str, year: int) -> date | None:
    """The day of the holiday with this rule in a year (1600 to 2400), or None where it can't be computed."""
    kind, *numbers = rule.split()
    if not 1600 <= year <= 2400 or kind == "none":
        return None
    if kind == "fixed":
        month, _, day = numbers[0].partition("-")
        return date(year, int(month), int(day))
    if kind == "nth":
        return nth_weekday(year, int(numbers[0]), int(numbers[1]), int(numbers[2]))
    start = {"easter": easter, "orthodox": orthodox_easter, "black": _black_friday}[kind](year)
    return start + timedelta(days=int(numbers[0]))


def _black_friday(year: int) -> date:
    return nth_weekday(year, 11, 4, 4) + timedelta(days=1)
