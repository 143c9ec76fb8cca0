"""Who fills a slot of a frame: subjects, objects and prepositional parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.extract.event.subjects import Subjects
from dragoman.extract.event.words import Kinds

DEEP: Final = 5
"""Levels below a verbal act that are searched for the first party named."""

CLAUSES: Final = frozenset({"xcomp", "ccomp"})
OTHERS: Final = frozenset({"him", "her", "them", "us", "me"})
SETTING: Final = frozenset(
    "according at during after since before near amid despite following because until as when while if".split()  # noqa: SIM905
)
"""What opens a phrase that only says when or in what circumstances."""


class Slots(Subjects):
    """Slots of the words of one sentence. A slot's fillers are heads of phrases, left to right.

    `asked` keeps what conditions of frames were given (`find`).
    """

    def __init__(self, kinds: Kinds) -> None:
        super().__init__(kinds)
        self._known: dict[tuple[int, str], list[int]] = {}
        self.asked: dict[tuple[int, str], list[int]] = {}

    def fill(self, word: int, slot: str) -> list[int]:
        """The fillers of `slot` for a trigger `word`; conjuncts not yet added. The list is not to be changed."""
        key = word, slot
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._fill(word, slot)
        return found

    def _fill(self, word: int, slot: str) -> list[int]:
        first, _, rest = slot.partition(".")
        if rest:
            return [f for one in self.fill(word, first) for f in self._inside(one, rest)]
        match first:
            case "subj":
                return self.subjects(word)
            case "obj":
                return self.objects(word)
            case "iobj":
                return self._indirect(word)
            case "comp":
                return self.complements(word)
            case "inf":
                return [c for c in self.complements(word) if "to" in self.tree.cases(c)]
            case "poss" | "mod" | "deep":
                return self._inside(word, first)
            case _:
                return self.behind(word, first)

    def _inside(self, word: int, slot: str) -> list[int]:
        match slot:
            case "poss":
                return self.owners(word)
            case "mod":
                return self.modifiers(word)
            case "deep":
                return self.deep(word)
            case "subj":
                return self.subjects(word)
            case "obj":
                return self.objects(word)
            case _:
                return self.tree.prepositional(word, slot)

    def objects(self, verb: int) -> list[int]:
        """Whom or what it is done to: the object, a passive's subject, a relative's noun."""
        tree = self.tree
        own = self.objects_own(verb)
        if own or tree.upos[verb] == "NOUN":
            return own
        if tree.rels[verb] == "amod" and tree.below(verb, "aux"):
            return [tree.heads[verb]]
        if self.is_passive(verb):
            return self.surface(verb)
        return (
            self._relative_object(verb) or self._shared_object(verb) or self._earlier_object(verb)
        )

    def _shared_object(self, verb: int) -> list[int]:
        """'arrested and jailed X': the first verb of a pair has the object of the second."""
        tree = self.tree
        later = [
            c
            for c in tree.below(verb, "conj")
            if tree.upos[c] == "VERB" and not tree.below(c, "nsubj")
        ]
        near = [c for c in later if c - verb <= 2]
        return (
            self.objects_own(near[0])
            if near and not tree.below(verb, "obl", "xcomp", "ccomp")
            else []
        )

    def _earlier_object(self, verb: int) -> list[int]:
        """The same, where the parser hung the object of both from the first."""
        tree, head = self.tree, self.tree.heads[verb]
        pair = tree.rels[verb] == "conj" and tree.upos[head] == "VERB" and verb - head <= 3
        alone = not tree.below(verb, "nsubj", "aux", "obl", "xcomp", "ccomp")
        return [o for o in tree.below(head, "obj") if o > verb] if pair and alone else []

    def _indirect(self, verb: int) -> list[int]:
        own = self.tree.below(verb, "iobj")
        return own or (
            self.surface(verb) if self.is_passive(verb) and self.objects_own(verb) else []
        )

    def complements(self, verb: int) -> list[int]:
        """Clauses and infinitives that a verb, adjective or noun governs."""
        tree = self.tree
        wide = CLAUSES | ({"acl"} if tree.upos[verb] == "NOUN" else {"advcl"})
        found = [c for c in tree.children[verb] if tree.rels[c] in wide and c > verb]
        return [c for c in found if tree.rels[c] in CLAUSES or "to" in tree.cases(c)]

    def behind(self, word: int, preposition: str) -> list[int]:
        """Nouns behind a preposition of the word, or of its object (where it often hangs)."""
        tree = self.tree
        own = [
            c
            for c in tree.prepositional(word, preposition)
            if preposition != "to" or tree.upos[c] != "VERB"
        ]
        if not own and preposition == "by" and tree.upos[word] == "NOUN":
            return self._doer_behind(word)
        if own or tree.upos[word] != "VERB" or preposition == "of":
            return own
        return [f for o in self.objects(word) for f in self._chained(o, preposition)][:1]

    def _doer_behind(self, noun: int, depth: int = 0) -> list[int]:
        """'the capture of the town by X': the parser often leaves 'by X' with the town."""
        tree = self.tree
        for below in tree.below(noun, "nmod") if depth < 3 else ():
            if below < noun or self.kinds.names_event(below) or not tree.cases(below):
                continue
            named = any(tree.full_rels[c] == "nmod:desc" for c in tree.prepositional(below, "by"))
            found = [below] if named else tree.prepositional(below, "by")
            found = found or self._doer_behind(below, depth + 1)
            if found:
                return found
        return []

    def _chained(self, noun: int, preposition: str, depth: int = 0) -> list[int]:
        """The first phrase behind a preposition inside a noun's 'of' and 'in' chain, where parsers leave it."""
        tree = self.tree
        found = [f for f in tree.prepositional(noun, preposition) if tree.upos[f] != "VERB"]
        if found or depth > 3:
            return found
        below = [
            c for c in tree.below(noun, "nmod", "compound", "flat", "conj", "appos") if c > noun
        ]
        return [f for c in below for f in self._chained(c, preposition, depth + 1)]

    def deep(self, word: int, skip: frozenset[int] = frozenset()) -> list[int]:
        """The first party named below a word, level by level; the word's subject is no candidate."""
        barred = (
            set(self.surface(word)) | skip
            if self.tree.upos[word] in ("VERB", "AUX", "ADJ")
            else set(skip)
        )
        if self.kinds.is_party(word) and self.tree.upos[word] != "VERB":
            return [word]
        tree = self.tree
        nominal = self.tree.upos[word] in ("NOUN", "PROPN")
        level, first = [word], list[int]()
        for _ in range(DEEP):
            level = [
                c
                for one in level
                for c in self._downward(one)
                if c not in barred and (c > word or one != word or nominal)
                if one != word or not self._is_next_clause(c)
            ]
            found = [c for c in level if self._other_party(c)]
            named = [c for c in found if self.kinds.is_name(c)]
            if named and tree.heads[named[0]] in first and named[0] < first[0]:
                return first
            if named or (found and not first):
                first = named[:1] or found[:1]
            if first and not self.kinds.in_class(first[0], "dispatched"):
                return first
        return first or self._pronoun_below(word)

    def _pronoun_below(self, word: int) -> list[int]:
        """'offered to help them': an object below what the subject itself does is somebody else."""
        tree = self.tree
        inner = [c for c in tree.below(word, "xcomp", "advcl") if "to" in tree.cases(c)]
        below = [o for c in inner for o in tree.below(c, "iobj", "obj", "obl")]
        return [o for o in below if tree.lower[o] in OTHERS][:1]

    def _is_next_clause(self, word: int) -> bool:
        """'denied the report and vowed to act': what was vowed is no part of the denial."""
        return self.tree.rels[word] == "conj" and self.tree.upos[word] == "VERB"

    def _other_party(self, word: int) -> bool:
        """A party that is not the actor's own ('its troops') and no mere kind ('troop deployments')."""
        tree = self.tree
        own = any(
            tree.full_rels[c] == "nmod:poss" and tree.upos[c] == "PRON" for c in tree.children[word]
        )
        kind = tree.rels[word] in ("compound", "amod") and not self.kinds.is_name(word)
        return self.kinds.is_party(word) and not own and not kind

    def _downward(self, word: int) -> Iterator[int]:
        rels = (
            "iobj",
            "obj",
            "nsubj",
            "xcomp",
            "ccomp",
            "obl",
            "nmod",
            "compound",
            "amod",
            "acl",
            "advcl",
            "conj",
        )
        marks = [c for c in self.tree.below(word, *rels) if self.tree.full_rels[c] != "acl:relcl"]
        marks = [c for c in marks if not SETTING & set(self.tree.cases(c))]
        marks = [c for c in marks if self.tree.rels[c] != "advcl" or self.tree.cases(c)]
        return iter(sorted(marks, key=lambda c: self.tree.rels[c] in ("advcl", "acl")))
