"""From a document to an article: the pieces of this package put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final

from dragoman.ids import make_id, text_sha256
from dragoman.page.credits import find_credits
from dragoman.page.dateline import find_dateline, has_dateline
from dragoman.page.dates import Stamp, is_timestamp, leading_stamp, stamps
from dragoman.page.furniture import furniture_of, mark_furniture
from dragoman.page.language import language_of
from dragoman.page.layout import Page, read_page
from dragoman.page.media import name_key
from dragoman.page.outlet import domain_of, find_outlet
from dragoman.types import Article, Credit, Document, Furniture, Published, Span

_STAMP_CHARS: Final = 120
_DATELINE_CHARS: Final = 80
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Dates:
    published: Published | None = None
    modified: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The fields that a document may give and a text may betray."""

    title: str | None
    outlet: str | None
    published: Published | None
    modified: Published | None
    language: str | None


def describe(document: Document) -> Article:
    """The article of a document: never raises, whatever the text; takes time linear in its length."""
    page = read_page(document.text)
    title_span = mark_furniture(page, document.title)
    outlet, outlet_span = _outlet(page, document)
    dates = _dates(page)
    found = _Found(
        title=_title(document, title_span),
        outlet=outlet,
        published=_surer(document.published, dates.published),
        modified=_surer(document.modified, dates.modified),
        language=document.language or language_of(document.text),
    )
    return Article(
        id=article_id(document),
        source_id=document.source_id,
        explicit_id=document.explicit_id,
        inferred=_inferred(document, found),
        path=document.path,
        url=document.url,
        outlet=outlet,
        outlet_span=outlet_span,
        title=found.title,
        title_span=title_span,
        language=found.language,
        published=found.published,
        modified=found.modified,
        authors=document.authors,
        dateline=find_dateline(page),
        credits=_credits(page, document, outlet),
        furniture=_merged(document.furniture, furniture_of(page), len(document.text)),
        text=document.text,
        text_sha256=text_sha256(document.text),
        encoding=document.encoding,
        notes=document.notes,
    )


def article_id(document: Document) -> str:
    """The id of a document's article: a hash of its text and of what was given with it, nothing inferred."""
    return make_id(
        "article",
        text_sha256(document.text),
        document.source_id if document.explicit_id else None,
        document.url,
        document.outlet,
        document.title,
        _given_date(document),
    )


def _inferred(document: Document, found: _Found) -> tuple[str, ...]:
    """Names of the fields that have a value which the document did not give."""
    names = [f.name for f in fields(_Found)]
    return tuple(n for n in names if getattr(found, n) != (getattr(document, n) or None))


def _given_date(document: Document) -> str | None:
    known = document.published
    return known.value if known and known.basis == "metadata" else None


def _surer(given: Published | None, stated: Published | None) -> Published | None:
    """What was given, unless it is only inferred and the text states a date."""
    if given is None or (given.basis == "inferred" and stated is not None):
        return stated
    return given


def _title(document: Document, span: Span | None) -> str | None:
    if document.title:
        return document.title
    return document.text[span.start : span.end] if span else None


def _outlet(page: Page, document: Document) -> tuple[str | None, Span | None]:
    """Given, named in the page's own notes, or the domain; the span only where the text names it."""
    if document.outlet:
        return document.outlet, None
    if found := find_outlet(page):
        return found
    return (domain_of(document.url) if document.url else None), None


def _dates(page: Page) -> _Dates:
    """The first date stated for publication and the first for a change, with the year."""
    published: Stamp | None = None
    modified: Stamp | None = None
    for stamp in _stated(page):
        if stamp.role == "published":
            published = published or stamp
        else:
            modified = modified or stamp
    return _Dates(
        published.published if published else None, modified.published if modified else None
    )


def _stated(page: Page) -> list[Stamp]:
    """Dates of timestamp lines and bylines, of labelled heads of lines and of the dateline."""
    found: list[Stamp] = []
    first = page.first_prose()
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        if kind in ("timestamp_line", "byline", "author_box", "editors_note"):
            found += (
                stamp
                for stamp in stamps(line.text[:_STAMP_CHARS], line.start)
                if stamp.labelled or kind != "editors_note"
            )
        elif kind is None and i <= first and _YEAR.search(line.text, 0, _DATELINE_CHARS):
            found += _opening_dates(line.text, line.start)
    return found


def _opening_dates(text: str, start: int) -> list[Stamp]:
    """The date in a dateline ('ANKARA, Nov. 4, 2023 (AP) —') or before the story ('date 2023-11-08')."""
    if size := leading_stamp(text[:_DATELINE_CHARS]):
        return list(stamps(text[:size], start))
    dash = re.match(r"[^!?“\"]{4,70}?(?:\.\s?/\w+/|\([^()]{2,40}\))?\s?(?:—|–|--|-\s)", text[:100])
    if dash is None or not _is_dated_line(dash[0]):
        return []
    return list(stamps(dash[0], start))


def _is_dated_line(head: str) -> bool:
    """Is the head of a line a dateline, so that its date is when the report was filed?"""
    return has_dateline(head + " x") or is_timestamp(head)


def _credits(page: Page, document: Document, outlet: str | None) -> tuple[Credit, ...]:
    """Credits of the text, then those that only the metadata of the page gives.

    Where an outlet names itself ('told Example News'), that is its own report and no credit.
    """
    own = name_key(outlet.split(".")[0] if outlet and "." in outlet else outlet or "")
    found = tuple(c for c in find_credits(page) if c.kind != "report" or name_key(c.agency) != own)
    names = {credit.agency for credit in found}
    return (*found, *(c for c in document.credits if c.agency not in names))


def _merged(
    given: tuple[Furniture, ...], found: tuple[Furniture, ...], size: int
) -> tuple[Furniture, ...]:
    """Both in order, none overlapping: what the reader knew from the page's markup comes first."""
    kept = [f for f in given if 0 <= f.span.start < f.span.end <= size]
    merged: list[Furniture] = []
    for piece in sorted((*kept, *found), key=lambda f: (f.span.start, f not in kept, -f.span.end)):
        start = max(piece.span.start, merged[-1].span.end if merged else 0)
        if start < piece.span.end:
            merged.append(Furniture(span=Span(start, piece.span.end), kind=piece.kind))
    return tuple(merged)
