"""Rows of lists: articles, quotations and events as a page shows them and as its tables hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.store import Hit
from dragoman.types import Article, Event, Origin, Quotation, Span
from dragoman.web import linked, views
from dragoman.web.access import Access
from dragoman.web.app.page import Cell, Table, table
from dragoman.web.app.sources import PageIndex, PageSource
from dragoman.web.evidence import Source, merged
from dragoman.web.segments import Mark, to_html

OPENING = 220
"""Code points of an article shown where no word was searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article in a list, with the words found in it or its opening."""

    view: views.ArticleView
    snippet: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow:
    """A statement in a list, with the day of its article."""

    view: views.QuotationView
    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event in a list."""

    view: linked.LinkedEventView
    href: str


def article_rows(
    access: Access, articles: Sequence[Article], hits: Iterable[Hit] = ()
) -> Iterator[ArticleRow]:
    """The articles in the given order."""
    by_article = {hit.article: hit for hit in hits}
    for number, article in enumerate(articles, 1):
        source = PageSource(article, number)
        view = views.article_view(source, origin_ref(access, article.id))
        yield ArticleRow(view=view, snippet=_snippet(article, by_article.get(article.id)))


def origin_ref(access: Access, article: str) -> views.OriginRef | None:
    """The origin of an article, with the page that lists its articles; None where none is known."""
    whole = access.whole_of(Origin, article)
    origin = None if whole is None else access.fact(Origin, whole)
    if origin is None:
        return None
    root = access.article(origin.root) if origin.root.startswith("art-") else None
    label = origin.root if root is None else (root.outlet or root.source_id)
    return views.OriginRef(label=label, href=f"/origin/{origin.id}", articles=len(origin.articles))


def _snippet(article: Article, hit: Hit | None) -> Markup:
    if hit is not None:
        marks = [Mark(span=span, kind="hit") for span in hit.marks]
        return to_html(article.text, marks, start=hit.span.start, end=hit.span.end)
    return to_html(article.text, start=(span := opening(article)).start, end=span.end)


def opening(article: Article) -> Span:
    """The first words of the article itself: behind its title and outside furniture."""
    left_out = [f.span for f in article.furniture]
    left_out += [s for s in (article.title_span, article.outlet_span) if s is not None]
    at = 0
    for span in merged(left_out):
        if len(article.text[at : span.start].split()) > 6:
            break
        at = max(at, span.end)
    text = article.text
    while at < len(text) and text[at].isspace():
        at += 1
    end = min(len(text), at + OPENING)
    while end < len(text) and end > at and not text[end].isspace():
        end -= 1
    return Span(at, end)


def quotation_rows(index: PageIndex, quotations: Iterable[Quotation]) -> Iterator[QuotationRow]:
    """Statements in the given order."""
    for fact in quotations:
        source = index.source(fact.article)
        if source is not None:
            yield QuotationRow(
                view=views.quotation_view(source, fact),
                date=source.ref.date,
                text=" … ".join(p.text for p in fact.content),
            )


def event_rows(index: PageIndex, events: Iterable[Event]) -> Iterator[EventRow]:
    """Events in the given order."""
    for fact in events:
        for view in linked.event_views(index, [fact]):
            yield EventRow(view=view, href=f"/event/{fact.id}")


# ---------------------------------------------------------------- tables


def article_table(rows: Iterable[ArticleRow]) -> Table:
    """The rows of a list of articles."""
    columns = ("id", "outlet", "title", "date", "date_basis", "credits", "origin", "origin_articles", "language", "words")  # fmt: skip
    return table("articles", "Articles", columns, (_article_cells(r.view) for r in rows))


def _article_cells(a: views.ArticleView) -> tuple[tuple[Cell, ...], str]:
    cells = (
        a.ref.id,
        a.outlet,
        a.title or a.opening,
        a.date.iso if a.date else None,
        a.date.basis if a.date else None,
        "; ".join(c.agency for c in a.credits),
        a.origin.label if a.origin else None,
        a.origin.articles if a.origin else None,
        a.language,
        a.words,
    )
    return cells, a.ref.href


def quotation_table(rows: Iterable[QuotationRow]) -> Table:
    """The rows of a list of statements."""
    columns = ("id", "article", "outlet", "date", "speaker", "cue", "addressee", "kind", "text")
    return table("quotations", "Quotations", columns, (_quotation_cells(r) for r in rows))


def _quotation_cells(row: QuotationRow) -> tuple[tuple[Cell, ...], str]:
    q = row.view
    cells = (
        q.id,
        q.evidence.source.id,
        q.evidence.source.outlet,
        q.evidence.source.iso,
        q.speaker.text if q.speaker else None,
        q.cue,
        q.addressee.text if q.addressee else None,
        q.kind,
        row.text,
    )
    return cells, q.evidence.href


def event_table(rows: Iterable[EventRow]) -> Table:
    """The rows of a list of events."""
    columns = ("id", "type", "mode", "worded", "actors", "recipients", "status", "date", "place", "articles", "origins", "outlets")  # fmt: skip
    return table("events", "Events", columns, (_event_cells(r) for r in rows))


def _event_cells(row: EventRow) -> tuple[tuple[Cell, ...], str]:
    e = row.view
    cells = (
        e.id,
        e.type,
        e.mode,
        e.worded,
        "; ".join(e.actors),
        "; ".join(e.recipients),
        e.status,
        e.days,
        e.place,
        e.counts.articles,
        e.counts.origins,
        e.counts.outlets,
    )
    return cells, row.href


def source_of(access: Access, id_: str) -> Source | None:
    """One article as a source, or None where the record has none of this id."""
    article = access.article(id_)
    return None if article is None else PageSource(article, 1)
