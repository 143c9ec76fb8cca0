"""An article made ready to be compared with others: what it tells, whom it names, its numbers, days and deeds.

News tells the happening first and its background later (the inverted pyramid), so every sentence counts
less than the one before it, and the title most.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.link.story.words import Word, forms, words
from dragoman.text import outline
from dragoman.types import Analysis, Article, Span, Status, Timex

BITS: Final = 256
TITLE: Final = 2.0
"""What a word of the title counts, against one of the first sentence."""

HALVED: Final = 6
"""The sentence, counted from 0, whose words count half."""

LEAD: Final = 3
"""Sentences that tell what happened, beside the title."""

EARLY: Final = 12
"""Sentences in which an article names everybody whom it is about."""

COMPARED: Final = 10
"""Sentences whose directions are compared one by one."""

FIRST_NAME: Final = 0.25
"""What the words before the last of a person's name count: all of them are one person."""

DAYS_AROUND: Final = 10
"""Days between a day and the publication of an article whose happening may be of that day."""

MOST_TERMS: Final = 120
MOST_LEAD: Final = 40
"""Terms that are kept, the weightiest."""

NUMBERS_AT_LEAST: Final = 5.0
"""Length that is added to numbers, in nats, so that one small number in common is little."""

MAIN: Final = 5
"""Names that an article is about."""

AHEAD: Final[frozenset[Status]] = frozenset({"planned", "called_for", "hypothetical"})
TOLL: Final = frozenset({"killed", "casualties"})
LEAST_TOLL: Final = 100
"""The toll of one incident is revised by more in its first hours than that of a long affair in days."""

DONE: Final[frozenset[Status]] = frozenset({"happened", "ongoing"})

Bag = Mapping[str, float]
Deeds = Mapping[tuple[str, str], float]
Rows = NDArray[np.float32]


class Term(NamedTuple):
    """A stem, its weight in nats, what it counts in the article (more for what stands early or often),
    and whether it is part of a name."""

    stem: str
    weight: float
    place: float
    name: bool


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What comparing looks at. Bags map stems to weights and have length 1.

    terms, lead, names, numbers: of the whole article, of title and first sentences,
        of its names, of its numbers.
    main, headline: the names it is about, and the words of its title, or of its first sentence where it
        has none. early: all stems of its first sentences.
    rows: +1 and -1, a row of 256 for each of its first sentences; None where nothing encoded them.
    day: the ordinal of the day it was published. days: ordinals of days near it that it names.
    ahead, done: PLOVER type and party of events to come and of events that took place; all of these by
        how early they stand, 0 to 1. toll: the greatest number of people killed that it reports.
    """

    article: Article
    terms: Bag
    lead: Bag
    names: Bag
    numbers: Bag
    main: Bag
    headline: Bag
    early: frozenset[str]
    rows: Rows | None
    day: int | None
    days: Mapping[int, float]
    ahead: Deeds
    done: Deeds
    toll: float


Placed: TypeAlias = tuple[Word, float, bool]
"""A word with what its place counts, and whether it is part of a name."""


def prepare(analysis: Analysis) -> Prepared:
    """The article in the forms that comparing needs."""
    places = _Places(analysis.article, _sentences(analysis))
    placed = list(_placed(analysis, places))
    told = [p for p in placed if not p[0].number]
    lead, early = _place(LEAD - 1), _place(EARLY - 1)
    highest = max((place for _, place, _ in told), default=0.0)
    top = (highest, highest * FIRST_NAME)
    names = _bag([p for p in told if p[2] and p[0].capital], MOST_LEAD)
    return Prepared(
        article=analysis.article,
        terms=_bag(told, MOST_TERMS),
        lead=_bag([p for p in told if p[1] >= lead], MOST_LEAD),
        names=names,
        numbers=_bag([p for p in placed if p[0].number], MOST_LEAD, NUMBERS_AT_LEAST),
        main=dict(list(names.items())[:MAIN]),
        headline=_bag([p for p in told if p[1] in top], MOST_LEAD),
        early=frozenset([word.stem for word, place, _ in placed if place >= early]),
        rows=_rows(analysis),
        day=published_day(analysis.article),
        days=_days(analysis, places),
        ahead=_deeds(analysis, AHEAD, places),
        done=_deeds(analysis, DONE, places),
        toll=_toll(analysis),
    )


def terms_of(analysis: Analysis) -> tuple[Term, ...]:
    """All terms of the article, in order of their first place: what its keys are made of."""
    places = _Places(analysis.article, _sentences(analysis))
    return _counted(p for p in _placed(analysis, places) if not p[0].number)


def published_day(article: Article) -> int | None:
    """The ordinal of the day an article was published, where that is known to the day."""
    value = article.published.value[:10] if article.published else ""
    return date.fromisoformat(value).toordinal() if len(value) == 10 else None


def _sentences(analysis: Analysis) -> tuple[Span, ...]:
    """Sentences outside furniture, from the trace; else from the text alone."""
    if analysis.traces:
        return analysis.traces[0].sentences
    article = analysis.article
    found, _ = outline(article.text)
    if not article.furniture:
        return found
    return tuple(s for s in found if not any(_overlap(s, f.span) for f in article.furniture))


def _rows(analysis: Analysis) -> Rows | None:
    """A row of bits for each of the first sentences, from the trace."""
    if not analysis.traces:
        return None
    trace = analysis.traces[0]
    raw = np.frombuffer(base64.b64decode(trace.signatures), dtype=np.uint8)
    bits = np.unpackbits(raw).reshape(len(trace.sentences), BITS)[:COMPARED]
    return bits.astype(np.float32) * 2 - 1


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _place(number: int) -> float:
    return 1 / (1 + number / HALVED)


class _Places:
    """What the sentences of an article count, by where they stand."""

    def __init__(self, article: Article, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.values: list[float] = []
        title, number = article.title_span, 0
        for span in spans:
            titled = title is not None and _overlap(span, title)
            self.values.append(TITLE if titled else _place(number))
            number += not titled

    def at(self, start: int) -> float:
        """What the sentence at a place of the text counts, 0 to 1; 0 outside of all."""
        for span, value in zip(self.spans, self.values, strict=True):
            if span.start <= start < span.end:
                return min(value, 1.0)
        return 0.0


def _placed(analysis: Analysis, places: _Places) -> Iterator[Placed]:
    """The words of title and sentences. Numbers of dates are left out: days are compared as days."""
    article = analysis.article
    if article.title and article.title_span is None:
        yield from ((word, TITLE, word.capital) for _, word in words(article.title))
    people = {e.id for e in analysis.entities if e.kind == "person"}
    named = [m for m in analysis.entity_mentions if m.text[:1].isupper()]
    names = _Inside(m.span for m in named)
    persons = _Inside(m.span for m in named if m.entity in people)
    dates = _Inside(t.span for t in analysis.timexes)
    if not named and not analysis.timexes:
        for span, place in zip(places.spans, places.values, strict=True):
            yield from [(word, place, False) for word in forms(article.text, span.start, span.end)]
        return
    for span, place in zip(places.spans, places.values, strict=True):
        for at, word in words(article.text, span.start, span.end):
            if word.number:
                if dates.find(at) is None:
                    yield word, place, False
            elif word.capital:
                person = persons.find(at)
                first = person is not None and " " in article.text[at : person.end].strip()
                yield word, place * FIRST_NAME if first else place, names.find(at) is not None
            else:
                yield word, place, False


class _Inside:
    """Which of some spans a place of the text lies in; asked in order of text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans), key=lambda s: (s.start, -s.end))
        self._at = 0

    def find(self, at: int) -> Span | None:
        """The span, or None."""
        while self._at < len(self._spans) and self._spans[self._at].end <= at:
            self._at += 1
        if self._at < len(self._spans) and self._spans[self._at].start <= at:
            return self._spans[self._at]
        return None


