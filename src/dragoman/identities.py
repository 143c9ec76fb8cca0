"""Puts whom a name means (`Identity`) in place of the entity that one article knows by it.

Pure functions over the record types, as in `dates`: `whole` gives the id that an entity counts as, its own
where nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from dragoman.types import (
    Analysis,
    Entity,
    EntityMention,
    EntityPassage,
    EventMention,
    Quantity,
    Quotation,
)

Whole: TypeAlias = Callable[[str], str]


def with_wholes(analysis: Analysis, whole: Whole) -> Analysis:
    """The analysis with whom each name means; as it is where that changes nobody."""
    if all(whole(entity.id) == entity.id for entity in analysis.entities):
        return analysis
    return replace(
        analysis,
        entities=tuple(whole_entity(e, whole) for e in analysis.entities),
        entity_mentions=tuple(whole_mention(m, whole) for m in analysis.entity_mentions),
        quotations=tuple(whole_quotation(q, whole) for q in analysis.quotations),
        quantities=tuple(whole_quantity(q, whole) for q in analysis.quantities),
        events=tuple(whole_event_mention(e, whole) for e in analysis.events),
    )


def whole_entity(entity: Entity, whole: Whole) -> Entity:
    """What an article says of an entity, under the id that it counts as."""
    id_ = whole(entity.id)
    return entity if id_ == entity.id else replace(entity, id=id_)


def whole_mention(mention: EntityMention, whole: Whole) -> EntityMention:
    """The mention with whom it means."""
    id_ = whole(mention.entity)
    return mention if id_ == mention.entity else replace(mention, entity=id_)


def whole_quotation(quotation: Quotation, whole: Whole) -> Quotation:
    """The quotation with whom its parties are."""
    speaker, addressee = quotation.speaker, quotation.addressee
    return replace(
        quotation,
        speaker=None if speaker is None else _passage(speaker, whole),
        addressee=None if addressee is None else _passage(addressee, whole),
    )


def whole_quantity(quantity: Quantity, whole: Whole) -> Quantity:
    """The figure with whom its source is."""
    if quantity.reported_by is None:
        return quantity
    return replace(quantity, reported_by=_passage(quantity.reported_by, whole))


def whole_event_mention(mention: EventMention, whole: Whole) -> EventMention:
    """The mention with whom its parties are."""
    return replace(
        mention,
        actor=tuple(_passage(p, whole) for p in mention.actor),
        recipient=tuple(_passage(p, whole) for p in mention.recipient),
    )


def _passage(passage: EntityPassage, whole: Whole) -> EntityPassage:
    return passage if passage.entity is None else replace(passage, entity=whole(passage.entity))


WHOLE: dict[str, Callable[[Any, Whole], Any]] = {
    "entity": whole_entity,
    "entity_mention": whole_mention,
    "quotation": whole_quotation,
    "quantity": whole_quantity,
    "event_mention": whole_event_mention,
}
"""The same by the name of the layer."""
