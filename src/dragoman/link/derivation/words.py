"""An article made ready to be compared: its sentences as words, hard tokens and bits."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.text import segment
from dragoman.types import Analysis, Article, Span

GRAM: Final = 5
BITS: Final = 256
SHORTEST: Final = 4
"""Words that a sentence must have to be compared: shorter lines are cross-heads and captions."""

_NUMBERS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS: Final = {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=2)}
_ENDINGS: Final = ("ing", "edly", "ed", "es", "s", "ly")
_LEAST_STEM: Final = 4
_FIRST_PERSON: Final = frozenset(
    ["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"]
)
_POST: Final = re.compile(r"\(@\w+\)|pic\.twitter\.com/")
_WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")
_FUNCTION: Final = (
    "a about above after again against ago all also although always am among an and another any "
    "are around as at away back be became because become been before behind being below between "
    "both but by came can could d did do does doing done down during each either else even ever "
    "every few for from further get go going gone had has have having he her here hers him "
    "himself his how however i if in including indeed instead into is it its itself just last "
    "later least less like ll m made make many may me meanwhile might more most much must my near "
    "neither never new next no nor not now of off often on once one only onto or other others our "
    "out over own per put quite rather re s said same say saying says see seen several shall she "
    "should since so some still such t take than that the their them themselves then there these "
    "they this those though through thus till to told too took toward towards under until up upon "
    "us used ve very was we well went were what when where whether which while who whom whose why "
    "will with within without would yet you your"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION.split())


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the article proper. `hard` are its names and numbers, which a rewrite keeps.

    `content` are the stems of its words, in lower case, without function words. `spoken` sentences are somebody's
    own words: most of them stand inside quotation marks, or they speak as 'I' or 'we', or they stand
    in a post that was copied with its sender's handle. Anybody may carry them, so they show less.
    """

    span: Span
    words: tuple[str, ...]
    content: frozenset[str]
    hard: frozenset[str]
    spoken: bool


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article's sentences, in text order, in the forms that comparing needs.

    `bits`: +1 and -1, one row of 256 a sentence; None where nothing encoded the article.
    `tokens`, `owners`: hashes of all content words, each once a sentence, and their sentences' numbers.
    `own`, `said`: hashes of the runs of `GRAM` words outside and inside spoken sentences.
    """

    article: Article
    told: tuple[Told, ...]
    bits: NDArray[np.float32] | None
    tokens: NDArray[np.int64]
    owners: NDArray[np.int64]
    own: frozenset[int]
    said: frozenset[int]

    @property
    def words(self) -> int:
        """Number of words."""
        return sum(len(t.words) for t in self.told)


def prepare(analysis: Analysis) -> Prepared:
    """The article's own sentences: without furniture, title and very short lines."""
    article = analysis.article
    spans, quoted, bits = _sentences(analysis)
    title = tuple(words_of(article.title or ""))
    posts = [_line_of(article.text, match.start()) for match in _POST.finditer(article.text)]
    told: list[Told] = []
    kept: list[int] = []
    for number, span in enumerate(spans):
        if article.title_span is not None and _overlap(span, article.title_span):
            continue
        sentence = _told(article.text, span, quoted, posts)
        if len(sentence.words) >= SHORTEST and sentence.words != title:
            told.append(sentence)
            kept.append(number)
    return _prepared(article, tuple(told), None if bits is None else bits[kept])


def _prepared(
    article: Article, told: tuple[Told, ...], bits: NDArray[np.float32] | None
) -> Prepared:
    pairs = [(hashed((word,)), i) for i, t in enumerate(told) for word in sorted(t.content)]
    both = np.array(pairs, dtype=np.int64).reshape(len(pairs), 2)
    said = frozenset(run_hashes([t for t in told if t.spoken], GRAM))
    own = frozenset(run_hashes([t for t in told if not t.spoken], GRAM)) - said
    return Prepared(article, told, bits, both[:, 0], both[:, 1], own, said)


def _sentences(
    analysis: Analysis,
) -> tuple[tuple[Span, ...], tuple[Span, ...], NDArray[np.float32] | None]:
    """Sentences, quoted stretches and bits, from the trace; where there is none, from the text."""
    if analysis.traces:
        trace = analysis.traces[0]
        raw = np.frombuffer(base64.b64decode(trace.signatures), dtype=np.uint8)
        bits = np.unpackbits(raw).reshape(len(trace.sentences), BITS).astype(np.float32) * 2 - 1
        return trace.sentences, trace.quoted, bits
    article = analysis.article
    found = [
        s
        for s in segment(article.text)
        if not any(_overlap(Span(s.start, s.end), f.span) for f in article.furniture)
    ]
    quoted = (t for s in found for t, q in zip(s.tokens, s.quoted, strict=True) if q)
    return tuple(Span(s.start, s.end) for s in found), tuple(quoted), None


def _line_of(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told(text: str, span: Span, quoted: tuple[Span, ...], posts: list[Span]) -> Told:
    words: list[str] = []
    hard: set[str] = set()
    inside = 0
    own = [q for q in quoted if _overlap(q, span)]
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        folded = word.casefold()
        words.append(folded)
        inside += any(q.start <= match.start() < q.end for q in own)
        if word[0].isdigit() or (len(words) > 1 and word[0].isupper()):
            hard.add(folded)
    kept = frozenset(words) - FUNCTION_WORDS
    numbers = frozenset(_NUMBER_WORDS[word] for word in kept if word in _NUMBER_WORDS)
    spoken = (
        2 * inside > len(words)
        or not _FIRST_PERSON.isdisjoint(words)
        or any(_overlap(span, post) for post in posts)
    )
    return Told(
        span=span,
        words=tuple(words),
        content=frozenset(map(_stem, kept)) | numbers,
        hard=frozenset(hard & kept) | numbers,
        spoken=spoken,
    )


def _stem(word: str) -> str:
    """The word without a common ending: enough to match 'strikes' and 'striking'."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def words_of(text: str) -> Iterator[str]:
    """The words of a text in lower case."""
    return (match.group().casefold() for match in _WORD.finditer(text))


def run_hashes(told: Iterable[Told], size: int) -> list[int]:
    """32-bit hashes of all runs of `size` words, over the ends of sentences, in text order."""
    words = [word for sentence in told for word in sentence.words]
    return [hashed(words[i : i + size]) for i in range(len(words) - size + 1)]


def hashed(words: Iterable[str]) -> int:
    """32 bits of some words, well mixed."""
    value = crc32(" ".join(words).encode("utf-8", "surrogatepass"))
    return (value * 0x9E3779B1 ^ value >> 15) & 0xFFFFFFFF
