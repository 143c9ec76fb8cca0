"""The words of reported numbers (`data/quantity.json`), typed, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from dragoman.resources import load_json

FILE: Final = "quantity.json"


class Unit(NamedTuple):
    """A unit ('km', '' for a bare multiple) and what it measures ('distance')."""

    name: str
    dimension: str


Phrases = dict[tuple[str, ...], str]
"""Phrase, split into words → its meaning."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists. Words are in lower case; phrases are tuples of words.

    `signs` are the words that betray a number, as digits do.
    """

    ones: dict[str, int]
    scales: dict[str, float]
    vague: dict[str, float]
    fractions: dict[str, int]
    hedges_before: Phrases
    hedges_after: Phrases
    currency_codes: frozenset[str]
    currency_names: Phrases
    currency_symbols: dict[str, str]
    units: dict[tuple[str, ...], Unit]
    attached: dict[str, Unit]
    time_units: frozenset[str]
    labels: frozenset[str]
    nouns: dict[str, str]
    undergoer: dict[str, str]
    subject: dict[str, str]
    adjectives: dict[str, str]
    held: dict[tuple[str, str], str]
    event_nouns: dict[str, str]
    causing: frozenset[str]
    happenings: frozenset[str]
    speech: frozenset[str]
    score_after: frozenset[str]
    acts: tuple[str, ...]
    signs: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships. Raises `ResourceError` where its file is damaged."""
    raw = load_json(FILE)
    return Lexicon(
        ones=raw["ones"],
        scales={word: float(factor) for word, factor in raw["scales"].items()},
        vague={word: float(low) for word, low in raw["vague"].items()},
        fractions=raw["fractions"],
        hedges_before=_phrases(raw["hedges_before"]),
        hedges_after=_phrases(raw["hedges_after"]),
        currency_codes=frozenset(raw["currency_codes"]),
        currency_names=_phrases(raw["currency_names"]),
        currency_symbols=raw["currency_symbols"],
        units={_key(word): Unit(*unit) for word, unit in raw["units"].items()},
        attached={word: Unit(*unit) for word, unit in raw["attached"].items()},
        time_units=frozenset(raw["time_units"]),
        labels=frozenset(raw["labels"]),
        nouns={noun: measure for measure, nouns in raw["nouns"].items() for noun in nouns},
        undergoer=raw["frames"]["undergoer"],
        subject=raw["frames"]["subject"],
        adjectives=raw["adjectives"],
        held={_pair(words): measure for words, measure in raw["held"].items()},
        event_nouns=raw["event_nouns"],
        causing=frozenset(raw["causing"]),
        happenings=frozenset(raw["happenings"]),
        speech=frozenset(raw["speech"]),
        score_after=frozenset(raw["score_after"]),
        acts=tuple(raw["acts"]),
        signs=_signs(raw),
    )


def _signs(raw: dict[str, Any]) -> frozenset[str]:
    """Every word without which, or a digit, there is no number."""
    tables = ("ones", "scales", "vague", "fractions")
    return frozenset(word for table in tables for word in raw[table])


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").replace("/", " / ").split())


def _pair(phrase: str) -> tuple[str, str]:
    first, second = phrase.split()
    return first, second


def _phrases(table: dict[str, Any]) -> Phrases:
    return {_key(phrase): meaning for phrase, meaning in table.items()}
