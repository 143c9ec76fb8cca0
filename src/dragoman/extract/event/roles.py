"""Who did it and to whom: the fillers of a match's slots, with coordination, reciprocity and light verbs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dragoman.extract.event.doers import Doers
from dragoman.extract.event.find import Match
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.subjects import OWNERS
from dragoman.extract.event.sufferers import Sufferers
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
CALLED: Final = frozenset({"CONSULT", "PROTEST", "RETREAT", "REQUEST", "COERCE"})
"""Types of what is called: a meeting, a strike, a truce; others are called something."""
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
        self.doers, self.sufferers = Doers(kinds, slots), Sufferers(kinds, slots)

    def parties(self, match: Match) -> Parties:
        """Both sides of a match; reciprocal frames have all as actors."""
        noun = match.frame.kind == "noun"
        stated = self._nominal_actor(match) if noun else self._filled(match.word, match.frame.who)
        actor = self._actor(match, stated)
        recipient = self._recipient(match, set(actor))
        if noun:
            actor, recipient = self._of_noun(match, actor, recipient)
        elif match.at != match.word and not recipient:
            recipient = self._first_suiting(replace(match, word=match.at), set(actor))
        if match.frame.has("both") and (len(actor) > 1 or self._mutual(match, recipient)):
            actor, recipient = [*actor, *(r for r in recipient if r not in actor)], []
        if len(actor) > 1:
            actor = [a for a in actor if self.tree.lower[a] not in OWNERS] or actor
        return Parties(tuple(actor), tuple(recipient), tuple(stated))

    def _actor(self, match: Match, stated: list[int]) -> list[int]:
        """Who of those in the actor's slot can do it, or whose thing does it."""
        type_, verb = match.frame.type, match.frame.kind != "noun"
        actor = [self._author(one) for one in self._spread(stated) if self._can(one, match)]
        if type_ == "ASSAULT":
            places = self.kinds.lexicon.classes["place"]
            actor = [a for a in actor if self.tree.lemmas[a] not in places]
        if verb and stated and not actor:
            actor = [p for one in stated for p in self._wielder(one)]
        if verb and type_ == "MOBILIZE" and not stated:
            moved = self._spread(self.slots.objects(match.word))
            actor = [o for o in moved if self.kinds.is_party(o)]
        return actor

    def _of_noun(
        self, match: Match, actor: list[int], recipient: list[int]
    ) -> tuple[list[int], list[int]]:
        """What the verb that carries the noun adds, then what else stands around it."""
        if match.light >= 0:
            actor, recipient = self._carried(match, actor, recipient)
        elif match.frame.has("both"):
            actor = self._attending(match, actor, recipient)
        return self._around(match, actor, recipient)

    def _can(self, word: int, match: Match) -> bool:
        """Whether somebody or something can do what a match tells."""
        if match.frame.type in VERBAL and match.frame.kind != "noun":
            return self._speaks(word)
        rescues = match.frame.type == "AID" and self.kinds.in_class(word, "rescuers")
        return rescues or self._acts(word)

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

    def _wielder(self, thing: int) -> list[int]:
        """Whose missiles or ships did it, whose letter or resolution says so."""
        thing = self.tree.content(thing)
        weapon = self.kinds.in_class(thing, "wielded") or self.kinds.in_class(thing, "vessels")
        if not weapon and not self._is_deed(thing):
            return []
        for slot in ("poss", "by", "mod", "of") if weapon else ("poss", "by", "mod"):
            found = [f for f in self.slots.fill(thing, slot) if self.kinds.is_actor(f)]
            if found:
                return found[:1]
        fired = self.tree.below(thing, "acl") if weapon else []
        return [a for c in fired for a in self.slots.agents(c) if self.kinds.is_actor(a)][:1]

    def _author(self, word: int) -> int:
        """'the statement by X condemned it': X did; a writing without author did itself."""
        if self.tree.lemmas[word] not in self.kinds.lexicon.named("nouns.documents"):
            return word
        return next(iter(self._wielder(word)), word)

    def _is_deed(self, word: int) -> bool:
        """A writing or an act, which somebody made: 'X's letter', 'X's aid'."""
        lemma, lexicon = self.tree.lemmas[word], self.kinds.lexicon
        listed = any(lemma in lexicon.named(f"nouns.{table}") for table in ("documents", "acts"))
        return listed or self.kinds.names_event(word)

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
            for c in self._conjuncts(head)
            if self.tree.upos[c] not in ("VERB", "ADV")
        }
        return sorted(spread)

    def _conjuncts(self, head: int) -> list[int]:
        """The conjuncts of a head, those too that the parser hung from another word of its name."""
        tree, name = self.tree, self.tree.name_of.get(head)
        words = range(name.start_token, name.end_token) if name else (head,)
        inner = [c for w in words if w != head for c in tree.below(w, "conj") if c not in words]
        inside = [w for w in tree.conjuncts(head) if w == head or w not in words]
        return inside + [c for c in inner if not tree.is_share(c)]

    def _named(self, word: int) -> int:
        tree = self.tree
        if word in tree.name_of or tree.upos[word] != "NOUN":
            return word
        names = [c for c in tree.below(word, "appos") if c > word and self.kinds.is_name(c)]
        types = ("PER",) if self.kinds.in_class(word, "place") else ("PER", "ORG", "LOC")
        named = [c for c in names if tree.name_of.get(c) and tree.name_of[c].type in types]
        return named[0] if named and not tree.below(named[0], "conj") else word

    # ---------------------------------------------------------------- nominal events

    def _around(
        self, match: Match, actor: list[int], recipient: list[int]
    ) -> tuple[list[int], list[int]]:
        """What the words around the noun's phrase add to the side that is still open."""
        frame = match.frame
        if not actor and "-" not in frame.who:
            found = self._spread(self.doers.actors(match))
            actor = [f for f in found if self._acts(f) and f not in recipient]
        if not recipient and frame.whom:
            recipient = self._first_suiting(match, set(actor))
        return actor, recipient

    def _first_suiting(self, match: Match, barred: set[int]) -> list[int]:
        for head, slot in self.sufferers.recipients(match):
            found = [f for f in self._spread([head]) if self._suits(f, slot) and f not in barred]
            if found:
                return found
        return []

    def _nominal_actor(self, match: Match) -> list[int]:
        given = self._with_whose_help(match) or self.doers.pair(match.word)
        if given:
            return given
        for slot in match.frame.who:
            found = self.slots.fill(match.word, slot)
            if slot == "of" and "of" in match.frame.whom:
                continue
            found = [f for f in found if f != match.word]
            found = [self.slots.referent(f, match.word) for f in found]
            found = [f for f in found if self._acts(f)]
            if slot == "mod":
                places = self.sufferers.place(match)
                found = [f for f in found if f not in places][:1]
            if found:
                return found
        return []

    def _speaks(self, word: int) -> bool:
        """Somebody, or a writing; never another act: 'exercises', 'strikes'."""
        documents = self.kinds.lexicon.named("nouns.documents")
        written = self.tree.lemmas[word] in documents or not self._is_deed(word)
        return self._acts(word) or (written and self.kinds.speaks(word))

    def _with_whose_help(self, match: Match) -> list[int]:
        """'freed with the aid of X': here 'of' names who gives it."""
        given = match.frame.type in ("AID", "SUPPORT", "COOPERATE")
        helped = given and "with" in self.tree.cases(match.word)
        found = self.slots.fill(match.word, "of") if helped else []
        return [f for f in found if self.kinds.is_actor(f)]

    def _acts(self, word: int) -> bool:
        """Somebody who can act, or a pronoun for one."""
        return self.kinds.is_actor(word) or self.doers.is_pronoun(word)

    def _carried(
        self, match: Match, actor: list[int], recipient: list[int]
    ) -> tuple[list[int], list[int]]:
        """What the light verb adds: its subject acts (or suffers); its prepositions name the other side."""
        verb, lexicon = match.light, self.kinds.lexicon
        if self.tree.lemmas[verb] == "call" and match.frame.type not in CALLED:
            return actor, recipient
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
            found = self._spread(self._owners_of_deeds(self._side(match, slot), slot))
            if match.frame.has("both") and slot == "deep" and len(barred) > 1:
                continue
            found = [
                f for f in found if f not in barred and f != match.word and self._suits(f, slot)
            ]
            if slot == "obj" and match.frame.type in ADDRESSED:
                found = [f for f in found if self.kinds.is_actor(f)]
            found = [f for f in found if not self._required(f, match)]
            if self._needs_somebody(match):
                found = [f for f in found if self._somebody(f)]
            if found:
                return found
        return []

    def _owners_of_deeds(self, found: list[int], slot: str) -> list[int]:
        """'a protest against violations by X': whose deeds it is against."""
        if slot not in ("against", "at", "over"):
            return found
        return [
            next((w for s in ("poss", "by", "mod") for w in self.slots.fill(one, s)), one)
            if self._is_deed(one) and not self.kinds.is_party(one)
            else one
            for one in found
        ]

    def _needs_somebody(self, match: Match) -> bool:
        """What is said may be said of a thing ('condemned the attack', 'rejected the result'); other
        acts are done to somebody."""
        frame = match.frame
        said = frame.type in VERBAL | {"SUPPORT"} and frame.mode != "investigate"
        return frame.plain or not (said or frame.own)

    def _somebody(self, word: int) -> bool:
        """Somebody, or something that can be harmed: 'were fined 30,000 pounds', 'warned him of the risk'."""
        unrest = self.kinds.in_class(word, "unrest") or self.doers.is_pronoun(word)
        return unrest or self.kinds.has_party(word) or self.kinds.in_class(word, "harmable")

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
                f
                for f in self.slots.fill(noun, slot)
                if (self.kinds.is_name(f) or slot != "mod") and not self.kinds.is_time(f)
            ]
            if found:
                return found[:1]
        return []

    def _suits(self, word: int, slot: str) -> bool:
        tree, kinds = self.tree, self.kinds
        if self.doers.is_pronoun(word):
            return slot.endswith(("poss", ".deep")) or tree.lower[word] == "those"
        if (
            tree.lower[word] in VAGUE | RELATIVE
            or kinds.is_time(word)
            or tree.upos[word] in ("VERB", "ADV")
        ):
            return tree.lower[word] == "it"
        if slot in ("subject", "state"):
            return kinds.is_actor(word)
        if slot in PLACED:
            return kinds.is_name(word) or kinds.in_class(word, "territory")
        if slot in ("obj", "obj.deep"):
            return True
        return kinds.has_party(word) or kinds.in_class(word, "harmable")
