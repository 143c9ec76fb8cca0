"""What one article announces and another tells as done: the first was written before it, the second after."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.link.dating.own import expressions
from dragoman.link.dating.words import Expression
from dragoman.types import Analysis, ArticleSpan, Entity, EntityPassage, PloverType, Span

_STATUS: Final = frozenset({"planned", "happened"})
_MOST: Final = 64
"""Mentions of one type with one person that are compared; more of them say little."""
_TOKEN: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: last name of a person, country; None where unknown."""

    name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """A mention of an event, by the article's number; `expression` dates it, where one does."""

    article: int
    type: PloverType
    ahead: bool
    parties: tuple[Party, ...]
    expression: Expression | None
    trigger: ArticleSpan


@dataclass(frozen=True, slots=True)
class Order:
    """Two mentions of one event, of two articles."""

    own: Happening
    other: Happening


def happenings(number: int, analysis: Analysis) -> Iterator[Happening]:
    """The announced and the told events of an article in which a person and someone else take part.

    What an article tells as done it does not announce, whatever else it says of it.
    """
    entities = {entity.id: entity for entity in analysis.entities}
    places = {toponym.span: toponym.country for toponym in analysis.toponyms}
    dated = {expression.timex.span: expression for expression in expressions(analysis)}
    found = []
    for mention in analysis.events:
        parties = tuple(_party(p, entities, places) for p in (*mention.actor, *mention.recipient))
        if mention.status in _STATUS and len(parties) > 1 and any(p.name for p in parties):
            when = dated.get(mention.date.span) if mention.date and mention.date.span else None
            trigger = ArticleSpan(article=analysis.article.id, span=mention.trigger.span)
            ahead = mention.status == "planned"
            found.append(Happening(number, mention.type, ahead, parties, when, trigger))
    done = [h for h in found if not h.ahead]
    yield from done
    yield from (h for h in found if h.ahead and not any(_alike(h, d) for d in done))


def _party(
    passage: EntityPassage, entities: Mapping[str, Entity], places: Mapping[Span, str | None]
) -> Party:
    entity = entities.get(passage.entity) if passage.entity else None
    if entity is not None and entity.kind != "person":
        return Party(None, entity.country)
    if entity is None and passage.span in places:
        return Party(None, places[passage.span])
    tokens = _TOKEN.findall(entity.name if entity else passage.text)
    named = len(tokens) > 1 and tokens[-1][0].isupper() and tokens[-2][0].isupper()
    name = tokens[-1].casefold() if named else None
    return Party(name, entity.country if entity else None)


def orders(told: Sequence[Happening], against: Sequence[Happening]) -> list[Order]:
    """For each mention of `told`, the mentions of the same event in other articles.

    Only mentions with a type and a person in common are compared; what tells nothing is left out: both
    announced, or both done without a date.
    """
    by_person: dict[tuple[PloverType, str], list[Happening]] = defaultdict(list)
    for other in against:
        for name in sorted(_names(other)):
            by_person[other.type, name].append(other)
    return [
        Order(own, other)
        for own in told
        for name in sorted(_names(own))
        for other in by_person[own.type, name][:_MOST]
        if other.article != own.article and _tells(own, other) and _beside(own, other, name)
    ]


def _names(happening: Happening) -> set[str]:
    return {party.name for party in happening.parties if party.name}


def _tells(own: Happening, other: Happening) -> bool:
    return (own.ahead != other.ahead) or other.expression is not None


def _alike(one: Happening, other: Happening) -> bool:
    return one.type == other.type and any(
        _beside(one, other, n) for n in _names(one) & _names(other)
    )


def _beside(one: Happening, other: Happening, name: str) -> bool:
    """Beside the person, another person or a country takes part in both."""
    rest = [[p for p in h.parties if p.name != name] for h in (one, other)]
    names = [{p.name for p in parties if p.name} for parties in rest]
    countries = [{p.country for p in parties if p.country} for parties in rest]
    return bool(names[0] & names[1] or countries[0] & countries[1])
