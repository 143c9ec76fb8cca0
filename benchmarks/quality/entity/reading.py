"""Texts read by the encoder that ships; kept between runs where DRAGOMAN_BENCHMARK_CACHE names a folder."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable
from pathlib import Path

from dragoman.encoder import EncodedSentence, Encoder
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import segment
from dragoman.types import Article

CACHE = "DRAGOMAN_BENCHMARK_CACHE"


def article(id_: str, text: str) -> Article:
    """An article with nothing but a text."""
    return Article(id=id_, source_id=id_, text=text, text_sha256=text_sha256(text))


def readings(name: str, texts: Iterable[tuple[str, str]]) -> dict[str, Reading]:
    """(id, text) pairs as readings by id."""
    kept = _stored(name)
    fresh = [(id_, text) for id_, text in texts if id_ not in kept]
    listed = dict(texts)
    if fresh:
        encoder = Encoder.load()
        for id_, text in fresh:
            kept[id_] = encoder.encode(text, segment(text))
        if folder := os.environ.get(CACHE):
            Path(folder, f"entity-{name}.pickle").write_bytes(pickle.dumps(kept))
    return {
        id_: Reading(article=article(id_, text), sentences=kept[id_])
        for id_, text in listed.items()
    }


def _stored(name: str) -> dict[str, tuple[EncodedSentence, ...]]:
    folder = os.environ.get(CACHE)
    path = Path(folder or ".", f"entity-{name}.pickle")
    if not folder or not path.is_file():
        return {}
    loaded: dict[str, tuple[EncodedSentence, ...]] = pickle.loads(path.read_bytes())
    return loaded
