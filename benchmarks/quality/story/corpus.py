"""The collections: articles with the story that their compilers put them in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import (
    ARTICLES,
    SHARED,
    cluster_document,
    ecb_document,
    polnear_document,
    rows,
)
from dragoman.types import Analysis, Document

SOURCES = {
    "clusters": ARTICLES,
    "ecb": SHARED / "data" / "ecbplus" / "ecbplus.jsonl.gz",
    "polnear": SHARED / "data" / "polnear" / "train.jsonl.gz",
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
        Labelled(analysed(_document(name, row)), story, group, part_of(group))
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
    found = rows(SOURCES[name])
    if name == "polnear":
        return (r for r in found if _hash(r["id"]) % 100 < 100 * POLNEAR_SHARE)
    return found


def _label(name: str, row: dict[str, Any]) -> tuple[str, str]:
    """Story and group of a row."""
    if name == "clusters":
        return row["cluster"], row["cluster"]
    if name == "ecb":
        topic = f"ecb-{row['topic']:02}"
        return f"{topic}{row['subtopic']}", topic
    return row["id"], "polnear"


def _document(name: str, row: dict[str, Any]) -> Document:
    if name == "clusters":
        return cluster_document(row)
    return ecb_document(row["id"], row["text"]) if name == "ecb" else polnear_document(row)
