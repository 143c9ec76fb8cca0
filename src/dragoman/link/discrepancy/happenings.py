"""One event told differently: whether it took place, on which day, by whom, to whom.

Only what independent origins say counts here, as two articles made from one report that seem to differ
are mostly one sentence read in two ways; so what a copy changes in a repeated sentence does not count at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.sides import (
    Report,
    Side,
    different_origins,
    discrepancy,
    in_words,
    quoted,
)
from dragoman.types import (
    Discrepancy,
    EntityPassage,
    Event,
    EventMention,
    Status,
)

TOOK_PLACE: frozenset[Status] = frozenset({"happened", "ongoing"})
ONE_SIDED = frozenset(
    {"AID", "RETREAT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
"""Types of event with one who does it and one to whom it is done; a meeting has many of both."""

STATUS_WORDS: dict[Status, str] = {
    "happened": "told as something that happened",
    "ongoing": "told as going on",
    "denied": "denied, or told as not done",
}


def happenings(context: Context) -> Iterator[Discrepancy]:
    """All differences about the events of an affair."""
    for event in context.joined(Event):
        every = [context.mentions[m] for m in sorted(event.mentions) if m in context.mentions]
        told = [mention for mention in every if not context.report(mention).repeats]
        if len(context.origins(m.article for m in told)) > 1:
            yield from _status(context, event, told)
            yield from _date(context, event, told)
            if event.type in ONE_SIDED:
                yield from _party(context, event, told, "actor")
                yield from _party(context, event, told, "recipient")


def _status(context: Context, event: Event, told: Sequence[EventMention]) -> Iterator[Discrepancy]:
    """Denied by one and told as done by another. What is planned early and done later is no difference."""
    did = [m for m in told if m.status in TOOK_PLACE]
    did_not = [m for m in told if m.status == "denied"]
    sides = [_as_told(context, did), _as_told(context, did_not)]
    if did and did_not and different_origins(sides):
        yield discrepancy("status", event.id, f"Whether it happened: {_what(event, told)}", sides)


def _as_told(context: Context, mentions: Sequence[EventMention]) -> Side:
    words = {STATUS_WORDS[m.status] for m in mentions if m.status in STATUS_WORDS}
    return Side(words=min(words, default=""), reports=_reports(context, mentions))


def _date(context: Context, event: Event, told: Sequence[EventMention]) -> Iterator[Discrepancy]:
    """Days that articles name for it, more than a day apart: time zones make a day of difference."""
    dated: dict[str, list[EventMention]] = {}
    for mention in told:
        if day := _named_day(mention):
            dated.setdefault(day, []).append(mention)
    sides = [
        Side(words=in_words(day), reports=_reports(context, group))
        for day, group in sorted(dated.items())
    ]
    if len(sides) > 1 and _days_apart(dated) > 1 and different_origins(sides):
        yield discrepancy("date", event.id, f"The day of {_what(event, told)}", sides)


def _days_apart(days: Iterable[str]) -> int:
    found = sorted(date.fromisoformat(day) for day in days)
    return (found[-1] - found[0]).days


def _named_day(mention: EventMention) -> str | None:
    """The one day that the article's own words give the event."""
    when = mention.date
    if mention.status not in TOOK_PLACE or when is None or when.span is None or not when.from_:
        return None
    return when.from_[:10] if (when.to or when.from_)[:10] == when.from_[:10] else None


def _party(
    context: Context,
    event: Event,
    told: Sequence[EventMention],
    part: Literal["actor", "recipient"],
) -> Iterator[Discrepancy]:
    """Parties of different countries, or different armed groups, in one part of one event."""
    by_party: dict[str, list[tuple[EventMention, str]]] = {}
    for mention in (m for m in told if m.status in TOOK_PLACE):
        parties: tuple[EntityPassage, ...] = getattr(mention, part)
        keys = {_identity(context, p) for p in parties}
        if len(keys) == 1 and (key := keys.pop()):
            by_party.setdefault(key, []).append((mention, parties[0].text))
    sides = [
        Side(words=quoted(group[0][1], 80), reports=_reports(context, [m for m, _ in group]))
        for _, group in sorted(by_party.items())
    ]
    if len(sides) > 1 and different_origins(sides):
        who = "Who did it" if part == "actor" else "To whom it was done"
        yield discrepancy(part, event.id, f"{who}: {_what(event, told)}", sides)


def _identity(context: Context, party: EntityPassage) -> str | None:
    """The country of a state or its people, or the armed group; None for whoever is neither."""
    known = context.entities.get(party.entity or "", [])
    kinds = {e.kind for e in known}
    if "armed_group" in kinds:
        return party.entity
    countries = {e.country for e in known if e.country}
    official = any(e.kind == "state" or e.sector in ("GOV", "MIL") for e in known)
    return countries.pop() if official and len(countries) == 1 else None


def _reports(context: Context, mentions: Iterable[EventMention]) -> tuple[Report, ...]:
    return tuple(context.report(m) for m in mentions)


def _what(event: Event, told: Sequence[EventMention]) -> str:
    """The event by the words of its mentions: ‘recalled’ (TYPE)."""
    words = list(dict.fromkeys(quoted(m.trigger.text, 40) for m in told))
    return f"{' / '.join(words[:3])} ({event.type})"
