"""Event mentions of an affair as `Mention`s: each with what its article says around it."""

from __future__ import annotations

import base64
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from dragoman.link.event.cast import Cast
from dragoman.link.event.mention import Mention, Party
from dragoman.link.event.words import content, trigger_lemma
from dragoman.linking import Told
from dragoman.types import (
    Analysis,
    EntityMention,
    EntityPassage,
    EventMention,
    Quantity,
    Span,
    Timex,
    Toponym,
    When,
)

BYTES: Final = 32
NEAR: Final = 40
"""Characters in front of a trigger that may hold its ordinal."""
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
ORDINALS: Final = frozenset(_ORDINALS.split())
_OTHER: Final = "other another similar separate different previous prior"
OTHER: Final = frozenset(_OTHER.split())
WEEK: Final = 6
NEVER: Final = 10_000_000
"""Days before its report after which an event is recalled by its day; the day of a report that has none."""
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
EARLIER: Final = frozenset({"formerly", "previously"})
"""Words in front of a trigger that lay it behind what the report tells of."""
LATE: Final = 2
"""Days before its report on which what the report tells as planned may yet have been done: 'said on Monday that it
would', printed on Wednesday."""
FAR: Final = 30
"""Days before its report from which an event is what a report recalls, and no news."""
_WORD: Final = re.compile(r"\w+")
_DAY = re.compile(r"XXXX-(?:(\d\d-\d\d)|WXX-([1-7]))(?:T.*)?")
Fact = TypeVar("Fact", EntityMention, Quantity, Toponym, Timex)


class Sheet:
    """One article's sentences and facts, found by where they stand."""

    def __init__(self, analysis: Analysis, cast: Cast | None = None) -> None:
        self.analysis = analysis
        self.cast = Cast.of(()) if cast is None else cast
        self.text = analysis.article.text
        self.sentences = tuple(s for trace in analysis.traces for s in trace.sentences)
        self._starts = [s.start for s in self.sentences]
        self._toponym = {t.id: t for t in analysis.toponyms}

    def number(self, at: int) -> int:
        """The number of the sentence that holds the character at `at`; -1 where none does."""
        found = bisect_right(self._starts, at) - 1
        return found if found >= 0 and at < self.sentences[found].end else -1

    def sentence(self, number: int, around: Span) -> Span:
        """The span of a sentence by number; for -1 `around`."""
        return self.sentences[number] if number >= 0 else around

    def bits(self, number: int) -> bytes | None:
        """The signature of a sentence."""
        return self.signatures[number] if 0 <= number < len(self.signatures) else None

    @cached_property
    def signatures(self) -> tuple[bytes, ...]:
        """The signatures of the sentences."""
        packed = b"".join(base64.b64decode(t.signatures) for t in self.analysis.traces)
        return tuple(packed[i : i + BYTES] for i in range(0, len(packed), BYTES))

    def names(self, span: Span) -> frozenset[str]:
        """The entities that a stretch mentions."""
        return frozenset(self.cast.one(m.entity) for m in inside(self.entity_mentions, span))

    def numbers(self, span: Span) -> frozenset[float]:
        """The numbers that a stretch reports."""
        return frozenset(q.low for q in inside(self._quantities, span) if q.low is not None)

    def words(self, span: Span) -> frozenset[str]:
        """The lemmas of the stretch's words."""
        return frozenset(content(self.text[span.start : span.end]))

    def party(self, passage: EntityPassage) -> Party:
        """The party that a passage names."""
        return self.cast.party(
            passage.text,
            passage.entity,
            within=[m.entity for m in inside(self.entity_mentions, passage.span)],
            places=inside(self.toponyms, passage.span),
        )

    def place(self, toponym: str | None, text: str) -> frozenset[str]:
        """A place by its GeoNames id, its words and its country."""
        found = self._toponym.get(toponym or "")
        if found is None:
            return frozenset({text.lower()})
        return frozenset(str(k) for k in (found.geonames_id, found.country) if k) | {text.lower()}

    @cached_property
    def published(self) -> int | None:
        """The day of the article as an ordinal; None where no day is known."""
        known = self.analysis.article.published
        found = days(When(from_=known.value, to=known.value)) if known else None
        return found[0] if found and known and known.precision in ("day", "minute") else None

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words of its sentences, in lower case."""
        return tuple(
            w.casefold() for s in self.sentences for w in _WORD.findall(self.text[s.start : s.end])
        )

    @cached_property
    def entity_mentions(self) -> tuple[EntityMention, ...]:
        """In text order."""
        return tuple(sorted(self.analysis.entity_mentions, key=lambda m: (m.span, m.id)))

    @cached_property
    def _quantities(self) -> tuple[Quantity, ...]:
        return tuple(sorted(self.analysis.quantities, key=lambda q: (q.span, q.id)))

    @cached_property
    def toponyms(self) -> tuple[Toponym, ...]:
        """In text order."""
        return tuple(sorted(self.analysis.toponyms, key=lambda t: (t.span, t.id)))


def inside(facts: Sequence[Fact], span: Span) -> Sequence[Fact]:
    """The facts, which are in text order, that start inside `span`."""
    first = bisect_left(facts, span.start, key=lambda f: f.span.start)
    return facts[first : bisect_left(facts, span.end, key=lambda f: f.span.start)]


def days(when: When | None) -> tuple[int, int] | None:
    """First and last day as ordinals; None where a day isn't known."""
    if when is None or when.from_ is None or when.to is None:
        return None
    try:
        first, last = (date.fromisoformat(d[:10]).toordinal() for d in (when.from_, when.to))
    except ValueError:
        return None
    return first, last


