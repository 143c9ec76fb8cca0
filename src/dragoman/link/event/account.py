"""One article's account of an event: a mention, its sentence, and how much that sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dragoman.link.event.view import NEAR, Sheet, is_definite
from dragoman.link.event.words import LIGHT, content, trigger_lemma
from dragoman.types import EntityPassage, EventMention, Span

LENGTHS: Final = (8, 45)
"""Words of a sentence that reads well by itself."""
_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_UNKNOWN: Final = "9999"


@dataclass(frozen=True, eq=False)
class Account:
    """A mention in the sheet of its article, with the origin that the article goes back to."""

    mention: EventMention
    sheet: Sheet
    origin: str

    @property
    def published(self) -> str:
        """The day of the article; '9999' where unknown."""
        published = self.sheet.analysis.article.published
        return published.value[:10] if published else _UNKNOWN

    @cached_property
    def span(self) -> Span:
        """The sentence of the trigger; the trigger where no sentence is known."""
        trigger = self.mention.trigger.span
        return self.sheet.sentence(self.sheet.number(trigger.start), trigger)

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The sentence's words, its trigger, and the first words of the article: what any copy of it has."""
        opening = self.sheet.sentences[0] if self.sheet.sentences else self.span
        return (*self._words(self.span), self.mention.trigger.text.lower(), *self._words(opening))

    @cached_property
    def said(self) -> int:
        """How much the mention and its sentence tell of the event: day, place, both sides by name rather than by a
        word or pronoun. A fragment or headline tells less, and so does what only takes the event up."""
        m = self.mention
        actor, recipient = _named(m.actor), _named(m.recipient)
        sides = actor + recipient + (actor == recipient == 2)
        told = bool(m.date and m.date.from_) + (m.place is not None) + sides
        return told - 3 * self._is_fragment - self._reads_badly - self._takes_up

    @property
    def _takes_up(self) -> bool:
        """Whether the trigger stands for what was told before ('the attack'), or could stand for anything."""
        start = self.mention.trigger.span.start
        before = self.sheet.text[max(self.span.start, start - NEAR) : start]
        word = trigger_lemma(self.mention.trigger.text)
        return word in LIGHT or is_definite(before, self.mention.trigger.text)

    @property
    def _is_fragment(self) -> bool:
        """Whether it is no sentence of the article's body: without an end, or part of the title."""
        title = self.sheet.analysis.article.title_span
        in_title = title is not None and title.start <= self.span.start < title.end
        return in_title or not _END.search(self.sheet.text[slice(*self.span)].rstrip())

    @property
    def _reads_badly(self) -> bool:
        return not LENGTHS[0] <= len(self._words(self.span)) <= LENGTHS[1]

    def _words(self, span: Span) -> list[str]:
        return [w.casefold() for w in _WORD.findall(self.sheet.text[slice(*span)])]


def best(accounts: Sequence[Account]) -> Account:
    """The account whose sentence tells most; of equals the earliest, then what its article tells first, then the
    first by its words."""
    return min(
        accounts, key=lambda a: (-a.said, a.published, a.span.start, a.wording, a.mention.id)
    )


def _named(side: Iterable[EntityPassage]) -> int:
    """How well a side is told: 2 by name, 1 by a word or a pronoun, 0 not at all."""
    passages = tuple(side)
    return bool(passages) + any(p.entity and content(p.text) for p in passages)


def fullest(accounts: Sequence[Account]) -> Account:
    """The account whose sentence tells most, by its words alone, so that no copy takes its place."""
    return min(accounts, key=lambda a: (-a.said, a.wording))
