"""How likely two mentions are of one event: a logistic regression over the features of the pair.

The weights (`data/event_link_weights.json`) were fitted on the development topics of ECB+ by
`benchmarks/quality/event_link/fit.py`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from dragoman.link.event.features import Matrix, features
from dragoman.link.event.mention import Mention
from dragoman.resources import load_json


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of the features, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def likely(self, found: Mapping[str, Matrix]) -> Matrix:
        """Mentions by mentions, 0 to 1, from the features of all pairs."""
        total = sum((found[name] * weight for name, weight in self.weights.items()), 0.0)
        odds = np.exp(-(total + np.float32(self.bias)))
        likely: Matrix = (1 / (1 + odds)).astype(np.float32)
        return likely

    def score(self, mentions: Sequence[Mention], rarity: Mapping[str, float]) -> Matrix:
        """The same, from the mentions."""
        return self.likely(features(mentions, rarity))


@cache
def shipped() -> Scorer:
    """The weights of the package."""
    loaded = load_json("event_link_weights.json")
    return Scorer(loaded["weights"], loaded["bias"])


def rarity_of(mentions: Sequence[Mention]) -> dict[str, float]:
    """How much a word or name of a sentence tells among these mentions: log(1 + origins / its origins)."""
    origins: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        for key in (*mention.words, *mention.names):
            origins[key].add(mention.origin)
    every = len({m.origin for m in mentions})
    return {key: math.log(1 + every / len(those)) for key, those in origins.items()}
