"""What hangs from a word directly: objects, owners, what stands in front of a noun."""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.tree import Tree
from dragoman.extract.event.words import RELATIVE, Kinds

CAPTIVE: Final = frozenset({"hostage", "captive", "prisoner"})
"""What somebody is taken, held or kept as: 'people taken hostage' has no object of its own."""


class Near:
    """Direct dependants of the words of one sentence."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.tree: Tree = kinds.tree
        self._control = kinds.lexicon.named("status.object_control")

    def objects_own(self, verb: int) -> list[int]:
        """Objects that stand below the verb itself."""
        tree = self.tree
        own = [o for o in tree.below(verb, "obj") if tree.lower[o] not in RELATIVE]
        return own or self._loose_object(verb)

    def _loose_object(self, verb: int) -> list[int]:
        """A bare noun behind a verb that the parser hung from it under another name."""
        tree = self.tree
        if tree.upos[verb] != "VERB" or any(
            tree.full_rels[c] in ("aux:pass", "obj") for c in tree.children[verb]
        ):
            return []
        misread = ("nsubj",) if tree.headline else ()
        near = [
            c
            for c in tree.below(verb, "xcomp", "nmod", "dep", "ccomp", *misread)
            if c > verb and not tree.cases(c)
        ]
        return [
            c
            for c in near[:1]
            if tree.upos[c] in ("NOUN", "PROPN")
            and tree.lower[c] not in CAPTIVE
            and not tree.below(c, "nsubj", "cop", "mark")
            and not self.kinds.is_time(c)
        ]

    def premodifiers(self, noun: int) -> list[int]:
        """Whatever stands in front of a noun and describes it: 'joint', 'air', 'Norwegian'."""
        return [c for c in self.tree.below(noun, "amod", "compound", "nmod") if c < noun]

    def modifiers(self, noun: int) -> list[int]:
        """Names, nationalities and party nouns in front of a noun: 'Norwegian', 'police', 'Senate'."""
        tree = self.tree
        before = [c for c in tree.below(noun, "amod", "compound", "nmod") if c < noun]
        return [c for c in before if tree.full_rels[c] != "nmod:poss" and self.kinds.is_party(c)]

    def owners(self, noun: int) -> list[int]:
        """Possessors of a noun: 'Norway' for 'Norway's ambassador'."""
        return [c for c in self.tree.children[noun] if self.tree.full_rels[c] == "nmod:poss"]
