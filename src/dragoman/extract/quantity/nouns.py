"""Counted nouns: what persons, vehicles, buildings and the like are counted as."""

from __future__ import annotations

from typing import Final

from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.tree import Tree

TOLLS: Final = frozenset(
    [
        "killed",
        "injured",
        "casualties",
        "captive",
        "detained",
        "displaced",
        "missing",
        "released",
        "rescued",
    ]
)
"""Measures of harm to persons and of their being held, gone or freed."""
_OF_PEOPLE: Final = ("ists", "smen", "women", "girls", "boys", "children", "workers", "folk")
_SHORTEST: Final = 6
"""Letters of 'artist'; 'lists' and 'fists' are shorter than their plurals."""


def noun_measure(tree: Tree, noun: int) -> str | None:
    """What a counted noun is counted as, None where the lexicon does not know it."""
    nouns = lexicon().nouns
    pair = f"{tree.lower[noun - 1]} {tree.lower[noun]}" if noun else ""
    for word in (pair, tree.lower[noun], tree.lemmas[noun]):
        if (measure := nouns.get(word)) is not None:
            return measure
    if tree.lower[noun] in ("whom", "who", "us", "we", "you") or _who(tree, noun):
        return "people"
    return "people" if _kind_of_person(tree, noun) else None


def _kind_of_person(tree: Tree, noun: int) -> bool:
    """'Islamists', 'Rohingya', 'policewomen': by the ending, or a nation's name as a noun."""
    word = tree.lower[noun]
    if len(word) > _SHORTEST and word.endswith(_OF_PEOPLE):
        return True
    names = tree.sentence.names
    return any(n.type == "NAT" and n.end_token == noun + 1 for n in names)


def _who(tree: Tree, noun: int) -> bool:
    return any("who" in (tree.lower[i] for i in tree.below(c)) for c in tree.below(noun, "acl"))
