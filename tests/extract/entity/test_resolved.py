"""Descriptions and pronouns, and what must stay unresolved."""

from __future__ import annotations

from tests.extract.entity.reading import mentions
from tests.extract.entity.test_persons import MINISTER

PRESIDENT = "Finnish:ADJ:amod:2:NAT President:PROPN:compound:3 Mika:PROPN:nsubj:5:PER Aho:PROPN:flat:3:PER spoke(speak):VERB:root:0 .:PUNCT:punct:5"


def test_an_office_repeated() -> None:
    found = mentions(
        MINISTER,
        PRESIDENT,
        "The:DET:det:3 foreign:ADJ:amod:3 minister:NOUN:nsubj:4 left(leave):VERB:root:0 .:PUNCT:punct:4",
    )
    assert found["Kari Holm"] == ["Kari Holm", "The foreign minister"]


def test_a_leader_is_a_president_of_that_state() -> None:
    found = mentions(
        MINISTER,
        PRESIDENT,
        "The:DET:det:3 Finnish:ADJ:amod:3:NAT leader:NOUN:nsubj:4 left(leave):VERB:root:0 .:PUNCT:punct:4",
    )
    assert found["Mika Aho"] == ["Mika Aho", "The Finnish leader"]


def test_another_states_leader_is_somebody_else() -> None:
    found = mentions(
        PRESIDENT,
        "The:DET:det:3 Danish:ADJ:amod:3:NAT president:NOUN:nsubj:4 left(leave):VERB:root:0 .:PUNCT:punct:4",
    )
    assert found["Mika Aho"] == ["Mika Aho"]
    assert found["Danish president"] == ["The Danish president"]


def test_a_former_president_is_not_the_president() -> None:
    former = PRESIDENT.replace("Finnish:ADJ:amod:2:NAT", "Former:ADJ:amod:2")
    found = mentions(
        former, "The:DET:det:2 president:NOUN:nsubj:3 left(leave):VERB:root:0 .:PUNCT:punct:3"
    )
    assert found["Mika Aho"] == ["Mika Aho"]


def test_a_restricted_description_is_somebody_else() -> None:
    found = mentions(
        PRESIDENT,
        "The:DET:det:2 president:NOUN:nsubj:6 of:ADP:case:5 that:DET:det:5 club:NOUN:nmod:2 left(leave):VERB:root:0 .:PUNCT:punct:6",
    )
    assert found["Mika Aho"] == ["Mika Aho"]


def test_the_ministry() -> None:
    found = mentions(
        "The:DET:det:4 French:ADJ:amod:4:NAT foreign:ADJ:amod:4 ministry:NOUN:nsubj:5 protested(protest):VERB:root:0 .:PUNCT:punct:5",
        "The:DET:det:2 ministry:NOUN:nsubj:3 summoned(summon):VERB:root:0 him:PRON:obj:3 .:PUNCT:punct:3",
    )
    assert found["French foreign ministry"] == ["The French foreign ministry", "The ministry"]


def test_he_is_the_sayer() -> None:
    found = mentions(
        PRESIDENT,
        "Aho:PROPN:nsubj:2:PER said(say):VERB:root:0 he:PRON:nsubj:5 would:AUX:aux:5 resign:VERB:ccomp:2 .:PUNCT:punct:2",
    )
    assert found["Mika Aho"] == ["Mika Aho", "Aho", "he"]


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    found = mentions(
        PRESIDENT,
        "“:PUNCT:punct:4 He:PRON:nsubj:4 must:AUX:aux:4 resign:VERB:ccomp:8 ,:PUNCT:punct:8 ”:PUNCT:punct:4 Aho:PROPN:nsubj:8:PER "
        "said(say):VERB:root:0 .:PUNCT:punct:8",
    )
    assert found["Mika Aho"] == ["Mika Aho", "Aho"]


def test_it_that_means_nothing() -> None:
    found = mentions(
        "France:PROPN:nsubj:2:LOC objected(object):VERB:root:0 .:PUNCT:punct:2",
        "It:PRON:expl:3 is(be):AUX:cop:3 clear:ADJ:root:0 .:PUNCT:punct:3",
    )
    assert found == {"France": ["France"]}


def test_she_is_not_a_man() -> None:
    found = mentions(
        "Mr.:PROPN:nmod:desc:2 Holm:PROPN:nsubj:3:PER left(leave):VERB:root:0 .:PUNCT:punct:3",
        "She:PRON:nsubj:2 stayed(stay):VERB:root:0 .:PUNCT:punct:2",
    )
    assert found["Holm"] == ["Holm"]


KNOWN = "Aho:PROPN:nsubj:2:PER spoke(speak):VERB:root:0 .:PUNCT:punct:2"
THE_PRESIDENT = "The:DET:det:3 Finnish:ADJ:amod:3:NAT president:NOUN:nsubj:4 left(leave):VERB:root:0 .:PUNCT:punct:4"


def test_a_head_of_state_may_be_known_by_a_bare_surname() -> None:
    assert mentions(KNOWN, THE_PRESIDENT)["Aho"] == ["Aho", "The Finnish president"]


def test_of_two_bare_surnames_neither_is_the_president() -> None:
    found = mentions(KNOWN, KNOWN.replace("Aho", "Lund"), THE_PRESIDENT)
    assert found["Finnish president"] == ["The Finnish president"]
