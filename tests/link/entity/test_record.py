"""Whom names mean, in a record: laid over what is read, exported, explained; what users set right goes first."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import second_pass
from dragoman.corrections import correction
from dragoman.explain import explain_fact
from dragoman.export import export_record
from dragoman.ids import make_id
from dragoman.link.entity import join
from dragoman.store import Store, identities, open_store
from dragoman.store.browse import Filters
from dragoman.types import (
    Analysis,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    Identity,
    Linked,
    Quotation,
)
from dragoman.web.access import Access
from tests.link.entity.reports import affair, person, report
from tests.link.reports import entry
from tests.store.objects import mention

FULL = report("Darla Vexley spoke, and Vexley left.", person("Darla Vexley", "Vexley"))
SHORT = report("Vexley said the bridge would hold.", person("Vexley"), outlet="Gazette")
OTHER = report("Nobody but Ila Quarn rowed that day.", person("Ila Quarn"), outlet="Mail")
WHOLE, PART, THIRD = (a.entities[0].id for a in (FULL, SHORT, OTHER))
MADE = "2024-05-05T10:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        opened.add([entry(a, ()) for a in (FULL, SHORT, OTHER)])
        opened.put_linked("affair", "aff-0", join(affair([FULL, SHORT, OTHER]), Linked()))
        yield opened


def correct(store: Store, kind: str, target: str, value: str | None = None) -> str:
    made = correction(kind, target, value, None, made=MADE)
    store.correct(made)
    return made.id


def speaker(store: Store | Access) -> str | None:
    (said,) = (q for q in store.facts(Quotation, SHORT.article.id))
    return None if said.speaker is None else said.speaker.entity


def identity(store: Store) -> Identity:
    (found,) = store.facts(Identity)
    return found


def test_what_is_read_has_whom_names_mean(store: Store) -> None:
    whole, third = sorted(store.facts(Entity), key=lambda e: e.name)
    assert (whole.id, whole.name) == (WHOLE, "Darla Vexley") and third.id == THIRD
    assert whole.aliases == ("Darla Vexley", "Vexley")
    assert store.count(Entity) == 2
    assert {m.entity for m in store.facts(EntityMention, SHORT.article.id)} == {WHOLE}
    assert speaker(store) == WHOLE
    (read,) = store.analyses([SHORT.article.id])
    assert [e.id for e in read.entities] == [WHOLE]


def test_what_is_stored_stays_and_linkers_see_it(store: Store) -> None:
    (read,) = store.analyses([SHORT.article.id], linked=False)
    assert [e.id for e in read.entities] == [m.entity for m in read.entity_mentions] == [PART]
    assert store.fact(Entity, PART) == SHORT.entities[0]


def test_lists_and_pages_know_both_ids(store: Store) -> None:
    access = Access(store)
    for id_ in (WHOLE, PART):
        assert [e.id for e in access.entities([id_])] == [WHOLE]
        found = access.find("articles", Filters(entities=(id_,)), query=None, limit=9)
        assert {row.id for row in found.rows} == {FULL.article.id, SHORT.article.id}
        assert access.count("quotations", id_) == 2


def test_a_join_that_was_marked_wrong_is_in_force_no_more(store: Store) -> None:
    made = correct(store, "wrong", identity(store).id)
    assert speaker(store) == PART and store.count(Entity) == 3
    assert [e.id for e in store.facts(Entity)] == sorted([WHOLE, PART, THIRD])
    access = Access(store)
    assert [e.id for e in access.entities([PART])] == [PART]
    assert access.count("quotations", WHOLE) == 1
    assert list(store.ask(identities.taken_back)) == [identity(store).id]
    store.undo(made, MADE)
    assert speaker(store) == WHOLE


def test_a_merge_by_a_user_goes_first(store: Store) -> None:
    correct(store, "merge", PART, THIRD)
    access = Access(store)
    assert speaker(access) == THIRD and access.overlay.into(PART) == THIRD
    assert {e.id for e in access.facts(Entity)} == {WHOLE, THIRD}
    assert access.count("quotations", THIRD) == 2


def test_a_merge_into_the_name_of_one_article_is_one_into_whom_it_means(store: Store) -> None:
    correct(store, "merge", THIRD, PART)
    access = Access(store)
    assert access.overlay.into(THIRD) == WHOLE
    assert [e.id for e in access.facts(Entity)] == [WHOLE]


def test_a_mention_that_a_user_set_apart_stays_apart(store: Store) -> None:
    correct(store, "split", SHORT.entity_mentions[0].id)
    (mention,) = Access(store).facts(EntityMention, SHORT.article.id)
    assert mention.entity not in (WHOLE, PART) and speaker(Access(store)) == mention.entity


def test_the_parties_of_an_event_follow_a_join_that_was_taken_back(store: Store) -> None:
    article = SHORT.article
    told = mention(article, "Vexley", "hold")
    actor = EntityPassage(text="Vexley", span=told.trigger.span, entity=PART)
    told = replace(told, actor=(actor,), recipient=())
    event = Event(
        id=make_id("event", "held"), type="REQUEST", mode=None, actor=(WHOLE,), recipient=(), date=None,
        place=None, status="happened", summary=None, mentions=(told.id,), articles=1, outlets=1, origins=1,
    )  # fmt: skip
    store.replace(entry(replace(SHORT, events=(told,)), ()))
    store.put_linked("events", "all", Linked(facts=(event,), membership=((told.id, event.id),)))
    found = Access(store).fact(Event, event.id)
    assert found is not None and found.actor == (WHOLE,)
    correct(store, "wrong", identity(store).id)
    access = Access(store)
    found = access.fact(Event, event.id)
    assert found is not None and found.actor == (PART,)
    assert (access.count("events", WHOLE), access.count("events", PART)) == (0, 1)


def test_the_machines_view_has_the_joins(store: Store) -> None:
    access = Access(store, machine=True)
    assert [e.id for e in access.entities([PART])] == [WHOLE]
    assert access.count("quotations", PART) == 2


def test_it_is_explained(store: Store) -> None:
    found = identity(store)
    for id_ in (PART, WHOLE, SHORT.quotations[0].id, SHORT.entity_mentions[0].id):
        told = " ".join(explain_fact(store, id_).lineage)
        assert found.id in told and f"score {found.score:.2f}" in told and found.basis in told
    assert found.id not in " ".join(explain_fact(store, FULL.quotations[0].id).lineage)
    correct(store, "wrong", found.id)
    assert "taken back by a user" in " ".join(explain_fact(store, PART).lineage)


def test_it_is_exported(store: Store, tmp_path: Path) -> None:
    counts = export_record(store, tmp_path / "out")
    lines = {
        name: [
            json.loads(x) for x in (tmp_path / f"out/{name}.jsonl").read_text("utf-8").splitlines()
        ]
        for name in ("entities", "entity_mentions", "quotations", "identities")
    }
    assert counts["identities"] == 1 and lines["identities"][0]["entity"] == PART
    known = {row["id"] for row in lines["entities"]}
    assert known == {WHOLE, THIRD}
    assert {row["entity"] for row in lines["entity_mentions"]} <= known
    assert {row["speaker"]["entity"] for row in lines["quotations"]} <= known


def _chain(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman import pipeline
    from dragoman.link.derivation import Derivations, SameWords
    from dragoman.link.origin import Origins
    from tests.link.test_affair_engine import NearBySize, OneStoryEach

    linkers = (SameWords(), Derivations(), Origins(), NearBySize(), OneStoryEach())
    monkeypatch.setattr(pipeline, "LINKERS", linkers)


def _reports() -> list[Analysis]:
    names = ("Darla Vexley", "Vexley", "Vexley", "Ila Quarn", "Quarn", "Romil Quarn")
    return [
        report(f"{name:<14} met {n} fishers at the quay.", person(name), outlet=f"Outlet {n}")
        for n, name in enumerate(names)
    ]


def test_any_order_and_batch_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _chain(monkeypatch)
    articles, expected = _reports(), None
    for seed, batch in enumerate((10, 2, 1)):
        random.Random(seed).shuffle(articles)
        with open_store(tmp_path / f"{seed}.db", write=True) as store:
            for start in range(0, len(articles), batch):
                store.add([entry(a) for a in articles[start : start + batch]])
                second_pass.link(store)
            found = (tuple(store.facts(Identity)), tuple(store.facts(Entity)))
        assert expected in (None, found)
        expected = found
    assert expected is not None and len(expected[0]) == 2


def test_an_article_more_may_open_what_was_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _chain(monkeypatch)
    first, *_ = articles = _reports()[:2]
    brother = report("Romil Vexley   met 9 fishers at the quay.", person("Romil Vexley"))
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add([entry(a) for a in articles])
        second_pass.link(store)
        assert identity(store).whole == first.entities[0].id
        store.add([entry(brother)])
        second_pass.link(store)
        assert list(store.facts(Identity)) == []
        store.remove(brother.article.id)
        second_pass.link(store)
        assert identity(store).whole == first.entities[0].id
