"""What the pages show of articles and of the facts read from each: frozen, typed, ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.types import (
    Article,
    EntityMention,
    EventMention,
    Published,
    Quantity,
    Quotation,
    Timex,
    Toponym,
)
from dragoman.web import wording
from dragoman.web.evidence import ArticleRef, Evidence, Source, anchor, language_tag, merged
from dragoman.web.unresolved import in_words

_WORD = re.compile(r"\w+")

OPENING = 80
"""Code points of its text by which an article without a title goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """When an article appeared, how that is known, and the words that say so."""

    text: str
    iso: str
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """A credited agency or reporter, and where the text names it."""

    agency: str
    kind: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRef:
    """An article's origin: the report it goes back to, and how many articles share it."""

    label: str
    href: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One line of the list of articles, and the head of its text."""

    ref: ArticleRef
    outlet: str | None
    title: str | None
    opening: str
    url: str | None
    address: str | None
    path: str | None
    date: DateView | None
    modified: DateView | None
    dateline: str | None
    dateline_href: str | None
    credits: tuple[CreditView, ...]
    authors: tuple[str, ...]
    origin: OriginRef | None
    language: str | None
    encoding: str | None
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something as worded, and the name it stands for where that is known."""

    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """Who is said to have said what."""

    id: str
    speaker: Party | None
    cue: str | None
    addressee: Party | None
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A reported number. `value` is None where the words name none ('many')."""

    id: str
    text: str
    value: str | None
    measure: str | None
    unit: str | None
    of: str | None
    cause: str | None
    reported_by: Party | None
    as_of: str | None
    place: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One mention of an event: what, who to whom, whether it happened, when, where."""

    id: str
    type: str
    worded: str
    mode: str | None
    trigger: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: str
    date: str | None
    place: str | None
    on_word_of: Party | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpressionView:
    """A time expression and the days it stands for, or in `value` what is known of them in words."""

    id: str
    text: str
    type: str
    value: str | None
    days: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that was read from one article, in the order of its text."""

    source: Source
    timexes: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    toponyms: tuple[Toponym, ...]
    mentions: tuple[EntityMention, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[EventMention, ...]


# ---------------------------------------------------------------- articles


def article_view(source: Source, origin: OriginRef | None) -> ArticleView:
    """The article's line: what it says of itself and what is known of it."""
    article = source.article
    line = article.dateline
    return ArticleView(
        ref=source.ref,
        outlet=article.outlet,
        title=article.title,
        opening="" if article.title else _opening(article),
        url=web_address(article.url),
        address=article.url,
        path=article.path,
        date=_date_view(source, article.published),
        modified=_date_view(source, article.modified),
        dateline=line.place if line else None,
        dateline_href=f"#{anchor(article.id, line.span)}" if line else None,
        credits=tuple(_credits(article)),
        authors=article.authors,
        origin=origin,
        language=language_tag(article.language) or article.language,
        encoding=article.encoding,
        words=_words(article),
    )


