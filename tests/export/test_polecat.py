"""The POLECAT layout, read again by the csv module and by a reader that splits at tabs."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from dragoman.export.polecat import ADDED, EMPTY, POLECAT, QUAD_OF
from dragoman.types import PloverType
from tests.export.objects import BERGEN, STORY, events

Rows = dict[str, dict[str, str]]


@pytest.fixture
def rows(exported_as: Callable[[str], Path]) -> Rows:
    with (exported_as("polecat") / "events.tsv").open(newline="", encoding="utf-8") as file:
        read = list(csv.DictReader(file, delimiter="\t", strict=True))
    assert all(tuple(row) == (*POLECAT, *ADDED) for row in read)
    return {row["Event ID"]: row for row in read}


def test_one_row_is_one_event(rows: Rows) -> None:
    strike, talks = events()
    assert list(rows) == sorted([strike.id, talks.id])
    row = rows[strike.id]
    assert (row["Articles"], row["Outlets"], row["Origins"]) == ("5", "1", "3")
    assert (row["Event Type"], row["Event Mode"]) == ("PROTEST", "strike")
    assert row["Quad Code"] == "MATERIAL CONFLICT"
    assert (row["Event Date"], row["Event Date To"]) == ("2031-03-03", "2031-03-04")
    assert rows[talks.id]["Status"] == "called_for"


def test_copies_do_not_move_an_event(rows: Rows) -> None:
    row = rows[events()[0].id]
    name, id_, lat, lon = BERGEN
    assert (row["Placename"], row["City"], row["Raw Placename"]) == (name, name, name)
    assert (row["Latitude"], row["Longitude"]) == (str(lat), str(lon))
    assert (row["GeoNames ID"], row["Country"], row["Feature Type"][:3]) == (str(id_), "NOR", "PPL")
    assert row["Province"] == "Vestland"


def test_parties_stand_in_lists_of_one_length(rows: Rows) -> None:
    row = rows[events()[0].id]
    assert (row["Actor Name"], row["Actor Country"], row["Actor Name Raw"]) == (
        "None",
        "None",
        "Dockers",
    )
    assert row["Recipient Name"] == "Harbour, Council"
    assert row["Recipient Title"] == "its chair, Ada Wren"
    assert row["Recipient Name Raw"] == "the council"
    assert (row["Recipient Country"], row["Primary Recipient Sector"]) == ("NOR", "GOV")


def test_the_article_of_the_evidence_is_the_story(rows: Rows) -> None:
    row = rows[events()[0].id]
    assert (row["Source"], row["Publication Date"], row["Language"]) == (
        "The Quay",
        "2031-03-03",
        "en",
    )
    assert (row["Story Organizations"], row["Story Locations"]) == ("Harbour, Council", "Oslo")
    assert row["Version"] == "dragoman 1.0"


def test_evidence_is_a_line_and_its_span_the_exact_words(rows: Rows) -> None:
    texts = {one.article.id: one.article.text for one in STORY}
    for row in rows.values():
        exact = texts[row["Evidence Article"]][
            int(row["Evidence Start"]) : int(row["Evidence End"])
        ]
        assert row["Evidence Text"].split() == exact.split()
        assert not set(row["Evidence Text"]) & set("\t\n\u2028")
    assert '"all of it"' in rows[events()[0].id]["Evidence Text"]


def test_a_line_is_a_row_with_every_column(exported_as: Callable[[str], Path]) -> None:
    text = (exported_as("polecat") / "events.tsv").read_text("utf-8")
    lines = text.splitlines()
    assert len(lines) == 3 and text.endswith("\n")
    assert {line.count("\t") for line in lines} == {len(POLECAT) + len(ADDED) - 1}


def test_what_the_record_has_not_is_empty(rows: Rows) -> None:
    for name in EMPTY:
        assert {row[name] for row in rows.values()} <= {"", "None"}


def test_every_type_has_its_quad() -> None:
    assert set(QUAD_OF) == set(get_args(PloverType))
    assert len(POLECAT) == len(set(POLECAT)) == 40


def test_every_column_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    section = text.split("## POLECAT")[1].split("## GeoJSON")[0]
    for name in (*POLECAT, *ADDED):
        if "Recipient" not in name:
            assert re.search(rf"\b{name}\b", section), name
    assert all(f"*{name}*" in section for name in EMPTY)
