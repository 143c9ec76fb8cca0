"""Tags, trees, lemmas, names, attribution, event words and a vector of every sentence, by one model.

    encoder = Encoder.load()
    for found in encoder.encode(text, segment(text)):
        print(found.words, found.heads, found.names)

A result is a pure function of the sentence's words and of which of them are quoted: neither the
batch nor the order of the input changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from dragoman.encoder.cache import DEFAULT_WORDS, CacheInfo, Key, SentenceCache
from dragoman.encoder.reader import Reader
from dragoman.encoder.results import (
    EVENT_TYPES,
    STATUSES,
    EncodedSentence,
    EventWord,
    Labelled,
    Name,
    Reading,
)
from dragoman.encoder.session import SHIPPED, Model, ModelInfo, open_graph, read_model
from dragoman.text import Sentence

__all__ = [
    "EVENT_TYPES",
    "STATUSES",
    "CacheInfo",
    "EncodedSentence",
    "Encoder",
    "EventWord",
    "Labelled",
    "ModelInfo",
    "Name",
    "Reading",
    "shipped_info",
]


class Encoder:
    """The model in memory with its sentence cache. One a process; not for several threads."""

    def __init__(self, model: Model, *, threads: int = 1, cache_words: int = DEFAULT_WORDS) -> None:
        self._info = model.info
        self._reader = Reader(model, open_graph(model.graph, threads=threads))
        self._cache = SentenceCache(cache_words)

    @classmethod
    def load(
        cls, path: Path | None = None, *, threads: int = 1, cache_words: int = DEFAULT_WORDS
    ) -> Encoder:
        """Verify and load a model folder; without `path`, the one that ships.

        Raises:
            ModelError: a file is missing, altered, or of another format.
        """
        model = read_model(SHIPPED if path is None else path)
        return cls(model, threads=threads, cache_words=cache_words)

    def info(self) -> ModelInfo:
        """Name, version and sha256 of the model."""
        return self._info

    def cache_info(self) -> CacheInfo:
        """Hits and misses so far, and what the cache holds."""
        return self._cache.info()

    def encode(self, text: str, sentences: Sequence[Sentence]) -> tuple[EncodedSentence, ...]:
        """Read sentences of one text, in order; a sentence seen before comes from the cache."""
        return self.encode_all([(text, sentences)])[0]

    def encode_all(
        self, texts: Sequence[tuple[str, Sequence[Sentence]]]
    ) -> list[tuple[EncodedSentence, ...]]:
        """Read several texts with their sentences: the same results, in fuller batches.

        Ten articles at once take about a sixth less time than one by one.
        """
        keys = [[_key(text, sentence) for sentence in sentences] for text, sentences in texts]
        readings = self._readings(dict.fromkeys(key for text in keys for key in text))
        return [
            tuple(
                [
                    EncodedSentence(sentence, readings[key])
                    for sentence, key in zip(sentences, own, strict=True)
                ]
            )
            for (_, sentences), own in zip(texts, keys, strict=True)
        ]

    def _readings(self, keys: Iterable[Key]) -> dict[Key, Reading]:
        """Readings from the cache or the model."""
        known = {key: self._cache.get(key) for key in keys}
        unread = [key for key, reading in known.items() if reading is None]
        found = {key: reading for key, reading in known.items() if reading is not None}
        for key, reading in zip(unread, self._reader.read(unread), strict=True):
            found[key] = reading
            self._cache.put(key, reading)
        return found


def _key(text: str, sentence: Sentence) -> Key:
    return tuple([text[start:end] for start, end in sentence.tokens]), sentence.quoted


@lru_cache(maxsize=1)
def shipped_info() -> ModelInfo:
    """Name, version and sha256 of the model that ships, verified but not loaded.

    Raises:
        ModelError: a file is missing, altered, or of another format.
    """
    return read_model(SHIPPED).info
