"""Sentences and tokens as offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text import LONGEST, lines, outline, paragraphs, segment, tokenize
from tests.timing import within


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


def sentences(text: str) -> list[str]:
    return [text[found.start : found.end] for found in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't say it's Erdogan's.", "He did n't say it 's Erdogan 's ."),
        ("They’re sure we’ve won’t", "They ’re sure we ’ve wo n’t"),
        ("She cannot leave; I dont care, he shouldn't've", "She can not leave ; I do nt care , he should n't 've"),
        ("the parents' house", "the parents ' house"),
        ("O'Brien at 5 o'clock in the '90s", "O'Brien at 5 o'clock in the '90s"),
        ("a well-known, Turkish-backed group", "a well - known , Turkish - backed group"),
        ("an anti-government co-founder's e-mail", "an anti-government co-founder 's e-mail"),
        ("the U.S.-led coalition, i.e. the U.S.", "the U.S. - led coalition , i.e. the U.S."),
        ("$1,200.50 (3.5%) of US$5m", "$ 1,200.50 ( 3.5 % ) of US$ 5 m"),
        ("from 5-10 to 9/11, 1990s, 5th, 7pm", "from 5 - 10 to 9/11 , 1990s , 5th , 7 pm"),
        ("Call 713-853-3989 on 2023-11-04.", "Call 713-853-3989 on 2023-11-04 ."),
        ("See https://a.example.com/x?y=1, www.x.org or me@x.co.uk.",
         "See https://a.example.com/x?y=1 , www.x.org or me@x.co.uk ."),
        ("Node at example.com/page.", "Node at example.com/page ."),
        ("Wait... what?! No -- yes—maybe", "Wait ... what ?! No -- yes — maybe"),
        ("“Quote,” he said. ''Old'' «French»", "“ Quote , ” he said . '' Old '' « French »"),
        ("AT&T and R&B; s/he and/or #tag @name", "AT&T and R&B ; s/he and / or #tag @name"),
        ("Mr. Smith met Gen. J. Doe in Sept. 2016 (No. 5).", "Mr. Smith met Gen. J. Doe in Sept. 2016 ( No. 5 ) ."),
        ("in Pa., said Sen. Blow (D-Mass.)", "in Pa. , said Sen. Blow ( D - Mass. )"),
        ("It ended tonight.The talks", "It ended tonight . The talks"),
        ("café naïve cafe\u0301 soft\u00adware", "café naïve cafe\u0301 soft\u00adware"),
        ("东京で会談。", "东 京 で 会 談 。"),
        ("👩‍👩‍👧 ok 👍🏽!", "👩‍👩‍👧 ok 👍🏽 !"),
    ],
)  # fmt: skip
def test_tokens_follow_universal_dependencies(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_tokens_of_a_part_keep_offsets_of_the_whole() -> None:
    text = "One two. Three four."
    assert [text[a:b] for a, b in tokenize(text, 9, 20)] == ["Three", "four", "."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Erdogan met Gen. James L. Jones Jr. in Washington, D.C. on Jan. 5.|He left.",
        "The U.S. Army and the U.N. Security Council met.|They agreed.",
        "He moved to the U.S.|The move was brief.",
        "It began at 9 a.m. Friday.|It ended at 5 p.m.|The police came.",
        "It began at 9:41 a.m. North Korean time.|It ended.",
        "Shares of Acme Inc. fell.|Acme Inc. said so.",
        "He works for Acme Inc.|The firm is small.",
        "“Is it over?” she asked.|“No!” said Smith.|“It is.”",
        '"Is it over?" Smith said.|"It is."|He left.',
        "“It is over.”|“It is not.”",
        "ANKARA (Reuters) - Turkey recalled its ambassador.|It did so on Monday.",
        "Istanbul, Turkey: Police fired tear gas.|Crowds ran.",
        "WASHINGTON, Sept. 3 (AP) — The talks failed.|Both sides left.",
        "It ended tonight.|The U.S.-led talks at example.com failed.",
        "He paused ... and went on.|Then he stopped...|She did not.",
        "The rate is 3.5 percent.|It was 4.",
        "See Smith et al., 2011, e.g. The Book.|It is good.",
        "He was born there. [6]|His father left.",
        "He won (see below).|(She lost.)|They met.",
        "Yahoo! has a plan.|Good.",
        "Warned in Everett, Wash., recently.|This is it.",
        "He left.|then he came back.",
    ],
)
def test_sentence_ends(text: str) -> None:
    parts = text.split("|")
    assert sentences(" ".join(parts)) == parts


def test_missing_space_after_the_stop() -> None:
    assert sentences("It ended tonight.The talks failed.") == [
        "It ended tonight.",
        "The talks failed.",
    ]
    assert sentences('"I saw him."The man left.') == ['"I saw him."', "The man left."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TURKEY RECALLS ENVOY\nAnkara acted on Monday.", ["TURKEY RECALLS ENVOY", "Ankara acted on Monday."]),
        ("A headline\n\nA text.", ["A headline", "A text."]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("Points: • first • second", ["Points:", "• first", "• second"]),
        ("1. The first\n2. The second", ["1. The first", "2. The second"]),
        ("\r\n \t\r\n", []),
    ],
)  # fmt: skip
def test_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_break_inside_a_sentence_is_no_end() -> None:
    wrapped = "The Turkish government said on Monday that it had recalled\nits ambassador. It gave no reason."
    assert len(paragraphs(wrapped)) == 1
    assert sentences(wrapped)[0].endswith("its ambassador.")


def test_a_wrapped_block_is_one_paragraph() -> None:
    block = (
        "The Turkish government said on Monday that it had recalled its\n"
        "ambassador from the capital after what it called an insult by\n"
        "the president. The ministry gave no other reason for what it\n"
        "Ankara called a grave step and left open when he would return.\n"
    )
    assert len(paragraphs(block)) == 1
    assert len(paragraphs("One line here\nAnother line\nThird line")) == 3
    assert [block[a:b] for a, b in lines(block)] == block.splitlines()


def quoted(text: str) -> list[str]:
    return [
        text[start:end]
        for found in segment(text)
        for (start, end), inside in zip(found.tokens, found.quoted, strict=True)
        if inside
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said: "We go. We stay." Then he left.', "We go . We stay ."),
        ("“We go,” he said. “We stay.”", "We go , We stay ."),
        ("« Nous » et „wir“ sind", "Nous wir"),
        ('"We go.\n"And we stay," he said. Yes.', "We go . And we stay ,"),
        ("“We go.\nNobody spoke.", "We go ."),
        ("“a\n“b\n“c\n“d” e", "a b c d"),
        ('5" of rain fell', ""),
        ("no marks at all", ""),
    ],
)
def test_quotation_state_runs_on(text: str, inside: str) -> None:
    assert quoted(text) == inside.split()


def test_an_open_mark_ends_after_three_paragraphs() -> None:
    text = "“one\n“two\n“three\nfour"
    assert quoted(text) == ["one", "two", "three"]


HOSTILE = st.text(
    st.one_of(
        st.sampled_from(list(" \n\r\t\"'“”„«».,;:!?-–—…()[]$%&/#@_*•aAbZ09éß")),
        st.sampled_from(list("\u2028\x85\x00\x1f\ufeff\u200b\u200f\u0301\u202e東الق👍🏽\u200d\U000e0001")),
        st.characters(),
    ),
    max_size=300,
)  # fmt: skip


def check(text: str) -> None:
    """The properties that hold for any text."""
    last, paragraph = 0, 0
    for found in segment(text):
        assert found.tokens
        assert len(found.tokens) == len(found.quoted) <= LONGEST
        assert (found.start, found.end) == (found.tokens[0].start, found.tokens[-1].end)
        assert found.paragraph >= paragraph
        paragraph = found.paragraph
        for start, end in found.tokens:
            assert last <= start < end <= len(text)
            assert not any(char.isspace() for char in text[start:end])
            assert not text[last:start].strip()
            last = end
    assert not text[last:].strip()


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_any_text(text: str) -> None:
    check(text)


HARD_WORDS = [
    *["U.S.", "Mr.", "said", "“No", "”", '"', "it.", "The", "...", "?”", "a.m.", "Inc.", "5", "J."],
    "\n",
    "\n\n",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(HARD_WORDS)))
def test_any_order_of_hard_words(parts: list[str]) -> None:
    check(" ".join(parts))


@given(st.lists(st.sampled_from([*HARD_WORDS, "\n", "\n\n"])).map(" ".join) | HOSTILE)
def test_the_outline_is_that_of_the_sentences(text: str) -> None:
    found = segment(text)
    spans, inside = outline(text)
    assert spans == tuple((s.start, s.end) for s in found)
    quoted = (t for s in found for t, q in zip(s.tokens, s.quoted, strict=True) if q)
    assert inside == tuple(quoted)


@pytest.mark.parametrize(
    "unit",
    ["word ", "a", "1", "1,", "a.", ".", "'", '"', "http://", "a@", "a-", "x.y", "n't", "[1] ", "( ", ". ", "? ”", ". (", '" ', "• ", "A. ", "\n", "东"],
)  # fmt: skip
def test_long_input_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert within(10, lambda: check(text))


def test_a_megabyte_without_a_stop() -> None:
    text = ("word " * 99 + "word, ") * 2000
    found = segment(text)
    assert max(len(sentence.tokens) for sentence in found) <= LONGEST
    assert sum(text[sentence.end - 1] == "," for sentence in found) > 0.9 * len(found)


def test_an_article_takes_milliseconds() -> None:
    text = (
        "The minister, Mr. Smith, said on Monday that “talks have failed.” Nobody answered. " * 60
    )
    segment(text)
    assert within(0.02, lambda: segment(text))
