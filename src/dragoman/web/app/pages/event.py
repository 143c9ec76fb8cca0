"""An event: every mention of it, by the origins that tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from dragoman.corrections import Correction, layer_of
from dragoman.types import Event, EventMention, Origin, Toponym
from dragoman.web import linked, views, wording
from dragoman.web.access import Access
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.results import EventRow, event_rows, event_table
from dragoman.web.app.sources import PageIndex
from dragoman.web.events import on_word_of
from dragoman.web.evidence import ArticleRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one article says of the event."""

    mention: views.EventView
    source: ArticleRef
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ByOrigin:
    """The mentions of the articles that go back to one report, the earliest first."""

    href: str
    mentions: tuple[Told, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """An event's page."""

    row: EventRow
    view: linked.LinkedEventView
    meaning: str
    origins: tuple[ByOrigin, ...]
    place_key: str | None
    corrections: tuple[Correction, ...]


def page(call: Call) -> Page:
    """The event that the address names."""
    access, id_ = call.access, call.parts[0]
    event = access.fact(Event, access.overlay.into(id_)) if layer_of(id_) == "event" else None
    if event is None:
        raise HTTPException(404, f"No event {id_!r} is in this record, or it was marked wrong.")
    index = PageIndex(access, (), open_=True)
    rows = tuple(event_rows(index, [event]))
    if not rows:
        raise HTTPException(404, "All mentions of this event were marked wrong.")
    view = EventPage(
        row=rows[0],
        view=rows[0].view,
        meaning=wording.EVENT_TYPES[event.type][1],
        origins=_origins(access, index, event),
        place_key=_place_key(access, event),
        corrections=access.overlay.of(event.id),
    )
    mentions = table("mentions", "Mentions", ("id", "article", "outlet", "date", "worded", "status", "origin"), [
        ((t.mention.id, t.source.id, t.source.outlet, t.day, t.mention.trigger, t.mention.status, o.href.split("/")[-1]), t.mention.evidence.href)
        for o in view.origins for t in o.mentions])  # fmt: skip
    return Page(
        title=_title(view.view),
        template="event.html.j2",
        view=view,
        tables=(event_table(rows), mentions),
        subject="events",
    )


def _place_key(access: Access, event: Event) -> str | None:
    """The place of the event as the filter takes it; None where no mention of it is resolved."""
    for id_ in event.mentions:
        mention = access.fact(EventMention, id_)
        where = mention.place if mention is not None else None
        if where is not None and where.toponym is not None and where.text == event.place:
            place = access.fact(Toponym, where.toponym)
            if place is not None and place.geonames_id is not None:
                return f"geonames:{place.geonames_id}"
    return None


def _title(view: linked.LinkedEventView) -> str:
    actors = ", ".join(view.actors) or "(actor not named)"
    recipients = f" → {', '.join(view.recipients)}" if view.recipients else ""
    return f"{actors} {view.worded}{recipients}"


def _origins(access: Access, index: PageIndex, event: Event) -> tuple[ByOrigin, ...]:
    groups: dict[str, list[Told]] = {}
    for id_ in event.mentions:
        mention = index.fact(id_)
        if not isinstance(mention, EventMention):
            continue
        source = index.source(mention.article)
        if source is not None:
            speaker = on_word_of(index, mention)
            origin = access.whole_of(Origin, mention.article) or mention.article
            told = Told(
                mention=views.event_view(source, mention, speaker),
                source=source.ref,
                day=source.ref.iso or "",
            )
            groups.setdefault(origin, []).append(told)
    found = [_by_origin(origin, told) for origin, told in groups.items()]
    return tuple(sorted(found, key=lambda o: (o.mentions[0].day or "9999", o.href)))


def _by_origin(origin: str, told: list[Told]) -> ByOrigin:
    ordered = tuple(sorted(told, key=lambda t: (t.day or "9999", t.source.id)))
    page = "origin" if origin.startswith("ori-") else "article"
    return ByOrigin(
        href=f"/{page}/{origin}", mentions=ordered, articles=len({t.source.id for t in told})
    )
