"""The layers of a record: for each fact type its table, where it starts and what search finds it by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.errors import UsageError
from dragoman.ids import PREFIXES
from dragoman.types import (
    Dating,
    Derivation,
    Discrepancy,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Identity,
    Origin,
    Passage,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Story,
    Timex,
    Toponym,
    Trace,
)

SEPARATOR = "\n"
"""Stands between the passages of a fact in its searched text; it belongs to no passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer. `name` is its table and its key in `ids.PREFIXES`; `field` that of `Analysis`.

    `start` gives where a fact of an article begins, `parts` the ids that a linked fact is made of,
    `pieces` the quoted passages by which search finds it, in reading order (None: not searched). `since` is the
    schema that has its table first.
    """

    name: str
    cls: type[Any]
    field: str = ""
    start: Callable[[Any], int | None] = lambda _fact: None
    parts: Callable[[Any], tuple[str, ...]] = lambda _fact: ()
    pieces: Callable[[Any], tuple[Passage, ...]] | None = None
    since: int = 1


def _span_start(fact: Any) -> int | None:
    return int(fact.span.start)


def _entity_start(fact: Entity) -> int | None:
    return min((role.span.start for role in fact.roles), default=None)


def _quotation_start(fact: Quotation) -> int | None:
    return min((p.span.start for p in fact.content), default=None)


def _quotation_pieces(fact: Quotation) -> tuple[Passage, ...]:
    return fact.content


def _mention_pieces(fact: EventMention) -> tuple[Passage, ...]:
    place = () if fact.place is None else (fact.place,)
    named = {(p.span, p.text) for p in (fact.trigger, *fact.actor, *fact.recipient, *place)}
    return tuple(Passage(text=text, span=span) for span, text in sorted(named))


def _event_pieces(_fact: Event) -> tuple[Passage, ...]:
    """Search finds an event by its summary, whose text stands in the article (`links`)."""
    return ()


def _derivation_parts(fact: Derivation) -> tuple[str, ...]:
    return (fact.from_, fact.to)


def _series_parts(fact: QuantitySeries) -> tuple[str, ...]:
    return tuple(point.quantity for point in fact.points)


ARTICLE_LAYERS = (
    Layer(name="timex", cls=Timex, field="timexes", start=_span_start),
    Layer(name="quantity", cls=Quantity, field="quantities", start=_span_start),
    Layer(name="toponym", cls=Toponym, field="toponyms", start=_span_start),
    Layer(name="entity", cls=Entity, field="entities", start=_entity_start),
    Layer(name="entity_mention", cls=EntityMention, field="entity_mentions", start=_span_start),
    Layer(
        name="quotation",
        cls=Quotation,
        field="quotations",
        start=_quotation_start,
        pieces=_quotation_pieces,
    ),
    Layer(
        name="event_mention",
        cls=EventMention,
        field="events",
        start=lambda fact: int(fact.trigger.span.start),
        pieces=_mention_pieces,
    ),
    Layer(name="trace", cls=Trace, field="traces"),
)

LINKED_LAYERS = (
    Layer(name="event", cls=Event, parts=lambda f: tuple(f.mentions), pieces=_event_pieces),
    Layer(name="derivation", cls=Derivation, parts=_derivation_parts),
    Layer(name="origin", cls=Origin, parts=lambda f: tuple(f.articles)),
    Layer(name="story", cls=Story, parts=lambda f: tuple(f.articles)),
    Layer(name="dating", cls=Dating, parts=lambda f: (f.article,)),
    Layer(name="identity", cls=Identity, parts=lambda f: (f.article,), since=7),
    Layer(name="quantity_series", cls=QuantitySeries, parts=_series_parts),
    Layer(name="quotation_group", cls=QuotationGroup, parts=lambda f: tuple(f.quotations)),
    Layer(name="discrepancy", cls=Discrepancy, parts=lambda f: (*f.articles, *f.facts)),
)

BY_CLASS: dict[type[Any], Layer] = {layer.cls: layer for layer in (*ARTICLE_LAYERS, *LINKED_LAYERS)}
BY_NAME = {layer.name: layer for layer in (*ARTICLE_LAYERS, *LINKED_LAYERS)}
FACT_TYPES: dict[str, type[Any]] = {name: layer.cls for name, layer in BY_NAME.items()}
"""The fact type of each layer, by the layer's name."""

LINKED = frozenset(layer.name for layer in LINKED_LAYERS)
WHOLES = LINKED | {"affair", "entity"}
"""What a part may belong to; an affair is nothing but its articles, an entity what others count as (`Identity`)."""
_BY_PREFIX = {prefix: name for name, prefix in PREFIXES.items()}


def layer_of(cls: type[Any]) -> Layer:
    """The layer of a fact type. Raises `UsageError` for any other type."""
    if cls not in BY_CLASS:
        names = ", ".join(sorted(c.__name__ for c in BY_CLASS))
        raise UsageError(f"a record has no layer of {cls.__name__}; there are: {names}")
    return BY_CLASS[cls]


def name_of(id_: str) -> str | None:
    """The name of the layer that an id belongs to ('article' too), or None for no known prefix."""
    return _BY_PREFIX.get(id_.partition("-")[0])


def searched(pieces: tuple[Passage, ...]) -> str:
    """The text by which search finds a fact."""
    return SEPARATOR.join(piece.text for piece in pieces)
