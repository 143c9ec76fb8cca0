"""The words that time expressions are made of, and the classes that the rules call them by.

`data/timex.json` (genscripts/timex_words.py) holds the facts; here they get classes, and numbers
get theirs by their shape. A word may have several classes ('second': an ordinal and a unit).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parents[2] / "data" / "timex.json"

CAREFUL_MONTHS: Final = frozenset({"may", "march", "mar", "jan", "jun", "apr", "dec"})
"""Months that are also verbs, names or codes: they need a day, a year or a preposition."""
CAREFUL_DAYS: Final = frozenset({"sun", "sat", "mon", "wed", "thu", "thur", "tue", "fri"})
"""Weekdays that are also words, names or codes: they need a date behind them."""

WORDS: Final[Mapping[str, str]] = {
    "vague": "several few many some numerous various multiple",
    "back": "last past previous preceding prior",
    "on": "next coming upcoming following ensuing succeeding",
    "early": "early earlier",
    "late": "late later",
    "preposition": "in on at by since until till from through during before after to of for around "
    "about between over within throughout through and or as past towards toward into post pre",
    "count": "people troops soldiers men women children civilians dollars euros pounds miles km "
    "kilometers kilometres tons tonnes meters metres feet acres hectares jobs employees workers "
    "seats votes shares homes houses refugees prisoners students police officers points percent "
    "barrels units copies square calories words yen francs rubles rupees marks fighters pages "
    "ft kg mph m kms lbs mm cm",
    "era": "ad bc ce bce a.d. b.c. b.c",
    "am": "am a.m. a.m",
    "pm": "pm p.m. p.m",
}


def listed(words: str) -> frozenset[str]:
    """A set of words from a line of them."""
    return frozenset(words.split())


CORE: Final = listed(
    "mo moamb wd wdamb wds anyunit season part parts decade decadew setw year oldyear iso "
    "slash yspan qn hn fy clock am pm zone namedday"
)
"""Every rule needs a token of one of these classes or of `CORE_WORDS`, or a holiday's name."""
CORE_WORDS: Final = listed(
    "' ‘ ago quarter half noon midnight midday o'clock today tonight yesterday tomorrow "
    "overnight now nowadays currently current present moment stage recently recent past "
    "future soon possible time term fiscal period weekdays nineteen eighteen thousand "
    "daylong weeklong monthlong yearlong bc bce b.c. b.c decadelong year-end century hours "
    "while point past ages"
)

_INT = re.compile(r"\d+")
_NUM = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DECADE = re.compile(r"(?:1[5-9]\d0|20\d0|['’]?\d0)['’]?s")
_ISO = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_SLASH = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)|(?:19|20)\d\d([/.])\d\d\2\d\d")
_SPAN = re.compile(r"(?:19|20)\d\d/\d\d")

SHAPES: Final[Mapping[str, str]] = {
    "n0": "yy",
    "n12": "day mm hour n",
    "n24": "day n",
    "n31": "day n",
    "n99": "n",
    "n0x": "day0 yy",
    "n999": "n",
    "year": "year n",
    "year_hhmm": "year hhmm n",
    "old": "oldyear n",
    "old_hhmm": "oldyear hhmm n",
    "hhmm": "hhmm",
    "more": "n",
    "num": "num",
    "clock": "clock",
    "clockdot": "clockdot num",
    "od": "day ordday ord",
    "ord": "ord",
    "decade": "decade",
    "iso": "iso",
    "isohour": "isohour",
    "slash": "slash",
    "yspan": "yspan",
    "qn": "qn",
    "hn": "hn",
    "fy": "fy",
    "frac": "frac",
    "numfrac": "numfrac",
}
"""Classes of a number by its shape; `number_shape` gives the shape."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word: its classes, and whether they hold only where it begins with a capital."""

    classes: frozenset[str]
    capital: bool = False


@cache
def data() -> Mapping[str, Any]:
    """The generated lexicon as it stands in the file."""
    loaded: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


@cache
def table(name: str) -> Mapping[str, Any]:
    """One map of the lexicon with its keys in lower case."""
    return {key.lower(): value for key, value in data()[name].items()}


def _add(into: dict[str, set[str]], words: Iterable[str], *classes: str) -> None:
    for word in words:
        into.setdefault(word.lower(), set()).update(classes)


