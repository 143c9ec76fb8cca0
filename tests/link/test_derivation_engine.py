"""Pairs and components over a store: any order, batch, interruption or removal gives one result."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dragoman import pipeline, second_pass
from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.origin import Origins
from dragoman.second_pass import steps
from dragoman.store import Store, open_store
from dragoman.types import Analysis, Derivation, Origin
from tests.link.reports import analysis, entry, texts

Said = tuple[tuple[Derivation, ...], tuple[Origin, ...], tuple[tuple[str, str], ...]]


@pytest.fixture(autouse=True)
def linkers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LINKERS", (SameWords(), Derivations(), Origins()))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


def variants(count: int = 3) -> list[Analysis]:
    """Reports, their exact copies, cut copies and copies with other words around them."""
    found = []
    for name in ("ferry/source", "ferry/light", "ferry/independent", "dam/source", "dam/moved"):
        text = texts()[name]
        for n in range(count):
            cut = text.rsplit("\n\n", 1 + n % 2)[0]
            found.append(analysis(text, outlet=f"Copy {n}", day=f"2024-05-0{n + 1}"))
            found.append(analysis(f"Page {n}\n\n{cut}", outlet=f"Cut {n}"))
    return found


def said(store: Store) -> Said:
    assert store.dirty_count("derivation") == store.dirty_count("origin") == 0
    return (
        tuple(store.facts(Derivation)),
        tuple(store.facts(Origin)),
        tuple(store.wholes(Origin)),
    )


def linked(path: Path, articles: Sequence[Analysis], batch: int) -> Said:
    with open_store(path, write=True) as store:
        for start in range(0, len(articles), batch):
            store.add([entry(a) for a in articles[start : start + batch]])
            second_pass.link(store)
        return said(store)


def test_order_and_batches_do_not_matter(tmp_path: Path) -> None:
    articles = variants()
    expected = linked(tmp_path / "all.db", articles, len(articles))
    assert len(expected[1]) == 3
    for seed, batch in ((1, 1), (2, 4), (3, 7)):
        random.Random(seed).shuffle(articles)
        assert linked(tmp_path / f"{seed}.db", articles, batch) == expected


def test_wide_keys_do_not_depend_on_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Derivations, "most", 2)
    articles = variants(2)
    expected = linked(tmp_path / "all.db", articles, len(articles))
    for seed, batch in ((1, 1), (2, 3)):
        random.Random(seed).shuffle(articles)
        assert linked(tmp_path / f"{seed}.db", articles, batch) == expected


def test_every_article_has_exactly_one_origin(store: Store) -> None:
    articles = variants()
    store.add([entry(a) for a in articles])
    second_pass.link(store)
    wholes = list(store.wholes(Origin))
    assert sorted(part for part, _ in wholes) == sorted({a.article.id for a in articles})
    members = [id_ for origin in store.facts(Origin) for id_ in origin.articles]
    assert len(members) == len(set(members)) == len(wholes)


def test_an_article_that_joined_two_groups_leaves_them_apart_when_removed(store: Store) -> None:
    one, two = texts()["ferry/source"], texts()["dam/source"]
    bridge = analysis(f"{one}\n\n{two}", outlet="Digest")
    store.add([entry(a) for a in (analysis(one), analysis(two, outlet="Ledger"), bridge)])
    second_pass.link(store)
    assert store.count(Origin) == 1
    store.remove(bridge.article.id)
    second_pass.link(store)
    assert store.count(Origin) == 2
    assert store.count(Derivation) == 0
    said(store)


@pytest.mark.parametrize("after", [1, 5, 20, 60, 150, 250])
def test_a_stopped_run_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    articles = variants(2)
    expected = linked(tmp_path / "whole.db", articles, len(articles))
    monkeypatch.setattr(steps, "AT_ONCE", 3)
    calls = 0
    writing = Store._writing

    def stops(self: Store) -> AbstractContextManager[int]:
        nonlocal calls
        calls += 1
        if calls == after:
            raise KeyboardInterrupt
        return writing(self)

    with open_store(tmp_path / "stopped.db", write=True) as store:
        store.add([entry(a) for a in articles])
        monkeypatch.setattr(Store, "_writing", stops)
        with pytest.raises(KeyboardInterrupt):
            second_pass.link(store)
    monkeypatch.setattr(Store, "_writing", writing)
    with open_store(tmp_path / "stopped.db", write=True) as store:
        second_pass.link(store)
        assert said(store) == expected


def test_a_pair_is_compared_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[frozenset[str]] = []
    compare = Derivations.compare

    def counting(self: Derivations, one: Analysis, other: Analysis) -> object:
        compared.append(frozenset((one.article.id, other.article.id)))
        return compare(self, one, other)

    monkeypatch.setattr(Derivations, "compare", counting)
    store.add([entry(a) for a in variants()])
    second_pass.link(store)
    assert len(compared) == len(set(compared)) > 3


def test_who_follows_origins_hears_of_a_change(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Follower(SameWords):
        name = "follower"
        after = ("origin",)
        fewest = 1

        def keys(self, analysis: Analysis) -> tuple[str, ...]:
            return (analysis.article.outlet or "",)

        def link(self, key: str, members: object) -> object:  # type: ignore[override]
            heard.append({m.origin for m in members})  # type: ignore[attr-defined]
            return super().link(key, ())

    heard: list[set[str | None]] = []
    chosen = (SameWords(), Derivations(), Origins(), Follower())
    monkeypatch.setattr(pipeline, "LINKERS", chosen)
    text = texts()["ferry/source"]
    articles = [analysis(text, outlet=f"Outlet {n}") for n in range(3)]
    for of in articles:
        store.add([entry(of, chosen)])
        second_pass.link(store)
    (origin,) = store.facts(Origin)
    assert set(origin.articles) == {a.article.id for a in articles}
    assert heard[-1] == {origin.id}
    assert store.dirty_count("follower") == 0
