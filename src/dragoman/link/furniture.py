"""Lines that recur in the articles of one outlet are the page's, not the article's.

One article can't show that 'More from our correspondents' is furniture; several of one outlet can.
A line counts only where the articles that carry it are different articles: their openings differ,
so that copies of one article don't turn its own words into furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from dragoman.linking import Member
from dragoman.text import lines
from dragoman.types import Analysis, Article, ArticleFact, Furniture, Linked, Span

MIN_ARTICLES = 3
"""Articles of one outlet that must carry a line. Set by reading the clusters: at 2, quoted one-line
paragraphs of follow-up stories were taken; at 3, none of 216 articles lost a line of its story."""

MAX_CHARS = 160
"""Longer lines are paragraphs."""

_WORD = re.compile(r"\w+")


class RecurringFurniture:
    """Marks lines that recur across different articles of one outlet as furniture 'recurring'."""

    name = "furniture"
    needs: tuple[type[ArticleFact], ...] = ()
    after: tuple[str, ...] = ()
    fewest = MIN_ARTICLES

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        outlet = analysis.article.outlet
        if outlet is None:
            return ()
        recurring = {words for words, _ in _short_lines(analysis.article)}
        return tuple(sorted(_key(outlet, words) for words in recurring))

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        if len({_opening(m.analysis.article) for m in members}) < MIN_ARTICLES:
            return Linked()
        return Linked(
            furniture=tuple(
                (article.id, Furniture(span=span, kind="recurring"))
                for article in (member.analysis.article for member in members)
                for line, span in _short_lines(article)
                if article.outlet is not None and _key(article.outlet, line) == key
            )
        )


def _key(outlet: str, line: str) -> str:
    return hashlib.sha256(
        f"{outlet.casefold()}\n{line}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:16]


def _short_lines(article: Article) -> Iterator[tuple[str, Span]]:
    """Normalised short lines that are neither furniture already nor the title, with their spans."""
    taken = bytearray(len(article.text))
    title = () if article.title_span is None else (article.title_span,)
    for start, end in (*title, *(f.span for f in article.furniture)):
        taken[start:end] = b"\1" * (end - start)
    for line in lines(article.text):
        if line.end - line.start <= MAX_CHARS and taken.find(1, *line) < 0:
            words = " ".join(_WORD.findall(article.text[line.start : line.end].casefold()))
            if words:
                yield words, line


def _opening(article: Article) -> str:
    """The first long paragraph: what tells different articles of one outlet apart."""
    for start, end in lines(article.text):
        if end - start > MAX_CHARS:
            return " ".join(_WORD.findall(article.text[start:end].casefold()))[:MAX_CHARS]
    return ""
