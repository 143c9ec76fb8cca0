"""What the tree says of an event: its own words first, then all that governs them."""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import CONDITIONS, FUTURE, Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.nominal import PENDING
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.status.walk import SPOKEN, Walk
from dragoman.extract.event.words import Kinds

HAVE: Final = frozenset({"has", "have", "'ve", "’ve"})
WOULD: Final = frozenset({"would", "'d", "’d"})
ASKING: Final = frozenset({"why", "how", "what", "where", "when", "who"})
"""Openers of questions that take for granted what they ask about."""


class Rules:
    """Judges the events of one sentence by its tree."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.kinds, self.tree = kinds, kinds.tree
        self.walk = Walk(kinds, slots)
        self.clauses, self.nominals = self.walk.clauses, self.walk.nominals
        self.question = self._is_question()

    def judge(self, match: Match) -> Verdict:
        """The status by the rules."""
        noun = match.frame.kind == "noun"
        own = self.nominals.judge(match) if noun else None
        if is_refusal(match):
            own = self._above(match.word) or self._refusal(match.word)
        verdict = own or self.walk.climb(self.start(match), match)
        if noun and verdict.status == "happened" and self.nominals.any(match.word):
            return Verdict("hypothetical", "'any' before it")
        if verdict.status == "happened" and match.frame.type in SPOKEN and self._lasting(match):
            return Verdict("ongoing", "since then")
        if verdict.status in ("happened", "ongoing", "planned") and self.question:
            return Verdict("hypothetical", "a question")
        return verdict

    def start(self, match: Match) -> int:
        """The word whose clause tells of the event: the verb that carries a noun, unless it only plans it."""
        carried = match.light >= 0 and self.tree.lemmas[match.light] not in PENDING
        return match.light if carried else match.word

    def _refusal(self, word: int) -> Verdict:
        """'did not approve' was done; 'will not approve' is announced."""
        helpers = {self.tree.lower[c] for c in self.tree.below(word, "aux")}
        if helpers & (FUTURE | WOULD):
            return Verdict("planned", "a refusal to come")
        return Verdict("happened", "a refusal")

    def _lasting(self, match: Match) -> bool:
        """'has objected since October', 'have long refused': it goes on."""
        tree, word = self.tree, self.start(match)
        perfect = {tree.lower[c] for c in tree.below(word, "aux")} & HAVE
        long = any(tree.lower[c] == "long" for c in tree.below(word, "advmod"))
        since = any(self.kinds.is_time(w) for w in tree.prepositional(word, "since"))
        return bool(perfect) and (long or since)

    def _above(self, word: int) -> Verdict | None:
        """What governs a refusal, whose own 'not' is part of its meaning."""
        marks = set(self.tree.cases(word))
        return Verdict("hypothetical", "'if' clause") if marks & CONDITIONS else None

    def _is_question(self) -> bool:
        tree = self.tree
        asks = bool(tree.words) and tree.words[-1] == "?"
        return asks and tree.lower[0] not in ASKING


def is_refusal(match: Match) -> bool:
    """Whether 'not' is part of what the frame means: 'did not approve' is a refusal, and took place."""
    return any("not" in wanted for wanted in match.frame.required)
