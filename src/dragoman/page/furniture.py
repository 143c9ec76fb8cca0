"""Which parts of a page are not the article.

Signals, in this order: what a line says by itself (`wording`), the headline and its repeats, where a
line stands and how it looks among its neighbours (`structure`), captions, pieces inside lines.
Close in spirit to Kohlschütter et al., 'Boilerplate Detection using Shallow Text Features' (WSDM 2010),
whose features (length, closing punctuation, neighbours) are used here as rules that can be named.
"""

from __future__ import annotations

from dragoman.page.captions import mark_open_captions, mark_stated_captions
from dragoman.page.fragments import fragments
from dragoman.page.layout import Page
from dragoman.page.structure import mark_structure
from dragoman.page.title import find_title, locate_title
from dragoman.page.wording import wording_kind
from dragoman.types import Furniture, Span

_JOINED = frozenset({"separator"})


def mark_furniture(page: Page, given_title: str | None) -> Span | None:
    """Fills `page.kinds` and `page.title`; the span of the title is returned where it is found."""
    page.kinds[:] = _wordings(page)
    mark_stated_captions(page)
    span = None
    if given_title:
        if located := locate_title(page, given_title):
            page.title, span = located
    else:
        page.title = find_title(page)
        span = page.lines[page.title].span if page.title is not None else None
    if page.title is not None:
        page.kinds[page.title] = None
    mark_structure(page)
    mark_open_captions(page)
    return span


def _wordings(page: Page) -> list[str | None]:
    known: dict[str, str | None] = {}
    for line in page.lines:
        if line.text not in known:
            known[line.text] = wording_kind(line)
    return [known[line.text] for line in page.lines]


def furniture_of(page: Page) -> tuple[Furniture, ...]:
    """All furniture of a page in order: whole lines, and pieces of lines that are the story's."""
    found: list[Furniture] = []
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind is not None:
            found.append(Furniture(span=line.span, kind=kind))
        else:
            found.extend(fragments(line))
    return tuple(found)
