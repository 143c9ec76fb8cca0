from __future__ import annotations

import re

from dragoman.extract.toponym.context import demonyms, unplaced
from dragoman.resources import load_json

STATES = load_json("states.json")["states"]


def test_every_state_has_its_codes_and_a_name() -> None:
    assert len(STATES) == 250
    for code, row in STATES.items():
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert re.fullmatch(r"[A-Z]{2}", row["alpha2"])
        assert row["names"][0] == row["name"]
        assert isinstance(row["geonames_id"], int)


def test_contested_territories_are_there_under_their_short_names() -> None:
    names = {code: STATES[code]["name"] for code in ("PSE", "TWN", "ESH", "XKX")}
    assert names == {
        "PSE": "Palestine", "TWN": "Taiwan", "ESH": "Western Sahara", "XKX": "Kosovo",
    }  # fmt: skip


def test_a_demonym_of_one_state_points_at_it() -> None:
    table = demonyms()
    assert (table["Turkish"], table["Filipinos"], table["Czechs"]) == ("TUR", "PHL", "CZE")
    assert (table["Scottish"], table["Minnesotans"]) == ("GBR", "USA")


def test_a_demonym_of_several_or_none_points_nowhere() -> None:
    assert {"Congolese", "Dominican", "Kurdish", "Arab"} <= unplaced()
    assert not {"Congolese", "Dominican", "Kurdish", "Arab"} & set(demonyms())


def test_a_name_of_a_state_is_no_demonym() -> None:
    assert not {"US", "U.S.", "New Zealand", "Georgia"} & set(demonyms())
