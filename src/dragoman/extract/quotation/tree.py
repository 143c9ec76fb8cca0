"""One sentence's dependency tree, with what the linking asks of it, each computed once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.encoder import EncodedSentence
from dragoman.types import Span

MARKS = frozenset({'"', "''", "``", "＂", "“", "„", "«", "”", "»"})
DEEPEST = 40  # steps up a tree; deeper ones come only from sentences glued together


@cache
def _plain(rel: str) -> str:
    return rel.partition(":")[0]


class Tree:
    """Children, extents and ancestors of the words of a sentence, in time linear in its length."""

    __slots__ = ("children", "first", "last", "sentence")

    def __init__(self, sentence: EncodedSentence) -> None:
        self.sentence = sentence
        heads = sentence.heads
        self.children: list[list[int]] = [[] for _ in heads]
        for word, head in enumerate(heads):
            if head >= 0:
                self.children[head].append(word)
        self.first = list(range(len(heads)))
        self.last = list(range(len(heads)))
        first, last = self.first, self.last
        for word in self._leaves_first():
            head = heads[word]
            if head >= 0:
                if first[word] < first[head]:
                    first[head] = first[word]
                if last[word] > last[head]:
                    last[head] = last[word]

    def _leaves_first(self) -> list[int]:
        order = [word for word, head in enumerate(self.sentence.heads) if head < 0]
        for word in order:
            order.extend(self.children[word])
        return order[::-1]

    def __len__(self) -> int:
        return len(self.sentence.heads)

    def rel(self, word: int) -> str:
        """The relation of a word to its head, without subtype."""
        return _plain(self.sentence.rels[word])

    def up(self, word: int) -> Iterator[int]:
        """The word, its head, its head's head, up to the root or `DEEPEST`."""
        for _ in range(DEEPEST):
            if word < 0:
                return
            yield word
            word = self.sentence.heads[word]

    def head_of(self, start: int, end: int) -> int:
        """The word of a stretch that is governed from outside it; the first such word."""
        heads = self.sentence.heads
        outer = [word for word in range(start, end) if not start <= heads[word] < end]
        words = [word for word in outer if self.sentence.upos[word] != "PUNCT"]
        return (words or outer or [start])[0]

    def below(self, word: int, *rels: str) -> list[int]:
        """The children of a word in these relations (without subtype), left to right."""
        return [child for child in self.children[word] if self.rel(child) in rels]

    def reach(self, word: int) -> tuple[int, int]:
        """From the first word below a word to behind the last."""
        return self.first[word], self.last[word] + 1

    def span(self, start: int, end: int) -> Span:
        """Offsets into the text of words `[start, end)`."""
        tokens = self.sentence.sentence.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def quoted(self, word: int) -> bool:
        """Whether a word stands inside an open double quotation."""
        return self.sentence.sentence.quoted[word]

    @property
    def paragraph(self) -> int:
        """The number of the paragraph that the sentence stands in."""
        return self.sentence.sentence.paragraph

    def opens(self, word: int) -> bool:
        """Whether a word is a mark that opens a quotation."""
        after = word + 1
        if self.sentence.words[word] not in MARKS:
            return False
        return after < len(self) and self.quoted(after)
