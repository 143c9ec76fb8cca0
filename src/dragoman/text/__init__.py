"""Sentences and tokens as offsets into a text that is never changed.

Offsets are Unicode code points, half-open. Tokens follow Universal Dependencies English; sentences
are cut by rules made for news (abbreviations, quotations, datelines, headlines, wrapped lines).
Any string is accepted; the time is linear in its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.text.lines import lines, paragraphs
from dragoman.text.quotes import QuotationState
from dragoman.text.sentences import LONGEST, bounded, cuts
from dragoman.text.tokens import Piece, pieces
from dragoman.types import Span

__all__ = ["LONGEST", "Sentence", "lines", "outline", "paragraphs", "segment", "tokenize"]


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
    for paragraph in _read(text):
        spans = [Span(a, b) for a, b, _ in paragraph.tokens]
        for first, last in paragraph.sentences:
            sentences.append(
                Sentence(
                    spans[first].start,
                    spans[last - 1].end,
                    tuple(spans[first:last]),
                    paragraph.number,
                    tuple(paragraph.quoted[first:last]),
                )
            )
    return tuple(sentences)


@lru_cache(maxsize=1)
def outline(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of all sentences, as `segment` cuts them, and of the tokens inside quotations.

    The last text's is kept: several linkers ask for it, one after the other.
    """
    sentences: list[Span] = []
    inside: list[Span] = []
    for paragraph in _read(text):
        tokens, quoted = paragraph.tokens, paragraph.quoted
        sentences += [Span(tokens[a][0], tokens[b - 1][1]) for a, b in paragraph.sentences]
        if True in quoted:
            inside += [Span(a, b) for (a, b, _), q in zip(tokens, quoted, strict=True) if q]
    return tuple(sentences), tuple(inside)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Tokens with their kinds and quotation flags, and the ranges of tokens that are sentences."""

    number: int
    tokens: list[Piece]
    quoted: list[bool]
    sentences: list[tuple[int, int]]


def _read(text: str) -> Iterator[_Paragraph]:
    state = QuotationState()
    for number, (start, end) in enumerate(paragraphs(text)):
        tokens = pieces(text, start, end)
        state.begin(number, tokens[0])
        sentences = list(bounded(text, tokens, cuts(text, tokens)))
        yield _Paragraph(number, tokens, state.flags(text, tokens), sentences)
