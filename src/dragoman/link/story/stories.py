"""Stories and affairs out of a component: articles that nearness and derivations connect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

import numpy as np

from dragoman.ids import make_id
from dragoman.link.story.cluster import FAR, Pair, happenings, log_odds, parts
from dragoman.link.story.order import chronology
from dragoman.link.story.reports import JOINING, Known, Relations, Report, day_of, reports_of
from dragoman.linking import Edge
from dragoman.types import Analysis, Article, Derivation, Linked, Nearness, Story

CONNECTING: Final = 0.5
"""Likelihood of one affair or happening from which articles are looked at together."""

ONE_AFFAIR: Final = 0.5
"""Mean likelihood of one affair from which two stories belong to one."""

COMPARED: Final = 0.25
"""Share of the pairs of reports of two stories that must have been compared."""

MOST_REPORTS: Final = 300
"""Reports of an affair: a larger one is parted where its reports are least near."""

CENTRAL: Final = 0.9
"""Share of the greatest centrality from which a report may give the story its title."""

Group = Sequence[int]


class Stories:
    """Gives every article its one story, and every story its affair."""

    name = "story"
    after: tuple[str, ...] = ("copies", "derivation", "origin", "nearness")
    edges: tuple[type[Edge], ...] = (Nearness, Derivation)
    whole = Story
    most: int | None = MOST_REPORTS
    faint = CONNECTING

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (analysis.article.id,)

    def connects(self, edge: Edge) -> bool:
        if isinstance(edge, Derivation):
            return edge.kind in JOINING
        return max(edge.happening, edge.affair) >= CONNECTING

    def strength(self, edge: Edge) -> float:
        return 1.0 if isinstance(edge, Derivation) else max(edge.happening, edge.affair)

    def join(
        self, articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
    ) -> Linked:
        reports = reports_of(articles, edges, origins)
        known = Known(reports, edges)
        found: list[Story] = []
        for part in parts(len(reports), known.pairs(), MOST_REPORTS):
            own = [reports[i] for i in part]
            relations = known.within(part)
            for groups in _affairs(happenings(relations.happening), relations):
                found += _stories(own, groups, relations)
        return Linked(facts=tuple(found), membership=tuple(_membership(found)))


def _membership(stories: Sequence[Story]) -> list[tuple[str, str]]:
    """Each article with its story and its affair."""
    return [(a, whole) for s in stories for a in s.articles for whole in (s.id, s.affair)]


def _affairs(stories: Sequence[Group], known: Relations) -> list[list[Group]]:
    """Stories that belong to one affair, each with one other at least."""
    pairs = [
        Pair(i, j, near)
        for (i, one), (j, other) in combinations(enumerate(stories), 2)
        if (near := _in_affair(one, other, known)) >= log_odds(ONE_AFFAIR)
    ]
    return [[stories[i] for i in group] for group in parts(len(stories), pairs, len(stories))]


def _in_affair(one: Group, other: Group, known: Relations) -> float:
    """Mean log-odds that two stories are of one affair."""
    values = known.affair[list(one)][:, list(other)]
    compared = values[~np.isnan(values)]
    return float(compared.mean()) if compared.size >= COMPARED * values.size else FAR


def _stories(reports: Sequence[Report], groups: Sequence[Group], known: Relations) -> list[Story]:
    """The stories of one affair, in order of time."""
    days = [day_of(report.articles[0]) for report in reports]
    affair = make_id("affair", min(reports[i].origin for group in groups for i in group))
    found: list[Story] = []
    for number in chronology(groups, days, known.order):
        previous = found[-1].id if found else None
        found.append(_story(reports, groups[number], known, affair, previous))
    return found


def _story(
    reports: Sequence[Report], group: Group, known: Relations, affair: str, previous: str | None
) -> Story:
    own = [reports[i] for i in group]
    articles = [article for report in own for article in report.articles]
    days = sorted(day for article in articles if (day := day_of(article)) is not None)
    return Story(
        id=make_id("story", min(report.origin for report in own)),
        title=_title(own, known.happening[list(group)][:, list(group)].mean(axis=1).tolist()),
        from_=days[0] if days else None,
        to=days[-1] if days else None,
        articles=tuple(sorted(article.id for article in articles)),
        origins=len(own),
        affair=affair,
        previous=previous,
    )


def _title(reports: Sequence[Report], central: Sequence[float]) -> str | None:
    """The first title of the most central report that has one; of those nearly as central, the earliest."""
    titled = [
        (value - FAR, article)
        for report, value in zip(reports, central, strict=True)
        if (article := next((a for a in report.articles if a.title), None)) is not None
    ]
    least = CENTRAL * max((value for value, _ in titled), default=0.0)
    best = [article for value, article in titled if value >= least]
    first = min(best, key=lambda a: (day_of(a) or "9999", a.id), default=None)
    return first.title if first else None
