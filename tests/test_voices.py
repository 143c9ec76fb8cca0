"""What the articles of an origin tell first, and what they repeat."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import pytest

from dragoman.linking import Affair, Told
from dragoman.types import (
    Aligned,
    Analysis,
    Article,
    Derivation,
    MadeBy,
    Passage,
    Published,
    Quotation,
    Span,
    Trace,
)
from dragoman.voices import Voices

MARKED = {"a": bytes(32), "b": bytes([255] * 32), "c": bytes([15] * 32), "d": bytes([51] * 32)}
"""Signatures of four sentences that have nothing in common, each of one letter."""
RULE = MadeBy(rule="test")


def article(name: str, letters: str, said: str = "", *, day: str | None = None) -> Analysis:
    """An article of sentences of one letter; a quotation of some of them. Capitals are the same
    sentences in other words."""
    spans = tuple(Span(n, n + 1) for n in range(len(letters)))
    bits = b"".join(MARKED[letter.lower()] for letter in letters)
    signatures = base64.b64encode(bits).decode()
    published = Published(value=day, precision="day", basis="metadata") if day else None
    return Analysis(
        article=Article(
            id=name, source_id=name, text=letters.replace("A", "x").replace("B", "y"),
            text_sha256=letters, published=published,
        ),
        traces=(Trace(id=f"t-{name}", article=name, sentences=spans, quoted=(), signatures=signatures),),
        quotations=tuple(quotation(name, letters.index(letter), letter) for letter in said),
    )  # fmt: skip


def quotation(name: str, at: int, letter: str) -> Quotation:
    content = (Passage(text=letter, span=Span(at, at + 1)),)
    return Quotation(
        id=f"{name}-{letter}", article=name, speaker=None, cue=None, content=content,
        kind="direct", addressee=None, made_by=RULE,
    )  # fmt: skip


def voices(*analyses: Analysis, derivations: Sequence[Derivation] = ()) -> Voices:
    members = tuple(Told(analysis=a, origin="ori-1", story="sto-1") for a in analyses)
    return Voices(Affair(id="aff-1", members=members, stories=(), derivations=tuple(derivations)))


def repeated(*analyses: Analysis, added: bool = False) -> dict[str, list[str]]:
    def alike(one: Quotation, first: Quotation) -> float:
        return float(one.content[0].text.lower() == first.content[0].text.lower())

    return voices(*analyses).repeated(
        [q for a in analyses for q in a.quotations],
        lambda q: q.content[0].span.start,
        alike,
        elsewhere=alike if added else None,
    )


def test_what_copies_and_rewordings_repeat_stands_in_the_first() -> None:
    found = repeated(article("1", "abc", "ab"), article("2", "abc", "ab"), article("3", "ABc", "A"))
    assert found == {"1-a": ["1-a", "2-a", "3-A"], "1-b": ["1-b", "2-b"]}


def test_what_a_rewording_alone_finds_stands_in_nothing_unless_it_adds() -> None:
    both = article("1", "abc"), article("2", "Abc", "A")
    assert repeated(*both[::-1]) == repeated(*both)
    first, *_ = voices(*both).in_order(["1", "2"])
    assert repeated(*both) == ({} if first == "1" else {"2-A": ["2-A"]})
    dated = article("1", "abc", day="2024-01-01"), article("2", "Abc", "A", day="2024-01-02")
    assert repeated(*dated) == {}
    assert repeated(*dated, added=True) == {"2-A": ["2-A"]}


def test_what_a_rewrite_adds_is_its_own() -> None:
    longer = article("2", "ABd", "d", day="2024-01-02")
    first = article("1", "abc", "a", day="2024-01-01")
    assert repeated(first, longer) == {"1-a": ["1-a"], "2-d": ["2-d"]}
    assert voices(first, longer).is_own("2", 2)
    assert not voices(first, longer).is_own("2", 0)


def test_most_of_an_article_being_its_own_makes_it_main() -> None:
    found = voices(
        article("1", "abc", day="2024-01-01"), article("2", "Abd", day="2024-01-02"),
        article("3", "abc", day="2024-01-03"),
    )  # fmt: skip
    assert [found.is_main(name) for name in "123"] == [True, False, True]


@pytest.mark.parametrize(("kind", "own"), [("rewrite", False), ("shared_quotation", True)])
def test_aligned_passages_are_repeated(kind: str, own: bool) -> None:
    first = article("1", "ab", day="2024-01-01")
    other = article("2", "cd", day="2024-01-02")
    passage = Aligned(from_span=Span(0, 1), to_span=Span(1, 2), similarity=0.6)
    made = Derivation(
        id="der-1", from_="1", to="2", kind=kind, directed=True, score=0.8,  # type: ignore[arg-type]
        passages=(passage,), basis="",
    )  # fmt: skip
    found = voices(first, other, derivations=[made])
    assert found.is_own("2", 0)
    assert found.is_own("2", 1) is own


def test_what_was_made_from_another_comes_after_it() -> None:
    early, late = article("1", "ab", day="2024-01-01"), article("2", "abc", day="2024-01-02")
    made = Derivation(
        id="der-1", from_="2", to="1", kind="copy", directed=True, score=1.0, passages=(), basis=""
    )
    assert voices(early, late).in_order(["2", "1"]) == ["1", "2"]
    assert voices(early, late, derivations=[made]).in_order(["1", "2"]) == ["2", "1"]


def test_articles_of_two_origins_repeat_nothing() -> None:
    one, other = article("1", "ab", "a"), article("2", "ab", "a")
    told = Told(analysis=one, origin="o1", story="s"), Told(analysis=other, origin="o2", story="s")
    found = Voices(Affair(id="aff-1", members=told, stories=(), derivations=()))
    assert found.is_own("1", 0)
    assert found.is_own("2", 0)


def copy_of(source: str, other: str, kind: str = "copy") -> Derivation:
    return Derivation(
        id=f"der-{source}-{other}", from_=source, to=other, kind=kind, directed=False, score=1.0,  # type: ignore[arg-type]
        passages=(), basis="",
    )  # fmt: skip


def test_a_copy_with_words_changed_tells_nothing_in_what_it_repeats() -> None:
    first = article("1", "abc", "a", day="2024-01-01")
    changed = article("2", "ABd", "Bd", day="2024-01-02")
    found = voices(first, changed, derivations=[copy_of("1", "2")])
    assert found.is_altered("2")
    assert not found.is_altered("1")

    def never(one: Quotation, other: Quotation) -> float:
        return 0.0

    facts = [*first.quotations, *changed.quotations]
    told = found.repeated(facts, lambda q: q.content[0].span.start, never, elsewhere=never)
    assert told == {"1-a": ["1-a"], "2-d": ["2-d"]}


def test_a_text_that_more_articles_print_is_the_report() -> None:
    printed = [article(name, "abc", day="2024-01-02") for name in "123"]
    other = article("4", "ABc", day="2024-01-01")
    found = voices(*printed, other, derivations=[copy_of("4", "1", "rewrite")])
    assert found.is_altered("4")
    assert found.in_order("4123")[-1] == "4"
    assert found.tellers("4", 0) == 1
    assert found.texts("1234") == 1


def test_only_a_copy_is_no_version() -> None:
    first, other, copy = (
        article(name, letters, day=f"2024-01-0{name}")
        for name, letters in (("1", "abc"), ("2", "dB"), ("3", "ABc"))
    )
    found = voices(
        first, other, copy, derivations=[copy_of("1", "2", "rewrite"), copy_of("1", "3")]
    )
    assert [found.version(name) for name in "123"] == ["1", "2", None]


def test_an_exact_copy_adds_nothing_that_its_first_lacks() -> None:
    found = repeated(article("1", "ab"), article("2", "ab", "a"), added=True)
    assert found in ({}, {"2-a": ["2-a"]})
    first, *_ = voices(article("1", "ab"), article("2", "ab")).in_order("12")
    assert (found == {}) is (first == "1")
