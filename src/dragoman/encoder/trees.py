"""Arc scores to trees with one root.

The best head of every word where these make a tree (nearly always), checked for a whole batch at
once; else the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) with one root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]
_NEVER = -1e9


def heads_of(scores: Floats, sizes: Ints) -> Ints:
    """Heads [b,w] from scores [b,w,w+1]: 0 the root, i the i-th word; `sizes` words a row."""
    words = np.arange(scores.shape[1])
    inside = words < sizes[:, None]
    scores = scores.copy()
    scores[:, :, 1:][np.broadcast_to(~inside[:, None, :], scores[:, :, 1:].shape)] = _NEVER
    heads: Ints = np.where(inside, scores.argmax(-1), 0)
    for row in np.flatnonzero(~are_trees(heads, inside)):
        size = int(sizes[row])
        heads[row, :size] = best_tree(scores[row, :size, : size + 1])
    return heads


def are_trees(heads: Ints, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows are trees with exactly one root (by pointer jumping to node 0)."""
    one_root = ((heads == 0) & inside).sum(1) == 1
    jump = np.concatenate([np.zeros((len(heads), 1), np.int64), heads], 1)
    reach = 1
    while reach < jump.shape[1]:
        jump = np.take_along_axis(jump, jump, 1)
        reach *= 2
    whole: NDArray[np.bool_] = one_root & (jump == 0).all(1)
    return whole


def best_tree(scores: Floats) -> Ints:
    """Heads [w] of the best tree with one root, from scores [w,w+1].

    Roots are tried in the order of an upper bound, every word but the root having its best head;
    the first tree at least as good as the next bound is the best.
    """
    words = len(scores)
    square = np.full((words + 1, words + 1), _NEVER)
    square[1:] = scores
    free = np.where(np.eye(words, dtype=bool), _NEVER, scores[:, 1:]).max(1) if words > 1 else 0.0
    bounds = scores[:, 0] - free + np.sum(free)
    best, total = np.zeros(words, np.int64), -np.inf
    for root in np.argsort(-bounds, kind="stable"):
        if total >= bounds[root]:
            break
        heads = _with_root(square, int(root))
        found = float(scores[np.arange(words), heads].sum())
        if found > total:
            best, total = heads, found
    return best


def _with_root(square: NDArray[np.float64], root: int) -> Ints:
    trial = square.copy()
    trial[1:, 0] = _NEVER
    trial[root + 1, :] = _NEVER
    trial[root + 1, 0] = 0.0
    return _arborescence(trial)[1:]


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """Chu-Liu-Edmonds on scores[dependent, head]; node 0 is the root."""
    np.fill_diagonal(scores, 2 * _NEVER)
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    ring = _cycle(heads)
    if ring is None:
        return heads
    outside = np.ones(len(scores), bool)
    outside[ring] = False
    rest = np.flatnonzero(outside)
    small, enter, leave = _contract(scores, heads, rest, ring)
    inner = _arborescence(small)
    result = heads.copy()
    for position in range(1, len(rest)):
        head = inner[position]
        result[rest[position]] = ring[leave[position]] if head == len(rest) else rest[head]
    above = inner[len(rest)]
    result[ring[enter[above]]] = rest[above]
    return result


def _contract(
    scores: NDArray[np.float64], heads: Ints, rest: Ints, ring: Ints
) -> tuple[NDArray[np.float64], Ints, Ints]:
    """The graph with a cycle made one node, and where its best arcs enter and leave the cycle."""
    count = len(rest)
    small = np.full((count + 1, count + 1), 2 * _NEVER)
    small[:count, :count] = scores[np.ix_(rest, rest)]
    outward = scores[np.ix_(rest, ring)]
    small[:count, count] = outward.max(1)
    inward = scores[np.ix_(ring, rest)] - scores[ring, heads[ring]][:, None]
    small[count, :count] = inward.max(0)
    return small, inward.argmax(0), outward.argmax(1)


def _cycle(heads: Ints) -> Ints | None:
    """One cycle of a head assignment, or None."""
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.array(path[path.index(node) :])
        state[path] = 2
    return None
