"""A person, organisation, state or armed group: roles as worded, statements, events, with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException

from dragoman.corrections import Correction, layer_of
from dragoman.store import identities, parties
from dragoman.store.browse import Filters
from dragoman.types import Entity, Event, Identity, Quotation
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.histogram import Histogram, histogram
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.sources import PageIndex
from dragoman.web.evidence import anchor

SHOWN = 12
"""Statements, events and articles shown; the lists hold all."""

ROLES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role in the words of the articles, in how many of them, and one place where it stands."""

    text: str
    articles: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody with whom the entity shares events."""

    name: str
    events: int
    href: str
    between: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortName:
    """A name that an article leaves open and that is taken for the entity's, with the ground."""

    text: str
    where: str
    basis: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity's page; the totals are of the whole lists."""

    entity: Entity
    kind: str
    merged: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    short_names: tuple[ShortName, ...]
    histogram: Histogram | None
    articles_total: int
    quotations: tuple[results.QuotationRow, ...]
    quotations_total: int
    events: tuple[results.EventRow, ...]
    events_total: int
    counterparts: tuple[Counterpart, ...]
    corrections: tuple[Correction, ...]


def page(call: Call) -> Page:
    """The entity that the address names."""
    access, id_ = call.access, call.parts[0]
    found = access.entities([id_]) if layer_of(id_) == "entity" else ()
    if not found:
        raise HTTPException(404, f"No person, organisation or state {id_!r} is in this record.")
    view = _view(call, found[0], id_)
    roles = table("roles", "Roles", ("role", "articles"), [((r.text, r.articles), r.href) for r in view.roles])  # fmt: skip
    others = table("shared_events", "Shares events with", ("name", "events"), [((c.name, c.events), c.href) for c in view.counterparts])  # fmt: skip
    tables = (
        results.event_table(view.events),
        results.quotation_table(view.quotations),
        roles,
        others,
    )
    return Page(
        title=found[0].name, template="entity.html.j2", view=view, tables=tables, subject="entity"
    )


def _view(call: Call, entity: Entity, id_: str) -> EntityPage:
    access = call.access
    ids = (id_,)
    said = access.latest("quotations", id_, SHOWN)
    done = access.latest("events", id_, SHOWN)
    told = access.find("articles", Filters(entities=ids), query=None, limit=0)
    index = PageIndex(access, (), open_=True)
    quotations = [q for i in said if (q := access.fact(Quotation, i)) is not None]
    events = [e for i in done if (e := access.fact(Event, i)) is not None]
    every = access.overlay.all_of(id_)
    return EntityPage(
        entity=entity,
        kind=wording.ENTITY_KINDS[entity.kind],
        merged=tuple(i for i in every if i != entity.id),
        roles=_roles(entity),
        short_names=tuple(_short_names(access, entity)),
        histogram=histogram(
            told.days, lambda a, b: f"/search?entity={id_}&since={a}&until={b}", "articles"
        ),
        articles_total=told.total,
        quotations=tuple(results.quotation_rows(index, quotations)),
        quotations_total=access.count("quotations", id_),
        events=tuple(results.event_rows(index, events)),
        events_total=access.count("events", id_),
        counterparts=_counterparts(call, entity, every),
        corrections=tuple(c for i in every for c in access.overlay.of(i)),
    )


def _short_names(access: Access, entity: Entity) -> Iterator[ShortName]:
    """What articles call the entity that know it by surname or acronym alone."""
    found = access.store.ask(partial(identities.about, entity=entity.id, most=SHOWN))
    known = (i for id_ in found if (i := access.fact(Identity, id_)) is not None)
    for one in known:
        name, article = access.store.fact(Entity, one.entity), access.article(one.article)
        if (
            name is not None
            and article is not None
            and access.overlay.into(one.entity) == entity.id
        ):
            where = article.outlet or article.source_id
            yield ShortName(text=name.name, where=where, basis=one.basis, href=f"/explain/{one.id}")


def _roles(entity: Entity) -> tuple[RoleRow, ...]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for role in entity.roles:
        there = f"/article/{role.article}#{anchor(role.article, role.span)}"
        groups.setdefault(role.role, []).append((role.article, there))
    rows = [
        RoleRow(text=text, articles=len({a for a, _ in places}), href=places[0][1])
        for text, places in groups.items()
    ]
    return tuple(sorted(rows, key=lambda r: (-r.articles, r.text)))[:ROLES]


def _counterparts(call: Call, entity: Entity, ids: tuple[str, ...]) -> tuple[Counterpart, ...]:
    access = call.access
    numbers = _shared(access, ids).most_common(SHOWN)
    known = {e.id: e for e in access.entities([id_ for id_, _ in numbers])}
    return tuple(
        Counterpart(
            name=known[id_].name,
            events=number,
            href=f"/entity/{id_}",
            between=f"/dyad/{_side(entity)}/{_side(known[id_])}",
        )
        for id_, number in numbers
        if id_ in known
    )


def _shared(access: Access, ids: tuple[str, ...]) -> Counter[str]:
    """In how many events each other entity takes part; those merged count together, and the events of
    mentions that were set apart with the parties that they have since."""
    without = () if access.machine else tuple(access.retold)
    rows = access.store.ask(lambda c: parties.counterparts(c, ids, 3 * SHOWN, without=without))
    found: Counter[str] = Counter()
    for id_, number in rows:
        found[access.overlay.into(id_)] += number
    for event in access.retold.values():
        both = {*event.actor, *event.recipient}
        found.update(both.difference(ids) if both.intersection(ids) else ())
    return Counter(dict(sorted(found.items())))


def _side(entity: Entity) -> str:
    """A state counts with all who belong to it: by its country."""
    return entity.country if entity.kind == "state" and entity.country else entity.id
