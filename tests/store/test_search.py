"""Search: what users type, where the words stand, how long it may take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.errors import DragomanError, UsageError
from dragoman.store import Hit, Store, open_store
from dragoman.store.query import MAX_TERMS, parse
from dragoman.store.search import WINDOW, window
from dragoman.types import Analysis, Span
from tests.store.objects import TEXT, article, entry, quotation, whole_analysis


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("search") / "record.db"
    with open_store(path, write=True) as writer:
        writer.add(
            [entry(whole_analysis(title="Harbour news")), entry(article("NEAR AND or"), "b")]
        )
    with open_store(path, write=False) as opened:
        yield opened


def words(hit: Hit, text: str) -> list[str]:
    return [text[m.start : m.end] for m in hit.marks]


def articles(store: Store, query: str) -> list[str]:
    return [hit.id for hit in store.search(query) if hit.kind == "article"]


# ---------------------------------------------------------------- what users type


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("recall ambassador", '("recall") AND ("ambassador")'),
        ('"two words" third', '("two words") AND ("third")'),
        ("“two words”", '("two words")'),
        ("a OR b c", '("a" OR "b") AND ("c")'),
        ("a AND b", '("a") AND ("b")'),
        ("a -b", '(("a")) NOT ("b")'),
        ('-"b c" a -d', '(("a")) NOT ("b c" OR "d")'),
        ("ambass*", '("ambass"*)'),
        ('"call for"*', '("call for"*)'),
        ("ab*", '("ab")'),
        ("Turkey's", '("Turkey\'s")'),
        ("or not near", '("or") AND ("not") AND ("near")'),
        ("OR a OR", '("a")'),
        ('un"closed', '("un") AND ("closed")'),
        ('"unclosed end', '("unclosed end")'),
        ("title:x (y)", '("title:x") AND ("(y)")'),
        ("!!! a ---", '("a")'),
    ],
)
def test_queries(query: str, expression: str) -> None:
    assert parse(query).match == expression


@pytest.mark.parametrize("query", ["", "  ", "!!!", "-a", "OR", '""', "-", "*", '"', "\0"])
def test_a_search_for_nothing_is_refused(query: str, read_only: Store) -> None:
    with pytest.raises(UsageError, match="at least one word"):
        read_only.search(query)


def test_limits_are_named(read_only: Store) -> None:
    with pytest.raises(UsageError, match=f"at most {MAX_TERMS}"):
        read_only.search("a " * (MAX_TERMS + 1))
    with pytest.raises(UsageError, match="characters"):
        read_only.search("a" * 20_000)
    for limit, offset in [(0, 0), (-1, 0), (1, -1), (1, 10**9)]:
        with pytest.raises(UsageError, match="limit="):
            read_only.search("a", limit=limit, offset=offset)
    assert read_only.search("boats " * MAX_TERMS)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    query=st.one_of(
        st.text(),
        st.text(alphabet="ab \"*-^:(){}+'\0,.;ORNOTANDNEAR\ud800é"),
        st.lists(
            st.sampled_from(["OR", "AND", "NOT", "NEAR(", '"', "-", "x*", "^", ")", "{t}:"])
        ).map(" ".join),
    )
)
@example(query='"')
@example(query="a\0b")
@example(query="\ud800")
@example(query="NEAR(a b, 3)")
@example(query="²* ½ ｆｕｌｌ")
def test_no_search_fails_but_with_our_own_error(query: str, read_only: Store) -> None:
    try:
        for hit in read_only.search(query):
            found = next(read_only.articles([hit.article])).text
            assert found[hit.span.start : hit.span.end] == hit.text
    except DragomanError:
        pass


def test_what_the_operators_find(store: Store) -> None:
    texts = {
        "a": "Boats sank off the cape.",
        "b": "Boats sailed; no storm.",
        "c": "A storm at the cape.",
    }
    ids = {name: article(text, title=name).id for name, text in texts.items()}
    store.add([entry(article(text, title=name), name) for name, text in texts.items()])

    def found(query: str) -> set[str]:
        return {name for name, id_ in ids.items() if id_ in articles(store, query)}

    assert found("boats") == {"a", "b"}
    assert found("boats cape") == {"a"}
    assert found("sank OR sailed") == {"a", "b"}
    assert found("boats -cape") == {"b"}
    assert found('"the cape"') == {"a", "c"}
    assert found('"cape the"') == set()
    assert found("sai*") == {"b"}
    assert found("sai") == set()
    assert found("cape sank OR storm") == {"a", "c"}


# ---------------------------------------------------------------- where the words stand

TEXTS = [
    ("plain", "The storm came late.", "storm", ["storm"]),
    ("outside the BMP", "\U0001f300\U0001f300 storm \U0001f300 storm", "storm", ["storm", "storm"]),
    ("combining", "Une e\u0301cole brulee, l'\u00e9cole.", "ecole", ["e\u0301cole", "\u00e9cole"]),
    ("query composed", "Une e\u0301cole.", "\u00c9COLE", ["e\u0301cole"]),
    ("after a null", "nul\0 storm", "storm", ["storm"]),
    ("phrase", "The old, old lighthouse stood.", '"old lighthouse"', ["old lighthouse"]),
    ("prefix", "Rebuilding what was rebuilt.", "rebuil*", ["Rebuilding", "rebuilt"]),
    ("apostrophe", "The fisher’s boat, fisher's net", "fisher's", ["fisher’s", "fisher's"]),
    ("arabic", "قال المتحدث إن العاصفة", "العاصفة", ["العاصفة"]),
    ("turkish", "İSTANBUL'da fırtına", "fırtına", ["fırtına"]),
    ("line ends", "one\r\ntwo\u2028storm", "storm", ["storm"]),
]


@pytest.mark.parametrize(("name", "text", "query", "marked"), TEXTS, ids=[t[0] for t in TEXTS])
def test_spans_count_code_points(
    name: str, text: str, query: str, marked: list[str], store: Store
) -> None:
    store.add([entry(article(text, title="no such words"))])
    (hit,) = store.search(query)
    assert hit.text == text[hit.span.start : hit.span.end]
    assert words(hit, text) == marked


@settings(max_examples=60, deadline=None)
@given(
    before=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400),
    after=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400),
)
def test_a_word_is_found_at_its_place_in_any_text(before: str, after: str) -> None:
    text = f"{before} lighthouse {after}"
    place = Span(len(before) + 1, len(before) + 11)
    import tempfile

    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "r.db", write=True) as store,
    ):
        store.add([entry(article(text))])
        (hit,) = store.search("lighthouse")
    assert hit.text == text[hit.span.start : hit.span.end]
    if not unicodedata.combining(after[:1] or " "):
        assert place in hit.marks or any(m.start <= place.start < m.end for m in hit.marks)


def test_quotations_are_found_in_the_passage_that_holds_the_words(store: Store) -> None:
    text = "\U0001f300 “We will go,” she said. “But not to the island.”"
    of = article(text)
    store.add(
        [
            entry(
                Analysis(
                    article=of, quotations=(quotation(of, "We will go", "But not to the island"),)
                )
            )
        ]
    )
    (hit,) = [h for h in store.search("island") if h.kind == "quotation"]
    assert hit.text == "But not to the island" == text[hit.span.start : hit.span.end]
    assert words(hit, text) == ["island"]
    (hit,) = [h for h in store.search('"go but"') if h.kind == "quotation"]
    assert words(hit, text) in (["go"], ["But"])
    assert hit.article == of.id


def test_a_hit_in_the_title_shows_the_beginning(store: Store) -> None:
    store.add([entry(article("word " * 200, title="Lighthouse"))])
    (hit,) = store.search("lighthouse")
    assert (hit.span.start, hit.marks, hit.title) == (0, (), "Lighthouse")
    assert len(hit.text) <= WINDOW and hit.text.endswith("word")


def test_a_window_holds_most_of_the_words(store: Store) -> None:
    text = "storm " + "filler " * 100 + "boats in the storm, boats" + " filler" * 100
    store.add([entry(article(text))])
    (hit,) = store.search("storm boats")
    assert words(hit, text) == ["boats", "storm", "boats"]
    assert len(hit.text) <= WINDOW
    assert not re.search(r"^\s|\s$", hit.text)


@given(
    st.text(max_size=600),
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 300)), max_size=5),
)
def test_windows_are_valid_and_hold_the_first_mark_that_counts(
    text: str, marks: list[tuple[int, int]]
) -> None:
    inside = [Span(s, min(s + n, len(text))) for s, n in marks if s <= len(text)]
    span = window(text, inside)
    assert 0 <= span.start <= span.end <= len(text)
    if inside:
        assert any(span.start <= m.start and m.end <= span.end for m in inside)


# ---------------------------------------------------------------- ranking and upkeep


def test_ranking_pages_and_titles(store: Store) -> None:
    store.add(
        [entry(article("storm " * n + "calm " * 50, title=f"t{n}"), str(n)) for n in range(1, 4)]
    )
    store.add([entry(article("calm " * 60, title="Storm"), "title")])
    hits = store.search("storm", limit=20)
    assert hits[0].title == "Storm" and hits[0].score == 1.0
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert [h.title for h in hits[1:]] == [f"t{n}" for n in range(3, 0, -1)]
    assert store.search("storm", limit=3, offset=2) == hits[2:5]
    assert store.search("nosuchword") == []


def test_the_index_follows_refresh_and_removal(store: Store) -> None:
    given_ = whole_analysis()
    store.add([entry(given_)])
    assert {h.kind for h in store.search("rebuild OR called")} == {"article", "quotation", "event"}
    store.replace(entry(Analysis(article=article(TEXT, title=None))))
    assert {h.kind for h in store.search("rebuild OR called")} == {"article"}
    store.remove(given_.article.id)
    assert store.search("rebuild OR called") == []
    assert store.check().problems == ()


def test_a_search_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as writer:
        writer.add([entry(article(f"storm {n}"), str(n)) for n in range(3000)])
    with open_store(path, write=False, settings=Settings(query_seconds=1e-9)) as store:
        with pytest.raises(UsageError, match="longer than 1e-09 s"):
            store.search("storm")
        assert len(list(store.articles())) == 3000


def test_the_index_is_in_the_file_and_needs_no_function_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as writer:
        writer.add([entry(article(TEXT))])
    plain = apsw.Connection(str(path))
    sql = "SELECT snippet(article_fts, 1, '[', ']', '', 3) FROM article_fts WHERE article_fts MATCH 'storm'"
    assert "[storm]" in str(plain.execute(sql).get)
    plain.close()
