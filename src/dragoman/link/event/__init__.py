"""Events: the mentions, across the articles of an affair, of one thing that took place.

What an origin tells several times is told once (`once`). Every mention is seen with what stands around it (`view`, `cast`), compared with the others of its
type (`features`, `scorer`), kept apart from those that it can't be one with (`rules`), and grouped
(`group`). Each group is an event, told as most of its origins tell it (`whole`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from dragoman.link.event.account import Account
from dragoman.link.event.cast import Cast
from dragoman.link.event.group import grouped
from dragoman.link.event.once import once
from dragoman.link.event.view import Sheet, mentions_of
from dragoman.link.event.whole import event_of
from dragoman.linking import Affair
from dragoman.types import Event, Linked

__all__ = ["join"]


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the events of the affair and the event of every mention.

    About linear in the mentions: those of a type are compared with each other, at most 400 at once.
    """
    told = once((Sheet(t.analysis), t.origin) for t in affair.members)
    cast = _cast(affair, told.main)
    sheets = [(Sheet(t.analysis, cast), t) for t in affair.members]
    accounts = {m.id: Account(m, s, t.origin) for s, t in sheets for m in s.analysis.events}
    repeated: dict[str, list[Account]] = defaultdict(list)
    for mention, first in told.same.items():
        repeated[first].append(accounts[mention])
    mentions = [m for s, t in sheets for m in mentions_of(s, t) if m.id in repeated]
    events = []
    for group in grouped(mentions):
        every = [account for m in group for account in repeated[m.id]]
        events.append(event_of([accounts[m.id] for m in group], every, cast))
    return Linked(
        facts=(*said.facts, *sorted(events, key=lambda e: e.id)),
        membership=(*said.membership, *sorted(_memberships(events))),
        furniture=said.furniture,
    )


def _cast(affair: Affair, main: Set[str]) -> Cast:
    """Who is who, by the main articles; the others' entities are known by themselves."""
    ours = [t.analysis for t in affair.members if t.analysis.article.id in main]
    others = [t.analysis for t in affair.members if t.analysis.article.id not in main]
    return Cast.of(
        (e for analysis in ours for e in analysis.entities),
        (e for analysis in others for e in analysis.entities),
    )


def _memberships(events: list[Event]) -> list[tuple[str, str]]:
    return [(mention, event.id) for event in events for mention in event.mentions]
