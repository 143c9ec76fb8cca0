"""One article made ready for the extractors: its sentences outside furniture, read by the encoder."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.encoder import EncodedSentence, Encoder
from dragoman.text import segment
from dragoman.types import Analysis, Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an extractor reads: the article and its encoded sentences, in text order.

    `sentences` leaves out furniture; the offsets of every token are those of `article.text`.
    """

    article: Article
    sentences: tuple[EncodedSentence, ...]


Extractor: TypeAlias = Callable[[Reading, Analysis], Analysis]
"""Returns the analysis so far with its own layer filled; never touches another's."""


def read_article(article: Article, encoder: Encoder) -> Reading:
    """The article's sentences outside furniture, each read by the encoder."""
    return read_articles([article], encoder)[0]


def read_articles(articles: Sequence[Article], encoder: Encoder) -> list[Reading]:
    """Several articles read as each would be alone, in less time."""
    texts = [(a.text, segment(_after_dateline(a, _without_furniture(a)))) for a in articles]
    return [
        Reading(article=article, sentences=sentences)
        for article, sentences in zip(articles, encoder.encode_all(texts), strict=True)
    ]


def _without_furniture(article: Article) -> str:
    """The text with every character of furniture made a line break: offsets stay, sentences end."""
    parts, at = [], 0
    for piece in sorted(f.span for f in article.furniture):
        start, end = max(at, piece.start), max(at, piece.end)
        parts += [article.text[at:start], "\n" * (end - start)]
        at = end
    return "".join([*parts, article.text[at:]])


_DASH = re.compile(r"[^\n]{0,60}?(?:[-–—]+|:)(?=\s)")
"""From a dateline's place to the mark that ends it: ' (Reuters) -', ', Nov. 4:'."""


def _after_dateline(article: Article, text: str) -> str:
    """The text with the mark behind the dateline made a line break: the story begins there."""
    if article.dateline is None:
        return text
    mark = _DASH.match(text, article.dateline.span.end)
    if mark is None:
        return text
    return f"{text[: mark.end() - 1]}\n{text[mark.end() :]}"
