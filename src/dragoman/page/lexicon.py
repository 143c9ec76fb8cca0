"""The data files of this package, each read once: verbs, function words, furniture wordings, media."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

_DATA: Final = Path(__file__).parents[1] / "data"
_WORDING_EDGE: Final = " \t\u00a0.:;,…!*|»«›‹>→←▶►▼▲•·–—-_()[]+#\ufeff"


@cache
def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return loaded


@cache
def finite_verbs() -> frozenset[str]:
    """Lower-case English forms that are mostly finite verbs."""
    return frozenset(_load("page_words.json")["finite_verbs"])


@cache
def function_words() -> frozenset[str]:
    """Lower-case English function words."""
    return frozenset(_load("page_words.json")["function_words"])


@cache
def _wordings(where: str, only: frozenset[str] | None = None) -> re.Pattern[str]:
    table = _load("page_furniture.json")
    wanted = only or table.keys() - {"about"}
    kinds = {k: v[where] for k, v in table.items() if k in wanted and where in v}
    groups = (f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds.items())
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _triggered() -> tuple[tuple[str, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """Wordings that may stand anywhere: (trigger, ((kind, pattern), ...))."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, places in _load("page_furniture.json").items():
        for trigger, pattern in places.get("any", ()) if kind != "about" else ():
            found.setdefault(trigger, []).append((kind, re.compile(pattern, re.IGNORECASE)))
    return tuple((trigger, tuple(patterns)) for trigger, patterns in found.items())


def whole_wording(line: str) -> str | None:
    """The kind of furniture whose wording is this whole line, without the marks around it."""
    match = _wordings("whole").fullmatch(line.strip(_WORDING_EDGE))
    return match.lastgroup if match else None


def opening_wording(line: str, only: frozenset[str] | None = None) -> str | None:
    """The kind of furniture, one of `only` if given, whose wording the line begins with."""
    match = _wordings("start", only).match(line)
    return match.lastgroup if match else None


def inner_wording(line: str) -> tuple[str, int] | None:
    """The kind of furniture whose wording stands first inside the line, and where it begins."""
    lowered = line.lower()
    triggered = [patterns for trigger, patterns in _triggered() if trigger in lowered]
    found = (
        (match.start(), kind)
        for patterns in triggered
        for kind, pattern in patterns
        if (match := pattern.search(line))
    )
    start, kind = min(found, default=(-1, ""))
    return (kind, start) if kind else None


@cache
def agencies() -> dict[str, str]:
    """Wording of a news agency to its canonical name, as worded (case kept)."""
    table = _load("page_media.json")["agencies"]
    return {wording: name for name, wordings in table.items() for wording in wordings}


@cache
def canonical_names() -> frozenset[str]:
    """The names under which news agencies are recorded."""
    return frozenset(agencies().values())


@cache
def media() -> frozenset[str]:
    """Names of newspapers, broadcasters and sites, without a leading 'The' unless always written."""
    return frozenset(_load("page_media.json")["media"])


@cache
def media_endings() -> frozenset[str]:
    """Words that end the name of a medium: 'Times', 'Herald'."""
    return frozenset(_load("page_media.json")["endings"])


@cache
def media_introductions() -> str:
    """Nouns that introduce a medium's name, as a regular expression: 'newspaper', 'broadcaster'."""
    return "|".join(_load("page_media.json")["introductions"])


@cache
def dateline_cities() -> frozenset[str]:
    """Cities that datelines name without a country."""
    return frozenset(_load("page_media.json")["dateline_cities"])
