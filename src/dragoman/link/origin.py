"""Origins: articles whose words are the same go back to one report.

Only copies word for word are joined here (furniture, case, punctuation and blanks aside); partial
copies and rewrites count as reports of their own until a derivation linker reads them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.ids import make_id
from dragoman.types import Aligned, Analysis, Article, ArticleFact, Derivation, Linked, Origin, Span

_WORD = re.compile(r"\w+")


class SameWords:
    """Joins articles with the same words into one origin, each copy with a `Derivation`."""

    name = "origin"
    needs: tuple[type[ArticleFact], ...] = ()

    def keys(self, analysis: Analysis) -> tuple[str, ...]:
        words = " ".join(_WORD.findall(_story_text(analysis.article).casefold()))
        key = words or analysis.article.id
        return (hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],)

    def link(self, key: str, members: Sequence[Analysis]) -> Linked:
        articles = sorted((m.article for m in members), key=_first_report)
        ids = tuple(sorted(a.id for a in articles))
        origin = Origin(id=make_id("origin", key), root=_root(articles), articles=ids)
        copies = tuple(_copy(articles[0], copy) for copy in articles[1:])
        return Linked(facts=(origin, *copies), membership=tuple((i, origin.id) for i in ids))


def _story_text(article: Article) -> str:
    """The text outside furniture and title: a copy may bear another headline."""
    spans = [f.span for f in article.furniture]
    if article.title_span is not None:
        spans.append(article.title_span)
    cuts = [0, *(edge for span in sorted(spans) for edge in span), len(article.text)]
    return " ".join(article.text[a:b] for a, b in list(pairwise(cuts))[::2])


def _first_report(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _root(articles: Sequence[Article]) -> str:
    """The agency that all of them credit, or else the first of the articles."""
    agencies = [{c.agency for c in a.credits if c.kind == "agency"} for a in articles]
    shared = set[str]().union(*agencies)
    return shared.pop() if len(shared) == 1 else articles[0].id


def _copy(first: Article, copy: Article) -> Derivation:
    dated = first.published is not None and copy.published is not None
    directed = dated and first.published.value < copy.published.value  # type: ignore[union-attr]
    passage = Aligned(
        from_span=Span(0, len(first.text)), to_span=Span(0, len(copy.text)), similarity=1.0
    )
    return Derivation(
        id=make_id("derivation", first.id, copy.id),
        from_=first.id,
        to=copy.id,
        kind="copy",
        directed=directed,
        score=1.0,
        passages=(passage,),
        basis="the same words" + (", the earlier date first" if directed else ""),
    )
