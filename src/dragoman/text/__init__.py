"""Sentences and tokens as offsets into a text that is never changed.

Offsets are Unicode code points, half-open. Tokens follow Universal Dependencies English; sentences
are cut by rules made for news (abbreviations, quotations, datelines, headlines, wrapped lines).
Any string is accepted; the time is linear in its length.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.text.lines import lines, paragraphs
from dragoman.text.quotes import QuotationState
from dragoman.text.sentences import LONGEST, bounded, cuts
from dragoman.text.tokens import pieces
from dragoman.types import Span

__all__ = ["LONGEST", "Sentence", "lines", "paragraphs", "segment", "tokenize"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        start, end: offsets of the first and behind the last token.
        tokens: the words, in order, none empty, none overlapping; at most `LONGEST`.
        paragraph: index of the paragraph, as `paragraphs` counts them.
        quoted: for every token, whether it stands inside an open double quotation.
    """

    start: int
    end: int
    tokens: tuple[Span, ...]
    paragraph: int
    quoted: tuple[bool, ...]


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The tokens of ``text[start:end]``, taken as one stretch, as offsets into `text`."""
    stop = len(text) if end is None else end
    return tuple([Span(a, b) for a, b, _ in pieces(text, start, stop)])


def segment(text: str) -> tuple[Sentence, ...]:
    """All sentences of a text, in order."""
    sentences: list[Sentence] = []
    state = QuotationState()
    for number, (start, end) in enumerate(paragraphs(text)):
        tokens = pieces(text, start, end)
        state.begin(number, tokens[0])
        flags = state.flags(text, tokens)
        spans = [Span(a, b) for a, b, _ in tokens]
        for first, last in bounded(text, tokens, cuts(text, tokens)):
            sentences.append(
                Sentence(
                    spans[first].start,
                    spans[last - 1].end,
                    tuple(spans[first:last]),
                    number,
                    tuple(flags[first:last]),
                )
            )
    return tuple(sentences)
