"""Frames: verbs, nouns and adjectives that say what became of the counted ones.

'Killed 12', '12 died', '12 dead', 'a death toll of 12', 'the deaths of 12', '12 people taken
hostage'. The tree is asked first where it is sure, the words beside the number where parsers err.
The lists are in `data/quantity.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dragoman.extract.quantity.counted import Counted
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.nouns import TOLLS
from dragoman.extract.quantity.tree import Tree

OF_PERSONS: Final = frozenset(
    ["captive", "detained", "displaced", "missing", "released", "rescued"]
)
_SUBJECT_VERBS: Final = frozenset(
    ["suffer", "sustain", "receive", "have", "lose", "go", "remain", "leave"]
)
PARTS: Final = frozenset(["including", "include", "among", "included"])
_TOTALS: Final = frozenset(["total", "group", "crowd", "maximum", "minimum"])
_THOUGHT: Final = frozenset(
    ["confirm", "believe", "report", "fear", "know", "think", "presume", "say", "declare"]
)
_REACHED: Final = frozenset(
    [
        "rise",
        "climb",
        "stand",
        "reach",
        "hit",
        "pass",
        "exceed",
        "top",
        "grow",
        "jump",
        "increase",
        "surpass",
        "be",
        "mount",
        "soar",
        "near",
        "approach",
        "put",
        "revise",
        "bring",
        "go",
        "cross",
    ]
)
_UNDONE: Final = frozenset(["released", "rescued"])
_BE: Final = frozenset(
    [
        "was",
        "were",
        "been",
        "being",
        "be",
        "is",
        "are",
        "has",
        "have",
        "had",
        "also",
        "reportedly",
        "feared",
        "presumed",
        "believed",
        "thought",
        "known",
        "to",
        "remain",
        "more",
        "others",
        "who",
        "walking",
        "now",
        "seriously",
        "critically",
        "confirmed",
        "still",
        "since",
        "later",
        "either",
    ]
)
"""Words that may stand between the counted ones and what became of them."""


class Measured(NamedTuple):
    """A measure, the word of the frame that gives it (or None), and the rule's name."""

    measure: str
    anchor: int | None
    rule: str


def frames(tree: Tree, found: Counted) -> Iterator[Measured]:
    """Frames that may hold the count, the nearest first."""
    yield from _own(tree, found)
    yield from _ahead(tree, found)
    yield from _of_event(tree, found.node)
    yield from _behind(tree, found)
    yield from _modified(tree, found)
    node = found.node
    for _ in range(6):
        yield from _role(tree, node)
        if not _stands_under(tree, node):
            break
        node = tree.heads[node]
    yield from _status(tree, found)


def _own(tree: Tree, found: Counted) -> Iterator[Measured]:
    """The noun itself: '12 deaths', '12 dead', '12 lives' that were lost."""
    lists = lexicon()
    if found.noun is not None:
        own = lists.nouns.get(tree.lower[found.noun]) or lists.adjectives.get(
            tree.lower[found.noun]
        )
        if own in TOLLS and not (own in OF_PERSONS and tree.lower[found.noun] in lists.nouns):
            yield Measured(own, found.noun, "noun")
        if tree.lemmas[found.noun] == "life" and _of_death(tree, found.noun):
            yield Measured("killed", tree.heads[found.noun], "noun")


def _modified(tree: Tree, found: Counted) -> Iterator[Measured]:
    """'12 wounded soldiers', '12 people taken hostage', '12 who died'."""
    for centre in {found.noun: None, found.node: None}:
        if centre is None:
            continue
        for child in tree.below(centre, "amod", "acl", "xcomp", "obl", "advcl", "dep", "appos"):
            measure = _participle(tree, child, centre)
            if measure and not _of_others(tree, child, centre):
                yield Measured(measure, child, "modifier")


def _of_others(tree: Tree, child: int, centre: int) -> bool:
    """Whether a modifier behind the noun is of other ones, counted between: ', with 30 wounded'."""
    between = range(centre + 1, child)
    return any(tree.upos[i] == "NUM" for i in between)


def _status(tree: Tree, found: Counted) -> Iterator[Measured]:
    """Nouns that say in which state persons are ('hostages', 'refugees'), where no verb says more."""
    if found.noun is None:
        return
    own = lexicon().nouns.get(tree.lower[found.noun])
    if own in OF_PERSONS:
        of_war = any(tree.lower[c] == "war" for c in tree.below(found.noun, "nmod"))
        yield Measured("captive" if of_war else own, found.noun, "noun")


