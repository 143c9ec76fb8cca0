"""Who first reported a figure, which articles of the same origin took it over, and what they changed.

Articles that go back to one report are one origin. Of each, the earliest article that gives a number is
its source here; the others copied it, changed it or left it out. What changed is told in the articles' own
words: another number, another hedge, another word for whom it counts, another source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from dragoman.types import Derivation, Quantity, Span
from dragoman.web import wording
from dragoman.web.events import PRONOUNS, called
from dragoman.web.evidence import ArticleRef
from dragoman.web.index import Index

UNDATED = "9999"

LATER = 6
"""Later independent reports of a number that are listed, the earliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article of the same origin as a source. `href` leads to the two side by side, `change` says
    what it does to the figure; None: it gives it in the same words."""

    ref: ArticleRef
    href: str | None
    change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report of a number: the first of its origin, in which words, on whose word, and what became of
    it. `agency` is whose report its origin is, where the record has that only in copies. `counted` is its measure where that is not the series' ('casualties' among the killed). `first` is False where another origin gave the number before; `instead` is the report of the same
    origin that gives another number."""

    ref: ArticleRef
    href: str
    agency: str | None
    said: str
    counted: str | None
    on_word_of: str | None
    first: bool
    instead: Copy | None
    copies: tuple[Copy, ...]
    left_out: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReport:
    """A number of a series: who gave it first (several where their days do not tell them apart), then
    who else gave it without copying. `more` counts those that are not listed."""

    value: str
    sources: tuple[Source, ...]
    more: int = 0

    @property
    def firsts(self) -> tuple[Source, ...]:
        """Those that may have been first."""
        return tuple(s for s in self.sources if s.first)

    @property
    def rows(self) -> tuple[Source, ...]:
        """Those that may have been first, and others of which an article was made."""
        return tuple(s for s in self.sources if s.first or s.copies or s.instead)

    @property
    def others(self) -> tuple[Source, ...]:
        """Later reports that neither copied it nor were copied."""
        return tuple(s for s in self.sources if s not in self.rows)


@dataclass(frozen=True, kw_only=True)
class Kin:
    """How articles go together: the origin of each, the agency or outlet whose report it is where that is
    no article of the record, the articles of an origin, what was made from what, all figures of an
    article, and the address of two side by side."""

    origin_of: Callable[[str], str]
    agency_of: Callable[[str], str | None]
    articles_of: Callable[[str], Sequence[str]]
    derivations: Sequence[Derivation]
    figures_of: Callable[[str], Sequence[Quantity]]
    beside: Callable[[str, str], str | None]

    @cached_property
    def between(self) -> Mapping[frozenset[str], Derivation]:
        """Derivations by the two articles that they join."""
        return {frozenset((d.from_, d.to)): d for d in self.derivations}

    @cached_property
    def made(self) -> frozenset[str]:
        """Articles that were made from another."""
        return frozenset(d.to for d in self.derivations if d.directed)


Told: TypeAlias = Mapping[str, Sequence[Quantity]]
"""The figures of one series by article."""


def first_reports(
    index: Index, figures: Iterable[Quantity], kin: Kin, measure: str | None = None
) -> tuple[FirstReport, ...]:
    """For each number among the figures of one series, in order of time: who gave it first.

    `measure` is the series', which needs no mention.
    """
    told: dict[str, list[Quantity]] = {}
    for fact in sorted(figures, key=lambda q: (q.article, q.span)):
        if fact.low is not None and fact.modifier != "vague" and index.source(fact.article):
            told.setdefault(fact.article, []).append(fact)
    by_value: dict[float, list[Source]] = {}
    for origin in dict.fromkeys(kin.origin_of(a) for a in told):
        for value, source in _of_origin(index, origin, told, kin):
            usual = source.counted == measure
            by_value.setdefault(value, []).append(
                replace(source, counted=None) if usual else source
            )
    reports = [_report(value, sources) for value, sources in by_value.items()]
    return tuple(sorted(reports, key=lambda r: _time(r.sources[0].ref)))


def _report(value: float, found: Iterable[Source]) -> FirstReport:
    ordered = sorted(found, key=lambda s: _time(s.ref))
    earliest = ordered[0].ref
    firsts = [s for s in ordered if not _later(earliest, s.ref)]
    later = [replace(s, first=False) for s in ordered if _later(earliest, s.ref)]
    return FirstReport(
        value=wording.number(value),
        sources=(*firsts, *later[:LATER]),
        more=max(0, len(later) - LATER),
    )


def _time(ref: ArticleRef) -> tuple[str, str]:
    return (ref.iso or UNDATED, ref.id)


def _later(first: ArticleRef, other: ArticleRef) -> bool:
    """Whether a report is certainly later than the first: by as much of the time as both give."""
    if first.iso is None or other.iso is None:
        return first.iso is not None
    known = min(len(first.iso), len(other.iso))
    return other.iso[:known] > first.iso[:known]


# ---------------------------------------------------------------- within one origin


def _of_origin(index: Index, origin: str, told: Told, kin: Kin) -> Iterator[tuple[float, Source]]:
    """The numbers that the articles of one origin give, each with the article that gave it first."""
    here = (a for a in told if kin.origin_of(a) == origin)
    refs = {r.id: r for r in index.refs(dict.fromkeys((*kin.articles_of(origin), *here)))}
    ordered = sorted(refs, key=lambda a: _order(refs[a], kin))
    given: dict[float, Quantity] = {}
    for article in ordered:
        for fact in told.get(article, ()):
            given.setdefault(fact.low or 0.0, fact)
    leader = next(iter(given.values()), None)
    for value, fact in given.items():
        others = [a for a in ordered if a != fact.article]
        yield value, _source(index, refs, fact, leader or fact, others, told, kin)


