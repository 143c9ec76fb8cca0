"""`python -m benchmarks.quality.dating.fit`: how much each kind of clue counts in dating.

Fits a logistic regression over the days of the frame (conditional logit): the chance of a day is
proportional to the product of what the clues of each kind tell of it, each to a power of its own. What
names a day or a weekday keeps the power 1.
Learned from the dev events with one date and half of the dates hidden, without addresses; writes
``src/dragoman/data/dating_weights.json``. L2 towards 1, or 0 for kinds that naive Bayes has not.
Needs scipy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.quality.dating.corpus import Cluster, affair, clusters, doubted
from benchmarks.quality.dating.score import Setting, hidden_in
from dragoman.link.dating.case import case_of
from dragoman.link.dating.clues import WEIGHTS, ClueKind, by_kind
from dragoman.link.dating.frame import frame, written
from dragoman.link.dating.solve import clues_of_all

OUT: Final = Path(__file__).parents[3] / "src" / "dragoman" / "data" / WEIGHTS
SETTINGS: Final[tuple[Setting, ...]] = ("one", "half")
KINDS: Final[tuple[ClueKind, ...]] = (
    "date",
    "frame",
    "same",
    "near",
    "derivation",
    "habit",
    "likest",
)
START: Final = np.array([0.0 if kind in ("habit", "likest") else 1.0 for kind in KINDS])
L2: Final = 5.0


class Example(NamedTuple):
    """What each kind tells of each day, of shape (kinds, days), what the others tell, of shape (days,), and
    the place of the true day."""

    told: NDArray[np.float64]
    others: NDArray[np.float64]
    true: int


def examples(events: Sequence[Cluster]) -> Iterator[Example]:
    """Every hidden date whose true day is sound and in the frame."""
    for cluster in events:
        for setting in SETTINGS:
            for hidden in hidden_in(cluster, setting):
                yield from _of_affair(cluster, hidden)


def _of_affair(cluster: Cluster, hidden: frozenset[str]) -> Iterator[Example]:
    whole = affair(cluster, hidden, addresses=False)
    undated = [n for n, m in enumerate(whole.members) if written(m.analysis.article) is None]
    days = frame(whole.members)
    if days is None:
        return
    unsound = doubted()
    for number, clues in clues_of_all(case_of(whole, days, undated), undated).items():
        article = whole.members[number].analysis.article
        true = date.fromisoformat(cluster.days[article.id]).toordinal() - int(days[0])
        if article.source_id not in unsound and 0 <= true < len(days):
            told = by_kind(clues, len(days))
            nothing = np.zeros(len(days))
            learned = np.array([told.pop(kind, nothing) for kind in KINDS])
            yield Example(learned, nothing + sum(told.values()), true)


def fitted(made: Sequence[Example]) -> dict[str, float]:
    """The powers that maximise the likelihood of the true days."""

    def loss(powers: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value = L2 / 2 * float(((powers - START) ** 2).sum())
        slope = L2 * (powers - START)
        for told, others, true in made:
            logs = powers @ told + others
            chances = np.exp(logs - logs.max())
            chances /= chances.sum()
            value -= float(np.log(chances[true] + 1e-12))
            slope += told @ chances - told[:, true]
        return value, slope

    found = minimize(loss, START, jac=True, method="L-BFGS-B").x
    return {kind: round(float(power), 3) for kind, power in zip(KINDS, found, strict=True)}


def main() -> int:
    """Fit and write."""
    made = list(examples([c for c in clusters() if c.part == "dev"]))
    powers = fitted(made)
    source = "benchmarks/quality/dating/fit.py on the dev events of its corpus"
    OUT.write_text(json.dumps({"source": source, "powers": powers}, indent=1) + "\n", "utf-8")
    print(f"{len(made)} dates: {powers}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
