"""The word lists of the place layer, read once from ``data/gazetteer_words.json``."""

from __future__ import annotations

from functools import cache

from dragoman.resources import load_json


@cache
def words(name: str) -> frozenset[str]:
    """One list as a set: ``words("streets")``."""
    return frozenset(load_json("gazetteer_words.json")[name])
