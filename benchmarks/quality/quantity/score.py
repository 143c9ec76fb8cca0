"""Scores of `dragoman.extract.quantity` on 60 hand-marked cluster articles (README.md)."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from dragoman import page
from dragoman.encoder import Encoder
from dragoman.extract import quantity, quotation, timex
from dragoman.reading import read_article
from dragoman.types import Analysis, Document, Published, Quantity, Span

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parents[3] / "shared"))
ARTICLES = SHARED / "data" / "clusters" / "articles.jsonl.gz"


class Gold(NamedTuple):
    """A marked quantity."""

    span: Span
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    measure: str
    reported_by: Span | None
    of: Span | None
    cause: Span | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked article. What overlaps `unscored` is neither right nor wrong."""

    id: str
    part: str
    document: Document
    quantities: tuple[Gold, ...]
    unscored: tuple[Span, ...]


class Pair(NamedTuple):
    """A found quantity and the marked one it overlaps; one of them may be missing."""

    found: Quantity | None
    gold: Gold | None


class Scores(NamedTuple):
    """Shares, 0 to 1. The last rows are of the pairs whose value is right."""

    precision: float
    recall: float
    f1: float
    span_f1: float
    measure: float
    reported_by: float
    reported_by_named: float
    unit: float
    modifier: float
    of: float
    cause: float
    gold: int
    found: int


def load() -> list[Marked]:
    """The marked articles. Raises `FileNotFoundError` without the shared data."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as file:
        rows = {row["id"]: row for row in map(json.loads, file)}
    lines = (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [_marked(line, rows[line["id"]]) for line in map(json.loads, lines)]


def _marked(line: dict[str, Any], row: dict[str, Any]) -> Marked:
    text = row["text"]
    if hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise ValueError(f"{line['id']}: the text is not the one that was marked; mark it anew")
    date = row.get("date")
    document = Document(
        text=text,
        source_id=row["id"],
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=Published(value=date[:10], precision="day", basis="metadata") if date else None,
    )
    golds = tuple(_gold(q) for q in line["quantities"])
    return Marked(
        line["id"], line["part"], document, golds, tuple(Span(*s) for s in line["unscored"])
    )


def _gold(row: dict[str, Any]) -> Gold:
    spans = [Span(*row[k]) if row[k] else None for k in ("reported_by", "of", "cause")]
    return Gold(
        Span(*row["span"]), row["low"], row["high"], row["modifier"], row["unit"], row["measure"],
        *spans,
    )  # fmt: skip


def found(marked: Marked, encoder: Encoder) -> Analysis:
    """What the extractor says, over the page, the time expressions and the quotations."""
    so_far = Analysis(article=page.describe(marked.document))
    reading = read_article(so_far.article, encoder)
    for layer in (timex, quotation, quantity):
        so_far = layer.extract(reading, so_far)
    return so_far


def pairs(marked: Marked, quantities: Iterable[Quantity]) -> list[Pair]:
    """Every found and marked quantity, each once, joined where their spans overlap."""
    made: list[Pair] = []
    left = list(marked.quantities)
    for q in quantities:
        gold = next((g for g in left if overlap(g.span, q.span)), None)
        if gold is not None:
            left.remove(gold)
        elif any(overlap(s, q.span) for s in marked.unscored):
            continue
        made.append(Pair(q, gold))
    return [*made, *(Pair(None, gold) for gold in left)]


def overlap(a: Span | None, b: Span | None) -> bool:
    """Whether two spans share a character; two missing ones agree."""
    if a is None or b is None:
        return a is b
    return a.start < b.end and b.start < a.end


def same_value(pair: Pair) -> bool:
    """Equal bounds, to a thousandth."""
    q, gold = pair
    return bool(q and gold) and _close(q.low, gold.low) and _close(q.high, gold.high)  # type: ignore[union-attr]


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-3 * max(abs(a), abs(b))


def same_source(pair: Pair) -> bool:
    """The same words, at least in part, or none on both sides."""
    assert pair.found and pair.gold
    by = pair.found.reported_by
    return overlap(by.span if by else None, pair.gold.reported_by)


def scored(made: list[Pair]) -> Scores:
    """The scores of pairs."""
    right = [p for p in made if same_value(p)]
    golds, founds = sum(p.gold is not None for p in made), sum(p.found is not None for p in made)
    spans = sum(p.gold is not None and p.found is not None for p in made)
    named = [p for p in right if p.gold and p.gold.reported_by]
    return Scores(
        precision=_share(len(right), founds),
        recall=_share(len(right), golds),
        f1=_share(2 * len(right), golds + founds),
        span_f1=_share(2 * spans, golds + founds),
        measure=_mean(p.found.measure == p.gold.measure for p in right if p.found and p.gold),
        reported_by=_mean(same_source(p) for p in right),
        reported_by_named=_mean(same_source(p) for p in named),
        unit=_mean(p.found.unit == p.gold.unit for p in right if p.found and p.gold),
        modifier=_mean(p.found.modifier == p.gold.modifier for p in right if p.found and p.gold),
        of=_mean(bool(p.found.of) and overlap(p.found.of.span, p.gold.of) for p in right if p.found and p.gold and p.gold.of),  # type: ignore[union-attr]
        cause=_mean(overlap(p.found.cause.span if p.found.cause else None, p.gold.cause) for p in right if p.found and p.gold and p.gold.measure in ("killed", "injured", "detained")),
        gold=golds,
        found=founds,
    )  # fmt: skip


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 1.0


def _mean(values: Iterable[bool]) -> float:
    listed = list(values)
    return _share(sum(listed), len(listed))
