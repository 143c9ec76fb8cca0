"""Full-text search: bm25 ranking over articles, quotations and events, with exact spans.

FTS5 finds and ranks. Where the words stand is found again with the same tokenizer in the few texts
that are shown (to ask FTS5 would mean to run a prefix search once for each); its byte offsets become
code points. The text itself is never marked up.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import apsw

from dragoman.corrections import Overlay, overlay
from dragoman.errors import UsageError
from dragoman.store.connection import one, select
from dragoman.store.corrections import corrections
from dragoman.store.entries import Hit, HitKind
from dragoman.store.layers import BY_NAME, SEPARATOR, Layer, searched
from dragoman.store.links import passage
from dragoman.store.query import Term, parse
from dragoman.store.read import decode_fact
from dragoman.store.schema import TOKENIZER
from dragoman.store.withdrawn import withdrawn
from dragoman.types import Event, Passage, Span

CANDIDATES = 5_000
"""Of the rows that match, so many (those read last) are ranked: bm25 for every row of a very common
word takes 0.1 to 0.4 s on 100,000 articles, for 5,000 rows about 0.01 s."""

MAX_OFFSET = 1_000
WINDOW = 240
"""Characters of an article shown around a find."""

_KINDS: tuple[HitKind, ...] = ("article", "quotation", "event")
_TABLES: tuple[tuple[str, HitKind, str], ...] = (
    ("article", "article", ", 5.0, 1.0"),  # a title says what an article is about
    ("quotation", "quotation", ""),
    ("event", "event", ""),
    ("event_mention", "event", ""),
)
_RANKED = {
    table: "SELECT row, score FROM"
    f" (SELECT row, score FROM (SELECT rowid AS row, bm25({table}_fts{weights}) AS score"
    f" FROM {table}_fts WHERE {table}_fts MATCH ? ORDER BY rowid DESC LIMIT {CANDIDATES})"
    " ORDER BY score, row LIMIT ?)"
    f" JOIN {table} ON {table}.rowid = row WHERE NOT {withdrawn(table)} ORDER BY score, row"
    for table, _, weights in _TABLES
}
_ROW_IDS = {table: f"SELECT id FROM {table} WHERE rowid = ?" for table, _, _ in _TABLES}
_STEPS = 5_000
"""Steps of SQLite's machine between two looks at the clock: below a millisecond."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row that was found: `score` relative to the best of its table."""

    table: str
    kind: HitKind
    row: int
    id: str
    score: float


def search(
    connection: apsw.Connection, query: str, *, limit: int, offset: int, seconds: float
) -> list[Hit]:
    """The best `limit` finds after the first `offset`, without facts that a user marked wrong.

    Raises `UsageError` (also when too slow).
    """
    if limit < 1 or not 0 <= offset <= MAX_OFFSET:
        raise UsageError(
            f"search limit={limit}, offset={offset}: expected limit above 0 and "
            f"offset from 0 to {MAX_OFFSET}"
        )
    parsed, laid = parse(query), overlay(corrections(connection))
    with _time_limit(connection, query, seconds):
        ranked = _rank(connection, parsed.match, offset + limit + len(laid.wrong), laid)
    return shown(connection, query, ranked[offset : offset + limit])


def shown(connection: apsw.Connection, query: str, found: Iterable[Ranked]) -> list[Hit]:
    """The rows that a query found, with where its words stand in them."""
    finder = _Finder(connection, parse(query).terms)
    return [_hit(connection, finder, one) for one in found]


@contextlib.contextmanager
def _time_limit(connection: apsw.Connection, query: str, seconds: float) -> Iterator[None]:
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        yield
    except apsw.InterruptError as error:
        raise UsageError(
            f"the search {query!r} took longer than {seconds:g} s; use rarer or longer words, "
            "or raise the setting query_seconds"
        ) from error
    finally:
        connection.set_progress_handler(None)


# ---------------------------------------------------------------- ranking


