"""Texts read by the shipped encoder for the event benchmark, and how they are split.

A sentence or cluster is in the held half when the SHA-256 of its text (or cluster id) is odd: errors
are read, and rules written, on the other half.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.encoder import EncodedSentence, Encoder
from dragoman.extract import entity, timex, toponym
from dragoman.extract.event import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import segment
from dragoman.types import Analysis, Article, EventMention

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
PLV = SHARED / "data" / "plv" / "train.jsonl.gz"
GSR = SHARED / "data" / "plover" / "plover_gsr.jsonl.gz"
CLUSTERS = SHARED / "data" / "clusters" / "articles.jsonl.gz"
GEOWEBNEWS = SHARED / "data" / "places" / "geowebnews.jsonl.gz"
RE3D = SHARED / "data" / "re3d" / "re3d.jsonl.gz"

Encoded = dict[str, tuple[EncodedSentence, ...]]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzip'd JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def held(key: str) -> bool:
    """Whether a sentence or cluster belongs to the half that nobody tunes on."""
    return bool(int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2)


def unread(text: str) -> bool:
    """Whether a sentence of PLV is of the quarter whose event words the encoder was not trained on."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 4 == 0


def encoded(texts: Sequence[str], encoder: Encoder) -> Encoded:
    """The sentences of every text; with DRAGOMAN_BENCH_CACHE, kept in that folder between runs."""
    folder = os.environ.get("DRAGOMAN_BENCH_CACHE")
    if not folder:
        return {text: encoder.encode(text, segment(text)) for text in texts}
    key = hashlib.sha256("\0".join([encoder.info().sha256, *texts]).encode()).hexdigest()[:16]
    file = Path(folder) / f"event-{key}.pickle"
    if not file.exists():
        file.write_bytes(
            pickle.dumps({text: encoder.encode(text, segment(text)) for text in texts})
        )
    read: Encoded = pickle.loads(file.read_bytes())
    return read


def events(text: str, sentences: tuple[EncodedSentence, ...]) -> tuple[EventMention, ...]:
    """What the extractor finds in a text on its own, without the layers before it."""
    article = Article(id="art-0", source_id="", text=text, text_sha256=text_sha256(text))
    return extract(Reading(article=article, sentences=sentences), Analysis(article=article)).events


def analysis(text: str, sentences: tuple[EncodedSentence, ...]) -> Analysis:
    """A text with its entities and the layers before them, then its events: whom each party stands for is known."""
    article = Article(id="art-0", source_id="", text=text, text_sha256=text_sha256(text))
    reading, found = Reading(article=article, sentences=sentences), Analysis(article=article)
    for layer in (timex.extract, toponym.extract, entity.extract, extract):
        found = layer(reading, found)
    return found
