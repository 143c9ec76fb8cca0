"""Two articles side by side: what they have in common, and what each has alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.types import Aligned, Article, Derivation, Span
from dragoman.web import wording
from dragoman.web.differing import compared
from dragoman.web.evidence import ArticleRef, Source, merged
from dragoman.web.index import Index

PASSAGES = 8
"""Aligned passages shown of one derivation; the exports hold all."""

EXCERPT = 600
"""Code points shown of one aligned passage."""

ALONE = 4
"""Sentences shown that one article has alone."""

COVERED = 0.5
"""Share of a sentence that a passage must cover for the sentence to be in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Two passages side by side, differing words marked."""

    left: Markup
    right: Markup
    similarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneView:
    """What one of two articles has alone: how many sentences, and the first of them."""

    source: ArticleRef
    sentences: int
    of: int
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivationView:
    """Which article was made from which, by their common passages."""

    id: str
    kind: str
    directed: bool
    left: ArticleRef
    right: ArticleRef
    score: str
    basis: str
    passages: tuple[PassageView, ...]
    left_out: int
    alone: tuple[AloneView, ...] = ()


def derivation_views(
    index: Index, facts: Iterable[Derivation], *, passages: int = PASSAGES, alone: int = ALONE
) -> Iterator[DerivationView]:
    """Derivations between two articles of the page, the closest first."""
    for fact in sorted(facts, key=lambda d: (-d.score, d.id)):
        left, right = index.source(fact.from_), index.source(fact.to)
        if left and right:
            yield derivation_view(left, right, fact, passages=passages, alone=alone)


def derivation_view(
    left: Source, right: Source, fact: Derivation, *, passages: int = PASSAGES, alone: int = ALONE
) -> DerivationView:
    """One derivation, at most so many `passages`, and so many sentences that each has `alone`."""
    shown = sorted(fact.passages, key=lambda p: p.to_span)[:passages]
    return DerivationView(
        id=fact.id,
        kind=wording.DERIVATIONS[fact.kind],
        directed=fact.directed,
        left=left.ref,
        right=right.ref,
        score=f"{fact.score:.2f}",
        basis=fact.basis,
        passages=tuple(_passage(left.article.text, right.article.text, p) for p in shown),
        left_out=len(fact.passages) - len(shown),
        alone=(
            alone_view(left, [p.from_span for p in fact.passages], alone),
            alone_view(right, [p.to_span for p in fact.passages], alone),
        ),
    )


def _passage(left: str, right: str, aligned: Aligned) -> PassageView:
    one, other = compared(_excerpt(left, aligned.from_span), _excerpt(right, aligned.to_span))
    return PassageView(left=one, right=other, similarity=f"{aligned.similarity:.2f}")


def _excerpt(text: str, span: Span) -> str:
    """A passage, cut at `EXCERPT` with a sign of it."""
    end = min(span.end, span.start + EXCERPT)
    return text[span.start : end] + (" …" if end < span.end else "")


def alone_view(source: Source, common: Sequence[Span], most: int) -> AloneView:
    """The sentences of an article, outside furniture, that no common passage covers."""
    sentences = [s for s in source.sentences() if not _is_furniture(source.article, s)]
    joined = merged(common)
    alone = [s for s in sentences if _overlap(s, joined) < COVERED * (s.end - s.start)]
    return AloneView(
        source=source.ref,
        sentences=len(alone),
        of=len(sentences),
        shown=tuple(_excerpt(source.article.text, sentence) for sentence in alone[:most]),
    )


def _is_furniture(article: Article, sentence: Span) -> bool:
    inside = _overlap(sentence, merged(f.span for f in article.furniture))
    return inside >= COVERED * (sentence.end - sentence.start)


def _overlap(span: Span, others: Iterable[Span]) -> int:
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)
