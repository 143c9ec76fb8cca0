"""The labelled pairs: cluster articles by id, and invented reports with rewrites of several strengths."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from dragoman import codec, page
from dragoman.encoder import Encoder
from dragoman.extract import trace
from dragoman.reading import read_article
from dragoman.types import Analysis, Document, Published, Trace

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
ARTICLES = SHARED / "data" / "clusters" / "articles.jsonl.gz"
COPIES = frozenset({"copy", "partial_copy"})
REWRITES = frozenset({"rewrite", "shared_source"})


@dataclass(frozen=True)
class Pair:
    """Two articles by id, with what a reader says of them; `part` is dev or test."""

    one: str
    other: str
    label: str
    part: str
    group: str

    @property
    def joined(self) -> bool:
        """Whether both go back to one report."""
        return self.label in COPIES or self.label in REWRITES


def cluster_pairs() -> list[Pair]:
    """Pairs of cluster articles."""
    rows = _rows(HERE / "pairs.jsonl")
    return [Pair(r["one"], r["other"], r["label"], r["part"], r["cluster"]) for r in rows]


def rewritten_pairs() -> list[Pair]:
    """All pairs of the invented texts on one event; two rewrites of one text share a source."""
    return [
        Pair(f"{row['event']}/{one}", f"{row['event']}/{other}", _label(one, other), row["part"], row["event"])
        for row in _rows(HERE / "rewrites.jsonl")
        for one, other in combinations(row["texts"], 2)
    ]  # fmt: skip


def _label(one: str, other: str) -> str:
    if "independent" in (one, other):
        return "independent"
    return "rewrite" if "source" in (one, other) else "shared_source"


def documents(ids: Iterable[str]) -> Iterator[Document]:
    """The documents of these ids, of both kinds."""
    wanted = set(ids)
    for row in _rows(HERE / "rewrites.jsonl"):
        for name, text in row["texts"].items():
            if (id_ := f"{row['event']}/{name}") in wanted:
                yield Document(text=text, source_id=id_, explicit_id=True, outlet=f"Outlet {name}")
    if ARTICLES.exists():
        yield from (_cluster_document(r) for r in _rows(ARTICLES) if r["id"] in wanted)


def _cluster_document(row: dict[str, Any]) -> Document:
    day = row.get("date")
    published = Published(value=day[:10], precision="day", basis="metadata") if day else None
    return Document(
        text=row["text"],
        source_id=row["id"],
        explicit_id=True,
        url=row.get("url"),
        outlet=row.get("outlet"),
        title=row.get("title"),
        published=published,
    )


def analyses(ids: Iterable[str]) -> dict[str, Analysis]:
    """Traced articles by id. Traces are kept in the folder for temporary files, by model and text."""
    encoder = Encoder.load()
    folder = Path(gettempdir()) / f"dragoman-traces-{encoder.info().sha256[:12]}"
    folder.mkdir(exist_ok=True)
    return {d.source_id: _traced(d, encoder, folder) for d in documents(ids)}


def _traced(document: Document, encoder: Encoder, folder: Path) -> Analysis:
    article = page.describe(document)
    furniture = codec.dumps(tuple(article.furniture))
    kept = folder / f"{article.id}-{article.text_sha256[:8]}-{hash_of(furniture)}.json"
    if kept.exists():
        found = codec.loads(Trace, kept.read_text("utf-8"))
        return Analysis(article=article, traces=(found,))
    analysis = trace.extract(read_article(article, encoder), Analysis(article=article))
    kept.write_text(codec.dumps(analysis.traces[0]), "utf-8")
    return analysis


def hash_of(text: str) -> str:
    """A short name for a text."""
    from dragoman.ids import text_sha256

    return text_sha256(text)[:8]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return (json.loads(line) for line in text.splitlines())
