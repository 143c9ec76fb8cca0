"""The articles of shared collections as they are given to the program, the same for every benchmark."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dragoman.types import Document, Published

SHARED: Final = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLES: Final = SHARED / "data" / "clusters" / "articles.jsonl.gz"
"""Articles of several outlets, by event ('cluster')."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines, packed ('.gz') or not."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return (json.loads(line) for line in text.splitlines())


def cluster_document(row: dict[str, Any]) -> Document:
    """An article of `ARTICLES`."""
    return Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        published=_day(row.get("date")),
    )


def polnear_document(row: dict[str, Any]) -> Document:
    """An article of PolNeAR."""
    return Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        outlet=row["outlet"],
        title=row["title"],
        language="en",
        published=_day(row["date"]),
    )


def ecb_document(id_: str, text: str) -> Document:
    """An article of ECB+: its text alone."""
    return Document(text=text, source_id=id_, explicit_id=True, language="en")


def _day(date: str | None) -> Published | None:
    return Published(value=date[:10], precision="day", basis="metadata") if date else None
