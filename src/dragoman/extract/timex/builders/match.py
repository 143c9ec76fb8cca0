"""A match of a rule, and the parts that every builder reads from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dragoman.extract.timex import numerals
from dragoman.extract.timex.holidays import HolidayNames
from dragoman.extract.timex.lexicon import listed, table
from dragoman.extract.timex.meanings import Clock, Meaning, Which
from dragoman.extract.timex.tokens import Tokens

_WHICH: Final[Mapping[str, Which]] = {
    "last": "last", "past": "last", "previous": "last", "preceding": "last", "prior": "last",
    "this": "this", "current": "this", "present": "this", "same": "this", "that": "this",
    "latest": "last", "next": "next", "coming": "next", "following": "next", "upcoming": "next",
}  # fmt: skip


WAY: Final[Mapping[Which, int]] = {"last": -1, "past": -1, "this": 0, "next": 1, "": 0}


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens `[start, end)` that a rule matched, with the classes of each."""

    tokens: Tokens
    start: int
    end: int
    classes: Mapping[str, frozenset[str]]
    holidays: HolidayNames

    @property
    def words(self) -> list[str]:
        """The words, in lower case."""
        return self.tokens.words[self.start : self.end]

    def has(self, *words: str) -> bool:
        """Is any of these words in the match?"""
        return any(word in self.words for word in words)

    def places(self, *names: str) -> list[int]:
        """Indices of the matched tokens with one of these classes."""
        letters = self.tokens.letters
        return [
            i
            for i in range(self.start, self.end)
            if any(name in self.classes.get(letters[i], ()) for name in names)
        ]

    def first(self, *names: str) -> str | None:
        """The first word with one of these classes."""
        found = self.places(*names)
        return self.tokens.words[found[0]] if found else None

    def before(self, count: int = 1) -> str:
        """The word `count` tokens before the match."""
        return self.tokens.word(self.start - count)

    def after(self, count: int = 1) -> str:
        """The word `count` tokens behind the match."""
        return self.tokens.word(self.end - 1 + count)

    def capital(self) -> bool:
        """Does the match begin with a capital letter?"""
        return self.tokens.text[self.tokens.starts[self.start]].isupper()


Builder = Callable[[Match], Meaning | None]


def month_of(m: Match) -> int | None:
    word = m.first("mo", "moamb")
    return int(table("months")[word.rstrip(".")]) if word else None


def weekday_of(m: Match) -> int | None:
    word = m.first("wd", "wdamb", "wds")
    if not word:
        return None
    days = table("weekdays")
    return int(days[word] if word in days else days[word.rstrip(".").removesuffix("s")])


def year_of(m: Match) -> int | None:
    """The year in the match: '1994', "'94", 'nineteen ninety-four'."""
    if places := m.places("year", "oldyear"):
        return numerals.year([m.tokens.words[places[-1]]])
    for index, word in enumerate(m.words):
        if word in ("'", "‘") and m.tokens.glued(m.start + index + 1):
            return numerals.year(["'" + m.words[index + 1]])
        if word in ("nineteen", "eighteen", "twenty", "two"):
            found = numerals.year(m.words[index:])
            if found:
                return found
    return None


def which_of(m: Match) -> Which:
    if m.has("past", "coming") and m.has("this"):
        return "past" if m.has("past") else "next"
    return next((_WHICH[word] for word in m.words if word in _WHICH), "")


def years_of(m: Match) -> int | None:
    """The shift in 'last year' behind a month: -1; None where no year is spoken of."""
    words = m.words
    if "year" not in words:
        return None
    before = words[: words.index("year")]
    return WAY[_WHICH[before[-1]]] if before and before[-1] in _WHICH else None


def of_text(m: Match) -> bool:
    """'that year' is the one spoken of, 'this year' the article's."""
    return m.has("that", "same", "following", "previous", "preceding")


def clock_part(m: Match) -> Clock | None:
    word = m.first("part", "parts")
    if word is None:
        return None
    return Clock(part=table("parts")[word if word in table("parts") else word[:-1]])


def unit_of(word: str | None) -> str:
    return str(table("units").get(word or "", "Y"))


def in_a_name(m: Match) -> bool:
    """'Good Friday Agreement', 'Easter Island': a capital follows, and not all is in capitals."""
    text, starts = m.tokens.text, m.tokens.starts
    if m.end >= len(starts) or not m.after().isalpha() or m.after() == "i":
        return False
    return (
        text[starts[m.end]].isupper() and not text[starts[m.start] : m.tokens.ends[m.end]].isupper()
    )


def is_title(m: Match) -> bool:
    """The 'Today' of 'USA Today', the 'This Week' in quotation marks: names of papers and programmes."""
    text, starts = m.tokens.text, m.tokens.starts
    if not text[starts[m.end - 1]].isupper() or m.start == 0:
        return False
    before = text[starts[m.start - 1] : m.tokens.ends[m.start - 1]]
    if len(m.words) > 1:
        return before in ('"', "“", "‘", "``", "'") or before.islower()
    return before.isupper() and len(before) > 1


_GAME: Final = listed(
    "touchdown touchdowns td tds yard yards halftime quarterback interception fumble "
    "rebounds three-pointer punt kickoff"
)


def is_game(m: Match) -> bool:
    """The quarters of a game, by the words of its report."""
    tokens = m.tokens
    sentence = tokens.sentence[m.start]
    start = tokens.first[sentence]
    end = tokens.first[sentence + 1] if sentence + 1 < len(tokens.first) else len(tokens.words)
    return not _GAME.isdisjoint(tokens.words[start:end])
