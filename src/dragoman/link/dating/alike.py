"""How alike two articles are in their words: reports written on one day tell of the same things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]{3,}|\d[\d.,]+")
_BINS: Final = 2048
_LONGEST: Final = 20_000
"""Code points of an article that are read."""


def likeness(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosines, 0 to 1, of shape (n, n): words weighed by how few of the texts hold them (tf-idf), hashed
    into bins."""
    counts = np.zeros((len(texts), _BINS), dtype=np.float32)
    for row, text in enumerate(texts):
        for word, count in Counter(_WORD.findall(text[:_LONGEST].lower())).items():
            counts[row, crc32(word.encode()) % _BINS] += count
    rarity = np.log((len(texts) + 1) / np.maximum((counts > 0).sum(axis=0), 1))
    weights = np.log1p(counts) * rarity.astype(np.float32)
    norms = np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-6)
    return np.asarray(np.round((weights / norms) @ (weights / norms).T, 4), dtype=np.float32)
