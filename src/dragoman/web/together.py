"""What the articles of a page say together, in the order of the page, and how much of it is shown.

A page of a few articles shows everything. A large one shows what most origins tell and counts the
rest, so that it stays a page that opens: the exports hold all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from dragoman.types import (
    Dating,
    Derivation,
    Discrepancy,
    Event,
    Origin,
    QuantitySeries,
    QuotationGroup,
    Story,
)
from dragoman.web import linked
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
class Together:
    """What the articles say together."""

    discrepancies: Shown[linked.DiscrepancyView]
    stories: Shown[linked.StoryView]
    events: Shown[linked.LinkedEventView]
    series: Shown[linked.SeriesView]
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
    series = [s for s in store.facts(QuantitySeries) if len(s.points) > 1]
    groups = [g for g in store.facts(QuotationGroup) if len(g.quotations) > 1]
    stories = [s for s in store.facts(Story) if selection.story in (None, s)]
    return Together(
        discrepancies=first(
            linked.discrepancy_views(index, store.facts(Discrepancy)), limits.discrepancies
        ),
        stories=Shown(tuple(linked.story_views(index, stories, events))),
        events=_events(index, events, limits),
        series=first(linked.series_views(index, series, _members(store)), limits.series),
        groups=first(linked.group_views(index, groups, origins), limits.groups),
        coverage=Shown(
            tuple(
                _coverage(
                    index, stories, (*events, *series, *groups), origins, limits, _members(store)
                )
            )
        ),
        datings=Shown(tuple(linked.dating_views(index, store.facts(Dating)))),
        origins=Shown(tuple(linked.origin_views(index, store.facts(Origin)))),
        derivations=_derivations(index, store.facts(Derivation), limits),
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
