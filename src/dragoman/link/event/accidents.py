"""Readings that stand for no event of their own: accidents of how one text words what others tell too.

Such a mention goes to the event of its type that is told next to it in its article; where none is, to one of its
origin. Where its origin has none of its type and altered copies alone have it, it is a stray: nothing took place
because a copy changed a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.types import EventMention
from dragoman.voices import Voices


class Placed(NamedTuple):
    """Each mention told first with those that it stands for, and the strays, in order; every mention once."""

    told: Mapping[str, Sequence[str]]
    strays: tuple[str, ...]


def placed(
    repeated: Mapping[str, Sequence[str]], voices: Voices, mentions: Sequence[EventMention]
) -> Placed:
    """Where every mention belongs, by `repeated` (each mention told first → those that it stands for).

    Accidents are what only altered copies have, and what fewer than half of the texts with a sentence
    have of it.
    """
    of = {m.id: m for m in mentions}
    first = {id_: one for one, ids in repeated.items() for id_ in ids}
    solid = {one for one in repeated if not _is_accident(of[one], repeated[one], voices, of)}
    homes = _Homes(voices, mentions, {i: one for i, one in first.items() if one in solid})
    result: dict[str, list[str]] = {one: list(repeated[one]) for one in repeated if one in solid}
    strays: list[str] = []
    for one in sorted({first.get(m.id, m.id) for m in mentions} - solid):
        told = repeated.get(one, (one,))
        if (home := homes.of(of[one])) is None and not voices.texts(
            of[id_].article for id_ in told
        ):
            strays += told
        else:
            result.setdefault(home or one, []).extend(told)
    return Placed(result, tuple(sorted(strays)))


def _is_accident(
    mention: EventMention, told: Iterable[str], voices: Voices, of: Mapping[str, EventMention]
) -> bool:
    """Whether a mention is told first in a repeated sentence, of which fewer than half of the texts have it."""
    at = mention.trigger.span.start
    if voices.is_own(mention.article, at):
        return False
    texts = voices.texts(of[id_].article for id_ in told)
    return 2 * texts < voices.tellers(mention.article, at)


class _Homes:
    """Where accidents go: `first` are the other mentions, each with the one that is told first for it.

    An event holds mentions of its type alone, so nothing else can be the home of one.
    """

    def __init__(
        self, voices: Voices, mentions: Iterable[EventMention], first: Mapping[str, str]
    ) -> None:
        self._voices, self._first = voices, first
        self._beside: dict[str, list[EventMention]] = defaultdict(list)
        self._along: dict[str, list[EventMention]] = defaultdict(list)
        for mention in sorted((m for m in mentions if m.id in first), key=_in_text):
            self._beside[mention.article].append(mention)
            if first[mention.id] == mention.id:
                self._along[voices.origin(mention.article)].append(mention)

    def of(self, mention: EventMention) -> str | None:
        """The mention, told first, that this one is given to; None where its origin has none."""
        at = mention.trigger.span.start
        near = [m for m in self._beside[mention.article] if m.type == mention.type]
        if near:
            nearest = min(near, key=lambda m: (abs(m.trigger.span.start - at), m.id))
            return self._first[nearest.id]
        along = self._along[self._voices.origin(mention.article)]
        return next((m.id for m in along if m.type == mention.type), None)


def _in_text(mention: EventMention) -> tuple[str, int, str]:
    return (mention.article, mention.trigger.span.start, mention.id)
