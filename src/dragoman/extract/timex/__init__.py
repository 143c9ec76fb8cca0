"""Time expressions: TIMEX3 types and values (ISO-TimeML, TimeML 1.2.1), intervals and anchors.

The rules (`rules`) are a grammar over token classes, run in time linear in the text; `values`
gives values, against the article's date or the last date in the text. Nothing is guessed: what
needs a date that is not there stays relative, and can be read again by `read` once one is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from dragoman.extract.timex.anchor import AHEAD, MAYBE_AHEAD, Context, direction
from dragoman.extract.timex.calendar import valid
from dragoman.extract.timex.detect import detect, grammar
from dragoman.extract.timex.interval import interval, rolling
from dragoman.extract.timex.meanings import Found, Length, Period, Shift
from dragoman.extract.timex.ranges import hyphenated, range_start
from dragoman.extract.timex.tokens import Segmented, Tagged, Tokens, prepared
from dragoman.extract.timex.values import Place, Value, normalised
from dragoman.ids import make_id
from dragoman.types import Analysis, Article, MadeBy, Published, Span, Timex

if TYPE_CHECKING:
    from dragoman.reading import Reading

__all__ = ["extract", "read"]


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """The analysis with the article's time expressions, in text order."""
    sentences = [encoded.sentence for encoded in reading.sentences]
    timexes = read(reading.article, sentences, tags=reading.sentences)
    return replace(so_far, timexes=timexes)


def read(
    article: Article,
    sentences: Sequence[Segmented],
    *,
    tags: Sequence[Tagged] = (),
    published: Published | None = None,
) -> tuple[Timex, ...]:
    """The time expressions in these sentences of an article.

    `tags` (aligned with `sentences`, or empty) gives word classes and heads. `published` replaces
    the article's own date: this is how a linker reads an undated article again.
    """
    tokens = prepared(article.text, sentences, grammar().letters, tags)
    context = _context(published or article.published)
    made: list[Timex] = []
    previous: tuple[Found, str | None] | None = None
    for found in detect(tokens):
        timex = _timex(article, tokens, found, context, range_start(found, previous, tokens))
        _note_for_later(context, found, timex, tokens)
        if previous and (both := hyphenated(article, made[-1], timex, previous[0], found, tokens)):
            made[-1] = both
            context.last_id = both.id if context.last_id == timex.id else context.last_id
        else:
            made.append(timex)
        previous = found, timex.value
    return tuple(made)


_HALF_YEAR = 6  # months; 'the nine months' is another stretch than the quarter before it


def _note_for_later(context: Context, found: Found, timex: Timex, tokens: Tokens) -> None:
    meaning = found.meaning
    context.remember(timex.value, timex.id, tokens.sentence[found.start])
    if isinstance(meaning, Period) and meaning.name[0] == "Q" and meaning.years != -1:
        finished = context.finished_quarter()
        if timex.value and finished and timex.value <= finished:
            context.report(timex.value, timex.id)
    elif isinstance(meaning, Length) and len(meaning.parts) == 1:
        count, unit = meaning.parts[0]
        if count and unit == "M" and count >= _HALF_YEAR:
            context.report(None, None)


def _context(published: Published | None) -> Context:
    """The date to count from; one that is no date is as good as none."""
    parts = [int(part) for part in published.value[:10].split("-")] if published else []
    year, month, number = [*parts, 1, 1][:3] if parts else (0, 0, 0)
    day = valid(year, month, number)
    if published is None or day is None:
        return Context(None)
    return Context(day, published.precision != "month" and len(parts) == 3)


def _timex(
    article: Article, tokens: Tokens, found: Found, context: Context, after: date | None
) -> Timex:
    place = Place(
        context,
        tokens.sentence[found.start],
        lambda: direction(tokens, found.start, found.end),
        after,
    )
    value = normalised(found.meaning, place)
    span = Span(tokens.starts[found.start], tokens.ends[found.end - 1])
    first, last = interval(value.value)
    if isinstance(found.meaning, Length) and context.to_the_day:
        first, last = rolling(found.meaning, context.published)
    return Timex(
        id=make_id("timex", article.id, span.start, span.end),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        type=value.type,
        value=value.value,
        from_=first,
        to=last,
        anchor=value.anchor,
        made_by=MadeBy(
            rule=f"timex.{found.rule}",
            note=_note(found, value, tokens.word(found.start - 1), _undated(found, value, place)),
        ),
    )


_SIGNALS = frozenset(
    ["since", "until", "till", "by", "before", "after", "from", "between", "through"]
)


def _note(
    found: Found, value: Value, before: str, undated: tuple[str | None, ...] = ()
) -> str | None:
    """What `Timex` has no field for: another reading, a time zone, TIMEX3's mod, 'since'."""
    notes = (
        value.note,
        f"mod {found.mod}" if found.mod else None,
        f"signal {before}" if before in _SIGNALS and value.type in ("DATE", "TIME") else None,
        *undated,
    )
    return "; ".join(note for note in notes if note) or None


_LOOKS: Final = {-1: "past", AHEAD: "future", MAYBE_AHEAD: "perhaps future"}


def _undated(found: Found, value: Value, place: Place) -> tuple[str | None, ...]:
    """What finds the day of writing of an article without one: 'count -1 D' says that the expression
    lies a day before it ('yesterday'), 'past' or 'future' where its verb looks."""
    if value.type not in ("DATE", "TIME") or (place.context.published and place.context.to_the_day):
        return ()
    meaning, counted = found.meaning, None
    if isinstance(meaning, Shift) and meaning.base == "published" and meaning.count is not None:
        counted = f"count {meaning.count:+g} {meaning.unit}"
    return counted, _LOOKS.get(place.direction())
