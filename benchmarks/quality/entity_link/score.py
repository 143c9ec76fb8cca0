"""Pairs of names in two articles that are of one person or body, and the joins that the program makes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.series.corpus import affairs
from dragoman.link.entity import join
from dragoman.linking import Affair
from dragoman.types import Analysis, Identity, Linked

HERE = Path(__file__).parent
Place = tuple[str, int, int]
"""Article of the data set, and where the name starts and ends."""


@dataclass(frozen=True)
class Pair:
    """Two names to a reader (`same`) and to the program (`found`); `given`: one is a given name alone."""

    group: str
    one: Place
    other: Place
    same: bool
    given: bool
    found: bool


@dataclass(frozen=True)
class Made:
    """A join of the program; `right` where the judged pairs say so. One that nobody has judged is not right."""

    group: str
    article: str
    name: str
    whole: str
    right: bool


def judge() -> tuple[list[Pair], list[Made]]:
    """The judged pairs, and all joins in their clusters."""
    lines = (HERE / "pairs.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs: list[Pair] = []
    made: list[Made] = []
    for group, affair in affairs(row["group"] for row in rows).items():
        own = [row for row in rows if row["group"] == group]
        identities = [f for f in join(affair, Linked()).facts if isinstance(f, Identity)]
        pairs += _pairs(affair, own, identities)
        made += _made(affair, own, identities)
    return pairs, made


def _pairs(
    affair: Affair, rows: Iterable[dict[str, Any]], identities: Iterable[Identity]
) -> Iterator[Pair]:
    at, whole = _entities(affair), {i.entity: i.whole for i in identities}
    for row in rows:
        one, other = _place(row["one"]), _place(row["other"])
        ids = [whole.get(at.get(place, ""), at.get(place)) for place in (one, other)]
        found = ids[0] is not None and ids[0] == ids[1]
        yield Pair(row["group"], one, other, row["same"], row["by"] == "given", found)


def _made(
    affair: Affair, rows: Iterable[dict[str, Any]], identities: Iterable[Identity]
) -> Iterator[Made]:
    at, names = _entities(affair), _names(affair)
    found = [
        (at.get(_place(r["one"]), ""), at.get(_place(r["other"]), "")) for r in rows if r["same"]
    ]
    one = _components(found)
    sources = {t.analysis.article.id: t.analysis.article.source_id for t in affair.members}
    for i in identities:
        right = i.entity in one and one.get(i.entity) == one.get(i.whole)
        yield Made(affair.id, sources[i.article], names[i.entity], names[i.whole], right)


def _components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Entity → the first of those that pairs make one with it."""
    of: dict[str, str] = {}
    for pair in pairs:
        first, second = (of.setdefault(id_, id_) for id_ in pair)
        of = {id_: first if whole == second else whole for id_, whole in of.items()}
    return of


def _entities(affair: Affair) -> Mapping[Place, str]:
    analyses: list[Analysis] = [told.analysis for told in affair.members]
    return {(a.article.source_id, *m.span): m.entity for a in analyses for m in a.entity_mentions}


def _names(affair: Affair) -> dict[str, str]:
    return {e.id: e.name for told in affair.members for e in told.analysis.entities}


def _place(given: tuple[str, int, int]) -> Place:
    article, start, end = given
    return article, start, end


def table(pairs: Iterable[Pair], made: Iterable[Made]) -> dict[str, float]:
    """Precision of the joins, recall of the pairs, with and without given names alone."""
    joins, same = list(made), [p for p in pairs if p.same]
    names = [p for p in same if not p.given]
    return {
        "precision": sum(m.right for m in joins) / max(1, len(joins)),
        "recall": sum(p.found for p in names) / max(1, len(names)),
        "recall.with_given_names": sum(p.found for p in same) / max(1, len(same)),
    }
