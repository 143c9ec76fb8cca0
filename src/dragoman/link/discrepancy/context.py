"""What the joiners of differences look up: facts by id, with the article, origin and day of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias, TypeVar

from dragoman.dates import minutes
from dragoman.link.discrepancy.sides import Report
from dragoman.linking import Affair, Told
from dragoman.types import (
    Entity,
    EntityMention,
    EntityPassage,
    EventMention,
    Linked,
    LinkedFact,
    Quantity,
    QuantitySeries,
    Quotation,
    Span,
)
from dragoman.voices import voices_of

Located: TypeAlias = EntityMention | EventMention | Quantity | Quotation
L = TypeVar("L", bound=LinkedFact)


@dataclass(frozen=True)
class Context:
    """An affair with what was joined before; every look-up is made once, when first needed."""

    affair: Affair
    said: Linked
    told: dict[str, Told] = field(init=False)

    def __post_init__(self) -> None:
        members = {m.analysis.article.id: m for m in self.affair.members}
        object.__setattr__(self, "told", members)

    def joined(self, cls: type[L]) -> list[L]:
        """The facts of a class that were joined before, in order of id."""
        return sorted((f for f in self.said.facts if isinstance(f, cls)), key=lambda f: f.id)

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        return {q.id: q for m in self.affair.members for q in m.analysis.quantities}

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for part, whole in self.said.membership:
            found.setdefault(whole, []).append(part)
        return found

    def figures_of(self, series: QuantitySeries) -> list[Quantity]:
        """The figures of a series: its points, and those of copies, which are no points of their own."""
        ids = {*(p.quantity for p in series.points), *self._members.get(series.id, ())}
        return [self.quantities[i] for i in sorted(ids) if i in self.quantities]

    @cached_property
    def _telling(self) -> dict[tuple[str | None, float | None, float | None], set[str]]:
        found: dict[tuple[str | None, float | None, float | None], set[str]] = {}
        for q in self.quantities.values():
            found.setdefault((q.measure, q.low, q.high), set()).add(q.article)
        return found

    def telling(self, figure: Quantity) -> set[str]:
        """The articles that give this number for this measure, of whomever."""
        return self._telling.get((figure.measure, figure.low, figure.high), set())

    @cached_property
    def quotations(self) -> dict[str, Quotation]:
        return {q.id: q for m in self.affair.members for q in m.analysis.quotations}

    @cached_property
    def mentions(self) -> dict[str, EventMention]:
        return {e.id: e for m in self.affair.members for e in m.analysis.events}

    @cached_property
    def entities(self) -> dict[str, list[Entity]]:
        """What the articles know of each entity, by its id."""
        found: dict[str, list[Entity]] = {}
        for entity in (e for m in self.affair.members for e in m.analysis.entities):
            found.setdefault(entity.id, []).append(entity)
        return found

    def report(self, fact: Located) -> Report:
        """The fact as one report."""
        voices = voices_of(self.affair)
        altered = voices.is_altered(fact.article)
        return Report(
            fact=fact.id,
            article=fact.article,
            origin=self.told[fact.article].origin,
            altered=altered,
            repeats=altered and not voices.is_own(fact.article, _start(fact)),
        )

    def name(self, party: EntityPassage | None) -> str | None:
        """A party in its article's words; by name where those are 'he'; None where that says nobody."""
        if party is None or _says_who(party.text):
            return party.text if party else None
        names = sorted({e.name for e in self.entities.get(party.entity or "", [])})
        return next((n for n in names if _says_who(n)), None)

    def origins(self, articles: Iterable[str]) -> frozenset[str]:
        return frozenset(self.told[a].origin for a in articles)

    def day(self, article: str) -> str | None:
        """The day on which an article appeared, where it is known to the day."""
        published = self.told[article].analysis.article.published
        return published.value[:10] if published and len(published.value) >= 10 else None

    def stated_day(self, article: str) -> str | None:
        """The day on which an article appeared, where the record did not infer it."""
        published = self.told[article].analysis.article.published
        inferred = published is None or published.basis == "inferred"
        return None if inferred else self.day(article)

    def before(self, article: str, other: str) -> bool:
        """Whether an article says that it appeared before the other: to the minute, else by their days."""
        day, other_day = self.stated_day(article), self.stated_day(other)
        if day is None or other_day is None:
            return False
        times = minutes(*(self.told[a].analysis.article.published for a in (article, other)))
        return times[0] < times[1] if times else day < other_day

    def outlet(self, article: str) -> str | None:
        return self.told[article].analysis.article.outlet

    def text(self, article: str, span: Span) -> str:
        return self.told[article].analysis.article.text[span.start : span.end]

    def is_quoted(self, article: str, span: Span) -> bool:
        """Whether the characters stand inside quotation marks of the article."""
        return any(q.start <= span.start and span.end <= q.end for q in self._quoted(article))

    def _quoted(self, article: str) -> Iterator[Span]:
        for trace in self.told[article].analysis.traces:
            yield from trace.quoted

    def in_furniture(self, article: str, span: Span) -> bool:
        """Whether the characters belong to the page and not to the article."""
        furniture = self.told[article].analysis.article.furniture
        return any(f.span.start <= span.start < f.span.end for f in furniture)


def _start(fact: Located) -> int:
    """The character at which a fact stands."""
    match fact:
        case Quotation():
            return min(passage.span.start for passage in fact.content)
        case EventMention():
            return fact.trigger.span.start
        case _:
            return fact.span.start


_BARE = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "this",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
    ]
)


def _says_who(text: str) -> bool:
    """Whether the words are more than a pronoun."""
    return text.casefold().strip() not in _BARE
