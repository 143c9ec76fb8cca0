"""Mentions of one thing are one event; copies add no origin, other days are other events."""

from __future__ import annotations

from dragoman.link.event import SameEvent
from dragoman.linking import Member
from dragoman.types import (
    Analysis,
    Article,
    EntityPassage,
    Event,
    EventMention,
    MadeBy,
    Passage,
    Span,
    Status,
    When,
)

TEXT = "Rain fell.\n\nNorland recalled its envoy to Sudria. It gave no reason."


def member(
    number: int,
    *,
    day: str | None = "2024-03-01",
    origin: str = "ori-1",
    status: Status = "happened",
) -> Member:
    start = TEXT.index("recalled")
    mention = EventMention(
        id=f"evm-{number}",
        article=f"art-{number}",
        type="SANCTION",
        mode=None,
        trigger=Passage(text="recalled", span=Span(start, start + 8)),
        actor=(EntityPassage(text="Norland", span=Span(12, 19), entity="ent-nor"),),
        recipient=(EntityPassage(text="Sudria", span=Span(42, 48), entity="ent-sud"),),
        date=When(value=day, from_=day, to=day) if day else None,
        place=None,
        status=status,
        attributed_to=None,
        made_by=MadeBy(rule="test"),
    )
    article = Article(
        id=f"art-{number}",
        source_id=str(number),
        outlet=f"Outlet {number}",
        text=TEXT,
        text_sha256="",
    )
    return Member(analysis=Analysis(article=article, events=(mention,)), origin=origin)


def link(*members: Member) -> list[Event]:
    linker = SameEvent()
    (key,) = {k for m in members for k in linker.keys(m.analysis)}
    return [f for f in linker.link(key, members).facts if isinstance(f, Event)]


def test_one_day_is_one_event_and_copies_add_no_origin() -> None:
    (event,) = link(member(1), member(2), member(3, origin="ori-2"))
    assert event.mentions == ("evm-1", "evm-2", "evm-3")
    assert (event.articles, event.outlets, event.origins) == (3, 3, 2)
    assert (event.actor, event.recipient) == (("ent-nor",), ("ent-sud",))


def test_the_summary_is_the_sentence_of_the_trigger() -> None:
    (event,) = link(member(1))
    assert event.summary is not None
    start, end = event.summary.span
    assert TEXT[start:end] == "Norland recalled its envoy to Sudria."


def test_other_days_are_other_events() -> None:
    assert len(link(member(1), member(2, day="2024-03-08"))) == 2


def test_without_a_day_only_one_origin_is_joined() -> None:
    events = link(member(1, day=None), member(2, day=None), member(3, day=None, origin="ori-2"))
    assert sorted(len(e.mentions) for e in events) == [1, 2]


def test_the_status_of_most_mentions_stands() -> None:
    (event,) = link(member(1, status="planned"), member(2), member(3))
    assert event.status == "happened"


def test_membership_names_every_mention_once() -> None:
    linker = SameEvent()
    members = [member(1), member(2)]
    linked = linker.link(linker.keys(members[0].analysis)[0], members)
    assert [part for part, _ in linked.membership] == ["evm-1", "evm-2"]
