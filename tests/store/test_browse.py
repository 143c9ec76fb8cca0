"""Lists: filters, words, counts by day, and faces that stay in step with what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from dragoman.corrections import correction
from dragoman.store import browse, open_store, overview, parties
from dragoman.store.browse import Filters
from dragoman.types import Analysis, Dating, Event, Linked, Span, Toponym
from tests.app.room import (
    ACCUSED,
    FLOODED,
    MAYOR,
    MINISTRY,
    _agency,
    _entry,
    _other,
    _whole,
    write_room,
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    write_room(path)
    return path


def faces(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the tables of faces, but for the rows' numbers."""
    connection = apsw.Connection(str(path))
    tables = {
        "article_face": "SELECT id, day, outlet, quotations, quantities FROM article_face ORDER BY 1",
        "facet": "SELECT f.name, f.value, a.id FROM facet f JOIN article a ON a.rowid = f.article ORDER BY 1, 2, 3",
        "event_face": "SELECT * FROM event_face ORDER BY 1, 2, 3",
        "event_party": "SELECT * FROM event_party ORDER BY 1, 2, 3, 4, 5",
    }
    found = {name: list(connection.execute(sql)) for name, sql in tables.items()}
    connection.close()
    return found


def test_filling_an_older_record_gives_the_same_faces_as_writing_it(record: Path) -> None:
    written = faces(record)
    assert all(written.values())
    connection = apsw.Connection(str(record))
    faced = ("correction", "article_face", "facet", "event_face", "event_party")
    paired = ("link_fresh", "link_stand", "link_pair", "near", "link_part", "link_tree")
    for name in (*faced, *paired, "stray", "identity"):
        connection.execute(f"DROP TABLE {name}")
    for name in ("quotation_speaker", "story_size", "origin_size", "entity_country", "entity_name"):
        connection.execute(f"DROP INDEX {name}")
    connection.pragma("user_version", 1)
    connection.close()
    with open_store(record, write=True) as store:
        assert store.check().problems == ()
    assert faces(record) == written


def test_an_article_read_again_keeps_its_faces_and_one_removed_loses_them(record: Path) -> None:
    written = faces(record)
    with open_store(record, write=True) as store:
        store.replace(_entry(_agency()))
    assert faces(record) == written
    with open_store(record, write=True) as store:
        store.remove(_agency().article.id)
    left = faces(record)
    assert _agency().article.id not in {row[0] for row in left["article_face"]}
    assert _agency().article.id not in {row[2] for row in left["facet"]}


def test_what_is_linked_anew_replaces_its_faces(record: Path) -> None:
    with open_store(record, write=True) as store:
        store.put_linked("by hand", "all", Linked())
    assert faces(record)["event_face"] == [] == faces(record)["event_party"]


def test_a_day_that_the_record_infers_counts_where_none_is_given(tmp_path: Path) -> None:
    path = tmp_path / "undated.db"
    analysis = _agency()
    analysis = replace(analysis, article=replace(analysis.article, published=None))
    id_ = analysis.article.id
    dating = Dating(id="dat-0000000000000000", article=id_, value="2024-05-03", precision="day", from_="2024-05-01", to="2024-05-04", reasons=())  # fmt: skip
    with open_store(path, write=True) as store:
        store.add([_entry(analysis)])
        days = [store.ask(lambda c: browse.find(c, "articles", Filters())).days]
        store.put_linked("affair", "one", Linked(facts=(dating,)))
        days.append(store.ask(lambda c: browse.find(c, "articles", Filters())).days)
        wide = replace(dating, value=None, to="2025-05-04")
        store.put_linked("affair", "one", Linked(facts=(wide,)))
        days.append(store.ask(lambda c: browse.find(c, "articles", Filters())).days)
        given = correction("date", id_, "2020-01", None, made="2025")
        store.correct(given)
        days.append(store.ask(lambda c: browse.find(c, "articles", Filters())).days)
        store.undo(given.id, "2026")
        store.put_linked("affair", "one", Linked())
        days.append(store.ask(lambda c: browse.find(c, "articles", Filters())).days)
    assert days == [(("", 1),), (("2024-05-03", 1),), (("", 1),), (("2020-01", 1),), (("", 1),)]


