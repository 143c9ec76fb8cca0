"""Corrections name things by their ids, and lie over the record without changing it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.corrections import Correction, correction, kinds_for, layer_of, overlay
from dragoman.errors import UsageError
from dragoman.ids import make_id

MADE = "2024-05-05T10:00:00+00:00"
ENTITIES = [make_id("entity", n) for n in range(6)]

merges = st.lists(st.tuples(st.sampled_from(ENTITIES), st.sampled_from(ENTITIES)), max_size=12)


def merged(pairs: list[tuple[str, str]]) -> list[Correction]:
    return [
        correction("merge", one, other, None, made=f"2024-05-05T10:00:{n:02}")
        for n, (one, other) in enumerate(pairs)
        if one != other
    ]


@given(merges)
def test_merges_lead_to_one_even_where_they_go_in_circles(pairs: list[tuple[str, str]]) -> None:
    laid = overlay(merged(pairs))
    for id_ in ENTITIES:
        every = laid.all_of(id_)
        assert every[0] == id_ and laid.into(id_) in every
        assert len(set(every)) == len(every)


@given(merges)
def test_what_is_undone_has_no_effect(pairs: list[tuple[str, str]]) -> None:
    from dataclasses import replace

    undone = [replace(c, undone=MADE) for c in merged(pairs)]
    laid = overlay(undone)
    assert laid.corrections == () and all(laid.into(i) == i for i in ENTITIES)


def test_the_same_correction_has_one_id() -> None:
    article = make_id("article", 1)
    one = correction("outlet", article, " The Post ", None, made=MADE)
    assert one.value == "The Post" and one.id.startswith("cor-")
    assert one == correction("outlet", article, "The Post", "", made=MADE)
    assert one.id != correction("outlet", article, "The Post", None, made="2025").id


@pytest.mark.parametrize(
    ("kind", "target", "value", "says"),
    [
        ("guess", ENTITIES[0], None, "no correction 'guess'"),
        ("wrong", ENTITIES[0], None, "is no id of one of these"),
        ("wrong", "anything", None, "is no id of one of these"),
        ("merge", ENTITIES[0], ENTITIES[0], "another entity"),
        ("merge", ENTITIES[0], make_id("event", 1), "another entity"),
        ("date", make_id("article", 1), "2024-02-30", "a day or a month"),
        ("outlet", make_id("article", 1), "  ", "a name of 1 to"),
        ("outlet", make_id("article", 1), "x" * 501, "a name of 1 to"),
    ],
)
def test_what_makes_no_sense_is_refused(
    kind: str, target: str, value: str | None, says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        correction(kind, target, value, None, made=MADE)


def test_layers_and_their_corrections() -> None:
    assert layer_of(ENTITIES[0]) == "entity" and layer_of("ent-x") is None
    assert layer_of("xyz-0123456789abcdef") is None
    assert kinds_for("article") == ("date", "outlet")
    assert kinds_for("event_mention") == ("wrong", "split")
    assert kinds_for("story") == ()
