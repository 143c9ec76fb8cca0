"""Stories, affairs and joiners over a store: any order, batch or removal gives one result."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from dragoman import pipeline, second_pass
from dragoman.ids import make_id
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.origin import Origins
from dragoman.linking import Affair, Edge, in_order
from dragoman.store import Store, open_store
from dragoman.types import (
    Analysis,
    Article,
    Derivation,
    Discrepancy,
    Linked,
    Nearness,
    Story,
)
from tests.link.reports import analysis, entry, texts


class NearBySize:
    """A stand-in: two articles are of one affair where their lengths are within a tenth."""

    name = "near"
    needs = ()
    after: tuple[str, ...] = ()
    gives = Nearness
    same = SameWords.name
    most = 100
    least = 1

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return ("all",)

    def compare(self, one: Analysis, other: Analysis) -> Linked:
        a, b = len(one.article.text), len(other.article.text)
        if max(a, b) > 1.1 * min(a, b):
            return Linked()
        ids = (one.article.id, other.article.id)
        near = Nearness(
            id=make_id("nearness", *ids), one=ids[0], other=ids[1], happening=0.0, affair=1.0
        )
        return Linked(facts=(near,))


class OneStoryEach:
    """A stand-in: every origin is a story, every component an affair."""

    name = "story"
    after: tuple[str, ...] = ("copies", "derivation", "near", "origin")
    edges: tuple[type[Edge], ...] = (Nearness, Derivation)
    whole = Story
    most: int | None = 300
    faint = 0.0

    def strength(self, edge: Edge) -> float:
        return 1.0

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (analysis.article.id,)

    def connects(self, edge: Edge) -> bool:
        return True

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        affair = make_id("affair", articles[0].id)
        stories: list[Story] = []
        for origin in sorted(set(origins.values())):
            ids = tuple(a.id for a in articles if origins[a.id] == origin)
            previous = stories[-1].id if stories else None
            stories.append(_story(ids, affair, previous))
        membership = tuple((id_, w) for s in stories for id_ in s.articles for w in (s.id, affair))
        return Linked(facts=tuple(stories), membership=membership)


def _story(ids: tuple[str, ...], affair: str, previous: str | None) -> Story:
    return Story(
        id=make_id("story", ids[0]),
        title=None,
        from_=None,
        to=None,
        articles=ids,
        origins=1,
        affair=affair,
        previous=previous,
    )


def notes(affair: Affair, said: Linked) -> Linked:
    """A stand-in joiner that writes down all that it was given."""
    given = [(m.analysis.article.id, m.origin, m.story) for m in affair.members]
    summary = repr((given, [s.id for s in affair.stories], [d.id for d in affair.derivations]))
    fact = Discrepancy(
        id=make_id("discrepancy", affair.id, summary),
        kind="note",
        summary=summary,
        facts=(),
        articles=tuple(m.analysis.article.id for m in affair.members),
    )
    return Linked(facts=(*said.facts, fact), membership=said.membership)


@pytest.fixture(autouse=True)
def linkers(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = (SameWords(), Derivations(), Origins(), NearBySize(), OneStoryEach())
    monkeypatch.setattr(pipeline, "LINKERS", chain)
    monkeypatch.setattr(pipeline, "JOINERS", (notes,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


def reports() -> list[Analysis]:
    """Reports of every length, with copies of some."""
    found = []
    for n, name in enumerate(sorted(texts())):
        found.append(analysis(texts()[name], outlet=name, day=f"2024-05-{n % 28 + 1:02d}"))
        if n % 3 == 0:
            found.append(analysis(texts()[name], outlet=f"Copy {n}", day="2024-06-01"))
    return found


def said(store: Store) -> tuple[object, ...]:
    assert not any(store.dirty_count(name) for name in ("near", "story", "affair"))
    return (tuple(store.facts(Story)), tuple(store.facts(Discrepancy)), tuple(store.wholes(Story)))


@pytest.mark.parametrize("most", [300, 3])
def test_any_order_and_batch_gives_one_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(OneStoryEach, "most", most)
    articles = reports()
    expected = None
    for seed, batch in enumerate((1000, 7, 1)):
        random.Random(seed).shuffle(articles)
        with open_store(tmp_path / f"{seed}.db", write=True) as store:
            for start in range(0, len(articles), batch):
                store.add([entry(a) for a in articles[start : start + batch]])
                second_pass.link(store)
            found = said(store)
        assert expected in (None, found)
        expected = found


def test_every_article_is_in_one_story_of_one_affair(store: Store) -> None:
    store.add([entry(a) for a in reports()])
    second_pass.link(store)
    ids = [a.id for a in store.articles()]
    assert sorted(id_ for story in store.facts(Story) for id_ in story.articles) == ids
    for note in store.facts(Discrepancy):
        assert {store.affair_of(id_) for id_ in note.articles} == {
            store.affair_of(note.articles[0])
        }
    assert sorted(id_ for note in store.facts(Discrepancy) for id_ in note.articles) == ids


def test_removing_what_was_added_restores_what_was_said(store: Store) -> None:
    articles = reports()
    store.add([entry(a) for a in articles[:-5]])
    second_pass.link(store)
    before = said(store)
    store.add([entry(a) for a in articles[-5:]])
    second_pass.link(store)
    assert said(store) != before
    for added in articles[-5:]:
        store.remove(added.article.id)
    second_pass.link(store)
    assert said(store) == before


def test_affairs_that_nothing_changed_in_are_left_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = reports()
    store.add([entry(a) for a in articles[:-1]])
    second_pass.link(store)
    told: list[str] = []

    def noting(affair: Affair, before: Linked) -> Linked:
        told.append(affair.id)
        return notes(affair, before)

    monkeypatch.setattr(pipeline, "JOINERS", (noting,))
    store.add([entry(articles[-1])])
    second_pass.link(store)
    assert set(told) == {store.affair_of(articles[-1].article.id)}


def test_stories_follow_the_chain_that_they_name() -> None:
    stories = [_story((str(n),), "aff-1", None) for n in range(5)]
    chain = [stories[0]]
    for story in stories[1:]:
        chain.append(_story(story.articles, "aff-1", chain[-1].id))
    shuffled = random.Random(3).sample(chain, 5)
    assert in_order(shuffled) == tuple(chain)
