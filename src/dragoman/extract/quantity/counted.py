"""What a number counts: its noun, and the word that stands for both in the clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.extract.quantity.amounts import Amount
from dragoman.extract.quantity.atoms import Atom
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.tree import Tree
from dragoman.types import Span

_PREMODIFIERS: Final = frozenset(["ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM"])
_APART: Final = frozenset(["PUNCT", "CCONJ", "NUM"])
_CLOSING: Final = frozenset([")", "]"])
_OF_RELS: Final = ("nmod", "obl")
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """Words of the tree: the number's own `tokens`, its `noun` (or None), and the `node` that
    stands for both in the clause ('12 people' is `people`, 'dozens of people' is `dozens`). `first`
    and `last` are the ends of the number with its hedges and unit."""

    tokens: range
    first: int
    node: int
    noun: int | None
    last: int


def counted(tree: Tree, atoms: tuple[Atom, ...], amount: Amount) -> Counted:
    """What the amount counts, from the tree, and from the words where the tree has nothing."""
    tokens = tree.tokens(amount.bare(atoms))
    whole = tree.tokens(amount.span(atoms))
    last = whole[-1]
    top = _above_more(tree, _top(tree, tokens, whole))
    if noun := _headed(tree, top, last):
        return Counted(tokens, whole[0], noun, _whole(tree, noun), last)
    if noun := _of(tree, top, last):
        return Counted(tokens, whole[0], top, noun, last)
    if noun := _behind(tree, last):
        node = noun if tree.heads[top] != noun and tree.is_rel(top, "nummod") else top
        return Counted(tokens, whole[0], node, noun, last)
    return Counted(tokens, whole[0], top, None, last)


def _top(tree: Tree, tokens: range, whole: range) -> int:
    """The word of the number, or of its hedge ('more than 50'), that is governed from outside."""
    outside = [t for t in tokens if tree.heads[t] not in tokens]
    top = outside[-1] if outside else tokens[0]
    for _ in whole:
        if tree.heads[top] not in whole:
            break
        top = tree.heads[top]
    return top


def _above_more(tree: Tree, top: int) -> int:
    """'dozens more', '20 others': what they stand in for is the count."""
    head = tree.heads[top]
    return head if head > top and tree.lower[head] in ("more", "further") else top


def _headed(tree: Tree, top: int, last: int) -> int | None:
    """The noun that governs the number: '12 people'."""
    head = tree.heads[top]
    plain = tree.is_rel(top, "nummod", "det", "amod", "compound", "advmod")
    if head <= last or not plain or tree.upos[head] not in ("NOUN", "PROPN", "ADJ", "VERB", "PRON"):
        return None
    if tree.upos[head] in ("VERB", "ADJ") and not _adjectival(tree, head):
        return None
    if any(last < c < head for c in tree.below(head, "case")):
        return None
    if any(tree.upos[i] == "VERB" and tree.heads[i] != head for i in range(last + 1, head)):
        return None
    return _owner(tree, last, head) or head


def _owner(tree: Tree, last: int, head: int) -> int | None:
    """'400,000 people's information': the people are counted, not what is theirs."""
    for child in tree.below(head, "nmod"):
        owns = (
            last < child < head and tree.rels[child] == "nmod:poss" and tree.upos[child] == "NOUN"
        )
        if (
            owns
            and lexicon().nouns.get(tree.lower[child]) == "people"
            and tree.lower[head][-1] != "s"
        ):
            return child
    return None


def _whole(tree: Tree, noun: int) -> int:
    """'US customers', 'music industry executives', where the tree has cut a noun from its head."""
    if tree.is_rel(noun, "compound") and tree.heads[noun] == noun + 1:
        noun += tree.upos[noun] == tree.upos[noun + 1] == "NOUN"
    coded = noun + 1 < len(tree) and tree.lower[noun + 1] == "-"
    if tree.upos[noun] != "PROPN" and not coded:
        return noun
    i = noun
    while i + 1 < len(tree) and i < noun + 6:
        i += 1
        if tree.upos[i] == "NOUN" and not (i + 1 < len(tree) and tree.lower[i + 1] == "-"):
            ahead = i + 1 < len(tree) and tree.upos[i + 1] == "NOUN"
            return i + 1 if ahead else i
        linked = "-" in (tree.lower[i], tree.lower[i - 1])
        if tree.upos[i] not in ("PROPN", "NUM", "ADJ") and not linked:
            break
    return noun


def _adjectival(tree: Tree, i: int) -> bool:
    """'12 wounded', '12 dead', '12 unemployed': the adjective is the noun."""
    return tree.lower[i] in lexicon().adjectives or tree.lower[i] in lexicon().nouns


def _of(tree: Tree, top: int, last: int) -> int | None:
    """'dozens of people', 'six of its patents', 'five of whom'."""
    for child in tree.below(top, *_OF_RELS):
        if child > last and tree.case(child) == "of":
            return child
    if last + 2 < len(tree) and tree.lower[last + 1] == "of":
        return _phrase_head(tree, last + 2)
    return None


def _phrase_head(tree: Tree, start: int) -> int | None:
    """The head of the noun phrase that starts at a word: the last noun of an unbroken row."""
    found = None
    for i in range(start, min(start + 8, len(tree))):
        if tree.upos[i] in ("NOUN", "PROPN", "PRON"):
            found = i
        elif (
            tree.upos[i] not in _PREMODIFIERS
            and tree.upos[i] not in ("DET",)
            and tree.lower[i] not in ('"', "“", "'s", "’s")
        ) or (tree.upos[i] in ("VERB", "ADV") and found is not None):
            break
    return found


def _behind(tree: Tree, last: int) -> int | None:
    """The noun phrase right behind the number, whatever the tree says."""
    start = last + 1
    if start < len(tree) and tree.lower[start] == "of":
        start += 1
    if start >= len(tree) or tree.upos[start] not in ("ADJ", "NOUN", "PROPN"):
        return None
    return _phrase_head(tree, start)


def of_span(tree: Tree, found: Counted) -> Span | None:
    """The counted ones in the article's words: premodifiers, noun and what follows with 'of'."""
    noun = found.noun
    if noun is None or noun <= found.last:
        return None
    inside = set(tree.subtree(noun))
    first = noun
    while first - 1 > found.last and (
        first - 1 in inside or tree.upos[first - 1] in ("ADJ", "NOUN", "PROPN")
    ):
        if tree.is_rel(first - 1, "case") or tree.lower[first - 1] in _CLOSING:
            break
        first -= 1
    while first < noun and tree.upos[first] in _APART and tree.lower[first] not in ('"', "“"):
        first += 1
    last = _complement(tree, noun)
    return tree.span(first, noun if last - first >= _LONGEST else last)


def _complement(tree: Tree, noun: int) -> int:
    """The last word of the phrases that hang on the noun right behind it."""
    last = noun
    for child in tree.below(noun):
        if child > noun and tree.is_rel(child, "nmod", "compound", "amod", "flat", "fixed"):
            below = tree.subtree(child)
            apart = tree.upos[below[0]] == "PUNCT" or tree.case(child) in ("including", "to")
            if below[0] == last + 1 and not apart:
                last = below[-1]
    return last
