"""Two texts side by side: what they share, word for word or nearly, and what each has alone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.text import paragraphs
from dragoman.types import Aligned, Article, Span
from dragoman.web.evidence import merged
from dragoman.web.segments import Mark, to_html

COMPARED = 400
"""Words of a passage that are compared one by one: `difflib` takes time with the square."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage of both, or of one alone. `same` says that the words do not differ."""

    left: Markup | None
    right: Markup | None
    same: bool
    similarity: float | None
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The rows from top to bottom, and words in common and alone."""

    rows: tuple[Row, ...]
    shared: int
    only_left: int
    only_right: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Stretches of both texts that say the same: each in order, touching ones joined."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    similarity: float


def align(left: Article, right: Article, passages: Iterable[Aligned]) -> Alignment:
    """The two texts by their aligned passages; furniture is left out of what one has alone."""
    pairs = _pairs([p for p in passages if _fits(left, p.from_span) and _fits(right, p.to_span)])
    alone_left = _alone(left, [s for p in pairs for s in p.left])
    alone_right = _alone(right, [s for p in pairs for s in p.right])
    rows = [*_rows(left, right, pairs, alone_left, alone_right)]
    return Alignment(
        rows=tuple(rows),
        shared=sum(_words(left.text, s) for p in pairs for s in p.left),
        only_left=sum(_words(left.text, s) for s in alone_left),
        only_right=sum(_words(right.text, s) for s in alone_right),
    )


def _fits(article: Article, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(article.text)


# ---------------------------------------------------------------- which stretches belong together


def _pairs(passages: Sequence[Aligned]) -> list[_Pair]:
    """Passages that share characters on either side are one pair; pairs come in order of the left."""
    group = list(range(len(passages)))
    for side in ("from_span", "to_span"):
        ordered = sorted(range(len(passages)), key=lambda i: getattr(passages[i], side))
        last: tuple[int, int] | None = None
        for i in ordered:
            span: Span = getattr(passages[i], side)
            if last is not None and span.start < last[1]:
                _join(group, last[0], i)
            if last is None or span.end > last[1]:
                last = (i, span.end)
    found: dict[int, list[Aligned]] = {}
    for i, passage in enumerate(passages):
        found.setdefault(_root(group, i), []).append(passage)
    pairs = [_pair(members) for members in found.values()]
    return sorted(pairs, key=lambda p: (p.left[0], p.right[0]))


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        i = group[i]
    return i


def _join(group: list[int], one: int, other: int) -> None:
    a, b = sorted((_root(group, one), _root(group, other)))
    group[b] = a


def _pair(members: Sequence[Aligned]) -> _Pair:
    return _Pair(
        merged(m.from_span for m in members),
        merged(m.to_span for m in members),
        max(m.similarity for m in members),
    )


def _alone(article: Article, shared: Iterable[Span]) -> list[Span]:
    """The paragraphs' stretches outside the shared spans and outside furniture."""
    taken = merged([*shared, *(f.span for f in article.furniture)])
    return [
        piece
        for paragraph in paragraphs(article.text)
        for piece in _outside(article.text, paragraph, taken)
    ]


def _outside(text: str, span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    at = span.start
    for other in (*taken, Span(span.end, span.end)):
        if other.end <= at or other.start > span.end:
            continue
        piece = _stripped(text, Span(at, min(other.start, span.end)))
        if piece is not None:
            yield piece
        at = max(at, other.end)
    if at < span.end and (piece := _stripped(text, Span(at, span.end))) is not None:
        yield piece


def _stripped(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


# ---------------------------------------------------------------- rows


def _rows(
    left: Article,
    right: Article,
    pairs: Sequence[_Pair],
    alone_left: Sequence[Span],
    alone_right: Sequence[Span],
) -> Iterator[Row]:
    """Rows in order of the left text; what the right has alone follows what stands before it there."""
    behind = _behind(pairs, alone_right)
    yield from (_right(right, s) for s in behind[None])
    items: list[tuple[Span, _Pair | None]] = [(p.left[0], p) for p in pairs]
    items += [(span, None) for span in alone_left]
    for span, pair in sorted(items, key=lambda i: i[0]):
        if pair is None:
            yield _left(left, span)
            continue
        yield _both(left, right, pair)
        yield from (_right(right, s) for s in behind[pair])


def _behind(pairs: Sequence[_Pair], alone: Sequence[Span]) -> dict[_Pair | None, list[Span]]:
    """What stands alone in the right text by the pair before it, None for its beginning."""
    found: dict[_Pair | None, list[Span]] = {None: [], **{p: [] for p in pairs}}
    for span in alone:
        before = [p for p in pairs if p.right[-1].end <= span.start]
        found[max(before, key=lambda p: p.right[-1], default=None)].append(span)
    return found


def _left(article: Article, span: Span) -> Row:
    text = article.text[span.start : span.end]
    html = to_html(article.text, start=span.start, end=span.end)
    return Row(left=html, right=None, same=False, similarity=None, texts=(text, ""))


def _right(article: Article, span: Span) -> Row:
    text = article.text[span.start : span.end]
    html = to_html(article.text, start=span.start, end=span.end)
    return Row(left=None, right=html, same=False, similarity=None, texts=("", text))


def _both(left: Article, right: Article, pair: _Pair) -> Row:
    here, there = _tokens(left.text, pair.left), _tokens(right.text, pair.right)
    changes = _changes(
        [left.text[s.start : s.end] for s in here], [right.text[s.start : s.end] for s in there]
    )
    marks = (
        [Span(here[a].start, here[b - 1].end) for a, b, _, _ in changes if a < b],
        [Span(there[c].start, there[d - 1].end) for _, _, c, d in changes if c < d],
    )
    return Row(
        left=_html(left.text, pair.left, marks[0]),
        right=_html(right.text, pair.right, marks[1]),
        same=not changes,
        similarity=pair.similarity,
        texts=(_text(left.text, pair.left), _text(right.text, pair.right)),
    )


def _tokens(text: str, spans: Iterable[Span]) -> list[Span]:
    found = [Span(*m.span()) for s in spans for m in _WORD.finditer(text, s.start, s.end)]
    return found[:COMPARED]


def _changes(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int, int]]:
    bare = [[_bare(word) for word in words] for words in (one, other)]
    matcher = difflib.SequenceMatcher(a=bare[0], b=bare[1], autojunk=False)
    return [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _bare(word: str) -> str:
    """A word without the marks around it: another quotation mark is no other word."""
    return word.casefold().strip("\"'“”‘’.,;:()[]") or word


def _html(text: str, spans: Sequence[Span], changed: Sequence[Span]) -> Markup:
    marks = [Mark(span=s, kind="diff") for s in changed]
    return Markup(" … ").join(to_html(text, marks, start=s.start, end=s.end) for s in spans)


def _text(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(text[s.start : s.end] for s in spans)
