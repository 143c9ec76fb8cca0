"""What a trigger means: its lemma, the words derived from it, and a vector of its meaning.

The data (`data/event_words.json`) are derivations of WordNet 3.1 and vectors of the encoder, made by
`genscripts/event_words.py`: nothing is encoded here.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder.lemma import lemma
from dragoman.resources import load_json

_LIGHT: Final = (
    "be have do get go come take make give put hold see keep let seem become remain begin start "
    "continue stop end happen occur say tell report call set bring turn express voice issue"
)
LIGHT: Final = frozenset(_LIGHT.split())
"""Verbs that many events share: that two sentences have one of them says little."""
_FUNCTION_WORDS: Final = (
    "a about above after against all also although am among an and any are as at be because been "
    "before being below between but by can could did do does doing down during each even ever every "
    "few for from further had has have having he her here hers him his how however i if in into is it "
    "its itself just last least less like made make many may me might more most much must my near "
    "never no nor not now of off on once one only or other our out over own per said same say says "
    "she should since so some still such than that the their them then there these they this those "
    "through to told too toward towards under until up upon us used very was we well were what when "
    "where which while who whom whose why will with within without would yet you your"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())
_WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")


@cache
def family(word: str) -> str:
    """The shortest word that `word`, a lemma in lower case, is derived from or to; else itself."""
    families: dict[str, str] = load_json("event_words.json")["families"]
    return families.get(word, word)


@cache
def senses(word: str) -> tuple[str, ...]:
    """The meanings of a lemma that other words share, the most frequent first, the wider one last."""
    row: str = load_json("event_words.json")["senses"].get(word, "")
    return tuple(row.split())


def vectors(words: Sequence[str]) -> NDArray[np.float32]:
    """A row of unit length for each lemma: the cosine of two says how near their meanings are.

    A word that is not listed takes its family's; where that isn't either, a row of zeros.
    """
    known, rows = _places(), _rows()
    at = [known.get(word, known.get(family(word), -1)) for word in words]
    return rows[np.array(at, dtype=np.int64)]


@cache
def trigger_lemma(word: str) -> str:
    """The lemma of a trigger of unknown part of speech: the verb's where one is listed, else the noun's."""
    plain = word.lower()
    for upos in ("VERB", "NOUN"):
        found = lemma(plain, upos)
        if found in _places():
            return found
    return plain


@cache
def _places() -> dict[str, int]:
    """Word → its row."""
    return {word: row for row, word in enumerate(load_json("event_words.json")["words"])}


@cache
def _rows() -> NDArray[np.float32]:
    """The rows of all words, and at the end one of zeros."""
    packed = base64.b64decode(load_json("event_words.json")["vectors"])
    rows = np.frombuffer(packed, dtype=np.int8).reshape(len(_places()), -1).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.vstack([rows, np.zeros_like(rows[:1])])


def content(text: str) -> tuple[str, ...]:
    """The lemmas of the words of a text that are no function words, in order, in lower case."""
    words = (w.lower() for w in _WORD.findall(text))
    return tuple(trigger_lemma(w) for w in words if w not in FUNCTION_WORDS and len(w) > 1)
