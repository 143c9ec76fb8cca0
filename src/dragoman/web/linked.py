"""What the articles say together, ready to print: differences, stories, events, series, wordings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dragoman.types import (
    Aligned,
    Derivation,
    Discrepancy,
    Entity,
    EntityPassage,
    Event,
    EventMention,
    Origin,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    SeriesPoint,
    Span,
    Story,
    Timex,
    Toponym,
)
from dragoman.web import wording
from dragoman.web.chart import Chart, chart
from dragoman.web.evidence import ArticleRef, Evidence, Source
from dragoman.web.segments import visible
from dragoman.web.views import Facts

PASSAGES = 8
"""Aligned passages shown of one derivation; the exports hold all."""

EXCERPT = 600
"""Code points shown of one aligned passage."""

COMPARED = 200
"""Words of a passage compared for differing words: `difflib` takes time with the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """n articles, k independent origins. `origins` is None where no linker counts them."""

    articles: int
    origins: int | None
    outlets: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyView:
    """A difference between reports, with the sentences it shows in."""

    id: str
    kind: str
    summary: str
    evidence: tuple[Evidence, ...]
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """The articles on one happening."""

    id: str
    title: str | None
    days: str | None
    counts: Counts
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEventView:
    """One event with the sentences that mention it."""

    id: str
    type: str
    worded: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: str | None
    place: str | None
    status: str
    counts: Counts
    summary: Evidence | None
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """One report of a figure."""

    value: str
    as_of: str
    reported_by: str | None
    origin: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One figure over time."""

    id: str
    title: str
    points: tuple[PointView, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One statement and the wordings it was reported in."""

    id: str
    speaker: str | None
    wordings: tuple[str, ...]
    quotations: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Two passages side by side, differing words marked."""

    left: Markup
    right: Markup
    similarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivationView:
    """Which article was made from which, by their common passages."""

    id: str
    kind: str
    directed: bool
    left: ArticleRef
    right: ArticleRef
    score: str
    basis: str
    passages: tuple[PassageView, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One report and the articles that go back to it."""

    id: str
    label: str
    articles: tuple[ArticleRef, ...]


class Index:
    """Articles and facts of the page by id, for what the linkers point at."""

    def __init__(self, facts: Sequence[Facts], entities: Iterable[Entity]) -> None:
        self.sources = {one.source.article.id: one.source for one in facts}
        self.names = {e.id: e.name for e in entities}
        self._facts = {fact.id: fact for one in facts for fact in _all(one)}

    def has(self, fact: str) -> bool:
        return fact in self._facts

    def refs(self, articles: Iterable[str]) -> tuple[ArticleRef, ...]:
        """References to those of the articles that are on the page, in its order."""
        found = [self.sources[a].ref for a in articles if a in self.sources]
        return tuple(sorted(found, key=lambda r: r.number))

    def name(self, entity: str) -> str:
        return self.names.get(entity, entity)

    def evidence(self, facts: Iterable[str]) -> tuple[Evidence, ...]:
        """The sentences of those of the facts that are on the page, in its order."""
        found = [f for f in facts if f in self._facts]
        rows = [self._evidence(f) for f in found]
        return tuple(sorted(rows, key=lambda e: e.source.number))

    def event_mentions(self, ids: Iterable[str]) -> list[EventMention]:
        """Those of the mentions that are on the page, in order of id."""
        found = (self._facts.get(i) for i in sorted(ids))
        return [fact for fact in found if isinstance(fact, EventMention)]

    def _evidence(self, id_: str) -> Evidence:
        fact = self._facts[id_]
        return self.sources[fact.article].evidence(f"#{id_}", _spans(fact))


PageFact = Timex | Quantity | Toponym | Quotation | EventMention


def _all(facts: Facts) -> Iterator[PageFact]:
    yield from facts.timexes
    yield from facts.quantities
    yield from facts.toponyms
    yield from facts.quotations
    yield from facts.events


