"""Every page: it opens, its twin of tables, CSV and JSON say the same, and faults are told."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise

import apsw
import pytest

from dragoman.web.app.routes import paths
from tests.app.room import ACCUSED, FLOODED, MAYOR, MINISTRY, ORIGIN, SERIES, STORY, Client

Room = tuple[Client, dict[str, str]]


def addresses(ids: dict[str, str]) -> dict[str, str]:
    """An address for every page of the app."""
    agency, copy = ids["agency"], ids["copy"]
    return {
        "/": "/",
        "/search": "/search?q=Oltava",
        "/stories": "/stories",
        "/story/{one}": f"/story/{STORY}",
        "/differences": "/differences",
        "/article/{one}": f"/article/{agency}",
        "/event/{one}": f"/event/{FLOODED}",
        "/origin/{one}": f"/origin/{ORIGIN}",
        "/entity/{one}": f"/entity/{MAYOR}",
        "/dyad/{one}/{other}": f"/dyad/{MAYOR}/{MINISTRY}",
        "/compare/{one}/{other}": f"/compare/{agency}/{copy}",
        "/explain/{one}": f"/explain/{SERIES}",
        "/corrections": "/corrections",
        "/about": "/about",
        "/help": "/help",
    }


@pytest.mark.parametrize("path", paths())
def test_every_page_opens_in_every_form(reading: Room, path: str) -> None:
    client, ids = reading
    address = addresses(ids)[path]
    joined = "&" if "?" in address else "?"
    page = client.get(address)
    assert page.status == 200 and "<h1" in page.text
    assert " style=" not in page.text and "<script>" not in page.text
    assert client.get(f"{address}{joined}view=table").status == 200
    shown = json.loads(client.get(f"{address}{joined}format=json").text)
    first = next(iter(shown["tables"]))
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}{joined}format=csv").text)))
    assert rows == [
        {k: "" if v is None else str(v) for k, v in row.items()} for row in shown["tables"][first]
    ]


@pytest.mark.parametrize("path", paths())
def test_headings_skip_no_level(reading: Room, path: str) -> None:
    client, ids = reading
    page = client.get(addresses(ids)[path]).text
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("q=banks", 2),
        ("q=banks&outlet=Valley+Post", 1),
        ('q="no+road"', 1),
        ("q=flood+-dam", 2),
        ("since=2024-05-04", 3),
        ("until=2024-05-03", 1),
        ("since=2024-05&until=2024-05", 4),
        (f"origin={ORIGIN}", 2),
        (f"story={STORY}", 4),
        ("country=OLT", 3),
        ("type=ACCUSE", 1),
        ("type=AID&status=happened", 2),
        ("type=AID&status=denied", 0),
        ("place=The+Town+of+Oltava", 1),
        (f"entity={MAYOR}", 3),
        ("entity=ana+brisk", 3),
        ("entity=nobody", 0),
        ("what=quotations", 1),
        (f"what=quotations&entity={MAYOR}", 1),
        (f"what=quotations&entity={MINISTRY}", 0),
        ("what=quotations&q=road", 1),
        ("what=events", 2),
        ("what=events&q=boats", 1),
        ("what=events&type=ACCUSE", 1),
        (f"what=events&entity={MINISTRY}", 2),
        ("what=events&country=OLT", 2),
        ("what=events&outlet=Daily+Dam", 1),
        (f"what=events&origin={ORIGIN}", 1),
        (f"what=events&story={STORY}&since=2024-05-03&until=2024-05-03", 2),
        ("q='%3B+DROP+TABLE+article%3B--", 0),
        ('q=NEAR(a+b)+OR+"', 0),
    ],
)
def test_searches_and_filters(reading: Room, address: str, found: int) -> None:
    answer = reading[0].get(f"/search?{address}&format=json")
    assert answer.status == 200, answer.text
    tables = json.loads(answer.text)["tables"]
    assert len(next(iter(tables.values()))) == found
    days = tables.get("days", [])
    assert sum(sum(v for v in row.values() if isinstance(v, int)) for row in days) in (found, 4, 3, 2, 1)  # fmt: skip


def test_the_words_found_are_marked_with_their_article(reading: Room) -> None:
    text = reading[0].get("/search?q=photographs").text
    assert '<span class="hit">photographs</span>' in text and "Valley Post" in text


def test_filters_are_chips_that_can_be_taken_away(reading: Room) -> None:
    text = reading[0].get("/search?q=flood&outlet=Valley+Post").text
    assert 'href="/search?q=flood"' in text and "Valley Post" in text


def test_the_story_says_who_first_reported_a_figure_and_who_copied_it(reading: Room) -> None:
    client, ids = reading
    tables = json.loads(client.get(f"/story/{STORY}?format=json").text)["tables"]
    first = {row["value"]: row for row in tables["first_reports"]}
    assert first["40"]["reported_by"] == "Senn Agency"
    (copy,) = tables["copies"]
    assert (copy["copy"], copy["change"]) == ("Valley Post", "words it ‘About 40’")
    assert first["52"]["reported_by"] == "Daily Dam"
    assert f"/compare/{ids['agency']}/{ids['copy']}" in client.get(f"/story/{STORY}").text


def test_side_by_side_says_what_each_has_alone(reading: Room) -> None:
    client, ids = reading
    page = client.get(f"/compare/{ids['agency']}/{ids['copy']}?format=json").text
    rows = json.loads(page)["tables"]["passages"]
    kinds = [row["in"] for row in rows]
    assert kinds.count("both") == 3
    assert any("no road left" in r["first"] for r in rows if r["in"] == "first")
    assert any("photographs" in r["second"] for r in rows if r["in"] == "second")
    html = client.get(f"/compare/{ids['agency']}/{ids['copy']}").text
    assert (
        '<span class="diff">At least</span>' in html and '<span class="diff">About</span>' in html
    )


def test_an_unrelated_pair_has_nothing_in_common(reading: Room) -> None:
    client, ids = reading
    text = client.get(f"/compare/{ids['other']}/{ids['arabic']}").text
    assert "0 words in passages in common" in text


def test_events_between_two_sides_count_once(reading: Room) -> None:
    tables = json.loads(reading[0].get(f"/dyad/{MAYOR}/{MINISTRY}?format=json").text)["tables"]
    counts = {row["class"]: row["all"] for row in tables["counts"]}
    assert counts["verbal conflict"] == 1 and counts["material cooperation"] == 1
    assert {row["id"] for row in tables["events"]} == {FLOODED, ACCUSED}


def test_a_number_between_two_sides_leads_to_its_events(reading: Room) -> None:
    client, _ = reading
    address = f"/dyad/{MAYOR}/{MINISTRY}?class=vk&status=happened"
    assert f'href="{address.replace("&", "&amp;")}#events"' in client.get(f"/dyad/{MAYOR}/{MINISTRY}").text  # fmt: skip
    tables = json.loads(client.get(f"{address}&format=json").text)["tables"]
    assert [row["id"] for row in tables["events"]] == [ACCUSED]


def test_differences_come_by_kind_with_their_story(reading: Room) -> None:
    client, _ = reading
    text = client.get("/differences").text
    assert "Killed: 40 and 52." in text and f'href="/story/{STORY}"' in text
    assert "At least 40" in text and "52" in text
    rows = json.loads(client.get("/differences?kind=figure&format=json").text)["tables"][
        "differences"
    ]
    assert [(r["kind"], r["story"]) for r in rows] == [("figures", "Flood at Oltava")]
    none = json.loads(client.get("/differences?kind=status&format=json").text)["tables"]
    assert none["differences"] == [] and client.get("/differences?page=2").status == 200


def test_a_place_on_a_storys_map_leads_to_its_articles(reading: Room) -> None:
    client, ids = reading
    address = f"/search?place=geonames:1&story={STORY}"
    assert f'href="{address.replace("&", "&amp;")}"' in client.get(f"/story/{STORY}").text
    found = json.loads(client.get(f"{address}&format=json").text)["tables"]["articles"]
    assert [row["id"] for row in found] == [ids["agency"]]
    assert "Flood at Oltava" in client.get(address).text


def test_two_who_share_no_event_are_told_so(reading: Room) -> None:
    assert "No event of this record is between them" in reading[0].get("/dyad/FRA/DEU").text


def test_scripts_import_each_other_by_the_address_that_pages_have(reading: Room) -> None:
    client, ids = reading
    page, script = (
        client.get(f"/article/{ids['agency']}").text,
        client.get("/static/reader.js").text,
    )
    for name in ("room.js", "ranges.js"):
        (found,) = re.findall(rf'from "(/static/{name}\?v=[0-9a-f]+)"', script)
        assert client.get(found).status == 200 and (name != "room.js" or f'src="{found}"' in page)


def test_right_to_left_text_says_so(reading: Room) -> None:
    client, ids = reading
    text = client.get(f"/article/{ids['arabic']}").text
    assert '<div class="text" dir="auto" lang="ar">' in text


@pytest.mark.parametrize(
    "address",
    [
        "/search?page=0", "/search?page=x", "/search?since=yesterday", "/search?country=france",
        "/search?type=WAR", "/search?status=maybe", "/search?what=people", "/search?q=*",
        "/search?format=xml", "/search?format=csv&table=nothing",
    ],
)  # fmt: skip
def test_a_value_that_makes_no_sense_is_told(reading: Room, address: str) -> None:
    answer = reading[0].get(address)
    assert answer.status == 400 and "can’t be shown" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/article/art-0000000000000000", "/article/x", "/story/sto-0000000000000000", "/event/x",
        "/event/evt-0000000000000000", "/origin/x", "/entity/ent-0000000000000000",
        "/entity/aff-0000000000000000", "/explain/aff-0000000000000000", "/explain/nothing",
        "/dyad/x/y", "/compare/x/y", "/nowhere", "/static/nothing.js",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(reading: Room, address: str) -> None:
    assert reading[0].get(address).status == 404


def test_a_question_that_was_broken_off_is_asked_once_more(
    reading: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.errors import RecordError
    from dragoman.store import Store

    answer, asked = Store.fact, [0]

    def slow(self: Store, *given: object) -> object:
        asked[0] += 1
        if asked[0] == 1:
            raise RecordError("interrupted") from apsw.InterruptError()
        return answer(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "fact", slow)
    assert reading[0].get(f"/event/{FLOODED}").status == 200 and asked[0] > 1


def test_a_question_that_takes_too_long_is_broken_off(reading: Room) -> None:
    from dragoman.config import Settings
    from dragoman.web.app.routes import app

    client = Client(reading[0].record, reading[0].keys)
    client.app = app(client.record, Settings(query_seconds=1e-9), client.keys)
    answer = client.get("/search?q=flood")
    assert answer.status in (200, 503)  # a record this small answers between two looks at the clock