def _counted(placed: Iterable[Placed]) -> tuple[Term, ...]:
    """Each stem once. It weighs what its first form does."""
    counts: dict[str, float] = {}
    first: dict[str, float] = {}
    names: set[str] = set()
    for (stem, weight, _, _), place, name in placed:
        if stem in counts:
            counts[stem] += place
        else:
            counts[stem], first[stem] = place, weight
        if name:
            names.add(stem)
    return tuple([Term(s, first[s], count, s in names) for s, count in counts.items()])


def _bag(placed: Iterable[Placed], most: int, least: float = 0.0) -> Bag:
    """The weightiest stems; a stem that comes twice counts less than twice."""
    counted = {s: weight * math.sqrt(place) for s, weight, place, _ in _counted(placed)}
    return _unit(counted, most, least)


def _unit(values: Bag, most: int, least: float = 0.0) -> Bag:
    kept = sorted(values.items(), key=lambda v: (-v[1], v[0]))[:most]
    length = math.sqrt(sum(v * v for _, v in kept) + least * least) or 1.0
    return {stem: value / length for stem, value in kept}


def _days(analysis: Analysis, places: _Places) -> Mapping[int, float]:
    day = published_day(analysis.article)
    found: dict[int, float] = {}
    for timex in analysis.timexes:
        at = _one_day(timex)
        if at is not None and (day is None or abs(day - at) <= DAYS_AROUND):
            found[at] = max(found.get(at, 0.0), places.at(timex.span.start))
    return found


def _one_day(timex: Timex) -> int | None:
    """The day that an expression names; 'now' and 'recently' name none."""
    one = timex.from_ is not None and timex.to is not None and timex.from_[:10] == timex.to[:10]
    if not one or timex.type not in ("DATE", "TIME") or (timex.value or "").endswith("_REF"):
        return None
    return date.fromisoformat(str(timex.from_)[:10]).toordinal()


def _deeds(analysis: Analysis, statuses: frozenset[Status], places: _Places) -> Deeds:
    """Types of events with each person who took part, by how early they stand.

    Persons tell one event from others; states do things of every type in most reports of a crisis.
    To mediate between others is another deed than to meet them.
    """
    people = {e.id for e in analysis.entities if e.kind == "person"}
    named = [m for m in analysis.entity_mentions if m.entity in people]
    found: dict[tuple[str, str], float] = {}
    for event in analysis.events:
        if event.status in statuses:
            place = places.at(event.trigger.span.start)
            for party in (*event.actor, *event.recipient):
                for who in {m.entity for m in named if _within(m.span, party.span)}:
                    deed = (
                        event.type + (" between others" if event.mode == "third-party" else ""),
                        who,
                    )
                    found[deed] = max(found.get(deed, 0.0), place)
    return found


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _toll(analysis: Analysis) -> float:
    """The greatest number of people killed that the article reports; 0 where that is below `LEAST_TOLL`."""
    told = (q.low for q in analysis.quantities if q.measure in TOLL and q.low is not None)
    return max((low for low in told if low >= LEAST_TOLL), default=0.0)
