"""Events: mentions, across articles, of one thing that took place.

Mentions are one event where type, actors, recipients and day are the same. A mention without a day
joins only the mentions of its own origin: two reports that give no day may tell of two days.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.ids import make_id
from dragoman.linking import Member
from dragoman.text import segment
from dragoman.types import (
    Analysis,
    Article,
    ArticleFact,
    ArticleSpan,
    EntityPassage,
    Event,
    EventMention,
    Linked,
    Span,
    Status,
    When,
)

STATUS_ORDER: tuple[Status, ...] = (
    "happened", "ongoing", "planned", "called_for", "denied", "hypothetical",
)  # fmt: skip
"""Where mentions are evenly split, the one that says most is the event's."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention with its article and the origin that the article goes back to."""

    mention: EventMention
    article: Article
    origin: str


class SameEvent:
    """Joins mentions with the same type, parties and day."""

    name = "event"
    needs: tuple[type[ArticleFact], ...] = (EventMention,)
    after: tuple[str, ...] = ("origin",)

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return tuple(sorted({_key(mention) for mention in analysis.events}))

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
        for member in members:
            article = member.analysis.article
            origin = member.origin or article.id
            for mention in member.analysis.events:
                if _key(mention) == key:
                    groups[_when(mention, origin)].append(_Told(mention, article, origin))
        events = [_event(key, when, told) for when, told in sorted(groups.items())]
        return Linked(
            facts=tuple(events),
            membership=tuple((mention, event.id) for event in events for mention in event.mentions),
        )


def _key(mention: EventMention) -> str:
    parts = [mention.type, _parties(mention.actor), _parties(mention.recipient)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _parties(parties: Iterable[EntityPassage]) -> list[str]:
    """Entities by id; what is no entity by its words."""
    return sorted({p.entity or " ".join(p.text.casefold().split()) for p in parties})


def _when(mention: EventMention, origin: str) -> tuple[str, str]:
    """The day where it is known; else the origin that the mention does not leave."""
    day = mention.date.from_ if mention.date else None
    return ("day", day) if day else ("origin", origin)


def _event(key: str, when: tuple[str, str], told: Sequence[_Told]) -> Event:
    mentions = sorted((t.mention for t in told), key=lambda m: m.id)
    best = min(told, key=_clearest)
    return Event(
        id=make_id("event", key, *when),
        type=mentions[0].type,
        mode=_most_said(m.mode for m in mentions if m.mode),
        actor=_entities(m.actor for m in mentions),
        recipient=_entities(m.recipient for m in mentions),
        date=_date(mentions),
        place=_most_said(m.place.text for m in mentions if m.place),
        status=_status(mentions),
        summary=ArticleSpan(article=best.article.id, span=_sentence(best)),
        mentions=tuple(m.id for m in mentions),
        articles=len({t.article.id for t in told}),
        outlets=len({t.article.outlet or t.article.source_id for t in told}),
        origins=len({t.origin for t in told}),
    )


def _clearest(told: _Told) -> tuple[int, str, int]:
    """The mention that says most about the event, then the first report of it."""
    m = told.mention
    said = (
        sum(x is not None for x in (m.date, m.place, m.attributed_to))
        + len(m.actor)
        + len(m.recipient)
    )
    published = told.article.published.value if told.article.published else "9999"
    return (-said, f"{published} {told.article.id}", m.trigger.span.start)


def _entities(parties: Iterable[tuple[EntityPassage, ...]]) -> tuple[str, ...]:
    return tuple(sorted({p.entity for group in parties for p in group if p.entity}))


def _date(mentions: Sequence[EventMention]) -> When | None:
    dates = sorted(
        (m.date for m in mentions if m.date),
        key=lambda d: (d.from_ or "9999", d.to or "", d.value or ""),
    )
    return When(value=dates[0].value, from_=dates[0].from_, to=dates[0].to) if dates else None


def _status(mentions: Sequence[EventMention]) -> Status:
    counted = Counter(m.status for m in mentions)
    return min(counted, key=lambda s: (-counted[s], STATUS_ORDER.index(s)))


def _most_said(values: Iterable[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda v: (-counted[v], v), default=None)


def _sentence(told: _Told) -> Span:
    """The sentence of the trigger, looked for in its paragraph alone."""
    text, trigger = told.article.text, told.mention.trigger.span
    start = text.rfind("\n\n", 0, trigger.start) + 1
    end = text.find("\n\n", trigger.end)
    for sentence in segment(text[start : end if end >= 0 else len(text)]):
        if sentence.start + start <= trigger.start < sentence.end + start:
            return Span(sentence.start + start, sentence.end + start)
    return trigger
