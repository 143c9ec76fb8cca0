"""Tense, modality and negation of one clause, from its own helper words."""

from __future__ import annotations

from typing import Final, NamedTuple

from dragoman.extract.event.tree import Tree
from dragoman.types import Status

NEGATIONS: Final = frozenset(
    {"not", "n't", "n’t", "never", "no", "nor", "neither", "without", "hardly", "nobody"}
)
FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
POSSIBLE: Final = frozenset({"may", "might", "could", "can", "ca"})
DUTY: Final = frozenset({"should", "must", "ought", "need"})
CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
UNTIL: Final = frozenset({"until", "till"})
HOW: Final = frozenset({"how", "where", "when", "whether"})
NEARLY: Final = frozenset({"nearly", "almost"})
ANYONE: Final = frozenset({"anyone", "anybody", "whoever", "everyone"})
PERFECT: Final = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
OPENED: Final = frozenset({"begin", "start", "resume", "continue", "keep"})
PRESENT: Final = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
FINITE: Final = PRESENT | {"was", "were"}
BEING: Final = FINITE | {"be", "been"}


class Verdict(NamedTuple):
    """A status and, in a few words, why."""

    status: Status
    why: str


HAPPENED: Final = Verdict("happened", "asserted")


class Clauses:
    """Judges the clauses of one sentence, each by itself."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def is_predicate(self, word: int) -> bool:
        return self.tree.upos[word] in ("VERB", "AUX") or bool(self.tree.below(word, "cop"))

    def judge(self, verb: int) -> Verdict | None:
        """Tense, modality and negation of one clause; None where it says nothing."""
        tree = self.tree
        helpers = self._helpers(verb)
        words = {tree.lower[h] for h in helpers}
        words |= {tree.lower[f] for h in helpers for f in tree.below(h, "fixed")}
        negated = next(
            (tree.words[h] for h in helpers if tree.lower[h] in NEGATIONS), None
        ) or self._negative_noun(verb)
        if words & CONDITIONS:
            return Verdict("hypothetical", f"'{min(words & CONDITIONS)}' clause")
        if "than" in words or ({"instead", "rather"} & words and tree.lower[verb].endswith("ing")):
            return Verdict("denied", "'rather than'")
        if words & HOW and "to" in words:
            return Verdict("hypothetical", "'how to'")
        if {"as", "long"} <= words:
            return Verdict("hypothetical", "'as long as'")
        if words & NEARLY or self._yet_to(helpers):
            return Verdict("denied", "'nearly' or 'yet to'")
        if words & UNTIL:
            return Verdict("hypothetical", "'until' clause")
        if negated:
            return Verdict("denied", f"negated by '{negated}'")
        if words & FUTURE or self._going_to(verb):
            return Verdict("planned", "future")
        if words & POSSIBLE:
            return Verdict("hypothetical", f"'{min(words & POSSIBLE)}'")
        if words & DUTY:
            return Verdict("called_for", f"'{min(words & DUTY)}'")
        if words & {"would", "'d"}:
            return Verdict("hypothetical", "'would'")
        if tree.lemmas[verb] != "blame" and self._is_to(helpers):
            return Verdict("planned", "'is to'")
        if (
            "be" in words
            and not words & (FINITE | PERFECT | {"to"})
            and self.tree.below(verb, "nsubj")
        ):
            return Verdict("called_for", "'be' without more")
        if "before" in words:
            told = self.tree.lower[verb].endswith("ing") and self.happened(self.tree.heads[verb])
            return (
                None
                if told or words & PERFECT or (self._past(verb) and not words & PRESENT)
                else Verdict("planned", "'before' clause")
            )
        return self._tense(verb, words)

    def _helpers(self, verb: int) -> list[int]:
        tree = self.tree
        own = [
            c
            for c in tree.children[verb]
            if tree.rels[c] in ("aux", "advmod", "mark", "det", "cc", "cop", "case")
        ]
        if tree.rels[verb] == "conj" and not tree.below(verb, "aux", "nsubj"):
            head = tree.heads[verb]
            if tree.upos[head] in ("VERB", "AUX") and not self._own_tense(verb, head):
                shared = [
                    c for c in self._helpers(head) if tree.rels[c] in ("aux", "mark") and c < verb
                ]
                own = [*shared, *own]
        own += self._shared_conditions(verb)
        return own

    def _shared_conditions(self, verb: int) -> list[int]:
        """'if they agree but it is blocked': one 'if' (or 'until', 'before') for both."""
        tree = self.tree
        if tree.rels[verb] != "conj":
            return []
        return [
            c
            for c in tree.below(tree.heads[verb], "mark")
            if tree.lower[c] in CONDITIONS | UNTIL | {"before"} and c < verb
        ]

    def _own_tense(self, verb: int, head: int) -> bool:
        """'will recall and sever' shares its helper; 'will visit and met' does not."""
        tree = self.tree
        base = tree.lower[head] == tree.lemmas[head]
        return base and tree.lower[verb] != tree.lemmas[verb]

    def _yet_to(self, helpers: list[int]) -> bool:
        """'has yet to release them'."""
        lower = self.tree.lower
        return any(h and lower[h] == "to" and lower[h - 1] == "yet" for h in helpers)

    def _whoever(self, verb: int) -> bool:
        """'anyone who attacks', 'whoever attacks': nobody in particular, in the present."""
        tree = self.tree
        subject = [tree.lower[c] for c in tree.below(verb, "nsubj")]
        if tree.full_rels[verb] == "acl:relcl":
            subject.append(tree.lower[tree.heads[verb]])
        return bool(ANYONE & set(subject))

    def _is_to(self, helpers: list[int]) -> bool:
        """'is to visit', 'the goal was to free them', 'is to be held': a form of 'be' before 'to'."""
        lower, own = self.tree.lower, ("aux", "cop")
        finite = [h for h in helpers if lower[h] in FINITE and self.tree.rels[h] in own]
        return any(lower[h] == "to" and finite and finite[0] < h for h in helpers)

    def _negative_noun(self, verb: int) -> str | None:
        """'No troops were sent', 'nobody attacked', 'took no action'."""
        tree = self.tree
        for child in tree.below(verb, "nsubj", "obj"):
            if tree.lower[child] in ("nobody", "none", "nothing", "neither"):
                return tree.words[child]
            for det in tree.below(child, "det"):
                if tree.lower[det] in ("no", "neither"):
                    return tree.words[det]
        return None

    def _going_to(self, verb: int) -> bool:
        head = self.tree.heads[verb]
        going = self.tree.rels[verb] == "xcomp" and self.tree.lower[head] == "going"
        return going and "to" in self.tree.cases(verb)

    def _past(self, verb: int) -> bool:
        return self.tree.lower[verb] != self.tree.lemmas[verb] and not self.tree.lower[
            verb
        ].endswith(("ing", "s"))

    def _below_future(self, verb: int) -> bool:
        """'will greet her when she begins': the present of a clause beside a future."""
        helpers = {self.tree.lower[c] for c in self.tree.below(self.tree.heads[verb], "aux")}
        return bool(helpers & FUTURE) and bool(self.tree.below(verb, "nsubj"))

    def _tense(self, verb: int, words: set[str]) -> Verdict | None:
        tree = self.tree
        progressive = tree.lower[verb].endswith("ing") or "being" in words
        if progressive and "been" in words and words & {"has", "have", "'ve", "’ve"}:
            return Verdict("ongoing", "perfect progressive")
        if words & PERFECT:
            return Verdict("happened", "perfect")
        if progressive and words & BEING:
            return Verdict("ongoing", "progressive")
        if tree.rels[verb] == "advcl" and not self._past(verb) and self._below_future(verb):
            return Verdict("planned", "beside a future")
        if tree.lemmas[verb] in OPENED and not self.tree.below(verb, "aux"):
            return Verdict("ongoing", f"'{tree.words[verb]}'")
        if self._past(verb):
            return Verdict("happened", "past")
        if self._whoever(verb):
            return Verdict("hypothetical", "whoever does")
        aim = tree.rels[verb] == "advcl" and "so" in words and not tree.lower[verb].endswith("ing")
        return Verdict("planned", "'so that' clause") if aim else None

    def happened(self, head: int) -> bool:
        clause = self.judge(head)
        return clause is not None and clause.status == "happened"
