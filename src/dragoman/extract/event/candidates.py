"""What may be an event in one sentence: matches with their parties, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dragoman.extract.event import weigh
from dragoman.extract.event.find import Match, find
from dragoman.extract.event.gate import HARD, Gate, is_accident, is_space_flight, is_sport
from dragoman.extract.event.lexicon import Lexicon
from dragoman.extract.event.merge import merged
from dragoman.extract.event.roles import Casting, Parties
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.status import Factuality
from dragoman.extract.event.tree import Tree
from dragoman.extract.event.words import Kinds


class Candidate(NamedTuple):
    """A match of a frame: `refused` is why the gate would drop it; `features` as in `weigh`."""

    match: Match
    parties: Parties
    refused: str | None
    features: tuple[float, ...]

    def judged(self, weights: weigh.Weights) -> tuple[str | None, float]:
        """Why it is no event, or None, and the probability that it is one."""
        if self.match.frame.own or self.refused in HARD:
            return self.refused, 1.0
        likely = weights.probability(self.features)
        if likely >= weights.least(self.match, self.parties):
            return None, likely
        return self.refused or "hardly_an_event", likely


class Setting(NamedTuple):
    """What an article is: of sport, of space flight, of an accident, and how dense its events are (`weigh.density`)."""

    sport: bool = False
    space: bool = False
    accident: bool = False
    dense: float = 0.0

    @classmethod
    def of(cls, trees: Sequence[Tree], lexicon: Lexicon) -> Setting:
        """The setting of the sentences of an article."""
        sport = is_sport(trees, lexicon.classes["sport"])
        return cls(
            sport,
            is_space_flight(trees, lexicon),
            is_accident(trees, lexicon),
            weigh.density(trees),
        )


class Scene:
    """One sentence, ready to be read: its word classes, slots, and who judges."""

    def __init__(self, tree: Tree, lexicon: Lexicon, setting: Setting) -> None:
        self.tree, self.setting = tree, setting
        self.kinds = Kinds(tree, lexicon)
        self.slots = Slots(self.kinds)

    def candidates(self) -> Iterator[Candidate]:
        """The matches of its words, one happening each, left to right."""
        matches = find(self.kinds, self.slots)
        if not matches:
            return
        sport, space, accident, dense = self.setting
        casting = Casting(self.kinds, self.slots)
        gate = Gate(self.kinds, self.slots, sport=sport, space=space, accident=accident)
        found = [(match, casting.parties(match)) for match in matches]
        for match, parties in merged(found, self.kinds, self.slots):
            refused = gate.refused(match, parties)
            seen = weigh.features(
                match, parties, self.tree, refused=refused is not None, dense=dense
            )
            yield Candidate(match, parties, refused, seen)

    @cached_property
    def factuality(self) -> Factuality:
        """Who judges whether its events happened."""
        return Factuality(self.kinds, self.slots)
