"""What the articles of a page say together, in the order of the page, and how much of it is shown.

A page of a few articles shows everything. A large one shows what most origins tell and counts the
rest, so that it stays a page that opens: the exports hold all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Generic, TypeVar

from dragoman.types import (
    Dating,
    Derivation,
    Discrepancy,
    Event,
    Origin,
    Quantity,
    QuantitySeries,
    QuotationGroup,
    Story,
)
from dragoman.web import linked
from dragoman.web.firsts import FirstReport, Kin, first_reports
from dragoman.web.readside import ReadSide, Selection

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each are shown, and by how many articles a thing must be told to be shown at all."""

    discrepancies: int = 200
    events: int = 400
    series: int = 200
    groups: int = 200
    derivations: int = 200
    passages: int = 8
    alone: int = 4
    rows: int = 40
    least: int = 1
    names: int = 1
    dates: bool = True
    brief: bool = False


BRIEF = Limits(
    discrepancies=120, events=120, series=60, groups=80, derivations=60, passages=4, alone=2, rows=10,
    least=2, names=3, dates=False, brief=True,
)  # fmt: skip
"""Of a record of hundreds of articles: 216 of them make 3.9 MB instead of 9.1."""

BY_ARTICLES = 12
"""Articles up to which a matrix has a column for each; above, one for each origin."""

