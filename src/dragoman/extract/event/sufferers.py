"""To whom it is done what a noun names, where the words around the noun's own phrase say it.

'The breach hit X', 'strikes aimed at X', 'X is the subject of an inquiry', 'a call for X to leave'.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from dragoman.extract.event.around import FORCE, Around
from dragoman.extract.event.doers import SUFFERERS
from dragoman.extract.event.find import Match

WARS: Final = frozenset({"war", "conflict"})
"""What is named by its place, whoever fights there."""
INNER: Final = frozenset({"of", "mod", "poss", "deep", "in"})
"""Slots of a noun that no verb has for it."""
Filled = tuple[int, str]
"""The head of a phrase and the slot that it fills."""


class Sufferers(Around):
    """Finds the recipients of the nouns of one sentence."""

    def recipients(self, match: Match) -> Iterator[Filled]:
        """Heads of whom it may be done to, each with the slot that it fills; the surest first."""
        yield from self._beside(match)
        yield from self._clausal(match)
        yield from self._asked(match)
        yield from self._governed(match)

    def place(self, match: Match) -> list[int]:
        """'the Oslo bombing', 'Norway sanctions': a place in front says where or against whom, never who."""
        wars = WARS & set(match.frame.lemmas)
        if wars or match.frame.type not in FORCE | {"AID", "SANCTION"}:
            return []
        return [m for m in self.slots.modifiers(match.word) if self._is_place(m)]

    def _is_place(self, modifier: int) -> bool:
        """A place's full name, unlike 'U.S.' or 'Norwegian'."""
        tree, name = self.tree, self.tree.name_of.get(modifier)
        located = name is not None and name.type == "LOC" and tree.upos[modifier] == "PROPN"
        word = tree.words[modifier]
        return located and not word.isupper() and "." not in word

    def _beside(self, match: Match) -> Iterator[Filled]:
        tree, noun = self.tree, match.word
        for other, slots in self.companions(noun):
            shared = [s for s in match.frame.whom if s in slots and s not in ("poss", "mod")]
            for slot in shared:
                yield from ((f, slot) for f in self.slots.fill(other, slot))
        yield from ((f, "mod") for f in self.place(match))
        if match.frame.type in FORCE and "poss" not in match.frame.who and self.is_suffered(match):
            yield from ((f, "poss") for f in self.slots.owners(noun))
        head = tree.heads[noun]
        near = tree.rels[noun] == "compound" or {"of", "in"} & set(tree.cases(noun))
        if head >= 0 and near and tree.lemmas[head] in SUFFERERS:
            whole = tree.below(head, "nsubj") if tree.below(head, "cop") else [head]
            yield from ((f, "subject") for f in whole)

    def _clausal(self, match: Match) -> Iterator[Filled]:
        tree = self.tree
        for clause in self.clauses(match.word):
            if tree.lemmas[clause] == "blame":
                continue
            aimed = tree.lemmas[clause] in self.named("light.aimed")
            for slot in (*match.frame.whom, *(("at", "against", "to", "towards") if aimed else ())):
                yield from ((f, slot) for f in tree.prepositional(clause, slot))
        for clause in tree.below(match.word, "acl"):
            if "to" in tree.cases(clause) and match.frame.type in FORCE | {"AID"}:
                yield from ((o, "purpose") for o in self.slots.objects_own(clause))

    def _asked(self, match: Match) -> Iterator[Filled]:
        """'a call for X to stop', 'its demand that X leave': who is to do it."""
        tree = self.tree
        if match.frame.type == "REQUEST":
            clauses = tree.below(match.word, "acl", "ccomp")
            yield from ((s, "comp.subj") for c in clauses for s in tree.below(c, "nsubj"))

    def _governed(self, match: Match) -> Iterator[Filled]:
        tree, noun = self.tree, self.top(match.word)
        verb = tree.heads[noun]
        yield from ((f, "state") for f in self.state(noun, {"under"}))
        for clause in tree.below(noun, "acl"):
            if noun in self.slots.surface(clause):
                yield from self._struck(clause)
        if verb < 0 or tree.upos[verb] != "VERB":
            return
        if tree.rels[noun] == "nsubj" and not self.slots.is_passive(verb):
            yield from self._behind(match, verb, barred=INNER | {"to"})
            yield from self._struck(verb)
        elif tree.rels[noun] == "obj":
            yield from self._of_object(match, noun, verb)

    def _of_object(self, match: Match, noun: int, verb: int) -> Iterator[Filled]:
        """'carried out a wave of raids on X', 'increased aid to X', 'disclosed a breach'."""
        if noun != match.word:
            yield from self._behind(match, verb, barred=INNER)
        aid = {"to"} if match.frame.type == "AID" else set()
        yield from self._behind(match, verb, barred=set(match.frame.whom) - {"on", "against"} - aid)
        if match.frame.mode == "cyber" and self.tree.lemmas[verb] in self.named("light.disclosed"):
            yield from ((f, "victim") for f in self.slots.surface(verb))

    def _behind(self, match: Match, verb: int, *, barred: Set[str]) -> Iterator[Filled]:
        """Phrases of the verb in the slots that the frame has for the noun."""
        for slot in match.frame.whom:
            if slot not in barred:
                yield from ((f, slot) for f in self.tree.prepositional(verb, slot))

    def _struck(self, verb: int) -> Iterator[Filled]:
        """'the breach affected thousands', 'a raid that hit the port': whom it reached, or whose it is."""
        if self.tree.lemmas[verb] not in self.named("light.strikes"):
            return
        for thing in self.slots.objects(verb):
            yield thing, "struck"
            yield from ((f, "poss") for f in self.slots.owners(thing))
