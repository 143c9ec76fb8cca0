"""What linked facts point at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from web_fake import passage, sample

from dragoman.types import ArticleSpan, Event, EventMention, Span
from dragoman.web.events import told_most
from dragoman.web.index import Index


def test_mentions_of_the_summary_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    (mention,) = sample().facts(EventMention)
    (event,) = sample().facts(Event)
    other = replace(mention, id="evm-0", trigger=passage("The recall", "recall"))
    known = {other.id: other, mention.id: mention}
    monkeypatch.setattr(Index, "fact", lambda _self, id_: known.get(id_))
    told = replace(event, mentions=(other.id, mention.id, "evm-elsewhere"))
    index = Index((), ())
    assert index.event_mentions(told) == [mention, other]
    assert index.event_mentions(replace(told, summary=None)) == [other, mention]
    apart = ArticleSpan(article="art-other", span=Span(0, 5_000))
    assert index.event_mentions(replace(told, summary=apart)) == [other, mention]


def test_of_events_told_as_often_those_with_both_sides_come_first() -> None:
    (event,) = sample().facts(Event)
    bare = replace(event, id="evt-0", actor=(), recipient=())
    both = replace(event, id="evt-1", recipient=("ent-x",))
    often = replace(bare, id="evt-2", articles=3)
    assert sorted([bare, event, both, often], key=told_most) == [often, both, event, bare]
