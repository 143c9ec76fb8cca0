"""Lexicon and encoder weighed together: words that the lexicon lacks, words that the encoder doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.encoder import EVENT_TYPES, STATUSES, EncodedSentence, EventWord
from dragoman.extract.event import lexicon, weigh
from dragoman.extract.event.candidates import Candidate, Scene, Setting
from dragoman.extract.event.tree import Tree
from dragoman.types import PloverType
from tests.extract.event.reading import reading

BELEAGUERED = "Rebels(rebel)/NOUN/nsubj/2 bedevilled(bedevil)/VERB/root/0 Examplia/PROPN/obj/2/LOC ./PUNCT/punct/2"
ATTACKED = "Rebels(rebel)/NOUN/nsubj/2 attacked(attack)/VERB/root/0 Examplia/PROPN/obj/2/LOC ./PUNCT/punct/2"
IMPOSED = (
    "Examplia/PROPN/nsubj/2/LOC imposed(impose)/VERB/root/0 sanctions(sanction)/NOUN/obj/2"
    " on(on)/ADP/case/5 Samplia/PROPN/obl/2/LOC ./PUNCT/punct/2"
)
EVEN = weigh.Weights((0.0,) * len(weigh.FEATURES), 0.5, 0.5, 0.5, 0.5)


def heard(line: str, *words: tuple[int, PloverType, float]) -> EncodedSentence:
    """The sentence, with these words taken for events of these types with these probabilities."""
    (sentence,) = reading(line).sentences
    events = tuple(
        EventWord(
            token,
            tuple(likely if one == type_ else 0.0 for one in EVENT_TYPES),
            (1 / len(STATUSES),) * len(STATUSES),
        )
        for token, type_, likely in words
    )
    return replace(sentence, reading=replace(sentence.reading, events=events))


def candidates(
    sentence: EncodedSentence, lexicon_: lexicon.Lexicon | None = None
) -> Sequence[Candidate]:
    scene = Scene(Tree(sentence), lexicon_ or lexicon.shipped(), Setting())
    return list(scene.candidates())


def test_a_word_that_the_lexicon_lacks_has_the_type_that_the_encoder_reads() -> None:
    (found,) = candidates(heard(BELEAGUERED, (1, "COERCE", 0.9)))
    assert found.match.frame.id == "COERCE:read"
    assert (found.parties.actor, found.parties.recipient) == ((0,), (2,))


def test_a_word_that_neither_knows_is_nothing() -> None:
    assert candidates(heard(BELEAGUERED)) == []


def test_the_type_of_the_lexicon_stands() -> None:
    (found,) = candidates(heard(ATTACKED, (1, "ACCUSE", 0.9)))
    assert found.match.frame.type == "ASSAULT"


def test_the_event_word_is_the_noun_that_tells_it_and_the_verb_keeps_the_parties() -> None:
    (found,) = candidates(heard(IMPOSED, (2, "SANCTION", 0.9)))
    assert (found.match.word, found.match.at) == (1, 2)
    assert (found.parties.actor, found.parties.recipient) == ((0,), (4,))


def test_the_surer_the_encoder_the_likelier_the_event() -> None:
    weights = weigh.shipped()
    likely = [
        candidates(heard(ATTACKED, (1, "ASSAULT", share)))[0].judged(weights)[1]
        for share in (0.1, 0.5, 0.9)
    ]
    assert likely == sorted(likely)
    assert likely[0] < likely[-1]


def test_nothing_doubts_a_frame_of_a_researcher(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[COERCE]\nverbs = ["bedevil"]\n', encoding="utf-8")
    (found,) = candidates(heard(BELEAGUERED), lexicon.load(own))
    assert found.judged(replace(EVEN, dyad=2.0)) == (None, 1.0)


def test_what_is_refused_says_why() -> None:
    (found,) = candidates(heard(ATTACKED, (1, "ASSAULT", 0.9)))
    assert found.judged(replace(EVEN, dyad=0.6)) == ("hardly_an_event", 0.5)
    assert found._replace(refused="alone").judged(replace(EVEN, dyad=0.6))[0] == "alone"
    assert found._replace(refused="sport").judged(EVEN)[0] == "sport"


@given(st.lists(st.floats(-5, 5), min_size=len(weigh.FEATURES), max_size=len(weigh.FEATURES)))
def test_a_probability_is_one(values: list[float]) -> None:
    found = weigh.shipped().probability(tuple(values))
    assert 0 <= found <= 1


@pytest.mark.parametrize("kind", ["verb", "noun"])
@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_every_type_has_a_plain_frame(kind: str, type_: PloverType) -> None:
    assert any(key == (kind, type_) for key in lexicon.shipped().plain)
