"""Two articles laid side by side: which sentences say the same, in what order, and how much of each.

The likeness of two sentences is the mean of the cosine of their vectors, estimated from their
signatures, and the cosine of their words, weighted by how few sentences of the pair have them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.derivation.words import BITS, Prepared

Matrix = NDArray[np.float64]

NOISE: Final = 0.33
"""Likeness that sentences of different reports on one event often reach; only what is above it
counts. Set by reading the aligned sentences of the development rewrites."""

BY_CHANCE: Final = 0.5
"""The share of names and numbers that reports on one event have in common without being related."""

MOST_ORDER: Final = 8.0
"""Deviations of chance beyond which more order says no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What two articles have in common; shares are 0 to 1.

    likeness: sentences of the first by sentences of the second.
    verbatim: share of the shorter's runs of five own words that the other has.
    whole: the same of all its runs, somebody else's words too.
    said: number of runs of five words of somebody else's that both have.
    matched: share of the sentences of the shorter that are each other's best match.
    distinct: by how much those are more alike than either is to any third sentence: the mean, over the
        sentences of the shorter, of the square root. A rewrite answers to its source one to one; reports on
        one event are all a little alike.
    hard: how much more names and numbers both have than by chance, in standard deviations.
    details: of the names and numbers that one sentence alone has, the share of the shorter's that one
        sentence alone of the other has too. Reports on one event share who it is about, not these.
    order: Kendall's rank correlation of the places of the words that one sentence alone of either
        has, in standard deviations of chance.
    """

    likeness: Matrix
    verbatim: float
    whole: float
    said: int
    matched: float
    distinct: float
    hard: float
    details: float
    order: float


def compare(one: Prepared, other: Prepared) -> Compared:
    """Everything that the decision on a pair is taken from. Both must have sentences."""
    likeness = _likeness(one, other)
    telling = likeness * ~np.logical_and.outer(_spoken(one), _spoken(other))
    matched, distinct = _matches(telling)
    return Compared(
        likeness=likeness,
        verbatim=_common(one.own, other.own),
        whole=_common(one.own | one.said, other.own | other.said),
        said=len(one.said & other.said),
        matched=matched,
        distinct=distinct,
        hard=_beyond_chance(_hard(one), _hard(other)),
        details=_details(one, other),
        order=_order(one, other),
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


def _matches(likeness: Matrix) -> tuple[float, float]:
    """`matched` and `distinct` of the sentences that are each other's best match."""
    right, left = likeness.argmax(1), likeness.argmax(0)
    rows = np.flatnonzero(left[right] == np.arange(len(right)))
    columns = right[rows]
    values = likeness[rows, columns]
    third = np.maximum(_second(likeness, 1)[rows], _second(likeness, 0)[columns])
    shorter = min(likeness.shape)
    matched = int((values > NOISE).sum()) / shorter
    return matched, float(np.sqrt(np.maximum(values - third, 0)).sum()) / shorter


def best_pairs(likeness: Matrix, least: float) -> list[tuple[int, int]]:
    """Each sentence with the best of the other article, from a likeness on; in order, each pair once."""
    right, left = likeness.argmax(1), likeness.argmax(0)
    chosen = {(i, int(j)) for i, j in enumerate(right)} | {(int(i), j) for j, i in enumerate(left)}
    return [pair for pair in sorted(chosen) if likeness[pair] >= least]


def _second(likeness: Matrix, axis: int) -> Matrix:
    """The second greatest value along an axis; 0 where there is one alone."""
    if likeness.shape[axis] < 2:
        return np.zeros(likeness.shape[1 - axis])
    second: Matrix = np.take(np.partition(likeness, -2, axis=axis), -2, axis=axis)
    return second


def _order(one: Prepared, other: Prepared) -> float:
    """Rank correlation (Kendall, "A new measure of rank correlation", Biometrika 1938) of the words
    that one sentence alone has, over its deviation by chance; 0 where fewer than two are common."""
    (words, places), (others, elsewhere) = _once(one), _once(other)
    _, left, right = np.intersect1d(words, others, assume_unique=True, return_indices=True)
    n = len(left)
    x, y = places[left], elsewhere[right]
    signs = np.sign(np.subtract.outer(x, x)) * np.sign(np.subtract.outer(y, y))
    told = int(np.count_nonzero(signs))
    if not told:
        return 0.0
    deviation = float(np.sqrt(2 * (2 * n + 5) / (9 * n * (n - 1))))
    return float(np.clip(signs.sum() / told / deviation, -2.0, MOST_ORDER))


def _once(article: Prepared) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The content words that one of the reporter's sentences alone has, and that sentence's number."""
    own = ~_spoken(article)[article.owners]
    words, first, counts = np.unique(article.tokens[own], return_index=True, return_counts=True)
    alone = counts == 1
    return words[alone], article.owners[own][first[alone]]


def _hard(article: Prepared) -> frozenset[str]:
    return frozenset().union(*(t.hard for t in article.told if not t.spoken))


def _details(one: Prepared, other: Prepared) -> float:
    """Half a detail of two more is taken as common, so that few details say little."""
    first, second = _alone(one), _alone(other)
    return (len(first & second) + 0.5) / (min(len(first), len(second)) + 2)


def _alone(article: Prepared) -> frozenset[str]:
    """Names and numbers that one of the reporter's sentences alone has."""
    counted = Counter(hard for t in article.told if not t.spoken for hard in t.hard)
    return frozenset(hard for hard, count in counted.items() if count == 1)


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
