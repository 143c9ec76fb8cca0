"""What is measured: money, percent, distance by the unit; killed, injured, captive by the frame.

A frame is a verb, noun or adjective with a part for the counted ones ('killed 12', '12 died', 'a
death toll of 12'); its lists are in `data/quantity.json`. Sub-counts ('including 4 children') and
joined counts take the frame of what they stand under.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.extract.quantity.amounts import Amount
from dragoman.extract.quantity.counted import Counted
from dragoman.extract.quantity.frames import OF_PERSONS, PARTS, Measured, frames
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.nouns import TOLLS, noun_measure
from dragoman.extract.quantity.setting import Setting
from dragoman.extract.quantity.tree import Tree

_HOUSEHOLDS: Final = frozenset(["family", "families", "household", "households", "soul", "souls"])
_PLAYED: Final = frozenset(
    [
        "touchdown",
        "touchdowns",
        "passing",
        "rushing",
        "scoring",
        "receptions",
        "carries",
        "catch",
        "grab",
        "quarterback",
        "fumble",
        "interception",
        "pass",
        "punt",
    ]
)


def measured(tree: Tree, amount: Amount, found: Counted, setting: Setting) -> Measured:
    """The measure of an amount, in an article of some setting."""
    if amount.unit is not None and amount.unit.dimension not in ("percent", "times"):
        if amount.unit.name == "yd" and _PLAYED.intersection(tree.lower):
            return Measured("score", None, "unit")
        return Measured(amount.unit.dimension, None, "unit")
    if amount.unit is not None:
        return Measured(amount.unit.dimension, None, "unit")
    return _toll(tree, found) or _by_noun(tree, found, setting)


def inherited(tree: Tree, found: Counted, own: Measured, before: Measured | None) -> Measured:
    """A sub-count takes the measure of the count before it: '..., including 4 children', '..., of
    whom 4 were children'."""
    if before is None or before.measure not in TOLLS or own.rule == "behind":
        return own
    ahead = tree.lower[max(0, found.first - 2) : found.first]
    of_whom = ahead[-1:] in (("whom",), ("which",)) and own.measure not in TOLLS
    named = own.rule == "noun" and own.measure in TOLLS
    whole = tuple(ahead) == ("among", "the")  # 'two hurt among the 19 aboard': the 19 are not hurt
    part = bool(PARTS.intersection(ahead)) and not named and not whole
    if of_whom or (part and _fits(tree, found, before.measure, part=True)):
        return before._replace(rule="part")
    return own


def part_of(own: Measured, whole: Measured) -> Measured:
    """The measure of 'N of' a whole: what the tree says of the whole is said of the part."""
    return whole if whole.measure in TOLLS and own.measure not in TOLLS else own


def as_whole(tree: Tree, amount: Amount, found: Counted, setting: Setting) -> Measured:
    """The measure of a whole of which a part is reported: by its noun, not by its clause."""
    if amount.unit is not None:
        return measured(tree, amount, found, setting)
    return _by_noun(tree, found, setting)


# ---------------------------------------------------------------- by noun


def _by_noun(tree: Tree, found: Counted, setting: Setting) -> Measured:
    if found.noun is None:
        if (whole := _share_of(tree, found.node)) is not None:
            return _by_noun(tree, replace(found, noun=whole), setting)
        head = tree.heads[found.node]
        if tree.is_rel(found.node, "nsubj") and tree.upos[head] == "NOUN":
            return Measured(noun_measure(tree, head) or "count", None, "noun")
        before = tree.lower[max(0, found.tokens[0] - 2) : found.tokens[0]]
        return Measured("times" if before == ("factor", "of") else "count", None, "bare")
    measure = noun_measure(tree, found.noun)
    if measure == "score" and not setting.sports:
        measure = None
    if setting.space and tree.lemmas[found.noun] == "rocket":
        measure = "vehicles"
    return Measured(measure or "count", None, "noun" if measure else "other")


def _share_of(tree: Tree, node: int) -> int | None:
    """The noun of '8 cars out of 12': what the bare number counts as well."""
    head = tree.heads[node]
    if head < 0 or tree.upos[head] != "NOUN" or not tree.is_rel(node, "nmod", "nummod"):
        return None
    out = any(tree.lower[c] == "out" for c in tree.below(node))
    return head if out or tree.case(node) == "of" else None


# ---------------------------------------------------------------- by frame


def _toll(tree: Tree, found: Counted) -> Measured | None:
    for frame in frames(tree, found):
        if _fits(tree, found, frame.measure):
            return frame
    return None


def _fits(tree: Tree, found: Counted, measure: str, *, part: bool = False) -> bool:
    """Whether such a thing can be so: 'released three albums' frees nobody."""
    if found.noun is None:
        return True
    if tree.lower[found.noun] in lexicon().happenings:
        return False
    noun = noun_measure(tree, found.noun)
    if noun in TOLLS or noun == "people" or tree.upos[found.noun] == "PRON":
        return True
    if (
        tree.lower[found.noun] in _HOUSEHOLDS
        or tree.lemmas[found.noun] == "life"
        or tree.lower[found.noun] in lexicon().adjectives
    ):
        return True
    return not part and measure not in OF_PERSONS and noun is None
