"""Aligned passages of a derivation, for the side-by-side view."""

from __future__ import annotations

from typing import Final

import numpy as np

from dragoman.link.derivation.align import Compared, Matrix, best_pairs
from dragoman.link.derivation.words import Prepared, Told
from dragoman.types import Aligned, Span

SHOWN: Final = 0.38
"""Likeness from which two sentences that are each other's best are shown as saying the same."""

SHOWN_TOO: Final = 0.5
"""Likeness from which a sentence is shown beside one that has a better match: two told as one. Both were set
by reading the passages of twenty rewrites: below, a lead goes with half of the other article."""


def aligned(one: Prepared, other: Prepared, found: Compared) -> tuple[Aligned, ...]:
    """Passages of both, by their places in the first: each sentence with the best of the other."""
    pairs = _pairs(found.likeness)
    return tuple(_merged([_aligned(one.told[i], other.told[j], s) for i, j, s in pairs]))


def quoted(one: Prepared, other: Prepared, found: Compared) -> tuple[Aligned, ...]:
    """Passages of spoken sentences that both have."""
    pairs = [p for p in _pairs(found.likeness) if one.told[p[0]].spoken or other.told[p[1]].spoken]
    return tuple(_aligned(one.told[i], other.told[j], s) for i, j, s in pairs)


def _pairs(likeness: Matrix) -> list[tuple[int, int, float]]:
    """(sentence of the first, of the second, likeness) of what is shown, in order."""
    right, left = likeness.argmax(1), likeness.argmax(0)
    return [
        (i, j, float(np.round(min(1.0, likeness[i, j]), 3)))
        for i, j in best_pairs(likeness, SHOWN)
        if likeness[i, j] >= SHOWN_TOO or (right[i] == j and left[j] == i)
    ]


def _aligned(one: Told, other: Told, likeness: float) -> Aligned:
    return Aligned(from_span=one.span, to_span=other.span, similarity=likeness)


def _merged(passages: list[Aligned]) -> list[Aligned]:
    """Neighbours that go on in both articles word for word as one passage."""
    result: list[Aligned] = []
    for passage in passages:
        last = result[-1] if result else None
        if last and _goes_on(last, passage):
            result[-1] = Aligned(
                from_span=Span(last.from_span.start, passage.from_span.end),
                to_span=Span(last.to_span.start, passage.to_span.end),
                similarity=min(last.similarity, passage.similarity),
            )
        else:
            result.append(passage)
    return result


def _goes_on(last: Aligned, passage: Aligned) -> bool:
    gaps = (
        passage.from_span.start - last.from_span.end,
        passage.to_span.start - last.to_span.end,
    )
    return all(0 <= gap <= 3 for gap in gaps) and min(last.similarity, passage.similarity) >= 0.95