def _spans(fact: PageFact) -> list[Span]:
    match fact:
        case Quotation():
            return [p.span for p in fact.content]
        case EventMention():
            return [fact.trigger.span]
        case _:
            return [fact.span]


def discrepancy_views(index: Index, facts: Iterable[Discrepancy]) -> Iterator[DiscrepancyView]:
    """Differences that touch an article of the page."""
    for fact in facts:
        if articles := index.refs(fact.articles):
            yield DiscrepancyView(
                id=fact.id,
                kind=wording.words(fact.kind),
                summary=fact.summary,
                evidence=index.evidence(fact.facts),
                articles=articles,
            )


def story_views(index: Index, facts: Iterable[Story]) -> Iterator[StoryView]:
    """Stories with an article on the page, the largest first."""
    for fact in sorted(facts, key=lambda s: (-len(s.articles), s.from_ or "", s.id)):
        if articles := index.refs(fact.articles):
            yield StoryView(
                id=fact.id,
                title=fact.title,
                days=wording.date_range(fact.from_, fact.to),
                counts=Counts(articles=len(fact.articles), origins=fact.origins),
                articles=articles,
            )


def event_views(index: Index, facts: Iterable[Event]) -> Iterator[LinkedEventView]:
    """Events with a mention on the page: those of most origins first, then in order of time."""
    for fact in sorted(facts, key=_event_order):
        if any(index.has(m) for m in fact.mentions):
            yield _event(index, fact)


def _event_order(fact: Event) -> tuple[int, int, str, str]:
    day = fact.date.from_ if fact.date else None
    return (-fact.origins, -fact.articles, day or "9999", fact.id)


def _event(index: Index, fact: Event) -> LinkedEventView:
    told = index.event_mentions(fact.mentions)
    counts = Counts(articles=fact.articles, origins=fact.origins, outlets=fact.outlets)
    return LinkedEventView(
        id=fact.id,
        type=fact.type,
        worded=wording.quoted(m.trigger.text for m in told),
        mode=wording.words(fact.mode) if fact.mode else None,
        actors=_parties(index, fact.actor, (m.actor for m in told)),
        recipients=_parties(index, fact.recipient, (m.recipient for m in told)),
        days=wording.when(fact.date),
        place=index.name(fact.place) if fact.place else None,
        status=wording.STATUSES[fact.status],
        counts=counts,
        summary=_summary(index, fact),
        mentions=index.evidence(fact.mentions),
    )


def _parties(
    index: Index, entities: Sequence[str], worded: Iterable[tuple[EntityPassage, ...]]
) -> tuple[str, ...]:
    """Names of the entities; then what is no entity, in the words of the articles."""
    names = {index.name(e).casefold(): index.name(e) for e in entities}
    for party in (p for group in worded for p in group if p.entity is None):
        names.setdefault(party.text.casefold().removeprefix("the "), party.text)
    return tuple(names.values())


def _summary(index: Index, fact: Event) -> Evidence | None:
    if fact.summary is None or fact.summary.article not in index.sources:
        return None
    source = index.sources[fact.summary.article]
    return source.evidence(f"#{source.article.id}", [fact.summary.span])


def series_views(index: Index, facts: Iterable[QuantitySeries]) -> Iterator[SeriesView]:
    """Figures over time with a point on the page, those with most points first."""
    for fact in sorted(facts, key=lambda s: (-len(s.points), s.id)):
        if any(index.has(p.quantity) for p in fact.points):
            yield SeriesView(
                id=fact.id,
                title=_series_title(index, fact),
                points=tuple(_point(index, p) for p in fact.points),
                chart=chart(fact.points),
            )


def _series_title(index: Index, fact: QuantitySeries) -> str:
    parts = [wording.words(fact.measure) if fact.measure else "figure", fact.of, fact.cause]
    parts.append(index.name(fact.place) if fact.place else None)
    return " · ".join(p for p in parts if p)


