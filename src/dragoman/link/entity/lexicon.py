"""What the joiner of entities knows of names, beside `person_words`: titles, and what is no surname."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from dragoman import person_words
from dragoman.folding import listed
from dragoman.resources import load_json

FILE: Final = "entity.json"

PRONOUNS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
COMPANY: Final = listed("inc corp co ltd llc plc ag sa gmbh company corporation limited holdings")
"""Ends of a company's name that its short forms leave out."""
SMALL: Final = listed("of the for and de la")
"""Words of a body's name that its acronym leaves out."""


@cache
def honorifics() -> dict[str, str]:
    """Honorific in lower case, without its full stop → 'm' or 'f'."""
    return {
        word.rstrip("."): gender for word, gender in person_words.honorifics().items() if gender
    }


@cache
def titles() -> frozenset[str]:
    """What stands before a surname, in lower case: honorifics and ranks."""
    words = (*person_words.honorifics(), *person_words.ranks())
    return frozenset(word.rstrip(".") for word in words)


@cache
def nouns() -> frozenset[str]:
    """Nouns for kinds of bodies and people ('police', 'surgeon'), which are nobody's surname in lower case and, at
    the end of a name, mostly no surname either."""
    bodies: dict[str, str] = load_json(FILE)["bodies"]
    people: dict[str, tuple[str, str]] = load_json(FILE)["people"]
    lines = (*bodies.values(), *(words for _, words in people.values()))
    return frozenset(noun for line in lines for noun in line.split())
