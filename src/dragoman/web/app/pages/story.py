"""A story: its events, figures, statements and differences, where it took place, who copied whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, TypeVar

from starlette.exceptions import HTTPException

from dragoman.store import overview
from dragoman.types import (
    Article,
    Derivation,
    Discrepancy,
    Event,
    LinkedFact,
    Origin,
    Quantity,
    QuantitySeries,
    QuotationGroup,
    Story,
    Toponym,
)
from dragoman.web import linked, wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.lineage import Lineage, lineage
from dragoman.web.app.mapview import Map, Point, points_of, world
from dragoman.web.app.page import Call, Page, Table, table
from dragoman.web.app.pages.stories import StoryRow, story_rows
from dragoman.web.app.sources import PageIndex
from dragoman.web.evidence import ArticleRef

EVENTS, SERIES, GROUPS, DIFFERENCES, ARTICLES = 30, 12, 20, 40, 100
"""Facts of each kind that a story's page shows; the lists hold all."""

MATRIX_FROM, MATRIX_ROWS = 2, 40
"""Articles from which a story has a coverage matrix, and its rows: what most origins tell."""

COPIES = 40
"""Articles of one origin in which a figure is looked for."""

MAPPED = 120
"""Articles of a story whose places are put on its map, the earliest first."""

