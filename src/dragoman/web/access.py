"""The record as a page reads it: one connection a request, with the user's corrections laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, Literal, TypeVar, cast

from dragoman import codec
from dragoman.corrections import Overlay, apart_id, layer_of, overlay
from dragoman.merging import merge_by_id
from dragoman.store import Hit, Store, browse, identities, parties
from dragoman.store.browse import Filters, Found, What
from dragoman.store.search import Ranked, shown
from dragoman.types import (
    Article,
    Dating,
    Discrepancy,
    Entity,
    EntityMention,
    EntityPassage,
    Event,
    EventMention,
    Fact,
    Identity,
    LinkedFact,
    Maker,
    Origin,
    Published,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Rejected,
)

F = TypeVar("F", bound=Fact)

ROWS_OF_ENTITY = 400
"""Articles of which an entity's names and roles are put together for a page; more say the same."""


class Access:
    """A reading store with the corrections applied: what a user marked wrong is not there, what was
    merged is one, dates and outlets are as set. With `machine`, the record as the program made it."""

    def __init__(self, store: Store, *, machine: bool = False) -> None:
        self.store = store
        self.machine = machine

    @cached_property
    def overlay(self) -> Overlay:
        """The corrections in force, over whom the record says that names mean."""
        laid = Overlay() if self.machine else overlay(self.store.corrections(), self._mentions)
        back = () if self.machine else self.store.ask(lambda c: tuple(identities.taken_back(c)))
        whole = self.store.ask(identities.wholes)
        return replace(
            laid,
            whole=lambda id_: self.store.ask(lambda _: whole(id_)),
            parts=lambda ids: self.store.ask(lambda c: identities.parts_of(c, ids)),
            taken_back=tuple(i for id_ in back if (i := self.store.fact(Identity, id_))),
        )

    def _mentions(self, ids: Iterable[str]) -> tuple[EntityMention, ...]:
        found = (self.store.fact(EntityMention, id_) for id_ in ids)
        return tuple(mention for mention in found if mention is not None)

    def notes(self) -> tuple[str, ...]:
        """A sentence on the corrections that are applied, where there are any."""
        number = len(self.overlay.corrections)
        if not number:
            return ()
        have = "correction by users is" if number == 1 else "corrections by users are"
        return (f"{number} {have} applied: what they mark wrong is left out.",)

    # ------------------------------------------------------------ articles and facts

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Articles by id, with the dates that users gave them or the record inferred."""
        for article in self.store.articles(ids):
            yield self._dated(self.overlay.article(article))

    def article(self, id_: str) -> Article | None:
        """The article with this id."""
        return next(self.articles([id_]), None)

    def _dated(self, article: Article) -> Article:
        """With the day that the record inferred, unless that was marked wrong."""
        if article.published is not None and article.published.basis != "inferred":
            return article
        if article.published is not None:
            wrong = any(self.overlay.is_wrong(d.id) for d in self._datings(article.id))
            return replace(article, published=None) if wrong else article
        for dating in self._datings(article.id):
            if dating.value and not self.overlay.is_wrong(dating.id):
                inferred = Published(
                    value=dating.value, precision=dating.precision, basis="inferred"
                )
                return replace(article, published=inferred)
        return article

    def _datings(self, article: str) -> Iterator[Dating]:
        return self.store.facts(Dating, article)

    def facts(self, cls: type[F], article: str | None = None) -> Iterator[F]:
        """Facts of a type, of one article or the whole record, corrected; what was merged comes once."""
        found = (s for f in self.store.facts(cls, article) if (s := self.seen(f)) is not None)
        if not self.overlay.corrections or cls not in (Entity, Event):
            yield from found
        elif cls is Entity:
            entities = sorted(cast("Iterator[Entity]", found), key=lambda e: e.id)
            yield from cast("Iterator[F]", merge_by_id(entities))
        else:
            yield from {fact.id: fact for fact in found}.values()

    def fact(self, cls: type[F], id_: str) -> F | None:
        """The fact of a type with this id, corrected; None also where it was marked wrong."""
        found = self.store.fact(cls, id_)
        return None if found is None else self.seen(found)

    def get(self, id_: str) -> Fact | Article | None:
        """The fact or article with this id as the program made it, or None."""
        return self.store.get(id_) if layer_of(id_) not in (None, "affair") else None

    def seen(self, fact: F) -> F | None:
        """A fact as it looks with the corrections; None where it was marked wrong."""
        if self.overlay.is_wrong(fact.id):
            return None
        return _SEEN.get(type(fact), _as_it_is)(self, fact)  # type: ignore[no-any-return]

    def whole_of(self, cls: type[LinkedFact], part: str) -> str | None:
        """The whole of a linked type that a part belongs to."""
        return self.store.whole_of(cls, part)

    def entities(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities with these ids, each made of what its articles say of it."""
        every = tuple(dict.fromkeys(i for id_ in ids for i in self.overlay.all_of(id_)))
        lines = self.store.ask(lambda c: list(parties.entity_rows(c, every, ROWS_OF_ENTITY)))
        found = [self.overlay.entity(codec.loads(Entity, line)) for line in lines]
        found += [
            e for m in self.overlay.set_apart if apart_id(m.id) in every for e in self._alone(m)
        ]
        return tuple(merge_by_id(sorted(found, key=lambda e: e.id)))

    def _alone(self, mention: EntityMention) -> Iterator[Entity]:
        """The entity of a mention that was set apart: its words, and the kind that they had."""
        id_ = apart_id(mention.id)
        for whole in self.store.facts(Entity, mention.article):
            if whole.id == mention.entity:
                yield replace(whole, id=id_, name=mention.text, aliases=(), roles=())

    # ------------------------------------------------------------ lists

    def find(
        self,
        what: What,
        filters: Filters,
        *,
        query: str | None,
        limit: int,
        offset: int = 0,
        by_day: bool = True,
    ) -> Found:
        """A page of a list; entities are with those that were merged into them. Without `by_day` it is
        not counted."""
        every = tuple(i for id_ in filters.entities for i in self.overlay.all_of(id_))
        also, without = self._moved(what, frozenset(every))
        question = partial(
            browse.find,
            what=what,
            filters=replace(
                filters, entities=every, also=also, without=without, corrected=not self.machine
            ),
            query=query,
            limit=limit,
            offset=offset,
            by_day=by_day,
        )
        return self.store.ask(question)

    def latest(self, what: What, entity: str, most: int) -> tuple[str, ...]:
        """The first ones of the list of an entity, without counting it."""
        filters = Filters(entities=(entity,))
        found = self.find(what, filters, query=None, limit=most, by_day=False)
        return tuple(row.id for row in found.rows)

    def _moved(
        self, what: What, entities: frozenset[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What comes under these entities, and what does no longer, as mentions were set apart."""
        named = {
            id_: parties
            for article, parted in self._parted()
            if not entities.isdisjoint(parted)
            for id_, parties in _named(self, what, article)
        }
        also = tuple(id_ for id_, parties in named.items() if not entities.isdisjoint(parties))
        return also, tuple(id_ for id_ in named if id_ not in also)

    def _parted(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(article, entities) where users parted a name there from whom it was said to mean."""
        for m in self.overlay.set_apart:
            yield m.article, (m.entity, self.overlay.into(m.entity), apart_id(m.id))
        for i in self.overlay.taken_back:
            ids = (i.whole, self.overlay.into(i.whole), i.entity, self.overlay.into(i.entity))
            yield i.article, ids

    def count(self, what: Literal["quotations", "events"], entity: str) -> int:
        """How many statements an entity made, or in how many events it takes part."""
        every = self.overlay.all_of(entity)
        if self.machine or any(self._moved(what, frozenset(every))):
            found = self.find(what, Filters(entities=(entity,)), query=None, limit=0)
            return found.total
        return self.store.ask(lambda c: browse.count(c, what, every))

    @cached_property
    def retold(self) -> dict[str, Event]:
        """The events of articles in which users parted names, as they look with it: their parties may have
        changed, which counts in the store don't know."""
        articles = dict.fromkeys(article for article, _ in self._parted())
        told = [m.id for a in articles for m in self.store.facts(EventMention, a)]
        wholes = dict.fromkeys(w for i in told if (w := self.whole_of(Event, i)) is not None)
        seen = ((id_, self.fact(Event, id_)) for id_ in wholes)
        return {id_: event for id_, event in seen if event is not None}

    def hits(self, query: str, found: Found) -> tuple[Hit, ...]:
        """Where the words of a query stand in the rows it found."""
        ranked = [
            Ranked(row.table, _KIND[row.table], row.row, row.id, row.score)
            for row in found.rows
            if row.table is not None and row.row is not None
        ]
        return tuple(self.store.ask(lambda c: shown(c, query, ranked)))

    # ------------------------------------------------------------ the record itself

    def wholes(self, cls: type[LinkedFact]) -> Iterator[tuple[str, str]]:
        """(part id, whole id) for the wholes of a linked type."""
        return self.store.wholes(cls)

    def quarantine(self) -> Iterator[Rejected]:
        """What was not read."""
        return self.store.quarantine()

    def makers(self) -> Iterator[tuple[Maker, int]]:
        """What made the articles' analyses."""
        return self.store.makers()

    def dropped(self) -> Iterator[tuple[str, str, int]]:
        """What was seen and not kept, counted."""
        return self.store.dropped()


_KIND: dict[str, Any] = {
    "article": "article",
    "quotation": "quotation",
    "event": "event",
    "event_mention": "event",
}


def _named(
    access: Access, what: What, article: str
) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """An article, or what it says, with the entities by which a list finds it."""
    match what:
        case "articles":
            yield article, tuple(m.entity for m in access.facts(EntityMention, article))
        case "quotations":
            for said in access.facts(Quotation, article):
                yield said.id, (said.speaker.entity if said.speaker else None,)
        case "events":
            for told in access.facts(EventMention, article):
                whole = access.whole_of(Event, told.id)
                event = None if whole is None else access.fact(Event, whole)
                if event is not None:
                    yield event.id, (*event.actor, *event.recipient)


def _as_it_is(_access: Access, fact: Any) -> Any:
    return fact


def _entity(access: Access, fact: Entity) -> Entity:
    return access.overlay.entity(fact)


def _mention(access: Access, fact: EntityMention) -> EntityMention:
    return access.overlay.mention(fact)


def _quotation(access: Access, fact: Quotation) -> Quotation:
    return access.overlay.quotation(fact)


def _quantity(access: Access, fact: Quantity) -> Quantity:
    return access.overlay.quantity(fact)


def _event_mention(access: Access, fact: EventMention) -> EventMention:
    return access.overlay.event_mention(fact)


def _event(access: Access, fact: Event) -> Event | None:
    """An event with the mentions of those merged into it, without those marked wrong or set apart;
    counted anew where that changes them."""
    if (whole := access.overlay.into(fact.id)) != fact.id:
        return access.fact(Event, whole)
    mentions = _mentions(access, fact)
    event = _with_parties(access, fact, mentions)
    return event if mentions == fact.mentions else _counted(access, event, mentions)


def _with_parties(access: Access, fact: Event, mentions: tuple[str, ...]) -> Event:
    """The event with its parties under the ids that they count as; a mention set apart takes its
    party with it, and the entity stays where another mention names it."""
    actor, recipient = (_merged(access, ids) for ids in (fact.actor, fact.recipient))
    if access.overlay.left.isdisjoint((*fact.actor, *fact.recipient)):
        return replace(fact, actor=actor, recipient=recipient)
    told = [m for id_ in mentions if (m := access.fact(EventMention, id_)) is not None]
    return replace(
        fact,
        actor=_followed(access, actor, (p for m in told for p in m.actor)),
        recipient=_followed(access, recipient, (p for m in told for p in m.recipient)),
    )


def _followed(
    access: Access, ids: tuple[str, ...], passages: Iterable[EntityPassage]
) -> tuple[str, ...]:
    """The parties without those that no passage names any more, and with those set apart."""
    named = dict.fromkeys(p.entity for p in passages if p.entity is not None)
    left, new = {access.overlay.into(id_) for id_ in access.overlay.left}, access.overlay.parted
    kept = [id_ for id_ in ids if id_ not in left or id_ in named]
    return tuple(dict.fromkeys((*kept, *(id_ for id_ in named if id_ in new))))


def _merged(access: Access, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(access.overlay.into(id_) for id_ in ids))


def _series(access: Access, fact: QuantitySeries) -> QuantitySeries | None:
    """A series without the figures marked wrong; None where it has no other."""
    points = tuple(p for p in fact.points if not access.overlay.is_wrong(p.quantity))
    if points == fact.points:
        return fact
    newest = None if access.overlay.is_wrong(fact.newest or "") else fact.newest
    return replace(fact, points=points, newest=newest) if points else None


def _group(access: Access, fact: QuotationGroup) -> QuotationGroup | None:
    """A group without the quotations marked wrong; None where it has no other."""
    kept = tuple(q for q in fact.quotations if not access.overlay.is_wrong(q))
    speakers = _merged(access, fact.speakers)
    speaker = None if fact.speaker is None else access.overlay.into(fact.speaker)
    return replace(fact, quotations=kept, speaker=speaker, speakers=speakers) if kept else None


def _discrepancy(access: Access, fact: Discrepancy) -> Discrepancy | None:
    """A difference; None where a fact that it rests on was marked wrong: it may be none."""
    return None if any(access.overlay.is_wrong(id_) for id_ in fact.facts) else fact


def _mentions(access: Access, fact: Event) -> tuple[str, ...]:
    found = list(fact.mentions)
    for other in access.overlay.all_of(fact.id)[1:]:
        merged = access.store.fact(Event, other)
        found += merged.mentions if merged is not None and other != fact.id else ()
    left_out = access.overlay.wrong | access.overlay.apart
    return tuple(m for m in dict.fromkeys(found) if m not in left_out)


def _counted(access: Access, event: Event, mentions: tuple[str, ...]) -> Event:
    told = [m for id_ in mentions if (m := access.store.fact(EventMention, id_)) is not None]
    ids = {m.article for m in told}
    outlets = {a.outlet for a in access.articles(ids) if a.outlet}
    origins = {access.whole_of(Origin, id_) or id_ for id_ in ids}
    return replace(
        event, mentions=mentions, articles=len(ids), outlets=len(outlets), origins=len(origins)
    )


_SEEN: dict[type[Any], Any] = {
    Entity: _entity,
    EntityMention: _mention,
    Quotation: _quotation,
    Quantity: _quantity,
    EventMention: _event_mention,
    Event: _event,
    QuantitySeries: _series,
    QuotationGroup: _group,
    Discrepancy: _discrepancy,
}
