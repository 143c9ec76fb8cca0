"""The labelled quotations' articles as affairs: clusters of news events, and PolNeAR across outlets."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.quality.series.corpus import ARTICLES, SHARED, affair, affairs, kept
from dragoman import pipeline
from dragoman.linking import Affair
from dragoman.types import Analysis, Document, Published

POLNEAR = SHARED / "data" / "polnear"
FILES = (ARTICLES, POLNEAR / "train.jsonl.gz", POLNEAR / "dev.jsonl.gz")


def read(groups: Mapping[str, Iterable[str]]) -> dict[str, Affair]:
    """Affairs by name, of the articles with these ids: 'pn-' of PolNeAR, whole clusters else."""
    political = {name: sorted(ids) for name, ids in groups.items() if name.startswith("pn-")}
    what = [f"{name} {' '.join(ids)}" for name, ids in sorted(political.items())]
    return kept(what, lambda: _political(political)) | affairs(set(groups) - set(political))


def _political(groups: Mapping[str, list[str]]) -> dict[str, Affair]:
    wanted = {id_ for ids in groups.values() for id_ in ids}
    found = {row["id"]: _analysis(row) for row in _rows() if row["id"] in wanted}
    return {name: affair(name, [found[id_] for id_ in ids]) for name, ids in groups.items()}


def _analysis(row: dict[str, Any]) -> Analysis:
    document = Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        outlet=row["outlet"],
        title=row["title"],
        language="en",
        published=Published(value=row["date"][:10], precision="day", basis="metadata"),
    )
    return pipeline.analyze_document(document)


def _rows() -> Iterator[dict[str, Any]]:
    for path in FILES[1:]:
        yield from map(json.loads, gzip.decompress(path.read_bytes()).splitlines())
