"""Corrections: kept apart, laid over the record, kept through a new reading, exported, undone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.cli.commands import report
from dragoman.corrections import apart_id, correction, overlay
from dragoman.explain import explain_fact
from dragoman.export import export_record
from dragoman.ids import make_id
from dragoman.store import open_store
from dragoman.types import (
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    Quantity,
    QuantitySeries,
    Quotation,
    Span,
)
from dragoman.web import render
from dragoman.web.access import Access
from tests.app.room import (
    ACCUSED,
    FLOODED,
    MADE,
    MAYOR,
    MINISTRY,
    SERIES,
    STORY,
    Client,
    _agency,
    _entry,
    _other,
)

Room = tuple[Client, dict[str, str]]


def correct(client: Client, kind: str, target: str, value: str = "", note: str = "") -> int:
    form = {"kind": kind, "target": target, "value": value, "note": note, "back": "/help"}
    return client.post("/correct", form).status


def undo_last(client: Client) -> None:
    rows = json.loads(client.get("/corrections?format=json").text)["tables"]["corrections"]
    assert client.post("/undo", {"correction": rows[0]["id"]}).status == 303


def number(client: Client, address: str) -> int:
    tables = json.loads(client.get(f"/search?{address}&format=json").text)["tables"]
    return len(next(iter(tables.values())))


def test_a_named_outlet_is_shown_filtered_and_undone(writing: Room) -> None:
    client, ids = writing
    assert correct(client, "outlet", ids["copy"], "The Post", "so says its masthead") == 303
    assert number(client, "outlet=The+Post") == 1 and number(client, "outlet=Valley+Post") == 0
    page = client.get(f"/article/{ids['copy']}").text
    assert "The Post" in page and "so says its masthead" in page
    assert "Valley Post" in client.get(f"/article/{ids['copy']}?as=machine").text
    undo_last(client)
    assert number(client, "outlet=Valley+Post") == 1


def test_a_set_date_moves_the_article(writing: Room) -> None:
    client, ids = writing
    assert correct(client, "date", ids["copy"], "2023-12-24") == 303
    assert number(client, "until=2023-12") == 1
    assert "24 December 2023" in client.get(f"/article/{ids['copy']}").text
    undo_last(client)
    assert number(client, "until=2023-12") == 0


def test_a_fact_marked_wrong_is_gone_until_undone(writing: Room) -> None:
    client, _ = writing
    with open_store(client.record, write=False) as store:
        quotation = next(store.facts(Quotation)).id
    assert correct(client, "wrong", quotation) == 303
    assert number(client, "what=quotations") == 0
    assert "Marked wrong" in client.get(f"/explain/{quotation}").text
    undo_last(client)
    assert number(client, "what=quotations") == 1


def test_a_mention_marked_wrong_is_counted_no_more(writing: Room) -> None:
    client, _ = writing
    with open_store(client.record, write=False) as store:
        event = store.fact(Event, FLOODED)
    assert event is not None and "2 articles / 1 independent origin" in client.get(f"/event/{FLOODED}").text  # fmt: skip
    assert correct(client, "wrong", event.mentions[1]) == 303
    assert "1 article / 1 independent origin" in client.get(f"/event/{FLOODED}").text
    undo_last(client)
    assert correct(client, "split", event.mentions[0]) == 303
    assert "1 article / 1 independent origin" in client.get(f"/event/{FLOODED}").text


def test_merged_events_are_one(writing: Room) -> None:
    client, _ = writing
    assert correct(client, "merge", ACCUSED, f"http://127.0.0.1:8000/event/{FLOODED}") == 303
    assert number(client, "what=events") == 1
    assert "3 articles / 2 independent origins" in client.get(f"/event/{FLOODED}").text
    assert client.get(f"/event/{ACCUSED}").text.count("3 articles") > 0
    undo_last(client)
    assert number(client, "what=events") == 2


def test_merged_names_are_one_and_split_mentions_another(writing: Room) -> None:
    client, ids = writing
    assert correct(client, "merge", MINISTRY, "Ana Brisk") == 303
    page = client.get(f"/entity/{MINISTRY}").text
    assert "Ana Brisk" in page and "Also called" in page and "ministry of roads" in page
    undo_last(client)
    assert "Also called" not in client.get(f"/entity/{MINISTRY}").text
    mention = make_id("entity_mention", ids["agency"], *_agency().entity_mentions[0].span)
    assert correct(client, "split", mention) == 303
    assert client.get(f"/article/{ids['agency']}").status == 200


@pytest.mark.parametrize(
    ("kind", "target", "value"),
    [
        ("wrong", "art-0000000000000000", ""),
        ("wrong", "nothing", ""),
        ("guess", STORY, ""),
        ("wrong", STORY, ""),
        ("merge", MAYOR, MAYOR),
        ("merge", MAYOR, "nobody of this name"),
        ("merge", MAYOR, FLOODED),
        ("merge", MAYOR, "ent-0000000000000000"),
        ("date", SERIES, "2024-05-05"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    writing: Room, kind: str, target: str, value: str
) -> None:
    client, _ = writing
    assert correct(client, kind, target, value) == 400
    assert "Nothing was corrected yet" in client.get("/corrections").text


@pytest.mark.parametrize("value", ["", "tomorrow", "2024-13-01", "2024-02-30", "24-5-1"])
def test_a_date_must_be_one(writing: Room, value: str) -> None:
    client, ids = writing
    assert correct(client, "date", ids["copy"], value) == 400


def test_corrections_survive_a_new_reading_and_are_exported(writing: Room, tmp_path: Path) -> None:
    client, ids = writing
    correct(client, "outlet", ids["agency"], "The Agency", "note")
    with open_store(client.record, write=True) as store:
        store.replace(_entry(_agency()))
        export_record(store, tmp_path / "out")
    assert number(client, "outlet=The+Agency") == 1
    lines = (tmp_path / "out" / "corrections.jsonl").read_text().splitlines()
    row = json.loads(lines[0])
    assert (row["kind"], row["target"], row["value"]) == ("outlet", ids["agency"], "The Agency")
    assert row["undone"] is None and row["note"] == "note" and row["made"].startswith("20")


def test_what_the_program_found_is_left_as_it_is(writing: Room) -> None:
    client, _ = writing
    correct(client, "merge", MINISTRY, MAYOR)
    with open_store(client.record, write=False) as store:
        assert {e.id for e in store.facts(Entity)} == {MAYOR, MINISTRY}


def test_what_is_marked_wrong_is_gone_from_searches_totals_and_the_dossier(writing: Room) -> None:
    client, _ = writing
    with open_store(client.record, write=False) as store:
        quotation, figure = next(store.facts(Quotation)), next(store.facts(Quantity))
    assert correct(client, "wrong", quotation.id) == 303
    assert correct(client, "wrong", FLOODED) == 303
    home = json.loads(client.get("/?format=json").text)["tables"]["counts"]
    counts = {row["what"]: row["number"] for row in home}
    assert (counts.get("quotations", counts.get("quotation")), counts["event"]) == (0, 1)
    with open_store(client.record, write=False) as store:
        assert {h.kind for h in store.search("road")} == {"article"}
        assert not any(h.id == FLOODED for h in store.search("burst"))
        assert "marked wrong by a user" in "\n".join(explain_fact(store, quotation.id).lines())
        assert explain_fact(store, figure.id).corrections == ()
        seen, machine = render(Access(store)), render(Access(store, machine=True))
        assert list(Access(store).facts(Quotation)) == []
        assert Access(store).notes()[0].startswith("2 corrections by users are applied")
    assert quotation.id in machine and quotation.id not in seen
    assert FLOODED in machine and FLOODED not in seen


def test_the_dossier_says_how_many_corrections_it_applies(writing: Room, tmp_path: Path) -> None:
    client, ids = writing
    correct(client, "outlet", ids["copy"], "The Renamed Post")
    seen, machine = tmp_path / "seen.html", tmp_path / "machine.html"
    for out, *more in ((seen,), (machine, "--as-machine")):
        report.main([str(client.record), "-o", str(out), *more], standalone_mode=False)
    assert "The Renamed Post" in seen.read_text() and "1 correction by users is applied" in seen.read_text()  # fmt: skip
    assert "The Renamed Post" not in machine.read_text() and "by users" not in machine.read_text()


def test_a_figure_marked_wrong_leaves_its_series(writing: Room) -> None:
    client, _ = writing
    with open_store(client.record, write=False) as store:
        series = store.fact(QuantitySeries, SERIES)
    assert series is not None
    assert correct(client, "wrong", series.points[0].quantity) == 303
    with open_store(client.record, write=False) as store:
        seen = Access(store).fact(QuantitySeries, SERIES)
    assert seen is not None and seen.points == series.points[1:]
    for point in series.points[1:]:
        assert correct(client, "wrong", point.quantity) == 303
    with open_store(client.record, write=False) as store:
        assert Access(store).fact(QuantitySeries, SERIES) is None


def test_merged_names_and_events_stand_once_in_the_dossier(writing: Room) -> None:
    client, _ = writing
    correct(client, "merge", MINISTRY, MAYOR)
    correct(client, "merge", ACCUSED, FLOODED)
    with open_store(client.record, write=False) as store:
        seen = Access(store)
        assert [e.id for e in seen.facts(Entity)] == [MAYOR]
        assert [e.id for e in seen.facts(Event)] == [FLOODED]
        assert ACCUSED not in render(seen)


def test_a_party_of_an_event_follows_its_mention(writing: Room) -> None:
    client, ids = writing
    mention = _other().entity_mentions[0].id
    with open_store(client.record, write=False) as store:
        machine = store.fact(Event, ACCUSED)
    assert machine is not None and machine.actor == (MAYOR,)
    assert number(client, f"what=events&entity={MAYOR}") == 2
    assert correct(client, "split", mention) == 303
    own = apart_id(mention)
    with open_store(client.record, write=False) as store:
        event = Access(store).fact(Event, ACCUSED)
        assert event is not None and event.actor == (own,)
        assert [e.name for e in Access(store).entities([own])] == ["Ana Brisk"]
        assert Access(store, machine=True).fact(Event, ACCUSED) == machine
    assert number(client, f"what=events&entity={MAYOR}") == 1
    assert number(client, f"what=events&entity={own}") == 1
    assert number(client, f"what=articles&entity={own}") == 1
    assert ids["other"] not in client.get(f"/search?entity={MAYOR}&format=csv").text
    assert client.get(f"/entity/{own}").status == 200
    undo_last(client)
    with open_store(client.record, write=False) as store:
        assert Access(store).fact(Event, ACCUSED) == machine
    assert number(client, f"what=events&entity={MAYOR}") == 2


def table(client: Client, address: str, name: str) -> list[dict[str, object]]:
    """The rows of a table of a page."""
    joined = "&" if "?" in address else "?"
    found = json.loads(client.get(f"{address}{joined}format=json").text)["tables"][name]
    return list(found)


def test_counterparts_and_events_between_two_follow_a_mention_set_apart(writing: Room) -> None:
    client, ids = writing
    mention = make_id("entity_mention", ids["other"], *_other().entity_mentions[0].span)
    own = apart_id(mention)

    def between(one: str, other: str) -> dict[str, object]:
        rows = table(client, f"/dyad/{one}/{other}", "counts")
        return {str(row["class"]): row["all"] for row in rows if row["all"]}

    def shared(entity: str) -> list[tuple[object, object]]:
        rows = table(client, f"/entity/{entity}", "shared_events")
        return [(row["name"], row["events"]) for row in rows]

    assert shared(MINISTRY) == [("Ana Brisk", 2)]
    assert between(MAYOR, MINISTRY) == {"verbal conflict": 1, "material cooperation": 1}
    assert correct(client, "split", mention) == 303
    assert shared(MAYOR) == shared(own) == [("ministry of roads", 1)]
    assert shared(MINISTRY) == [("Ana Brisk", 1), ("Ana Brisk", 1)]
    assert between(MAYOR, MINISTRY) == {"material cooperation": 1}
    assert between(MINISTRY, own) == {"verbal conflict": 1}
    assert [r["id"] for r in table(client, f"/dyad/{own}/{MINISTRY}", "events")] == [ACCUSED]
    assert [r["id"] for r in table(client, f"/dyad/{own}/{MINISTRY}?class=mc", "events")] == []
    assert between("OLT", "OLT") == {"verbal conflict": 1, "material cooperation": 1}
    machine = table(client, f"/dyad/{MAYOR}/{MINISTRY}?as=machine", "counts")
    assert [row["all"] for row in machine if row["all"]] == [1, 1]


def test_the_machines_lists_have_what_was_marked_wrong(writing: Room) -> None:
    client, _ = writing
    quotation = table(client, "/search?what=quotations", "quotations")[0]["id"]
    for target in (quotation, FLOODED):
        assert correct(client, "wrong", str(target)) == 303
    for what, name, entity in (("quotations", "quotations", MAYOR), ("events", "events", MINISTRY)):
        for more in ("", f"&entity={entity}"):
            now = table(client, f"/search?what={what}{more}", name)
            found = table(client, f"/search?what={what}{more}&as=machine", name)
            assert len(found) == len(now) + 1, (what, more)
    counts = {r["what"]: r["number"] for r in table(client, "/?as=machine", "counts")}
    assert (counts["quotation"], counts["events"]) == (1, 2)
    told = table(client, f"/story/{STORY}?as=machine", "events")
    assert FLOODED in {row["id"] for row in told}
    assert FLOODED not in {row["id"] for row in table(client, f"/story/{STORY}", "events")}
    assert "1</b> statement" in client.get(f"/entity/{MAYOR}?as=machine").text


def test_who_speaks_follows_a_mention_set_apart() -> None:
    party = EntityPassage(text="Ana Brisk, the mayor", span=Span(10, 30), entity=MAYOR)
    mention = EntityMention(id=make_id("entity_mention", "x"), article="art-1", span=Span(10, 19), text="Ana Brisk", entity=MAYOR, made_by=MADE)  # fmt: skip
    split = correction("split", mention.id, None, None, made="2024")
    laid = overlay([split], lambda _ids: (mention,))
    said = Quotation(id="quo-1", article="art-1", speaker=party, cue=None, content=(), kind="indirect", addressee=replace(party, span=Span(40, 60)), made_by=MADE)  # fmt: skip
    seen = laid.quotation(said)
    assert seen.speaker is not None and seen.speaker.entity == apart_id(mention.id)
    assert seen.addressee == said.addressee
    assert laid.quotation(replace(said, article="art-2")).speaker == party


def test_a_record_that_is_being_written_says_so(writing: Room) -> None:
    client, ids = writing
    with open_store(client.record, write=True):
        assert correct(client, "outlet", ids["agency"], "X") == 503
