"""States, organisations, armed groups: demonyms, metonyms, acronyms, institutions."""

from __future__ import annotations

from dragoman.ids import make_id
from tests.extract.entity.reading import analysis, entities, mentions

FRANCE = make_id("entity", "state", "FRA")


def _of(entity: str, *sentences: str) -> list[str]:
    return [m.text for m in analysis(*sentences).entity_mentions if m.entity == entity]


def test_a_state_by_name_and_officials() -> None:
    sentence = "French:ADJ:amod:2:NAT officials(official):NOUN:nsubj:3 left(leave):VERB:root:0 France:PROPN:obj:3:LOC .:PUNCT:punct:3"
    assert _of(FRANCE, sentence) == ["French officials", "France"]
    assert entities(sentence)["France"].country == "FRA"


def test_a_demonym_as_adjective_and_as_noun() -> None:
    assert _of(
        FRANCE,
        "French:ADJ:amod:2:NAT strikes(strike):NOUN:nsubj:3 began(begin):VERB:root:0 .:PUNCT:punct:3",
    ) == ["French"]
    assert _of(
        FRANCE, "The:DET:det:2 French:PROPN:nsubj:3:NAT left(leave):VERB:root:0 .:PUNCT:punct:3"
    ) == ["The French"]


def test_media_are_not_the_state() -> None:
    found = entities(
        "French:ADJ:amod:2:NAT media:NOUN:nsubj:3 reported(report):VERB:root:0 it:PRON:obj:3 .:PUNCT:punct:3"
    )
    assert [(e.kind, e.country, e.sector) for e in found.values()] == [
        ("organisation", "FRA", "MED")
    ]


def test_a_capital_that_acts_is_the_state_and_one_that_is_a_place_is_not() -> None:
    assert _of(
        FRANCE, "Paris:PROPN:nsubj:2:LOC rejected(reject):VERB:root:0 it:PRON:obj:2 .:PUNCT:punct:2"
    ) == ["Paris"]
    assert (
        _of(
            FRANCE,
            "They:PRON:nsubj:2 met(meet):VERB:root:0 in:ADP:case:4 Paris:PROPN:obl:2:LOC .:PUNCT:punct:2",
        )
        == []
    )
    ties = "{}:NOUN:nsubj:4 with:ADP:case:3 Paris:PROPN:nmod:1:LOC froze(freeze):VERB:root:0 .:PUNCT:punct:4"
    assert _of(FRANCE, ties.format("Relations(relation)")) == ["Paris"]
    assert _of(FRANCE, ties.format("Pipes(pipe)")) == []


def test_a_ministry_is_one_in_every_wording() -> None:
    tagged = "The:DET:det:4 French:ADJ:amod:4:ORG foreign:ADJ:amod:4:ORG ministry:NOUN:nsubj:5:ORG protested(protest):VERB:root:0 .:PUNCT:punct:5"
    untagged = tagged.replace(":ORG", "").replace("French:ADJ:amod:4", "French:ADJ:amod:4:NAT")
    one, other = analysis(tagged), analysis(untagged)
    assert one.entities[0].id == other.entities[0].id
    assert (one.entities[0].country, one.entities[0].sector) == ("FRA", "GOV")


def test_an_army_is_not_the_state() -> None:
    found = entities(
        "The:DET:det:3 French:ADJ:amod:3:NAT army:NOUN:nsubj:4 left(leave):VERB:root:0 .:PUNCT:punct:4"
    )
    assert [(e.kind, e.country, e.sector) for e in found.values()] == [
        ("organisation", "FRA", "MIL")
    ]


def test_an_acronym_in_brackets() -> None:
    found = mentions(
        "The:DET:det:4 Harbour:PROPN:compound:4:ORG Pilots(pilot):PROPN:compound:4:ORG Guild:PROPN:nsubj:8:ORG (:PUNCT:punct:6 HPG:PROPN:appos:4:ORG+ ):PUNCT:punct:6 "
        "met(meet):VERB:root:0 .:PUNCT:punct:8",
        "HPG:PROPN:nsubj:2:ORG voted(vote):VERB:root:0 .:PUNCT:punct:2",
    )
    assert found == {"Harbour Pilots Guild": ["Harbour Pilots Guild", "HPG", "HPG"]}


def test_known_names_are_one_entity() -> None:
    found = entities(
        "The:DET:det:4 North:PROPN:compound:4:ORG Atlantic:PROPN:compound:4:ORG Treaty:PROPN:compound:4:ORG Organization:PROPN:nsubj:6:ORG met(meet):VERB:root:0 .:PUNCT:punct:6",
        "NATO:PROPN:nsubj:2:ORG voted(vote):VERB:root:0 .:PUNCT:punct:2",
    )
    assert [(e.aliases, e.sector) for e in found.values()] == [
        (("North Atlantic Treaty Organization", "NATO"), "IGO")
    ]


def test_a_pair_with_a_hyphen_is_two() -> None:
    found = mentions(
        "The:DET:det:5 France:PROPN:compound:5:ORG -:PUNCT:punct:2:ORG Spain:PROPN:compound:5:ORG border:NOUN:nsubj:6 closed(close):VERB:root:0 .:PUNCT:punct:6"
    )
    assert set(found) == {"France", "Spain"}


def test_a_person_with_a_states_name_is_a_person() -> None:
    found = entities(
        "Jordan:PROPN:nsubj:3:PER Holm:PROPN:flat:1:PER left(leave):VERB:root:0 .:PUNCT:punct:3"
    )
    assert [e.kind for e in found.values()] == ["person"]


def test_us_in_capitals_may_be_the_pronoun() -> None:
    found = entities("TELL:VERB:root:0 US:PROPN:obj:1:LOC MORE:ADV:advmod:1 .:PUNCT:punct:1")
    assert not found


def test_another_states_congress_is_not_the_us_one() -> None:
    found = entities(
        "Peru:PROPN:nmod:poss:3:LOC ’s:PART:case:1 Congress:PROPN:nsubj:4:ORG voted(vote):VERB:root:0 .:PUNCT:punct:4"
    )
    assert all(entity.country != "USA" for entity in found.values())


def test_a_ministry_with_its_owner_before_it() -> None:
    owned = analysis(
        "France:PROPN:nmod:poss:4:LOC ’s:PART:case:1 Defense:PROPN:compound:4:ORG Ministry:PROPN:nsubj:5:ORG objected(object):VERB:root:0 .:PUNCT:punct:5"
    )
    one = next(e for e in owned.entities if e.kind == "organisation")
    assert one.id == make_id("entity", "institution", "FRA", "defence ministry")


def test_a_bare_government_names_nobody() -> None:
    assert not entities(
        "The:DET:det:2 Government:PROPN:nsubj:3:ORG resigned(resign):VERB:root:0 .:PUNCT:punct:3"
    )


def test_a_body_run_by_a_group_is_not_the_group() -> None:
    found = mentions(
        "The:DET:det:5 Taliban:PROPN:compound:4:ORG -:PUNCT:punct:4:ORG run(run):VERB:amod:6:ORG health:NOUN:compound:6:ORG ministry:NOUN:nsubj:7:ORG "
        "reported(report):VERB:root:0 .:PUNCT:punct:7"
    )
    assert found["Taliban"] == ["Taliban"]
