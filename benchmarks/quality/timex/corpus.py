"""TimeBank (TempEval-3's cleaned version), split for tuning and testing.

The split is by the SHA-256 of a document's id in hex: sorted by it, the first 120 are for tuning,
the last 63 for testing. Errors are read on the 120 only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quality.timex.scoring import Expression
from dragoman.extract.timex import read
from dragoman.ids import text_sha256
from dragoman.text import segment
from dragoman.types import Article, Published

if TYPE_CHECKING:
    from dragoman.encoder import Encoder

TUNE = 120
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
FILE = SHARED / "data" / "timex" / "timebank.jsonl.gz"


class Gold(NamedTuple):
    """One document, with its date (a day or a minute) and its expressions."""

    article: Article
    expressions: tuple[Expression, ...]


def documents() -> tuple[list[Gold], list[Gold]]:
    """(tuning, testing) documents."""
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    golds = [Gold(_article(row), tuple(_expression(t) for t in row["timexes"])) for row in rows]
    return golds[:TUNE], golds[TUNE:]


def _article(row: dict[str, str]) -> Article:
    published = Published(value=row["dct"][:10], precision="day", basis="metadata")
    return Article(
        id=row["id"], source_id=row["id"], text=row["text"], text_sha256=text_sha256(row["text"]),
        published=published,
    )  # fmt: skip


def _expression(row: dict[str, str | int]) -> Expression:
    return Expression(int(row["start"]), int(row["end"]), str(row["type"]), str(row.get("value")))


def found(article: Article, encoder: Encoder | None = None) -> Sequence[Expression]:
    """What the extractor finds, from the words alone or with the encoder's word classes and trees."""
    sentences = segment(article.text)
    tags = encoder.encode(article.text, sentences) if encoder else ()
    timexes = read(article, sentences, tags=tags)
    return [Expression(t.span.start, t.span.end, t.type, t.value) for t in timexes]