def times(when: When | None) -> frozenset[str]:
    """Day of the year and day of the week, as far as the expression gives them."""
    value = (when.value or "") if when else ""
    found = days(when)
    if found and found[0] == found[1]:
        day = date.fromordinal(found[0])
        return frozenset({f"{day:%m-%d}", f"W{day.isoweekday()}"})
    loose = _DAY.fullmatch(value)
    return frozenset({loose[1] or f"W{loose[2]}"} if loose else ())


def which(before: str) -> str:
    """What the last words in front of a trigger tell it from others by: an ordinal or 'other'."""
    words = re.findall(r"\w+", before.lower())[-3:]
    found = [w for w in words if w in ORDINALS or w in OTHER]
    return ("other" if found[-1] in OTHER else found[-1]) if found else ""


def is_definite(before: str, trigger: str) -> bool:
    """Whether a trigger is a noun that the article takes for known: 'the attack', 'this data breach'."""
    words = re.findall(r"\w+|[^\w\s]", before.lower())[-2:]
    noun = not trigger.lower().endswith(("ed", "ing"))
    return bool(words) and (words[-1] in DEFINITE or (noun and words[0] in DEFINITE))


def bounds(
    mention: EventMention, before: str, published: int | None
) -> tuple[int | None, int | None]:
    """The first and the last day that a mention without a day can be of, as ordinals; None where nothing tells.

    What is planned lies ahead of its report, what was done 'previously' behind it; a report tells of the last
    days as of today. `before`: the words in front of the trigger; `published`: the day of the report.
    """
    if published is None or days(mention.date):
        return None, None
    words = set(re.findall(r"\w+", before.lower())[-3:])
    done = bool(words & EARLIER) or words >= {"had", "already"}
    behind = mention.status == "happened" and done
    ahead = mention.status == "planned" or (mention.status, mention.type) == ("ongoing", "PROTEST")
    return (published - LATE if ahead else None), (published - 1 if behind else None)


def mentions_of(sheet: Sheet, told: Told) -> Iterator[Mention]:
    """The event mentions of an article, in text order."""
    seen: Counter[tuple[int, str, str]] = Counter()
    for mention in told.analysis.events:
        found = _mention(mention, sheet, told)
        key = (found.sentence, mention.type, found.lemmas[0])
        yield replace(found, ordinal=seen[key])
        seen[key] += 1


def _mention(mention: EventMention, sheet: Sheet, told: Told) -> Mention:
    number = sheet.number(mention.trigger.span.start)
    before = sheet.text[max(0, mention.trigger.span.start - NEAR) : mention.trigger.span.start]
    since, until = bounds(mention, before, sheet.published)
    known = days(mention.date)
    span = sheet.sentence(number, mention.trigger.span)
    place = mention.place
    return Mention(
        id=mention.id,
        article=mention.article,
        origin=told.origin,
        story=told.story,
        sentence=number,
        type=mention.type,
        mode=mention.mode,
        status=mention.status,
        lemmas=(trigger_lemma(mention.trigger.text),),
        definite=is_definite(before, mention.trigger.text),
        frame=mention.made_by.rule,
        which=which(before),
        actors=tuple(sheet.party(p) for p in mention.actor),
        recipients=tuple(sheet.party(p) for p in mention.recipient),
        days=known,
        times=times(mention.date),
        since=since,
        until=until,
        distant=bool(known and sheet.published and known[1] < sheet.published - FAR),
        old=bool(known and known[0] == known[1] < (sheet.published or NEVER) - WEEK),
        places=sheet.place(place.toponym, place.text) if place else frozenset(),
        names=sheet.names(span),
        words=sheet.words(span),
        numbers=sheet.numbers(span),
        bits=sheet.bits(number),
    )