def test_pages_follow_one_another_without_gaps(record: Path) -> None:
    with open_store(record, write=False) as store:
        whole = store.ask(lambda c: browse.find(c, "articles", Filters(), limit=10)).rows
        pages = [
            store.ask(lambda c, at=at: browse.find(c, "articles", Filters(), limit=1, offset=at)).rows
            for at in range(5)
        ]  # fmt: skip
    assert [row for page in pages for row in page] == list(whole)


def test_events_between_two_sides(record: Path) -> None:
    with open_store(record, write=False) as store:
        found = store.ask(lambda c: parties.between(c, (MINISTRY,), (MAYOR,)))
        ids = store.ask(lambda c: parties.latest_between(c, (MINISTRY,), (MAYOR,), 10))
        aid = store.ask(
            lambda c: parties.latest_between(c, (MINISTRY,), (MAYOR,), 10, types=("AID",))
        )
        by_country = store.ask(lambda c: parties.latest_between(c, ("OLT",), ("OLT",), 10))
        others = store.ask(lambda c: parties.counterparts(c, (MAYOR,), 10))
    assert [(e.type, e.month, e.events, e.forth) for e in found] == [("ACCUSE", "2024-05", 1, 0), ("AID", "2024-05", 1, 1)]  # fmt: skip
    assert FLOODED in ids and len(ids) == 2 and set(by_country) == set(ids) and aid == (FLOODED,)
    assert others == ((MINISTRY, 2),)


def test_a_slow_statement_is_broken_off(record: Path) -> None:
    from dragoman.errors import RecordError

    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    with open_store(record, write=False) as store:
        store.limit_statements(0.05)
        with pytest.raises(RecordError) as caught:
            store.ask(lambda c: list(c.execute(endless)))
        assert isinstance(caught.value.__cause__, apsw.InterruptError)
        assert store.ask(lambda c: list(c.execute("SELECT 1"))) == [(1,)]


def _georgias() -> list[Analysis]:
    """Two reports of a flood: one in the state of this name, one in the country."""
    found = []
    for analysis, id_, country in ((_agency(), 4197000, "USA"), (_other(), 614540, "GEO")):
        made = _agency().toponyms[0].made_by
        place = Toponym(
            id=f"top-{id_:016x}", article=analysis.article.id, span=Span(0, 7), text="Georgia",
            geonames_id=id_, lat=1.0, lon=1.0, country=country, made_by=made,
        )  # fmt: skip
        found.append(replace(analysis, toponyms=(place,)))
    return found


def test_places_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    state, country = analyses = _georgias()
    here = [_placed(FLOODED, state), _placed(ACCUSED, country)]
    with open_store(tmp_path / "g.db", write=True) as store:
        store.add([_entry(a) for a in analyses])
        store.put_linked("by hand", "all", Linked(facts=tuple(here)))

        def ids(what: browse.What, place: str) -> set[str]:
            return {r.id for r in store.ask(lambda c: browse.find(c, what, Filters(place=place))).rows}  # fmt: skip

        assert ids("articles", "georgia") == {a.article.id for a in analyses}
        assert ids("articles", "geonames:4197000") == {state.article.id}
        assert ids("articles", "geonames:419700") == set()
        assert ids("events", "Georgia") == {FLOODED, ACCUSED}
        assert ids("events", "geonames:614540") == {ACCUSED}
        found = store.ask(lambda c: overview.meanings(c, "GEORGIA", 5))
        assert [(p.key, p.country, p.articles) for p in found] == [("geonames:614540", "GEO", 1), ("geonames:4197000", "USA", 1)]  # fmt: skip
        assert store.ask(lambda c: overview.place(c, 1)) is None


def _placed(id_: str, told: Analysis) -> Event:
    return replace(_whole(id_, (told,), MAYOR, MINISTRY), place="Georgia")


def test_the_list_of_a_party_with_many_events_is_the_same_by_the_other_way(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Filters(entities=(MAYOR, MINISTRY))
    with open_store(record, write=True) as store:
        few = store.ask(lambda c: browse.find(c, "events", asked))
        monkeypatch.setattr(browse, "MANY", 0)
        assert store.ask(lambda c: browse.find(c, "events", asked)) == few
        assert few.total == 2 and len(few.rows) == 2
        store.correct(correction("wrong", ACCUSED, None, None, made="2025"))
        left = store.ask(lambda c: browse.find(c, "events", asked))
    assert [row.id for row in left.rows] == [FLOODED] and left.total == 1
