"""What names of persons are told by, in articles and across them: titles, given names, nouns of one gender."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.folding import fold
from dragoman.resources import load_json


def _table() -> dict[str, Any]:
    return load_json("entity.json")


@cache
def ranks() -> dict[str, str]:
    """Title before a name, lower case → sector."""
    return {
        word.lower(): sector
        for sector, words in _table()["ranks"].items()
        for word in words.split()
    }


@cache
def honorifics() -> dict[str, str]:
    """Honorific, lower case → 'm', 'f' or ''."""
    return {
        word.lower(): gender
        for gender, words in _table()["honorifics"].items()
        for word in words.split()
    }


@cache
def gendered() -> dict[str, str]:
    """Noun that only a man or only a woman is called → 'm' or 'f'."""
    return {
        word: gender for gender, words in _table()["gendered"].items() for word in words.split()
    }


@cache
def given() -> dict[str, str]:
    """Folded given name → the usual gender."""
    return {name: gender for gender, names in _table()["given"].items() for name in names.split()}


@cache
def variants() -> dict[str, frozenset[str]]:
    """Given name → its other forms."""
    found: dict[str, set[str]] = {}
    for line in _table()["variants"]:
        for name in line.split():
            found.setdefault(name, set()).update(line.split())
    return {name: frozenset(forms - {name}) for name, forms in found.items()}


def gender_of_given(name: str) -> str | None:
    """'m' or 'f' where a given name is mostly the one."""
    return given().get(fold(name).replace("-", ""))
