from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.types import Dateline, Span
from tests.extract.toponym.helpers import toponyms

LOC = "LOC"


def test_a_state_has_its_id_point_and_code() -> None:
    found = toponyms("Officials arrived in Norway on Monday.", {"Norway": LOC})["Norway"]
    assert (found.geonames_id, found.country) == (3144096, "NOR")
    assert (found.lat, found.lon) == (62.0, 10.0)
    assert found.made_by.rule == "toponym.name"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A school in Paris, Texas, was closed on Friday.", "Paris", "USA"),
        ("A school in Paris was closed, the French ministry said.", "Paris", "FRA"),
        ("Ferries left Alexandria in Egypt on Monday.", "Alexandria", "EGY"),
        ("Deputies in Alexandria, La., made an arrest.", "Alexandria", "USA"),
        ("Voters in Tbilisi and across Georgia went to the polls.", "Georgia", "GEO"),
        ("Voters in Atlanta and across Georgia went to the polls.", "Georgia", "USA"),
    ],
)
def test_the_words_and_places_around_choose_the_place(text: str, name: str, country: str) -> None:
    names = dict.fromkeys(
        ("Paris", "Texas", "Alexandria", "Egypt", "La.", "Tbilisi", "Georgia", "Atlanta"), LOC
    )
    assert toponyms(text, names)[name].country == country


def test_a_name_has_one_sense_in_an_article() -> None:
    text = "Police in Paris, Texas, made an arrest. Later, crowds met in Paris."
    found = toponyms(text, {"Paris": LOC, "Texas": LOC})
    assert found["Paris"].geonames_id == 4717560


def test_a_name_that_is_unknown_stays_unresolved() -> None:
    found = toponyms("Troops entered Qwxyzzy in the night.", {"Qwxyzzy": LOC})["Qwxyzzy"]
    assert (found.geonames_id, found.lat, found.lon, found.country) == (None, None, None, None)


def test_a_feature_too_long_for_a_point_keeps_its_country_only() -> None:
    found = toponyms("Barges lay on the Volga River on Monday.", {"Volga River": LOC})[
        "Volga River"
    ]
    assert (found.geonames_id, found.lat, found.country) == (None, None, "RUS")


def test_a_site_is_put_where_its_town_is_and_says_so() -> None:
    text = "Flights left Stavanger Airport in Norway on Monday."
    found = toponyms(text, {"Stavanger Airport": LOC, "Norway": LOC})["Stavanger Airport"]
    assert found.geonames_id is None
    assert found.country == "NOR"
    assert "put where Stavanger is" in (found.made_by.note or "")


def test_a_name_no_gazetteer_has_is_put_where_the_text_puts_it() -> None:
    text = "The farm at Qwxyzzy, near Stavanger, burned. Qwxyzzy lost its barn."
    found = toponyms(text, {"Qwxyzzy": LOC, "Stavanger": LOC})["Qwxyzzy"]
    assert (found.geonames_id, found.country) == (None, "NOR")
    alone = toponyms(
        "A farm at Qwxyzzy burned. Stavanger is far.", {"Qwxyzzy": LOC, "Stavanger": LOC}
    )
    assert alone["Qwxyzzy"].country is None


def test_a_street_of_a_local_article_is_put_among_its_towns() -> None:
    text = "Police in Stavanger and Sandnes met. A car burned on Qwxyzzy Street."
    names = {"Stavanger": LOC, "Sandnes": LOC, "Qwxyzzy Street": LOC}
    assert toponyms(text, names)["Qwxyzzy Street"].country == "NOR"


def test_a_local_paper_means_the_town_near_its_home() -> None:
    told = toponyms(
        "A fire in Paris was put out.", {"Paris": LOC}, url="http://www.tylerpaper.com/x"
    )
    assert told["Paris"].country == "USA"


def test_demonyms_are_no_toponyms() -> None:
    text = "Norwegian officials met a Kurdish delegation in Oslo."
    found = toponyms(text, {"Norwegian": "NAT", "Kurdish": "NAT", "Oslo": LOC})
    assert set(found) == {"Oslo"}


def test_the_organisation_of_a_place_is_no_place() -> None:
    text = "The Kurdistan Workers' Party and the EU made statements, the ministry in Oslo said."
    found = toponyms(text, {"Kurdistan Workers' Party": "ORG", "EU": "ORG", "Oslo": LOC})
    assert "EU" not in found


def test_the_place_of_a_dateline_is_kept_when_nothing_else_finds_it() -> None:
    text = "Qwxyzzy: A ferry was delayed by fog, a company said."
    found = toponyms(text, {}, dateline=Dateline(place="Qwxyzzy", span=Span(0, 7)))["Qwxyzzy"]
    assert found.made_by.rule == "toponym.dateline"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=300))
def test_any_text_gives_spans_that_hold(text: str) -> None:
    for name, found in toponyms(text, {}).items():
        assert text[found.span.start : found.span.end] == name == found.text


@pytest.mark.parametrize(
    "text", ["", "PARIS PARIS PARIS " * 200, "St. " * 500, "3 2 1\n4 5 6\n" * 100]
)
def test_odd_texts_are_read(text: str) -> None:
    toponyms(text, {})


def test_the_first_word_of_a_demonym_is_no_place() -> None:
    assert not toponyms("Two Costa Rican pilots died.", {})


def test_a_state_swallows_the_names_in_it() -> None:
    found = toponyms("The Democratic People's Republic of Korea spoke.", {"Republic of Korea": LOC})
    assert [one.country for one in found.values()] == ["PRK"]


def test_a_planet_is_no_town() -> None:
    assert not toponyms("The capsule returned to Earth on Monday.", {"Earth": LOC})
