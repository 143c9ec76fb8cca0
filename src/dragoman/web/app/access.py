"""The record as a page reads it: one connection a request, with the user's corrections laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

from dragoman import codec
from dragoman.corrections import Overlay, layer_of, overlay
from dragoman.merging import merge_by_id
from dragoman.store import Hit, Store, browse, parties
from dragoman.store.browse import Filters, Found, What
from dragoman.store.search import Ranked, shown
from dragoman.types import (
    Article,
    Dating,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Fact,
    LinkedFact,
    Maker,
    Origin,
    Published,
    Quantity,
    Quotation,
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
        self._machine = machine

    @cached_property
    def overlay(self) -> Overlay:
        """The corrections in force."""
        return Overlay() if self._machine else overlay(self.store.corrections())

    # ------------------------------------------------------------ articles and facts

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Articles by id, with the dates that users gave them or the record inferred."""
        for article in self.store.articles(ids):
            yield self._dated(self.overlay.article(article))

    def article(self, id_: str) -> Article | None:
        """The article with this id."""
        return next(self.articles([id_]), None)

    def _dated(self, article: Article) -> Article:
        if article.published is not None:
            return article
        for dating in self.store.facts(Dating, article.id):
            if dating.value and not self.overlay.is_wrong(dating.id):
                inferred = Published(
                    value=dating.value, precision=dating.precision, basis="inferred"
                )
                return replace(article, published=inferred)
        return article

    def facts(self, cls: type[F], article: str | None = None) -> Iterator[F]:
        """Facts of a type, of one article or the whole record, corrected."""
        for fact in self.store.facts(cls, article):
            if (seen := self.seen(fact)) is not None:
                yield seen

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
        return tuple(merge_by_id(sorted(found, key=lambda e: e.id)))

    # ------------------------------------------------------------ lists

    def find(
        self, what: What, filters: Filters, *, query: str | None, limit: int, offset: int = 0
    ) -> Found:
        """A page of a list; entities are with those that were merged into them."""
        every = tuple(i for id_ in filters.entities for i in self.overlay.all_of(id_))
        question = partial(
            browse.find,
            what=what,
            filters=replace(filters, entities=every),
            query=query,
            limit=limit,
            offset=offset,
        )
        return self.store.ask(question)

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


def _event(access: Access, fact: Event) -> Event:
    """An event with the mentions of those merged into it, without those marked wrong or set apart;
    counted anew where that changes them."""
    mentions = _mentions(access, fact)
    event = replace(
        fact, actor=_merged(access, fact.actor), recipient=_merged(access, fact.recipient)
    )
    return event if mentions == fact.mentions else _counted(access, event, mentions)


def _merged(access: Access, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(access.overlay.into(id_) for id_ in ids))


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
}
