"""Persons: names, titles, roles, countries, sectors."""

from __future__ import annotations

import pytest

from dragoman.extract.entity.persons import fits
from dragoman.folding import parts
from tests.extract.entity.reading import analysis, entities, mentions

MINISTER = (
    "Norwegian:ADJ:amod:3:NAT Foreign:ADJ:amod:3 Minister:PROPN:compound:4 Kari:PROPN:nsubj:6:PER Holm:PROPN:flat:4:PER "
    "spoke(speak):VERB:root:0 .:PUNCT:punct:6"
)
HOLM = "Holm:PROPN:nsubj:2:PER left(leave):VERB:root:0 .:PUNCT:punct:2"


def test_a_role_before_the_name_gives_country_and_sector() -> None:
    found = entities(MINISTER, HOLM)["Kari Holm"]
    assert (found.kind, found.country, found.sector) == ("person", "NOR", "GOV")
    assert [role.role for role in found.roles] == ["Norwegian Foreign Minister"]
    assert found.aliases == ("Kari Holm", "Holm")


def test_a_role_stands_at_its_span() -> None:
    found = analysis(MINISTER)
    role = found.entities[0].roles[0]
    assert found.article.text[role.span.start : role.span.end] == role.role


def test_a_title_inside_the_encoders_name_is_taken_off() -> None:
    text = MINISTER.replace(":amod:3 Minister", ":amod:3:PER Minister").replace(
        "compound:4", "compound:4:PER"
    )
    assert entities(text.replace(":NAT", ":PER"))["Kari Holm"].country == "NOR"


def test_a_role_behind_the_name() -> None:
    found = entities(
        "Ole:PROPN:nsubj:11:PER Berg:PROPN:flat:1:PER ,:PUNCT:punct:5 a:DET:det:5 spokesman:NOUN:appos:1 for:ADP:case:9 "
        "the:DET:det:9 army:NOUN:compound:9 command:NOUN:nmod:5 ,:PUNCT:punct:5 denied(deny):VERB:root:0 it:PRON:obj:11 .:PUNCT:punct:11"
    )["Ole Berg"]
    assert [role.role for role in found.roles] == ["spokesman for the army command"]
    assert found.sector == "MIL"


def test_a_role_around_the_name() -> None:
    found = entities(
        "The:DET:det:2 head:NOUN:nsubj:10 of:ADP:case:5 the:DET:det:5 court:NOUN:nmod:2 ,:PUNCT:punct:7 Ida:PROPN:appos:2:PER "
        "Lund:PROPN:flat:7:PER ,:PUNCT:punct:7 resigned(resign):VERB:root:0 .:PUNCT:punct:10"
    )["Ida Lund"]
    assert [role.role for role in found.roles] == ["head of the court"]
    assert found.sector == "JUD"


def test_a_role_as_a_clause() -> None:
    found = entities(
        "Ida:PROPN:nsubj:9:PER Lund:PROPN:flat:1:PER ,:PUNCT:punct:5 who:PRON:nsubj:5 heads(head):VERB:acl:relcl:1 the:DET:det:7 "
        "agency:NOUN:obj:5 ,:PUNCT:punct:5 resigned(resign):VERB:root:0 .:PUNCT:punct:9"
    )["Ida Lund"]
    assert [role.role for role in found.roles] == ["heads the agency"]


def test_a_predicate_is_a_role_and_a_denied_one_is_not() -> None:
    said = "Ida:PROPN:nsubj:5:PER Lund:PROPN:flat:1:PER is(be):AUX:cop:5 {} mayor:NOUN:root:0 of:ADP:case:7 Oslo:PROPN:nmod:5:LOC .:PUNCT:punct:5"
    assert entities(said.format("the:DET:det:5"))["Ida Lund"].roles[0].role == "mayor of Oslo"
    assert entities(said.format("not:PART:advmod:5"))["Ida Lund"].roles == ()


def test_an_ambassador_to_a_state_is_not_its() -> None:
    found = entities(
        "Ambassador:NOUN:nsubj:6 to:ADP:case:3 Norway:PROPN:nmod:1:LOC Ida:PROPN:appos:1:PER Lund:PROPN:flat:4:PER left(leave):VERB:root:0 .:PUNCT:punct:6"
    )
    assert found["Ida Lund"].country is None


