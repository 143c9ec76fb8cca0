"""Pairs and bounded parts over a store: what a record says does not depend on how it came about."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.speed import news
from dragoman import pipeline, second_pass
from dragoman.ids import make_id
from dragoman.link.furniture import RecurringFurniture
from dragoman.linking import Edge, nearness
from dragoman.second_pass import pairs
from dragoman.store import Entry, Store, open_store
from dragoman.types import Analysis, Article, Derivation, Linked, Nearness, Story
from tests.link.reports import analysis, entry
from tests.timing import cpu_seconds

MOST_KEY, MOST_PART = 4, 5
LINKERS = pipeline.LINKERS


def chance(*names: str) -> float:
    """A number from 0 to 1, always the same for the same names."""
    digest = hashlib.sha256(" ".join(names).encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32


class ByChance:
    """A stand-in: an article has some of 12 keys, and two with one in common are near by chance."""

    name = "near"
    needs = ()
    after: tuple[str, ...] = ()
    gives: type[Edge] = Nearness
    same = "none"
    most = MOST_KEY
    least = 1

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return tuple(f"{k}" for k in range(12) if chance(analysis.article.id, f"{k}") < 0.25)

    def compare(self, one: Analysis, other: Analysis) -> Linked:
        likely = round(chance(one.article.id, other.article.id), 1)
        return Linked(facts=(nearness(one.article.id, other.article.id, likely, likely, 0.0),))


class Parts:
    """A stand-in: a part is a story."""

    name = "story"
    after: tuple[str, ...] = ("near",)
    edges: tuple[type[Edge], ...] = (Nearness,)
    whole = Story
    most: int | None = MOST_PART
    faint = 0.4

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (analysis.article.id,)

    def connects(self, edge: Edge) -> bool:
        return self.strength(edge) >= 0.4

    def strength(self, edge: Edge) -> float:
        assert not isinstance(edge, Derivation)
        return edge.happening

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        ids = tuple(a.id for a in articles)
        story = Story(
            id=make_id("story", *ids),
            title=f"{sorted((e.one, e.other) for e in edges if isinstance(e, Nearness))}",
            from_=None,
            to=None,
            articles=ids,
            origins=len(ids),
            affair=make_id("affair", ids[0]),
        )
        return Linked(facts=(story,), membership=tuple((id_, story.id) for id_ in ids))


@pytest.fixture(autouse=True)
def linkers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LINKERS", (ByChance(), Parts()))
    monkeypatch.setattr(pipeline, "join_affair", lambda affair: Linked())


def reports(count: int) -> list[Analysis]:
    return [analysis(f"Report {n} of the day.", outlet=f"Outlet {n}") for n in range(count)]


def said(store: Store) -> tuple[tuple[Story, ...], frozenset[Nearness]]:
    stories = tuple(store.facts(Story))
    ids = [id_ for story in stories for id_ in story.articles]
    assert sorted(ids) == [a.id for a in store.articles()]
    assert [store.dirty_count(name) for name in ("near", "story", "story part")] == [0, 0, 0]
    return stories, frozenset(n for id_ in ids for n in store.edges(Nearness, id_))


def linked(path: Path, articles: Sequence[Analysis]) -> tuple[object, object]:
    with open_store(path, write=True) as store:
        store.add([entry(a) for a in articles])
        second_pass.link(store)
        return said(store)


def by_definition(articles: Sequence[Analysis]) -> tuple[set[frozenset[str]], set[tuple[str, str]]]:
    """The parts and the pairs compared, as the protocols put them."""
    linker, stories = ByChance(), Parts()
    keys = {a.article.id: set(linker.keys(a)) for a in articles}
    wide = {k for k in map(str, range(12)) if sum(k in own for own in keys.values()) > MOST_KEY}
    of = {a.article.id: a for a in articles}
    pairs = [p for p in combinations(sorted(of), 2) if (keys[p[0]] & keys[p[1]]) - wide]
    edges = [e for a, b in pairs for e in linker.compare(of[a], of[b]).facts]
    part = {id_: frozenset({id_}) for id_ in of}
    near = [e for e in edges if isinstance(e, Nearness) and stories.connects(e)]
    for edge in sorted(near, key=lambda e: (-e.happening, e.one, e.other)):
        both = part[edge.one] | part[edge.other]
        if len(both) <= MOST_PART:
            part |= dict.fromkeys(both, both)
    return set(part.values()), set(pairs)


@pytest.mark.parametrize("count", [10, 25, 40])
def test_pairs_and_parts_are_as_they_are_defined(tmp_path: Path, count: int) -> None:
    articles = reports(count)
    parts, pairs = by_definition(articles)
    stories, near = linked(tmp_path / "r.db", articles)
    assert {frozenset(s.articles) for s in stories} == parts  # type: ignore[attr-defined]
    assert {(n.one, n.other) for n in near} == pairs  # type: ignore[attr-defined]


@pytest.mark.parametrize(("seed", "batch"), [(1, 1), (2, 1), (3, 3), (4, 7), (5, 11)])
def test_neither_order_nor_batches_nor_removals_matter(
    tmp_path: Path, seed: int, batch: int
) -> None:
    articles = reports(36)
    rng = random.Random(seed)
    rng.shuffle(articles)
    kept, gone = articles[:30], articles[30:]
    expected = linked(tmp_path / "once.db", kept)
    rng.shuffle(articles)
    with open_store(tmp_path / "bit by bit.db", write=True) as store:
        for start in range(0, len(articles), batch):
            store.add([entry(a) for a in articles[start : start + batch]])
            second_pass.link(store)
        for one in gone:
            store.remove(one.article.id)
            if rng.random() < 0.5:
                second_pass.link(store)
        second_pass.link(store)
        assert said(store) == expected


def test_a_replaced_article_is_compared_anew(tmp_path: Path) -> None:
    articles = reports(20)
    expected = linked(tmp_path / "once.db", articles)
    with open_store(tmp_path / "r.db", write=True) as store:
        for one in articles:
            store.add([entry(one)])
        store.set_keys(articles[3].article.id, "near", ["0", "1", "2"])
        second_pass.link(store)
        assert said(store) != expected
        store.replace(entry(articles[3]))
        second_pass.link(store)
        assert said(store) == expected


def test_relinking_changes_nothing(tmp_path: Path) -> None:
    expected = linked(tmp_path / "r.db", reports(20))
    with open_store(tmp_path / "r.db", write=True) as store:
        for name in ("near", "story"):
            store.relink(name)
        second_pass.link(store)
        assert said(store) == expected


def test_how_many_partners_wait_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = reports(40)
    expected = linked(tmp_path / "all.db", articles)
    monkeypatch.setattr(pairs, "WAITING", 3)
    assert linked(tmp_path / "few.db", articles) == expected


def test_articles_are_compared_one_soon_after_those_they_are_compared_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Happenings are told by turns: with room for a few articles, each is still read about once."""
    linker = next(linker for linker in LINKERS if linker.name == "derivation")
    monkeypatch.setattr(pipeline, "LINKERS", (linker,))
    monkeypatch.setattr(pairs, "KEPT", 6)
    news = sorted(_news(0, 90), key=lambda a: a.article.source_id.rpartition(".")[2])
    read: list[str] = []
    analyses = Store.analyses

    def counted(self: Store, ids: Sequence[str], **more: object) -> Iterator[Analysis]:
        read.extend(ids)
        return analyses(self, ids, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "analyses", counted)
    with open_store(tmp_path / "r.db", write=True) as store:
        store.add([_with_keys(a) for a in news])
        second_pass.link(store)
    assert 30 <= len(read) <= 1.2 * len(news)