def _ahead(tree: Tree, found: Counted) -> Iterator[Measured]:
    """A verb right before the number, whatever the tree says: 'killed 3 and injured 12'."""
    first = found.first - 1
    while first > 0 and tree.lower[first] in ("the", "another", "a", "all", "also", "further"):
        first -= 1
    if first < 0 or tree.upos[first] not in ("VERB", "ADJ"):
        return
    passive = first > 0 and tree.upos[first - 1] == "AUX" and tree.lemmas[first - 1] == "be"
    for lemma in (tree.lemmas[first], tree.lower[first].removesuffix("ed")):
        measure = lexicon().undergoer.get(lemma)
        if measure and not passive and not (measure in _UNDONE and _intended(tree, first)):
            yield Measured(measure, first, "verb")
            return


def _participle(tree: Tree, child: int, centre: int) -> str | None:
    """'people killed', 'people taken hostage', 'wounded soldiers', 'men who died'."""
    lists = lexicon()
    if measure := lists.adjectives.get(tree.lower[child]):
        return measure if tree.is_rel(child, "amod", "xcomp", "acl", "appos", "dep") else None
    if tree.upos[child] != "VERB":
        return None
    lemma = tree.lemmas[child]
    if tree.rels[child] == "acl:relcl":
        passive = any(tree.rels[c] == "nsubj:pass" for c in tree.below(child))
        return _lost(tree, child) or (lists.undergoer if passive else lists.subject).get(lemma)
    if tree.is_rel(child, "acl", "amod") and not tree.lower[child].endswith("ing"):
        return lists.undergoer.get(lemma) or _held(tree, child, subject=False)
    return None


def _behind(tree: Tree, found: Counted) -> Iterator[Measured]:
    """Right behind the noun: '12 dead', '30 others injured', '12 people were killed'."""
    last = found.noun if found.noun is not None and found.noun > found.last else found.last
    passive = False
    for i in range(last + 1, min(last + 6, len(tree))):
        measure = lexicon().adjectives.get(tree.lower[i]) or _verb_behind(tree, i, passive)
        ahead = i + 1 < len(tree) and tree.upos[i + 1] in ("NOUN", "NUM")
        if measure and not (ahead and i > last + 1):
            yield Measured(measure, i, "behind")
            return
        if tree.lower[i] not in _BE:
            return
        passive = passive or tree.upos[i] == "AUX"


def _verb_behind(tree: Tree, i: int, passive: bool) -> str | None:
    """'were kidnapped', 'taken to hospital', 'died', where the tree lost the subject."""
    if tree.upos[i] != "VERB":
        return None
    held = _held(tree, i, subject=False)
    harmed = lexicon().undergoer.get(tree.lemmas[i]) if passive else None
    return harmed or held or (None if passive else lexicon().subject.get(tree.lemmas[i]))


def _stands_under(tree: Tree, node: int) -> bool:
    """Whether a count is a part of, or joined to, the one above it."""
    head = tree.heads[node]
    if head < 0 or tree.upos[head] in ("VERB", "AUX"):
        return False
    if tree.is_rel(node, "conj", "appos"):
        return True
    if tree.lemmas[head] in _TOTALS and tree.case(node) == "of":
        return True
    return tree.is_rel(node, "nmod", "obl") and tree.case(node) in PARTS


def _role(tree: Tree, node: int) -> Iterator[Measured]:
    """The part that a count plays in its clause."""
    head = tree.heads[node]
    yield from _toll_is(tree, node, node)
    if head < 0:
        return
    lists = lexicon()
    yield from _of_event(tree, node)
    bare = tree.is_rel(node, "nsubj", "nummod", "obl", "compound") and not tree.case(node)
    if tree.lower[head] in lists.adjectives and bare:
        yield Measured(lists.adjectives[tree.lower[head]], head, "adjective")
    if tree.is_rel(node, "nsubj", "obj", "iobj", "xcomp", "obl", "nummod", "ccomp"):
        yield from _verb(tree, node, head)


