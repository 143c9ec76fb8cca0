"""What a governing word says of the event or clause below it: 'plans to', 'denied', 'calls for', 'without'.

The words are those of the lexicon's table ``[status]``; here stands under which conditions each of them counts.
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import CONDITIONS, HAPPENED, PRESENT, Clauses, Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.nominal import Nominals
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.words import Kinds
from dragoman.types import Status

EXACTING: Final = frozenset({"press", "push", "plead", "pressure"})
"""Verbs that ask only with 'to' or 'for': one can press an attack and plead guilty to it."""
PROMPT: Final = frozenset({"swift", "quick", "first", "last", "slow", "late"})
"""Of somebody who did it, early or late: 'was quick to condemn'."""
ADVISED: Final = frozenset({"warn", "advise", "argue", "vote", "decide", "caution"})
HOPED: Final = frozenset({"hope", "hopeful", "expect", "wish"})
MOVED: Final = frozenset({"glad", "proud", "pleased", "happy", "sorry", "sad", "shocked"})
"""Of somebody whom it moves that it is so: 'was sorry to leave'."""
SUBJUNCTIVE: Final = frozenset(
    "demand insist urge recommend propose request suggest ask advocate order require".split()  # noqa: SIM905
)
SUBJUNCTIVE_HELPERS: Final = frozenset({"be", "should", "must", "not"})
CLAUSAL: Final = frozenset({"xcomp", "ccomp", "acl", "advcl"})
LAID: Final = frozenset({"obj", "nsubj", "acl", "obl", "nmod"})
GOVERNED: Final = {
    "called_for": frozenset({"for", "to", "on"}),
    "denied": frozenset({"from", "against"}),
    "planned": frozenset({"to", "on", "for"}),
    "hypothetical": frozenset({"to", "of", "about", "with"}),
    "ongoing": frozenset({"with", "to"}),
}
GOVERNING: Final[tuple[Status, ...]] = (
    "called_for",
    "denied",
    "planned",
    "hypothetical",
    "ongoing",
)
LEFT: Final = "left to do it"
ASSERTED: Final = frozenset(
    "after since following despite during because as when while over amid".split()  # noqa: SIM905
)


class Governors:
    """Answers for the words of one sentence what their heads say of them."""

    def __init__(self, kinds: Kinds, slots: Slots, clauses: Clauses, nominals: Nominals) -> None:
        self.slots, self.tree, self.named = slots, kinds.tree, kinds.lexicon.named
        self.clauses, self.nominals = clauses, nominals

    def listed(self, word: int, head: int) -> Verdict | None:
        """What a verb, noun or adjective does to the clause or event below it."""
        governing = self._forms(word, head)
        for status in GOVERNING:
            if governing & self.named(f"status.{status}") and self._counts(word, head, status):
                why = "'{}'" if status == "ongoing" else "below '{}'"
                return Verdict(status, why.format(self.tree.words[head]))
        infinitive = self._infinitive(word) and self.tree.rels[word] in CLAUSAL
        if infinitive and self.tree.lemmas[head] not in self.named("status.factive"):
            return self._above_infinitive(head)
        return None

    def _forms(self, word: int, head: int) -> set[str]:
        """The head as the lexicon may list it: 'call', with its particles, with the preposition below it."""
        lemma = self.tree.lemmas[head]
        return {lemma} | self._with_particles(word, head)

    def _with_particles(self, word: int, head: int) -> set[str]:
        tree, lemma = self.tree, self.tree.lemmas[head]
        own = tree.below(head, "compound", "case", "advmod", "mark")
        return {f"{lemma}_{tree.lower[c]}" for c in own} | {
            f"{lemma}_{case}" for case in tree.cases(word)
        }

    def _counts(self, word: int, head: int, status: Status) -> bool:
        """Whether the listed head says this of the word, by how the two hang together."""
        tree, lemma, rel = self.tree, self.tree.lemmas[head], self.tree.rels[word]
        named = bool(self._with_particles(word, head) & self.named(f"status.{status}"))
        infinitive = self._infinitive(word)
        if lemma == "call" and rel != "obl" and not infinitive and not named:
            return False
        if lemma in EXACTING and not (infinitive or "for" in tree.cases(word)):
            return False
        if lemma == "want" and self.slots.is_passive(head):
            return False
        if lemma == "commit" and rel == "obj":
            return False
        oblique = rel in ("obl", "advcl", "nmod") and tree.upos[head] == "VERB"
        if oblique and not (named or set(tree.cases(word)) & GOVERNED[status]):
            return False
        if rel == "nsubj" and not tree.full_rels[word].endswith("pass"):
            return False
        return self._tells(word, lemma, status, named=named)

    def _tells(self, word: int, lemma: str, status: Status, *, named: bool) -> bool:
        """Whether the form of the clause fits: 'agreed to leave' is a plan, 'agreed that they left' none."""
        rel = self.tree.rels[word]
        clause, infinitive = rel in CLAUSAL, self._infinitive(word)
        unsaid = lemma in HOPED and self.clauses.judge(word) is None
        if clause and self._finite(word) and status in ("planned", "ongoing", "denied"):
            return unsaid or lemma in ("deny", "refute")
        if status == "planned":
            return infinitive or lemma in HOPED or named or rel in LAID
        if status == "called_for" and clause and not infinitive:
            return self._subjunctive(word, lemma)
        return True

    def _infinitive(self, word: int) -> bool:
        return "to" in self.tree.cases(word)

    def _subjunctive(self, word: int, lemma: str) -> bool:
        """'demanded that X leave', not 'insisted that X has left'."""
        tree = self.tree
        helpers = {tree.lower[c] for c in tree.below(word, "aux")}
        bare = tree.lower[word] == tree.lemmas[word] and not helpers - SUBJUNCTIVE_HELPERS
        alone = tree.lower[word].endswith("ing") and not tree.below(word, "nsubj", "aux")
        return (lemma in SUBJUNCTIVE and bare) or alone

    def _above_infinitive(self, head: int) -> Verdict | None:
        if self.tree.lemmas[head] in PROMPT:
            return Verdict("happened", f"early or late: '{self.tree.words[head]}'")
        if self.tree.upos[head] == "NOUN":
            return Verdict("planned", f"infinitive below '{self.tree.words[head]}'")
        if self.tree.upos[head] == "ADJ" and self.tree.lemmas[head] not in MOVED:
            return Verdict("hypothetical", f"infinitive below '{self.tree.words[head]}'")
        return None

    def _finite(self, word: int) -> bool:
        return bool(self.tree.below(word, "nsubj")) and not self._infinitive(word)

    def behind(self, word: int, head: int, match: Match) -> Verdict | None:
        """What the preposition of a noun says of it: 'ahead of', 'without', 'after'."""
        cases = set(self.tree.cases(word))
        first = self.tree.subtree(word)[0]
        if "ahead" in self.tree.lower[max(0, first - 1) : word] and "of" in cases:
            return Verdict("planned", "'ahead of'")
        if cases & self.named("status.prepositions_planned"):
            case = self.tree.cases(word)[0]
            return None if self.clauses.happened(head) else Verdict("planned", f"'{case}' it")
        if "without" in cases:
            return Verdict("denied", "'without'")
        if self.nominals.beside_future(word, head, match):
            return Verdict("planned", "beside a future")
        coming = self.named("status.called_for") | self.named("status.planned")
        if cases & ASSERTED and self.tree.lemmas[head] not in coming:
            return Verdict("happened", f"'{min(cases & ASSERTED)}' it")
        return self._aimed_at(word, head)

    def _aimed_at(self, word: int, head: int) -> Verdict | None:
        cases = set(self.tree.cases(word))
        if "of" in cases and self.tree.lemmas[head] in self.named("status.nouns_planned"):
            return Verdict("planned", f"'{self.tree.words[head]} of'")
        if {"toward", "towards"} & cases:
            return Verdict("planned", "'towards' it")
        if "against" in cases and self.tree.upos[head] == "VERB":
            advised = self.tree.lemmas[head] in ADVISED and not self.nominals.definite(word)
            return Verdict("hypothetical", "advised against") if advised else HAPPENED
        return None

    def purpose(self, word: int, head: int) -> Verdict | None:
        """What an adverbial clause is: a condition, a purpose, what was left undone."""
        cases = set(self.tree.cases(word))
        if cases & CONDITIONS:
            return Verdict("hypothetical", "'if' clause")
        if "to" in cases:
            if self.tree.lower[head] == "leaving" and self.tree.below(head, "obj"):
                return Verdict("happened", LEFT)
            return self.listed(word, head) or Verdict("planned", "a purpose")
        if "without" in cases:
            return Verdict("denied", "'without'")
        if {"once", "after"} & cases and self._present(word):
            return Verdict("planned", "after what is to come")
        if {"from", "of", "on"} & cases:
            return self.listed(word, head)
        return None

    def _present(self, verb: int) -> bool:
        """'once it pulls out', 'after the city is taken': the present behind such a word is to come."""
        tree = self.tree
        helpers = {tree.lower[c] for c in tree.below(verb, "aux")}
        plain = tree.upos[verb] == "VERB" and tree.lower[verb] in _present_forms(tree.lemmas[verb])
        present = helpers <= PRESENT if helpers else plain
        return present and bool(tree.below(verb, "nsubj"))

    def fails(self, head: int) -> bool:
        """'failed to prevent', 'could not stop': what was to be prevented took place."""
        up = self.tree.heads[head]
        failed = (
            up >= 0
            and self.tree.lemmas[up] in ("fail", "failure", "inability")
            and self.tree.rels[head] in ("xcomp", "advcl", "acl")
        )
        return failed or self.refused(head)

    def refused(self, head: int) -> bool:
        """Whether the head itself is negated: 'did not allow'."""
        clause = self.clauses.judge(head) if self.clauses.is_predicate(head) else None
        return clause is not None and clause.status == "denied"


def _present_forms(lemma: str) -> tuple[str, ...]:
    return (lemma, f"{lemma}s", f"{lemma}es")
