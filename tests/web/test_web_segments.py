"""Text with marks: the characters stay what and where they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_parse import Reader, text_content

from dragoman.types import Span
from dragoman.web.segments import Block, Mark, segments, to_html, visible


def mark(start: int, end: int, kind: str = "q", **given: str) -> Mark:
    return Mark(span=Span(start, end), kind=kind, **given)


def test_marks_cut_the_text_at_every_boundary() -> None:
    found = segments("abcdefgh", [mark(1, 5, "q"), mark(3, 7, "n")])
    assert [(s.span, [m.kind for m in s.marks]) for s in found] == [
        ((0, 1), []),
        ((1, 3), ["q"]),
        ((3, 5), ["q", "n"]),
        ((5, 7), ["n"]),
        ((7, 8), []),
    ]


def test_a_nested_mark_does_not_cut_the_outer_one() -> None:
    html = to_html("say the town now", [mark(4, 12, "q", id="quo-1"), mark(8, 12, "p", id="top-1")])
    assert html == (
        'say <span id="quo-1" class="q">the <span id="top-1" class="p">town</span></span> now'
    )


def test_a_crossed_mark_keeps_its_id_on_its_first_piece() -> None:
    html = to_html("abcdef", [mark(0, 4, "q", id="a"), mark(2, 6, "n", id="b")])
    assert html == (
        '<span id="a" class="q">ab<span id="b" class="n">cd</span></span><span class="n">ef</span>'
    )


def test_a_mark_that_points_out_of_the_text_is_left_out() -> None:
    assert to_html("abc", [mark(1, 9), mark(2, 2), mark(-1, 2), mark(2, 1)]) == "abc"


def test_a_part_of_a_text_cuts_its_marks() -> None:
    assert to_html("abcdef", [mark(0, 3)], start=2, end=5) == '<span class="q">c</span>de'


def test_a_back_link_follows_a_mark() -> None:
    html = to_html("ab", [mark(0, 1, id="x", back="#r-x")])
    assert html == '<span id="x" class="q">a</span><a class="b" href="#r-x"></a>b'
    assert text_content(html) == "ab"


def test_furniture_that_fills_its_lines_can_be_folded_and_adds_no_text() -> None:
    text = "News.\nShare\nEnd"
    html = to_html(text, [mark(4, 8)], blocks=[Block(span=Span(6, 11), label="not it", whole=True)])
    assert (
        '<details class="furn" open><summary aria-label="not it" data-label="not it"></summary>'
        in html
    )
    assert text_content(html) == text


def test_furniture_inside_a_line_stays_in_it() -> None:
    html = to_html("a (note) b", blocks=[Block(span=Span(2, 8), label="note", whole=False)])
    assert html == 'a <span class="furn" data-label="note">(note)</span> b'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</div></span></details>&amp;&lt;&#60;",
        "'\"><img src=x onerror=alert(1)>",
        "one\r\ntwo\rthree\r",
        "\nstarts with a line break",
        "tab\tand\x0bvertical\x0cfeed\x1b[0m",
        "\x80\x85\x9f and \x7f",
        "a\u202eb\u202cc\u2066d\u2069e\u200ff",
        "שלום עולם hello مرحبا",
        "👩‍👩‍👧 e\u0301 \U0001f1f3\U0001f1f1",
        "\ufeffmark \ufffe \uffff \u2028 \u2029",
    ],
)
def test_text_content_is_the_text(text: str) -> None:
    assert text_content(to_html(text, [mark(i, i + 3) for i in range(0, len(text) - 3, 2)])) == text


def test_what_html_cannot_hold_becomes_one_replacement_each() -> None:
    assert text_content(to_html("a\x00b\ud800c")) == "a\ufffdb\ufffdc"


def test_direction_characters_are_shown_and_cannot_reach_out() -> None:
    html = to_html("a\u202eb")
    assert html == 'a<span class="c" data-c="[U+202E]">\u202e</span>b'


def test_many_control_characters_make_one_label() -> None:
    assert to_html("\x01" * 9).count("<span") == 1
    assert 'data-c="[U+0001 ×9]"' in to_html("\x01" * 9)
    assert 'data-c="[3 control characters]"' in to_html("\x01\x02\x03")


def test_a_return_alone_breaks_the_line_and_one_before_a_feed_does_not() -> None:
    assert to_html("a\r\nb") == "a&#13;\nb"
    assert to_html("a\rb") == 'a<span class="r">&#13;</span>b'
    assert to_html("a\r\nb", [mark(0, 2)]) == '<span class="q">a&#13;</span>\nb'


def test_fields_show_what_cannot_be_seen() -> None:
    assert visible("a\u202eb\x00\r\n") == "a[U+202E]b[U+0000] \n"


TEXTS = st.text(
    alphabet=st.sampled_from("ab<>&\"'\r\n\t\x00\x01\x85\u202e\u2069é👩\u0301 "), max_size=40
)
SPANS = st.tuples(st.integers(-2, 45), st.integers(-2, 45))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(SPANS, max_size=8), st.lists(st.integers(0, 40), max_size=4, unique=True))
def test_any_marks_on_any_text_nest_rightly_and_change_nothing(
    text: str, spans: list[tuple[int, int]], edges: list[int]
) -> None:
    marks = [mark(a, b, "q", id=f"m{n}", back=f"#r{n}") for n, (a, b) in enumerate(spans)]
    edges = sorted(e for e in edges if e <= len(text))
    pairs = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    blocks = [Block(span=s, label="f", whole=n % 2 == 0) for n, s in enumerate(pairs)]
    html = to_html(text, marks, blocks=blocks)
    page = Reader(f'<div class="text">{html}</div>')
    assert page.texts[0] == text.replace("\x00", "\ufffd")
    assert len(page.ids) == len(set(page.ids))


@given(TEXTS, st.lists(SPANS, max_size=8))
def test_segments_cover_the_text_once(text: str, spans: list[tuple[int, int]]) -> None:
    found = segments(text, [mark(a, b) for a, b in spans])
    assert "".join(text[s.span.start : s.span.end] for s in found) == text
    assert all(s.span.start < s.span.end for s in found)
