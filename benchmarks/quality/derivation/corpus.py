"""The labelled pairs: cluster articles by id, and invented reports with rewrites of several strengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from dragoman.types import Analysis, Document

HERE = Path(__file__).parent
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


def analyses(ids: Iterable[str]) -> dict[str, Analysis]:
    """Traced articles by id."""
    return traced(list(documents(ids)))


def traced(read: Iterable[Document]) -> dict[str, Analysis]:
    """Documents as articles with their traces and nothing else, by id."""
    return {d.source_id: _traced(d) for d in read}


def _traced(document: Document) -> Analysis:
    whole = analysed(document)
    return Analysis(article=whole.article, traces=whole.traces)
