"""Invented reports of events, built by hand: what the tests of the event joiner read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.ids import make_id, text_sha256
from dragoman.link.event import join
from dragoman.linking import Affair, Told
from dragoman.types import (
    Analysis,
    Article,
    Entity,
    EntityPassage,
    Event,
    EventMention,
    Linked,
    MadeBy,
    Passage,
    PlacePassage,
    Published,
    Role,
    Span,
    Toponym,
    Trace,
    When,
)

MADE = MadeBy(rule="test")


def entity(name: str, kind: Any = "state", country: str | None = None, **more: Any) -> Entity:
    """An entity with the id 'ent-' and its name; `role` is one that an article gives it."""
    role = more.get("role")
    return Entity(
        id=f"ent-{name}",
        name=name,
        kind=kind,
        country=country,
        sector=more.get("sector"),
        aliases=(name,) if more.get("named", True) else (),
        roles=(Role(role=role, article="art", span=Span(0, 1)),) if role else (),
    )


ENTITIES = (
    entity("Norland", country="NRL", sector="GOV"),
    entity("Sudria", country="SUD", sector="GOV"),
    entity("Osteria", country="OST", sector="GOV"),
    entity("Anna Berg", "person", "NRL", sector="GOV", role="foreign minister"),
    entity("Berg", "person"),
    entity("Carl Dahl", "person", "NRL", sector="GOV", role="defence minister"),
    entity("foreign minister", "person", "NRL", sector="GOV", named=False),
    entity("Eva Falk", "person", "SUD", sector="GOV"),
)
CAPITALS = {"Nordhaven": "NRL", "Sudport": "SUD"}


def say(
    trigger: str, type_: Any, actor: str = "", recipient: str = "", **more: Any
) -> dict[str, Any]:
    """A mention to be: the first `trigger` of the text; parties as worded, '|' between them.

    `day`: ISO date, or another TIMEX value; `place`, `mode`, `status`, `nth` (which of equal triggers).
    """
    return {"trigger": trigger, "type": type_, "actor": actor, "recipient": recipient, **more}


def report(number: int, text: str, *said: dict[str, Any], **more: Any) -> Told:
    """An article with a sentence a line; `origin`, `story`, `published`, `outlet`; `title` of the first line."""
    article_id = make_id("article", text_sha256(text), number)
    day = more.get("published")
    article = Article(
        id=article_id,
        source_id=str(number),
        outlet=more.get("outlet", f"Outlet {number}"),
        title=text.split("\n")[0] if more.get("title") else None,
        title_span=Span(0, text.index("\n")) if more.get("title") else None,
        published=Published(value=day, precision="day", basis="metadata") if day else None,
        text=text,
        text_sha256=text_sha256(text),
    )
    analysis = Analysis(
        article=article,
        entities=ENTITIES,
        toponyms=tuple(_toponym(name, text, article_id) for name in CAPITALS if name in text),
        events=tuple(_mention(one, text, article_id) for one in said),
        traces=(_trace(text, article_id),),
    )
    return Told(
        analysis=analysis, origin=more.get("origin", article_id), story=more.get("story", "sto-1")
    )


def joined(*members: Told) -> list[Event]:
    """The events of an affair of these articles."""
    return [f for f in linked(members).facts if isinstance(f, Event)]


def linked(members: Sequence[Told]) -> Linked:
    """All that the joiner says of an affair of these articles."""
    ordered = tuple(sorted(members, key=lambda m: m.analysis.article.id))
    return join(Affair(id="aff-1", members=ordered, stories=(), derivations=()), Linked())


def _mention(one: dict[str, Any], text: str, article: str) -> EventMention:
    at = -1
    for _ in range(one.get("nth", 1)):
        at = text.index(one["trigger"], at + 1)
    span = Span(at, at + len(one["trigger"]))
    place = one.get("place")
    return EventMention(
        id=make_id("event_mention", article, list(span), one["type"]),
        article=article,
        type=one["type"],
        mode=one.get("mode"),
        trigger=Passage(text=one["trigger"], span=span),
        actor=_parties(one["actor"], text),
        recipient=_parties(one["recipient"], text),
        date=_when(one.get("day")),
        place=PlacePassage(text=place, span=_find(place, text)) if place else None,
        status=one.get("status", "happened"),
        attributed_to=None,
        made_by=MADE,
    )


def _parties(words: str, text: str) -> tuple[EntityPassage, ...]:
    ids = {e.name: e.id for e in ENTITIES}
    return tuple(
        EntityPassage(text=w, span=_find(w, text), entity=ids.get(w)) for w in words.split("|") if w
    )


def _find(words: str, text: str) -> Span:
    start = max(text.find(words), 0)
    return Span(start, start + len(words))


def _when(day: str | None) -> When | None:
    known = day if day and day[0].isdigit() else None
    return When(value=day, from_=known, to=known) if day else None


def _toponym(name: str, text: str, article: str) -> Toponym:
    return Toponym(
        id=f"top-{name}-{article}",
        article=article,
        span=_find(name, text),
        text=name,
        geonames_id=len(name),
        lat=None,
        lon=None,
        country=CAPITALS[name],
        made_by=MADE,
    )


def _trace(text: str, article: str) -> Trace:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Trace(
        id=f"trc-{article}", article=article, sentences=tuple(spans), quoted=(), signatures=""
    )
