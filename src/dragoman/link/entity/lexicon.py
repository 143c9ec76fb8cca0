"""What the joiner of entities knows of names: who is called so, and what a given name is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from dragoman.folding import fold, listed
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
    return _by_word(load_json(FILE)["honorifics"])


@cache
def gendered() -> dict[str, str]:
    """Noun that only a man or only a woman is called → 'm' or 'f'."""
    return _by_word(load_json(FILE)["gendered"])


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {w.lower().rstrip("."): g for g, words in table.items() if g for w in words.split()}


@cache
def given() -> dict[str, str]:
    """Folded given name → the usual gender."""
    return _by_word(load_json(FILE)["given"])


def gender_of(name: str) -> str | None:
    """'m' or 'f' where a given name is mostly the one."""
    return given().get(fold(name).replace("-", ""))


@cache
def titles() -> frozenset[str]:
    """What stands before a surname, in lower case: honorifics and ranks."""
    table = load_json(FILE)
    lines = (*table["honorifics"].values(), *table["ranks"].values())
    return frozenset(w.lower().rstrip(".") for line in lines for w in line.split())


@cache
def nouns() -> frozenset[str]:
    """Nouns for kinds of bodies and people ('police', 'surgeon'), which are nobody's surname in lower case and, at
    the end of a name, mostly no surname either."""
    bodies: dict[str, str] = load_json(FILE)["bodies"]
    people: dict[str, tuple[str, str]] = load_json(FILE)["people"]
    lines = (*bodies.values(), *(words for _, words in people.values()))
    return frozenset(noun for line in lines for noun in line.split())


@cache
def variants() -> dict[str, frozenset[str]]:
    """Given name → all forms of the names that it is a form of, itself too."""
    lines: list[str] = load_json(FILE)["variants"]
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        forms = frozenset(line.split())
        found.update((form, found.get(form, frozenset()) | forms) for form in forms)
    return found
