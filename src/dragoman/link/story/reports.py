"""Independent reports out of articles, and what is known of each two of them.

The articles of one origin are one report: however many copies there are, and however they were
reworded, they have one voice.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
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


class Texts:
    """The different texts of some articles, each with how many articles print it."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._of = {a.id: " ".join(_WORD.findall(a.text.casefold())) for a in articles}
        self._printed = Counter(self._of.values())

    def of(self, article: str) -> str:
        """The words of an article."""
        return self._of[article]

    def printed(self, article: str) -> int:
        """How many articles have these words."""
        return self._printed[self._of[article]]

    def made(self, edges: Iterable[Edge]) -> frozenset[str]:
        """The texts that were made from others which no fewer articles print: what a rewording is taken for says
        nothing of its source."""
        return frozenset(
            self._of[e.to]
            for e in edges
            if isinstance(e, Derivation) and e.directed and e.kind in JOINING
            if {e.from_, e.to} <= self._of.keys() and self._of[e.from_] != self._of[e.to]
            if self.printed(e.from_) >= self.printed(e.to)
        )


def lead_of(report: Report, texts: Texts, made: Set[str]) -> frozenset[str]:
    """The articles that have the words of a report as it was first: of those made from no other the earliest,
    then what most print, then the longest."""
    same: defaultdict[str, list[Article]] = defaultdict(list)
    for article in report.articles:
        same[texts.of(article.id)].append(article)

    def rank(words: str) -> tuple[bool, str, int, int, str]:
        day = min(day_of(a) or "9999" for a in same[words])
        return (words in made, day, -len(same[words]), -len(words), words)

    return frozenset(a.id for a in same[min(same, key=rank)])


def spoken_by(report: Report, texts: Texts) -> frozenset[str]:
    """The articles that speak for a report: those with a text that most of its articles print. What fewer
    print is one of these in other words, mostly."""
    most = max(texts.printed(a.id) for a in report.articles)
    return frozenset(a.id for a in report.articles if texts.printed(a.id) == most)


def _mean(values: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    if len(values) == 1:
        return values[0]
    one, two, three = (sum(column) / len(values) for column in zip(*values, strict=True))
    return one, two, three


class Known:
    """What is known of pairs of reports, as they were first told; where those were not compared the means
    over the pairs that were of the articles that speak for them."""

    def __init__(self, reports: Sequence[Report], edges: Sequence[Edge]) -> None:
        at = {a.id: i for i, report in enumerate(reports) for a in report.articles}
        texts = Texts(a for report in reports for a in report.articles)
        made = texts.made(edges)
        lead = frozenset(id_ for report in reports for id_ in lead_of(report, texts, made))
        speak = lead.union(*(spoken_by(report, texts) for report in reports))
        first: set[tuple[int, int]] = set()
        found: defaultdict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
        for edge in edges:
            if isinstance(edge, Nearness) and edge.one in speak and edge.other in speak:
                one, other, order = at[edge.one], at[edge.other], edge.order
                if one > other:
                    one, other, order = other, one, -order
                is_first = edge.one in lead and edge.other in lead
                if one != other and (is_first or (one, other) not in first):
                    if is_first and (one, other) not in first:
                        first.add((one, other))
                        found[one, other].clear()
                    values = (log_odds(edge.happening), log_odds(edge.affair), order)
                    found[one, other].append(values)
        self._found = {pair: _mean(values) for pair, values in found.items()}

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
