"""Articles and facts of a page by id, and the counts that stand wherever numbers stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.types import (
    ArticleSpan,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Quantity,
    Quotation,
    Span,
    Timex,
    Toponym,
)
from dragoman.web.evidence import ArticleRef, Evidence, Source
from dragoman.web.views import Facts

PageFact = Timex | Quantity | Toponym | EntityMention | Quotation | EventMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """n articles, k independent origins. `origins` is None where no linker counts them."""

    articles: int
    origins: int | None
    outlets: int | None = None


class Index:
    """What the linkers point at: sources by article, facts by id, names of entities."""

    def __init__(self, facts: Sequence[Facts], entities: Iterable[Entity]) -> None:
        self.sources = {one.source.article.id: one.source for one in facts}
        self.names = {e.id: e.name for e in entities}
        self._facts = {fact.id: fact for one in facts for fact in _all(one)}

    def has(self, fact: str) -> bool:
        return fact in self._facts

    def fact(self, id_: str) -> PageFact | None:
        """The fact with this id, where it is on the page."""
        return self._facts.get(id_)

    def source(self, article: str) -> Source | None:
        """The article with this id, where it is on the page."""
        return self.sources.get(article)

    def refs(self, articles: Iterable[str]) -> tuple[ArticleRef, ...]:
        """References to those of the articles that are on the page, in its order."""
        found = [self.sources[a].ref for a in articles if a in self.sources]
        return tuple(sorted(found, key=_place))

    def name(self, entity: str) -> str:
        return self.names.get(entity, entity)

    def evidence(self, facts: Iterable[str]) -> tuple[Evidence, ...]:
        """The sentences of those of the facts that are on the page, in its order, each once."""
        found = [fact for i in facts if (fact := self.fact(i)) and fact.article in self.sources]
        rows = [self.evidence_of(fact) for fact in found]
        once: dict[tuple[str, str], Evidence] = {}
        for row in rows:
            once.setdefault((row.source.id, row.html), row)
        return tuple(sorted(once.values(), key=lambda e: _place(e.source)))

    def event_mentions(self, event: Event) -> list[EventMention]:
        """The event's mentions that are on the page: those of its summary first, then in order of id."""
        found = (self.fact(i) for i in sorted(event.mentions))
        told = [fact for fact in found if isinstance(fact, EventMention)]
        return sorted(told, key=lambda mention: not _within(mention, event.summary))

    def evidence_of(self, fact: PageFact) -> Evidence:
        """The sentences of a fact of an article on the page."""
        return self.sources[fact.article].evidence(f"#{fact.id}", spans_of(fact))


def _within(mention: EventMention, summary: ArticleSpan | None) -> bool:
    """Whether the summary's sentence has the mention."""
    if summary is None or mention.article != summary.article:
        return False
    trigger = mention.trigger.span
    return summary.span.start <= trigger.start and trigger.end <= summary.span.end


def _place(ref: ArticleRef) -> tuple[bool, int]:
    """The order of the page; what is not on it has no number and comes last."""
    return (not ref.number, ref.number)


def _all(facts: Facts) -> Iterator[PageFact]:
    yield from facts.timexes
    yield from facts.quantities
    yield from facts.toponyms
    yield from facts.mentions
    yield from facts.quotations
    yield from facts.events


def spans_of(fact: PageFact) -> list[Span]:
    """The characters that a fact stands on."""
    match fact:
        case Quotation():
            return [p.span for p in fact.content]
        case EventMention():
            return [fact.trigger.span]
        case _:
            return [fact.span]
