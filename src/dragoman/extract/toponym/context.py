"""What stands around a place name and says which place is meant.

'Alexandria, La.'; 'Paris, Texas'; 'the Syrian town of X'; 'X in northern Iraq'; 'X County'. Each
finding is a division or state that should hold the place, or a kind of place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dragoman.extract.toponym.gazetteer import Gazetteer
from dragoman.resources import load_json
from dragoman.types import Span

BEHIND: Final = 48
"""Characters behind a name that are looked at; a division's name is shorter."""
AHEAD: Final = 40

_WORD: Final = r"[A-Z][\w’'&-]*\.?(?:[A-Z]\.)*"
_DIVISION: Final = rf"({_WORD}(?:[ ]{_WORD}){{0,3}})"
_COMMA: Final = re.compile(
    rf"[ ]?(?:,\s|\()\s?(?:(?:in|the)\s)*(?:(?:north|south|east|west|cent)\w*\s)?{_DIVISION}"
)
_WITHIN: Final = re.compile(
    rf"(?:\s(?:city|town|village|area|region|province|district|suburb))?\s(?:in|of)\s(?:the\s)?(?:[a-z]+\s){{0,2}}{_DIVISION}"
)
_HOLDER: Final = re.compile(rf"({_WORD}(?:[ ]{_WORD})?)(?:[’']s?)?\s(?:[a-z-]+\s){{0,4}}$")
_SUFFIX: Final = re.compile(
    r"\s(?:(County|Parish|Counties|county)|(State|Province|Oblast|Governorate|Prefecture|province|"
    r"oblast|governorate|prefecture|state|region|Region)|(City|city|town|village|suburb))\b"
)
_PREFIX: Final = re.compile(
    r"(?:\b(County|county of)|\b(state of|province of|region of|State of|Province of)|"
    r"\b(city of|town of|village of|suburb of|capital,?|City of|Town of|town|city|village))\s$"
)
KINDS: Final = ("ADM2", "ADM1", "PPL")


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around one mention say.

    Attributes:
        within: rows of the divisions and states that the words right behind the name give.
        near: the same from looser wordings ('the Syrian town of'), and less sure.
        kind: 'ADM1', 'ADM2' or 'PPL' where a word says so ('County', 'province', 'city of').
    """

    within: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    kind: str | None = None


def context(text: str, span: Span, places: Gazetteer) -> Context:
    """Reads the words around ``text[span]``."""
    behind, ahead = (
        text[span.end : span.end + BEHIND],
        text[max(0, span.start - AHEAD) : span.start],
    )
    comma, within = _COMMA.match(behind), _WITHIN.match(behind)
    near = list(_divisions(within[1], places)) if within else []
    if holder := _HOLDER.search(ahead):
        near += _holders(holder[1], places)
    return Context(
        within=_divisions(comma[1], places) if comma else (),
        near=tuple(near),
        kind=_kind(behind, ahead),
    )


def _kind(behind: str, ahead: str) -> str | None:
    for match in (_SUFFIX.match(behind), _PREFIX.search(ahead)):
        if match and match.lastindex:
            return KINDS[match.lastindex - 1]
    return None


def _divisions(words: str, places: Gazetteer) -> tuple[int, ...]:
    """Divisions and states that the longest beginning of `words` names."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length])
        if (row := places.abbreviations.get(name)) is not None:
            return (row,)
        if found := _holding(name, places):
            return found
    return ()


def _holders(words: str, places: Gazetteer) -> tuple[int, ...]:
    """The state of a demonym or a division's name that stands before a place name."""
    for name in (words, words.rpartition(" ")[2]):
        if code := demonyms().get(name):
            return state_rows(code, places)
        if found := _holding(name, places):
            return found
    return ()


@lru_cache(maxsize=4096)
def _holding(name: str, places: Gazetteer) -> tuple[int, ...]:
    found = places.candidates(name.removesuffix("'s").removesuffix("’s"))
    holding = [places.codes.index(code) for code in ("PCLI", "ADM1", "ADM2")]
    return tuple(int(n) for n, c in zip(found.number, found.code, strict=True) if c in holding)


@cache
def state_rows(code: str, places: Gazetteer) -> tuple[int, ...]:
    """The gazetteer's row of the state with an ISO 3166-1 alpha-3 code, as a tuple of one."""
    name = load_json("states.json")["states"][code]["name"]
    found = places.candidates(name)
    country, state = places.countries.index(code), places.codes.index("PCLI")
    rows = found.number[(found.country == country) & (found.code == state)]
    return tuple(int(row) for row in rows[:1])


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and names of inhabitants, with the one state they belong to ('Turkish' → 'TUR').

    Words of several states ('Congolese') and of none ('Arab') are not in it: see `unplaced`.
    """
    table: dict[str, set[str]] = {}
    data = load_json("states.json")
    rows = [(code, row) for code, row in data["states"].items()]
    rows += [(row["state"], row) for row in data["parts"].values()]
    for code, row in rows:
        for word in (*row["adjectives"], *row["inhabitants"]):
            table.setdefault(word, set()).add(code)
    names = {name for _, row in rows for name in row.get("names", ())}
    return {
        w: next(iter(codes)) for w, codes in table.items() if len(codes) == 1 and w not in names
    }


@cache
def unplaced() -> frozenset[str]:
    """Demonyms that name no single state."""
    data = load_json("states.json")
    words = set(data["regional"])
    for row in data["states"].values():
        words.update((*row["adjectives"], *row["inhabitants"]))
    names = {name for row in data["states"].values() for name in row["names"]}
    return frozenset(words - set(demonyms()) - names)
