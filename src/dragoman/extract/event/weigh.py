"""How likely a match is an event of its type: what the lexicon asked for and what the encoder reads, together.

A logistic regression over a handful of features, learned on sentences whose event words readers marked
(`benchmarks/quality/event/fit.py` writes `data/event_weights.json`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dragoman.extract.event.find import Match
from dragoman.extract.event.roles import Parties
from dragoman.extract.event.tree import Tree
from dragoman.resources import open_data

SHIPPED: Final = "event_weights.json"
FEATURES: Final = (
    "one",
    "type",
    "any",
    "lexicon",
    "lexicon type",
    "lexicon any",
    "asked",
    "asked much",
    "noun",
    "lexicon noun",
    "party",
    "both parties",
    "refused",
    "refused noun",
    "refused lexicon",
    "density",
    "density lexicon",
)
_DENSE: Final = 2.0
_ORDINARY: Final = 5
_RATE: Final = 0.4
"""Event words a sentence of news, on the marked sentences."""
MUCH: Final = 3
"""So much a frame asks that names the class of two of its words, or a mode and the class of one."""
_LEAST: Final = 0.02
"""The encoder keeps no word below 0.05; what it does not keep counts as this."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each of FEATURES, and from what probability on a match is an event.

    A frame of the lexicon that has both its parties needs least (`dyad`), one that asks `MUCH` of other words more
    (`bound`), another of the lexicon still more (`lexicon`), a word that the lexicon lacks most (`read`).
    """

    values: tuple[float, ...]
    dyad: float
    bound: float
    lexicon: float
    read: float

    def probability(self, features: tuple[float, ...]) -> float:
        """0 to 1."""
        total = sum(v * f for v, f in zip(self.values, features, strict=True))
        return 1 / (1 + math.exp(-total))

    def least(self, match: Match, parties: Parties) -> float:
        """The probability that a match needs."""
        if match.frame.plain:
            return self.read
        mutual = match.frame.has("both") and len(parties.actor) > 1
        dyad = mutual or bool(parties.actor and parties.recipient)
        if dyad:
            return self.dyad
        return self.bound if match.frame.weight >= MUCH else self.lexicon


@cache
def shipped() -> Weights:
    """The weights of the package."""
    read: dict[str, Any] = json.loads(bytes(open_data(SHIPPED)))
    values = tuple(float(read["weights"][name]) for name in FEATURES)
    return Weights(values, **{name: float(least) for name, least in read["accept"].items()})


def density(trees: Sequence[Tree]) -> float:
    """Event words a sentence of an article, as the encoder expects them: few in news of everyday things.

    So much as `_ORDINARY` ordinary sentences are added, as a sentence alone says little of its article.
    """
    expected = sum(word.score for tree in trees for word in tree.event_words.values())
    return min((expected + _ORDINARY * _RATE) / (len(trees) + _ORDINARY), _DENSE)


def features(
    match: Match, parties: Parties, tree: Tree, *, refused: bool, dense: float
) -> tuple[float, ...]:
    """The features of a match, in the order of FEATURES.

    `refused` is whether the gate would drop it, `dense` the `density` of its article.
    """
    heard = tree.event_words.get(match.at)
    type_ = _log_odds(tree.likely(match.at, match.frame.type))
    any_ = _log_odds(heard.score if heard else 0.0)
    lexicon = not match.frame.plain
    noun = match.frame.kind == "noun"
    return (
        1.0,
        type_,
        any_,
        float(lexicon),
        type_ if lexicon else 0.0,
        any_ if lexicon else 0.0,
        min(match.frame.weight, 4) if lexicon else 0.0,
        float(lexicon and match.frame.weight >= MUCH),
        float(noun),
        float(noun and lexicon),
        float(bool(parties.actor or parties.recipient)),
        float(bool(parties.actor and parties.recipient)),
        float(refused),
        float(refused and noun),
        float(refused and lexicon),
        dense,
        dense if lexicon else 0.0,
    )


def _log_odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
