"""Lines that recur in the articles of one outlet are the page's, not the article's.

One article can't show that 'More from our correspondents' is furniture; several of one outlet can.
A line counts only where the articles that carry it are different articles: their paragraphs have few
words in common, so that copies and rewordings of one article don't turn its own words into furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from dragoman.text import lines
from dragoman.types import Analysis, Article, ArticleFact, Furniture, Linked, Span

MIN_ARTICLES = 3
"""Articles of one outlet that must carry a line. Set by reading the clusters: at 2, quoted one-line
paragraphs of follow-up stories were taken; at 3, none of 216 articles lost a line of its story."""

MAX_CHARS = 160
"""Longer lines are paragraphs."""

SAME_WORDS = 0.5
"""Share of the words of the shorter from which two articles are one in other words, whatever the order of their
paragraphs: of the cluster articles' strong rewordings all have more, of two articles of one outlet few."""

SHORTEST_WORD = 5
"""Characters of the words that are compared: shorter ones all articles share."""

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

    def holds(self, members: Iterable[Analysis]) -> bool:
        return _are_different(member.article for member in members)

    def of(self, key: str, member: Analysis) -> Linked:
        article = member.article
        return Linked(
            furniture=tuple(
                (article.id, Furniture(span=span, kind="recurring"))
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


def _are_different(articles: Iterable[Article]) -> bool:
    """Whether among them are `MIN_ARTICLES` (3) of which no two are one in other words."""
    found: dict[frozenset[str], None] = {}
    for words in map(_words, articles):
        if words not in found:
            others = [other for other in found if _share(words, other) < SAME_WORDS]
            if any(_share(one, other) < SAME_WORDS for one, other in combinations(others, 2)):
                return True
            found[words] = None
    return False


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the shorter that both have; of two without words all."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else float(one == other)


def _words(article: Article) -> frozenset[str]:
    """The longer words of its long lines: what tells different articles of one outlet apart."""
    text = article.text.casefold()
    long = (text[start:end] for start, end in lines(text) if end - start > MAX_CHARS)
    return frozenset(w for line in long for w in _WORD.findall(line) if len(w) >= SHORTEST_WORD)
