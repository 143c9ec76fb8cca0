"""What an article's own words and address say of the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np

from dragoman.link.dating.clues import Clue, ClueKind, Weights
from dragoman.link.dating.words import Days, Expression, parse, resolve
from dragoman.types import Analysis, Article, ArticleSpan, Reason

BEHIND: Final = (0.40, 0.30, 0.09, 0.07, 0.05, 0.05, 0.04)
"""How often a weekday told as past lies so many days back, measured on the dated cluster articles (182
weekdays): most reports tell of today and yesterday."""
WEEKEND: Final = (0.30, 0.22, 0.14, 0.09, 0.07, 0.06, 0.12)
"""How often a report that tells of 'the weekend' as past was written on a Monday, ..., a Sunday (set by
judgement)."""
AHEAD: Final = (0.30, 0.20, 0.14, 0.11, 0.09, 0.08, 0.08)
"""The same for a weekday told as future (22 weekdays, smoothed)."""
HABIT: Final = (0.20, 0.17, 0.16, 0.15, 0.14, 0.08, 0.10)
"""How much news is written on a Monday, ..., a Sunday (set by judgement, after the same data)."""
MISREAD: Final = {"past": 0.05, "future": 0.95, "perhaps future": 0.6, "": 0.15}
"""How likely an expression lies ahead, by the look of its verb (same data)."""
_SINCE: Final = (0.45, 0.12, 0.09, 0.06, 0.05, 0.045)
"""How often the article is so many days younger than a day it names with its year (47 dates, same data);
further back it falls with the distance."""
_FADES: Final = 2.0
_NEWS: Final = {"past": 0.35, "": 0.7}
_TO_COME: Final = {"past": 0.01, "future": 0.95, "perhaps future": 0.6, "": 0.05}
"""How likely such a day lies ahead."""
_PLAN: Final = 0.2
"""How often a day that is named with its year is part of the news: as past, without a verb, to come (same
data, smoothed)."""
_BACKGROUND: Final = 60.0
"""Days: background is months or years old."""
_MOST: Final = 40
"""Expressions of one article that are looked at, sharp ones first: twenty or more, as each is noted twice
at most."""
WRONG: Final = 0.04
"""The share of expressions that are misread altogether."""
_ADDRESS: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d)[/-]?(\d\d)(?!\d)")


def own_clues(analysis: Analysis, days: Days) -> Iterator[Clue]:
    """The clues of an article by itself, over the days of the frame."""
    seen: set[tuple[object, ...]] = set()
    for found in sorted(expressions(analysis), key=lambda e: (not e.sharp, not e.looks, e.looks)):
        named = (found.kind, found.number, found.day, found.bounds, found.which, found.unit)
        ahead = "future" in found.looks
        again = (*named, ahead) in seen or (not found.looks and named in seen)
        if len(seen) < _MOST and not again and (clue := _worded(found, days)):
            seen |= {named, (*named, ahead)}
            yield clue
    yield from _framed(analysis, days)
    yield Clue("habit", np.take(HABIT, (days - 1) % 7), ())
    if clue := _addressed(analysis.article, days):
        yield clue


def expressions(analysis: Analysis) -> tuple[Expression, ...]:
    """The expressions of the story itself, without those in furniture."""
    furniture = analysis.article.furniture
    return tuple(
        found
        for timex in analysis.timexes
        if not any(f.span.start <= timex.span.start < f.span.end for f in furniture)
        and (found := parse(timex))
    )


def _worded(expression: Expression, days: Days) -> Clue | None:
    match expression.kind:
        case "weekday" if expression.unit == "D":
            weights = _weekday(expression, days)
            text = f"the weekday '{expression.timex.text}' {_look(expression)}"
        case "weekend" if expression.which == "" and expression.looks == "past":
            weights = np.take(WEEKEND, (days - 1) % 7)
            text = f"'{expression.timex.text}' {_look(expression)}"
        case "month_day":
            weights = _month_day(expression, days)
            text = f"'{expression.timex.text}' {_look(expression)}"
        case "month":
            weights = _month(expression, days)
            text = f"the month '{expression.timex.text}' {_look(expression)}"
        case "fixed" if expression.timex.anchor is None:
            weights = _fixed(expression, days)
            text = f"'{expression.timex.text}' {_look(expression)}"
        case _:
            return None
    reason = Reason(text=f"The article tells of {text}.", evidence=_at(expression))
    return Clue(_kind(expression), weights, (reason,))


def _kind(expression: Expression) -> ClueKind:
    if "week" in expression.kind:
        return "weekday"
    return "day" if expression.kind == "fixed" and expression.sharp else "date"


def _look(expression: Expression) -> str:
    match expression.looks:
        case "past":
            return "as past"
        case "future" | "perhaps future":
            return "as still to come"
        case _:
            return "without saying whether it is past"


def _at(expression: Expression) -> ArticleSpan:
    return ArticleSpan(article=expression.timex.article, span=expression.timex.span)


def _weekday(expression: Expression, days: Days) -> Weights:
    here = (days - 1) % 7 + 1
    ahead = MISREAD[expression.looks]
    back = np.take(BEHIND, (here - expression.number) % 7)
    forth = np.take(AHEAD, (expression.number - here) % 7)
    if expression.which == "last":
        return np.asarray(
            WRONG + np.take((0.2, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2), (here - expression.number) % 7)
        )
    return np.asarray((1 - ahead) * back + ahead * forth)


def _month_day(expression: Expression, days: Days) -> Weights:
    """The day before and the day after come into question; the further away, the less likely. The day of
    writing itself is seldom named so: reports call it by its weekday."""
    ahead = MISREAD[expression.looks] if expression.looks else 0.5
    past, future = _sides(expression, days)
    back = 1 / (days - past + 12.0)
    forth = 1 / (future - days + 12.0)
    found = (1 - ahead) * back + ahead * forth
    return np.asarray(np.where((past == days) | (future == days), 0.5 * found, found))


def _month(expression: Expression, days: Days) -> Weights:
    """A month is named without its year up to a year before and after."""
    ahead = MISREAD[expression.looks]
    past, future = _sides(expression, days)
    back = 1 / ((days - past) / 30.0 + 1.5)
    forth = 1 / ((future - days) / 30.0 + 1.5)
    return np.asarray((1 - ahead) * back + ahead * forth)


_INSIDE: Final = 0.85
"""How likely the months of such an article lie in the time that it tells of (set by judgement)."""


def _framed(analysis: Analysis, days: Days) -> Iterator[Clue]:
    """An article whose first month is 'since October' tells of what happened since: its other months lie
    between then and its writing."""
    months = [e for e in expressions(analysis) if e.kind in ("month", "month_day")]
    if not months or "signal since" not in (months[0].timex.made_by.note or ""):
        return
    others = [e for e in months if (e.kind, e.looks) == ("month", "past")]
    others = [e for e in others if e.number != months[0].number]
    since = _sides(months[0], days)[0]
    inside = np.ones(len(days), dtype=bool)
    for expression in others:
        inside &= _sides(expression, days)[0] >= since
    reasons = tuple(
        Reason(
            text=f"'{e.timex.text}' lies in the time since '{months[0].timex.text}'.",
            evidence=_at(e),
        )
        for e in others
    )
    if reasons:
        yield Clue("frame", inside.astype(np.float64), reasons, _INSIDE)


def _sides(expression: Expression, days: Days) -> tuple[Days, Days]:
    """First day of the last such month (or the day itself) before each day, and of the next after it."""
    past = resolve(replace(expression, looks="past", which="last"), days)[0]
    future = resolve(replace(expression, looks="future", which="next"), days)[0]
    return past, np.maximum(future, days)


def _fixed(expression: Expression, days: Days) -> Weights:
    """An article that tells of a day was written that day or later, the nearer the likelier; one that
    tells of a month or a year, hardly before it."""
    first, last = expression.bounds
    gone, to_come = np.maximum(days - last, 0), np.maximum(first - days, 0)
    if expression.sharp:
        ahead = _TO_COME[expression.looks]
        back, forth = _since(gone, _NEWS.get(expression.looks, _PLAN)), _since(to_come, _PLAN)
    else:
        ahead = MISREAD[expression.looks] if expression.looks else 0.5
        width = last - first + 1.0
        back, forth = 1 / (gone / width + 2.0), 1 / (to_come / width + 2.0)
    found = (1 - ahead) * np.where(days >= first, back, 0) + ahead * np.where(
        days <= last, forth, 0
    )
    least = WRONG * found.mean() if expression.sharp else 0.25 * found.max()
    return np.asarray(found + least)


def _since(gone: Days, share: float) -> Weights:
    """How likely an article is so many days older or younger than a day that it names: the day is part of
    the news (`share`), or of its background, or of plans."""
    near = np.take(_SINCE, np.minimum(gone, len(_SINCE) - 1))
    news = near * (len(_SINCE) / np.maximum(gone + 1, len(_SINCE))) ** _FADES
    return np.asarray(share * news + (1 - share) * 0.3 / (gone + _BACKGROUND))


def _addressed(article: Article, days: Days) -> Clue | None:
    """The day in the address of the page: '/2024/05/02/'. A date there may be a day off, by time zones."""
    day = day_of_address(article.url)
    if day is None or not days[0] <= day <= days[-1]:
        return None
    off = np.abs(days - day)
    weights = np.select([off == 0, off == 1], [1.0, 0.06], 0.02 / len(days))
    text = f"The address of the page holds the date {date.fromordinal(day).isoformat()}."
    return Clue("address", np.asarray(weights, dtype=np.float64), (Reason(text=text),))


def day_of_address(url: str | None) -> int | None:
    """The day in an address, None where there is none or more than one."""
    found = {match[0]: match for match in _ADDRESS.finditer(url or "")}
    if len(found) != 1:
        return None
    match = next(iter(found.values()))
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).toordinal()
    except ValueError:
        return None
