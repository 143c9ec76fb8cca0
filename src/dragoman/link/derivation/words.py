"""An article made ready to be compared: its sentences as words, hard tokens and bits."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.text import outline
from dragoman.types import Analysis, Article, Span
from dragoman.wording import DIGITS, FUNCTION_WORDS, WORD

GRAM: Final = 5
BITS: Final = 256
SHORTEST: Final = 4
"""Words that a sentence must have to be compared: shorter lines are cross-heads and captions."""

_ENDINGS: Final = ("ing", "edly", "ed", "es", "s", "ly")
_LEAST_STEM: Final = 4
_FIRST_PERSON: Final = frozenset(
    ["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"]
)
_POST: Final = re.compile(r"\(@\w+\)|pic\.twitter\.com/")


@dataclass(frozen=True)
class Told:
    """One sentence of the article proper. `hard` are its names and numbers, which a rewrite keeps.

    `spoken` sentences are somebody's own words: most of them stand inside quotation marks, or they
    speak as 'I' or 'we', or they stand in a post that was copied with its sender's handle. Anybody
    may carry them, so they show less.
    """

    span: Span
    words: tuple[str, ...]
    hard: frozenset[str]
    spoken: bool

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of its words, in lower case, without function words."""
        kept = frozenset(self.words) - FUNCTION_WORDS
        return frozenset(map(_stem, kept)) | _numbers(kept)


