"""Two articles laid side by side: which sentences say the same, in what order, and how much of each.

The likeness of two sentences is the mean of the cosine of their vectors, estimated from their
signatures, and the cosine of their words, weighted by how few sentences of the pair have them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.derivation.words import BITS, Prepared

Matrix = NDArray[np.float64]

NOISE: Final = 0.33
"""Likeness that sentences of different reports on one event often reach; only what is above it
counts. Set by reading the aligned sentences of the development rewrites."""

SPOKEN_WEIGHT: Final = 0.2
"""What a sentence of somebody's own words counts, against one of the reporter's. Where both articles
carry such sentences they show nothing: everybody may quote them."""

BY_CHANCE: Final = 0.5
"""The share of names and numbers that reports on one event have in common without being related."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What two articles have in common; shares are 0 to 1.

    likeness: sentences of the first by sentences of the second.
    verbatim: share of the shorter's runs of five own words that the other has.
    said: number of runs of five words of somebody else's that both have.
    ordered, free: likeness above `NOISE` along the best path that keeps the order, and along the best
        matches in any order, a word of the shorter article.
    order: Kendall's rank correlation of the matched sentences, in standard deviations of chance.
    matched: share of the sentences of the shorter that are each other's best match.
    hard, numbers: how much more names and numbers, and numbers alone, both have than by chance, in
        standard deviations.
    covered: for each article, the mean likeness of its words to the best sentence of the other.
    """

    likeness: Matrix
    verbatim: float
    said: int
    ordered: float
    free: float
    order: float
    matched: float
    hard: float
    numbers: float
    covered: tuple[float, float]


def compare(one: Prepared, other: Prepared) -> Compared:
    """Everything that the decision on a pair is taken from. Both must have sentences."""
    likeness = _likeness(one, other)
    first, second = _weights(one), _weights(other)
    telling = likeness * ~np.logical_and.outer(_spoken(one), _spoken(other))
    excess = np.maximum(telling - NOISE, 0) * np.minimum.outer(first, second)
    shorter = max(min(first.sum(), second.sum()), 1.0)
    rows, columns, values = _mutual(telling)
    hard = _hard(one), _hard(other)
    return Compared(
        likeness=likeness,
        verbatim=_common(one.own, other.own),
        said=len(one.said & other.said),
        ordered=_path(excess) / shorter,
        free=float(min(excess.max(1).sum(), excess.max(0).sum())) / shorter,
        order=_order(rows, columns, values),
        matched=len(rows) / min(likeness.shape),
        hard=_beyond_chance(*hard),
        numbers=_beyond_chance(_numbers(hard[0]), _numbers(hard[1])),
        covered=(
            float((likeness.max(1) * first).sum() / max(first.sum(), 1.0)),
            float((likeness.max(0) * second).sum() / max(second.sum(), 1.0)),
        ),
    )


def _likeness(one: Prepared, other: Prepared) -> Matrix:
    worded = _word_cosines(one, other)
    if one.bits is None or other.bits is None:
        return worded
    apart = (1 - (one.bits @ other.bits.T) / BITS) / 2
    return (worded + np.maximum(np.cos(np.pi * apart), 0)) / 2


def _word_cosines(one: Prepared, other: Prepared) -> Matrix:
    """Cosines of the sentences' words; a word weighs the more the fewer sentences have it."""
    n, m = len(one.told), len(other.told)
    _, index = np.unique(np.concatenate([one.tokens, other.tokens]), return_inverse=True)
    sentences = np.concatenate([one.owners, other.owners + n])
    counts = np.bincount(index, minlength=1)
    weights = np.log1p((n + m) / np.maximum(counts, 1))
    norms = np.sqrt(np.maximum(np.bincount(sentences, weights[index], minlength=n + m), 1e-9))
    own = np.bincount(index[: len(one.tokens)], minlength=len(counts))
    shared = (own > 0) & (own < counts)
    column = np.cumsum(shared) - 1
    kept = shared[index]
    table = np.zeros((n + m, max(1, int(shared.sum()))))
    table[sentences[kept], column[index[kept]]] = np.sqrt(weights)[index[kept]]
    table /= norms[:, None]
    cosines: Matrix = table[:n] @ table[n:].T
    return cosines


def _spoken(article: Prepared) -> NDArray[np.bool_]:
    return np.array([t.spoken for t in article.told], dtype=bool)


def _weights(article: Prepared) -> Matrix:
    """Content words of each sentence; fewer for what is spoken."""
    return np.array(
        [len(t.content) * (SPOKEN_WEIGHT if t.spoken else 1.0) for t in article.told], dtype=float
    )


def _path(excess: Matrix) -> float:
    """The greatest sum along a path that goes forward in both articles."""
    best = np.zeros(excess.shape[1] + 1)
    for row in excess:
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], best[:-1] + row))
    return float(best[-1])


def _mutual(likeness: Matrix) -> tuple[NDArray[np.intp], NDArray[np.intp], Matrix]:
    """Pairs of sentences that are each other's best match, above `NOISE`."""
    right, left = likeness.argmax(1), likeness.argmax(0)
    rows = np.arange(len(right))
    values = likeness[rows, right]
    kept = (left[right] == rows) & (values > NOISE)
    return rows[kept], right[kept], values[kept]


def _order(rows: NDArray[np.intp], columns: NDArray[np.intp], values: Matrix) -> float:
    """Rank correlation of the matches, weighted by likeness, over its deviation by chance."""
    n = len(rows)
    if n < 2:
        return 0.0
    weight = np.triu(np.outer(values, values), 1)
    same = float((weight * (columns[:, None] < columns[None, :])).sum() / weight.sum())
    return (2 * same - 1) / float(np.sqrt(2 * (2 * n + 5) / (9 * n * (n - 1))))


def _hard(article: Prepared) -> frozenset[str]:
    return frozenset().union(*(t.hard for t in article.told if not t.spoken))


def _numbers(hard: frozenset[str]) -> frozenset[str]:
    return frozenset(h for h in hard if h[0].isdigit())


def _beyond_chance(one: frozenset[str], other: frozenset[str]) -> float:
    """How far the smaller set's share in the other is above chance, in standard deviations."""
    n = min(len(one), len(other))
    expected = BY_CHANCE * n
    deviation = (n * BY_CHANCE * (1 - BY_CHANCE)) ** 0.5
    return (len(one & other) - expected) / deviation if n else 0.0


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that the other has."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
