"""Pairs of reported numbers that are of one quantity, and how a second report stands to the first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.quality.series.corpus import affairs
from dragoman.link.series import grouped, join
from dragoman.link.series.figures import Figure, figures
from dragoman.link.series.points import placed
from dragoman.linking import Affair
from dragoman.types import Linked

HERE = Path(__file__).parent
PARTS = ("dev", "test")
Place = tuple[str, int]
"""Article of the data set, and where the number starts."""


@dataclass(frozen=True)
class Number:
    """A labelled number; `series` names its quantity within the cluster, '-' where it has no other report.

    Two names that differ only behind a slash are not judged against each other.
    """

    part: str
    cluster: str
    place: Place
    series: str


@dataclass(frozen=True)
class Judged:
    """Two numbers of one cluster: whether a reader and the program see one quantity in them.

    `shown`: whether they are of one series too; a number that nobody repeats makes none (`dragoman.link.series`).
    """

    one: Number
    other: Number
    same: bool
    found: bool
    shown: bool


@dataclass(frozen=True)
class Related:
    """Two reports of one quantity: the reader's relation and the program's."""

    part: str
    cluster: str
    one: Place
    other: Place
    relation: str
    found: str


def numbers(parts: Sequence[str] = PARTS) -> list[Number]:
    """The labelled numbers of these parts."""
    rows = map(json.loads, (HERE / "gold.jsonl").read_text("utf-8").splitlines())
    return [
        Number(r["part"], r["cluster"], (r["article"], r["start"]), r["series"])
        for r in rows
        if r["part"] in parts
    ]


def judge_pairs(parts: Sequence[str] = PARTS) -> list[Judged]:
    """Every pair of labelled numbers of one cluster of these parts that can be judged."""
    by_cluster: dict[str, list[Number]] = {}
    for number in numbers(parts):
        by_cluster.setdefault(number.cluster, []).append(number)
    found = affairs(by_cluster)
    return [j for name, labelled in by_cluster.items() for j in _pairs(found[name], labelled)]


def _pairs(affair: Affair, labelled: Iterable[Number]) -> Iterator[Judged]:
    groups, series = _groups(affair), _series(affair)
    for one, other in combinations(labelled, 2):
        same = one.series == other.series != "-"
        if same or not _unsure(one.series, other.series):
            found, shown = (_alike(of, one.place, other.place) for of in (groups, series))
            yield Judged(one, other, same, found, shown)


def _unsure(one: str, other: str) -> bool:
    return "-" not in (one, other) and one.split("/")[0] == other.split("/")[0]


def _alike(of: Mapping[Place, str], one: Place, other: Place) -> bool:
    return one in of and of[one] == of.get(other)


def _groups(affair: Affair) -> dict[Place, str]:
    sources = _sources(affair)
    return {
        (sources[figure.quantity.article], figure.quantity.span.start): str(number)
        for number, copies in enumerate(grouped(figures(affair.members)))
        for lump in copies
        for figure in lump.figures
    }


def _series(affair: Affair) -> dict[Place, str]:
    sources = _sources(affair)
    of = dict(join(affair, Linked()).membership)
    return {
        (sources[q.article], q.span.start): of[q.id]
        for told in affair.members
        for q in told.analysis.quantities
        if q.id in of
    }


def _sources(affair: Affair) -> dict[str, str]:
    return {t.analysis.article.id: t.analysis.article.source_id for t in affair.members}


def judge_relations(parts: Sequence[str] = PARTS) -> list[Related]:
    """Every labelled relation of these parts."""
    rows = [json.loads(x) for x in (HERE / "relations.jsonl").read_text("utf-8").splitlines()]
    found = affairs({number.cluster for number in numbers(parts)})
    known = {name: _figures(affair) for name, affair in found.items()}
    return [
        Related(
            row["part"], row["cluster"], tuple(row["one"]), tuple(row["other"]), row["relation"],
            _relation(known[row["cluster"]], tuple(row["one"]), tuple(row["other"])),
        )
        for row in rows
        if row["part"] in parts
    ]  # fmt: skip


def _figures(affair: Affair) -> dict[Place, Figure]:
    sources = _sources(affair)
    return {
        (sources[f.quantity.article], f.quantity.span.start): f for f in figures(affair.members)
    }


def _relation(known: dict[Place, Figure], one: Place, other: Place) -> str:
    if one not in known or other not in known:
        return "no number there"
    points = placed([known[one], known[other]])
    return points[1].point.relation if len(points) == 2 else "same"


def table(pairs: Iterable[Judged], relations: Iterable[Related]) -> dict[str, float]:
    """Precision and recall of pairs, accuracy of relations, for each part that was judged."""
    judged, related = list(pairs), list(relations)
    scores: dict[str, float] = {}
    for part in sorted({j.one.part for j in judged}):
        of_part = [j for j in judged if j.one.part == part]
        same = [j.same for j in of_part]
        for name, found in (
            ("", [j.found for j in of_part]),
            ("shown_", [j.shown for j in of_part]),
        ):
            right = sum(a and b for a, b in zip(same, found, strict=True))
            scores[f"{part}.{name}precision"] = right / max(1, sum(found))
            scores[f"{part}.{name}recall"] = right / max(1, sum(same))
        hits = [r.found == r.relation for r in related if r.part == part]
        scores[f"{part}.relation"] = sum(hits) / max(1, len(hits))
    return scores
