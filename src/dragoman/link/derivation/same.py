"""Copies word for word: found by one hash of all words, so that any number of them costs no comparing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dragoman.ids import make_id
from dragoman.link.derivation.credits import agencies, cites
from dragoman.linking import Member
from dragoman.types import Aligned, Analysis, Article, ArticleFact, Derivation, Linked, Span

_WORD: Final = re.compile(r"\w+")


class SameWords:
    """Joins articles whose words are the same (furniture, title, case, punctuation and blanks aside)
    with the first of them."""

    name = "copies"
    needs: tuple[type[ArticleFact], ...] = ()
    after: tuple[str, ...] = ()
    fewest = 2

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        return (words_key(analysis.article),)

    def link(self, key: str, members: Sequence[Member]) -> Linked:
        articles = sorted((m.analysis.article for m in members), key=_first_report)
        return Linked(facts=tuple(_copy(articles[0], copy) for copy in articles[1:]))


def words_key(article: Article) -> str:
    """16 hex digits, the same for articles whose words are the same.

    Where all words are furniture those of the whole text count; of no words at all, the id.
    """
    every = (" ".join(_WORD.findall(t.casefold())) for t in (story_text(article), article.text))
    key = next(filter(None, every), article.id)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def story_text(article: Article) -> str:
    """The text outside furniture and title: a copy may bear another headline."""
    spans = [f.span for f in article.furniture]
    if article.title_span is not None:
        spans.append(article.title_span)
    cuts, at = [0], 0
    for span in sorted(spans):
        cuts += [max(at, span.start), max(at, span.end)]
        at = cuts[-1]
    return " ".join(article.text[a:b] for a, b in list(pairwise([*cuts, len(article.text)]))[::2])


def _first_report(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _copy(first: Article, copy: Article) -> Derivation:
    dated = first.published is not None and copy.published is not None
    earlier = dated and first.published.value[:10] < copy.published.value[:10]  # type: ignore[union-attr]
    cited = cites(copy, first)
    reasons = ["the same words"]
    reasons += ["the copy names the other's outlet"] if cited else []
    reasons += ["the earlier date first"] if earlier else []
    shared = sorted(agencies(first) & agencies(copy))
    reasons += [f"both credit {', '.join(shared)}"] if shared else []
    passage = Aligned(
        from_span=Span(0, len(first.text)), to_span=Span(0, len(copy.text)), similarity=1.0
    )
    return Derivation(
        id=make_id("derivation", *sorted((first.id, copy.id))),
        from_=first.id,
        to=copy.id,
        kind="copy",
        directed=earlier or cited,
        score=1.0,
        passages=(passage,),
        basis="; ".join(reasons),
    )
