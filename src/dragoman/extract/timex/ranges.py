"""Ranges: 'May 3-5' as one expression, and 'Thursday' behind 'from Monday to'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.extract.timex.calendar import bounds
from dragoman.extract.timex.meanings import Day, Found
from dragoman.extract.timex.patterns import DASH, HYPHEN
from dragoman.extract.timex.tokens import Tokens
from dragoman.ids import make_id
from dragoman.types import Article, MadeBy, Span, Timex

_OPEN_DASH = ("range_start", "range_end")


def hyphenated(
    article: Article, a: Timex, b: Timex, first: Found, second: Found, tokens: Tokens
) -> Timex | None:
    """'May 3-5', '2010-2012', '1980-88' are one expression from the first to the last."""
    place = first.end
    if second.start - place != 1 or tokens.letters[place] not in (HYPHEN, DASH):
        return None
    if tokens.letters[place] == DASH and not {first.rule, second.rule} & set(_OPEN_DASH):
        return None
    days = isinstance(first.meaning, Day) and isinstance(second.meaning, Day)
    if not days or a.type != "DATE" or b.type != "DATE" or "/" in str(a.value):
        return None
    return _joined(article, a, b)


def _joined(article: Article, a: Timex, b: Timex) -> Timex | None:
    """Two dates as one stretch, with the value of an ISO 8601 interval."""
    if a.from_ and b.to and a.from_ > b.to:
        return None
    span = Span(a.span.start, b.span.end)
    return replace(
        b,
        id=make_id("timex", article.id, span.start, span.end),
        span=span,
        text=article.text[span.start : span.end],
        value=f"{a.value}/{b.value}",
        from_=a.from_ if b.to else None,
        to=b.to if a.from_ else None,
        made_by=MadeBy(rule="timex.hyphenated_range"),
    )


_TO = frozenset({"to", "through", "until", "till", "-", "–", "—"})


def range_start(
    found: Found, previous: tuple[Found, str | None] | None, tokens: Tokens
) -> date | None:
    """The day that a range of weekdays began on: 'from Monday to Thursday'."""
    if previous is None or found.start - previous[0].end != 1:
        return None
    meaning = previous[0].meaning
    if tokens.words[found.start - 1] not in _TO or not isinstance(meaning, Day):
        return None
    if meaning.weekday is None or meaning.month:
        return None
    known = bounds(previous[1]) if previous[1] else None
    return known[0] if known and known[0] == known[1] else None
