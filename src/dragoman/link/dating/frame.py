"""The days that come into question for the articles of an affair."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np

from dragoman.link.dating.own import day_of_address, expressions
from dragoman.link.dating.words import Days
from dragoman.linking import Told
from dragoman.types import Article

BEFORE: Final = 400
AFTER: Final = 800
LONGEST: Final = 4000
"""Days of a frame: some eleven years."""


def frame(members: Sequence[Told]) -> Days | None:
    """The days from a year before the first date to two years after the last; None: no date at all.

    Dates are those of the articles and in addresses; where there are none, the last day, month or
    year that each article names.
    """
    known = [day for told in members for day in _dates(told.analysis.article)]
    if not known:
        known = [day for told in members if (day := _latest(told)) is not None]
    if not known:
        return None
    last = min(max(known) + AFTER, date.max.toordinal() - AFTER)
    days = np.arange(max(AFTER, min(known) - BEFORE, last - LONGEST), last + 1)
    return days if len(days) else None


def written(article: Article) -> tuple[int, int] | None:
    """First and last day of the date that the article has; None where it has none, or one that is no date."""
    value = article.published.value if article.published else ""
    try:
        if len(value) >= 10:
            day = date.fromisoformat(value[:10]).toordinal()
            return day, day
        month = date.fromisoformat(f"{value[:7]}-01")
        after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    except ValueError:
        return None
    return month.toordinal(), after.toordinal() - 1


def _dates(article: Article) -> list[int]:
    found = list(written(article) or ())
    day = day_of_address(article.url)
    return found + ([day] if day is not None else [])


def _latest(told: Told) -> int | None:
    fixed = [e for e in expressions(told.analysis) if e.kind == "fixed"]
    return max((e.bounds[0] for e in fixed), default=None)
