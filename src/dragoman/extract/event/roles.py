"""Who did it and to whom: the fillers of a match's slots, with coordination, reciprocity and light verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.extract.event.find import Match
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.words import RELATIVE, Kinds

VERBAL: Final = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "CONCEDE"})
ADDRESSED: Final = frozenset({"THREATEN", "AGREE", "REQUEST", "CONSULT"})
VAGUE: Final = frozenset(
    [
        "it",
        "this",
        "that",
        "these",
        "those",
        "there",
        "which",
        "what",
        "itself",
        "themselves",
        "himself",
        "herself",
        "each",
    ]
)
PLACED: Final = frozenset({"in", "at", "near", "outside", "around", "along", "across"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Heads of the phrases that name who did it (`actor`) and to whom (`recipient`).

    `stated` is whether the sentence has a grammatical subject for it, usable or not.
    """

    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    stated: tuple[int, ...] = ()


class Casting:
    """Fills the parties of the matches of one sentence."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.kinds, self.slots, self.tree = kinds, slots, kinds.tree

    def parties(self, match: Match) -> Parties:
        """Both sides of a match; reciprocal frames have all as actors."""
        noun = match.frame.kind == "noun"
        stated = self._nominal_actor(match) if noun else self._filled(match.word, match.frame.who)
        can = self.kinds.speaks if match.frame.type in VERBAL and not noun else self.kinds.is_actor
        actor = [one for one in self._spread(stated) if can(one)]
        if match.frame.type == "ASSAULT":
            actor = [
                a for a in actor if self.tree.lemmas[a] not in self.kinds.lexicon.classes["place"]
            ]
        if match.frame.type == "ASSAULT" and stated and not actor:
            actor = [p for one in stated for p in self._wielder(one)]
        if match.frame.type == "MOBILIZE" and not noun and not stated:
            actor = [
                o for o in self._spread(self.slots.objects(match.word)) if self.kinds.is_party(o)
            ]
        recipient = self._recipient(match, set(actor))
        if noun and match.light >= 0:
            actor, recipient = self._carried(match, actor, recipient)
        elif noun and match.frame.has("both"):
            actor = self._attending(match, actor, recipient)
        mutual = match.frame.has("both") and (len(actor) > 1 or self._mutual(match, recipient))
        if mutual:
            actor, recipient = [*actor, *(r for r in recipient if r not in actor)], []
        return Parties(tuple(actor), tuple(recipient), tuple(stated))

    def _attending(self, match: Match, actor: list[int], recipient: list[int]) -> list[int]:
        """'Said during a meeting with X': who said it was at the meeting."""
        verb = self.tree.heads[match.word]
        within = {"during", "in", "at", "after", "following"} & set(self.tree.cases(match.word))
        if not within or len(actor) + len(recipient) != 1 or self.tree.upos[verb] != "VERB":
            return actor
        subject = [
            s
            for s in self._spread(self.slots.surface(verb))
            if self.kinds.is_actor(s) and s not in recipient
        ]
        return actor + [s for s in subject if s not in actor] if recipient else actor

    def _mutual(self, match: Match, recipient: list[int]) -> bool:
        """Whether the other side takes part: it stands in a slot of its own, not deep inside."""
        near = [s for s in match.frame.whom if "deep" not in s]
        return (
            bool(recipient)
            and any(r in self._spread(self._side(match, s)) for s in near for r in recipient[:1])
        ) or (bool(recipient) and match.light >= 0)

    def _wielder(self, weapon: int) -> list[int]:
        """Whose missiles or strikes did it."""
        if not self.kinds.in_class(weapon, "wielded"):
            return []
        for slot in ("poss", "by", "mod", "of"):
            found = [f for f in self.slots.fill(weapon, slot) if self.kinds.is_actor(f)]
            if found:
                return found[:1]
        return []

    def _filled(self, word: int, slots: tuple[str, ...]) -> list[int]:
        for slot in slots:
            found = [f for f in self.slots.fill(word, slot) if f != word]
            if found:
                return found
        return []

    def _spread(self, heads: list[int]) -> list[int]:
        """The heads and their conjuncts, each once, left to right; 'the minister, A. Example' is A. Example."""
        spread = {
            self._named(c)
            for head in heads
            for c in self.tree.conjuncts(head)
            if self.tree.upos[c] not in ("VERB", "ADV")
        }
        return sorted(spread)

    def _named(self, word: int) -> int:
        tree = self.tree
        if word in tree.name_of or tree.upos[word] != "NOUN":
            return word
        names = [c for c in tree.below(word, "appos") if c > word and self.kinds.is_name(c)]
        person = [c for c in names if tree.name_of.get(c) and tree.name_of[c].type == "PER"]
        return person[0] if person else word

    # ---------------------------------------------------------------- nominal events

    def _nominal_actor(self, match: Match) -> list[int]:
        for slot in match.frame.who:
            found = self.slots.fill(match.word, slot)
            if slot == "of" and "of" in match.frame.whom:
                continue
            found = [
                f for f in found if f != match.word and (slot != "of" or self.kinds.is_actor(f))
            ]
            found = [f for f in found if self.kinds.is_actor(f)]
            if found:
                return found if slot != "mod" else found[:1]
        return []

    def _carried(
        self, match: Match, actor: list[int], recipient: list[int]
    ) -> tuple[list[int], list[int]]:
        """What the light verb adds: its subject acts (or suffers); its prepositions name the other side."""
        verb, lexicon = match.light, self.kinds.lexicon
        happens = self.tree.rels[match.word] == "nsubj" and not self.slots.is_passive(verb)
        if happens:
            hurt = [o for o in self.slots.objects(verb) if self.kinds.in_class(o, "harmable")]
            return actor, recipient or (self._spread(hurt) if match.frame.type == "ASSAULT" else [])
        subject = [s for s in self._spread(self.slots.subjects(verb)) if self.kinds.is_actor(s)]
        if self.tree.lemmas[verb] in lexicon.named("light.passive") and not self.slots.is_passive(
            verb
        ):
            return actor, recipient or subject
        if self.tree.lemmas[verb] in lexicon.named("light.cause"):
            subject = []
        if match.frame.has("both"):
            actor = [*subject, *(a for a in actor if a not in subject)]
        actor = actor or subject
        if not recipient:
            recipient = self._spread(self._sought(verb, match, set(actor)))
        return actor, [r for r in recipient if r not in actor]

    def _sought(self, verb: int, match: Match, barred: set[int]) -> list[int]:
        for slot in match.frame.whom:
            if slot in ("of", "mod", "poss", "deep"):
                continue
            found = [
                f
                for f in self.tree.prepositional(verb, slot)
                if self._suits(f, slot) and f not in barred
            ]
            if found:
                return found
        return [f for f in self.tree.below(verb, "iobj") if self.kinds.is_actor(f)]

    # ---------------------------------------------------------------- recipients

    def _recipient(self, match: Match, barred: set[int]) -> list[int]:
        for slot in match.frame.whom:
            found = self._spread(self._side(match, slot))
            if match.frame.has("both") and slot == "deep" and len(barred) > 1:
                continue
            found = [
                f for f in found if f not in barred and f != match.word and self._suits(f, slot)
            ]
            if slot == "obj" and match.frame.type in ADDRESSED:
                found = [f for f in found if self.kinds.is_actor(f)]
            found = [f for f in found if not self._required(f, match)]
            if match.frame.plain:
                found = [f for f in found if self._somebody(f)]
            if found:
                return found
        return []

    def _somebody(self, word: int) -> bool:
        """Somebody, or something that can be harmed: 'were fined 30,000 pounds', 'warned him of the risk'."""
        return self.kinds.has_party(word) or self.kinds.in_class(word, "harmable")

    def _required(self, word: int, match: Match) -> bool:
        """'took 240 people hostage': the 'hostage' that the frame asks for is nobody of its own."""
        return any(self.tree.lemmas[word] in wanted for wanted in match.frame.required)

    def _side(self, match: Match, slot: str) -> list[int]:
        if slot == "obj.deep":
            objects = self.slots.fill(match.word, "obj")
            if (
                self.tree.full_rels[match.word] == "acl:relcl"
                and self.tree.heads[match.word] in objects
            ):
                return [o for o in objects if self.kinds.is_party(o)]
            inner = [d for o in objects for d in self._behind_it(o)]
            return inner or [o for o in objects if self.tree.upos[o] in ("NOUN", "PROPN")]
        if slot == "comp.subj":
            return [s for c in self.slots.complements(match.word) for s in self.slots.surface(c)]
        return self.slots.fill(match.word, slot)

    def _behind_it(self, noun: int) -> list[int]:
        """Whom a condemned or praised thing belongs to: of an attack, who made it, never its victims."""
        if self.tree.lemmas[noun] not in self.kinds.lexicon.named("nouns.acts"):
            return self.slots.deep(noun)
        for slot in ("poss", "mod", "by"):
            found = [
                f for f in self.slots.fill(noun, slot) if self.kinds.is_name(f) or slot != "mod"
            ]
            if found:
                return found[:1]
        return []

    def _suits(self, word: int, slot: str) -> bool:
        tree, kinds = self.tree, self.kinds
        if (
            tree.lower[word] in VAGUE | RELATIVE
            or kinds.is_time(word)
            or tree.upos[word] in ("VERB", "ADV")
        ):
            return tree.lower[word] == "it"
        if slot in PLACED:
            return kinds.is_name(word) or kinds.in_class(word, "territory")
        if slot in ("obj", "obj.deep"):
            return True
        return kinds.has_party(word) or kinds.in_class(word, "harmable")
