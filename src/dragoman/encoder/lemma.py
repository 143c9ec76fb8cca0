"""Lemmas by rule, with a lexicon of the words that the rules get wrong.

The rules are those of English inflection (Quirk et al. 1985, ch. 3 and 5); the lexicon,
``data/lemma_irregular.json``, is made by ``genscripts/lemma_irregular.py`` from UD English train.
Lemmas follow UD English: lower case except for proper nouns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

LEXICON: Final = Path(__file__).parents[1] / "data" / "lemma_irregular.json"

LONGEST_ENDING: Final = 4
_DEMONYM: Final = re.compile(r"[A-Z][a-z]{3,}(?:ian|ean|ese|ish|ican)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The shipped data.

    Attributes:
        forms: part of speech, then form (lower case, but for PROPN), then lemma.
        endings: what a stem before -ing or -ed loses or gets, by its last letters: ``e`` (hop-e),
            ``-`` (stop-p) or nothing (help). The longest ending that is listed decides.
    """

    forms: Mapping[str, Mapping[str, str]]
    endings: Mapping[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read once."""
    loaded = json.loads(LEXICON.read_text(encoding="utf-8"))
    return Lexicon(loaded["forms"], loaded["endings"])


@lru_cache(maxsize=1 << 16)
def lemma(word: str, upos: str) -> str:
    """The lemma of a word with this part of speech."""
    known = lexicon().forms.get(upos, {}).get(form_of(word, upos))
    return known if known is not None else by_rule(word, upos, lexicon().endings)


def form_of(word: str, upos: str) -> str:
    """A word as the lexicon lists it."""
    plain = word.replace("’", "'")
    return plain if upos == "PROPN" else plain.lower()


def by_rule(word: str, upos: str, endings: Mapping[str, str]) -> str:
    """The lemma by rule alone."""
    if upos in ("PUNCT", "SYM", "NUM", "X", "PROPN"):
        return word
    lower = word.lower().replace("’", "'")
    if upos == "NOUN":
        return _noun(lower)
    if upos in ("VERB", "AUX"):
        return _verb(lower, endings)
    if upos == "ADJ" and _DEMONYM.match(word):
        return word
    return _graded(lower, endings) if upos in ("ADJ", "ADV") else lower


def _noun(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is", "ous", "'s")) or not word.endswith("s"):
        return word.removesuffix("'s") if word[:1].isdigit() else _men(word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _men(word: str) -> str:
    return word[:-2] + "an" if word.endswith("men") and len(word) > 4 else word


def _verb(word: str, endings: Mapping[str, str]) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    stem = stem_of(word)
    return word if stem is None else base(stem, endings)


def stem_of(word: str) -> str | None:
    """What stands before -ing or -ed, or None."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and re.search("[aeiouy]", stem):
            return stem
    return None


def base(stem: str, endings: Mapping[str, str]) -> str:
    """The base form of a stem: hop → hope, stopp → stop, help → help."""
    for length in range(min(LONGEST_ENDING, len(stem)), 0, -1):
        change = endings.get(stem[-length:])
        if change is not None:
            return stem + "e" if change == "e" else stem[:-1] if change == "-" else stem
    return stem


def _graded(word: str, endings: Mapping[str, str]) -> str:
    for ending in ("iest", "ier"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "y"
    if word.endswith("est") and len(word) > 5 and not word.endswith(("nest", "dest", "rest")):
        return base(word[:-3], endings)
    return word
