"""Words as the comparing of passages needs them: in lower case, stemmed, without function words.

    content("The strikes killed nine civilians") == ("strik", "kill", "9", "civilian")

Enough to match 'striking' and 'strikes'; nothing that is shown to a reader is made from it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")
"""A word, or a number with its points and commas."""

_NUMBERS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
DIGITS: Final = {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=2)}
"""Spelt-out numbers from two to twenty, in digits."""

_ENDINGS: Final = ("ing", "edly", "ed", "es", "s", "ly", "e")
_LEAST_STEM: Final = 4
_FUNCTION: Final = (
    "a about above after again against ago all also although always am among an and another any "
    "are around as at away back be became because become been before behind being below between "
    "both but by came can could d did do does doing done down during each either else even ever "
    "every few for from further get go going gone had has have having he her here hers him "
    "himself his how however i if in including indeed instead into is it its itself just last "
    "later least less like ll m made make many may me meanwhile might more most much must my near "
    "neither never new next no nor not now of off often on once one only onto or other others our "
    "out over own per put quite rather re s said same say saying says see seen several shall she "
    "should since so some still such t take than that the their them themselves then there these "
    "they this those though through thus till to told too took toward towards under until up upon "
    "us used ve very was we well went were what when where whether which while who whom whose why "
    "will with within without would yet you your"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION.split())
"""Words that say little of what a sentence is about."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; spelt-out numbers up to twenty as digits."""
    found = (match.group().casefold() for match in WORD.finditer(text))
    return tuple(DIGITS.get(word, word) for word in found)


def content(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order, without function words."""
    return tuple(stem(word) for word in words(text) if word not in FUNCTION_WORDS)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without a common ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM - (ending == "s"):
            return word[: -len(ending)]
    return word
