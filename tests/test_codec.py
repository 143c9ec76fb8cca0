"""The plain form is the exported form, and comes back as it was."""

from __future__ import annotations

import json

from dragoman import codec
from dragoman.types import (
    EntityPassage,
    Event,
    EventMention,
    MadeBy,
    Passage,
    Quantity,
    Span,
    When,
)

MENTION = EventMention(
    id="evm-1",
    article="art-1",
    type="CONSULT",
    mode="visit",
    trigger=Passage(text="visited", span=Span(4, 11)),
    actor=(EntityPassage(text="She", span=Span(0, 3), entity="ent-1"),),
    recipient=(),
    date=When(value="2024-03-01", from_="2024-03-01", to="2024-03-01", span=None),
    place=None,
    status="happened",
    attributed_to=None,
    made_by=MadeBy(rule="frame", score=0.5),
)


def test_fields_lose_their_trailing_underscore_and_spans_become_lists() -> None:
    row = codec.plain(MENTION)
    assert row["date"] == {
        "value": "2024-03-01",
        "from": "2024-03-01",
        "to": "2024-03-01",
        "span": None,
    }
    assert row["trigger"] == {"text": "visited", "span": [4, 11]}
    assert row["recipient"] == []
    assert json.loads(codec.dumps(MENTION)) == row


def test_what_was_written_comes_back() -> None:
    assert codec.loads(EventMention, codec.dumps(MENTION)) == MENTION
    read = codec.loads(EventMention, codec.dumps(MENTION))
    assert isinstance(read.trigger.span, Span)


def test_nested_optionals_come_back() -> None:
    quantity = Quantity(
        id="qty-1", article="art-1", span=Span(0, 2), text="12", low=12.0, high=None,
        modifier="at_least", unit=None, measure="killed", of=None, cause=None,
        reported_by=EntityPassage(text="x", span=Span(3, 4)), as_of=None, place=None,
        made_by=MadeBy(rule="r"),
    )  # fmt: skip
    assert codec.loads(Quantity, codec.dumps(quantity)) == quantity


def test_tuples_of_strings_come_back() -> None:
    event = Event(
        id="evt-1", type="AID", mode=None, actor=("ent-1",), recipient=(), date=None, place=None,
        status="planned", summary=None, mentions=("evm-1",), articles=1, outlets=1, origins=1,
    )  # fmt: skip
    assert codec.loads(Event, codec.dumps(event)) == event


def test_a_field_missing_in_old_data_takes_its_default() -> None:
    row = codec.plain(MENTION)
    del row["date"]["span"]
    assert codec.load(EventMention, row).date == MENTION.date
