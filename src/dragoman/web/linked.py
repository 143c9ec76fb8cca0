"""What the articles say together, ready to print: differences, stories, origins, and all the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.discrepancy import rank
from dragoman.linking import in_order
from dragoman.types import Discrepancy, Event, Origin, Story
from dragoman.web import wording
from dragoman.web.datings import DatingView, dating_views
from dragoman.web.events import LinkedEventView, event_view, event_views, told_most
from dragoman.web.evidence import ArticleRef, Evidence, Source
from dragoman.web.index import Counts, Index
from dragoman.web.matrix import MatrixView, Whole, matrix_view, wholes_by_article
from dragoman.web.series import SeriesView, series_views
from dragoman.web.sidebyside import DerivationView, derivation_views
from dragoman.web.statements import GroupView, group_views

__all__ = [
    "Counts", "DatingView", "DerivationView", "DiscrepancyView", "GroupView", "Index",
    "LinkedEventView", "MatrixView", "OriginView", "SeriesView", "StoryView", "Whole", "dating_views",
    "derivation_views", "discrepancy_views", "event_view", "event_views", "group_views", "matrix_view",
    "origin_label", "origin_views", "series_views", "story_views",
    "wholes_by_article",
]  # fmt: skip

TOP_EVENTS = 6
"""Events shown in the timeline of one story: those that are told most (`told_most`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyView:
    """A difference between reports, with the sentences it shows in.

    `articles` are those that it is about: of an omission, those that leave it out.
    """

    id: str
    kind: str
    heading: str
    summary: str
    evidence: tuple[Evidence, ...]
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """The articles on one happening. `before` is the story before it in the same affair.

    `affair` is the id of the affair where other stories share it. `events` are in order of time.
    """

    id: str
    title: str | None
    days: str | None
    counts: Counts
    articles: tuple[ArticleRef, ...]
    affair: str | None = None
    before: str | None = None
    events: tuple[LinkedEventView, ...] = ()
    events_left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One report and the articles that go back to it."""

    id: str
    label: str
    articles: tuple[ArticleRef, ...]


def discrepancy_views(index: Index, facts: Iterable[Discrepancy]) -> Iterator[DiscrepancyView]:
    """Differences that touch an article of the page, the most consequential first."""
    for fact in sorted(facts, key=rank):
        if articles := index.refs(fact.articles):
            yield DiscrepancyView(
                id=fact.id,
                kind=fact.kind,
                heading=wording.DISCREPANCIES.get(fact.kind, wording.words(fact.kind)),
                summary=fact.summary,
                evidence=index.evidence(fact.facts),
                articles=articles,
            )


def story_views(
    index: Index, facts: Iterable[Story], events: Sequence[Event] = ()
) -> Iterator[StoryView]:
    """Stories with an article on the page, in order of time, those of one affair together.

    Each with its most told events among `events`, in order of time.
    """
    stories = list(facts)
    shared = _affairs(stories)
    by_article = wholes_by_article(index, events)
    for fact in _in_time(stories, shared):
        if articles := index.refs(fact.articles):
            found = {e.id: e for a in fact.articles for e in by_article.get(a, ())}
            told = [e for e in found.values() if isinstance(e, Event)]
            yield StoryView(
                id=fact.id,
                title=fact.title,
                days=wording.date_range(fact.from_, fact.to),
                counts=Counts(articles=len(fact.articles), origins=fact.origins),
                articles=articles,
                affair=fact.affair if shared[fact.affair][1] > 1 else None,
                before=next((s.title or s.id for s in stories if s.id == fact.previous), None),
                events=tuple(_timeline(index, told)),
                events_left_out=max(0, len(told) - TOP_EVENTS),
            )


def _in_time(stories: Iterable[Story], affairs: Mapping[str, tuple[str, int]]) -> Iterator[Story]:
    """Affairs by their first day, the stories of each in its order."""
    of: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        of[story.affair].append(story)
    for affair in sorted(of, key=lambda id_: (affairs[id_][0], id_)):
        yield from in_order(of[affair])


def _affairs(stories: Iterable[Story]) -> dict[str, tuple[str, int]]:
    """The first day of each affair, and how many stories it has."""
    found: dict[str, tuple[str, int]] = {}
    for story in stories:
        first, count = found.get(story.affair, ("9999", 0))
        found[story.affair] = (min(first, story.from_ or "9999"), count + 1)
    return found


def _timeline(index: Index, told: Sequence[Event]) -> Iterator[LinkedEventView]:
    """Events with a day; where none has one, those without."""
    dated = [e for e in told if e.date and e.date.from_] or told
    most = sorted(dated, key=told_most)[:TOP_EVENTS]
    views = (event_view(index, event) for event in most)
    yield from sorted(views, key=lambda e: (e.day or "9999", -e.counts.articles, e.id))


def origin_views(index: Index, facts: Iterable[Origin]) -> Iterator[OriginView]:
    """Reports that more than one article goes back to, the most copied first."""
    for fact in sorted(facts, key=lambda o: (-len(o.articles), o.id)):
        articles = index.refs(fact.articles)
        if articles and len(fact.articles) > 1:
            yield OriginView(id=fact.id, label=origin_label(index.sources, fact), articles=articles)


def origin_label(sources: Mapping[str, Source], origin: Origin) -> str:
    """The agency, or the outlet and date of the article that the others go back to."""
    if origin.root not in sources:
        return origin.root
    ref = sources[origin.root].ref
    return f"{ref.outlet}, {ref.date}"
