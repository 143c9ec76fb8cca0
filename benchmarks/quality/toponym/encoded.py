"""The texts of the two sets read by the encoder, each once a run."""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.toponym.corpus import Text
from dragoman.encoder import EncodedSentence, Encoder
from dragoman.text import segment

CACHE = "DRAGOMAN_BENCHMARK_CACHE"
"""Names a folder to keep the readings in between runs; without it nothing is kept."""


class Encoded:
    """Sentences of a text, from the encoder that ships, kept in memory (and in `CACHE`, if set)."""

    def __init__(self) -> None:
        self._encoder: Encoder | None = None
        self._kept: dict[str, dict[str, Any]] = {}

    def sentences(self, name: str, text: Text) -> Sequence[EncodedSentence]:
        if name not in self._kept:
            self._kept[name] = self._stored(name)
        kept = self._kept[name]
        if text.id not in kept:
            kept[text.id] = self._read(text)
        found: Sequence[EncodedSentence] = kept[text.id]
        return found

    def _read(self, text: Text) -> Sequence[EncodedSentence]:
        self._encoder = self._encoder or Encoder.load()
        return self._encoder.encode(text.text, segment(text.text))

    def save(self) -> None:
        """Writes what was read into the cache folder, if there is one."""
        if folder := os.environ.get(CACHE):
            for name, kept in self._kept.items():
                Path(folder, f"{name}.pickle").write_bytes(pickle.dumps(kept))

    def _stored(self, name: str) -> dict[str, Any]:
        folder = os.environ.get(CACHE)
        path = Path(folder or ".", f"{name}.pickle")
        if not folder or not path.is_file():
            return {}
        loaded: dict[str, Any] = pickle.loads(path.read_bytes())
        return loaded