def _verb(tree: Tree, node: int, head: int) -> Iterator[Measured]:
    lists = lexicon()
    lemma = tree.lemmas[head]
    if tree.rels[node] == "nsubj":
        measure = lists.subject.get(lemma) or _held(tree, head, subject=True)
        measure = measure or (_lone_participle(tree, head) and lists.undergoer.get(lemma)) or None
    elif tree.is_rel(node, "obl"):
        part = tree.case(node) in PARTS
        measure = (lists.undergoer.get(lemma) or lists.subject.get(lemma)) if part else None
        yield from _toll_is(tree, node, head)
    else:
        measure = lists.undergoer.get(lemma) or _held(tree, head, subject=False)
    if measure and not (measure in _UNDONE and _intended(tree, head)):
        yield Measured(measure, head, "verb")
    if tree.is_rel(node, "nsubj") and lemma in _THOUGHT:
        for child in tree.below(head, "xcomp", "advcl", "ccomp"):
            if harm := lists.subject.get(tree.lemmas[child]) or lists.undergoer.get(
                tree.lemmas[child]
            ):
                yield Measured(harm, child, "verb")
    if tree.is_rel(node, "obj"):
        yield from _toll_is(tree, node, head)
        for child in tree.below(head, "xcomp", "ccomp"):
            measure = lists.undergoer.get(tree.lemmas[child])
            if measure and tree.upos[child] == "VERB" and not tree.lower[child].endswith("ing"):
                yield Measured(measure, child, "verb")


def _intended(tree: Tree, verb: int) -> bool:
    """'worked to free 12': not freed yet."""
    return any(tree.lower[c] == "to" for c in tree.below(verb, "mark"))


def _lone_participle(tree: Tree, verb: int) -> bool:
    """'with 30 injured', '12 killed and 30 wounded': a participle without object or auxiliary."""
    return tree.lower[verb].endswith(("ed", "n", "t", "d")) and not tree.below(verb, "obj", "aux")


def _held(tree: Tree, verb: int, *, subject: bool) -> str | None:
    """Verbs with a second word: 'take hostage', 'lose life', 'rush to hospital'."""
    lemma = tree.lemmas[verb]
    if subject != (lemma in _SUBJECT_VERBS) and lemma != "leave":
        return None
    for child in tree.below(verb):
        for word in (tree.lower[child], tree.lemmas[child]):
            if measure := lexicon().held.get((lemma, word)):
                return measure
    return None


def _lost(tree: Tree, verb: int) -> str | None:
    return _held(tree, verb, subject=True)


def _of_event(tree: Tree, node: int) -> Iterator[Measured]:
    """'the deaths of 12 people', 'a toll of 12', 'injuries to 12'."""
    head = tree.heads[node]
    placed = tree.is_rel(node, "nmod", "obl") and tree.case(node) in ("of", "to", "for", "among")
    if head >= 0 and placed and (event := _event_noun(tree, head)):
        yield Measured(event, head, "event")


def _event_noun(tree: Tree, noun: int) -> str | None:
    measure = lexicon().event_nouns.get(tree.lemmas[noun]) or lexicon().event_nouns.get(
        tree.lower[noun]
    )
    if tree.lemmas[noun] in ("toll", "life") and not _of_death(tree, noun):
        return None
    return measure


def _of_death(tree: Tree, noun: int) -> bool:
    """A toll is of death unless its words say otherwise; a life counts where it was lost or taken."""
    if tree.lemmas[noun] == "toll":
        others = {"road", "bridge", "injury", "highway", "booth"}
        return not others & {tree.lower[c] for c in tree.below(noun)}
    head = tree.heads[noun]
    return head >= 0 and tree.lemmas[head] in ("lose", "claim", "take", "loss", "cost")


def _toll_is(tree: Tree, node: int, head: int) -> Iterator[Measured]:
    """'the death toll rose to 12', 'the number of dead stands at 12', 'the toll is 12'."""
    if head != node and tree.lemmas[head] not in _REACHED:
        return
    for subject in tree.below(head, "nsubj", "obj"):
        if subject == node:
            continue
        if tree.lower[subject] in ("which", "that") and tree.is_rel(head, "acl"):
            subject = tree.heads[head]
        if measure := _event_noun(tree, subject) or _number_of(tree, subject):
            yield Measured(measure, subject, "toll")


def _number_of(tree: Tree, subject: int) -> str | None:
    """'the number of dead / of people killed'."""
    if tree.lemmas[subject] not in ("number", "total", "count", "tally", "figure"):
        return None
    for child in tree.below(subject, "nmod", "compound"):
        inner = lexicon().nouns.get(tree.lower[child]) or lexicon().adjectives.get(
            tree.lower[child]
        )
        if inner in TOLLS:
            return inner
        for below in tree.below(child, "acl", "amod"):
            if measure := _participle(tree, below, child):
                return measure
    return None
