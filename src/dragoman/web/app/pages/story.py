"""A story: its events, figures, statements and differences, where it took place, who copied whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    QuantitySeries,
    QuotationGroup,
    Story,
    Toponym,
)
from dragoman.web import linked
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.figures import figure_tables, series_rows, told
from dragoman.web.app.lineage import Lineage, lineage
from dragoman.web.app.mapview import Map, Point, points_of, world
from dragoman.web.app.page import Call, Page, Table, table
from dragoman.web.app.pages.stories import StoryRow, story_rows
from dragoman.web.app.sources import PageIndex
from dragoman.web.together import SeriesRow

EVENTS, SERIES, GROUPS, DIFFERENCES, ARTICLES = 30, 12, 20, 40, 100
"""Facts of each kind that a story's page shows; the lists hold all."""

MATRIX_FROM, MATRIX_ROWS = 2, 40
"""Articles from which a story has a coverage matrix, and its rows: what most origins tell."""

MAPPED = 120
"""Articles of a story whose places are put on its map, the earliest first."""

L = TypeVar("L", bound=LinkedFact)
By: TypeAlias = Literal["articles", "origins"]


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
    index, every = PageIndex(access, articles), PageIndex(access, articles, open_=True)
    origins = {a.id: access.whole_of(Origin, a.id) or a.id for a in articles}
    about = _about(access, articles, "event")
    events = _events(access, about)
    series = told(access, _facts(access, articles, QuantitySeries, "quantity_series"))
    groups = [
        g
        for g in _facts(access, articles, QuotationGroup, "quotation_group")
        if len(g.quotations) > 1
    ]
    groups.sort(key=lambda g: (-len(g.quotations), g.id))
    differences = _facts(access, articles, Discrepancy, "discrepancy")
    derivations = _facts(access, articles, Derivation, "derivation")
    shown: tuple[linked.Whole, ...] = (
        *events,
        *(t.series for t in series[:SERIES]),
        *groups[:GROUPS],
    )
    return StoryView(
        story=_story(access, index, story, events, origins),
        affair=_affair(access, story),
        matrix=_matrix(index, story, shown, origins, by),
        events=tuple(results.event_rows(index, events)),
        more_events=max(0, len(about) - EVENTS),
        series=tuple(series_rows(access, every, series[:SERIES], derivations)),
        more_series=max(0, len(series) - SERIES),
        groups=tuple(_group(g) for g in linked.group_views(index, groups[:GROUPS], origins)),
        more_groups=max(0, len(groups) - GROUPS),
        discrepancies=tuple(linked.discrepancy_views(every, differences))[:DIFFERENCES],
        articles=tuple(results.article_rows(access, articles[:ARTICLES])),
        more_articles=max(0, len(articles) - ARTICLES),
        lineage=lineage(access, articles, derivations),
        map=world(_points(access, story.id, articles)),
    )


def _by_time(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _about(access: Access, articles: Sequence[Article], layer: str) -> tuple[str, ...]:
    """The linked facts of a layer that speak of these articles."""
    ids = tuple(a.id for a in articles)
    return access.store.ask(lambda c: overview.about(c, layer, ids))


def _events(access: Access, told: tuple[str, ...]) -> list[Event]:
    """The events that most origins tell."""
    ids = access.store.ask(
        lambda c: overview.most_told(c, told, EVENTS, corrected=not access.machine)
    )
    return [event for id_ in ids if (event := access.fact(Event, id_)) is not None]


def _story(
    access: Access,
    index: PageIndex,
    story: Story,
    events: Sequence[Event],
    origins: Mapping[str, str],
) -> linked.StoryView:
    """The story with its timeline, and the name of the one before it."""
    before = access.fact(Story, story.previous) if story.previous else None
    both = [story] if before is None else [story, before]
    return next(v for v in linked.story_views(index, both, events, origins) if v.id == story.id)


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


def _points(access: Access, story: str, articles: Sequence[Article]) -> tuple[Point, ...]:
    """The places of a story; each leads to its articles that name it."""
    toponyms = [t for a in articles[:MAPPED] for t in access.facts(Toponym, a.id)]
    return points_of(toponyms, lambda t: f"/search?place=geonames:{t.geonames_id}&story={story}")


# ---------------------------------------------------------------- tables


def _tables(view: StoryView) -> Iterator[Table]:
    yield results.article_table(view.articles)
    yield results.event_table(view.events)
    yield from figure_tables(view.series)
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
