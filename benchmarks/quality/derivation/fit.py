"""Fits data/derivation_weights.json: `python -m benchmarks.quality.derivation.fit [--write]`.

Logistic regression with a quadratic penalty, by Newton's method, on the development part: pairs that share
too few runs of words to be copies, and pairs of different outlets from PolNeAR as negatives of little
weight. What credits add stays as it is set in `decide`. Scores for the choice of the threshold come from
models that did not see the event or cluster of the pair.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.derivation import polnear
from benchmarks.quality.derivation.corpus import analyses, cluster_pairs, rewritten_pairs
from dragoman.link.derivation.align import compare
from dragoman.link.derivation.decide import FEATURES, WEIGHTS, copied, credited, features
from dragoman.link.derivation.words import Prepared, prepare
from dragoman.resources import FOLDER

Vector = NDArray[np.float64]
PENALTY = 2.0
POLNEAR_WEIGHT = 0.1
"""What a pair of PolNeAR counts: there are several times as many as labelled pairs."""

MADE = 0.5
"""The score from which articles are joined: the least in the table that this prints whose precision on events
and clusters that the model did not see is 0.95."""


@dataclass(frozen=True)
class Row:
    """A pair as the model sees it; `group` is what is left out together."""

    joined: bool
    group: str
    weight: float
    added: float
    values: tuple[float, ...]
    copied: bool


def rows() -> list[Row]:
    """The development part."""
    return [*_labelled(), *_polnear()]


def _labelled() -> Iterator[Row]:
    every = (*cluster_pairs(), *rewritten_pairs())
    pairs = [p for p in every if p.part == "dev" and p.label != "shared_passage"]
    read = analyses({id_ for p in pairs for id_ in (p.one, p.other)})
    ready = {id_: prepare(analysis) for id_, analysis in read.items()}
    for p in pairs:
        if p.one in ready and p.other in ready:
            yield from _row(ready[p.one], ready[p.other], p.joined, p.group, 1.0)


def _polnear() -> Iterator[Row]:
    read = polnear.articles()
    ready = {id_: prepare(analysis) for id_, analysis in read.items()}
    for pair in polnear.compared(read):
        if polnear.part(pair) == "dev":
            group = f"polnear {pair[0][-1]}"
            yield from _row(ready[pair[0]], ready[pair[1]], False, group, POLNEAR_WEIGHT)


def _row(one: Prepared, other: Prepared, joined: bool, group: str, weight: float) -> Iterator[Row]:
    if one.told and other.told:
        found = compare(one, other)
        values = features(one, other, found)
        yield Row(joined, group, weight, credited(one, other), values, copied(found))


def fitted(chosen: list[Row]) -> Vector:
    """One weight a feature, then the bias."""
    x = np.array([(*r.values, 1.0) for r in chosen])
    scale = np.array([*x[:, :-1].std(0), 1.0])
    y, w, added = (
        np.array(v) for v in zip(*((r.joined, r.weight, r.added) for r in chosen), strict=True)
    )
    penalty = np.diag([PENALTY] * len(FEATURES) + [0.001])
    x, beta = x / scale, np.zeros(len(scale))
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ beta + added)))
        slope = x.T @ (w * (p - y)) + penalty @ beta
        beta -= np.linalg.solve((x.T * (w * p * (1 - p))) @ x + penalty, slope)
    result: Vector = beta / scale
    return result


def score(row: Row, beta: Vector) -> float:
    """0 to 1."""
    return float(1 / (1 + np.exp(-(np.dot((*row.values, 1.0), beta) + row.added))))


def unseen(every: list[Row]) -> list[tuple[float, Row]]:
    """Every labelled pair with the score of a model that was fitted without its group."""
    train = [r for r in every if not r.copied]
    groups = sorted({r.group for r in every if r.weight == 1.0})
    models = {g: fitted([r for r in train if r.group != g]) for g in groups}
    return [(score(r, models[r.group]), r) for r in every if r.weight == 1.0]


def table(scored: list[tuple[float, Row]]) -> Iterator[str]:
    """Precision and recall on pairs that are no copies, by threshold."""
    for made in np.arange(0.3, 0.92, 0.05):
        found = [r for s, r in scored if s >= made or r.copied]
        right = sum(r.joined for r in found)
        every = sum(r.joined for _, r in scored)
        yield f"{made:.2f}  precision {right / len(found):.3f}  recall {right / every:.3f}"


def main(argv: list[str]) -> int:
    every = rows()
    print(*table(unseen(every)), sep="\n", file=sys.stderr)
    beta = fitted([r for r in every if not r.copied])
    model = {
        "source": "benchmarks/quality/derivation/fit.py on the development part of its pairs and PolNeAR",
        "made": MADE,
        "weights": {name: round(float(b), 4) for name, b in zip(FEATURES, beta, strict=False)},
        "bias": round(float(beta[-1]), 4),
    }
    text = json.dumps(model, indent=1) + "\n"
    if "--write" in argv:
        (FOLDER / WEIGHTS).write_text(text, "utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
