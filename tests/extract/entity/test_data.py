"""The lexicon is sound: known sectors, codes and families, and no phrase that means two things."""

from __future__ import annotations

from dragoman.extract.entity import lexicon
from dragoman.resources import load_json

SECTORS = {
    "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "MED", "EDU", "BUS", "CRM", "CVL", "IGO", "NGO", "LAB", "REL", "HLH", "",
}  # fmt: skip


def test_codes_and_sectors_are_known() -> None:
    table, states = load_json("entity.json"), load_json("states.json")["states"]
    assert {row[2] for row in table["organisations"]} <= SECTORS
    assert {sector for sector, _ in table["people"].values()} <= SECTORS
    assert set(table["context"]) <= SECTORS
    codes = {row[1] for row in (*table["organisations"], *table["armed_groups"])} - {None}
    assert codes <= set(states)


def test_names_are_of_one_organisation() -> None:
    table = load_json("entity.json")
    names = [
        n for row in (*table["organisations"], *table["armed_groups"]) for n in row[-1].split("|")
    ]
    assert len(names) == len(set(names))


def test_a_given_name_has_one_gender() -> None:
    table = load_json("entity.json")["given"]
    assert not set(table["m"].split()) & set(table["f"].split())


def test_the_file_says_where_it_is_from() -> None:
    assert "entity_words.py" in load_json("entity.json")["source"]
    assert "fit.py" in load_json("entity_weights.json")["source"]


def test_phrases_are_found_by_their_words() -> None:
    assert lexicon.entry_of(("United", "States")) == lexicon.Entry("state", "USA")
    assert [
        e.key
        for _, _, e in lexicon.matches(
            ["The", "North", "Atlantic", "Treaty", "Organization", "met"]
        )
    ] == ["NATO"]
