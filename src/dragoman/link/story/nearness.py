"""How near two reports are: what they have in common, weighed (`data/story_weights.json`)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.story.prepare import Bag, Deeds, Prepared
from dragoman.resources import load_json

MATCHED: Final = 5
"""First sentences for which the nearest sentence of the other article is looked for."""

FORTNIGHT: Final = 14
"""Days within which time tells nothing: most happenings are told no longer."""

FEATURES: Final = (
    "terms", "lead", "names", "numbers", "known", "days", "sentences", "ahead", "headline", "tolls", "apart",
)  # fmt: skip
"""What two articles have in common (see `features`)."""


@dataclass(frozen=True, slots=True)
class Near:
    """Log-odds that two reports tell of one happening, and of one affair; `order`, -1 to 1, is above 0
    where the first was written before the second by what they tell."""

    happening: float
    affair: float
    order: float


def near(one: Prepared, other: Prepared) -> Near:
    """How near two reports are."""
    found = features(one, other)
    ahead = _overtaken(one, other) - _overtaken(other, one)
    return Near(
        happening=_weighed("happening", found),
        affair=_weighed("affair", found),
        order=math.tanh(ahead + _risen(one, other)),
    )


def features(one: Prepared, other: Prepared) -> tuple[float, ...]:
    """What two articles have in common, in the order of `FEATURES`.

    Cosines of terms, lead, names and numbers; the share of the main names of one that the other has early
    (the larger of both ways); days that both name; the mean cosine of first sentences to the nearest of the
    other; events that one tells as to come and the other as done; the share of the headline of one that the
    other has early; how far the tolls, and the days of publication, are apart.
    """
    return (
        cosine(one.terms, other.terms),
        cosine(one.lead, other.lead),
        cosine(one.names, other.names),
        cosine(one.numbers, other.numbers),
        max(_share(one.main, other), _share(other.main, one)),
        min(1.0, sum(min(v, other.days[d]) for d, v in one.days.items() if d in other.days)),
        _sentences(one, other),
        max(_overtaken(one, other), _overtaken(other, one)),
        max(_share(one.headline, other), _share(other.headline, one)),
        abs(_risen(one, other)),
        _apart(one, other),
    )


def cosine(one: Bag, other: Bag) -> float:
    return sum(one[k] * other[k] for k in sorted(one.keys() & other.keys()))


def _share(main: Bag, other: Prepared) -> float:
    total = sum(main.values())
    return sum(v for k, v in main.items() if k in other.early) / total if total else 0.5


def _sentences(one: Prepared, other: Prepared) -> float:
    if one.rows is None or other.rows is None or not len(one.rows) or not len(other.rows):
        return 0.5
    alike: NDArray[np.float32] = one.rows @ other.rows.T / np.float32(one.rows.shape[1])
    best = alike.max(1)[:MATCHED], alike.max(0)[:MATCHED]
    return sum(float(np.sin(np.pi / 2 * b).mean()) for b in best) / 2


def _overtaken(one: Prepared, other: Prepared) -> float:
    """How much of what is to come in the first is done in the second."""
    return _common(one.ahead, other.done)


def _apart(one: Prepared, other: Prepared) -> float:
    """How often the time between the two has doubled beyond `FORTNIGHT`; 0 where a day is unknown."""
    if one.day is None or other.day is None:
        return 0.0
    return math.log2(1 + max(0, abs(one.day - other.day) - FORTNIGHT) / FORTNIGHT)


def _risen(one: Prepared, other: Prepared) -> float:
    """How much higher the toll of the second is, as a logarithm, -2 to 2: tolls of an affair only rise."""
    if not one.toll or not other.toll:
        return 0.0
    return min(max(math.log(other.toll / one.toll), -2.0), 2.0)


def _common(one: Deeds, other: Deeds) -> float:
    return sum(min(v, other[k]) for k, v in one.items() if k in other)


def _weighed(model: str, found: tuple[float, ...]) -> float:
    bias, weights = _model(model)
    return bias + sum(w * v for w, v in zip(weights, found, strict=True))


@cache
def _model(name: str) -> tuple[float, tuple[float, ...]]:
    model = load_json("story_weights.json")[name]
    return float(model["bias"]), tuple(float(model["weights"][f]) for f in FEATURES)
