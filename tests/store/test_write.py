"""Taking in: batches, repeats, several places, rejects, refresh, removal."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import codec
from dragoman.errors import UsageError
from dragoman.store import FACT_TYPES, Added, Entry, SourceRef, Store, open_store, pack
from dragoman.types import (
    Analysis,
    Article,
    Drop,
    Entity,
    EntityMention,
    EventMention,
    Furniture,
    Linked,
    Published,
    Quantity,
    Quotation,
    Rejected,
    Span,
    Timex,
    Toponym,
)
from tests.store.objects import MAKER, NEWER, TEXT, article, entry, generated, ref, whole_analysis

LAYERS = (Timex, Quantity, Toponym, Entity, EntityMention, Quotation, EventMention)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


def content(store: Store) -> list[str]:
    """Everything that an export would hold."""
    lines = [codec.dumps(a) for a in store.articles()]
    lines += [codec.dumps(f) for cls in FACT_TYPES.values() for f in store.facts(cls)]
    lines += [codec.dumps(r) for r in store.quarantine()]
    return lines + [repr(d) for d in store.dropped()] + [repr(m) for m in store.makers()]


def test_facts_come_back_in_the_order_of_the_text(store: Store) -> None:
    given = whole_analysis(title="Harbour", outlet="Gazette")
    (one,) = given.timexes
    many = tuple(
        replace(one, id=f"tim-{9 - n:016x}", span=Span(n, n + 1), text=given.article.text[n])
        for n in range(9)
    )
    store.add([entry(replace(given, timexes=many))])
    (back,) = store.analyses()
    assert back.timexes == many


def test_an_analysis_comes_back_as_it_went_in(store: Store) -> None:
    given = whole_analysis(title="Harbour", outlet="Gazette")
    assert store.add([entry(given)]) == Added(added=1)
    assert list(store.articles()) == [given.article]
    assert list(store.analyses()) == [given]
    for cls in LAYERS:
        (fact,) = store.facts(cls)
        assert list(store.facts(cls, given.article.id)) == [fact]
        assert list(store.facts(cls, "art-0000000000000000")) == []
        assert store.get(fact.id) == store.fact(cls, fact.id) == fact
        assert store.count(cls) == 1
    assert store.get(given.article.id) == given.article
    assert store.get("art-none") is store.get("nonsense") is store.get("tim-none") is None


def test_stored_lines_are_the_exported_lines(store: Store) -> None:
    given = whole_analysis()
    store.add([entry(given)])
    rows = store._connection.execute("SELECT data FROM quantity").fetchall()
    assert rows == [(codec.dumps(given.quantities[0]),)]


def test_a_packed_analysis_is_the_same(store: Store, tmp_path: Path) -> None:
    given = whole_analysis()
    store.add([replace(entry(given), analysis=pack(given))])
    with open_store(tmp_path / "other.db", write=True) as other:
        other.add([entry(given)])
        assert content(store) == content(other)


@pytest.mark.parametrize("text", ["a\0b", "\ufeffx", "e\u0301 \U0001f600", "a\r\nb\u2028c", ""])
def test_text_is_kept_to_the_character(store: Store, text: str) -> None:
    store.add([entry(article(text, title="t\0t"))])
    (kept,) = store.articles()
    assert (kept.text, kept.title) == (text, "t\0t")


def test_half_a_surrogate_pair_is_quarantined_and_the_rest_is_stored(store: Store) -> None:
    bad = entry(article("fine until \ud83d here"), name="bad.txt")
    assert store.add([entry(article("one")), bad, entry(article("two"))]) == Added(
        added=2, rejected=1
    )
    (rejected,) = store.quarantine()
    assert rejected.reason == "encoding"
    assert "U+D83D" in rejected.detail and "character 11" in rejected.detail
    assert store.knows(str(bad.source and bad.source.fingerprint))


def test_reading_again_adds_nothing(store: Store) -> None:
    first = entry(whole_analysis())
    store.add([first])
    before = content(store)
    assert store.add([first]) == Added(known=1)
    assert store.add([Entry(source=first.source)]) == Added(known=1)
    assert content(store) == before


def test_known_fingerprints(store: Store) -> None:
    one = entry(article("one"), name="one")
    store.add([one])
    fingerprint = str(one.source and one.source.fingerprint)
    assert store.known_fingerprints([fingerprint, "other"]) == {fingerprint}
    assert store.knows(fingerprint) and not store.knows("other")


def test_an_article_seen_at_several_places_has_the_smallest_whatever_the_order(
    tmp_path: Path,
) -> None:
    names = ["b.txt", "a.txt", "c.txt"]
    seen = []
    for number, order in enumerate(itertools.permutations(names)):
        with open_store(tmp_path / f"{number}.db", write=True) as store:
            counts = [store.add([entry(article(TEXT, source_id=n, path=f"in/{n}"))]) for n in order]
            assert counts == [Added(added=1), Added(same=1), Added(same=1)]
            seen.append(content(store))
            (kept,) = store.articles()
            assert (kept.source_id, kept.path) == ("a.txt", "in/a.txt")
            assert [s.source_id for s in store.sources(kept.id)] == sorted(names)
    assert all(one == seen[0] for one in seen)


def test_a_known_item_at_another_place_counts_without_being_analysed(store: Store) -> None:
    first = entry(article(TEXT, source_id="b.txt", path="in/b.txt"))
    store.add([first])
    there = replace(ref("a.txt"), fingerprint=first.source and first.source.fingerprint)
    assert store.add([Entry(source=there)]) == Added(same=1)
    (kept,) = store.articles()
    assert kept.path == "in/a.txt"
    assert len(store.sources(kept.id)) == 2


def test_an_id_given_in_the_document_is_kept_wherever_it_is_seen(store: Store) -> None:
    line = article(TEXT, source_id="id-7", explicit_id=True, path="in/a.jsonl")
    first = SourceRef("f" * 64, "a.jsonl:line 2", "in/a.jsonl", "line 2")
    store.add([Entry(source=first, analysis=Analysis(article=line), maker=MAKER)])
    store.add([Entry(source=replace(first, source_id="A.jsonl:line 9", path="in/A.jsonl"))])
    (kept,) = store.articles()
    assert (kept.source_id, kept.path) == ("id-7", "in/A.jsonl")
    assert [s.source_id for s in store.sources(kept.id)] == ["id-7", "id-7"]


def test_readings_that_differ_beside_the_text_end_the_same_in_any_order(tmp_path: Path) -> None:
    poor = Analysis(
        article=article(TEXT, encoding="utf-8"), drops=(Drop(layer="timex", reason="x"),)
    )
    rich = Analysis(article=article(TEXT, encoding="utf-16", authors=("Ada Wren",)))
    guessed = Analysis(article=article(TEXT, encoding="utf-8", authors=("Ada Wren",)))
    seen = []
    for number, order in enumerate(itertools.permutations([poor, rich, guessed])):
        with open_store(tmp_path / f"{number}.db", write=True) as store:
            for analysis in order:
                store.add([entry(analysis, keys=(("words", "k"),))])
            seen.append(content(store))
            (kept,) = store.articles()
            assert (kept.authors, kept.encoding) == (("Ada Wren",), "utf-16")
            assert list(store.dropped()) == []
            assert store.members("words", "k") == (kept.id,)
    assert all(one == seen[0] for one in seen)


def test_facts_that_share_an_id_are_kept_once_and_counted(store: Store) -> None:
    given = whole_analysis()
    (timex,) = given.timexes
    other = replace(timex, value="2031-03-10")
    for order in itertools.permutations([timex, other, timex]):
        packed = pack(replace(given, timexes=order))
        assert dict(packed.facts)["timex"] == pack(given).facts[0][1]
        assert packed.drops == (("timex", "same_fact", 1), ("timex", "same_id", 1))
    store.add([entry(replace(given, timexes=(timex, other)))])
    assert list(store.facts(Timex)) == [timex]
    assert list(store.dropped()) == [("timex", "same_id", 1)]


def test_a_batch_is_written_whole_or_not_at_all(store: Store) -> None:
    class BrokenError(Exception):
        pass

    def entries() -> Iterator[Entry]:
        yield entry(article("one"))
        yield entry(article("two"))
        raise BrokenError

    with pytest.raises(BrokenError), store.transaction():
        for one in entries():
            store.add([one])
    assert store.count(Article) == 0
    assert store.add([entry(article("one"))]) == Added(added=1)


def test_what_is_missing_in_an_entry_is_named(store: Store) -> None:
    with pytest.raises(UsageError, match="fingerprint"):
        store.add([Entry(analysis=whole_analysis(), maker=MAKER)])
    with pytest.raises(UsageError, match="maker"):
        store.add([replace(entry(whole_analysis()), maker=None)])
    with pytest.raises(UsageError, match="no analysis"):
        store.replace(Entry(source=ref("x")))
    assert store.count(Article) == 0


def rejected(path: str, reason: str = "bad_json", name: str | None = None) -> Entry:
    return Entry(
        source=ref(name or path, path), rejected=Rejected(path=path, reason=reason, detail="d")
    )


def test_rejects_are_kept_once_in_order(store: Store) -> None:
    assert store.add([rejected("b"), rejected("a"), rejected("b")]) == Added(rejected=3)
    assert [r.path for r in store.quarantine()] == ["a", "b"]
    store.add([Entry(rejected=Rejected(path="no/such", reason="not_found", detail="d"))])
    assert [r.path for r in store.quarantine()] == ["a", "b", "no/such"]


def test_a_rejected_item_is_known_unless_trying_again_may_help(store: Store) -> None:
    store.add([rejected("a"), rejected("b", "too_slow"), rejected("c", "crashed")])
    fingerprints = [str(ref(p, p).fingerprint) for p in "abc"]
    assert store.known_fingerprints(fingerprints) == {fingerprints[0]}


def test_a_known_reject_at_another_place_is_quarantined_there_too(store: Store) -> None:
    first = rejected("in/a.jsonl", name="x")
    store.add([first])
    there = replace(ref("x", "in/b.jsonl"), position="line 3")
    assert store.add([Entry(source=there)]) == Added(rejected=1)
    assert [r.path for r in store.quarantine()] == ["in/a.jsonl", "in/b.jsonl:line 3"]


def test_reading_a_mended_input_clears_its_old_quarantine(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        lines = [
            rejected("f.jsonl", name="bad line"),
            rejected("f.jsonl", "empty", name="still bad"),
        ]
        store.add([*lines, rejected("other")], inputs=[("f.jsonl", "state 1")])
        assert store.input_known("f.jsonl", "state 1")
        assert not store.input_known("f.jsonl", "state 2")
        assert len(list(store.quarantine())) == 3
    with open_store(path, write=True) as store:
        again = Entry(source=lines[1].source)
        store.add(
            [entry(article("mended"), name="good line"), again], inputs=[("f.jsonl", "state 2")]
        )
        assert [(r.path, r.reason) for r in store.quarantine()] == [
            ("f.jsonl", "empty"),
            ("other", "bad_json"),
        ]
        assert store.input_known("f.jsonl", "state 2")


def test_places_in_a_mended_input_are_cleared_where_only_they_are_named(tmp_path: Path) -> None:
    paths = ["f:line 2", "f:byte 7", "f", "f:b", "fg:line 1", "f:line"]
    rejects = [Entry(rejected=Rejected(path=path, reason="empty", detail="d")) for path in paths]
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(rejects)
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add([rejects[1]], inputs=[("f", None)])
        assert [r.path for r in store.quarantine()] == ["f:b", "f:byte 7", "f:line", "fg:line 1"]


def test_an_item_that_works_now_leaves_the_quarantine(store: Store) -> None:
    store.add([rejected("in/slow", "too_slow", name="slow")])
    store.add([entry(article("one"), name="slow")])
    assert list(store.quarantine()) == []


@pytest.mark.parametrize("turn", [1, -1])
def test_an_item_of_several_documents_may_be_stored_in_part(store: Store, turn: int) -> None:
    both = [entry(article("one"), name="x"), rejected("in/x", "no_text", name="x")]
    store.add(both[::turn])
    assert (store.count(Article), len(list(store.quarantine()))) == (1, 1)
    there = replace(ref("x", "in/y"))
    assert store.add([Entry(source=there)]) == Added(same=1)
    assert [r.path for r in store.quarantine()] == ["in/x", "in/y"]


def test_an_input_with_something_to_try_again_is_not_skipped(store: Store) -> None:
    store.add([rejected("f", "too_slow")], inputs=[("f", "s"), ("g", "s"), ("http://x", None)])
    assert not store.input_known("f", "s")
    assert store.input_known("g", "s")
    store.forget("g")
    assert not store.input_known("g", "s")


def test_a_path_that_is_no_utf8_is_stored_readably(store: Store) -> None:
    odd = "in/caf\udce9.txt"
    store.add([entry(article("one", path=odd, source_id=odd)), rejected(odd)], inputs=[(odd, "s")])
    (kept,) = store.articles()
    assert kept.path == "in/caf\\udce9.txt"
    assert next(iter(store.quarantine())).path == kept.path
    assert store.input_known(odd, "s")


def test_refresh_replaces_facts_and_keeps_places(store: Store) -> None:
    given = whole_analysis()
    store.add([entry(given, keys=(("words", "old"), ("words", "both")))])
    store.put_linked("words", "old", Linked())
    assert store.made_by_others(MAKER) == ()
    assert store.made_by_others(NEWER) == (given.article.id,)
    newer = replace(given, timexes=(), drops=(Drop(layer="timex", reason="unsure"),))
    keys = (("words", "both"), ("words", "new"))
    assert store.replace(Entry(analysis=newer, maker=NEWER, keys=keys))
    assert store.count(Timex) == 0 and store.count(Quantity) == 1
    assert list(store.dropped()) == [("timex", "unsure", 1)]
    assert store.made_by_others(NEWER) == ()
    assert store.maker_of(given.article.id) == NEWER
    assert list(store.makers()) == [(NEWER, 1)]
    store.take_up("words", 1)
    assert list(store.dirty("words")) == ["both", "new", "old"]
    assert store.members("words", "old") == ()
    assert len(store.sources(given.article.id)) == 1
    assert not store.replace(entry(article("not stored")))


def test_a_removed_article_is_gone_and_stays_out(store: Store) -> None:
    given = entry(whole_analysis(), keys=(("words", "k"),))
    id_ = whole_analysis().article.id
    store.add([given, entry(article("other"), name="other")], inputs=[("in/a.txt", "s")])
    store.put_linked("words", "k", Linked())
    assert store.remove(id_)
    assert not store.remove(id_)
    assert store.count(Article) == 1
    assert all(store.count(cls) == 0 for cls in LAYERS)
    assert list(store.dirty("words")) == ["k"]
    assert store.search("lighthouse") == []
    assert store.add([given]) == Added(known=1)
    assert store.get(id_) is None
    store.allow(id_)
    assert not store.input_known("in/a.txt", "s")
    assert store.add([given]) == Added(added=1)
    assert store.check().problems == ()


def test_linked_furniture_is_shown_beside_the_articles_own(store: Store) -> None:
    own = (Furniture(span=Span(4, 6), kind="own"),)
    given = article(TEXT, furniture=own)
    store.add([entry(given)])
    piece = Furniture(span=Span(0, 3), kind="recurring")
    store.put_linked("furniture", "k", Linked(furniture=((given.id, piece), (given.id, own[0]))))
    assert next(store.articles()).furniture == (piece, *own)
    assert next(store.articles(linked=False)).furniture == own
    store.put_linked("furniture", "k", Linked())
    assert next(store.articles()).furniture == own


def test_headlines(store: Store) -> None:
    dated = article("one", title="A", outlet="X", published=Published(
        value="2031-03-03T10:00", precision="minute", basis="metadata"))  # fmt: skip
    store.add([entry(dated, name="1"), entry(article("two", title="B", outlet="Y"), name="2")])
    assert [h.title for h in store.headlines()] == ["A", "B"]
    assert [h.title for h in store.headlines(outlet="Y")] == ["B"]
    assert [h.title for h in store.headlines(since="2031-03-03", until="2031-03-03")] == ["A"]
    assert store.headlines(until="2031-03-02") == []
    assert [h.title for h in store.headlines(limit=1, offset=1)] == ["B"]


def test_articles_by_id_are_ordered_and_unknown_ids_are_passed_over(store: Store) -> None:
    ids = [a.article.id for a in map(generated, range(5))]
    store.add([entry(generated(n)) for n in range(5)])
    assert [a.id for a in store.articles()] == sorted(ids)
    assert [a.id for a in store.articles([ids[3], "art-none", ids[1], ids[3]])] == sorted(
        [ids[1], ids[3]]
    )


def test_any_order_and_any_batches_give_the_same_record(tmp_path: Path) -> None:
    entries = [entry(generated(n, facts=3)) for n in range(40)]
    with open_store(tmp_path / "a.db", write=True) as store:
        store.add(entries)
        first = content(store)
    with open_store(tmp_path / "b.db", write=True) as store:
        for one in reversed(entries):
            store.add([one])
        assert content(store) == first
