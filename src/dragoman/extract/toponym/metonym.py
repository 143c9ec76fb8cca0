"""Where the name of a capital or of a government's seat stands for the government.

'Ankara announced', 'relations with Ankara', 'Washington’s support': the place is named, and a state
acts. What is told is the grammar of the name: the subject of an active verb, one side of a relation,
the owner of a policy. The classes follow Markert and Nissim (2002), place-for-people.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dragoman.encoder import EncodedSentence
from dragoman.extract.toponym.lexicon import words
from dragoman.extract.toponym.names import key
from dragoman.extract.toponym.senses import Meaning
from dragoman.resources import load_json

_NOT_ACTS: Final = words("verbs_of_cities")
"""Verbs that a city may be the subject of as a city."""
_RELATIONS: Final = words("relations")
_HELD: Final = words("held_by_governments")


def is_metonym(sentence: EncodedSentence, start: int, end: int, meaning: Meaning | None) -> bool:
    """Whether words ``[start, end)`` name a seat of government that acts as one."""
    words = " ".join(sentence.words[start:end])
    capital = meaning is not None and not meaning.site and meaning.place.code == "PPLC"
    if not capital and key(words) not in _seats():
        return False
    head = _head(sentence, start, end)
    governor, rel = sentence.heads[head], sentence.rels[head].partition(":")[0]
    if governor < 0:
        return False
    lemma = sentence.lemmas[governor].lower()
    if sentence.rels[head] == "nsubj":
        return sentence.upos[governor] == "VERB" and lemma not in _NOT_ACTS
    if sentence.rels[head] == "nmod:poss":
        return lemma in _HELD
    return rel in ("nmod", "obl", "conj") and _joined(sentence, head, lemma)


def _joined(sentence: EncodedSentence, head: int, lemma: str) -> bool:
    """'relations with Ankara', 'between Ankara and Washington', 'pressure on Washington'."""
    if sentence.rels[head] == "conj":
        head = sentence.heads[head]
        lemma = sentence.lemmas[sentence.heads[head]].lower() if sentence.heads[head] >= 0 else ""
    cases = {sentence.words[i].lower() for i in sentence.children(head, "case")}
    return lemma in _RELATIONS and bool(cases & {"with", "between", "on", "from", "against", "of"})


def _head(sentence: EncodedSentence, start: int, end: int) -> int:
    """The word of the name that the others hang from."""
    for i in range(start, end):
        if not start <= sentence.heads[i] < end:
            return i
    return start


@cache
def _seats() -> frozenset[str]:
    states = load_json("states.json")["states"].values()
    return frozenset(key(seat["name"]) for row in states for seat in row["seats"])
