"""The coverage matrix of a story: which report carries which event, figure and statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.coverage import Cell, Coverage, Row, Voice, Whole, coverage, part_ids
from dragoman.types import Event, EventMention, Quantity, QuantitySeries, Quotation, QuotationGroup
from dragoman.web import wording
from dragoman.web.evidence import ArticleRef
from dragoman.web.index import Counts, Index

__all__ = [
    "CellView",
    "ColumnView",
    "MatrixView",
    "RowView",
    "Whole",
    "matrix_view",
    "wholes_by_article",
]

LABEL = 90
"""Code points of a row's label."""

COLUMNS = 24
"""Columns of one matrix; a wider one is no help to anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """One report: its first article, and how many articles go back to it."""

    ref: ArticleRef
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one report says of one fact, as a sign, in words, and where; `said` are a figure's words."""

    state: str
    sign: str
    words: str
    said: str | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One fact: what it is, how many tell it, and its cells."""

    id: str
    kind: str
    label: str
    counts: Counts
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """The matrix of one story. `rows_left_out` are told by fewer, `columns_left_out` came later."""

    title: str | None
    by: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    rows_left_out: int
    columns_left_out: int


def matrix_view(
    index: Index,
    articles: Iterable[str],
    wholes: Sequence[Whole],
    origins: Mapping[str, str],
    *,
    title: str | None = None,
    by: Literal["articles", "origins"] = "origins",
    most: int = 40,
    least: int = 1,
    members: Mapping[str, Sequence[str]] | None = None,
) -> MatrixView:
    """What the articles of a story carry. `wholes` are events, series and groups of statements; those
    told by fewer than `least` origins are left out. `origins` leads from an article to its origin,
    `members` from a whole to all its parts."""
    ids = [a for a in articles if a in index.sources]
    voices = [
        Voice(article=a, origin=origins.get(a, a), published=index.sources[a].ref.iso) for a in ids
    ]
    more = members or {}
    facts = {i: index.fact(i) for w in wholes for i in (*part_ids(w), *more.get(w.id, ()))}
    parts = {i: f for i, f in facts.items() if isinstance(f, EventMention | Quantity | Quotation)}
    found = coverage(voices, wholes, parts, by=by, most=len(wholes) or 1, members=more)
    rows = [row for row in found.rows if row.origins >= least]
    return MatrixView(
        title=title,
        by=by,
        columns=tuple(_column(index, found, n) for n in range(len(found.columns))[:COLUMNS]),
        rows=tuple(_row(index, row, {w.id: w for w in wholes}) for row in rows[:most]),
        rows_left_out=len(found.rows) - len(rows[:most]),
        columns_left_out=max(0, len(found.columns) - COLUMNS),
    )


def wholes_by_article(index: Index, wholes: Iterable[Whole]) -> dict[str, list[Whole]]:
    """The wholes that each article of the page has a part in."""
    found: dict[str, list[Whole]] = {}
    for whole in wholes:
        facts = (index.fact(part) for part in part_ids(whole))
        for article in dict.fromkeys(fact.article for fact in facts if fact):
            found.setdefault(article, []).append(whole)
    return found


def _column(index: Index, found: Coverage, number: int) -> ColumnView:
    column = found.columns[number]
    return ColumnView(ref=index.sources[column.articles[0]].ref, articles=len(column.articles))


def _row(index: Index, row: Row, wholes: Mapping[str, Whole]) -> RowView:
    whole = wholes[row.whole]
    kind, label = _label(index, whole)
    return RowView(
        id=row.whole,
        kind=kind,
        label=label if len(label) <= LABEL else f"{label[: LABEL - 1].rstrip()}…",
        counts=Counts(articles=row.articles, origins=row.origins),
        cells=tuple(_cell(index, cell) for cell in row.cells[:COLUMNS]),
    )


def _label(index: Index, whole: Whole) -> tuple[str, str]:
    match whole:
        case Event():
            told = index.event_mentions(whole)
            actors = ", ".join(index.name(e) for e in whole.actor) or _first(m.actor for m in told)
            recipients = ", ".join(index.name(e) for e in whole.recipient)
            to = recipients or _first(m.recipient for m in told)
            words = wording.quoted((m.trigger.text for m in told), most=2)
            return "event", f"{actors} {words}{f' → {to}' if to else ''}".strip()
        case QuantitySeries():
            parts = (wording.words(whole.measure or "figure"), whole.of, whole.cause)
            newest = index.fact(whole.newest or "")
            words = f": {wording.quoted([newest.text])}" if isinstance(newest, Quantity) else ""
            return "figure", " · ".join(p for p in parts if p) + words
        case QuotationGroup():
            said = [q for i in whole.quotations if isinstance(q := index.fact(i), Quotation)]
            texts = [
                " ".join(q.content[0].text.split()).strip("“”\"‘’' ") for q in said if q.content
            ]
            named = sorted({q.speaker.text for q in said if q.speaker}, key=len)
            who = index.name(whole.speaker) if whole.speaker else (named or ["not named"])[-1]
            return "statement", f"{who}: ‘{min(texts, key=len, default='')}’"


def _first(parties: Iterable[Sequence[object]]) -> str:
    return next((str(getattr(p, "text", "")) for group in parties for p in group), "")


def _cell(index: Index, cell: Cell) -> CellView:
    sign, words = wording.CELLS[cell.state]
    facts = [index.fact(part) for part in cell.parts]
    said = next((f.text for f in facts if isinstance(f, Quantity)), None)
    evidence = index.evidence(cell.parts[:1])
    return CellView(
        state=cell.state,
        sign=sign,
        words=words,
        said=said,
        href=evidence[0].href if evidence else None,
    )
