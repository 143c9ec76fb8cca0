"""What the words around a noun say of the event that it names: whether it is still to come.

A noun has no tense. Its modifiers ('the planned strike'), a time that lies ahead ('tomorrow's
meeting'), a clause of its own ('talks to be held') and what it is the object of ('to secure the
release') stand in for it.
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import HAPPENED, Clauses, Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.words import Kinds
from dragoman.types import Status

SUMMONS: Final = frozenset({"call", "announce", "set", "arrange", "schedule", "convene"})
ARRANGED: Final = frozenset(
    {"CONSULT", "PROTEST", "AGREE", "RETREAT", "AID", "COOPERATE", "CONCEDE"}
)
"""Types of what is arranged: spoken of beside a future, it is still to come."""
PENDING: Final = frozenset({"plan", "prepare", "schedule", "plot", "postpone", "cancel", "abort"})
"""Light verbs whose own past tense says nothing of what they carry: 'planned an attack'."""
CLAIMS: Final = frozenset(
    "allegation accusation claim charge report rumour rumor suggestion assertion notion".split()  # noqa: SIM905
)
DISMISSED: Final = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "rebut"})
MODIFIED: Final[tuple[Status, ...]] = (
    "planned",
    "hypothetical",
    "ongoing",
    "denied",
    "called_for",
    "happened",
)

PREDICATED: Final[tuple[Status, ...]] = ("hypothetical", "planned", "called_for")


class Nominals:
    """Judges the nouns of one sentence that name events."""

    def __init__(self, kinds: Kinds, clauses: Clauses) -> None:
        self.kinds, self.clauses, self.tree = kinds, clauses, kinds.tree
        self.named = kinds.lexicon.named

    def judge(self, match: Match) -> Verdict | None:
        """What the noun's own phrase, or the verb that summons it, says; None where neither does."""
        return (
            self._modified(match.word)
            or self._ahead(match.word)
            or self._described(match.word)
            or self._summoned(match)
            or self._awaited(match)
        )

    def _modified(self, noun: int) -> Verdict | None:
        tree = self.tree
        for child in tree.below(noun, "amod", "compound", "det", "advmod", "nmod"):
            word = tree.lower[child]
            if word in ("no", "neither") and tree.rels[child] == "det":
                return Verdict("denied", f"'{tree.words[child]}' before it")
            if child > noun:
                continue
            for status in MODIFIED:
                if word in self.named(f"status.modifiers_{status}"):
                    return Verdict(status, f"'{tree.words[child]}' before it")
        return None

    def _ahead(self, noun: int) -> Verdict | None:
        """'tomorrow's meeting', 'talks next week'."""
        tree = self.tree
        for child in tree.below(noun, "nmod", "obl", "compound", "advmod"):
            coming = any(tree.lower[c] in ("next", "coming") for c in tree.below(child, "amod"))
            if tree.lower[child] == "tomorrow" or (coming and self.kinds.is_time(child)):
                return Verdict("planned", f"'{tree.words[child]}' lies ahead")
        return None

    def _described(self, noun: int) -> Verdict | None:
        """'talks scheduled for Friday', 'a summit to be held', 'talks that will be held'."""
        tree = self.tree
        for clause in tree.below(noun, "acl"):
            verb = tree.lemmas[clause]
            if tree.full_rels[clause] == "acl:relcl":
                verdict = self.clauses.judge(clause)
                unreal = verdict is not None and verdict.status in ("planned", "hypothetical")
                if verdict and unreal and verb in self.named("status.held"):
                    return verdict
            elif "to" in tree.cases(clause):
                if self._to_be_held(clause):
                    return Verdict("planned", f"'to {tree.words[clause]}' behind it")
            elif verb in self.named("status.fixed") and not tree.lower[clause].endswith("ing"):
                return Verdict("planned", f"'{tree.words[clause]}' behind it")
        return None

    def _to_be_held(self, clause: int) -> bool:
        """'to be held', 'to take place', 'to begin', never 'an offer to hold talks'."""
        tree = self.tree
        passive = any(tree.lower[c] == "be" for c in tree.below(clause, "aux"))
        object_ = tree.below(clause, "obj", "xcomp", "ccomp")
        alone = not object_ or any(tree.lower[o] == "place" for o in object_)
        begins = tree.lemmas[clause] in self.named("light.happen") | {"take"}
        return tree.lemmas[clause] in self.named("status.held") and alone and (passive or begins)

    def _summoned(self, match: Match) -> Verdict | None:
        """'called a meeting for Monday': it was called, and has not been held."""
        tree, verb = self.tree, match.light
        if verb < 0 or tree.lemmas[verb] not in SUMMONS:
            return None
        timed = [f for w in (verb, match.word) for f in tree.prepositional(w, "for")]
        if any(self.kinds.is_time(word) for word in timed):
            return Verdict("planned", f"below '{tree.words[verb]}'")
        return None

    def _awaited(self, match: Match) -> Verdict | None:
        """'faces deportation', 'the aim is the release of the hostages'."""
        tree, noun = self.tree, match.word
        faced = match.light >= 0 and tree.lemmas[match.light] == "face"
        if faced and tree.lemmas[noun] in self.named("status.awaited"):
            return Verdict("hypothetical", f"below '{tree.words[match.light]}'")
        aims = self.named("status.said_planned")
        aim = tree.below(noun, "cop") and any(
            tree.lemmas[c] in aims for c in tree.below(noun, "nsubj")
        )
        return Verdict("planned", "an aim") if aim else None

    def presupposed(self, word: int, head: int) -> Verdict | None:
        """'will discuss the attack': a definite event is taken for granted by whatever is said of it.

        Not by the verbs that bring it about: 'to secure the release'.
        """
        tree = self.tree
        if tree.lemmas[head] in self.named("status.brings"):
            return None
        verb = tree.upos[head] == "VERB" and tree.rels[word] in ("obj", "obl", "nsubj")
        aimed = "for" in tree.cases(word)
        return HAPPENED if verb and self.definite(word) and not aimed else None

    def definite(self, word: int) -> bool:
        """Whether a noun has 'the', 'this' or an owner."""
        tree = self.tree
        owned = any(tree.full_rels[c] == "nmod:poss" for c in tree.children[word])
        return owned or bool(
            {tree.lower[d] for d in tree.below(word, "det")}
            & {"the", "this", "that", "these", "those"}
        )

    def any(self, noun: int, *articles: str) -> bool:
        """'any attack', and with `articles` 'a', 'an' also 'a fourth test': no event in particular."""
        return any(
            self.tree.lower[d] in ("any", "whatever", *articles)
            for d in self.tree.below(noun, "det")
        )

    def predicated(self, noun: int, head: int) -> Verdict | None:
        """'an attack is possible', 'talks remain an option', 'the plan includes the withdrawal'."""
        tree = self.tree
        if tree.rels[noun] == "obj" and tree.lemmas[head] in ("include", "contain", "involve"):
            papers = self.named("status.papers")
            planned = any(tree.lemmas[c] in papers for c in tree.below(head, "nsubj"))
            return Verdict("planned", f"below '{tree.words[head]}'") if planned else None
        if tree.rels[noun] != "nsubj":
            return None
        said = tree.below(head, "xcomp") if tree.upos[head] == "VERB" else [head]
        for status in PREDICATED:
            for word in said:
                if tree.lemmas[word] in self.named(f"status.said_{status}"):
                    return Verdict(status, f"'{tree.words[word]}' of it")
        return None

    def known(self, noun: int, head: int) -> bool:
        """Whether the head says nothing of `noun`, as that is no new event: 'supports the strikes'."""
        new = any(self.tree.lower[c] in ("new", "fresh") for c in self.tree.below(noun, "amod"))
        listed = self.tree.lemmas[head] in self.named("status.if_indefinite")
        return listed and not (new or self.any(noun, "a", "an"))

    def subject_of(self, head: int, match: Match) -> Verdict | None:
        """The subject of a verb is presupposed, whatever the verb: unless the verb is one of happening."""
        if self.tree.lemmas[head] in self.named("light.happen") | {"be", "greet", "meet"}:
            return None
        clause = self.clauses.judge(head)
        if clause is None or clause.status not in ("planned", "hypothetical"):
            return HAPPENED
        coming = clause.status == "planned" and self._arranged(match)
        return clause if coming or self.any(match.word, "a", "an") else HAPPENED

    def _arranged(self, match: Match) -> bool:
        """Whether events of its kind are mostly known before they take place."""
        return match.frame.type in ARRANGED or self.tree.lemmas[match.word] in self.named(
            "status.operations"
        )

    def beside_future(self, noun: int, head: int, match: Match) -> bool:
        """'will speak during her visit', 'will be needed after the liberation'."""
        if not {"during", "after", "following"} & set(self.tree.cases(noun)):
            return False
        if not self._arranged(match):
            return False
        for word in (head, *self.tree.up(head)):
            clause = self.clauses.judge(word) if self.clauses.is_predicate(word) else None
            if clause is not None:
                return clause.status == "planned"
        return False

    def within(self, noun: int, head: int) -> Verdict:
        """A noun behind another noun: it took place, unless the other is a claim that was denied,
        or stands in a condition."""
        tree = self.tree
        verb = tree.heads[head]
        if tree.lemmas[head] not in CLAIMS or "of" not in tree.cases(noun) or verb < 0:
            return HAPPENED
        told = tree.rels[head] in ("obj", "nsubj")
        if told and tree.lemmas[verb] in DISMISSED:
            return Verdict("denied", f"below '{tree.words[verb]}'")
        clause = self.clauses.judge(verb)
        return clause if clause and clause.why.startswith("'if'") else HAPPENED
