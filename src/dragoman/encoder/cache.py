"""The sentences read last, so that agency copy is read once."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from dragoman.encoder.results import Reading

Key = tuple[tuple[str, ...], tuple[bool, ...]]  # words and whether each is quoted

# A word costs about 340 bytes with its share of the reading, the key and the vector (measured on
# 1,882 sentences of PolNeAR dev); the default keeps under 50 MB.
DEFAULT_WORDS: Final = 145_000


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """How the cache fared."""

    hits: int
    misses: int
    sentences: int
    words: int


class SentenceCache:
    """Least recently used readings, bounded by their words."""

    def __init__(self, most_words: int = DEFAULT_WORDS) -> None:
        self._most = most_words
        self._readings: OrderedDict[Key, Reading] = OrderedDict()
        self._words = self._hits = self._misses = 0

    def get(self, key: Key) -> Reading | None:
        found = self._readings.get(key)
        if found is None:
            self._misses += 1
        else:
            self._hits += 1
            self._readings.move_to_end(key)
        return found

    def put(self, key: Key, reading: Reading) -> None:
        if key in self._readings:
            return
        self._readings[key] = reading
        self._words += len(key[0])
        while self._words > self._most:
            (words, _), _ = self._readings.popitem(last=False)
            self._words -= len(words)

    def info(self) -> CacheInfo:
        return CacheInfo(self._hits, self._misses, len(self._readings), self._words)