def _rank(connection: apsw.Connection, expression: str, number: int, laid: Overlay) -> list[Ranked]:
    """The best rows of all tables. Scores of different tables compare only relative to their best."""
    best: dict[tuple[HitKind, str], Ranked] = {}
    for table, kind, _ in _TABLES:
        rows = list(select(connection, _RANKED[table], expression, number))
        for row, score in rows:
            found = _ranked(connection, table, kind, row, score / rows[0][1], laid)
            if found is None:
                continue
            known = best.get((kind, found.id))
            if known is None or known.score < found.score:
                best[kind, found.id] = found
    return sorted(best.values(), key=lambda f: (-f.score, _KINDS.index(f.kind), f.id))


def _ranked(
    connection: apsw.Connection, table: str, kind: HitKind, row: int, score: float, laid: Overlay
) -> Ranked | None:
    """A row under the id that it counts as; None where that, or the row itself, was marked wrong."""
    own: str = one(connection, _ROW_IDS[table], row)
    id_ = own
    if table == "event_mention" and own not in laid.apart:
        sql = "SELECT min(whole) FROM membership WHERE layer = 'event' AND part = ?"
        id_ = one(connection, sql, own) or own
    id_ = laid.into(id_)
    if laid.is_wrong(own) or laid.is_wrong(id_):
        return None
    return Ranked(table, kind, row, id_, round(score, 6))


# ---------------------------------------------------------------- where the words stand


class _Finder:
    """Finds the terms of one query in a text, token by token as the index has them."""

    def __init__(self, connection: apsw.Connection, terms: tuple[Term, ...]) -> None:
        name, *options = TOKENIZER
        self._tokenizer = connection.fts5_tokenizer(name, options)
        self._phrases = [(self._words(term.words), term.prefix) for term in terms]

    def spans(self, text: str) -> list[Span]:
        """Where the terms stand, in code points."""
        data = text.encode("utf-8")
        found = self._tokens(data, apsw.FTS5_TOKENIZE_DOCUMENT)
        tokens = [token for _, _, token in found]
        at = {
            (found[i][0], found[i + len(words) - 1][1])
            for words, prefix in self._phrases
            for i in _places(tokens, words, prefix)
        }
        return _code_points(data, sorted(at))

    def _words(self, phrase: str) -> list[str]:
        found = self._tokens(phrase.encode("utf-8"), apsw.FTS5_TOKENIZE_QUERY)
        return [token for _, _, token in found]

    def _tokens(self, data: bytes, purpose: int) -> list[tuple[int, int, str]]:
        """(first byte, byte after the last, token) of every token."""
        found: Any = self._tokenizer(data, purpose, None, include_colocated=False)
        return list(found)


def _places(tokens: list[str], words: list[str], prefix: bool) -> Iterator[int]:
    """Indices of the tokens at which the phrase `words` begins."""
    if not words:
        return
    *firsts, last = words
    for i in range(len(tokens) - len(firsts)):
        token = tokens[i + len(firsts)]
        if (token == last or (prefix and token.startswith(last))) and (
            tokens[i : i + len(firsts)] == firsts
        ):
            yield i


def _code_points(text: bytes, spans: list[tuple[int, int]]) -> list[Span]:
    """Spans of UTF-8 bytes as spans of code points; counts the text once."""
    wanted = sorted({offset for span in spans for offset in span})
    pieces = (text[a:b] for a, b in zip([0, *wanted], wanted, strict=False))
    counted = accumulate(len(piece.decode("utf-8", "replace")) for piece in pieces)
    at = dict(zip(wanted, counted, strict=True))
    return [Span(at[start], at[end]) for start, end in spans]


# ---------------------------------------------------------------- finds


def _hit(connection: apsw.Connection, finder: _Finder, found: Ranked) -> Hit:
    if found.table == "article":
        return _article_hit(connection, finder, found)
    return _fact_hit(connection, finder, found)


def _article_hit(connection: apsw.Connection, finder: _Finder, found: Ranked) -> Hit:
    sql = "SELECT title, text FROM article WHERE rowid = ?"
    title, text = next(select(connection, sql, found.row))
    marks = finder.spans(text)
    return _make(found, found.id, title, text, window(text, marks), marks)