BRIEF_FROM = 60
"""Articles from which a page is brief."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """What is shown of a list, and how many of it are not."""

    items: tuple[T, ...]
    left_out: int = 0

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A figure over time with who first gave each number."""

    view: linked.SeriesView
    firsts: tuple[FirstReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the articles say together."""

    discrepancies: Shown[linked.DiscrepancyView]
    stories: Shown[linked.StoryView]
    events: Shown[linked.LinkedEventView]
    series: Shown[SeriesRow]
    groups: Shown[linked.GroupView]
    coverage: Shown[linked.MatrixView]
    datings: Shown[linked.DatingView]
    origins: Shown[linked.OriginView]
    derivations: Shown[linked.DerivationView]


def limits_for(articles: int) -> Limits:
    """The limits of a page of so many articles."""
    return Limits() if articles < BRIEF_FROM else BRIEF


def first(views: Iterable[T], most: int) -> Shown[T]:
    """The first `most` of the views; the rest are counted and not kept."""
    rest = iter(views)
    return Shown(tuple(islice(rest, most)), sum(1 for _ in rest))


def together(
    store: ReadSide, index: linked.Index, selection: Selection, limits: Limits
) -> Together:
    """The views of one page."""
    here = selection.ids
    origins = {a: o.id for o in store.facts(Origin) for a in o.articles if a in here}
    events = [e for e in store.facts(Event) if e.articles >= limits.least]
    members = _members(store)
    series = [s for s in store.facts(QuantitySeries) if _is_shared(index, s, members)]
    derivations = tuple(store.facts(Derivation))
    drawn = _derivations(index, derivations, limits)
    groups = [g for g in store.facts(QuotationGroup) if len(g.quotations) > 1]
    stories = [s for s in store.facts(Story) if selection.story in (None, s)]
    return Together(
        discrepancies=first(
            linked.discrepancy_views(index, store.facts(Discrepancy)), limits.discrepancies
        ),
        stories=Shown(tuple(linked.story_views(index, stories, events, origins))),
        events=_events(index, events, limits),
        series=_series(store, index, series, members, Edges(origins, derivations, drawn), limits),
        groups=first(linked.group_views(index, groups, origins), limits.groups),
        coverage=Shown(
            tuple(_coverage(index, stories, (*events, *series, *groups), origins, limits, members))
        ),
        datings=Shown(tuple(linked.dating_views(index, store.facts(Dating)))),
        origins=Shown(tuple(linked.origin_views(index, store.facts(Origin)))),
        derivations=drawn,
    )


@dataclass(frozen=True, slots=True)
class Edges:
    """How the articles of a page go together: the origin of each, derivations, and those with a card."""

    origins: Mapping[str, str]
    derivations: Sequence[Derivation]
    cards: Shown[linked.DerivationView]


def _is_shared(
    index: linked.Index, series: QuantitySeries, members: Mapping[str, Sequence[str]]
) -> bool:
    """Whether several articles give the figure, copies among them."""
    told = (
        index.fact(i) for i in {*members.get(series.id, ()), *(p.quantity for p in series.points)}
    )
    return len(series.points) > 1 or len({q.article for q in told if q}) > 1


def _series(
    store: ReadSide,
    index: linked.Index,
    series: Sequence[QuantitySeries],
    members: Mapping[str, Sequence[str]],
    edges: Edges,
    limits: Limits,
) -> Shown[SeriesRow]:
    """Figures over time, each with who gave each number first."""
    by_id, kin = {s.id: s for s in series}, _kin(store, index, edges)
    shown = first(linked.series_views(index, series, members), limits.series)
    return Shown(
        tuple(
            SeriesRow(view=v, firsts=_firsts(index, by_id[v.id], members, kin)) for v in shown.items
        ),
        shown.left_out,
    )


def _firsts(
    index: linked.Index, series: QuantitySeries, members: Mapping[str, Sequence[str]], kin: Kin
) -> tuple[FirstReport, ...]:
    ids = {*members.get(series.id, ()), *(p.quantity for p in series.points)}
    told = [q for i in sorted(ids) if isinstance(q := index.fact(i), Quantity)]
    return first_reports(index, told, kin, series.measure)


def _kin(store: ReadSide, index: linked.Index, edges: Edges) -> Kin:
    """Two articles side by side are the card of their derivation."""
    roots = {o.id: o.root for o in store.facts(Origin) if not o.root.startswith("art-")}
    articles: dict[str, list[str]] = {}
    for article, origin in edges.origins.items():
        articles.setdefault(origin, []).append(article)
    cards = {frozenset((d.left.id, d.right.id)): f"#{d.id}" for d in edges.cards.items}
    return Kin(
        origin_of=lambda article: edges.origins.get(article, article),
        agency_of=roots.get,
        articles_of=lambda origin: articles.get(origin, [origin]),
        derivations=edges.derivations,
        figures_of=lambda article: tuple(
            sorted(store.facts(Quantity, article), key=attrgetter("span"))
        ),
        beside=lambda one, other: cards.get(frozenset((one, other))),
    )


def _events(
    index: linked.Index, events: Sequence[Event], limits: Limits
) -> Shown[linked.LinkedEventView]:
    """Those told by several articles; what one article tells stands among its own facts."""
    several = [e for e in events if e.articles > 1]
    return first(linked.event_views(index, several), limits.events)


def _derivations(
    index: linked.Index, facts: Iterable[Derivation], limits: Limits
) -> Shown[linked.DerivationView]:
    """The closest. Statements in common are no derivation, and stand under what was said."""
    here = (d for d in facts if d.kind != "shared_quotation")
    closest = sorted(
        (d for d in here if index.source(d.from_) and index.source(d.to)),
        key=lambda d: (-d.score, d.id),
    )
    shown = closest[: limits.derivations]
    views = linked.derivation_views(index, shown, passages=limits.passages, alone=limits.alone)
    return Shown(tuple(views), len(closest) - len(shown))


def _members(store: ReadSide) -> dict[str, list[str]]:
    """All figures of each series: copies have no point in it."""
    found: dict[str, list[str]] = {}
    for part, whole in store.wholes(QuantitySeries):
        found.setdefault(whole, []).append(part)
    return found


def _coverage(
    index: linked.Index,
    stories: Iterable[Story],
    wholes: Sequence[linked.Whole],
    origins: Mapping[str, str],
    limits: Limits,
    members: Mapping[str, Sequence[str]],
) -> Iterator[linked.MatrixView]:
    """One matrix for every story that several origins tell: what more than one of them carries."""
    by_article = linked.wholes_by_article(index, wholes)
    for story in stories:
        if len({origins.get(a, a) for a in story.articles}) > 1:
            told = {w.id: w for a in story.articles for w in by_article.get(a, ())}
            matrix = linked.matrix_view(
                index, story.articles, tuple(told.values()), origins,
                title=story.title, most=limits.rows, least=2,
                members=members,
                by="articles" if len(story.articles) <= BY_ARTICLES else "origins",
            )  # fmt: skip
            if matrix.rows:
                yield matrix
