"""Scores to labels: constrained Viterbi over BIO tags, for a whole batch at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FORBIDDEN = -1e4
_ADDRESS = re.compile(r"[^@]@[^@]+\.\w|://|^www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Scores of a tag after another [k,k] (row before, column after) and of the first tag [k]."""

    step: Floats
    start: Floats


def plain_chain(tags: Sequence[str]) -> Chain:
    """Only what BIO forbids: an I- after anything but its own type."""
    step = [[0.0 if _follows(before, tag) else FORBIDDEN for tag in tags] for before in tags]
    start = [0.0 if _follows("O", tag) else FORBIDDEN for tag in tags]
    return Chain(np.array(step, np.float32), np.array(start, np.float32))


def _follows(before: str, tag: str) -> bool:
    return not tag.startswith("I-") or before[2:] == tag[2:]


def best_paths(scores: Floats, sizes: Ints, chain: Chain) -> Ints:
    """The best tag sequence of every row: scores [b,w,k], `sizes` words a row, result [b,w]."""
    rows, width, _ = scores.shape
    inside = np.arange(width) < sizes[:, None]
    reached = chain.start + scores[:, 0]
    back = np.empty((width, rows, scores.shape[2]), np.int64)
    back[0] = 0
    stay = np.arange(scores.shape[2])
    for word in range(1, width):
        paths = reached[:, :, None] + chain.step
        best = paths.argmax(1)
        on = inside[:, word, None]
        back[word] = np.where(on, best, stay)
        reached = np.where(on, paths.max(1) + scores[:, word], reached)
    return _trace(back, reached.argmax(-1))


def _trace(back: Ints, last: Ints) -> Ints:
    width, rows, _ = back.shape
    path = np.empty((rows, width), np.int64)
    each = np.arange(rows)
    for word in range(width - 1, -1, -1):
        path[:, word] = last
        last = back[word, each, last]
    return path


def probabilities(scores: Floats, chosen: Ints) -> Floats:
    """Softmax probability of the chosen label of every word: [b,w,k], [b,w] to [b,w]."""
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    picked = np.take_along_axis(shifted, chosen[:, :, None], 2)[:, :, 0]
    share: Floats = picked / shifted.sum(-1)
    return share


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """BIO tags to (start, end, type); a stray I- opens a span."""
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != kind):
            found.append((start, index, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = index, tag[2:]
    return found


def without_addresses(tags: list[int], words: Sequence[str]) -> list[int]:
    """The tags with 0, which is outside, for e-mail and web addresses: they are no names.

    >>> without_addresses([1, 2, 2], ["Ann", "Lee", "a.lee@example.org"])
    [1, 2, 0]
    """
    if not any(tags):
        return tags
    return [
        0 if tag and _ADDRESS.search(word) else tag for tag, word in zip(tags, words, strict=True)
    ]