def web_address(url: str | None) -> str | None:
    """The URL where it may be linked (http or https with a host), else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _date_view(source: Source, published: Published | None) -> DateView | None:
    if published is None:
        return None
    return DateView(
        text=wording.date(published.value),
        iso=published.value,
        basis=wording.BASES[published.basis],
        evidence=tuple(
            source.evidence(f"#{anchor(source.article.id, s)}", [s]) for s in published.evidence
        ),
    )


def _credits(article: Article) -> Iterator[CreditView]:
    seen = set()
    for credit in article.credits:
        if (credit.agency, credit.kind) not in seen:
            seen.add((credit.agency, credit.kind))
            href = f"#{anchor(article.id, credit.span)}" if credit.span else None
            yield CreditView(agency=credit.agency, kind=credit.kind, href=href)


def _opening(article: Article) -> str:
    """The first words outside furniture: what an article without a title goes by."""
    at = 0
    for span in merged(f.span for f in article.furniture):
        if article.text[at : span.start].strip():
            break
        at = span.end
    start = " ".join(article.text[at : at + 10 * OPENING].split())
    return start if len(start) <= OPENING else f"{start[:OPENING].rstrip()}…"


def _words(article: Article) -> int:
    """Words outside furniture."""
    outside, at = 0, 0
    for span in merged(f.span for f in article.furniture):
        outside += sum(1 for _ in _WORD.finditer(article.text, at, max(at, span.start)))
        at = span.end
    return outside + sum(1 for _ in _WORD.finditer(article.text, at))


# ---------------------------------------------------------------- facts


def quotation_view(source: Source, fact: Quotation) -> QuotationView:
    """A quotation with the sentences of its content, speaker and cue."""
    named = (("who", fact.speaker), ("cue", fact.cue), ("who", fact.addressee))
    parts = [(kind, p.span) for kind, p in named if p is not None]
    return QuotationView(
        id=fact.id,
        speaker=Party(text=fact.speaker.text) if fact.speaker else None,
        cue=fact.cue.text if fact.cue else None,
        addressee=Party(text=fact.addressee.text) if fact.addressee else None,
        kind=fact.kind,
        evidence=source.evidence(f"#{fact.id}", [p.span for p in fact.content], parts),
    )


def figure_view(source: Source, fact: Quantity) -> FigureView:
    """A figure with what it counts, of whom, on whose word, as of when, where."""
    named = (("of", fact.of), ("of", fact.cause), ("who", fact.reported_by), ("of", fact.place))
    parts = [(kind, p.span) for kind, p in named if p is not None]
    if fact.as_of and fact.as_of.span:
        parts.append(("of", fact.as_of.span))
    return FigureView(
        id=fact.id,
        text=fact.text,
        value=wording.figure(fact.low, fact.high, fact.modifier),
        measure=wording.words(fact.measure) if fact.measure else None,
        unit=fact.unit,
        of=fact.of.text if fact.of else None,
        cause=fact.cause.text if fact.cause else None,
        reported_by=Party(text=fact.reported_by.text) if fact.reported_by else None,
        as_of=wording.when(fact.as_of),
        place=fact.place.text if fact.place else None,
        evidence=source.evidence(f"#{fact.id}", [fact.span], parts),
    )


def event_view(source: Source, fact: EventMention, speaker: str | None) -> EventView:
    """A mention of an event; `speaker` is whose statement the article takes it from."""
    who = [("who", p.span) for p in (*fact.actor, *fact.recipient)]
    where = [("of", fact.place.span)] if fact.place else []
    days = [("of", fact.date.span)] if fact.date and fact.date.span else []
    return EventView(
        id=fact.id,
        type=fact.type,
        worded=wording.quoted([fact.trigger.text]),
        mode=wording.words(fact.mode) if fact.mode else None,
        trigger=fact.trigger.text,
        actors=tuple(Party(text=p.text) for p in fact.actor),
        recipients=tuple(Party(text=p.text) for p in fact.recipient),
        status=wording.STATUSES[fact.status],
        date=wording.when(fact.date),
        place=fact.place.text if fact.place else None,
        on_word_of=_word(fact, speaker),
        evidence=source.evidence(f"#{fact.id}", [fact.trigger.span], [*who, *where, *days]),
    )


def _word(fact: EventMention, speaker: str | None) -> Party | None:
    """Whose statement it is; None where the article tells it as its own."""
    if fact.attributed_to is None:
        return None
    return Party(text=speaker or "a source that is not named")


def timex_view(source: Source, fact: Timex) -> DateExpressionView:
    """A time expression and the days it stands for, where they are known."""
    return DateExpressionView(
        id=fact.id,
        text=fact.text,
        type=fact.type.lower(),
        value=None if wording.date_range(fact.from_, fact.to) else in_words(fact.value),
        days=wording.date_range(fact.from_, fact.to),
        evidence=source.evidence(f"#{fact.id}", [fact.span]),
    )
