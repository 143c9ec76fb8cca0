"""Events: the mentions, across the articles of an affair, of one thing that took place.

What an origin tells several times is told once (`voices`): a mention in a repeated sentence is the one
that stands there first, of the same type where there is one, or one of its origin by the same word. A
reading that fewer than half of the articles with the sentence allow is an accident of their wording:
it goes to the event told next to it. Every other mention is seen with what stands around it (`view`,
`cast`), compared with those of its type (`features`, `scorer`), kept apart from those that it can't be
one with (`rules`), and grouped (`group`). Each group is an event, told as most of its origins tell
it (`whole`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.link.event.account import Account
from dragoman.link.event.cast import Cast
from dragoman.link.event.group import grouped
from dragoman.link.event.view import Sheet, mentions_of
from dragoman.link.event.whole import event_of
from dragoman.link.event.words import family, trigger_lemma
from dragoman.linking import Affair
from dragoman.types import Event, EventMention, Linked
from dragoman.voices import Voices, voices_of

__all__ = ["join"]

_OTHER_TYPE = 0.5
"""Likeness of two readings of one sentence that differ in type: one where there is nothing more alike."""


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the events of the affair and the event of every mention.

    About linear in the mentions: those of a type are compared with each other, at most 400 at once.
    """
    voices = voices_of(affair)
    cast = _cast(affair, voices)
    sheets = [(Sheet(t.analysis, cast), t) for t in affair.members]
    every = [m for t in affair.members for m in t.analysis.events]
    accounts = {m.id: Account(m, s, t.origin) for s, t in sheets for m in s.analysis.events}
    repeated = voices.repeated(every, lambda m: m.trigger.span.start, _alike, elsewhere=_same_word)
    _place_accidents(repeated, voices, every)
    mentions = [m for s, t in sheets for m in mentions_of(s, t) if m.id in repeated]
    events = []
    for group in grouped(mentions):
        told = [accounts[id_] for m in group for id_ in repeated[m.id]]
        events.append(event_of([accounts[m.id] for m in group], told, cast))
    return Linked(
        facts=(*said.facts, *sorted(events, key=lambda e: e.id)),
        membership=(*said.membership, *sorted(_memberships(events))),
        furniture=said.furniture,
    )


def _place_accidents(
    repeated: dict[str, list[str]], voices: Voices, mentions: Sequence[EventMention]
) -> None:
    """Gives readings that few of the articles with their sentence allow to the event told next to them."""
    by_article: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    kept = {id_: first for first, ids in repeated.items() for id_ in ids}
    for mention in sorted(mentions, key=lambda m: m.id):
        at, told = mention.trigger.span.start, repeated.get(mention.id, ())
        if not told or voices.is_own(mention.article, at):
            continue
        near = [m for m in by_article[mention.article] if kept[m.id] != mention.id]
        if near and 2 * len(told) < voices.tellers(mention.article, at):
            nearest = min(near, key=lambda m: (abs(m.trigger.span.start - at), m.id))
            home = kept[nearest.id]
            repeated[home] += told
            kept.update(dict.fromkeys(told, home))
            del repeated[mention.id]


def _alike(mention: EventMention, first: EventMention) -> float:
    """How alike two readings of one sentence are: by their type, then one word, then their mode."""
    if mention.type != first.type:
        return _OTHER_TYPE
    words = [family(trigger_lemma(m.trigger.text)) for m in (mention, first)]
    return 1.0 + 2.0 * (words[0] == words[1]) + (mention.mode == first.mode)


def _same_word(mention: EventMention, first: EventMention) -> float:
    """Whether two mentions are of one type and their words of one family."""
    words = [family(trigger_lemma(m.trigger.text)) for m in (mention, first)]
    return float(mention.type == first.type and words[0] == words[1])


def _cast(affair: Affair, voices: Voices) -> Cast:
    """Who is who, by the main articles; the others' entities are known by themselves."""
    main = {t.analysis.article.id for t in affair.members if voices.is_main(t.analysis.article.id)}
    ours = [t.analysis for t in affair.members if t.analysis.article.id in main]
    others = [t.analysis for t in affair.members if t.analysis.article.id not in main]
    return Cast.of(
        (e for analysis in ours for e in analysis.entities),
        (e for analysis in others for e in analysis.entities),
    )


def _memberships(events: list[Event]) -> list[tuple[str, str]]:
    return [(mention, event.id) for event in events for mention in event.mentions]
