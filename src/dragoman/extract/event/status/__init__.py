"""Whether an event happened, from tense, modality, negation and what governs it, scoped by the tree.

The categories are those of factuality annotation (Sauri & Pustejovsky 2009, FactBank) as far as an
event record needs them. `rules` walks (`walk`) from the event's own words up through the words that govern
it (`governors`); the first that says something other than 'it happened' decides. What the rules say is one piece
of `evidence` beside the words around the event and what the encoder reads of it; `weights` puts them together.
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.status import weights
from dragoman.extract.event.status.evidence import evidence, told
from dragoman.extract.event.status.governors import LEFT
from dragoman.extract.event.status.rules import Rules
from dragoman.extract.event.words import Kinds

__all__ = ["Factuality"]

PLAIN: Final = frozenset(
    [LEFT, "'ahead of'", "'nearly' or 'yet to'", "'rather than'", "a refusal", "a refusal to come"]
)
"""Rules that are plain where they hold, and too rare among the marks to be weighed."""


class Factuality:
    """Judges the events of one sentence."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.tree, self.rules = kinds.tree, Rules(kinds, slots)

    def judge(self, match: Match) -> Verdict:
        """The status of one event, and why: the rule, or what counted for more."""
        by_rule = self.rules.judge(match)
        if by_rule.why in PLAIN:
            return by_rule
        names = evidence(match, by_rule, self.rules)
        heard, all_weights = self.tree.event_words.get(match.at), weights.shipped()
        shares = all_weights.shares(names, heard, noun=match.frame.kind == "noun")
        status = all_weights.status(shares, by_rule.status)
        if status == by_rule.status:
            return by_rule
        name = all_weights.strongest(names, heard, status, by_rule.status)
        why = told(name) if name else "read so in its sentence"
        return Verdict(status, f"{why}, more than {by_rule.status} ({by_rule.why})")
