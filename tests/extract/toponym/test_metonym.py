from __future__ import annotations

import numpy as np

from dragoman.encoder import EncodedSentence
from dragoman.encoder.results import Reading
from dragoman.extract.toponym.gazetteer import gazetteer
from dragoman.extract.toponym.metonym import is_metonym
from dragoman.extract.toponym.senses import Meaning
from dragoman.text import Sentence, tokenize


def _sentence(text: str, heads: list[int], rels: list[str], upos: list[str]) -> EncodedSentence:
    tokens = tokenize(text)
    words = tuple(text[a:b] for a, b in tokens)
    sentence = Sentence(0, len(text), tokens, 0, (False,) * len(tokens))
    lemmas = tuple({"relations": "relation", "lies": "lie"}.get(w, w) for w in words)
    reading = Reading(
        words, lemmas, tuple(upos), tuple(heads), tuple(rels), (), (), np.zeros(1, np.float32)
    )
    return EncodedSentence(sentence, reading)


def _oslo() -> Meaning:
    places = gazetteer()
    rows = [places.place(int(n)) for n in places.candidates("Oslo").number]
    return Meaning(next(p for p in rows if p.code == "PPLC"), False, 1.0)


def test_a_capital_that_acts_is_its_government() -> None:
    sentence = _sentence(
        "Oslo rejected it", [1, -1, 1], ["nsubj", "root", "obj"], ["PROPN", "VERB", "PRON"]
    )
    assert is_metonym(sentence, 0, 1, _oslo())


def test_a_capital_that_lies_somewhere_is_a_city() -> None:
    sentence = _sentence(
        "Oslo lies there", [1, -1, 1], ["nsubj", "root", "advmod"], ["PROPN", "VERB", "ADV"]
    )
    assert not is_metonym(sentence, 0, 1, _oslo())


def test_relations_are_with_a_government() -> None:
    sentence = _sentence(
        "relations with Oslo", [-1, 2, 0], ["root", "case", "nmod"], ["NOUN", "ADP", "PROPN"]
    )
    assert is_metonym(sentence, 2, 3, _oslo())


def test_a_town_that_is_no_seat_is_a_town() -> None:
    sentence = _sentence(
        "Bergen rejected it", [1, -1, 1], ["nsubj", "root", "obj"], ["PROPN", "VERB", "PRON"]
    )
    assert not is_metonym(sentence, 0, 1, None)
