"""Gives an article, and what it says, the days that the record found for it (`Dating`).

Pure functions over the record types: a reader of the record calls those for one fact, the engine of
the linkers `with_date` for a whole article. What already has a date keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from dragoman.ids import make_id
from dragoman.types import (
    Analysis,
    Article,
    Dating,
    EventMention,
    Published,
    Quantity,
    ResolvedTimex,
    Story,
    Timex,
    When,
)

ANCHOR: Final = "inferred"
"""`Timex.anchor` of an expression that was resolved against the inferred date of its article."""


def with_date(analysis: Analysis, dating: Dating) -> Analysis:
    """The analysis with the days that `dating` gives to its article and to its expressions.

    The article's `published` has the basis 'inferred'; the time expressions that the dating resolves
    get value, days and the anchor 'inferred'; mentions and figures dated by one of them get its days.
    The analysis of another article comes back as it is.
    """
    if dating.article != analysis.article.id:
        return analysis
    return replace(
        analysis,
        article=dated_article(analysis.article, dating),
        timexes=tuple(dated_timex(timex, dating) for timex in analysis.timexes),
        quantities=tuple(dated_quantity(quantity, dating) for quantity in analysis.quantities),
        events=tuple(dated_event_mention(event, dating) for event in analysis.events),
    )


def dated_article(article: Article, dating: Dating) -> Article:
    """The article with its inferred date; as it is where it has a date, or where the dating is of
    another article or names neither day nor month.

    `Published.evidence` are the spans of the article's own text among the reasons, in text order.
    """
    if article.published or dating.article != article.id or dating.value is None:
        return article
    evidence = {r.evidence for r in dating.reasons if r.evidence}
    published = Published(
        value=dating.value,
        precision=dating.precision,
        basis="inferred",
        evidence=tuple(sorted(e.span for e in evidence if e.article == article.id)),
    )
    return replace(article, published=published)


def dated_timex(timex: Timex, dating: Dating) -> Timex:
    """The expression with its days and the anchor 'inferred', as it is where they stay unknown."""
    found = _resolved(timex.id, dating) if timex.from_ is None else None
    if found is None:
        return timex
    return replace(timex, value=found.value, from_=found.from_, to=found.to, anchor=ANCHOR)


def dated_event_mention(mention: EventMention, dating: Dating) -> EventMention:
    """The mention with the days of the expression that dates it."""
    return replace(mention, date=_dated(mention.article, mention.date, dating))


def dated_quantity(quantity: Quantity, dating: Dating) -> Quantity:
    """The figure with the days of the expression that says as of when it held."""
    return replace(quantity, as_of=_dated(quantity.article, quantity.as_of, dating))


def dated_story(story: Story, datings: Iterable[Dating]) -> Story:
    """The story from the first to the last day on which its articles appeared, inferred days too."""
    of = set(story.articles)
    days = [d.value for d in datings if d.article in of and d.value and d.precision != "month"]
    known = [day for day in (story.from_, story.to) if day is not None]
    if not days:
        return story
    return replace(story, from_=min(known + days), to=max(known + days))


def minutes(*published: Published | None) -> tuple[datetime, ...] | None:
    """The times of some articles, which can be compared: each gives the minute, and all or none a time zone.
    None where one does not."""
    given = [p.value for p in published if p is not None and "T" in p.value]
    found = tuple(datetime.fromisoformat(value) for value in given)
    zoned = {moment.tzinfo is not None for moment in found}
    return found if len(found) == len(published) and len(zoned) == 1 else None


def _dated(article: str, when: When | None, dating: Dating) -> When | None:
    """`when` with the days of the time expression that stands where it was read from."""
    if when is None or when.span is None or when.from_ is not None:
        return when
    found = _resolved(make_id("timex", article, when.span.start, when.span.end), dating)
    if found is None:
        return when
    return replace(when, value=found.value, from_=found.from_, to=found.to)


def _resolved(timex: str, dating: Dating) -> ResolvedTimex | None:
    return next((r for r in dating.timexes if r.timex == timex), None)
