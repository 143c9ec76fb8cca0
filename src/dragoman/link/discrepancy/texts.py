"""What the articles of an affair say, as words and numbers in which a fact can be looked up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.figures import figure_bounds
from dragoman.types import Entity, Quantity, Quotation, Span
from dragoman.wording import FUNCTION_WORDS

NOTABLE = frozenset(
    {"killed", "injured", "casualties", "captive", "displaced", "missing", "detained", "rescued"}
)
"""Measures of figures that a reader should know to be left out."""

TOLD = 0.6
"""Share of a version's content words that the fullest version of a statement must hold."""

HELD = 0.4
"""Share of a statement's content words that an article must hold in neighbouring sentences to tell
it; calibrated by reading the seeds and 14 collections: rewrites in other words keep 0.4 to 0.6,
sentences on the same matter without the statement a third."""

AROUND = 2
"""Sentences beyond those that a statement takes in its own article within which another must tell
it: one of a single sentence in three."""

LEAST_WORDS = 4
"""Content words that a statement needs to be noted."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d|\d")


class Texts:
    """What the articles of an affair say, as words and numbers to look up; each is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._words: dict[str, frozenset[str]] = {}
        self._sentences: dict[str, tuple[frozenset[str], ...]] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._values: dict[str, frozenset[float]] = {}
        self._notable: dict[str, tuple[Quotation | Quantity, ...]] = {}
        self._names: dict[str, str | None] = {}

    def notable(self, article: str) -> tuple[Quotation | Quantity, ...]:
        """The statements of named speakers in an article, and its largest count for each measure."""
        if article not in self._notable:
            self._notable[article] = tuple(self._facts(article))
        return self._notable[article]

    def _facts(self, article: str) -> Iterator[Quotation | Quantity]:
        analysis = self._context.told[article].analysis
        for quotation in analysis.quotations:
            if len(self.said(quotation)) >= LEAST_WORDS and self.speaker(quotation):
                yield quotation
        counts = [q for q in analysis.quantities if q.measure in NOTABLE and figure_bounds(q)]
        for measure in dict.fromkeys(q.measure for q in counts):
            yield max((q for q in counts if q.measure == measure), key=_most)

    def speaker(self, quotation: Quotation) -> str | None:
        """The name of the speaker, where it is somebody with a name."""
        entity = quotation.speaker.entity if quotation.speaker else None
        if entity is None:
            return None
        if entity not in self._names:
            self._names[entity] = _name(self._context.entities.get(entity, []))
        return self._names[entity]

    def __contains__(self, article: str) -> bool:
        return article in self._context.told

    def length(self, article: str) -> int:
        """Words of the whole page."""
        return len(self._context.told[article].analysis.article.text.split())

    def size(self, article: str) -> int:
        """Code points outside furniture."""
        found = self._context.told[article].analysis.article
        return max(1, len(found.text) - sum(f.span.end - f.span.start for f in found.furniture))

    def said(self, fact: Quotation | Quantity) -> frozenset[str]:
        """The content words of a statement, or the number of a figure, as compared."""
        if fact.id not in self._said:
            words = statement_words(fact) if isinstance(fact, Quotation) else _stems(fact.text)
            self._said[fact.id] = frozenset(words)
        return self._said[fact.id]

    def tells(self, article: str, fact: Quotation | Quantity) -> bool:
        """Whether an article gives a statement in neighbouring sentences, or a number that may be the figure's."""
        if isinstance(fact, Quotation):
            return self._quotes(article, fact)
        numbers = {v for v in (fact.low, fact.high) if v is not None}
        return (
            bool(numbers & self._values_of(article))
            or bool(self.said(fact) & self._words_of(article))
            or self._may(article, fact)
        )

    def _quotes(self, article: str, fact: Quotation) -> bool:
        """Whether sentences in a row, few more than the statement takes, hold most of its words."""
        said = self.said(fact)
        held = [said & words for words in self._sentences_of(article)]
        reach = self._length(fact) + AROUND
        rows = (held[at : at + reach] for at in range(max(1, len(held) - reach + 1)))
        return any(len(frozenset().union(*row)) >= HELD * len(said) for row in rows)

    def _length(self, fact: Quotation) -> int:
        """Sentences of its own article from its first word to its last."""
        start, end = fact.content[0].span.start, fact.content[-1].span.end
        spans = self._spans(fact.article)
        return max(1, sum(span.start < end and start < span.end for span in spans))

    def _spans(self, article: str) -> Sequence[Span]:
        """The sentences of an article; the whole text where it was read without them."""
        analysis = self._context.told[article].analysis
        found = [span for trace in analysis.traces for span in trace.sentences]
        return found or [Span(0, len(analysis.article.text))]

    def _sentences_of(self, article: str) -> tuple[frozenset[str], ...]:
        """The content words of each sentence, in order."""
        if article not in self._sentences:
            words = (_stems(self._context.text(article, s)) for s in self._spans(article))
            self._sentences[article] = tuple(map(frozenset, words))
        return self._sentences[article]

    def _may(self, article: str, fact: Quantity) -> bool:
        """Whether some figure for the same measure may be the same number."""
        found = self._context.told[article].analysis.quantities
        same = [b for q in found if q.measure == fact.measure and (b := figure_bounds(q))]
        own = figure_bounds(fact)
        return own is not None and any(b[0] <= own[1] and own[0] <= b[1] for b in same)

    def _words_of(self, article: str) -> frozenset[str]:
        if article not in self._words:
            text = self._context.told[article].analysis.article.text
            self._words[article] = frozenset(_stems(text))
        return self._words[article]

    def _values_of(self, article: str) -> frozenset[float]:
        if article not in self._values:
            found = self._context.told[article].analysis.quantities
            both = (v for q in found for v in (q.low, q.high))
            self._values[article] = frozenset(v for v in both if v is not None)
        return self._values[article]


def _most(quantity: Quantity) -> tuple[float, int]:
    """The number, for the largest; of equals the first in the text."""
    numbers = [v for v in (quantity.low, quantity.high) if v is not None]
    return (max(numbers, default=0.0), -quantity.span.start)


def _name(known: Iterable[Entity]) -> str | None:
    """The name that most articles give, not one printed in capitals; the fullest of equals."""
    every = (n for e in known if e.kind != "other" for n in (e.name, *e.aliases))
    names = Counter(name for name in every if name[:1].isupper())
    return min(names, key=lambda n: (_capitals(n), -names[n], -len(n), n), default=None)


def _capitals(name: str) -> int:
    """Words in capitals beyond one: of a heading, or of a name printed like one."""
    return max(0, sum(word.isupper() for word in name.split()) - 1)


def statement_words(fact: Quotation) -> tuple[str, ...]:
    """The content words of a statement, cut to what inflection leaves."""
    return tuple(dict.fromkeys(s for p in fact.content for s in _stems(p.text)))


def _stems(text: str) -> Iterator[str]:
    """Content words of four letters and more, cut to six letters, and numbers without commas."""
    for word in _WORD.findall(text.casefold()):
        if word not in FUNCTION_WORDS:
            yield word.replace(",", "") if word[0].isdigit() else word[:6]
