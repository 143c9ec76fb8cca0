"""What stands around a noun that names an event: the nouns, clauses and verbs that may name its parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.extract.event.find import Match
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.subjects import OWNERS
from dragoman.extract.event.tree import HYPHENS, QUANTITIES
from dragoman.extract.event.words import Kinds, state_words

NOUNS: Final = ("NOUN", "PROPN")
GROUPS: Final = QUANTITIES | frozenset(
    "act count kind type form million tens airdrop delivery shipment package round".split()  # noqa: SIM905
)
"""Nouns whose 'of' (or 'in': 'a million in aid') names the event itself."""
STATES: Final = frozenset({"be", "remain", "stand", "stay", "come", "go", "keep", "fall"})
FORCE: Final = frozenset({"ASSAULT", "COERCE"})


class Around:
    """Looks around the nouns of one sentence."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.kinds, self.slots, self.tree = kinds, slots, kinds.tree
        self.named = kinds.lexicon.named

    def is_pronoun(self, word: int) -> bool:
        """'its', 'their', and 'those' with what tells who they are: 'those in need'."""
        tree = self.tree
        told = tree.lower[word] == "those" and tree.below(word, "acl", "nmod")
        return bool(told) or tree.lower[word] in OWNERS

    def pair(self, noun: int) -> list[int]:
        """'the Norway-Sweden talks': both names, where one of them is a state's."""
        tree = self.tree
        before = [c for c in tree.below(noun, "compound", "amod", "nmod") if c < noun]
        for second in before:
            inner = tree.below(second, "compound", "amod", "nmod")
            if second - 2 in (*inner, *before) and self._are_paired(second - 2, second):
                return [second - 2, second]
        return []

    def _are_paired(self, first: int, second: int) -> bool:
        words = self.tree.words
        names = words[first], words[second]
        states = any(name in state_words() for name in names)
        return words[first + 1] in HYPHENS and states and all(n[0].isupper() for n in names)

    def top(self, noun: int) -> int:
        """The noun that stands for the event in its clause: 'series' in 'a series of raids'."""
        for _ in range(4):
            head = self.tree.heads[noun]
            if head < 0 or not self._stands_for(noun, head):
                break
            noun = head
        return noun

    def _stands_for(self, noun: int, head: int) -> bool:
        """Whether what is said of `head` is said of `noun`: a group of it, its campaign, its conjunct."""
        tree = self.tree
        if tree.upos[head] not in (*NOUNS, "NUM", "SYM"):
            return False
        if tree.rels[noun] == "compound":
            return not self.kinds.is_party(head)
        group = tree.lemmas[head] in GROUPS or tree.upos[head] in ("NUM", "SYM")
        grouped = group and bool({"of", "in"} & set(tree.cases(noun)))
        return grouped or tree.rels[noun] == "conj"

    def companions(self, noun: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Nouns that share parties with it, and by which slots."""
        tree = self.tree
        head = tree.heads[noun]
        if tree.rels[noun] == "compound" and tree.upos[head] in NOUNS:
            if not self.kinds.is_party(head):
                yield head, ("by", "poss", "mod", "on", "against")
        elif tree.rels[noun] == "conj" and self.kinds.names_event(head) and not self._apart(noun):
            yield head, ("poss", "mod")
        for later in tree.below(noun, "conj"):
            if self.kinds.names_event(later):
                yield later, ("by", "on", "against", "of", "with")

    def _apart(self, noun: int) -> bool:
        """Whether a noun begins a phrase of its own, with an article or an owner."""
        tree = self.tree
        owned = any(tree.full_rels[c] == "nmod:poss" for c in tree.children[noun])
        return owned or bool(tree.below(noun, "det"))

    def clauses(self, noun: int) -> list[int]:
        """Clauses behind a noun whose verb carries it: 'the raids that X launched', 'talks held by X'."""
        tree = self.tree
        below = tree.below(noun, "acl")
        tables = [self.named(table) for table in ("light.verbs", "light.aimed")] if below else []
        return [
            c
            for c in below
            if tree.lemmas[c] == "blame" or any(tree.lemmas[c] in table for table in tables)
        ]

    def by(self, word: int) -> list[int]:
        """Who stands behind 'by' or 'at the hands of'."""
        return self.tree.prepositional(word, "by") or self.slots.hands(word)

    def state(self, noun: int, prepositions: set[str]) -> list[int]:
        """'X is in talks', 'X remains at war', 'X was behind the attack'."""
        tree, head = self.tree, self.tree.heads[noun]
        if not prepositions & set(tree.cases(noun)):
            return []
        if tree.below(noun, "cop"):
            return self.slots.surface(noun)
        carried = head >= 0 and tree.upos[head] in ("VERB", "AUX") and tree.rels[noun] == "obl"
        return self.slots.surface(head) if carried and tree.lemmas[head] in STATES else []

    def is_suffered(self, match: Match) -> bool:
        """Whether an owner is whom it is done to ('X's abduction', but 'X's abduction of Y'), or the frame says."""
        whom = match.frame.whom
        if match.frame.type not in FORCE or "poss" in whom:
            return True
        aimed = {"on", "against"} & set(whom)
        return not aimed and not self.slots.fill(match.word, "of")
