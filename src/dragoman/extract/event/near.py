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
        misread = ("nsubj",) if tree.headline or self._is_gerund_clause(verb) else ()
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

    def _is_gerund_clause(self, verb: int) -> bool:
        """'those fighting X': behind a participle stands its object, however the parser calls it."""
        tree = self.tree
        ing = tree.lower[verb].endswith("ing") and not tree.below(verb, "aux")
        return ing and tree.rels[verb] in ("acl", "advcl")

    def premodifiers(self, noun: int) -> list[int]:
        """Whatever stands in front of a noun and describes it: 'joint', 'air', 'Norwegian'."""
        return [c for c in self.tree.below(noun, "amod", "compound", "nmod") if c < noun]

    def modifiers(self, noun: int) -> list[int]:
        """Names, nationalities and party nouns in front of a noun: 'Norwegian', 'police', 'Senate'."""
        tree = self.tree
        before = [c for c in tree.below(noun, "amod", "compound", "nmod") if c < noun]
        before = [c for c in before if tree.full_rels[c] != "nmod:poss"]
        own = [c for c in before if self.kinds.is_party(c)]
        return own or [n for c in before for n in self._before_adjective(c)]

    def _before_adjective(self, word: int) -> list[int]:
        """'U.S. military strikes': the name hangs from what describes the strikes."""
        tree = self.tree
        names = tree.below(word, "compound", "amod") if tree.upos[word] == "ADJ" else []
        return [n for n in names if n == word - 1 and self.kinds.is_name(n)]

    def owners(self, noun: int) -> list[int]:
        """Possessors of a noun: 'Norway' for 'Norway's ambassador'."""
        tree = self.tree
        own = [c for c in tree.children[noun] if tree.full_rels[c] == "nmod:poss"]
        return own or self._before_genitive(noun)

    def _before_genitive(self, noun: int) -> list[int]:
        """'the coalition's four strikes': the name before 's, wherever the parser hung it."""
        tree, word = self.tree, noun - 1
        while word > 0 and tree.upos[word] in ("ADJ", "NUM", "NOUN", "CCONJ"):
            word -= 1
        if word <= 0 or word == noun - 1 or tree.lower[word] not in ("'s", "’s"):
            return []
        owner = word - 1
        while tree.rels[owner] in ("flat", "compound") and 0 <= tree.heads[owner] < word:
            owner = tree.heads[owner]
        return [owner] if tree.rels[word] == "case" and self.kinds.is_party(owner) else []
