"""An article's tokens in the form the rules read: one code point each, sentence after sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from dragoman.extract.timex.lexicon import number_shape
from dragoman.extract.timex.patterns import BREAK, DASH, HYPHEN, PLAIN, Alphabet
from dragoman.types import Span

_HYPHENS: Final = frozenset("-–—‐‑−")
_LONGEST: Final = 24  # code points; no word of a time expression is longer
_SPLIT: Final = ("mid-", "mid–", "pre-", "post-")
_REMEMBERED: Final = 1 << 15  # words


class Segmented(Protocol):
    """What the rules need of a sentence: `dragoman.text.Sentence` has it."""

    @property
    def tokens(self) -> tuple[Span, ...]: ...


class Tagged(Protocol):
    """What the encoder adds, all empty where it did not run."""

    @property
    def upos(self) -> Sequence[str]: ...
    @property
    def heads(self) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one item a token; a break between sentences is a token of no length.

    `letters` is what the rules match. `sentence` is each token's sentence, `first` each sentence's
    first token. `upos` ('' unknown) and `head` (index of a token here, -1 root, -2 unknown) come
    from the encoder.
    """

    text: str
    letters: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    first: list[int]
    upos: list[str]
    head: list[int]

    def word(self, index: int) -> str:
        """The word in lower case, '' beyond the ends of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Does this token touch the one before it?"""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


class _Builder:
    """Fills the lists of `Tokens`; words met before take the quick way through `Alphabet.seen`."""

    def __init__(self, text: str, letters: Alphabet) -> None:
        self.text, self.alphabet = text, letters
        self.codes: list[str] = []
        self.tokens = Tokens(text, "", [], [], [], [], [], [], [])

    def sentence(self, number: int, spans: Sequence[Span], tags: Tagged | None) -> None:
        tokens, text, seen = self.tokens, self.text, self.alphabet.seen
        base, places = len(self.codes), []
        tokens.first.append(base)
        for start, end in spans:
            places.append(len(self.codes))
            known = seen.get(text[start:end])
            if known is None:
                self.slow(start, end)
                continue
            self.codes.append(known[0])
            tokens.words.append(known[1])
            tokens.starts.append(start)
            tokens.ends.append(end)
        last = tokens.ends[-1] if tokens.ends else 0
        self.add(last, last, BREAK, "")
        count = len(self.codes) - base
        tokens.sentence.extend([number] * count)
        self.tagged(base, count, places, tags)

    def add(self, start: int, end: int, code: str, word: str) -> None:
        self.codes.append(code)
        self.tokens.words.append(word)
        self.tokens.starts.append(start)
        self.tokens.ends.append(end)

    def slow(self, start: int, end: int) -> None:
        """A word that is new, long, a hyphen, or two ('mid-June')."""
        text = self.text
        word = text[start:end]
        if len(word) > _LONGEST:
            self.add(start, end, PLAIN, "")
        elif word in _HYPHENS:
            touching = text[start - 1 : start].strip() and text[end : end + 1].strip()
            self.add(start, end, HYPHEN if touching else DASH, word)
        elif cut := _cut(word):
            self.add(
                start, start + cut, code_of(word[: cut - 1], self.alphabet), word[:cut].lower()
            )
            self.add(start + cut, end, code_of(word[cut:], self.alphabet), word[cut:].lower())
        else:
            lower = word.lower().replace("’", "'")
            code = code_of(word, self.alphabet)
            self.add(start, end, code, lower)
            if len(self.alphabet.seen) < _REMEMBERED:
                self.alphabet.seen[word] = code, lower

    def tagged(self, base: int, count: int, places: list[int], tags: Tagged | None) -> None:
        """Word classes and heads where the encoder gave them."""
        upos, head = [""] * count, [-2] * count
        if tags is not None and len(tags.upos) == len(places) == len(tags.heads):
            for place, pos, above in zip(places, tags.upos, tags.heads, strict=True):
                upos[place - base] = pos
                head[place - base] = places[above] if above >= 0 else -1
        self.tokens.upos.extend(upos)
        self.tokens.head.extend(head)


def _cut(word: str) -> int:
    """Where 'mid-June' is cut: behind the hyphen, else 0."""
    lower = word.lower()
    return next((len(p) for p in _SPLIT if lower.startswith(p) and len(lower) > len(p)), 0)


def code_of(word: str, letters: Alphabet) -> str:
    """The code point of a word: as it stands, then in title case if all capitals, then in lower."""
    known, lower = letters.words, word.lower().replace("’", "'")
    if word in known:
        return known[word]
    if any(c.isdigit() or c in "½¼¾" for c in word) and (shape := number_shape(lower)):
        return letters.shapes[shape]
    if word.isupper() and word.capitalize() in known:
        return known[word.capitalize()]
    return known.get(lower, PLAIN)


def prepared(
    text: str,
    sentences: Sequence[Segmented],
    letters: Alphabet,
    tags: Sequence[Tagged | None] = (),
) -> Tokens:
    """The tokens of an article. `tags` is aligned with `sentences` or empty."""
    build = _Builder(text, letters)
    for number, sentence in enumerate(sentences):
        build.sentence(number, sentence.tokens, tags[number] if tags else None)
    done = build.tokens
    return Tokens(
        text, "".join(build.codes), done.words, done.starts, done.ends,
        done.sentence, done.first, done.upos, done.head,
    )  # fmt: skip