def _point(index: Index, point: SeriesPoint) -> PointView:
    evidence = index.evidence([point.quantity])
    return PointView(
        value="no number" if point.value is None else wording.number(point.value),
        as_of=wording.date(point.as_of) if point.as_of else "no date",
        reported_by=point.reported_by,
        origin=point.origin,
        evidence=evidence[0] if evidence else None,
    )


def group_views(index: Index, facts: Iterable[QuotationGroup]) -> Iterator[GroupView]:
    """Statements reported more than once, those with most wordings first."""
    for fact in sorted(facts, key=lambda g: (-len(g.wordings), -len(g.quotations), g.id)):
        if found := index.evidence(fact.quotations):
            speaker = index.name(fact.speaker) if fact.speaker else None
            yield GroupView(id=fact.id, speaker=speaker, wordings=fact.wordings, quotations=found)


def origin_views(index: Index, facts: Iterable[Origin]) -> Iterator[OriginView]:
    """Reports that more than one article goes back to, the most copied first."""
    for fact in sorted(facts, key=lambda o: (-len(o.articles), o.id)):
        articles = index.refs(fact.articles)
        if articles and len(fact.articles) > 1:
            yield OriginView(id=fact.id, label=origin_label(index.sources, fact), articles=articles)


def origin_label(sources: Mapping[str, Source], origin: Origin) -> str:
    """The agency, or the outlet and date of the article that the others go back to."""
    if origin.root not in sources:
        return origin.root
    ref = sources[origin.root].ref
    return f"{ref.outlet}, {ref.date}"


def derivation_views(index: Index, facts: Iterable[Derivation]) -> Iterator[DerivationView]:
    """Derivations between two articles of the page, the closest first."""
    for fact in sorted(facts, key=lambda d: (-d.score, d.id)):
        if fact.from_ in index.sources and fact.to in index.sources:
            yield _derivation(index.sources[fact.from_], index.sources[fact.to], fact)


def _derivation(left: Source, right: Source, fact: Derivation) -> DerivationView:
    shown = fact.passages[:PASSAGES]
    return DerivationView(
        id=fact.id,
        kind=wording.DERIVATIONS[fact.kind],
        directed=fact.directed,
        left=left.ref,
        right=right.ref,
        score=f"{fact.score:.2f}",
        basis=fact.basis,
        passages=tuple(_passage(left.article.text, right.article.text, p) for p in shown),
        left_out=len(fact.passages) - len(shown),
    )


def _passage(left: str, right: str, aligned: Aligned) -> PassageView:
    before, after = (_words(t, s) for t, s in ((left, aligned.from_span), (right, aligned.to_span)))
    bare = [[word.strip() for word in words[:COMPARED]] for words in (before, after)]
    changes = difflib.SequenceMatcher(a=bare[0], b=bare[1], autojunk=False).get_opcodes()
    differing = [c for c in changes if c[0] != "equal"]
    return PassageView(
        left=_marked(before, [(a, b) for _, a, b, _, _ in differing]),
        right=_marked(after, [(a, b) for _, _, _, a, b in differing]),
        similarity=f"{aligned.similarity:.2f}",
    )


def _words(text: str, span: Span) -> list[str]:
    """The words of a passage with the space behind each, cut at `EXCERPT` with a sign of it."""
    end = min(span.end, span.start + EXCERPT)
    return re.findall(r"\s*\S+\s*", text[span.start : end]) + (["…"] if end < span.end else [])


def _marked(words: Sequence[str], ranges: Iterable[tuple[int, int]]) -> Markup:
    out, at = [], 0
    for start, end in (r for r in ranges if r[0] < r[1]):
        out.append(escape(visible("".join(words[at:start]))))
        out.append(Markup('<mark class="diff">%s</mark>') % visible("".join(words[start:end])))
        at = end
    return Markup("").join([*out, escape(visible("".join(words[at:])))])
