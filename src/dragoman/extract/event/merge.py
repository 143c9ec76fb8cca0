"""One happening, one mention: a death and the attack that caused it, a verb and its own object."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.extract.event.find import Match
from dragoman.extract.event.gate import HARMS
from dragoman.extract.event.roles import Parties
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.words import Kinds

CAUSES: Final = frozenset({"in", "by", "during", "after"})

VERBAL: Final = frozenset({"AGREE", "CONCEDE", "REJECT", "SUPPORT", "REQUEST", "ACCUSE"})

Cast = tuple[Match, Parties]


def merged(found: list[Cast], kinds: Kinds, slots: Slots) -> list[Cast]:
    """The matches of a sentence, with deaths joined to the attack that the sentence names as their cause."""
    by_word = {match.word: i for i, (match, _) in enumerate(found)}
    gone: set[int] = set()
    for index, (match, parties) in enumerate(found):
        if _inside_verbal(match, kinds, found, by_word) or _aim(match, kinds, found, by_word):
            gone.add(index)
            continue
        cause = _cause(match, kinds, slots, by_word, found)
        if cause is None:
            continue
        attack, own = found[cause]
        hurt = own.recipient or parties.recipient
        found[cause] = (attack, replace(own, actor=own.actor or parties.actor, recipient=hurt))
        gone.add(index)
    return [pair for index, pair in enumerate(found) if index not in gone]


def _inside_verbal(match: Match, kinds: Kinds, found: list[Cast], by_word: dict[int, int]) -> bool:
    """'refused to accept', 'agreed to support': one verbal act, not two."""
    tree = kinds.tree
    head = tree.heads[match.word]
    if match.frame.type not in VERBAL or tree.rels[match.word] not in (
        "xcomp",
        "acl",
        "advcl",
        "ccomp",
    ):
        return False
    if "to" not in tree.cases(match.word):
        return False
    outer = by_word.get(head)
    return outer is not None and found[outer][0].frame.type in (
        "REJECT",
        "AGREE",
        "CONCEDE",
        "THREATEN",
    )


def _aim(match: Match, kinds: Kinds, found: list[Cast], by_word: dict[int, int]) -> bool:
    """'exploited a flaw to break in', 'moved to seize': a deed and its aim of one type are one deed."""
    tree = kinds.tree
    outer = by_word.get(tree.heads[match.word])
    purpose = tree.rels[match.word] in ("advcl", "xcomp") and "to" in tree.cases(match.word)
    return purpose and outer is not None and found[outer][0].frame.type == match.frame.type


def _cause(
    match: Match, kinds: Kinds, slots: Slots, by_word: dict[int, int], found: list[Cast]
) -> int | None:
    tree = kinds.tree
    if match.frame.type != "ASSAULT" or match.frame.kind != "verb":
        return None
    harms = tree.lemmas[match.word] in HARMS | {"hit", "target", "strike", "destroy"}
    subjects = slots.subjects(match.word) if harms else []
    behind = (
        [f for p in CAUSES for f in tree.prepositional(match.word, p)]
        if tree.lemmas[match.word] in HARMS
        else []
    )
    for word in [c for one in (*subjects, *behind) for c in tree.conjuncts(one)]:
        index = by_word.get(word)
        if (
            index is not None
            and found[index][0].frame.type == "ASSAULT"
            and found[index][0].frame.kind == "noun"
        ):
            return index
    return None
