"""The word lists of the segmenter, read once from ``data/segmentation.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parents[1] / "data" / "segmentation.json"


@cache
def _data() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """One list as a set, for lookups: ``words("starters")``."""
    return frozenset(_data()[name])


@cache
def contractions() -> dict[str, int]:
    """Words written as one but read as two, with the place of the cut: ``cannot`` → 3."""
    table: dict[str, int] = dict(_data()["contractions"])  # type: ignore[arg-type]
    return table


@cache
def alternatives(name: str) -> str:
    """One list as a regular expression, longest first."""
    return "|".join(sorted(_data()[name], key=lambda word: (-len(word), word)))