@dataclass(frozen=True, eq=False)
class Prepared:
    """An article's sentences, in text order, in the forms that comparing needs.

    `bits`: +1 and -1, one row of 256 a sentence; None where nothing encoded the article.
    """

    article: Article
    told: tuple[Told, ...]
    bits: NDArray[np.float32] | None

    @property
    def words(self) -> int:
        """Number of words."""
        return sum(len(t.words) for t in self.told)

    @property
    def tokens(self) -> NDArray[np.int64]:
        """Hashes of all content words, each once a sentence."""
        return self._content[0]

    @property
    def owners(self) -> NDArray[np.int64]:
        """For each of `tokens` the number of its sentence."""
        return self._content[1]

    @cached_property
    def said(self) -> frozenset[int]:
        """Hashes of the runs of `GRAM` words inside spoken sentences."""
        return frozenset(run_hashes([t for t in self.told if t.spoken], GRAM).tolist())

    @cached_property
    def own(self) -> frozenset[int]:
        """Hashes of the other runs: those outside spoken sentences."""
        runs = run_hashes([t for t in self.told if not t.spoken], GRAM)
        return frozenset(runs.tolist()) - self.said

    @cached_property
    def _content(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        words = [(word, i) for i, t in enumerate(self.told) for word in sorted(t.content)]
        tokens = hashed([word for word, _ in words]).astype(np.int64)
        return tokens, np.array([i for _, i in words], dtype=np.int64)


def prepare(analysis: Analysis) -> Prepared:
    """The article's own sentences: without furniture, title and very short lines."""
    article = analysis.article
    spans, quoted, bits = _sentences(analysis)
    title = tuple(words_of(article.title or ""))
    inside = _mask(article.text, quoted)
    posts = _mask(article.text, _posts(article.text))
    told: list[Told] = []
    kept: list[int] = []
    for number, span in enumerate(spans):
        if article.title_span is not None and _overlap(span, article.title_span):
            continue
        sentence = _told(article.text, span, inside, posts)
        if len(sentence.words) >= SHORTEST and sentence.words != title:
            told.append(sentence)
            kept.append(number)
    return Prepared(article, tuple(told), None if bits is None else bits[kept])


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
    sentences, quoted = outline(article.text)
    furniture = _mask(article.text, (f.span for f in article.furniture))
    return tuple(s for s in sentences if furniture.find(1, *s) < 0), quoted, None


def _posts(text: str) -> Iterator[Span]:
    """The lines of posts."""
    if "(@" not in text and "pic.twitter.com/" not in text:
        return
    for match in _POST.finditer(text):
        end = text.find("\n", match.start())
        start = text.rfind("\n", 0, match.start()) + 1
        yield Span(start, len(text) if end < 0 else end)


def _mask(text: str, spans: Iterable[Span]) -> bytes:
    """One byte a character: 1 inside any of the spans."""
    mask = bytearray(len(text))
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return bytes(mask)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told(text: str, span: Span, inside: bytes, posts: bytes) -> Told:
    found = WORD.findall(text, *span)
    words = tuple([word.casefold() for word in found])
    hard = {
        folded
        for word, folded in zip(found[1:], words[1:], strict=True)
        if not "a" <= word < "{" and (word[0].isupper() or word[0].isdigit())
    }
    if found and found[0][0].isdigit():
        hard.add(words[0])
    spoken = (
        _mostly_inside(text, span, inside)
        or not _FIRST_PERSON.isdisjoint(words)
        or posts.find(1, *span) >= 0
    )
    return Told(
        span=span,
        words=words,
        hard=frozenset(hard - FUNCTION_WORDS) | _numbers(words),
        spoken=spoken,
    )


def _numbers(words: Iterable[str]) -> frozenset[str]:
    """The numbers that are written as words, in digits."""
    if DIGITS.keys().isdisjoint(words):
        return frozenset()
    return frozenset([DIGITS[word] for word in words if word in DIGITS])


def _mostly_inside(text: str, span: Span, inside: bytes) -> bool:
    """Do more than half of the words of a sentence begin inside quotation marks?"""
    if inside.find(1, *span) < 0:
        return False
    starts = [match.start() for match in WORD.finditer(text, *span)]
    return 2 * sum(inside[start] for start in starts) > len(starts)


def _stem(word: str) -> str:
    """The word without a common ending: enough to match 'strikes' and 'striking'."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def words_of(text: str) -> Iterator[str]:
    """The words of a text in lower case."""
    return (match.group().casefold() for match in WORD.finditer(text))


def run_hashes(told: Iterable[Told], size: int) -> NDArray[np.uint64]:
    """32-bit hashes of all runs of `size` words, over the ends of sentences, in text order."""
    return _mixed(_run_sums([word for sentence in told for word in sentence.words], size))


def spoken_hashes(told: Iterable[Told], size: int) -> NDArray[np.uint64]:
    """The same for the runs of each spoken sentence alone."""
    return _mixed([value for t in told if t.spoken for value in _run_sums(t.words, size)])


def hashed(words: Iterable[str]) -> NDArray[np.uint64]:
    """32 bits of each word or run of words, well mixed."""
    return _mixed([crc32(word.encode("utf-8", "surrogatepass")) for word in words])


def pair_hashes(words: Sequence[str], pairs: Iterable[tuple[int, int]]) -> NDArray[np.uint64]:
    """The same as `hashed` of two of the words with a blank between, the one first by the alphabet."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    first, behind = [crc32(word) for word in encoded], [b" " + word for word in encoded]
    return _mixed(
        [
            crc32(behind[j], first[i]) if words[i] < words[j] else crc32(behind[i], first[j])
            for i, j in pairs
        ]
    )


def _run_sums(words: Iterable[str], size: int) -> list[int]:
    """Check sums of all runs of `size` words with blanks between them."""
    joined = " ".join(words).encode("utf-8", "surrogatepass")
    behind = list(accumulate([len(word) + 1 for word in joined.split(b" ")], initial=0))
    return [crc32(joined[a : b - 1]) for a, b in zip(behind, behind[size:], strict=False)]


def _mixed(sums: list[int]) -> NDArray[np.uint64]:
    value = np.array(sums, dtype=np.uint64)
    factor, half, mask = np.array([0x9E3779B1, 15, 0xFFFFFFFF], dtype=np.uint64)
    mixed: NDArray[np.uint64] = (value * factor ^ value >> half) & mask
    return mixed
