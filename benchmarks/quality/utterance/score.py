"""Pairs of quotations that are of one utterance."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.utterance.corpus import read
from dragoman.link.utterance import utterances
from dragoman.link.utterance.sayings import sayings
from dragoman.linking import Affair

HERE = Path(__file__).parent
PARTS = ("dev", "test")
Place = tuple[str, int, int]
"""Article of the data set, and where the quotation's content starts and ends."""


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
    return [
        Judged(
            row["part"], row["group"], (one := _place(row["one"])), (other := _place(row["other"])),
            row["same"], not known[row["group"]].get(one, frozenset()).isdisjoint(known[row["group"]].get(other, ())),
        )
        for row in rows
    ]  # fmt: skip


def _place(given: tuple[str, int, int]) -> Place:
    article, start, end = given
    return article, start, end


def _utterances(affair: Affair) -> dict[Place, frozenset[int]]:
    """The numbers of the utterances to which the quotations at a place belong."""
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
