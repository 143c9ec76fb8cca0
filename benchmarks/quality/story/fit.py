"""`python -m benchmarks.quality.story.fit`: sets the weights of `data/story_weights.json`.

Logistic regression with signs given, by projected gradient descent, on the development halves of the
clusters and of ECB+, all pairs that have some words in common. Pairs of political articles (PolNeAR)
written more than two weeks apart stand for what one long affair has in common without being one
happening: the same people, week after week. Three weights are set by hand, as these sets hold few
examples of what they are for: days named in common (no two of the far pairs have any), tolls, and time apart.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.story.corpus import Labelled, collection
from dragoman.link.story.nearness import FEATURES, cosine, features
from dragoman.link.story.prepare import Prepared, prepare

OUT = Path(__file__).parents[3] / "src" / "dragoman" / "data" / "story_weights.json"
FEW = 0.03
"""Cosine of terms below which a pair is plainly unrelated and is left out."""

FAR_APART = 14
FAR_WEIGHT = 0.5
HARD_WEIGHT = 2.0
"""What a pair of the two subtopics of a topic counts against another pair."""

POSITIVE = 0.3
"""What all pairs of one story count together against all others."""

RIDGE = 1e-3
STEPS = 2000
BY_HAND = {"days": 2.0, "tolls": -1.5}
APART = -0.5
"""Set when all else was: at this weight hardly a story of PolNeAR spans months. Without it one in two of
those with several articles does; the far pairs must be learned from without it."""

AFFAIR = ("terms", "names", "known", "sentences")
"""What is looked at for one affair: what stays the same from one happening of it to the next."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Examples:
    """Pairs: a row of features each, whether they are of one story, and what they count."""

    rows: Floats
    same: NDArray[np.bool_]
    weights: Floats


def labelled_pairs(labelled: list[Labelled]) -> Examples:
    """Pairs of a labelled collection; those of large stories count less, those of one topic more."""
    ready = [prepare(item.analysis) for item in labelled]
    sizes = Counter(item.story for item in labelled)
    rows, same, weights = [], [], []
    for i, j in _related(ready):
        one, other = labelled[i], labelled[j]
        rows.append(features(ready[i], ready[j]))
        same.append(one.story == other.story)
        positive = 1 / sizes[one.story]
        weights.append(positive if same[-1] else HARD_WEIGHT if one.group == other.group else 1.0)
    return Examples(np.array(rows), np.array(same), np.array(weights))


def _without_hard(examples: Examples) -> Examples:
    """Without the pairs of two subtopics of a topic: some are of one affair, some are not."""
    hard = ~examples.same & (examples.weights == HARD_WEIGHT)
    return replace(examples, weights=np.where(hard, 0.0, examples.weights))


def far_pairs(labelled: list[Labelled]) -> Examples:
    """Pairs that were written far apart: none is of one happening."""
    ready = [prepare(item.analysis) for item in labelled]
    rows = [
        features(ready[i], ready[j])
        for i, j in _related(ready)
        if abs((ready[i].day or 0) - (ready[j].day or 0)) > FAR_APART
    ]
    return Examples(np.array(rows), np.zeros(len(rows), dtype=bool), np.full(len(rows), FAR_WEIGHT))


def _related(ready: list[Prepared]) -> list[tuple[int, int]]:
    """Pairs with some words in common."""
    return [
        (i, j)
        for j, other in enumerate(ready)
        for i, one in enumerate(ready[:j])
        if cosine(one.terms, other.terms) > FEW
    ]


def together(examples: list[Examples]) -> Examples:
    """All examples, with the pairs of one story raised to their share."""
    rows = np.vstack([e.rows for e in examples])
    same = np.concatenate([e.same for e in examples])
    weights = np.concatenate([e.weights for e in examples])
    weights[same] *= POSITIVE * weights[~same].sum() / weights[same].sum()
    return Examples(rows, same, weights / weights.sum())


def fit(examples: Examples, used: tuple[str, ...], by_hand: dict[str, float]) -> dict[str, object]:
    """Bias and weights: not below 0, but for `by_hand` and events overtaken, which are not above."""
    free = [FEATURES.index(name) for name in used if name not in by_hand]
    offset = sum(
        (w * examples.rows[:, FEATURES.index(name)] for name, w in by_hand.items()),
        np.zeros(len(examples.rows)),
    )
    mean, deviation = examples.rows[:, free].mean(0), examples.rows[:, free].std(0) + 1e-9
    scaled = (examples.rows[:, free] - mean) / deviation
    sign = np.array([-1.0 if FEATURES[i] == "ahead" else 1.0 for i in free])
    weights, bias = _descend(scaled, offset, examples, sign)
    raw = dict.fromkeys(FEATURES, 0.0) | by_hand
    raw |= {FEATURES[i]: float(w / d) for i, w, d in zip(free, weights, deviation, strict=True)}
    shift = bias - float((mean / deviation) @ weights)
    return {"bias": round(shift, 3), "weights": {name: round(w, 3) for name, w in raw.items()}}


def _descend(
    scaled: Floats, offset: Floats, examples: Examples, sign: Floats
) -> tuple[Floats, float]:
    """Projected gradient with Nesterov's momentum."""
    weights, bias = np.zeros(scaled.shape[1]), 0.0
    ahead, ahead_bias = weights, bias
    curved = (scaled * examples.weights[:, None]).T @ scaled
    rate = 4 / (float(np.linalg.norm(curved, 2)) + 1.0)
    for step in range(STEPS):
        odds = scaled @ ahead + ahead_bias + offset
        error = examples.weights * (1 / (1 + np.exp(-odds)) - examples.same)
        new = ahead - rate * (scaled.T @ error + RIDGE * ahead)
        new = sign * np.maximum(sign * new, 0)
        new_bias = ahead_bias - rate * float(error.sum())
        momentum = step / (step + 3)
        ahead, ahead_bias = new + momentum * (new - weights), new_bias + momentum * (new_bias - bias)  # fmt: skip
        weights, bias = new, new_bias
    return weights, bias


def main() -> None:
    clusters, ecb = collection("clusters", "dev"), collection("ecb", "dev")
    near = [labelled_pairs(c) for c in (clusters, ecb)]
    loose = [_without_hard(examples) for examples in near]
    happening = together([*near, far_pairs(collection("polnear"))])
    used = tuple(name for name in FEATURES if name != "apart")
    happening_model = fit(happening, used, BY_HAND)
    happening_model["weights"]["apart"] = APART  # type: ignore[index]
    model = {
        "source": "benchmarks/quality/story/fit.py: development halves of the event clusters and of ECB+ "
        "topics 1-35, and pairs of PolNeAR train written more than two weeks apart",
        "happening": happening_model,
        "affair": fit(together(loose), AFFAIR, {}),
    }
    OUT.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
