"""Pairs of quotations that are of one utterance."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.utterance.corpus import read
from dragoman.link.utterance import utterances
from dragoman.link.utterance.sayings import sayings
from dragoman.linking import Affair

HERE = Path(__file__).parent
PARTS = ("dev", "test")
Place = tuple[str, int, int]
"""Article of the data set, and where the quotation's content starts and ends."""

Utterances = dict[Place, frozenset[int]]
"""The numbers of the utterances to which the quotations at a place belong."""

LEAST_SHARED = 0.5
"""Of the characters of a labelled and a found content together: less is another quotation."""


@dataclass(frozen=True)
class Judged:
    """Two quotations of articles on one affair: one utterance to a reader, and to the program."""

    part: str
    group: str
    one: Place
    other: Place
    same: bool
    found: bool


def judge_pairs(parts: Sequence[str] = PARTS) -> list[Judged]:
    """Every labelled pair of these parts."""
    lines = (HERE / "pairs.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["part"] in parts]
    groups: dict[str, set[str]] = {}
    for row in rows:
        groups.setdefault(row["group"], set()).update((row["one"][0], row["other"][0]))
    known = {name: _utterances(affair) for name, affair in read(groups).items()}
    return [_judged(row, known[row["group"]]) for row in rows]


def _judged(row: dict[str, Any], known: Utterances) -> Judged:
    one, other = _place(row["one"]), _place(row["other"])
    found = not _at(one, known).isdisjoint(_at(other, known))
    return Judged(row["part"], row["group"], one, other, row["same"], found)


def _at(place: Place, known: Utterances) -> frozenset[int]:
    """The utterances of the quotation that is most of this place, as its end may have moved."""
    article, start, end = place
    shared = {
        at: (min(end, at[2]) - max(start, at[1])) / (max(end, at[2]) - min(start, at[1]))
        for at in known
        if at[0] == article
    }
    best = max(shared, key=lambda at: (shared[at], at), default=None)
    return known[best] if best and shared[best] >= LEAST_SHARED else frozenset()


def _place(given: tuple[str, int, int]) -> Place:
    article, start, end = given
    return article, start, end


def _utterances(affair: Affair) -> Utterances:
    sources = {t.analysis.article.id: t.analysis.article.source_id for t in affair.members}
    found: dict[Place, frozenset[int]] = {}
    for number, utterance in enumerate(utterances(sayings(affair.members))):
        for saying in utterance:
            place = (sources[saying.article], *saying.span)
            found[place] = found.get(place, frozenset()) | {number}
    return found


def table(judged: Iterable[Judged]) -> dict[str, float]:
    """Precision and recall of each part that was judged."""
    pairs = list(judged)
    scores: dict[str, float] = {}
    for part in sorted({j.part for j in pairs}):
        of_part = [j for j in pairs if j.part == part]
        right = sum(j.same and j.found for j in of_part)
        scores[f"{part}.precision"] = right / max(1, sum(j.found for j in of_part))
        scores[f"{part}.recall"] = right / max(1, sum(j.same for j in of_part))
    return scores
