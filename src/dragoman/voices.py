"""Articles of one origin are one voice: what each of them tells first, and what it only repeats.

The articles of an origin are read one after another, the report that the others were made from first. A
sentence repeats one that was read before where the sentences' vectors or words are near, or where a
derivation aligns the two; otherwise it is the article's own. A fact in a sentence of the article's own is
a fact of its own. One in a repeated sentence is the fact that the first article has there, if it has
one that is alike. What is a copy of another text, its words changed here and there, tells nothing in the
sentences that it repeats. So copies of a report, exact or reworded, add mentions and nothing else, while what
a rewrite adds to its source counts.
"""

from __future__ import annotations

import base64
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.linking import Affair, ends
from dragoman.types import Analysis, Derivation, Span

Bits = NDArray[np.float32]

BITS: Final = 256
NEAREST: Final = 52
"""Bits of 256 by which the signatures of two readings of one sentence differ at most: a cosine of 0.8."""
MOST_WORDS: Final = 0.6
"""Share of a sentence's words that a sentence read before must have for it to be a part of that."""
JOINING: Final = frozenset({"copy", "rewrite", "shared_source"})
"""Kinds of derivation whose passages tell the same; statements in common show no common report."""

_WORD: Final = re.compile(r"\w+")
_LINE: Final = re.compile(r"[^\n]+")