L = TypeVar("L", bound=LinkedFact)
By: TypeAlias = Literal["articles", "origins"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A report of the same origin as an earlier one, and the two side by side."""

    ref: ArticleRef
    compare: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSource:
    """One first report of a figure, and whose later reports of it go back to the same origin."""

    ref: ArticleRef
    copied_by: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReport:
    """Who first reported a figure of a series: several where their days do not tell them apart."""

    value: str
    sources: tuple[FirstSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A figure over time with who first gave each value."""

    view: linked.SeriesView
    firsts: tuple[FirstReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story's page. The `more_` numbers count what is not shown."""

    story: linked.StoryView
    affair: tuple[StoryRow, ...]
    matrix: linked.MatrixView | None
    events: tuple[results.EventRow, ...]
    more_events: int
    series: tuple[SeriesRow, ...]
    more_series: int
    groups: tuple[linked.GroupView, ...]
    more_groups: int
    discrepancies: tuple[linked.DiscrepancyView, ...]
    articles: tuple[results.ArticleRow, ...]
    more_articles: int
    lineage: Lineage | None
    map: Map | None


def page(call: Call) -> Page:
    """The story that the address names."""
    access = call.access
    story = access.fact(Story, call.parts[0]) if call.parts[0].startswith("sto-") else None
    if story is None:
        raise HTTPException(404, f"No story {call.parts[0]!r} is in this record.")
    by: By = "articles" if call.at.get("by") == "articles" else "origins"
    view = _view(access, story, by)
    return Page(
        title=view.story.title or "Untitled story",
        template="story.html.j2",
        view=view,
        tables=tuple(_tables(view)),
        subject="stories",
    )


def _view(access: Access, story: Story, by: By) -> StoryView:
    articles = sorted(access.articles(story.articles), key=_by_time)
    index = PageIndex(access, articles)
    origins = {a.id: access.whole_of(Origin, a.id) or a.id for a in articles}
    told = _about(access, articles, "event")
    events = _events(access, told)
    series = [
        s for s in _facts(access, articles, QuantitySeries, "quantity_series") if len(s.points) > 1
    ]
    groups = [
        g
        for g in _facts(access, articles, QuotationGroup, "quotation_group")
        if len(g.quotations) > 1
    ]
    series.sort(key=lambda s: (-len(s.points), s.id))
    groups.sort(key=lambda g: (-len(g.quotations), g.id))
    differences = _facts(access, articles, Discrepancy, "discrepancy")
    derivations = _facts(access, articles, Derivation, "derivation")
    shown: tuple[linked.Whole, ...] = (*events, *series[:SERIES], *groups[:GROUPS])
    return StoryView(
        story=_story(access, index, story, events),
        affair=_affair(access, story),
        matrix=_matrix(index, story, shown, origins, by),
        events=tuple(results.event_rows(index, events)),
        more_events=max(0, len(told) - EVENTS),
        series=tuple(_series(access, index, series[:SERIES])),
        more_series=max(0, len(series) - SERIES),
        groups=tuple(_group(g) for g in linked.group_views(index, groups[:GROUPS], origins)),
        more_groups=max(0, len(groups) - GROUPS),
        discrepancies=tuple(linked.discrepancy_views(index, differences))[:DIFFERENCES],
        articles=tuple(results.article_rows(access, articles[:ARTICLES])),
        more_articles=max(0, len(articles) - ARTICLES),
        lineage=lineage(access, articles, derivations),
        map=world(_points(access, articles)),
    )


def _by_time(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _about(access: Access, articles: Sequence[Article], layer: str) -> tuple[str, ...]:
    """The linked facts of a layer that speak of these articles."""
    ids = tuple(a.id for a in articles)
    return access.store.ask(lambda c: overview.about(c, layer, ids))


def _events(access: Access, told: tuple[str, ...]) -> list[Event]:
    """The events that most origins tell."""
    ids = access.store.ask(lambda c: overview.most_told(c, told, EVENTS))
    return [event for id_ in ids if (event := access.fact(Event, id_)) is not None]


def _story(
    access: Access, index: PageIndex, story: Story, events: Sequence[Event]
) -> linked.StoryView:
    """The story with its timeline, and the name of the one before it."""
    before = access.fact(Story, story.previous) if story.previous else None
    both = [story] if before is None else [story, before]
    return next(v for v in linked.story_views(index, both, events) if v.id == story.id)


def _affair(access: Access, story: Story) -> tuple[StoryRow, ...]:
    """The other stories of the same affair, in order of time."""
    ids = access.store.ask(lambda c: overview.stories_of(c, story.affair, 40))
    rows = story_rows(access, [id_ for id_ in ids if id_ != story.id])
    return tuple(sorted(rows, key=lambda r: (r.first or "9999", r.id)))


def _matrix(
    index: PageIndex,
    story: Story,
    wholes: Sequence[linked.Whole],
    origins: dict[str, str],
    by: By,
) -> linked.MatrixView | None:
    """Which origin carries what; None for a story of one."""
    if len(set(origins.values())) < MATRIX_FROM:
        return None
    ids = [ref.id for ref in index.refs(story.articles)]
    title = story.title
    found = linked.matrix_view(
        index, ids, wholes, origins, title=title, by=by, most=MATRIX_ROWS, least=2
    )
    return found if found.rows else None


def _group(group: linked.GroupView) -> linked.GroupView:
    """The views' fragments as links to the articles that they stand in."""
    wordings = tuple(
        replace(w, refs=tuple((ref, f"{ref.href}{href}") for ref, href in w.refs))
        for w in group.wordings
    )
    return replace(group, wordings=wordings)


def _facts(access: Access, articles: Sequence[Article], cls: type[L], layer: str) -> list[L]:
    """The linked facts of a type that speak of these articles, each once."""
    ids = _about(access, articles, layer)
    return [fact for id_ in ids if (fact := access.fact(cls, id_)) is not None]


def _points(access: Access, articles: Sequence[Article]) -> tuple[Point, ...]:
    toponyms = [t for a in articles[:MAPPED] for t in access.facts(Toponym, a.id)]
    return points_of(toponyms, lambda t: f"/article/{t.article}#{t.id}")


# ---------------------------------------------------------------- figures


def _series(
    access: Access, index: PageIndex, series: Iterable[QuantitySeries]
) -> Iterator[SeriesRow]:
    for fact in series:
        for view in linked.series_views(index, [fact]):
            yield SeriesRow(view=view, firsts=tuple(_firsts(access, index, fact)))


def _firsts(access: Access, index: PageIndex, series: QuantitySeries) -> Iterator[FirstReport]:
    """For each value of a series, in order of time: the earliest article that gives it."""
    told: dict[float, list[Quantity]] = {}
    for point in series.points:
        quantity = index.fact(point.quantity)
        if point.value is not None and isinstance(quantity, Quantity):
            told.setdefault(point.value, []).append(quantity)
    rows = [_first(access, index, value, facts) for value, facts in told.items()]
    yield from sorted((r for r in rows if r.sources), key=lambda r: r.sources[0].ref.iso or "9999")


def _first(access: Access, index: PageIndex, value: float, facts: list[Quantity]) -> FirstReport:
    refs = _by_day(index, (f.article for f in facts))
    first = [r for r in refs if not _later(refs[0], r)]
    by_origin = {access.whole_of(Origin, r.id) or r.id: r for r in reversed(first)}
    measures = {f.measure for f in facts}
    sources = tuple(
        FirstSource(
            ref=source,
            copied_by=tuple(
                Copy(ref, f"/compare/{source.id}/{ref.id}")
                for ref in _by_day(index, _articles_of(access, origin))
                if ref != source and _tells(access, ref.id, value, measures)
            ),
        )
        for origin, source in sorted(by_origin.items(), key=lambda found: first.index(found[1]))
    )
    return FirstReport(value=wording.number(value), sources=sources)


def _by_day(index: PageIndex, articles: Iterable[str]) -> list[ArticleRef]:
    refs = index.refs(dict.fromkeys(articles))
    return sorted(refs, key=lambda r: (r.iso or "9999", r.id))


def _articles_of(access: Access, id_: str) -> tuple[str, ...]:
    """The articles that go back to an origin: a series has one report of it."""
    origin = access.fact(Origin, id_) if id_.startswith("ori-") else None
    return origin.articles[:COPIES] if origin is not None else ()


def _tells(access: Access, article: str, value: float, measures: set[str | None]) -> bool:
    """Whether an article gives this value of one of these measures."""
    return any(
        value in (q.low, q.high) and q.measure in measures for q in access.facts(Quantity, article)
    )


def _later(first: ArticleRef, other: ArticleRef) -> bool:
    """Whether a report is certainly later than the first: by as much of the time as both give."""
    if first.iso is None or other.iso is None:
        return first.iso is not None
    known = min(len(first.iso), len(other.iso))
    return other.iso[:known] > first.iso[:known]


# ---------------------------------------------------------------- tables


def _tables(view: StoryView) -> Iterator[Table]:
    yield results.article_table(view.articles)
    yield results.event_table(view.events)
    points = [
        (s.view.id, s.view.title, p.value, p.as_of, p.reported_by, p.evidence)
        for s in view.series
        for p in s.view.points
    ]
    yield table("figures", "Figures over time", ("series", "title", "value", "as_of", "reported_by", "article"), [
        ((*cells, e.source.id if e else None), e.href if e else "") for *cells, e in points])  # fmt: skip
    yield table("first_reports", "Who first reported each figure", ("series", "value", "first_reported_by", "date", "article", "also_from_this_origin"), [
        ((s.view.title, f.value, r.ref.outlet, r.ref.date, r.ref.id, "; ".join(c.ref.outlet for c in r.copied_by)), r.ref.href)
        for s in view.series for f in s.firsts for r in f.sources])  # fmt: skip
    yield table("wordings", "Wordings", ("group", "speaker", "wording"), [
        ((g.id, g.speaker, w.html.striptags()), f"/explain/{g.id}") for g in view.groups for w in g.wordings])  # fmt: skip
    yield table("differences", "Differences", ("id", "kind", "summary"), [
        ((d.id, d.heading, d.summary), f"/explain/{d.id}") for d in view.discrepancies])  # fmt: skip
    if view.matrix:
        yield _coverage(view.matrix)
    if view.lineage:
        yield view.lineage.table()


def _coverage(matrix: linked.MatrixView) -> Table:
    """The matrix as rows: for each fact, how every report carries it."""
    reports = [f"{c.ref.number} {c.ref.outlet}" for c in matrix.columns]
    rows = [
        ((r.kind, r.label, r.counts.articles, r.counts.origins, *(c.words for c in r.cells)), f"/explain/{r.id}")
        for r in matrix.rows
    ]  # fmt: skip
    return table("coverage", "Coverage", ("kind", "fact", "articles", "origins", *reports), rows)
