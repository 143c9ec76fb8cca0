"""A record built by hand: one event that two origins place in Bergen and three copies of one in Oslo."""

from __future__ import annotations

from pathlib import Path

from dragoman.ids import make_id
from dragoman.store import open_store
from dragoman.types import (
    Analysis,
    Article,
    ArticleSpan,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    Linked,
    LinkedFact,
    Origin,
    PlacePassage,
    Published,
    Quotation,
    Role,
    Span,
    Toponym,
    When,
)
from tests.store.objects import BY, article, entry, named, passage, span_of

BERGEN = ("Bergen", 3161732, 60.3929, 5.3241)
OSLO = ("Oslo", 3143244, 59.9127, 10.7461)
TEXT = (
    "\U0001f6a2 The mayor said on Monday that \u201cnobody will sail\u201d and \u201cnobody will eat\u201d.\n"
    'Dockers\tin {place} struck against the council; "all of it",\u2028they said.\n'
    "The council | its chair; Ada Wren | wants talks.\n"
)
COUNCIL = make_id("entity", "council")


def report(number: int, place: tuple[str, int, float, float], **given: object) -> Analysis:
    """One article; `number` tells copies apart."""
    name, id_, lat, lon = place
    text = TEXT.format(place=name) + f"({number})"
    of = article(text, url=f"https://example.org/{number}", language="en", **given)
    where = Toponym(
        id=make_id("toponym", of.id), article=of.id, span=span_of(text, name), text=name,
        geonames_id=id_, lat=lat, lon=lon, country="NOR", made_by=BY,
    )  # fmt: skip
    return Analysis(
        article=of,
        toponyms=(where,),
        entities=(_council(of),),
        entity_mentions=(_mention(of),),
        quotations=(_quotation(of),),
        events=(_strike(of, where), _talks(of)),
    )


def _council(of: Article) -> Entity:
    role = Role(
        role="its chair; Ada Wren", article=of.id, span=span_of(of.text, "its chair; Ada Wren")
    )
    return Entity(
        id=COUNCIL, name="Harbour; Council", kind="organisation", country="NOR", sector="GOV",
        aliases=(), roles=(role,),
    )  # fmt: skip


def _mention(of: Article) -> EntityMention:
    words = passage(of.text, "The council")
    return EntityMention(
        id=make_id("entity_mention", of.id), article=of.id, span=words.span, text=words.text,
        entity=COUNCIL, made_by=BY,
    )  # fmt: skip


def _quotation(of: Article) -> Quotation:
    return Quotation(
        id=make_id("quotation", of.id), article=of.id, speaker=named(of.text, "The mayor"),
        cue=passage(of.text, "said"), kind="direct", addressee=None, made_by=BY,
        content=(passage(of.text, "nobody will sail"), passage(of.text, "nobody will eat")),
    )  # fmt: skip


def _strike(of: Article, where: Toponym) -> EventMention:
    council = passage(of.text, "the council")
    return EventMention(
        id=make_id("event_mention", of.id, "struck"), article=of.id, type="PROTEST", mode="strike",
        trigger=passage(of.text, "struck"), actor=(named(of.text, "Dockers"),),
        recipient=(EntityPassage(text=council.text, span=council.span, entity=COUNCIL),),
        date=None, place=PlacePassage(text=where.text, span=where.span, toponym=where.id),
        status="happened", attributed_to=None, made_by=BY,
    )  # fmt: skip


def _talks(of: Article) -> EventMention:
    return EventMention(
        id=make_id("event_mention", of.id, "talks"), article=of.id, type="CONSULT", mode=None,
        trigger=passage(of.text, "talks"), actor=(), recipient=(), date=None, place=None,
        status="called_for", attributed_to=None, made_by=BY,
    )  # fmt: skip


STORY = (
    report(1, OSLO, outlet="The Quay", published=Published(value="2031-03-03T09:30", precision="minute", basis="metadata")),
    report(2, OSLO),
    report(3, OSLO),
    report(4, BERGEN),
    report(5, BERGEN),
)  # fmt: skip
ORIGINS = ((0, 1, 2), (3,), (4,))
DAY = When(value="2031-03-03", from_="2031-03-03", to="2031-03-04")


def events() -> tuple[Event, Event]:
    """The strike, which all tell of and one shows, and the talks, which one calls for."""
    of = STORY[0].article
    struck = tuple(sorted(one.events[0].id for one in STORY))
    line = Span(of.text.index("Dockers"), of.text.index("\nThe council"))
    strike = Event(
        id=make_id("event", "strike"), type="PROTEST", mode="strike", actor=(), recipient=(COUNCIL,),
        date=DAY, place="Bergen", status="happened",
        summary=ArticleSpan(article=of.id, span=line), mentions=struck, articles=5, outlets=1,
        origins=3,
    )  # fmt: skip
    talks = Event(
        id=make_id("event", "talks"), type="CONSULT", mode=None, actor=(), recipient=(), date=None,
        place=None, status="called_for", summary=None, mentions=(STORY[1].events[1].id,),
        articles=1, outlets=0, origins=1,
    )  # fmt: skip
    return strike, talks


def build(path: Path) -> Path:
    """Writes the record."""
    strike, talks = events()
    ids = [one.article.id for one in STORY]
    origins = tuple(
        Origin(id=make_id("origin", n), root=ids[n[0]], articles=tuple(sorted(ids[i] for i in n)))
        for n in ORIGINS
    )
    members = [(a, o.id) for o in origins for a in o.articles]
    members += [(m, e.id) for e in (strike, talks) for m in e.mentions]
    facts: tuple[LinkedFact, ...] = (strike, talks, *origins)
    with open_store(path, write=True) as store:
        store.add([entry(one, f"{n}.txt") for n, one in enumerate(STORY)])
        store.put_linked("by hand", "all", Linked(facts=facts, membership=tuple(members)))
    return path