def test_a_line_that_recurs_costs_a_new_article_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linker = RecurringFurniture()
    monkeypatch.setattr(pipeline, "LINKERS", (linker,))
    words = "amber basin cedar delta ember fjord grove heath inlet jetty knoll ledge marsh north"
    texts = [
        " ".join(f"{word}{n}" for word in words.split() * 2) + "\n\nRead more of our reports"
        for n in range(6)
    ]
    told: list[str] = []
    of = RecurringFurniture.of

    def counted(self: RecurringFurniture, key: str, member: Analysis) -> Linked:
        told.append(member.article.id)
        return of(self, key, member)

    monkeypatch.setattr(RecurringFurniture, "of", counted)
    with open_store(tmp_path / "r.db", write=True) as store:
        for text in texts:
            told.clear()
            one = analysis(text)
            store.add([entry(one)])
            second_pass.link(store)
        assert told == [one.article.id]
        assert all(len(a.furniture) == 1 for a in store.articles())


def test_an_article_costs_no_more_in_a_larger_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The linkers of the pipeline over invented news, without the joiners."""
    monkeypatch.setattr(pipeline, "LINKERS", LINKERS)
    records = {}
    for count in (30, 150):
        store = records[count] = open_store(tmp_path / f"{count}.db", write=True)
        store.add([_with_keys(a) for a in _news(0, count)])
        second_pass.link(store)
    fresh = iter(_news(1_000, 100))

    def one_more(store: Store) -> Callable[[], None]:
        def add() -> None:
            store.add([_with_keys(next(fresh))])
            second_pass.link(store)

        return add

    few, many = (cpu_seconds(one_more(records[count])) for count in (30, 150))
    for store in records.values():
        store.close()
    assert many <= 3 * max(few, 0.005)


def _news(first: int, count: int) -> list[Analysis]:
    """Reports of happenings that are told three times each."""
    told = news.plan(2_000).articles
    singles = [happening for happening, number in told[news.LARGE :] if number == 0]
    return [news.analysis(singles[(first + n) // 3], n % 3) for n in range(count)]


def _with_keys(of: Analysis) -> Entry:
    return entry(of, pipeline.LINKERS)