def _calendar(into: dict[str, set[str]]) -> None:
    for word in table("months"):
        _add(into, [word], "moamb" if word in CAREFUL_MONTHS else "mo")
        _add(into, [word + "."], "mo")
    for word in table("weekdays"):
        _add(into, [word], "wdamb" if word in CAREFUL_DAYS else "wd")
        _add(into, [word + "."], "wd")
    _add(into, [f"{word}s" for word in table("weekdays") if word.endswith("day")], "wds")


def _units(into: dict[str, set[str]]) -> None:
    for word, unit in table("units").items():
        several = "units" if word.endswith(("s", "ia")) else "unit"
        _add(into, [word], "anyunit", several)
        if unit not in ("S", "MIN", "H"):
            _add(into, [word], "calunit")


def _lexicon() -> dict[str, set[str]]:
    into: dict[str, set[str]] = {}
    _calendar(into)
    _units(into)
    _add(into, table("seasons"), "season")
    _add(into, table("parts"), "part")
    _add(into, [f"{part}s" for part in table("parts")], "parts")
    _add(into, table("decades"), "decadew")
    _add(into, table("sets"), "setw")
    _add(into, table("numbers"), "numw")
    _add(into, table("ordinals"), "ordw", "ord")
    _add(into, table("named_days"), "namedday")
    for name, words in WORDS.items():
        _add(into, words.split(), name)
    return into


_LOWER_IS_A_WORD: Final = CAREFUL_MONTHS | CAREFUL_DAYS | {"august"}


@cache
def entries(literals: frozenset[str]) -> Mapping[str, Entry]:
    """Every word known, with '=word' as a class of each of `literals` (the rules' own words)."""
    lexicon = _lexicon()
    for word in literals:
        _add(lexicon, [word], f"={word}")
    found = {word: Entry(frozenset(classes)) for word, classes in lexicon.items()}
    for word in data()["zones"]:
        found[word] = Entry(frozenset({"zone"}))
    for word in _LOWER_IS_A_WORD:
        found[word.capitalize()] = found[word]
        found[word] = Entry(frozenset(c for c in found[word].classes if c.startswith("=")))
    return found


@cache
def classes_of_shapes() -> Mapping[str, frozenset[str]]:
    """The classes of every shape as sets."""
    return {shape: frozenset(names.split()) for shape, names in SHAPES.items()}


def number_shape(word: str) -> str | None:
    """The shape of a word that has a digit (a key of `SHAPES`), or None."""
    if _INT.fullmatch(word):
        return _integer_shape(word)
    if match := _CLOCK.fullmatch(word):
        return "clock" if ":" in word else "clockdot" if match else None
    if match := _ORDINAL.fullmatch(word):
        return "od" if len(match[1]) < 3 and 0 < int(match[1]) < 32 else "ord"
    for shape, pattern in _SHAPE_PATTERNS:
        if pattern.fullmatch(word):
            return shape
    return None


_SHAPE_PATTERNS: Final = (
    ("num", _NUM),
    ("decade", _DECADE),
    ("iso", _ISO),
    ("isohour", re.compile(r"(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3])")),
    ("slash", _SLASH),
    ("yspan", _SPAN),
    ("qn", re.compile(r"q[1-4]")),
    ("hn", re.compile(r"h[12]")),
    ("fy", re.compile(r"fy'?(?:(?:19|20)\d\d|\d\d)")),
    ("frac", re.compile(r"\d/\d|[½¼¾]")),
    ("numfrac", re.compile(r"\d{1,3}[½¼¾]")),
)


def _integer_shape(word: str) -> str:
    if len(word) > 4:
        return "more"
    value = int(word)
    if len(word) == 4:
        return _four_digits(value, word[0] == "0")
    if len(word) == 2 and word[0] == "0":
        return "n0x" if value else "n0"
    for limit, shape in ((0, "n0"), (12, "n12"), (24, "n24"), (31, "n31"), (99, "n99")):
        if value <= limit:
            return shape
    return "n999"


def _four_digits(value: int, zero: bool) -> str:
    clock = value // 100 < 25 and value % 100 < 60
    if 1900 <= value < 2100:
        return "year_hhmm" if clock else "year"
    if 1000 <= value < 1900 and not zero:
        return "old_hhmm" if clock else "old"
    return "hhmm" if clock else "more"
