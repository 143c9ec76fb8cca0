"""The sentences as the entity rules look at them, and what is found, in the making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from dragoman.encoder import EncodedSentence
from dragoman.extract.entity.lexicon import Entry, matches, straight
from dragoman.types import EntityKind, Span

Way: TypeAlias = Literal[
    "name", "description", "group", "people", "adjective", "metonym", "pronoun"
]


class View:
    """One sentence: its words, tree and lexicon phrases. Indices are those of its tokens."""

    __slots__ = (
        "heads",
        "kids",
        "lemmas",
        "lower",
        "names",
        "number",
        "phrases",
        "quoted",
        "rels",
        "sentence",
        "straight",
        "taken",
        "upos",
        "upper",
        "words",
    )

    def __init__(self, number: int, sentence: EncodedSentence) -> None:
        self.number = number
        self.sentence = sentence
        self.words = sentence.words
        self.straight = [straight(word) for word in self.words]
        self.lower = [word.lower() for word in self.straight]
        self.lemmas, self.upos = sentence.lemmas, sentence.upos
        self.heads, self.rels = sentence.heads, sentence.rels
        self.quoted = sentence.sentence.quoted
        self.kids: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head >= 0:
                self.kids[head].append(index)
        letters = [word for word in self.words if word.isalpha() and len(word) > 1]
        self.upper = bool(letters) and sum(word.isupper() for word in letters) > 0.7 * len(letters)
        self.phrases: list[tuple[int, int, Entry]] = list(matches(self.straight))
        self.names: list[Named] = []
        self.taken = [False] * len(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def child(self, index: int, *rels: str) -> int | None:
        """The first child with one of the relations (subtypes count), None without one."""
        for kid in self.kids[index]:
            if self.rels[kid] in rels or self.rels[kid].partition(":")[0] in rels:
                return kid
        return None

    def subtree(self, index: int) -> list[int]:
        """A word and all below it, in order."""
        found, stack = {index}, [index]
        while stack:
            fresh = [kid for kid in self.kids[stack.pop()] if kid not in found]
            found.update(fresh)
            stack += fresh
        return sorted(found)

    def head_of(self, start: int, end: int) -> int:
        """The word of a stretch that hangs on a word outside it."""
        for index in range(start, end):
            if not start <= self.heads[index] < end:
                return index
        return end - 1

    def below(self, index: int, ancestor: int) -> bool:
        """Whether a word is under another (or is it)."""
        return any(word == ancestor for word in self.up(index))

    def up(self, index: int) -> Iterator[int]:
        """A word and those above it, as many as the sentence has at most, whatever the heads say."""
        for _ in self.heads:
            if index < 0:
                return
            yield index
            index = self.heads[index]

    def span(self, start: int, end: int) -> Span:
        """The characters of words ``[start, end)``."""
        tokens = self.sentence.sentence.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def take(self, words: Iterable[int]) -> None:
        """Marks words that are used up: in a role, a title or a description."""
        for index in words:
            self.taken[index] = True


@dataclass(slots=True, eq=False)
class Named:
    """A name in a sentence: PER, ORG, LOC or OTH, with the lexicon's entry where it has one."""

    sentence: int
    start: int
    end: int
    type: str
    score: float
    text: str
    words: tuple[str, ...]
    entry: Entry | None = None
    rule: str = "encoder"

    @property
    def place(self) -> tuple[int, int]:
        return (self.sentence, self.start)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention as found: words ``[start, end)`` of a sentence, its head word, how it mentions."""

    sentence: int
    start: int
    end: int
    head: int
    way: Way
    rule: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A role in the words of a sentence; `noun` is the word for a person in it, lower case."""

    sentence: int
    start: int
    end: int
    noun: str
    words: frozenset[str]
    country: str | None
    sector: str | None


@dataclass(slots=True, eq=False)
class Cluster:
    """One entity of the article in the making."""

    kind: EntityKind
    key: tuple[str, ...] | None = None
    names: list[Named] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[RoleFound] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    label: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    speaks: bool = False
    """Whether it says something anywhere in the article."""

    def first(self) -> tuple[int, int]:
        return min((m.sentence, m.start) for m in self.mentions)


def views(sentences: Sequence[EncodedSentence]) -> list[View]:
    """All sentences as views."""
    return [View(number, sentence) for number, sentence in enumerate(sentences)]
