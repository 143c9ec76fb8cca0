"""Who does what a noun names, where the words around the noun's own phrase say it.

'Accused of the murder', 'the strikes that X launched', 'is in talks with', 'X's bombing campaign'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.extract.event.around import FORCE, NOUNS, Around
from dragoman.extract.event.find import Match

CHARGES: Final = frozenset({"charge", "suspicion", "allegation", "accusation", "count"})
OF_BLAME: Final = frozenset({"of", "for", "over", "with"})
PARTS: Final = frozenset(
    "role involvement part complicity participation hand responsibility share".split()  # noqa: SIM905
)
DOERS: Final = frozenset(
    "suspect perpetrator attacker killer defendant culprit organizer organiser participant author".split()  # noqa: SIM905
)
SUFFERERS: Final = frozenset({"victim", "survivor", "target", "subject", "casualty", "focus"})
ANSWERABLE: Final = frozenset({"responsible", "guilty", "complicit", "liable", "accountable"})
ANSWERS: Final = frozenset({"respond", "react", "retaliate", "answer", "counter"})
MANNER: Final = frozenset({"REJECT", "SUPPORT", "PROTEST"})
"""Types of what a deed is done in: 'in violation of', 'in solidarity with', 'in protest'."""
TOGETHER: Final = frozenset({"PROTEST", "CONSULT"})
"""Types during which the subject of a verb is there: 'was cheered during a visit'."""


class Doers(Around):
    """Finds the actors of the nouns of one sentence."""

    def actors(self, match: Match) -> list[int]:
        """Heads of who does it, by the first place that names one; conjuncts not yet added."""
        acts = self.kinds.is_actor
        found = (
            [f for f in place if acts(f) or self.is_pronoun(f)] for place in self._places(match)
        )
        return next((place for place in found if place), [])

    def _places(self, match: Match) -> Iterator[list[int]]:
        noun = match.word
        if match.frame.has("both"):
            yield [*self.slots.owners(noun), *self.slots.modifiers(noun)]
        if not self.is_suffered(match):
            yield self.slots.owners(noun)
        yield self._through_phrase(match)
        yield from self._clause_doers(noun)
        top = self.top(noun)
        yield self.state(top, {"in", "at", "on", "behind"})
        yield from self._governors(match, top)

    def _governors(self, match: Match, top: int) -> Iterator[list[int]]:
        """What the word says that governs the noun which stands for the event."""
        tree, head = self.tree, self.tree.heads[top]
        if head < 0:
            return
        if tree.lemmas[top] in CHARGES:
            yield self._charged(top)
        if tree.rels[top] == "nsubj":
            yield [f for f in tree.prepositional(head, "by") if top < f < head]
        if tree.upos[head] in NOUNS:
            yield self._of_noun(top, head)
        elif tree.upos[head] == "ADJ" and tree.lemmas[head] in ANSWERABLE:
            yield self._held(head)
        elif tree.upos[head] == "VERB":
            yield self._of_verb(match, top, head)

    def _through_phrase(self, match: Match) -> list[int]:
        """What the noun that it describes, or its conjunct, says: 'X's bombing campaign', 'raids and arrests by X'."""
        for other, slots in self.companions(match.word):
            for slot in match.frame.who:
                if slot not in slots:
                    continue
                found = [f for f in self.slots.fill(other, slot) if self.kinds.is_actor(f)]
                if found:
                    return found
        return []

    def _clause_doers(self, noun: int) -> Iterator[list[int]]:
        tree = self.tree
        for clause in self.clauses(noun):
            lemma = tree.lemmas[clause]
            if self._is_idle(lemma) and lemma not in self.named("light.owned"):
                continue
            if lemma == "blame":
                yield tree.prepositional(clause, "on")
            elif self.slots.is_passive(clause):
                yield self.slots.agents(clause)
            elif tree.full_rels[clause] == "acl:relcl" and noun in self.slots.objects(clause):
                yield self.slots.surface(clause)
        yield self.slots.hands(noun)

    def _charged(self, charge: int) -> list[int]:
        """'faces charges of murder', 'jailed on charges of theft', 'a murder charge against X'."""
        tree, verb = self.tree, self.tree.heads[charge]
        against = tree.prepositional(charge, "against")
        if against or verb < 0 or tree.upos[verb] != "VERB":
            return against
        if tree.lemmas[verb] in self.named("light.owned") | self.named("light.passive"):
            return [] if self.slots.is_passive(verb) else self.slots.surface(verb)
        return self._blamed(verb) if tree.rels[charge] == "obl" else []

    def _blamed(self, verb: int) -> list[int]:
        """Whom a verb of blame is about: its object, or a passive's subject."""
        if self.tree.lemmas[verb] not in self.named("light.blame"):
            return []
        passive = self.slots.is_passive(verb)
        return self.slots.surface(verb) if passive else self.slots.objects(verb)

    def _held(self, answerable: int) -> list[int]:
        """'X is responsible for it', 'Y held X responsible for it'."""
        verb = self.tree.heads[answerable]
        told = verb >= 0 and self.tree.rels[answerable] in ("xcomp", "ccomp", "obl")
        held = self.tree.below(verb, "obj") if told else []
        return held or self.slots.surface(answerable)

    def _of_noun(self, noun: int, head: int) -> list[int]:
        """'charges of murder', 'its role in the attack', 'the perpetrators of the attack'."""
        tree, lemma = self.tree, self.tree.lemmas[head]
        if tree.rels[noun] != "nmod":
            return []
        if lemma in DOERS:
            return [head]
        if lemma in SUFFERERS:
            return self.slots.hands(head) or self.slots.hands(noun)
        if lemma in CHARGES:
            return self._charged(head)
        if lemma in PARTS:
            return self._taking_part(head)
        agent = tree.full_rels[head] == "obl:agent" and "of" in tree.cases(noun)
        return self._blamed(tree.heads[head]) if agent else []

    def _taking_part(self, part: int) -> list[int]:
        """'its role in the attack', 'claimed responsibility for it', 'was jailed for involvement in it'."""
        tree, verb = self.tree, self.tree.heads[part]
        told = tree.rels[part] in ("obj", "obl") and tree.upos[verb] == "VERB"
        if not told or self.slots.owners(part):
            return self.slots.owners(part)
        passive = self.slots.is_passive(verb)
        return self._blamed(verb) or ([] if passive else self.slots.surface(verb))

    def _of_verb(self, match: Match, noun: int, verb: int) -> list[int]:
        """'accused X of it', 'suffered it by X', 'offered it', 'hit back with it'."""
        lemma, cases = self.tree.lemmas[verb], set(self.tree.cases(noun))
        blame = cases & OF_BLAME or ("in" in cases and self.slots.fill(match.word, "of"))
        if blame and lemma in self.named("light.blame"):
            return self._blamed(verb)
        if self.slots.is_passive(verb):
            return []
        if lemma in self.named("light.passive"):
            return self.by(verb)
        own = self._is_own(match, noun, verb) or self._does_so(match, verb, cases)
        return self.slots.surface(verb) if own else []

    def _is_own(self, match: Match, noun: int, verb: int) -> bool:
        """Whether the subject of a verb does what its object or complement names."""
        lemma, cases = self.tree.lemmas[verb], set(self.tree.cases(noun))
        is_object = self.tree.rels[noun] == "obj"
        if is_object and noun != match.word and lemma in self.named("light.verbs"):
            return not self._is_idle(lemma)
        own = lemma in self.named("light.owned") or lemma in self.named("light.offered")
        return own and (is_object or bool(cases & {"to", "for"}))

    def _is_idle(self, lemma: str) -> bool:
        """A verb that carries an event which its subject does not do: 'suffered', 'sparked'."""
        return lemma in self.named("light.passive") or lemma in self.named("light.cause")

    def _does_so(self, match: Match, verb: int, cases: set[str]) -> bool:
        """'stole the files in an attack', 'spoke during a visit': the subject does both."""
        type_ = match.frame.type
        if "in" in cases and type_ in MANNER:
            return True
        if "during" in cases and type_ in TOGETHER:
            return True
        if "with" in cases and self.tree.lemmas[verb] in ANSWERS:
            return True
        frames = self.kinds.lexicon.frames.get(("verb", self.tree.lemmas[verb]), ())
        forceful = any(frame.type in FORCE for frame in frames)
        return bool(cases & {"in", "with", "through"}) and type_ in FORCE and forceful
