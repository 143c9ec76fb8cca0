"""The whole: ids from what was given, text unchanged, any string, linear time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ids import text_sha256
from dragoman.page import article_id, describe
from dragoman.types import Article, Document, Furniture, Published, Span
from tests.page.pages import STORY, around, article, page
from tests.timing import within

PIECES = st.sampled_from(
    [*STORY, "Read more", "0 91", '" "', "(AP)", "© 2023 AFP", "By A B in C", "ANKARA —", "\n", "\r\n", "\n\n", " ",
     "\u2028", "\x0b", "\x85", "Published: 4 Nov 2023", "reported", "told", "<p>", "[caption", "pic.twitter.com/a",
     "😂", "\ud800", "\x00", "é", "as reported by X", "Related:", "12:34", "|", "•", "Photo", "the", "The Times"]
)  # fmt: skip


def check(text: str, found: Article) -> None:
    """Everything that must hold of an article, whatever its text."""
    assert found.text == text and found.text_sha256 == text_sha256(text)
    ends = 0
    for piece in found.furniture:
        assert ends <= piece.span.start < piece.span.end <= len(text)
        assert text[piece.span.start : piece.span.end].strip() and piece.kind
        ends = piece.span.end
    spans = [found.title_span, found.outlet_span, found.dateline and found.dateline.span]
    spans += [c.span for c in found.credits]
    for date in (found.published, found.modified):
        spans += date.evidence if date else ()
    assert all(0 <= s.start < s.end <= len(text) for s in spans if s)
    if found.title_span:
        assert text[found.title_span.start : found.title_span.end].strip()
    if found.dateline:
        a, b = found.dateline.span
        assert text[a:b] == found.dateline.place


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_string(text: str) -> None:
    check(text, describe(Document(text=text, source_id="x")))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.one_of(st.none(), st.text(max_size=30)))
def test_any_mixture(text: str, title: str | None) -> None:
    document = Document(text=text, source_id="x", title=title, url=title, outlet=None)
    found = describe(document)
    check(text, found)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a " * 500_000,
        "a\n" * 500_000,
        "\n".join(map(str, range(150_000))),
        "(" * 1_000_000,
        "<" * 1_000_000,
        "told Reuters " * 80_000,
        "X reported " * 90_000,
        "Nov 4, 2023 " * 80_000,
        "Aa " * 330_000,
        "Ab-" * 330_000,
        "A’s " * 250_000,
        "facebook" * 120_000,
        "http://a.b/c " * 77_000,
        (STORY[0] + "\n") * 11_000,
        ("Word " * 280 + "\n") * 700,
        ("The man who was seen in the city walked away from there\n") * 18_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_megabyte_of_anything_takes_linear_time(text: str) -> None:
    # half of what a worker is given
    assert within(5.0, lambda: describe(Document(text=text, source_id="x")))


def test_the_id_is_of_what_was_given() -> None:
    text = around()
    plain = Document(text=text, source_id="a.txt", path="a.txt")
    again = Document(text=text, source_id="b.txt", path="elsewhere/b.txt")
    assert article_id(plain) == article_id(again) == describe(plain).id
    named = Document(text=text, source_id="b.txt", explicit_id=True)
    dated = Published(value="2023-11-04", precision="day", basis="metadata")
    guessed = Published(value="2023-11-04", precision="day", basis="inferred")
    others = [
        named,
        Document(text=text + " ", source_id="a.txt"),
        Document(text=text, source_id="a.txt", url="https://courier.example/"),
        Document(text=text, source_id="a.txt", outlet="Island Courier"),
        Document(text=text, source_id="a.txt", title="Ferry held"),
        Document(text=text, source_id="a.txt", published=dated),
    ]
    assert len({article_id(d) for d in (plain, *others)}) == 1 + len(others)
    assert article_id(Document(text=text, source_id="a.txt", published=guessed)) == article_id(
        plain
    )


def test_everything_given_is_kept() -> None:
    found = article(page(*STORY), path="a/b.txt", authors=("Jane Roe",), encoding="utf-8")
    assert (found.path, found.authors, found.encoding) == ("a/b.txt", ("Jane Roe",), "utf-8")
    assert found.source_id == "page.txt"


def test_furniture_of_the_reader_is_kept_and_nothing_overlaps() -> None:
    text = around(after=("Leave a Reply",))
    end = len(text)
    given_ = (
        Furniture(span=Span(end - 5, end), kind="form"),
        Furniture(span=Span(0, 3), kind="header"),
        Furniture(span=Span(5, 5), kind="empty"),
        Furniture(span=Span(-2, end + 9), kind="outside"),
    )
    found = article(text, furniture=given_).furniture
    assert [(f.kind, f.span) for f in found] == [
        ("header", Span(0, 3)),
        ("comment_form", Span(end - 13, end)),
    ]


def test_an_empty_text() -> None:
    found = article("")
    assert (found.title, found.furniture, found.language, found.credits) == (None, (), None, ())
