"""An article's own text with its facts marked, its furniture set apart, and nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from dragoman.text import paragraphs
from dragoman.types import Article, Span
from dragoman.web import wording
from dragoman.web.evidence import anchor, merged
from dragoman.web.segments import Block, Mark, to_html
from dragoman.web.views import ArticleView, Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderView:
    """An article with its marked text. `kinds` are the kinds of marks in it, as classes."""

    article: ArticleView
    text: Markup
    kinds: frozenset[str]


def reader_view(
    view: ArticleView,
    facts: Facts,
    roles: Iterable[Span] = (),
    *,
    rows: frozenset[str] | None = None,
    targets: frozenset[str] | None = None,
) -> ReaderView:
    """The text of one article: page marks and facts as spans, furniture in blocks."""
    article = facts.source.article
    marks = [
        *page_marks(article),
        *_role_marks(article, roles),
        *fact_marks(facts, rows=rows, targets=targets),
    ]
    html = to_html(article.text, marks, blocks=blocks(article), gaps=gaps(article.text))
    return ReaderView(article=view, text=html, kinds=frozenset(m.kind[0] for m in marks))


def page_marks(article: Article) -> Iterator[Mark]:
    """What the page says of itself: title, outlet, dateline, credits, the words that date it."""
    found: list[tuple[str, Span | None]] = [("ht", article.title_span), ("ho", article.outlet_span)]
    found.append(("hd", article.dateline.span if article.dateline else None))
    found += [("hc", credit.span) for credit in article.credits]
    for published in (article.published, article.modified):
        found += [("hp", span) for span in (published.evidence if published else ())]
    seen = set()
    for kind, span in found:
        if span is not None:
            id_ = None if span in seen else anchor(article.id, span)
            seen.add(span)
            yield Mark(span=span, kind=f"h {kind}", id=id_)


def _role_marks(article: Article, roles: Iterable[Span]) -> Iterator[Mark]:
    taken = {m.span for m in page_marks(article)}
    for span in sorted(set(roles)):
        yield Mark(span=span, kind="w", id=None if span in taken else anchor(article.id, span))


def fact_marks(
    facts: Facts, *, rows: frozenset[str] | None = None, targets: frozenset[str] | None = None
) -> Iterator[Mark]:
    """The characters of each fact; those with a row of their own get a link back to it.

    `rows` are the ids of the facts that have one; None: all but places and names. `targets` are the
    ids of the places and names that the page links to; None: all.
    """
    for quotation in facts.quotations:
        first = True
        for span in merged(p.span for p in quotation.content):
            yield _fact("q", quotation.id if first else None, span, rows)
            first = False
    for quantity in facts.quantities:
        yield _fact("n", quantity.id, quantity.span, rows)
    for event in facts.events:
        yield _fact("e", event.id, event.trigger.span, rows)
    for timex in facts.timexes:
        yield _fact("d", timex.id, timex.span, rows)
    for toponym in facts.toponyms:
        id_ = toponym.id if targets is None or toponym.id in targets else None
        yield _fact("p", id_, toponym.span, frozenset())
    for mention in facts.mentions:
        id_ = mention.id if targets is None or mention.id in targets else None
        yield _fact("w", id_, mention.span, frozenset())


def _fact(kind: str, id_: str | None, span: Span, rows: frozenset[str] | None) -> Mark:
    has_row = id_ is not None and (rows is None or id_ in rows)
    return Mark(span=span, kind=kind, id=id_, back=f"#r-{id_}" if has_row else None)


def gaps(text: str) -> tuple[Span, ...]:
    """The white space with line breaks between paragraphs, which pages show as one distance."""
    found = paragraphs(text)
    between = (Span(a.end, b.start) for a, b in pairwise(found))
    return tuple(g for g in between if g.start < g.end and "\n" in text[g.start : g.end])


def blocks(article: Article) -> tuple[Block, ...]:
    """The article's furniture; neighbours with only white space between them are one block."""
    text = article.text
    fitting = [f for f in article.furniture if 0 <= f.span.start < f.span.end <= len(text)]
    groups: list[tuple[Span, list[str]]] = []
    for part in sorted(fitting, key=lambda f: (f.span, f.kind)):
        kind = wording.furniture(part.kind)
        if groups and not text[groups[-1][0].end : part.span.start].strip():
            span, kinds = groups[-1]
            groups[-1] = (Span(span.start, max(span.end, part.span.end)), [*kinds, kind])
        else:
            groups.append((part.span, [kind]))
    return tuple(_block(text, span, kinds) for span, kinds in groups)


_AFTER = re.compile(r"[^\S\r\n]*(?=[\r\n]|\Z)")


def _block(text: str, span: Span, kinds: Sequence[str]) -> Block:
    """A block that may be folded where it fills its lines."""
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    starts = not text[line : span.start].strip()
    ends = _AFTER.match(text, span.end) is not None
    what = ", ".join(dict.fromkeys(kinds))
    label = f"Not part of the article: {what}" if starts and ends else f"not the article, {what}"
    return Block(span=span, label=label, whole=starts and ends)
