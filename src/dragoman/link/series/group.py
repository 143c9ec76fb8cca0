"""Average-link clustering of a matrix of likenesses, by the chain of nearest neighbours.

Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983: time and memory
grow with the square of the rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def clusters(likeness: Matrix) -> list[list[int]]:
    """Groups of rows whose mean likeness is above nought, each in order, by their first row.

    `likeness` is symmetric, with -inf where two rows may never be together.
    """
    table = likeness.copy()
    np.fill_diagonal(table, -np.inf)
    rows = [[i] for i in range(len(table))]
    left = set(range(len(table)))
    chain: list[int] = []
    while left:
        if not chain:
            chain.append(min(left))
        last = chain[-1]
        near = _nearest(table, last, chain[-2] if len(chain) > 1 else None)
        if table[last, near] <= 0:
            left.discard(chain.pop())
        elif len(chain) > 1 and near == chain[-2]:
            chain = chain[:-2]
            _merge(table, rows, *sorted((last, near)))
            left.discard(max(last, near))
        else:
            chain.append(near)
    return sorted(sorted(group) for group in rows if group)


def _nearest(table: Matrix, row: int, before: int | None) -> int:
    """The most similar row; of equals the one before in the chain, then the first."""
    best = int(table[row].argmax())
    if before is not None and table[row, before] >= table[row, best]:
        return before
    return best


def _merge(table: Matrix, rows: list[list[int]], one: int, other: int) -> None:
    """Puts `other` into `one`; likeness to the rest is the mean over members."""
    n, m = len(rows[one]), len(rows[other])
    mean = (n * table[one] + m * table[other]) / (n + m)
    table[one], table[:, one] = mean, mean
    table[one, one] = -np.inf
    _close(table, other)
    rows[one] += rows[other]
    rows[other] = []


def _close(table: Matrix, row: int) -> None:
    table[row], table[:, row] = -np.inf, -np.inf
