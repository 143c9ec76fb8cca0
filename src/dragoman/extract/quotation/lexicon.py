"""The word lists of attribution, read once from ``data/quotation.json``."""

from __future__ import annotations

from functools import cache
from typing import Final

from dragoman.resources import load_json

FILE: Final = "quotation.json"


@cache
def words(*names: str) -> frozenset[str]:
    """The lemmas of one list or of several together: ``words("speech")``."""
    lists = load_json(FILE)
    return frozenset(word for name in names for word in lists[name])
