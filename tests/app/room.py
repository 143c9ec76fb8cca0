"""A small invented record for the reading room, and a client that asks the app without a network.

Four articles on one flood: an agency's report, a copy that leaves out a sentence and changes a word,
an independent report with another figure, and one in Arabic. Places, people and outlets are invented.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from dragoman.config import Settings
from dragoman.ids import make_id, text_sha256
from dragoman.store import Entry, SourceRef, open_store
from dragoman.types import (
    Aligned,
    Analysis,
    Article,
    ArticleSpan,
    Derivation,
    Discrepancy,
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
    Published,
    Quantity,
    QuantitySeries,
    Quotation,
    Role,
    SeriesPoint,
    Span,
    Story,
    Toponym,
    When,
)
from dragoman.web.app.routes import app
from dragoman.web.app.safety import Keys, keys

MADE = MadeBy(rule="by hand", score=0.9)
MAKER = Maker(version="1", model=None, model_sha256=None, settings=())

AGENCY = """Flood cuts off Oltava

OLTAVA, 3 May - The river Senn burst its banks on Friday and cut off the town of Oltava.

At least 40 people were killed, the mayor Ana Brisk said. "We have no road left," she told reporters.

The ministry of roads sent boats to Oltava in the evening.
"""
COPY = """Oltava cut off by flood

The river Senn burst its banks on Friday and cut off the town of Oltava.

About 40 people were killed, the mayor Ana Brisk said.

The ministry of roads sent boats to Oltava in the evening.

Our reader photographs are welcome.
"""
OTHER = """Dam held, engineers say

Engineers of the Senn dam said on Saturday that it had held. They counted 52 dead in the valley.

The mayor Ana Brisk accused the ministry of roads of being late.
"""
ARABIC = """فيضان يعزل البلدة

قالت رئيسة البلدية إن الطريق مقطوع. Oltava لا تزال معزولة.
"""

MAYOR = make_id("entity", "mayor")
MINISTRY = make_id("entity", "ministry")
STORY = make_id("story", "flood")
AFFAIR = make_id("affair", "flood")
SERIES = make_id("quantity_series", "flood")
DIFFER = make_id("discrepancy", "flood")
FLOODED = make_id("event", "flood")
ACCUSED = make_id("event", "accused")
ORIGIN = make_id("origin", "agency")


def write_room(path: Path) -> dict[str, str]:
    """Writes the record; answers with the articles' ids by a short name."""
    analyses = {
        "agency": _agency(),
        "copy": _copy(),
        "other": _other(),
        "arabic": Analysis(article=_article(ARABIC, "Al Wadi", "2024-05-05", "ar")),
    }
    with open_store(path, write=True) as store:
        store.add([_entry(a) for a in analyses.values()])
        store.put_linked("by hand", "all", _linked(analyses))
    return {name: a.article.id for name, a in analyses.items()}


def _entry(analysis: Analysis) -> Entry:
    id_ = analysis.article.id
    return Entry(source=SourceRef(id_, analysis.article.source_id), analysis=analysis, maker=MAKER)


def _article(text: str, outlet: str, day: str, language: str = "en") -> Article:
    title = text.split("\n", 1)[0]
    return Article(
        id=make_id("article", text_sha256(text)),
        source_id=f"{outlet}.txt",
        explicit_id=True,
        outlet=outlet,
        title=title,
        title_span=Span(0, len(title)),
        language=language,
        published=Published(value=day, precision="day", basis="metadata"),
        text=text,
        text_sha256=text_sha256(text),
    )


