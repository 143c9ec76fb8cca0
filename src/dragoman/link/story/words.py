"""The words of a report, folded and weighed by how rare they are in English at large.

A word's weight is the surprise of meeting it in an article: `-ln` of the share of articles of
`USUAL_LENGTH` words that would have it by chance, from word counts of English (`data/word_rarity.json`).
Nothing is counted over the record, so that the weight is the same for any collection.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final, NamedTuple

from dragoman.resources import load_json

USUAL_LENGTH: Final = 300
HEAVIEST: Final = 9.0
"""The weight of a word that the counts do not have, in nats: one article in eight thousand."""

UNLISTED_NAME: Final = 9.0
UNLISTED_WORD: Final = 7.5

_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_LETTERS: Final = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"}
)
_ENDINGS: Final = (
    ("ational", "ate"), ("ations", "ate"), ("ation", "ate"), ("ingly", ""), ("edly", ""), ("ments", "ment"),
    ("ings", ""), ("ing", ""), ("iest", "y"), ("ies", "y"), ("ied", "y"), ("ers", "er"), ("ors", "or"),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ed", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
_LEAST_STEM: Final = 3
_VERBAL: Final = frozenset({"ing", "ings", "ed", "edly", "ingly"})
_SHORT: Final = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]$")
_DOUBLED: Final = re.compile(r"([bdfgmnprt])\1$")


class Word(NamedTuple):
    """A form of a word: its stem, its weight in nats, whether it starts with a capital and whether it
    is a number."""

    stem: str
    weight: float
    capital: bool
    number: bool


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, Word]]:
    """Where the words of a stretch of a text start, and the words, without those that weigh nothing."""
    found: list[tuple[int, Word]] = []
    last = start
    for form in _WORD.findall(text, start, len(text) if end is None else end):
        at = text.index(form, last)  # between two forms no character could begin one
        last = at + len(form)
        word = _known(form)
        if word[1] > 0:
            found.append((at, word))
    return found


def forms(text: str, start: int, end: int) -> list[Word]:
    """The same words without their places."""
    return [word for form in _WORD.findall(text, start, end) if (word := _known(form))[1] > 0]


@lru_cache(maxsize=1 << 16)
def _known(form: str) -> Word:
    if form[0].isdigit():
        digits = form.replace(",", "").rstrip("0").rstrip(".") or form
        return Word(form.replace(",", ""), _number_weight(digits), False, True)
    if form.replace(".", "") in ("US", "USA"):
        return Word("=usa", _weight_of("=usa"), True, False)
    plain = folded(re.sub(r"['’](?:s|S)$|[.'’]", "", form))
    capital = form[0].isupper()
    state = _states().get(plain) if capital else None
    if state is not None:
        return Word(state, _weight_of(state), True, False)
    cut = stem(plain)
    return Word(cut, rarity(cut, name=capital), capital, False)


def _number_weight(digits: str) -> float:
    """A number with many digits that count is rare; a year and a small number are not."""
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return 1.0
    return min(1.5 + 1.5 * len(digits), 7.0)


def folded(form: str) -> str:
    """Lower case without diacritics."""
    if form.isascii():
        return form.lower()
    plain = unicodedata.normalize("NFKD", form.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without a common ending: enough to match 'strikes' and 'striking'.

    After M. F. Porter, "An algorithm for suffix stripping" (1980), steps 1 and 5, and some of step 2.
    """
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            if ending == "ly" and len(word) < 7:
                break
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            cut = word[: -len(ending)] + instead
            if ending in _VERBAL:
                once = _DOUBLED.sub(r"\1", cut)
                return f"{cut}e" if once == cut and _SHORT.match(cut) else once
            return _without_e(cut)
    return _without_e(word)


def _without_e(word: str) -> str:
    """'rescue' without its e, 'plane' with it: 'plan' is another word."""
    short = len(word) <= _LEAST_STEM or _SHORT.match(word[:-1])
    return word if short else word.removesuffix("e")


def rarity(stem: str, *, name: bool = False) -> float:
    """The weight of a stem, 0 to `HEAVIEST` nats."""
    rate = _rates().get(stem)
    if rate is None:
        return UNLISTED_NAME if name else UNLISTED_WORD
    return min(HEAVIEST, max(0.0, -math.log(1 - math.exp(-USUAL_LENGTH * rate)) - _EVERYDAY))


_EVERYDAY: Final = 0.7
"""A word that half of all articles have weighs nothing."""


@cache
def _rates() -> dict[str, float]:
    """Uses of each stem per word of English."""
    found: defaultdict[str, float] = defaultdict(float)
    for zipf, listed in load_json("word_rarity.json")["words"].items():
        for word in listed.split():
            found[stem(folded(word))] += 10 ** (float(zipf) - 9)
    return dict(found)


@cache
def _states() -> dict[str, str]:
    """One-word names, adjectives and inhabitants of states, each with '=' and the state's code."""
    found: dict[str, str] = {}
    for code, state in sorted(load_json("states.json")["states"].items()):
        for form in (state["name"], *state["names"], *state["adjectives"], *state["inhabitants"]):
            plain = folded(form)
            if " " not in plain and plain.isalpha():
                found.setdefault(plain, f"={code.lower()}")
            elif plain.startswith(("north korea", "south korea")):
                found[plain.split()[1]] = "=korea"
    return found


@cache
def _weight_of(state: str) -> float:
    """The weight of a state: of its most common spelling."""
    return min(rarity(stem(form)) for form, code in _states().items() if code == state)
