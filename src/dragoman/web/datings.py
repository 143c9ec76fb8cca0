"""When undated articles were written, by the record: with the chain of reasons and what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.types import Dating, Reason
from dragoman.web import wording
from dragoman.web.evidence import ArticleRef, Evidence, anchor
from dragoman.web.index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One step: a sentence, and the passage that it rests on where that is on the page."""

    text: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingView:
    """The likeliest day, the days it may be, and why."""

    id: str
    article: ArticleRef
    likely: str | None
    days: str | None
    reasons: tuple[ReasonView, ...]
    contradictions: tuple[ReasonView, ...]
    resolved: int


def dating_views(index: Index, facts: Iterable[Dating]) -> Iterator[DatingView]:
    """Datings of the page's articles, in its order."""
    found = [(source.ref.number, f) for f in facts if (source := index.source(f.article))]
    for _, fact in sorted(found, key=lambda f: (f[0], f[1].id)):
        yield dating_view(index, fact)


def dating_view(index: Index, fact: Dating) -> DatingView:
    """One dating; its article must be on the page."""
    return DatingView(
        id=fact.id,
        article=index.sources[fact.article].ref,
        likely=wording.date(fact.value) if fact.value else None,
        days=wording.date_range(fact.from_, fact.to),
        reasons=tuple(_reason(index, r) for r in fact.reasons),
        contradictions=tuple(_reason(index, r) for r in fact.contradictions),
        resolved=len(fact.timexes),
    )


def _reason(index: Index, reason: Reason) -> ReasonView:
    where = reason.evidence
    source = index.source(where.article) if where else None
    if where is None or source is None:
        return ReasonView(text=reason.text, evidence=None)
    href = (
        f"#{anchor(where.article, where.span)}"
        if source.has_anchor(where.span)
        else source.ref.href
    )
    return ReasonView(text=reason.text, evidence=source.evidence(href, [where.span]))
