"""Independent reports out of articles, and what is known of each two of them.

The articles of one origin are one report: however many copies there are, and however they were
reworded, they have one voice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

import numpy as np

from dragoman.link.story.cluster import UNKNOWN, Matrix, Pair, log_odds, parts
from dragoman.linking import Edge
from dragoman.types import Article, Derivation, Nearness

_WORD: Final = re.compile(r"\w+")

JOINING: Final = frozenset({"copy", "rewrite", "shared_source"})
"""Derivations whose articles are one report."""


@dataclass(frozen=True, slots=True)
class Report:
    """The articles of one origin, by date, then id."""

    origin: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Relations:
    """Matrices over reports: log-odds of one happening (`UNKNOWN` where unknown) and of one affair (NaN where
    unknown), and whether the row was written before the column (above 0)."""

    happening: Matrix
    affair: Matrix
    order: Matrix


def reports_of(
    articles: Sequence[Article], edges: Sequence[Edge], origins: Mapping[str, str]
) -> list[Report]:
    """One for each origin, in order of the first id of its articles, which come in order of id.

    Where origins are not known, the articles that derivations connect are one report.
    """
    ids = [a.id for a in articles]
    at = {id_: i for i, id_ in enumerate(ids)}
    pairs = [
        Pair(at[e.from_], at[e.to], 1.0)
        for e in edges
        if isinstance(e, Derivation) and e.kind in JOINING and {e.from_, e.to} <= at.keys()
        if not {e.from_, e.to} <= origins.keys()
    ]
    first: dict[str, int] = {}
    for i, id_ in enumerate(ids):
        if (origin := origins.get(id_)) is not None:
            pairs.append(Pair(first.setdefault(origin, i), i, 1.0))
    groups = parts(len(ids), [p for p in pairs if p.one != p.other], len(ids))
    return [_report([articles[i] for i in group], origins) for group in groups]


def _report(articles: Sequence[Article], origins: Mapping[str, str]) -> Report:
    origin = min(origins.get(a.id, a.id) for a in articles)
    return Report(origin, tuple(sorted(articles, key=lambda a: (day_of(a) or "9999", a.id))))


def day_of(article: Article) -> str | None:
    """The day that an article was published, where it is known to the day."""
    value = article.published.value[:10] if article.published else ""
    return value if len(value) == 10 else None


def lead_of(report: Report, made: Set[str]) -> frozenset[str]:
    """The articles that have the words of a report as it was first: of those made from no other the earliest,
    then what most print, then the longest."""
    texts: defaultdict[str, list[Article]] = defaultdict(list)
    for article in report.articles:
        texts[" ".join(_WORD.findall(article.text.casefold()))].append(article)

    def rank(words: str) -> tuple[bool, str, int, int, str]:
        same = texts[words]
        day = min(day_of(a) or "9999" for a in same)
        return (all(a.id in made for a in same), day, -len(same), -len(words), words)

    return frozenset(a.id for a in texts[min(texts, key=rank)])


class Known:
    """What is known of pairs of reports, as they were first told; where those were not compared the means
    over the pairs of their articles that were."""

    def __init__(self, reports: Sequence[Report], edges: Sequence[Edge]) -> None:
        at = {a.id: i for i, report in enumerate(reports) for a in report.articles}
        made = {
            e.to for e in edges if isinstance(e, Derivation) and e.directed and e.kind in JOINING
        }
        lead = frozenset(id_ for report in reports for id_ in lead_of(report, made))
        first: set[tuple[int, int]] = set()
        found: defaultdict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
        for edge in edges:
            if isinstance(edge, Nearness) and {edge.one, edge.other} <= at.keys():
                one, other, order = at[edge.one], at[edge.other], edge.order
                if one > other:
                    one, other, order = other, one, -order
                is_first = {edge.one, edge.other} <= lead
                if one != other and (is_first or (one, other) not in first):
                    if is_first and (one, other) not in first:
                        first.add((one, other))
                        found[one, other].clear()
                    values = (log_odds(edge.happening), log_odds(edge.affair), order)
                    found[one, other].append(values)
        self._found = {pair: np.mean(values, axis=0) for pair, values in found.items()}

    def pairs(self) -> list[Pair]:
        """How near the reports are to be of one affair, or even of one happening."""
        return [Pair(*pair, float(max(v[:2]))) for pair, v in self._found.items()]

    def within(self, part: Sequence[int]) -> Relations:
        """What is known among some reports, numbered by their place in `part`."""
        place = {report: i for i, report in enumerate(part)}
        size = (len(part), len(part))
        happening, affair, order = np.full(size, UNKNOWN), np.full(size, np.nan), np.zeros(size)
        for (one, other), (near, in_affair, before) in self._found.items():
            if one in place and other in place:
                i, j = place[one], place[other]
                happening[i, j] = happening[j, i] = near
                affair[i, j] = affair[j, i] = in_affair
                order[i, j], order[j, i] = before, -before
        return Relations(happening, affair, order)
