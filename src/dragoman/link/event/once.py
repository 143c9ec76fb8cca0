"""What an origin tells several times is told once: copies and rewordings change nothing.

The articles of one origin repeat its sentences, whole or reworded. They are read in order, those first
whose words most of them have. A mention in a sentence that an earlier article has is the same as that
article's mention of the same type there; where that article has none, it is an accident of one wording
unless at least half of the readings of the sentence find it. It stays in the record as a mention,
without an event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dragoman.link.event.view import BYTES, Sheet
from dragoman.link.event.words import family, trigger_lemma
from dragoman.types import EventMention

NEAREST: Final = 52
"""Bits of 256 by which two readings of one sentence differ at most: a cosine of 0.8."""
FEWEST: Final = 3
"""Articles of an origin from which its sentences are told once: two may each know more than the other."""


@dataclass(slots=True)
class Sentence:
    """One sentence of an origin: the articles that have it, and the mentions found in it, by type."""

    articles: set[str] = field(default_factory=set)
    first: list[EventMention] = field(default_factory=list)
    later: dict[str, list[EventMention]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Once:
    """`main`: ids of articles whose names say who is who; `same`: mention id → the id of the one that
    stands for it (itself, where it is told first). A mention that is not in it is of no event."""

    main: set[str] = field(default_factory=set)
    same: dict[str, str] = field(default_factory=dict)


def once(told: Iterable[tuple[Sheet, str]]) -> Once:
    """The sheets of an affair, each with its origin, in any order."""
    by_origin: dict[str, list[Sheet]] = defaultdict(list)
    for sheet, origin in told:
        by_origin[origin].append(sheet)
    found = Once()
    for sheets in by_origin.values():
        if len(sheets) < FEWEST:
            found.main |= {s.analysis.article.id for s in sheets}
            found.same.update((m.id, m.id) for s in sheets for m in s.analysis.events)
        else:
            report = Report(found)
            for sheet in _ordered(sheets):
                report.read(sheet)
            report.judge()
    return found


def _ordered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Those first whose words most have, then the earliest, then by the words."""
    words = {s.analysis.article.id: s.wording for s in sheets}
    shared = Counter(words.values())

    def place(sheet: Sheet) -> tuple[int, str, tuple[str, ...], str]:
        article = sheet.analysis.article
        day = article.published.value[:10] if article.published else "9999"
        return (-shared[words[article.id]], day, words[article.id], article.id)

    return sorted(sheets, key=place)


class Report:
    """The sentences of one origin, as its articles tell them one after another."""

    def __init__(self, found: Once) -> None:
        self.found = found
        self.known: list[Sentence] = []
        self.rows = b""

    def read(self, sheet: Sheet) -> None:
        """The next article: what it repeats, and what it adds."""
        article = sheet.analysis.article.id
        at = [self._known(bits) for bits in sheet.signatures]
        new = [number for number, sentence in enumerate(at) if not sentence.articles]
        for sentence in at:
            sentence.articles.add(article)
        for mention in sheet.analysis.events:
            number = sheet.number(mention.trigger.span.start)
            self._tell(mention, at[number] if 0 <= number < len(at) else Sentence(), number in new)
        self.known += [at[number] for number in new]
        self.rows += b"".join(sheet.signatures[number] for number in new)
        if len(new) == len(self.known) or 2 * len(new) > len(at):
            self.found.main.add(article)

    def judge(self) -> None:
        """What at least half of the readings of a sentence find is told; the first stands for all."""
        for sentence in self.known:
            for mentions in sentence.later.values():
                if 2 * len({m.article for m in mentions}) >= len(sentence.articles):
                    self.found.same.update((m.id, mentions[0].id) for m in mentions)

    def _known(self, bits: bytes) -> Sentence:
        """The sentence that this one is a reading of; an empty one where it is new."""
        nearest = _nearest(bits, self.rows)
        return self.known[nearest] if nearest >= 0 else Sentence()

    def _tell(self, mention: EventMention, sentence: Sentence, new: bool) -> None:
        """First in its sentence, the same as an earlier one, or in doubt."""
        same = self.found.same
        earlier = [m for m in sentence.first if m.article != mention.article]
        earlier = [m for m in earlier if m.type == mention.type]
        if earlier:
            same[mention.id] = same[_likest(mention, earlier).id]
        elif new or not sentence.articles:
            sentence.first.append(mention)
            same[mention.id] = mention.id
        else:
            sentence.later[mention.type].append(mention)


def _nearest(bits: bytes, rows: bytes) -> int:
    """The number of the known signature that is nearest, if it is near enough; else -1."""
    if not rows:
        return -1
    packed = np.frombuffer(rows, dtype=np.uint8).reshape(-1, BYTES)
    apart = np.unpackbits(packed ^ np.frombuffer(bits, dtype=np.uint8), axis=1).sum(axis=1)
    best = int(apart.argmin())
    return best if apart[best] <= NEAREST else -1


def _likest(mention: EventMention, earlier: Sequence[EventMention]) -> EventMention:
    """The one with the same word, then the same mode, then the first."""
    word = family(trigger_lemma(mention.trigger.text))
    return max(
        earlier,
        key=lambda m: (family(trigger_lemma(m.trigger.text)) == word, m.mode == mention.mode),
    )
