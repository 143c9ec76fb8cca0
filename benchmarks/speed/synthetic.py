"""A record of invented articles with invented facts, written through the store in minutes.

Reading 100,000 articles takes hours; what pages and searches cost depends only on how much the record
holds. Each article has two quotations, two figures, two event mentions, three entities and two places;
every tenth has the words of the one before; the last 500 are one story. The facts' words are stretches of
the text, so that every span holds; they mean nothing.

usage: python -m benchmarks.speed.synthetic RECORD [ARTICLES]
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from benchmarks.generated import article as generated
from dragoman.ids import make_id, text_sha256
from dragoman.store import Entry, SourceRef, Store, open_store
from dragoman.types import (
    Aligned,
    Analysis,
    Article,
    ArticleSpan,
    Derivation,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    Linked,
    LinkedFact,
    MadeBy,
    Maker,
    Origin,
    Passage,
    PloverType,
    Published,
    Quantity,
    QuantitySeries,
    Quotation,
    SeriesPoint,
    Span,
    Status,
    Story,
    Timex,
    Toponym,
    When,
)

WORDS = 200
"""Of an article: news has four times as many, but then the record would take an hour to write."""

STORY = 500
BATCH = 1_000

_MADE = MadeBy(rule="invented")
_MAKER = Maker(version="0", model=None, model_sha256=None, settings=())
_TYPES: tuple[PloverType, ...] = ("CONSULT", "ACCUSE", "REQUEST", "ASSAULT", "AID", "AGREE")
_STATUS: tuple[Status, ...] = ("happened", "happened", "planned", "denied")
_COUNTRIES = ("USA", "FRA", "BRA", "IND", "KEN", "JPN", "NOR", "PER")
_WORD = re.compile(r"\w+")


def write_record(path: Path, articles: int) -> None:
    """A record of so many articles at `path`, which must not exist."""
    with open_store(path, write=True) as store:
        numbers = iter(range(articles))
        while batch := list(islice(numbers, BATCH)):
            analyses = [_analysis(number, articles) for number in batch]
            store.add([_entry(a) for a in analyses])
            linked = [_link(number, a) for number, a in zip(batch, analyses, strict=True)]
            store.put_linked("invented", f"{batch[0]}", _joined(linked))
            print(f"{batch[-1] + 1} written", file=sys.stderr, flush=True)
        _tell_story(store, articles)


def _entry(analysis: Analysis) -> Entry:
    id_ = analysis.article.id
    return Entry(source=SourceRef(id_, id_), analysis=analysis, maker=_MAKER)


def _analysis(number: int, articles: int) -> Analysis:
    original = number - 1 if number % 10 == 1 else number
    row = generated(original, words=WORDS)
    rng = random.Random(number)
    text = row["text"]
    id_ = make_id("article", text_sha256(text), number)
    article = Article(
        id=id_,
        source_id=f"g{number}",
        explicit_id=True,
        outlet=f"Outlet {min(int(rng.paretovariate(0.6)), 400)}",
        title=row["title"],
        language="en",
        published=Published(value=row["published"], precision="day", basis="metadata"),
        text=text,
        text_sha256=text_sha256(text),
    )
    words = [Span(*m.span()) for m in islice(_WORD.finditer(text, len(row["title"])), 120)]
    return _with_facts(article, words, rng)


def _with_facts(article: Article, words: list[Span], rng: random.Random) -> Analysis:
    entities = tuple(_entity(rng) for _ in range(3))
    names = [_party(article, words[i], e) for i, e in zip((0, 20, 40), entities, strict=True)]
    return Analysis(
        article=article,
        timexes=(_timex(article, words[5]),),
        quantities=tuple(_quantity(article, words[i], rng) for i in (10, 30)),
        toponyms=tuple(_toponym(article, words[i], rng) for i in (12, 33)),
        entities=tuple({e.id: e for e in entities}.values()),
        entity_mentions=tuple(_mention(p) for p in _passages(article, names)),
        quotations=tuple(_quotation(article, words, i, names) for i in (50, 80)),
        events=tuple(_event_mention(article, words[i], names, rng) for i in (25, 45)),
    )


def _id(layer: str, article: Article, span: Span) -> str:
    return make_id(layer, article.id, *span)


def _entity(rng: random.Random) -> Entity:
    number = min(int(rng.paretovariate(0.5)), 20_000)
    country = _COUNTRIES[number % len(_COUNTRIES)]
    kind = "state" if number <= len(_COUNTRIES) else "person"
    name = country if kind == "state" else f"Person {number}"
    return Entity(
        id=make_id("entity", number),
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country,
        sector="GOV",
        aliases=(),
        roles=(),
    )


def _party(article: Article, span: Span, entity: Entity) -> EntityPassage:
    return EntityPassage(text=article.text[span.start : span.end], span=span, entity=entity.id)


def _passages(
    article: Article, names: list[EntityPassage]
) -> Iterator[tuple[Article, EntityPassage]]:
    return ((article, name) for name in names)


def _mention(found: tuple[Article, EntityPassage]) -> EntityMention:
    article, name = found
    return EntityMention(
        id=_id("entity_mention", article, name.span),
        article=article.id,
        span=name.span,
        text=name.text,
        entity=name.entity or "",
        made_by=_MADE,
    )


def _timex(article: Article, span: Span) -> Timex:
    day = article.published.value if article.published else None
    return Timex(
        id=_id("timex", article, span),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        type="DATE",
        value=day,
        from_=day,
        to=day,
        anchor="published",
        made_by=_MADE,
    )


def _quantity(article: Article, span: Span, rng: random.Random) -> Quantity:
    value = float(rng.randint(2, 5_000))
    return Quantity(
        id=_id("quantity", article, span),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        low=value,
        high=value,
        modifier="exact",
        unit=None,
        measure="killed",
        of=None,
        cause=None,
        reported_by=None,
        as_of=None,
        place=None,
        made_by=_MADE,
    )


def _toponym(article: Article, span: Span, rng: random.Random) -> Toponym:
    return Toponym(
        id=_id("toponym", article, span),
        article=article.id,
        span=span,
        text=article.text[span.start : span.end],
        geonames_id=rng.randint(1, 5_000),
        lat=rng.uniform(-50, 60),
        lon=rng.uniform(-120, 140),
        country=rng.choice(_COUNTRIES),
        made_by=_MADE,
    )


def _quotation(
    article: Article, words: list[Span], at: int, names: list[EntityPassage]
) -> Quotation:
    span = Span(words[at].start, words[at + 20].end)
    content = Passage(text=article.text[span.start : span.end], span=span)
    return Quotation(
        id=_id("quotation", article, span),
        article=article.id,
        speaker=names[at % 3],
        cue=None,
        content=(content,),
        kind="direct",
        addressee=None,
        made_by=_MADE,
    )


def _event_mention(
    article: Article, span: Span, names: list[EntityPassage], rng: random.Random
) -> EventMention:
    day = article.published.value if article.published else None
    return EventMention(
        id=_id("event_mention", article, span),
        article=article.id,
        type=rng.choice(_TYPES),
        mode=None,
        trigger=Passage(text=article.text[span.start : span.end], span=span),
        actor=(names[0],),
        recipient=(names[1],),
        date=When(value=day, from_=day, to=day),
        place=None,
        status=rng.choice(_STATUS),
        attributed_to=None,
        made_by=_MADE,
    )


# ---------------------------------------------------------------- what they say together


def _link(number: int, analysis: Analysis) -> Linked:
    """An event for every mention, and an origin for the article."""
    article = analysis.article
    events = tuple(_event(article, mention) for mention in analysis.events)
    parts = [(m.id, e.id) for m, e in zip(analysis.events, events, strict=True)]
    origin = Origin(id=make_id("origin", number), root=article.id, articles=(article.id,))
    return Linked(facts=(*events, origin), membership=(*parts, (article.id, origin.id)))


def _joined(linked: list[Linked]) -> Linked:
    """All that is said of a batch, under one key: a key for each article takes four times as long."""
    return Linked(
        facts=tuple(fact for one in linked for fact in one.facts),
        membership=tuple(part for one in linked for part in one.membership),
    )


def _event(article: Article, mention: EventMention) -> Event:
    return Event(
        id=make_id("event", mention.id),
        type=mention.type,
        mode=None,
        actor=tuple(p.entity or "" for p in mention.actor),
        recipient=tuple(p.entity or "" for p in mention.recipient),
        date=mention.date,
        place=None,
        status=mention.status,
        summary=ArticleSpan(article=article.id, span=mention.trigger.span),
        mentions=(mention.id,),
        articles=1,
        outlets=1,
        origins=1,
    )


def _tell_story(store: Store, articles: int) -> None:
    """One story of the last articles, with a figure over time and derivations in a row."""
    told = [_analysis(number, articles) for number in range(max(0, articles - STORY), articles)]
    ids = tuple(sorted(a.article.id for a in told))
    affair = make_id("affair", "invented")
    story = Story(
        id=make_id("story", "invented"),
        title="One invented happening",
        from_="2024-01-01",
        to="2024-10-01",
        articles=ids,
        origins=len(ids),
        affair=affair,
    )
    series = QuantitySeries(
        id=make_id("quantity_series", "invented"),
        measure="killed",
        of=None,
        cause=None,
        place=None,
        points=tuple(_point(a) for a in told),
    )
    made = [_derivation(a.article, b.article) for a, b in pairwise(told[:61])]
    parts = [(id_, story.id) for id_ in ids]
    parts += [(p.quantity, series.id) for p in series.points]
    facts: tuple[LinkedFact, ...] = (story, series, *made)
    store.put_linked("invented", "story", Linked(facts=facts, membership=tuple(parts)))


def _point(analysis: Analysis) -> SeriesPoint:
    figure = analysis.quantities[0]
    published = analysis.article.published
    return SeriesPoint(
        quantity=figure.id,
        value=figure.low,
        as_of=published.value if published else None,
        reported_by=None,
        origin=None,
    )


def _derivation(one: Article, other: Article) -> Derivation:
    passage = Aligned(from_span=Span(0, 80), to_span=Span(0, 80), similarity=0.9)
    return Derivation(
        id=make_id("derivation", one.id, other.id),
        from_=one.id,
        to=other.id,
        kind="rewrite",
        directed=True,
        score=0.9,
        passages=(passage,),
        basis="invented",
    )


if __name__ == "__main__":
    write_record(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
