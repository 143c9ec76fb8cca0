"""A sentence's dependency tree (Universal Dependencies) with what quantities ask of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from dragoman.encoder import EncodedSentence
from dragoman.types import Span

CLAUSES = frozenset(["VERB", "AUX"])


class Tree:
    """One encoded sentence, with the children of every word at hand. Words are given by index."""

    def __init__(self, sentence: EncodedSentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = tuple([word.lower() for word in sentence.words])
        self.lemmas = tuple([lemma.lower() for lemma in sentence.lemmas])
        self.upos = sentence.upos
        self.heads = sentence.heads
        self.rels = sentence.rels
        self._below: list[list[int]] = [[] for _ in self.heads]
        for child, head in enumerate(self.heads):
            if head >= 0:
                self._below[head].append(child)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.sentence.sentence.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.sentence.sentence.tokens]

    def tokens(self, span: Span) -> range:
        """The words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, inclusive."""
        return Span(self._starts[first], self._ends[last])

    def below(self, i: int, *rels: str) -> list[int]:
        """What a word governs; 'nsubj' also finds 'nsubj:pass'."""
        if not rels:
            return self._below[i]
        return [c for c in self._below[i] if self.is_rel(c, *rels)]

    def is_rel(self, i: int, *rels: str) -> bool:
        """Whether a word's relation is one of `rels`, with or without its subtype."""
        return self.rels[i] in rels or self.rels[i].partition(":")[0] in rels

    def above(self, i: int) -> Iterator[int]:
        """What governs a word, upwards, at most 40 steps; the word itself comes first."""
        for _ in range(40):
            if i < 0:
                return
            yield i
            i = self.heads[i]

    def subtree(self, i: int) -> list[int]:
        """A word and all below it, sorted."""
        found, stack = [i], [i]
        while stack:
            below = self._below[stack.pop()]
            found += below
            stack += below
        return sorted(found)

    def case(self, i: int) -> str:
        """The first preposition of a word, '' without."""
        return next((self.lower[c] for c in self.below(i, "case")), "")

    def clause(self, i: int) -> int:
        """The nearest verb or other predicate above a word, or the topmost word."""
        top = i
        for top in self.above(i):
            if top != i and (self.upos[top] in CLAUSES or self.below(top, "nsubj", "cop")):
                return top
        return top
