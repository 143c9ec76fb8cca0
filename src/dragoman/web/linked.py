"""What the articles say together, ready to print: differences, stories, origins, and all the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.discrepancy import rank
from dragoman.link.discrepancy.happenings import TOOK_PLACE
from dragoman.linking import in_order
from dragoman.types import Discrepancy, Event, EventMention, Origin, Story
from dragoman.web import wording
from dragoman.web.datings import DatingView, dating_views
from dragoman.web.events import LinkedEventView, event_view, event_views
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
"""Events shown in the timeline of one story: the first in the order of `_foremost`."""

BACKGROUND = 30
"""An event that began so many days before the first day of a story is background to it: by judgement."""


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

    `affair` is the id of the affair where other stories share it. `events` are in order of time, those without
    a day last.
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
    index: Index,
    facts: Iterable[Story],
    events: Sequence[Event] = (),
    origins: Mapping[str, str] | None = None,
) -> Iterator[StoryView]:
    """Stories with an article on the page, in order of time, those of one affair together.

    Each with those of `events` that most of its own origins tell, in order of time. `origins`: article
    to origin.
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
                events=tuple(_timeline(index, fact, told, origins or {})),
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


def _timeline(
    index: Index, story: Story, told: Sequence[Event], origins: Mapping[str, str]
) -> Iterator[LinkedEventView]:
    """The foremost events in order of their days; those without one last."""
    most = sorted(told, key=lambda e: _foremost(index, story, e, origins))[:TOP_EVENTS]
    views = (event_view(index, event) for event in most)
    yield from sorted(views, key=lambda e: (e.day or "9999", -e.counts.articles, e.id))


def _foremost(
    index: Index, story: Story, event: Event, origins: Mapping[str, str]
) -> tuple[bool, int, bool, int, float, str]:
    """Sorts background last; then by the story's own origins that tell it, whether it took place, how many
    of its sides are known, how early in its article it stands, and id."""
    own = set(story.articles)
    here = [m for m in index.event_mentions(event) if m.article in own]
    places = (_place(index, m) for m in here)
    sides = bool(event.actor) + bool(event.recipient)
    count = len({origins.get(m.article, m.article) for m in here})
    unreal = event.status not in TOOK_PLACE
    return (
        _is_background(story, event),
        -count,
        unreal,
        -sides,
        min(places, default=1.0),
        event.id,
    )


def _place(index: Index, mention: EventMention) -> float:
    """Where a mention stands in its article, 0 to 1; 1 where the article is not on the page."""
    source = index.source(mention.article)
    return mention.trigger.span.start / len(source.article.text) if source else 1.0


def _is_background(story: Story, event: Event) -> bool:
    first = wording.day_number(story.from_)
    day = wording.day_number(event.date.from_ if event.date else None)
    return first is not None and day is not None and first - day > BACKGROUND


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
