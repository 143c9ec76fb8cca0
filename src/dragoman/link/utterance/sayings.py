"""Quotations as groups need them: the words said, by whom, on which day, in which origin."""

from __future__ import annotations

import base64
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.utterance.speakers import Speaker, speaker_of
from dragoman.linking import Told
from dragoman.types import Analysis, Quotation, Span
from dragoman.wording import WORD, content

BITS: Final = 256
GRAM: Final = 4
"""Words of a run by which equal wording is found."""

_INSERTED: Final = re.compile(r"[\[({][^\])}]{0,60}[\])}]")
_THAT: Final = re.compile(r"^that\s+", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """One quotation with what comparing it needs.

    words: in lower case, without what an editor put in brackets. grams: runs of `GRAM` words.
    stems: of its content words. bits: sums of the signatures of its sentences, or None.
    relay: whether its content holds another quotation of the article: it passes on what others said.
    """

    quotation: Quotation
    origin: str
    day: str | None
    speaker: Speaker
    words: tuple[str, ...]
    grams: frozenset[tuple[str, ...]]
    stems: frozenset[str]
    bits: NDArray[np.float32] | None
    relay: bool

    @property
    def article(self) -> str:
        """Id of its article."""
        return self.quotation.article

    @property
    def spoken(self) -> bool:
        """Whether its words are somebody's own, in quotation marks."""
        return self.quotation.kind != "indirect"

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        passages = self.quotation.content
        return Span(min(p.span.start for p in passages), max(p.span.end for p in passages))


def sayings(members: Iterable[Told]) -> list[Saying]:
    """The quotations of some articles that have words, in order of article and place."""
    return [saying for told in members for saying in _of_article(told)]


def _of_article(told: Told) -> Iterator[Saying]:
    analysis = told.analysis
    entities = {entity.id: entity for entity in analysis.entities}
    signed = _signatures(analysis)
    quotations = [q for q in analysis.quotations if q.content]
    day = analysis.article.published.value[:10] if analysis.article.published else None
    for quotation in quotations:
        words = wording_key(quotation)
        if words:
            yield Saying(
                quotation=quotation,
                origin=told.origin,
                day=day,
                speaker=speaker_of(quotation.speaker, entities),
                words=words,
                grams=grams(words),
                stems=frozenset(content(" ".join(words))),
                bits=_bits(quotation, analysis, signed),
                relay=any(_relays(quotation, other) for other in quotations),
            )


def wording_key(quotation: Quotation) -> tuple[str, ...]:
    """The words of the content in lower case: what tells two wordings apart, marks and spaces left out."""
    text = " ".join(passage.text for passage in quotation.content)
    return tuple(
        m.group().casefold() for m in WORD.finditer(_THAT.sub("", _INSERTED.sub(" ", text)))
    )


def grams(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of `GRAM` words; the whole where it is shorter."""
    if len(words) < GRAM:
        return frozenset([tuple(words)])
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def _relays(one: Quotation, other: Quotation) -> bool:
    """Whether the content of one holds the other's speaker and words."""
    if other is one or other.speaker is None or not _holds(one, other.speaker.span):
        return False
    return all(_holds(one, passage.span) for passage in other.content)


def _holds(quotation: Quotation, span: Span) -> bool:
    return any(p.span.start <= span.start and span.end <= p.span.end for p in quotation.content)


def _signatures(analysis: Analysis) -> NDArray[np.float32] | None:
    """+1 and -1, one row of `BITS` a sentence of the article's trace."""
    if not analysis.traces or not analysis.traces[0].sentences:
        return None
    trace = analysis.traces[0]
    raw = np.frombuffer(base64.b64decode(trace.signatures), dtype=np.uint8)
    return np.unpackbits(raw).reshape(len(trace.sentences), BITS).astype(np.float32) * 2 - 1


def _bits(
    quotation: Quotation, analysis: Analysis, signed: NDArray[np.float32] | None
) -> NDArray[np.float32] | None:
    if signed is None:
        return None
    sentences = analysis.traces[0].sentences
    rows: set[int] = set()
    for passage in quotation.content:
        first = bisect_right(sentences, passage.span.start, key=lambda s: s.end)
        rows.update(range(first, bisect_left(sentences, passage.span.end, key=lambda s: s.start)))
    return signed[sorted(rows)].sum(0) if rows else None