def test_two_people_with_one_surname_stay_apart() -> None:
    found = mentions(
        "Kari:PROPN:nsubj:3:PER Holm:PROPN:flat:1:PER met(meet):VERB:root:0 Nils:PROPN:obj:3:PER Holm:PROPN:flat:4:PER .:PUNCT:punct:3",
        HOLM,
    )
    assert found["Kari Holm"] == ["Kari Holm", "Holm"]
    assert found["Nils Holm"] == ["Nils Holm"]


def test_an_honorific_decides_between_them() -> None:
    found = mentions(
        "Kari:PROPN:nsubj:3:PER Holm:PROPN:flat:1:PER met(meet):VERB:root:0 Nils:PROPN:obj:3:PER Holm:PROPN:flat:4:PER .:PUNCT:punct:3",
        "Mr.:PROPN:nmod:desc:2 Holm:PROPN:nsubj:3:PER left(leave):VERB:root:0 .:PUNCT:punct:3",
    )
    assert found["Nils Holm"] == ["Nils Holm", "Holm"]


def test_an_inserted_first_name() -> None:
    found = entities(
        "It:PRON:nsubj:2 urged(urge):VERB:root:0 President:PROPN:compound:7 (:PUNCT:punct:5 Ane:PROPN:nmod:7:PER ):PUNCT:punct:5 "
        "Dahl:PROPN:obj:2 .:PUNCT:punct:2"
    )
    assert found["Ane Dahl"].aliases == ("(Ane) Dahl",)


@pytest.mark.parametrize(
    ("name", "form", "same"),
    [
        ("Oztürk", "Ayşe Nur Öztürk", True),
        ("Nur Ozturk", "Ayşe Nur Öztürk", True),
        ("Ozge Sahin", "Ela Özge Şahin", True),
        ("Joe Hale", "Joseph Hale", True),
        ("J. Hale", "Joe Hale", True),
        ("Omar al-Sabah", "Omar Al Sabah", True),
        ("Ma", "Ma Lin", True),
        ("Kim Min Ho", "Kim Min Ah", False),
        ("Anna Hale", "Bill Hale", False),
        ("Mary Smith", "Mark Smith", False),
        ("Smith", "Smithson Jones", False),
    ],
)
def test_forms_of_a_name(name: str, form: str, same: bool) -> None:
    assert fits(parts(name), parts(form)) is same


def test_a_full_name_has_one_id_in_all_articles_and_a_single_name_has_not() -> None:
    one, other = analysis(MINISTER, id_="art-1"), analysis(MINISTER, id_="art-2")
    assert one.entities[0].id == other.entities[0].id
    one, other = analysis(HOLM, id_="art-1"), analysis(HOLM, id_="art-2")
    assert one.entities[0].id != other.entities[0].id


def test_the_reporter_of_a_medium_is_a_person() -> None:
    found = entities(
        "Reuters:PROPN:nmod:poss:3:ORG 's:PART:case:1 Qwerin:PROPN:nsubj:5:ORG Zalt:PROPN:flat:3:ORG reported(report):VERB:root:0 .:PUNCT:punct:5"
    )["Qwerin Zalt"]
    assert (found.kind, found.sector) == ("person", "MED")


def test_a_caption_run_into_the_text_is_one_name() -> None:
    found = entities(
        "ADA:PROPN:compound:4:PER LUND:PROPN:flat:1:PER Ada:PROPN:nsubj:5:PER Lund:PROPN:flat:3:PER left(leave):VERB:root:0 .:PUNCT:punct:5"
    )
    assert list(found) == ["Ada Lund"]


def test_the_orders_of_a_leader_are_no_role() -> None:
    found = entities(
        "Direct:ADJ:amod:2 orders:NOUN:nsubj:7 of:ADP:case:5 leader:NOUN:compound:5 Kari:PROPN:nmod:2:PER Holm:PROPN:flat:5:PER came(come):VERB:root:0 .:PUNCT:punct:7"
    )["Kari Holm"]
    assert [role.role for role in found.roles] == ["leader"]


def test_a_chief_officer_is_of_business() -> None:
    found = entities(
        "Norwegian:ADJ:amod:4:NAT chief:ADJ:amod:4 operating:NOUN:compound:4 officer:NOUN:compound:5 Kari:PROPN:nsubj:7:PER Holm:PROPN:flat:5:PER "
        "spoke(speak):VERB:root:0 .:PUNCT:punct:7"
    )["Kari Holm"]
    assert found.sector == "BUS"
