"""What the encoder says about a sentence: typed, immutable, aligned with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.text import Sentence
from dragoman.types import PloverType, Span, Status

Vector = NDArray[np.float32]
EVENT_TYPES: Final[tuple[PloverType, ...]] = get_args(PloverType)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: words ``[start_token, end_token)`` of the sentence.

    `type` is PER, ORG, LOC (places), NAT (nationalities) or OTH; `score` is the mean probability
    of its words' tags, 0 to 1.
    """

    start_token: int
    end_token: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part of an attribution: words ``[start_token, end_token)``.

    `label` is SRC (who says it), CUE (the word that says so) or CON (what is said).
    """

    start_token: int
    end_token: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that may tell a PLOVER event, in this sentence.

    Attributes:
        token: number of the word.
        types: probability of each of EVENT_TYPES, in that order, to a thousandth; what is missing
            to 1 is the probability that the word tells none.
        statuses: probability of each of STATUSES, given that it tells one; they sum to 1.
    """

    token: int
    types: tuple[float, ...]
    statuses: tuple[float, ...]

    @property
    def score(self) -> float:
        """Probability that the word tells an event of any type, 0 to 1."""
        return min(sum(self.types), 1.0)

    @property
    def type(self) -> PloverType:
        """The likeliest type."""
        return EVENT_TYPES[self.types.index(max(self.types))]

    @property
    def status(self) -> Status:
        """The likeliest status."""
        return STATUSES[self.statuses.index(max(self.statuses))]

    def of_type(self, type_: PloverType) -> float:
        """Probability that the word tells an event of this type."""
        return self.types[EVENT_TYPES.index(type_)]

    def of_status(self, status: Status) -> float:
        """Probability of a status, given that the word tells an event."""
        return self.statuses[STATUSES.index(status)]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The part of a result that does not depend on where the sentence stands (the cache keeps it).

    Attributes:
        words: the surface of every token.
        lemmas, upos, rels: one string a word (Universal Dependencies 2.16).
        heads: index of the governing word, -1 for the one root.
        names, attribution: in order, each without overlap.
        vector: unit length, 384 float32, read-only; the dot product of two is their similarity.
        events: the words that tell an event with a probability of 0.05 or more, in order.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[Name, ...]
    attribution: tuple[Labelled, ...]
    vector: Vector = field(repr=False)
    events: tuple[EventWord, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EncodedSentence:
    """A sentence with its reading. The fields of `Reading` are properties."""

    sentence: Sentence
    reading: Reading

    @property
    def words(self) -> tuple[str, ...]:
        return self.reading.words

    @property
    def lemmas(self) -> tuple[str, ...]:
        return self.reading.lemmas

    @property
    def upos(self) -> tuple[str, ...]:
        return self.reading.upos

    @property
    def heads(self) -> tuple[int, ...]:
        return self.reading.heads

    @property
    def rels(self) -> tuple[str, ...]:
        return self.reading.rels

    @property
    def names(self) -> tuple[Name, ...]:
        return self.reading.names

    @property
    def attribution(self) -> tuple[Labelled, ...]:
        return self.reading.attribution

    @property
    def vector(self) -> Vector:
        return self.reading.vector

    @property
    def events(self) -> tuple[EventWord, ...]:
        return self.reading.events

    @property
    def root(self) -> int:
        """The word that governs the sentence."""
        return self.heads.index(-1)

    def children(self, index: int, *rels: str) -> tuple[int, ...]:
        """The words that a word governs, left to right; with `rels`, only those relations.

        A relation named without a subtype also matches its subtypes: ``nsubj`` finds
        ``nsubj:pass``.
        """
        found = (i for i, head in enumerate(self.heads) if head == index)
        return tuple(i for i in found if not rels or _matches(self.rels[i], rels))

    def subtree(self, index: int) -> tuple[int, ...]:
        """A word and everything below it, left to right."""
        found, stack = {index}, [index]
        below: dict[int, list[int]] = {}
        for child, head in enumerate(self.heads):
            below.setdefault(head, []).append(child)
        while stack:
            children = below.get(stack.pop(), ())
            found.update(children)
            stack.extend(children)
        return tuple(sorted(found))

    def span_of(self, tokens: Iterable[int]) -> Span:
        """From the first to behind the last of some words, as offsets into the text."""
        indices = sorted(tokens)
        spans = self.sentence.tokens
        return Span(spans[indices[0]].start, spans[indices[-1]].end)


def _matches(rel: str, wanted: tuple[str, ...]) -> bool:
    return rel in wanted or rel.partition(":")[0] in wanted