class _Fact(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def article(self) -> str: ...


F = TypeVar("F", bound=_Fact)
Likeness = Callable[[F, F], float]
"""How alike two facts of one sentence are, the second told first; nought where they are two."""


@dataclass(eq=False, slots=True)
class Telling:
    """A sentence of an origin, by the text that tells it first; `words` in lower case."""

    text: Text
    words: frozenset[str]


@dataclass(eq=False)
class Text:
    """What one article says, or several in the same words: the number of each sentence is theirs all.

    altered: whether it is another text of its origin with words changed: one that more articles print, or one
    that was read before it and is copied. copied: whether that shares its wording (a derivation 'copy').
    """

    analyses: list[Analysis]
    sentences: tuple[Span, ...]
    words: tuple[frozenset[str], ...]
    altered: bool = False
    copied: bool = False
    tellings: list[tuple[Telling, ...]] = field(default_factory=list)

    @cached_property
    def bits(self) -> Bits:
        """A row of +1 and -1 for each sentence; nought where no encoder read it."""
        packed = b"".join(base64.b64decode(t.signatures) for t in self.analyses[0].traces)
        raw = np.frombuffer(packed, dtype=np.uint8).reshape(-1, BITS // 8)
        if len(raw) != len(self.sentences):
            return np.zeros((len(self.sentences), BITS), dtype=np.float32)
        return np.unpackbits(raw, axis=1).astype(np.float32) * 2 - 1

    def numbers(self, span: Span) -> range:
        """The sentences that a stretch of its first article touches."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.end)
        return range(first, bisect_right(self.sentences, span.end - 1, key=lambda s: s.start))


class Voices:
    """What the articles of an affair tell first, each as part of its origin, and what they repeat."""

    def __init__(self, affair: Affair) -> None:
        self._starts: dict[str, tuple[Span, ...]] = {}
        self._text: dict[str, Text] = {}
        self._order: dict[str, int] = {}
        self._origin: dict[str, str] = {}
        by_origin: dict[str, list[Analysis]] = defaultdict(list)
        for told in affair.members:
            by_origin[told.origin].append(told.analysis)
        for origin, analyses in sorted(by_origin.items()):
            for text in _read(analyses, affair.derivations):
                self._add(text, origin)

    def _add(self, text: Text, origin: str) -> None:
        for analysis in text.analyses:
            article = analysis.article.id
            self._text[article] = text
            self._order[article] = len(self._order)
            self._origin[article] = origin
            self._starts[article] = _sentences(analysis)

    def is_main(self, article: str) -> bool:
        """Whether most of an article is its own, or of a text that it shares word for word."""
        text = self._text[article]
        own = sum(any(t.text is text for t in tellings) for tellings in text.tellings)
        return 2 * own > len(text.tellings) or not text.tellings

    def in_order(self, articles: Iterable[str]) -> list[str]:
        """Articles as they were read: of each origin the first report first."""
        return sorted(articles, key=self._order.__getitem__)

    def version(self, article: str) -> str | None:
        """The first article of a version of its report: those with the same words. None for a copy of another
        version, as what that changes makes it no version of its own."""
        text = self._text[article]
        return None if text.copied else text.analyses[0].article.id

    def place(self, article: str, at: int) -> tuple[Telling, ...]:
        """The sentences of its origin that the sentence around a character tells; none outside them."""
        sentences = self._starts[article]
        number = bisect_right(sentences, at, key=lambda s: s.start) - 1
        inside = number >= 0 and at < sentences[number].end
        return self._text[article].tellings[number] if inside else ()

    def is_own(self, article: str, at: int) -> bool:
        """Whether the article, or another that has the same words, tells first what stands there."""
        place = self.place(article, at)
        return not place or any(t.text is self._text[article] for t in place)

    def origin(self, article: str) -> str:
        """The origin of an article."""
        return self._origin[article]

    def is_altered(self, article: str) -> bool:
        """Whether an article is a copy of another text of its origin, with words changed."""
        return self._text[article].altered

    def tellers(self, article: str, at: int) -> int:
        """How many texts of its origin tell what stands at a character, altered copies not among them."""
        told = [self._tellers[telling] for telling in self.place(article, at)]
        return len(set().union(*told)) if told else 1

    def texts(self, articles: Iterable[str]) -> int:
        """How many texts some articles have, altered copies not among them."""
        return len({id(t) for article in articles if not (t := self._text[article]).altered})

    @cached_property
    def _tellers(self) -> dict[Telling, set[int]]:
        """The texts that tell each sentence."""
        found: dict[Telling, set[int]] = defaultdict(set)
        for text in self._text.values():
            for telling in (t for tellings in text.tellings for t in tellings if not text.altered):
                found[telling].add(id(text))
        return found

    def repeated(
        self,
        facts: Iterable[F],
        at: Callable[[F], int],
        alike: Likeness[F],
        *,
        elsewhere: Likeness[F] | None = None,
    ) -> dict[str, list[str]]:
        """Each fact that is told first → the facts that it stands for, itself first.

        What repeats a sentence in which its origin's first report has no fact like it stands in none; with
        `elsewhere`, a fact like it by that is looked for in the whole origin, and where there is none it is
        told first, but for that of a copy. `at`: the character at which a fact stands.
        """
        found: dict[str, list[str]] = {}
        first: dict[Telling, list[F]] = defaultdict(list)
        of_origin: dict[str, list[F]] = defaultdict(list)
        for fact in sorted(facts, key=lambda f: (self._order[f.article], at(f), f.id)):
            place, told = self.place(fact.article, at(fact)), of_origin[self._origin[fact.article]]
            is_first = not place or self._is_first(fact.article, place)
            best = _likest(fact, [f for t in place for f in first[t]], alike)
            if best is None and elsewhere and not is_first:
                best = _likest(fact, told, elsewhere)
            if best is not None:
                found[best.id].append(fact.id)
            elif is_first or (elsewhere and self._may_add(fact.article, place)):
                found[fact.id] = [fact.id]
                told.append(fact)
                for telling in place:
                    first[telling].append(fact)
        return found

    def _may_add(self, article: str, place: Sequence[Telling]) -> bool:
        """Whether an article can tell something new in a sentence that it repeats: no exact copy, none altered."""
        text = self._text[article]
        leads = text.analyses[0].article.id == article
        return leads and not text.altered and all(t.text is not text for t in place)

    def _is_first(self, article: str, place: Sequence[Telling]) -> bool:
        """Whether it is the first article of the text that tells this first."""
        return any(t.text.analyses[0].article.id == article for t in place)


@lru_cache(maxsize=1)
def voices_of(affair: Affair) -> Voices:
    """The voices of an affair; the last are kept, for one joiner after another asks for them."""
    return Voices(affair)


def _likest(fact: F, others: Iterable[F], alike: Likeness[F]) -> F | None:
    """The fact of another article that is most like this one, if any is."""
    known = [other for other in others if other.article != fact.article]
    best = max(known, key=lambda other: alike(fact, other), default=None)
    return best if best is not None and alike(fact, best) > 0 else None


# ---------------------------------------------------------------- reading an origin


def _read(analyses: Sequence[Analysis], derivations: Sequence[Derivation]) -> Iterator[Text]:
    """The texts of an origin in order, with what each of their sentences tells."""
    if len(analyses) == 1:
        text = _text(analyses)
        text.tellings = [(Telling(text, words),) for words in text.words]
        yield text
        return
    ids = {a.article.id for a in analyses}
    own = [d for d in derivations if d.kind in JOINING and ids.issuperset(ends(d))]
    reader = _Reader(own)
    for text in _in_order(_texts(analyses), own):
        reader.read(text)
        yield text


def _texts(analyses: Sequence[Analysis]) -> list[Text]:
    """The different texts: articles with the same words in as many sentences are one."""
    same: dict[object, list[Analysis]] = defaultdict(list)
    for analysis in sorted(analyses, key=lambda a: (_day(a), a.article.text, a.article.id)):
        sentences = _sentences(analysis)
        text = analysis.article.text
        words = tuple(w.casefold() for s in sentences for w in _WORD.findall(text[slice(*s)]))
        same[words, len(sentences)].append(analysis)
    return [_text(group) for group in same.values()]


def _text(analyses: Sequence[Analysis]) -> Text:
    sentences, text = _sentences(analyses[0]), analyses[0].article.text
    words = (frozenset(_WORD.findall(text[slice(*s)].casefold())) for s in sentences)
    return Text(list(analyses), sentences, tuple(words))


def _sentences(analysis: Analysis) -> tuple[Span, ...]:
    """Those of the trace; lines where no encoder read the article."""
    if analysis.traces:
        return tuple(s for trace in analysis.traces for s in trace.sentences)
    return tuple(Span(m.start(), m.end()) for m in _LINE.finditer(analysis.article.text))


def _in_order(texts: Sequence[Text], derivations: Sequence[Derivation]) -> list[Text]:
    """The texts in the order of reading; says of each whether it is an altered copy.

    First those that are no altered copies, and what was made from another of them last; else the earliest
    first, then what most articles print, the longest, and by its words. Altered copies by how many print them.
    """
    of = {a.article.id: text for text in texts for a in text.analyses}
    pairs = [(of[d.from_], of[d.to], d) for d in derivations if of[d.from_] is not of[d.to]]
    for one, other, _ in pairs:
        if len(one.analyses) != len(other.analyses):
            min(one, other, key=lambda text: len(text.analyses)).altered = True
    made = {d.to for one, _, d in pairs if d.directed and not one.altered}

    def rank(text: Text) -> tuple[object, ...]:
        articles = [a.article for a in text.analyses]
        derived = any(a.id in made for a in articles)
        size = sum(map(len, text.words))
        altered = len(articles) if text.altered else 0
        day = _day(text.analyses[0])
        return (text.altered, -altered, derived, day, -len(articles), -size, articles[0].text)

    ordered = sorted(texts, key=rank)
    place = {id(text): number for number, text in enumerate(ordered)}
    for one, other, derivation in pairs:
        if derivation.kind == "copy":
            later = max(one, other, key=lambda text: place[id(text)])
            later.altered = later.copied = True
    return ordered


def _day(analysis: Analysis) -> str:
    published = analysis.article.published
    return published.value[:10] if published else "9999"


class _Reader:
    """Reads the texts of one origin: which sentences each repeats."""

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        self._passages: dict[str, list[tuple[Span, str, Span]]] = defaultdict(list)
        for d in derivations:
            for p in d.passages:
                self._passages[d.from_].append((p.from_span, d.to, p.to_span))
                self._passages[d.to].append((p.to_span, d.from_, p.from_span))
        self._text_of: dict[str, Text] = {}
        self._known: list[tuple[frozenset[str], Telling]] = []
        self._aside: list[tuple[frozenset[str], Telling]] = []
        self._bits: Bits = np.zeros((0, BITS), dtype=np.float32)

    def read(self, text: Text) -> None:
        """Fills in what the sentences of the next text tell."""
        aligned = self._aligned(text)
        near = text.bits @ self._bits.T if self._known else None
        for number, words in enumerate(text.words):
            told = {id(t): t for t in aligned[number]}
            nearest = int(near[number].argmax()) if near is not None else -1
            if near is not None and near[number, nearest] >= BITS - 2 * NEAREST:
                told[id(self._known[nearest][1])] = self._known[nearest][1]
            if not told and (part := self._part_of(words, aside=text.altered)):
                told[id(part)] = part
            text.tellings.append(tuple(told.values()) or (Telling(text, words),))
        if not text.altered:
            told_by = zip(text.words, text.tellings, strict=True)
            self._known += [(words, tellings[0]) for words, tellings in told_by]
            self._bits = np.concatenate([self._bits, text.bits])
            self._aside += [(words, Telling(text, words)) for words in _furniture(text)]
        self._text_of.update((a.article.id, text) for a in text.analyses)

    def _aligned(self, text: Text) -> list[list[Telling]]:
        """For each sentence what derivations align it with, of each passage what shares most words."""
        found: list[list[Telling]] = [[] for _ in text.sentences]
        for analysis in text.analyses:
            for span, other, there in self._passages[analysis.article.id]:
                known = self._text_of.get(other)
                if known is None:
                    continue
                tellings = [t for n in known.numbers(there) for t in known.tellings[n]]
                for number in text.numbers(span) if tellings else ():
                    words = text.words[number]
                    found[number].append(max(tellings, key=lambda t: len(t.words & words)))
        return found

    def _part_of(self, words: frozenset[str], *, aside: bool) -> Telling | None:
        """What the sentence tells that has most of these words, if it has enough of them; `aside`: or a line of
        furniture, which tells nothing."""
        known = [*self._known, *self._aside] if aside else self._known
        found = max(known, key=lambda known: len(known[0] & words), default=None)
        enough = found is not None and len(found[0] & words) >= MOST_WORDS * len(words)
        return found[1] if found is not None and enough else None


def _furniture(text: Text) -> Iterator[frozenset[str]]:
    """The words of each line of furniture."""
    article = text.analyses[0].article
    for furniture in article.furniture:
        for line in _LINE.findall(article.text[slice(*furniture.span)].casefold()):
            yield frozenset(_WORD.findall(line))
