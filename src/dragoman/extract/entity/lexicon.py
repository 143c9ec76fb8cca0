"""What the entity extractor knows before it reads: states, bodies, titles, given names.

Facts are in data/entity.json (genscripts/entity_words.py), data/states.json (genscripts/states.py)
and data/page_media.json; here they become look-ups by words. A phrase is looked up by its tokens,
so that 'U.S. Congress' in a lexicon is what 'U.S. Congress' is in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from dragoman.resources import load_json
from dragoman.text import tokenize

EntryKind: TypeAlias = Literal[
    "state", "demonym", "people", "regional", "capital", "seat", "organisation", "armed_group"
]

LONGEST: Final = 8
"""Tokens of the longest phrase looked up."""
_SEAT_BODIES: Final = {
    "legislature": "parliament",
    "foreign ministry": "foreign ministry",
    "defence ministry": "defence ministry",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for. `key` names an organisation; `body` a seat's own institution."""

    kind: EntryKind
    country: str | None = None
    key: str | None = None
    sector: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that every state has: its key and sector."""

    key: str
    sector: str


def words_of(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, apostrophes made straight."""
    return tuple(straight(phrase[start:end]) for start, end in tokenize(phrase))


def straight(word: str) -> str:
    """A word with straight apostrophes."""
    return word.replace("’", "'").replace("‘", "'") if not word.isascii() else word


@cache
def _table() -> dict[str, Any]:
    return load_json("entity.json")


# ---------------------------------------------------------------- phrases


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Every phrase by its first word, longest first."""
    found: dict[tuple[str, ...], Entry] = {}
    for phrase, entry in _entries():
        found.setdefault(words_of(phrase), entry)
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in found.items():
        by_first.setdefault(words[0], []).append((words, entry))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()
    }


def _entries() -> Iterator[tuple[str, Entry]]:
    """(phrase, entry); where a phrase comes twice the first is meant."""
    table = _table()
    for key, country, names in table["armed_groups"]:
        for name in names.split("|"):
            yield name, Entry("armed_group", country, key, "REB")
    for key, country, sector, names in table["organisations"]:
        for name in names.split("|"):
            yield name, Entry("organisation", country, key, sector)
    yield from _media()
    yield from _states()


def _media() -> Iterator[tuple[str, Entry]]:
    table = load_json("page_media.json")
    for key, names in table["agencies"].items():
        for name in names:
            yield name, Entry("organisation", None, key, "MED")
    for name in table["media"]:
        yield name, Entry("organisation", None, name, "MED")


def _states() -> Iterator[tuple[str, Entry]]:
    table = load_json("states.json")
    for iso, row in table["states"].items():
        for name in (*row["names"], *([row["official"]] if row["official"] else [])):
            yield name.removeprefix("the "), Entry("state", iso)
    for iso, row in table["states"].items():
        yield from _people(row, iso)
        for seat in row["seats"]:
            yield (
                seat["name"],
                Entry("seat", iso, seat["name"], None, _SEAT_BODIES.get(seat["stands_for"])),
            )
        for name in row["capitals"]:
            yield name, Entry("capital", iso, name)
    for row in table["parts"].values():
        yield from _people(row, row["state"])
    for word in table["regional"]:
        yield word, Entry("regional")


def _people(row: dict[str, Any], iso: str) -> Iterator[tuple[str, Entry]]:
    for word in row["adjectives"]:
        yield word, Entry("demonym", iso)
    for word in row["inhabitants"]:
        yield word, Entry("people", iso)


def matches(words: Sequence[str]) -> Iterator[tuple[int, int, Entry]]:
    """The phrases in a sentence's words, left to right, longest first, none overlapping."""
    by_first = phrases()
    start, count = 0, len(words)
    while start < count:
        end = start + 1
        for phrase, entry in by_first.get(words[start], ()):
            if tuple(words[start : start + len(phrase)]) == phrase:
                end = start + len(phrase)
                yield start, end, entry
                break
        start = end


def entry_of(words: Sequence[str]) -> Entry | None:
    """The entry of a whole phrase."""
    if not words:
        return None
    for phrase, entry in phrases().get(words[0], ()):
        if len(phrase) == len(words) and tuple(words) == phrase:
            return entry
    return None


@cache
def state_name(iso: str) -> str:
    """The short English name of a state by its ISO 3166-1 alpha-3 code."""
    row = load_json("states.json")["states"].get(iso)
    return str(row["name"]) if row else iso


@cache
def state_aliases(iso: str) -> frozenset[str]:
    """The names by which a state goes."""
    row = load_json("states.json")["states"].get(iso)
    return frozenset(row["names"]) if row else frozenset()


# ---------------------------------------------------------------- words for persons


@cache
def people() -> dict[str, tuple[str, str]]:
    """Noun for a person → (family, sector or '')."""
    return {
        noun: (family, sector)
        for family, (sector, nouns) in _table()["people"].items()
        for noun in nouns.split()
    }


@cache
def covers(family: str) -> frozenset[str]:
    """The families that a description of `family` may mean."""
    return frozenset(_table()["covers"].get(family, family).split())


# ---------------------------------------------------------------- words for bodies and groups


@cache
def context() -> dict[str, str]:
    """Word that says what sector a body belongs to, the more telling sectors first."""
    found: dict[str, str] = {}
    for sector, words in _table()["context"].items():
        for word in words.split():
            found.setdefault(word.replace("-", " "), sector)
    return found


@cache
def sector_order() -> dict[str, int]:
    """Sector → how telling its words are, the lower the more."""
    return {sector: order for order, sector in enumerate(_table()["context"])}


@cache
def groups() -> dict[str, str]:
    """Word for a group of people behind a demonym → sector."""
    return {word: sector for sector, words in _table()["groups"].items() for word in words.split()}


@cache
def institutions() -> dict[str, Institution]:
    """Words (joined by a blank) for a body that every state has."""
    return {
        words.replace("-", " "): Institution(key, sector)
        for key, sector, names in _table()["institutions"]
        for words in names.split()
    }


@cache
def ministries() -> frozenset[str]:
    """What a ministry may be of."""
    return frozenset(_table()["ministries"].split())


@cache
def bodies() -> dict[str, str]:
    """Noun for a kind of body → sector or ''."""
    return {noun: sector for sector, nouns in _table()["bodies"].items() for noun in nouns.split()}


@cache
def called() -> dict[str, frozenset[str]]:
    """Key of a known organisation → the nouns that news calls it by ('the alliance')."""
    return {key: frozenset(nouns.split()) for key, nouns in _table()["called"].items()}


@cache
def acting() -> frozenset[str]:
    """Verbs whose subject acts as a government does."""
    return frozenset(_table()["acting"].split())


@cache
def relations() -> frozenset[str]:
    """Nouns of relations between states."""
    return frozenset(_table()["relations"].split())
