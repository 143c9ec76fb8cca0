"""Events: the mentions, across the articles of an affair, of one thing that took place.

What an origin tells several times is told once (`voices`): a mention in a repeated sentence is the one
that stands there first, of the same type where there is one, or one of its origin by the same word. A
reading that altered copies alone allow, or fewer than half of the texts with the sentence, is an accident
of their wording: it goes to the event of its type told next to it, and is a stray where its origin tells none
(`accidents`). Every other mention is seen with what stands around it (`view`, `cast`) and with what repeats its
sentence (`union`), compared with those of its type (`features`, `scorer`), kept apart from those that it can't be
one with (`rules`), and grouped, mentions first, then the groups (`group`). Each group is an event, told as most
of its origins tell it (`whole`), on the days that they admit together (`when`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.link.event.accidents import placed
from dragoman.link.event.account import Account
from dragoman.link.event.cast import Cast
from dragoman.link.event.group import grouped
from dragoman.link.event.mention import Mention
from dragoman.link.event.union import completed
from dragoman.link.event.view import Sheet, mentions_of
from dragoman.link.event.whole import event_of
from dragoman.link.event.words import family, trigger_lemma
from dragoman.linking import Affair
from dragoman.types import Event, EventMention, Linked
from dragoman.voices import Telling, Voices, voices_of

__all__ = ["join"]


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the events of the affair and the event of every mention that is no stray.

    About linear in the mentions: those of a type are compared with each other, at most 400 at once.
    """
    voices = voices_of(affair)
    cast = _cast(affair, voices)
    sheets = [(Sheet(t.analysis, cast), t) for t in affair.members]
    every = [m for t in affair.members for m in t.analysis.events]
    accounts = {m.id: Account(m, s, t.origin) for s, t in sheets for m in s.analysis.events}
    told_first = voices.repeated(
        every, lambda m: m.trigger.span.start, _alike, elsewhere=_same_word
    )
    repeated, strays = placed(told_first, voices, every)
    seen = {m.id: m for s, t in sheets for m in mentions_of(s, t)}
    events = list(_events(repeated, seen, accounts, voices, cast))
    return replace(
        said,
        facts=(*said.facts, *sorted(events, key=lambda e: e.id)),
        membership=(*said.membership, *sorted(_memberships(events))),
        strays=(*said.strays, *strays),
    )


def _events(
    repeated: Mapping[str, Sequence[str]],
    seen: Mapping[str, Mention],
    accounts: Mapping[str, Account],
    voices: Voices,
    cast: Cast,
) -> Iterator[Event]:
    """The events of the mentions that are told first; each says what those that repeat its sentence add to it."""
    close = {one: _of_one_sentence(one, ids, accounts, voices) for one, ids in repeated.items()}
    mentions = [completed(seen[one], (seen[id_] for id_ in ids)) for one, ids in close.items()]
    for group in grouped(mentions):
        told = [accounts[id_] for m in group for id_ in repeated[m.id]]
        near = [accounts[id_] for m in group for id_ in close[m.id]]
        yield event_of([accounts[m.id] for m in group], told, near, cast)


def _of_one_sentence(
    one: str, ids: Iterable[str], accounts: Mapping[str, Account], voices: Voices
) -> list[str]:
    """Of the mentions that one stands for, those in what tells the same sentence: they say the same of it.

    Altered copies are left out: what their changed words make of it would count as often as they are made.
    """
    place = {id(telling) for telling in _place(accounts[one], voices)}
    sound = (i for i in ids if i == one or not voices.is_altered(accounts[i].mention.article))
    return [i for i in sound if i == one or place & {id(t) for t in _place(accounts[i], voices)}]


def _place(account: Account, voices: Voices) -> Sequence[Telling]:
    return voices.place(account.mention.article, account.mention.trigger.span.start)


def _alike(mention: EventMention, first: EventMention) -> float:
    """How alike two readings of one sentence are: by their type, then one word, in one form, then their mode."""
    if mention.type != first.type:
        return 0.0
    words = [family(trigger_lemma(m.trigger.text)) for m in (mention, first)]
    forms = [m.trigger.text.casefold() for m in (mention, first)]
    named = 2.0 * (words[0] == words[1]) + (forms[0] == forms[1])
    return 1.0 + named + 0.5 * (mention.mode == first.mode)


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