def _at(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return Passage(text=words, span=Span(start, start + len(words)))


def _party(article: Article, words: str, entity: str) -> EntityPassage:
    found = _at(article, words)
    return EntityPassage(text=words, span=found.span, entity=entity)


def _mayor(article: Article) -> tuple[Entity, EntityMention]:
    found = _at(article, "Ana Brisk")
    role = Role(role="mayor", article=article.id, span=_at(article, "mayor").span)
    entity = Entity(id=MAYOR, name="Ana Brisk", kind="person", country="OLT", sector="GOV", aliases=(), roles=(role,))  # fmt: skip
    mention = EntityMention(
        id=make_id("entity_mention", article.id, *found.span),
        article=article.id,
        span=found.span,
        text=found.text,
        entity=MAYOR,
        made_by=MADE,
    )
    return entity, mention


MINISTRY_OF_ROADS = Entity(id=MINISTRY, name="ministry of roads", kind="organisation", country="OLT", sector="GOV", aliases=(), roles=())  # fmt: skip


def _quantity(article: Article, words: str, value: float) -> Quantity:
    found = _at(article, words)
    return Quantity(
        id=make_id("quantity", article.id, *found.span),
        article=article.id,
        span=found.span,
        text=words,
        low=value,
        high=value,
        modifier="exact",
        unit=None,
        measure="killed",
        of=None,
        cause=None,
        reported_by=None,
        as_of=When(value=None),
        place=None,
        made_by=MADE,
    )


def _event(
    article: Article, trigger: str, type_: str, actor: EntityPassage, to: EntityPassage
) -> EventMention:
    found = _at(article, trigger)
    return EventMention(
        id=make_id("event_mention", article.id, *found.span),
        article=article.id,
        type=type_,  # type: ignore[arg-type]
        mode=None,
        trigger=found,
        actor=(actor,),
        recipient=(to,),
        date=When(value="2024-05-03", from_="2024-05-03", to="2024-05-03"),
        place=None,
        status="happened",
        attributed_to=None,
        made_by=MADE,
    )


def _agency() -> Analysis:
    article = _article(AGENCY, "Senn Agency", "2024-05-03")
    mayor, mention = _mayor(article)
    said = _at(article, "We have no road left,")
    quotation = Quotation(
        id=make_id("quotation", article.id, *said.span),
        article=article.id,
        speaker=_party(article, "she", MAYOR),
        cue=_at(article, "told"),
        content=(said,),
        kind="direct",
        addressee=None,
        made_by=MADE,
    )
    town = _at(article, "the town of Oltava")
    toponym = Toponym(
        id=make_id("toponym", article.id, *town.span),
        article=article.id,
        span=town.span,
        text=town.text,
        geonames_id=1,
        lat=46.0,
        lon=14.0,
        country="OLT",
        made_by=MADE,
    )
    ministry = _party(article, "ministry of roads", MINISTRY)
    sent = _event(article, "sent boats", "AID", ministry, _party(article, "Oltava in", MAYOR))
    return Analysis(
        article=article,
        quantities=(_quantity(article, "At least 40", 40.0),),
        toponyms=(toponym,),
        entities=(mayor, MINISTRY_OF_ROADS),
        entity_mentions=(mention,),
        quotations=(quotation,),
        events=(sent,),
    )


def _copy() -> Analysis:
    article = _article(COPY, "Valley Post", "2024-05-04")
    mayor, mention = _mayor(article)
    ministry = _party(article, "ministry of roads", MINISTRY)
    sent = _event(article, "sent boats", "AID", ministry, _party(article, "Oltava in", MAYOR))
    return Analysis(
        article=article,
        quantities=(_quantity(article, "About 40", 40.0),),
        entities=(mayor, MINISTRY_OF_ROADS),
        entity_mentions=(mention,),
        events=(sent,),
    )


def _other() -> Analysis:
    article = _article(OTHER, "Daily Dam", "2024-05-04")
    mayor, mention = _mayor(article)
    accused = _event(
        article,
        "accused",
        "ACCUSE",
        _party(article, "Ana Brisk", MAYOR),
        _party(article, "ministry of roads", MINISTRY),
    )
    return Analysis(
        article=article,
        quantities=(_quantity(article, "52", 52.0),),
        entities=(mayor, MINISTRY_OF_ROADS),
        entity_mentions=(mention,),
        events=(accused,),
    )


def _linked(analyses: dict[str, Analysis]) -> Linked:
    agency, copy, other = (analyses[name] for name in ("agency", "copy", "other"))
    ids = tuple(sorted(a.article.id for a in analyses.values()))
    origin = Origin(id=ORIGIN, root=agency.article.id, articles=tuple(sorted((agency.article.id, copy.article.id))))  # fmt: skip
    alone = Origin(id=make_id("origin", "other"), root=other.article.id, articles=(other.article.id,))  # fmt: skip
    story = Story(id=STORY, title="Flood at Oltava", from_="2024-05-03", to="2024-05-05", articles=ids, origins=3, affair=AFFAIR)  # fmt: skip
    events = (
        _whole(FLOODED, (agency, copy), MINISTRY, MAYOR),
        _whole(ACCUSED, (other,), MAYOR, MINISTRY),
    )
    points = [(a.quantities[0], a.article.published) for a in (agency, copy, other)]
    series = QuantitySeries(
        id=SERIES,
        measure="killed",
        of=None,
        cause=None,
        place=None,
        points=tuple(
            SeriesPoint(quantity=q.id, value=q.low, as_of=p.value if p else None, reported_by=None, origin=None)
            for q, p in points
        ),
    )  # fmt: skip
    differ = Discrepancy(
        id=DIFFER,
        kind="figure",
        summary="Killed: 40 and 52.",
        facts=tuple(a.quantities[0].id for a in (agency, other)),
        articles=tuple(sorted((agency.article.id, other.article.id))),
    )
    facts: tuple[LinkedFact, ...] = (origin, alone, story, *events, series, differ, _derivation(agency, copy))  # fmt: skip
    parts = [(i, ORIGIN) for i in origin.articles] + [(other.article.id, alone.id)]
    parts += [(i, STORY) for i in ids] + [(q.id, SERIES) for q, _ in points]
    parts += [(m, e.id) for e in events for m in e.mentions]
    return Linked(facts=facts, membership=tuple(parts))


def _whole(id_: str, told: tuple[Analysis, ...], actor: str, recipient: str) -> Event:
    first = told[0]
    sentence = Span(first.events[0].trigger.span.start, first.events[0].trigger.span.end)
    return Event(
        id=id_,
        type=first.events[0].type,
        mode=None,
        actor=(actor,),
        recipient=(recipient,),
        date=first.events[0].date,
        place=None,
        status="happened",
        summary=ArticleSpan(article=first.article.id, span=sentence),
        mentions=tuple(a.events[0].id for a in told),
        articles=len(told),
        outlets=len(told),
        origins=1,
    )


def _derivation(one: Analysis, other: Analysis) -> Derivation:
    pairs = (
        ("The river Senn burst its banks on Friday and cut off the town of Oltava.", "The river Senn burst its banks on Friday and cut off the town of Oltava."),
        ("At least 40 people were killed, the mayor Ana Brisk said.", "About 40 people were killed, the mayor Ana Brisk said."),
        ("The ministry of roads sent boats to Oltava in the evening.", "The ministry of roads sent boats to Oltava in the evening."),
    )  # fmt: skip
    passages = tuple(
        Aligned(
            from_span=_at(one.article, a).span, to_span=_at(other.article, b).span, similarity=0.9
        )
        for a, b in pairs
    )
    return Derivation(
        id=make_id("derivation", "flood"),
        from_=one.article.id,
        to=other.article.id,
        kind="rewrite",
        directed=True,
        score=0.95,
        passages=passages,
        basis="three passages in common",
    )


# ---------------------------------------------------------------- a client


@dataclass(frozen=True, slots=True)
class Answer:
    """What the app answered."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Client:
    """Asks the app of a record, as a browser that holds the cookie unless told otherwise."""

    record: Path
    keys: Keys = field(default_factory=lambda: keys("127.0.0.1", 8000))

    def __post_init__(self) -> None:
        self.app = app(self.record, Settings(lock_seconds=0.5), self.keys)

    def get(self, address: str, **headers: str) -> Answer:
        return self.ask("GET", address, b"", headers)

    def post(self, address: str, form: dict[str, str], **headers: str) -> Answer:
        body = urlencode({"token": self.keys.form, **form}).encode()
        given = {"origin": "http://127.0.0.1:8000", "content_length": f"{len(body)}", **headers}
        return self.ask("POST", address, body, given)

    def ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Answer:
        """One request; a header given as '' is left out."""
        path, _, query = address.partition("?")
        cookie = f"{self.keys.cookie}={self.keys.session}"
        given = {"host": "127.0.0.1:8000", "cookie": cookie, **headers}
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in given.items() if v],
            "http_version": "1.1",
            "scheme": "http",
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 50_000),
        }
        return asyncio.run(self._exchange(scope, body))

    async def _exchange(self, scope: dict[str, object], body: bytes) -> Answer:
        status, headers, parts = 0, {}, []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict[str, object]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status = message["status"]  # type: ignore[assignment]
                headers = {k.decode(): v.decode() for k, v in message["headers"]}  # type: ignore[attr-defined]
            else:
                parts.append(message.get("body", b""))

        await self.app(scope, receive, send)  # type: ignore[arg-type]
        return Answer(status, headers, b"".join(parts).decode())  # type: ignore[arg-type]
