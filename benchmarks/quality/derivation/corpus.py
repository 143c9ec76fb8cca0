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
    """Two articles by id, with what a reader says of them; `part` is dev or test; `first` the one from
    which the other was made, where the texts tell it."""

    one: str
    other: str
    label: str
    part: str
    group: str
    first: str | None = None

    @property
    def joined(self) -> bool:
        """Whether both go back to one report."""
        return self.label in COPIES or self.label in REWRITES


def cluster_pairs() -> list[Pair]:
    """Pairs of cluster articles."""
    found = rows(HERE / "pairs.jsonl")
    return [
        Pair(r["one"], r["other"], r["label"], r["part"], r["cluster"], r.get(r.get("first", "")))
        for r in found
    ]


def rewritten_pairs() -> list[Pair]:
    """All pairs of the invented texts on one event; two rewrites of one text share a source."""
    return [
        _rewritten(row["event"], row["part"], one, other)
        for row in rows(HERE / "rewrites.jsonl")
        for one, other in combinations(row["texts"], 2)
    ]


def _rewritten(event: str, part: str, one: str, other: str) -> Pair:
    label = _label(one, other)
    first = f"{event}/source" if label == "rewrite" else None
    return Pair(f"{event}/{one}", f"{event}/{other}", label, part, event, first)


def _label(one: str, other: str) -> str:
    if any(name.startswith("independent") for name in (one, other)):
        return "independent"
    return "rewrite" if "source" in (one, other) else "shared_source"


def documents(ids: Iterable[str]) -> Iterator[Document]:
    """The documents of these ids, of both kinds."""
    wanted = set(ids)
    for row in rows(HERE / "rewrites.jsonl"):
        for name, text in row["texts"].items():
            if (id_ := f"{row['event']}/{name}") in wanted:
                yield Document(text=text, source_id=id_, explicit_id=True, outlet=f"Outlet {name}")
    if ARTICLES.exists():
        yield from (cluster_document(r) for r in rows(ARTICLES) if r["id"] in wanted)


def cluster_document(row: dict[str, Any]) -> Document:
    """A cluster article as it is given to the program."""
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
    """Traced articles by id."""
    return traced(list(documents(ids)))


def traced(read: Iterable[Document]) -> dict[str, Analysis]:
    """Documents with their traces, by id. Traces are kept in the folder for temporary files, by model and text."""
    encoder = Encoder.load()
    folder = Path(gettempdir()) / f"dragoman-traces-{encoder.info().sha256[:12]}"
    folder.mkdir(exist_ok=True)
    return {d.source_id: _traced(d, encoder, folder) for d in read}


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


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return (json.loads(line) for line in text.splitlines())