def _order(ref: ArticleRef, kin: Kin) -> tuple[str, bool, str, str]:
    """By day; of one day what was made from another article comes after what was not."""
    iso = ref.iso or UNDATED
    return (iso[:10], ref.id in kin.made, iso, ref.id)


def _source(
    index: Index,
    refs: Mapping[str, ArticleRef],
    fact: Quantity,
    leader: Quantity,
    others: Sequence[str],
    told: Told,
    kin: Kin,
) -> Source:
    """A number with what the other articles of its origin make of it. Of a number that is not that of
    the origin's first report they are asked only whether they give it too."""
    if leader.article == fact.article:
        behind = [(a, _taken(fact, a, told, kin)) for a in others]
    else:
        behind = [(a, q) for a in others if (q := _same(fact, told.get(a, ()))) is not None]
    copies = [
        Copy(ref=refs[a], href=kin.beside(fact.article, a), change=change(fact, q))
        for a, q in behind
        if q is not None
    ]
    return Source(
        ref=refs[fact.article],
        href=index.sources[fact.article].link(fact.id),
        agency=kin.agency_of(kin.origin_of(fact.article)),
        said=fact.text,
        counted=fact.measure if fact.measure in wording.HARMED else None,
        on_word_of=called(index, fact.reported_by) if fact.reported_by else None,
        first=True,
        instead=_instead(refs, fact, leader, told, kin),
        copies=tuple(copies),
        left_out=tuple(
            Copy(ref=refs[a], href=kin.beside(fact.article, a)) for a, q in behind if q is None
        ),
    )


def _instead(
    refs: Mapping[str, ArticleRef], fact: Quantity, leader: Quantity, told: Told, kin: Kin
) -> Copy | None:
    """The report whose number this one replaces; None where it gives that one too."""
    if leader.article == fact.article or _same(leader, told[fact.article]):
        return None
    return Copy(
        ref=refs[leader.article],
        href=kin.beside(leader.article, fact.article),
        change=change(leader, fact),
    )


def _same(fact: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    return next((q for q in given if q.low == fact.low), None)


def _taken(fact: Quantity, article: str, told: Told, kin: Kin) -> Quantity | None:
    """What another article of the origin makes of a figure: the same number, another one of the series,
    or the one that stands in its place in a passage that both have; None where it leaves it out."""
    given = told.get(article, ())
    return _same(fact, given) or next(iter(given), None) or _in_its_place(fact, article, kin)


def _in_its_place(fact: Quantity, article: str, kin: Kin) -> Quantity | None:
    derivation = kin.between.get(frozenset((fact.article, article)))
    if derivation is None:
        return None
    forth = derivation.from_ == fact.article
    for passage in derivation.passages:
        mine, theirs = passage.from_span, passage.to_span
        if not forth:
            mine, theirs = theirs, mine
        if _within(fact.span, mine):
            there = [q for q in kin.figures_of(article) if _within(q.span, theirs)]
            alike = [q for q in there if q.measure == fact.measure and q.low is not None]
            return _same(fact, alike) or (alike[0] if len(alike) == 1 else None)
    return None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


# ---------------------------------------------------------------- what changed


def change(one: Quantity, other: Quantity) -> str | None:
    """What another report makes of a figure, in words; None where it gives it in the same words."""
    parts = [_number(one, other), _counted(one, other), _on_word_of(one, other)]
    return "; ".join(p for p in parts if p) or None


def _number(one: Quantity, other: Quantity) -> str | None:
    before, after = _figure(one), _figure(other)
    if (one.low, one.high) != (other.low, other.high):
        return f"gives {after} instead of {before}"
    if before != after:
        return f"‘{_words(other.text)}’ instead of ‘{_words(one.text)}’"
    if _words(one.text).casefold() != _words(other.text).casefold():
        return f"words it ‘{_words(other.text)}’"
    return None


def _figure(fact: Quantity) -> str:
    return wording.figure(fact.low, fact.high, fact.modifier) or f"‘{_words(fact.text)}’"


def _counted(one: Quantity, other: Quantity) -> str | None:
    if one.measure == other.measure or not {one.measure, other.measure} <= wording.HARMED:
        return None
    return f"of {other.measure} instead of {one.measure}"


def _on_word_of(one: Quantity, other: Quantity) -> str | None:
    """Another source for the number. A name and the same name with a title are no change."""
    before, after = one.reported_by, other.reported_by
    if before is None or after is None:
        if after is not None and _words(after.text).casefold() not in PRONOUNS:
            return f"adds the source ‘{_words(after.text)}’"
        return f"leaves out the source ‘{_words(before.text)}’" if before else None
    mine, theirs = (frozenset(_words(p.text).casefold().split()) - {"the"} for p in (before, after))
    same = before.entity is not None and before.entity == after.entity
    if mine == theirs or (same and (mine <= theirs or theirs <= mine)):
        return None
    if (mine | theirs) & PRONOUNS:
        return None
    return f"on the word of ‘{_words(after.text)}’ instead of ‘{_words(before.text)}’"


def _words(text: str) -> str:
    return " ".join(text.split())
