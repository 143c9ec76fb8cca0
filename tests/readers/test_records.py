"""A JSON record's fields reach the document as they are, and what does not fit is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.readers import Raw, parse
from dragoman.types import Document, Published, Rejected

from .helpers import SENTENCE, article, page


def read_record(value: Any, **columns: str) -> Document | Rejected:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    raw = Raw(
        kind="json",
        path="n.jsonl",
        position="line 3",
        source_id="n.jsonl:line 3",
        data=data,
        fields=tuple(columns.items()),
    )
    (one,) = parse(raw, Settings())
    return one


def document(value: Any, **columns: str) -> Document:
    one = read_record(value, **columns)
    assert isinstance(one, Document), one
    return one


def refusal(value: Any) -> Rejected:
    one = read_record(value)
    assert isinstance(one, Rejected), one
    return one


def test_every_field_is_taken() -> None:
    one = document({
        "id": "a-7", "text": SENTENCE, "title": "Pier ", "outlet": "The Paper", "url": "http://paper.example/a",
        "published": "2023-11-04T10:15:00+02:00", "modified": "2023-11-05", "language": "en", "authors": ["A. Bee", " C. Dee "],
    })  # fmt: skip
    assert one == Document(
        text=SENTENCE, source_id="a-7", explicit_id=True, path="n.jsonl", url="http://paper.example/a",
        outlet="The Paper", title="Pier", language="en", authors=("A. Bee", "C. Dee"), encoding="utf-8",
        published=Published(value="2023-11-04T10:15+02:00", precision="minute", basis="metadata"),
        modified=Published(value="2023-11-05", precision="day", basis="metadata"),
    )  # fmt: skip


@given(st.text(min_size=1).filter(lambda t: t.strip()))
def test_text_is_kept_to_the_character(text: str) -> None:
    assert document({"text": text}).text == text


def test_without_an_id_the_line_is_the_source() -> None:
    one = document({"text": SENTENCE, "id": None, "extra": {"deep": 1}})
    assert (one.source_id, one.explicit_id) == ("n.jsonl:line 3", False)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"text": 5}, "field 'text' is a number, expected a string"),
        ({"text": "x", "title": ["a"]}, "field 'title' is a list, expected a string"),
        (
            {"text": "x", "published": {}},
            "field 'published' is an object, expected an ISO 8601 date or a number",
        ),
        (
            {"text": "x", "authors": [1]},
            "field 'authors' is a list, expected a string or a list of strings",
        ),
        ({"text": "x", "id": True}, "field 'id' is true or false, expected a string"),
        ([1], "a list; expected an object with text or html"),
        (None, "null; expected an object"),
        ({}, "neither 'text' nor 'html' in it; its fields: none"),
        (
            {"body": "x", "date": 1},
            "its fields: 'body', 'date'; name the right one by --field text=NAME",
        ),
    ],
)
def test_wrong_types_and_missing_text_are_named(value: Any, words: str) -> None:
    one = refusal(value)
    assert (one.path, one.reason) == ("n.jsonl:line 3", "bad_fields")
    assert words in one.detail


def test_an_empty_text_is_empty() -> None:
    assert refusal({"text": " \n"}).reason == "empty"


def test_a_date_that_can_not_be_read_is_noted_and_the_rest_kept() -> None:
    one = document({"text": SENTENCE, "published": "next Tuesday", "modified": 12})
    assert (one.published, one.modified) == (None, None)
    assert one.notes == (
        "published 'next Tuesday' is not a date that can be read; expected ISO 8601",
        "modified 12 is not a date that can be read; expected ISO 8601",
    )


def test_half_a_surrogate_pair_becomes_one_replacement_and_a_note() -> None:
    one = document(b'{"text": "ab\\ud83d cd \\ud83d\\ude00", "title": "t\\ude00"}')
    assert (one.text, one.title) == ("ab\ufffd cd \U0001f600", "t\ufffd")
    assert one.notes[0] == "text: 1 lone surrogates, the first at 2, read as U+FFFD"


def test_html_is_read_as_a_page_and_the_record_has_the_last_word() -> None:
    head = '<title>Page title</title><meta property="article:published_time" content="2023-11-04T10:15:00Z">'
    one = document({"html": page(article(), head), "title": "Given", "id": "h1", "text": ""})
    assert (one.title, one.source_id, one.explicit_id) == ("Given", "h1", True)
    assert one.published is not None
    assert one.published.value == "2023-11-04T10:15Z"
    assert SENTENCE in one.text


def test_html_may_be_a_fragment() -> None:
    assert document({"html": "<p>One &amp; two.</p><p>Three</p>"}).text == "One & two.\nThree"


def test_text_goes_before_html() -> None:
    assert document({"html": "<p>no</p>", "text": "yes"}).text == "yes"


def test_a_text_over_the_limit_is_refused() -> None:
    raw = Raw(kind="json", path="n", source_id="n", data=json.dumps({"text": "x" * 101}).encode())
    (one,) = parse(raw, Settings(max_text_chars=100))
    assert isinstance(one, Rejected)
    assert (one.reason, one.detail[:40]) == (
        "too_large",
        "101 characters, at most 100 in one artic",
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_NAMES = st.sampled_from(
    ["text", "html", "id", "title", "published", "authors", "url", "language", "x"]
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_NAMES, _JSON, max_size=6))
def test_any_record_is_a_document_or_a_rejection(value: dict[str, Any]) -> None:
    one = read_record(value)
    if isinstance(one, Document):
        one.text.encode("utf-8")
