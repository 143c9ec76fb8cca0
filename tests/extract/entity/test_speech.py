"""A pronoun that speaks means the last speaker, where nobody else can be meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.entity.reading import mentions

HOLM = "Otto:PROPN:nsubj:3:PER Holm:PROPN:flat:1:PER said(say):VERB:root:0 so:ADV:advmod:3 .:PUNCT:punct:3"
RAIN = "Rain:NOUN:nsubj:2 fell(fall):VERB:root:0 .:PUNCT:punct:2"
QUOTED = "“:PUNCT:punct:3 Rain:NOUN:nsubj:3 fell(fall):VERB:root:0 .:PUNCT:punct:3 ”:PUNCT:punct:3"
HE_ADDED = "“:PUNCT:punct:3 It:PRON:nsubj:3 rained(rain):VERB:root:0 ,:PUNCT:punct:3 ”:PUNCT:punct:3 he:PRON:nsubj:7 added(add):VERB:parataxis:3 .:PUNCT:punct:3"
AHO_WAITED = "Mika:PROPN:nsubj:3:PER Aho:PROPN:flat:1:PER waited(wait):VERB:root:0 .:PUNCT:punct:3"
MAN_WAITED = (
    "A:DET:det:2 man:NOUN:nsubj:3 waited(wait):VERB:root:0 outside:ADV:advmod:3 .:PUNCT:punct:3"
)


def test_he_is_the_last_speaker() -> None:
    assert mentions(HOLM, HE_ADDED)["Otto Holm"] == ["Otto Holm", "he"]


@given(st.integers(0, 8))
def test_quotations_of_any_length_stand_between(sentences: int) -> None:
    found = mentions(HOLM, *[QUOTED] * sentences, HE_ADDED)
    assert found["Otto Holm"] == ["Otto Holm", "he"]


def test_the_subject_of_the_sentence_before() -> None:
    assert mentions(HOLM, AHO_WAITED, HE_ADDED)["Mika Aho"] == ["Mika Aho", "he"]


def test_another_person_between_leaves_it_in_doubt() -> None:
    found = mentions(HOLM, AHO_WAITED, RAIN, HE_ADDED)
    assert found["Otto Holm"] == ["Otto Holm"]
    assert found["Mika Aho"] == ["Mika Aho"]


def test_somebody_without_a_name_between_leaves_it_in_doubt() -> None:
    assert mentions(HOLM, MAN_WAITED, HE_ADDED)["Otto Holm"] == ["Otto Holm"]


def test_a_speaker_without_a_name_is_not_passed_over() -> None:
    said = MAN_WAITED.replace("waited(wait)", "said(say)")
    assert mentions(HOLM, said, HE_ADDED)["Otto Holm"] == ["Otto Holm"]


def test_a_body_that_speaks_between_is_not_he() -> None:
    said = "The:DET:det:3 French:ADJ:amod:3:NAT ministry:NOUN:nsubj:4 said(say):VERB:root:0 so:ADV:advmod:4 .:PUNCT:punct:4"
    assert mentions(HOLM, said, HE_ADDED)["Otto Holm"] == ["Otto Holm", "he"]


def test_the_subject_that_follows() -> None:
    found = mentions(
        "As:SCONJ:mark:3 he:PRON:nsubj:3 said(say):VERB:advcl:7 ,:PUNCT:punct:3 Otto:PROPN:nsubj:7:PER Holm:PROPN:flat:5:PER left(leave):VERB:root:0 .:PUNCT:punct:7"
    )
    assert found["Otto Holm"] == ["he", "Otto Holm"]


def test_it_is_the_state_that_acts() -> None:
    found = mentions(
        "Norway:PROPN:nsubj:2:LOC condemned(condemn):VERB:root:0 them:PRON:obj:2 .:PUNCT:punct:2",
        "It:PRON:nsubj:3 has(have):AUX:aux:3 suspended(suspend):VERB:root:0 trade:NOUN:obj:3 .:PUNCT:punct:3",
    )
    assert found["Norway"][-1] == "It"


def test_the_company_is_the_one_spoken_of() -> None:
    said = "Nordwerk:PROPN:nsubj:2:ORG said(say):VERB:root:0 so:ADV:advmod:2 .:PUNCT:punct:2"
    left = "The:DET:det:2 company:NOUN:nsubj:3 left(leave):VERB:root:0 .:PUNCT:punct:3"
    other = said.replace("Nordwerk", "Sudwerk")
    assert mentions(said, said, left)["Nordwerk"][-1] == "The company"
    assert "The company" not in mentions(said, said, other, other, left).get("Nordwerk", [])


def test_heads_that_run_in_a_circle_end_somewhere() -> None:
    """No tree of the encoder does, but whatever it says must end."""
    line = "president:NOUN:advcl:2 he:PRON:nsubj:3 said(say):VERB:obl:1 .:PUNCT:root:0"
    mentions(line)
