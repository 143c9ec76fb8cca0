"""One article made ready for the extractors: its sentences outside furniture, read by the encoder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.encoder import EncodedSentence
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
