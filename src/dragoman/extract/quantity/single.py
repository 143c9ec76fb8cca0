"""'One': a count, or a pronoun and an article ('one of the', 'one fan said')."""

from __future__ import annotations

from typing import Final

from dragoman.extract.quantity.amounts import Amount
from dragoman.extract.quantity.counted import Counted
from dragoman.extract.quantity.frames import Measured
from dragoman.extract.quantity.nouns import TOLLS
from dragoman.extract.quantity.tree import Tree

_ONLY: Final = frozenset(["only", "just", "even", "exactly"])


def is_pronoun(tree: Tree, amount: Amount, what: Counted, measure: Measured) -> bool:
    """Whether 'one' (or 'zero') counts nothing; 'only one woman', 'one dead' and 'one derailment
    and two collisions' count."""
    plain = amount.form == "words" and amount.low == amount.high and amount.low in (0, 1)
    if not plain or amount.unit is not None or amount.start != amount.first:
        return False
    if _partitive(tree, what):
        return True
    if (measure.measure in TOLLS and what.noun is not None) or measure.rule == "behind":
        return False
    only = what.first > 0 and tree.lower[what.first - 1] in _ONLY
    if only and what.noun is not None:
        return False
    return what.noun is None or not _beside_counts(tree, what.noun)


def _partitive(tree: Tree, what: Counted) -> bool:
    return what.last + 1 < len(tree) and tree.lower[what.last + 1] == "of"


def _beside_counts(tree: Tree, noun: int) -> bool:
    """Whether a counted noun is joined to another that is counted."""
    beside = tree.below(noun, "conj")
    if tree.is_rel(noun, "conj"):
        beside = [*beside, tree.heads[noun]]
    return any(c >= 0 and tree.below(c, "nummod") for c in beside)
