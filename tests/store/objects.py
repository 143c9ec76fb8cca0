"""Articles, facts and entries built by hand for the tests of the store."""

from __future__ import annotations

import random

from dragoman.ids import make_id, text_sha256
from dragoman.store import Entry, SourceRef
from dragoman.types import (
    Analysis,
    Article,
    ArticleSpan,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    MadeBy,
    Maker,
    Passage,
    PlacePassage,
    Published,
    Quantity,
    Quotation,
    Role,
    Span,
    Timex,
    Toponym,
)

BY = MadeBy(rule="test", score=0.5)
MAKER = Maker(version="1.0", model=None, model_sha256=None, settings=(("a", "1"),))
NEWER = Maker(version="2.0", model="m", model_sha256="ab", settings=())
TEXT = (
    "The harbour council met on Monday. “We will rebuild the old lighthouse,” said Ada Wren, its "
    "chair. Twelve boats were lost in the storm. The fishers called for aid."
)


def article(text: str = TEXT, **given: object) -> Article:
    """An article whose id comes from its text, title and url."""
    values: dict[str, object] = {"source_id": "a.txt", "path": "in/a.txt"} | given
    id_ = make_id("article", text_sha256(text), values.get("url"), values.get("title"))
    return Article(id=id_, text=text, text_sha256=text_sha256(text), **values)  # type: ignore[arg-type]


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def passage(text: str, part: str) -> Passage:
    return Passage(text=part, span=span_of(text, part))


def named(text: str, part: str) -> EntityPassage:
    return EntityPassage(text=part, span=span_of(text, part))


def quotation(of: Article, *contents: str) -> Quotation:
    content = tuple(passage(of.text, part) for part in contents)
    return Quotation(
        id=make_id("quotation", of.id, contents),
        article=of.id,
        speaker=None,
        cue=None,
        content=content,
        kind="direct",
        addressee=None,
        made_by=BY,
    )


def mention(of: Article, actor: str, trigger: str) -> EventMention:
    return EventMention(
        id=make_id("event_mention", of.id, actor, trigger),
        article=of.id,
        type="REQUEST",
        mode=None,
        trigger=passage(of.text, trigger),
        actor=(named(of.text, actor),),
        recipient=(),
        date=None,
        place=None,
        status="happened",
        attributed_to=None,
        made_by=BY,
    )


def whole_analysis(text: str = TEXT, **given: object) -> Analysis:
    """One fact in every layer; `text` must hold the words of `TEXT`."""
    of = article(text, **given)
    monday = span_of(text, "Monday")
    ada = span_of(text, "Ada Wren")
    entity = make_id("entity", of.id, "Ada Wren")
    return Analysis(
        article=of,
        timexes=(
            Timex(
                id=make_id("timex", of.id, monday),
                article=of.id,
                span=monday,
                text="Monday",
                type="DATE",
                value="2031-03-03",
                from_="2031-03-03",
                to="2031-03-03",
                anchor="published",
                made_by=BY,
            ),
        ),
        quantities=(
            Quantity(
                id=make_id("quantity", of.id, "Twelve"),
                article=of.id,
                span=span_of(text, "Twelve boats"),
                text="Twelve boats",
                low=12.0,
                high=12.0,
                modifier="exact",
                unit="boats",
                measure="lost",
                of=passage(text, "boats"),
                cause=passage(text, "storm"),
                reported_by=None,
                as_of=None,
                place=PlacePassage(text="harbour", span=span_of(text, "harbour")),
                made_by=BY,
            ),
        ),
        toponyms=(
            Toponym(
                id=make_id("toponym", of.id, "harbour"),
                article=of.id,
                span=span_of(text, "harbour"),
                text="harbour",
                geonames_id=None,
                lat=None,
                lon=None,
                country=None,
                made_by=BY,
            ),
        ),
        entities=(
            Entity(
                id=entity,
                name="Ada Wren",
                kind="person",
                country=None,
                sector=None,
                aliases=(),
                roles=(Role(role="chair", article=of.id, span=span_of(text, "chair")),),
            ),
        ),
        entity_mentions=(
            EntityMention(
                id=make_id("entity_mention", of.id, ada),
                article=of.id,
                span=ada,
                text="Ada Wren",
                entity=entity,
                made_by=BY,
            ),
        ),
        quotations=(quotation(of, "We will rebuild the old lighthouse"),),
        events=(mention(of, "The fishers", "called for"),),
    )


def event(of: Article, mentions: tuple[str, ...], summary: Span | None) -> Event:
    return Event(
        id=make_id("event", mentions),
        type="REQUEST",
        mode=None,
        actor=(),
        recipient=(),
        date=None,
        place=None,
        status="happened",
        summary=None if summary is None else ArticleSpan(article=of.id, span=summary),
        mentions=mentions,
        articles=1,
        outlets=1,
        origins=1,
    )


def ref(name: str, path: str | None = None, position: str | None = None) -> SourceRef:
    """A source whose fingerprint is the hash of `name`."""
    return SourceRef(text_sha256(name), name, path or f"in/{name}", position)


def entry(analysis: Analysis | Article, name: str | None = None, **given: object) -> Entry:
    """An entry read from the article's own place, or from the file `name`."""
    if isinstance(analysis, Article):
        analysis = Analysis(article=analysis)
    of = analysis.article
    source = ref(name) if name else ref(of.source_id, of.path)
    values: dict[str, object] = {"source": source, "analysis": analysis, "maker": MAKER}
    return Entry(**values | given)  # type: ignore[arg-type]


def generated(number: int, words: int = 60, facts: int = 0) -> Analysis:
    """An article of its own words, the same for the same number; `facts` mentions in it."""
    rng = random.Random(number)
    text = (
        " ".join(f"w{int(rng.paretovariate(0.7)) % 20000}" for _ in range(words)) + f" n{number}."
    )
    of = article(
        text,
        source_id=f"{number:06}.txt",
        path=f"in/{number:06}.txt",
        title=f"Report {number}",
        outlet=f"outlet{number % 7}",
        published=Published(value="2031-03-03", precision="day", basis="metadata"),
    )
    spans = [Span(i, i + 1) for i in range(facts)]
    mentions = tuple(
        EntityMention(
            id=make_id("entity_mention", of.id, span),
            article=of.id,
            span=span,
            text=text[span.start : span.end],
            entity=make_id("entity", of.id, i % 5),
            made_by=BY,
        )
        for i, span in enumerate(spans)
    )
    return Analysis(article=of, entity_mentions=mentions)
