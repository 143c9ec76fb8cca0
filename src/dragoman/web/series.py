"""Figures over time: every point with its source, and how it stands to those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.types import Quantity, QuantitySeries, SeriesPoint
from dragoman.web import wording
from dragoman.web.chart import Chart, chart
from dragoman.web.evidence import ArticleRef
from dragoman.web.index import Counts, Index


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """One report of a figure. `number` is its place in the chart and the table; `ref` is its article,
    `href` the figure in its text."""

    number: int
    value: str
    as_of: str
    basis: str | None
    relation: str
    differs: bool
    newest: bool
    reported_by: str | None
    origin: str | None
    ref: ArticleRef | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One figure over time."""

    id: str
    title: str
    counts: Counts
    points: tuple[PointView, ...]
    chart: Chart | None


def series_views(
    index: Index,
    facts: Iterable[QuantitySeries],
    members: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[SeriesView]:
    """Figures over time with a point on the page: people harmed first, then those of most origins, then
    of most points.

    `members` leads from a series to all its figures, of copies too: they count as articles.
    """
    here = [f for f in facts if any(index.has(p.quantity) for p in f.points)]
    views = [(f, series_view(index, f, (members or {}).get(f.id, ()))) for f in here]
    yield from (view for _, view in sorted(views, key=_order))


def _order(found: tuple[QuantitySeries, SeriesView]) -> tuple[bool, int, int, str]:
    fact, view = found
    harmed = fact.measure in wording.HARMED
    return (not harmed, -(view.counts.origins or 0), -len(view.points), view.id)


def series_view(index: Index, fact: QuantitySeries, members: Iterable[str] = ()) -> SeriesView:
    """One series, all its points; `members` are the ids of all its figures."""
    return SeriesView(
        id=fact.id,
        title=_title(index, fact),
        counts=_counts(index, fact, members),
        points=tuple(_point(index, fact, n, p) for n, p in enumerate(fact.points, 1)),
        chart=chart(fact.points),
    )


def _counts(index: Index, fact: QuantitySeries, members: Iterable[str]) -> Counts:
    quantities = (index.fact(i) for i in {*members, *(p.quantity for p in fact.points)})
    articles = {q.article for q in quantities if q}
    origins = {p.origin for p in fact.points if p.origin}
    return Counts(articles=len(articles), origins=len(origins) if origins else None)


def _title(index: Index, fact: QuantitySeries) -> str:
    parts = [wording.words(fact.measure) if fact.measure else "figure", fact.of, fact.cause]
    parts.append(index.name(fact.place) if fact.place else None)
    return " · ".join(p for p in parts if p)


def _point(index: Index, fact: QuantitySeries, number: int, point: SeriesPoint) -> PointView:
    quantity = index.fact(point.quantity)
    source = index.source(quantity.article) if quantity else None
    counted = quantity.measure if isinstance(quantity, Quantity) else None
    return PointView(
        number=number,
        value=_value(point, quantity if isinstance(quantity, Quantity) else None),
        as_of=wording.date(point.as_of) if point.as_of else "no date",
        basis="day of the article" if point.basis == "published" else None,
        relation=_other_measure(fact, counted) or wording.RELATIONS[point.relation],
        differs=point.relation == "contradiction",
        newest=point.quantity == fact.newest,
        reported_by=point.reported_by,
        origin=point.origin,
        ref=source.ref if source else None,
        href=source.link(point.quantity) if source else "",
    )


def _other_measure(fact: QuantitySeries, counted: str | None) -> str | None:
    """What the report counts where that is not what the series does: casualties among the killed."""
    if counted == fact.measure or not {counted, fact.measure} <= wording.HARMED:
        return None
    return f"counts {wording.words(counted or '')}"


def _value(point: SeriesPoint, quantity: Quantity | None) -> str:
    """The figure with its hedge: 'about 1,400', 'at least 12'."""
    if quantity:
        said = wording.figure(quantity.low, quantity.high, quantity.modifier)
        return said or f"‘{quantity.text}’"
    return "no number" if point.value is None else wording.number(point.value)
