"""What tests share that is no fixture."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dragoman
from dragoman import readers, sample
from dragoman.config import Settings
from dragoman.export import export_record
from dragoman.types import Document


def sample_documents() -> list[Document]:
    """The articles of the sample."""
    settings = Settings()
    return [
        document
        for source in readers.sources([sample.path()])
        if isinstance(source, readers.Source)
        for raw in readers.read(source, fields={}, settings=settings)
        if isinstance(raw, readers.Raw)
        for document in readers.parse(raw, settings)
        if isinstance(document, Document)
    ]


def exported(record: Path, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The record's jsonl export as rows by table."""
    with dragoman.open(record, write=False) as opened:
        export_record(opened.store, folder)
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in folder.glob("*.jsonl")
    }


def canonical_hash(record: Path, folder: Path) -> str:
    """A hash of everything exported except the paths of files."""
    tables = exported(record, folder)
    rows = {
        name: [{k: v for k, v in row.items() if k != "path"} for row in table]
        for name, table in sorted(tables.items())
    }
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def quoted_spans(node: Any) -> Iterator[tuple[str, list[int]]]:
    """Every (text, span) pair anywhere in an exported row."""
    if isinstance(node, dict):
        if isinstance(node.get("span"), list) and isinstance(node.get("text"), str):
            yield node["text"], node["span"]
        for value in node.values():
            yield from quoted_spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from quoted_spans(value)


def floors_of(layer: str) -> list[tuple[str, float]]:
    """The rows of a layer in `benchmarks/quality/floors.json`, as (row, floor), for parametrised tests."""
    path = Path(__file__).parents[1] / "benchmarks" / "quality" / "floors.json"
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    prefix = f"{layer}."
    return [(k.removeprefix(prefix), v) for k, v in floors.items() if k.startswith(prefix)]
