"""Groups of mentions by average linkage (Sokal and Michener 1958), which doesn't chain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.link.event.features import Matrix

Mask = NDArray[np.bool_]


def clusters(likely: Matrix, apart: Mask, least: float) -> list[list[int]]:
    """Rows in groups, in order of their first rows.

    Of all groups the two whose mentions are on average likeliest to be one are joined, while that is
    at least `least`; none that hold two mentions which `apart` keeps apart. Of equals, the first.
    """
    near = likely.astype(np.float64)
    near[apart] = -1
    np.fill_diagonal(near, -1)
    groups = {row: [row] for row in range(len(near))}
    while len(groups) > 1:
        first, second = divmod(int(near.argmax()), len(near))
        if near[first, second] < least:
            break
        _join(near, min(first, second), max(first, second), groups)
    return [sorted(rows) for _, rows in sorted(groups.items())]


def _join(near: NDArray[np.float64], kept: int, gone: int, groups: dict[int, list[int]]) -> None:
    """The second group goes into the first; what either was kept apart from stays so."""
    one, other = len(groups[kept]), len(groups[gone])
    mean = (near[kept] * one + near[gone] * other) / (one + other)
    mean[(near[kept] < 0) | (near[gone] < 0)] = -1
    near[kept], near[:, kept] = mean, mean
    near[gone], near[:, gone] = -1, -1
    groups[kept] += groups.pop(gone)
