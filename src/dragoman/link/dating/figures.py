"""Figures that only grow: the higher one was written later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.types import Analysis, ArticleSpan, Quantity

GROWING: Final = frozenset({"killed"})
"""Measures of which a total does not fall; displaced, missing or captive people come back."""
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_COMMON: Final = frozenset({"people", "civilians", "they", "their", "these", "those", "persons"})
_FROM: Final = 20
"""Smaller numbers are seldom a total."""
_MOST: Final = 64


@dataclass(frozen=True, slots=True)
class Figure:
    """A total by the article's number, with the words that say of what and by whom."""

    article: int
    value: float
    text: str
    words: frozenset[str]
    place: ArticleSpan


@dataclass(frozen=True, slots=True)
class Compared:
    """Two different totals of one count, in two articles."""

    own: Figure
    other: Figure


def figures(number: int, analysis: Analysis) -> Iterator[Figure]:
    """The totals of an article that only grow, each with its words."""
    for quantity in analysis.quantities:
        value = quantity.low if quantity.low is not None else quantity.high
        if quantity.measure in GROWING and value is not None and value >= _FROM:
            place = ArticleSpan(article=analysis.article.id, span=quantity.span)
            yield Figure(number, value, quantity.text, _words(quantity), place)


def _words(quantity: Quantity) -> frozenset[str]:
    parts = (quantity.of, quantity.cause, quantity.reported_by, quantity.place)
    text = " ".join(part.text for part in parts if part)
    return frozenset(w.casefold() for w in _WORD.findall(text)) - _COMMON


def compared(told: Sequence[Figure], against: Sequence[Figure]) -> list[Compared]:
    """Each of `told` with the most alike figure of each other article that counts the same."""
    by_word: dict[str, list[Figure]] = defaultdict(list)
    for figure in against:
        for word in sorted(figure.words):
            by_word[word].append(figure)
    found = []
    for own in told:
        near: dict[int, Figure] = {}
        for word in sorted(own.words):
            for other in by_word[word][:_MOST]:
                best = near.get(other.article)
                if other.article != own.article and (best is None or _closer(own, other, best)):
                    near[other.article] = other
        found += [Compared(own, near[article]) for article in sorted(near)]
    return found


def _closer(own: Figure, one: Figure, best: Figure) -> bool:
    """More words in common; of equals, the nearer value."""
    return (len(own.words & one.words), -abs(one.value - own.value)) > (
        len(own.words & best.words),
        -abs(best.value - own.value),
    )