def _fact_hit(connection: apsw.Connection, finder: _Finder, found: Ranked) -> Hit:
    """A quotation's or event's find: the passage of it that holds most of the words."""
    sql = f"SELECT data FROM {found.table} WHERE rowid = ?"
    layer = BY_NAME[found.table]
    fact = decode_fact(layer, one(connection, sql, found.row))
    article, pieces = _pieces(connection, layer, fact)
    marks = _moved(pieces, finder.spans(searched(pieces)))
    sql = "SELECT title, text FROM article WHERE id = ?"
    title, text = next(select(connection, sql, article), (None, ""))
    span = _best_piece(pieces, marks)
    if found.table == "event_mention":
        span = window(text, [fact.trigger.span, *marks])
    return _make(found, article, title, text, span, marks)


def _pieces(
    connection: apsw.Connection, layer: Layer, fact: Any
) -> tuple[str, tuple[Passage, ...]]:
    """The article and the searched passages of a fact."""
    if not isinstance(fact, Event):
        return fact.article, layer.pieces(fact) if layer.pieces else ()
    if fact.summary is None:
        return "", ()
    text = passage(connection, fact.summary.article, fact.summary.span) or ""
    return fact.summary.article, (Passage(text=text, span=fact.summary.span),)


def _moved(pieces: tuple[Passage, ...], marks: list[Span]) -> list[Span]:
    """Spans of the searched text as spans of the article; one that spans two passages is cut in two."""
    moved, at = [], 0
    for piece in pieces:
        end = at + len(piece.text)
        for mark in marks:
            start, stop = max(mark.start, at), min(mark.end, end)
            if start < stop:
                shift = piece.span.start - at
                moved.append(Span(start + shift, stop + shift))
        at = end + len(SEPARATOR)
    return sorted(moved)


def _best_piece(pieces: tuple[Passage, ...], marks: list[Span]) -> Span:
    spans = [piece.span for piece in pieces]
    return max(spans, key=lambda s: len(_within(marks, s)), default=Span(0, 0))


def _within(marks: list[Span], span: Span) -> list[Span]:
    return [m for m in marks if span.start <= m.start and m.end <= span.end]


def _make(
    found: Ranked, article: str, title: str | None, text: str, span: Span, marks: list[Span]
) -> Hit:
    return Hit(
        kind=found.kind,
        id=found.id,
        article=article,
        title=title,
        span=span,
        text=text[span.start : span.end],
        score=found.score,
        marks=tuple(sorted(set(_within(marks, span)))),
    )


def window(text: str, marks: list[Span]) -> Span:
    """About `WINDOW` characters of `text` with as many of the marks as fit, cut between words."""
    if not marks:
        return _trim(text, Span(0, min(WINDOW, len(text))))
    ordered = sorted(marks)
    first = max(ordered, key=lambda m: (_fitting(ordered, m), -m.start))
    inside = [m for m in ordered if first.start <= m.start and m.end <= first.start + WINDOW]
    last = max([first.end, *(m.end for m in inside)])
    margin = max(0, WINDOW - (last - first.start)) // 2
    span = Span(max(0, first.start - margin), min(len(text), last + margin))
    return _trim(text, span, keep=Span(first.start, last))


def _fitting(ordered: list[Span], first: Span) -> int:
    """How many marks one window holds that begins with `first`."""
    end = first.start + WINDOW
    return sum(first.start <= m.start and m.end <= end for m in ordered)


def _trim(text: str, span: Span, keep: Span | None = None) -> Span:
    """`span` without the cut words and blanks at its ends; what `keep` covers stays."""
    start, end = span
    low, high = keep if keep is not None else (end, start)
    if start > 0 and not text[start - 1].isspace():
        while start < low and not text[start].isspace():
            start += 1
    if end < len(text) and not text[end].isspace():
        while end > max(high, start) and not text[end - 1].isspace():
            end -= 1
    while start < min(low, end) and text[start].isspace():
        start += 1
    while end > max(high, start) and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
