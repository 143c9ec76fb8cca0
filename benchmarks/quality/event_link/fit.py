"""`python -m benchmarks.quality.event_link.fit`: the weights of the pair scorer, from ECB+ development topics.

A logistic regression over all pairs of gold mentions within a subtopic and, half as heavy, across
the two subtopics of a topic; every topic weighs the same for its pairs of one event and of two. Writes
``src/dragoman/data/event_link_weights.json``. Needs scipy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.quality.event_link.corpus import Topic, topics
from dragoman.link.event.features import features
from dragoman.link.event.scorer import Scorer, rarity_of

OUT: Final = Path(__file__).parents[3] / "src" / "dragoman" / "data" / "event_link_weights.json"
ABOUT: Final = (
    "Weights of the features by which two event mentions are one event (dragoman.link.event.features). "
    "Made by benchmarks/quality/event_link/fit.py on the development topics of ECB+ 1-35."
)
L2: Final = 1.0
ACROSS: Final = 0.5
Values = NDArray[np.float64]


class Pairs(NamedTuple):
    """Features (pairs by features), whether each is one event, and what each weighs."""

    x: Values
    y: Values
    weight: Values


UNUSED: Final = frozenset({"parties", "related", "actor called", "recipient called"})
"""Features for the rules alone."""


def names(topic: Topic) -> list[str]:
    """Names of the features that are weighed."""
    return [name for name in features(topic.mentions[:2], {}) if name not in UNUSED]


def pairs(topic: Topic) -> Pairs:
    """All pairs of a topic."""
    found = features(topic.mentions, rarity_of(topic.mentions))
    upper = np.triu_indices(len(topic.mentions), 1)
    chains = np.array([topic.chains[m.id] for m in topic.mentions])
    parts = np.array([topic.subtopics[m.article] for m in topic.mentions])
    y = (chains[upper[0]] == chains[upper[1]]).astype(np.float64)
    weight = np.where(parts[upper[0]] == parts[upper[1]], 1.0, ACROSS)
    x = np.stack([found[name][upper] for name in names(topic)], axis=1).astype(np.float64)
    return Pairs(x, y, weight / np.sqrt(weight.sum()))


def fit(every: Sequence[Topic]) -> Scorer:
    """The scorer whose loss on these topics is least."""
    parts = [pairs(t) for t in every if len(t.mentions) > 1]
    x, y, weight = (np.concatenate(list(column)) for column in zip(*parts, strict=True))
    scale = x.std(axis=0) + 1e-6
    rows = np.hstack([x / scale, np.ones((len(x), 1))])

    def loss(w: Values) -> tuple[float, Values]:
        total = rows @ w
        wrong = 1 / (1 + np.exp(-total)) - y
        value = float(weight @ (np.logaddexp(0, total) - y * total) + L2 / 2 * (w[:-1] @ w[:-1]))
        return value, rows.T @ (weight * wrong) + L2 * np.append(w[:-1], 0)

    best = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    found = dict(zip(names(every[0]), (best[:-1] / scale).round(3).tolist(), strict=True))
    return Scorer(found, round(float(best[-1]), 3))


def main() -> None:
    scorer = fit([t for t in topics() if t.part == "dev"])
    row = {"about": ABOUT, "bias": scorer.bias, "weights": scorer.weights}
    OUT.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
    sys.stderr.write(f"{OUT.name}: {len(scorer.weights)} weights\n")


if __name__ == "__main__":
    main()
