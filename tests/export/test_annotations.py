"""Web Annotations: every selector finds the same words, and every fact is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.annotations import CONTEXT, _is_address, _said, _target
from dragoman.types import Span
from tests.export.objects import COUNCIL, STORY, events
from tests.store.objects import article


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(name="told")
def annotations_of_the_record(exported_as: Callable[[str], Path]) -> list[dict[str, Any]]:
    return lines(exported_as("annotations") / "annotations.jsonl")


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def test_every_fact_is_one_annotation(told: list[dict[str, Any]]) -> None:
    facts = [fact.id for one in STORY for fact in _said(one)]
    assert sorted(one["id"] for one in told) == sorted(f"urn:dragoman:{id_}" for id_ in facts)
    for one in told:
        assert one["@context"] == CONTEXT and one["type"] == "Annotation"
        assert one["generator"] == {"type": "Software", "name": "dragoman 1.0"}


def test_selectors_find_the_same_words(exported_as: Callable[[str], Path]) -> None:
    folder = exported_as("annotations")
    texts = {row["id"]: row["text"] for row in lines(folder / "articles.jsonl")}
    for one in lines(folder / "annotations.jsonl"):
        for target in targets(one):
            text = texts[target["source"]["dcterms:identifier"]]
            at, quote = target["selector"]
            assert (at["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            assert text[at["start"] : at["end"]] == quote["exact"] != ""
            assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_they_come_by_article_and_place(told: list[dict[str, Any]]) -> None:
    places = [
        (first["source"]["dcterms:identifier"], first["selector"][0]["start"])
        for first in (targets(one)[0] for one in told)
    ]
    assert places == sorted(places)


def test_bodies_tell_class_subject_and_fields(told: list[dict[str, Any]]) -> None:
    by_id = {one["id"].removeprefix("urn:dragoman:"): one["body"] for one in told}
    classes, fields = _body(by_id[STORY[0].events[0].id])
    assert classes == ["event_mention", "PROTEST", "strike", "happened"]
    assert fields["event"] == events()[0].id and fields["recipient"][0]["entity"] == COUNCIL
    subject = by_id[STORY[0].entity_mentions[0].id][1]
    assert (subject["purpose"], subject["source"]) == ("identifying", f"urn:dragoman:{COUNCIL}")
    assert by_id[STORY[3].toponyms[0].id][1]["source"] == "https://sws.geonames.org/3161732/"


def _body(bodies: list[dict[str, Any]]) -> tuple[list[str], dict[str, Any]]:
    classes = [b["value"] for b in bodies if b["purpose"] == "classifying"]
    return classes, json.loads(bodies[-1]["value"])


def test_a_quotation_in_pieces_has_as_many_targets(told: list[dict[str, Any]]) -> None:
    id_ = f"urn:dragoman:{STORY[0].quotations[0].id}"
    (one,) = (a for a in told if a["id"] == id_)
    quotes = [target["selector"][1]["exact"] for target in one["target"]]
    assert quotes == ["nobody will sail", "nobody will eat"]


@given(st.text("ab \u00e4\U0001f600\n", min_size=1, max_size=200), st.data())
def test_a_quote_with_its_context_occurs_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at, quote = _target(article(text), Span(start, end))["selector"]
    assert text[at["start"] : at["end"]] == quote["exact"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    first = start - len(quote["prefix"])
    assert [i for i in range(len(text)) if text.startswith(around, i)] == [first]


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.org/a?b=c", True),
        ("https://example.org/ä", True),
        (None, False),
        ("", False),
        ("www.example.org/a", False),
        ("https://example.org/a b", False),
        ("https://[oops", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
    ],
)  # fmt: skip
def test_only_an_address_is_a_source(url: str | None, good: bool) -> None:
    assert _is_address(url) is good
    source = _target(article("text", url=url), Span(0, 4))["source"]
    assert source["id"] == url if good else source["id"].startswith("urn:dragoman:art-")
