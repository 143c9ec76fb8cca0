"""The collections: articles with the story that their compilers put them in.

Analyses are kept in the folder for temporary files, by everything that makes them (encoder, code, data).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import dragoman
from dragoman import codec, pipeline
from dragoman.encoder import Encoder
from dragoman.types import Analysis, Document, Published

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
DATA = SHARED / "data"
SOURCES = {
    "clusters": DATA / "clusters" / "articles.jsonl.gz",
    "ecb": DATA / "ecbplus" / "ecbplus.jsonl.gz",
    "polnear": DATA / "polnear" / "train.jsonl.gz",
}
POLNEAR_SHARE = 0.36
"""Share of PolNeAR train that is read, by hash."""


@dataclass(frozen=True)
class Labelled:
    """An article with its story; `part` is dev or test. Articles of one `group` may be of one affair."""

    analysis: Analysis
    story: str
    group: str
    part: str


def collection(name: str, part: str | None = None) -> list[Labelled]:
    """A collection of `SOURCES`, whole or one part of it, in order of article ids."""
    found = (
        Labelled(analysis(_document(name, row)), story, group, part_of(group))
        for row in _rows(name)
        for story, group in (_label(name, row),)
        if part in (None, part_of(group))
    )
    return sorted(found, key=lambda labelled: labelled.analysis.article.id)


def part_of(group: str) -> str:
    """dev or test: whole clusters, and whole topics, go to one side by hash."""
    return ("dev", "test")[_hash(group) % 2]


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    lines = gzip.decompress(SOURCES[name].read_bytes()).splitlines()
    rows = (json.loads(line) for line in lines)
    if name == "polnear":
        return (r for r in rows if _hash(r["id"]) % 100 < 100 * POLNEAR_SHARE)
    return rows


def _label(name: str, row: dict[str, Any]) -> tuple[str, str]:
    """Story and group of a row."""
    if name == "clusters":
        return row["cluster"], row["cluster"]
    if name == "ecb":
        topic = f"ecb-{row['topic']:02}"
        return f"{topic}{row['subtopic']}", topic
    return row["id"], "polnear"


def _document(name: str, row: dict[str, Any]) -> Document:
    day = row.get("date")
    return Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        url=row.get("url") if name == "clusters" else None,
        outlet=row.get("outlet"),
        title=row.get("title"),
        language="en",
        published=Published(value=day[:10], precision="day", basis="metadata") if day else None,
    )


def analysis(document: Document) -> Analysis:
    """What a document says; read once."""
    name = hashlib.sha256(codec.dumps(document).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    kept = _folder() / f"{name}.json"
    if not kept.exists():
        kept.write_text(codec.dumps(pipeline.analyze_document(document)), "utf-8")
    return codec.loads(Analysis, kept.read_text("utf-8"))


@cache
def _folder() -> Path:
    made = hashlib.sha256(Encoder.load().info().sha256.encode())
    root = Path(dragoman.__file__).parent
    for name in ("data", "encoder", "extract", "page", "text"):
        for path in sorted((root / name).rglob("*.*")):
            if path.suffix in (".py", ".json", ".toml") and not path.name.startswith("story"):
                made.update(path.read_bytes())
    folder = Path(gettempdir()) / f"dragoman-analyses-{made.hexdigest()[:12]}"
    folder.mkdir(exist_ok=True)
    return folder
