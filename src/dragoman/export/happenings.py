"""The record's events with what a row about them says: parties by name, one place, one evidence.

Events come one by one, so memory grows with the number of parties that act in them, not with texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from dragoman.export.rows import ReadSide
from dragoman.types import (
    Article,
    ArticleSpan,
    Entity,
    EntityKind,
    EntityPassage,
    Event,
    EventMention,
    Origin,
    Toponym,
)

KEPT = 64
"""Articles kept at hand: the events of one affair mostly show the same few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What the whole record calls an entity, its country (ISO 3166 alpha-3) and PLOVER sector."""

    name: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who acts or is acted on: an entity, or words that none was found for (`name` is None then).

    `titles` are the roles that the evidence's article gives the entity, `wordings` the words of the
    event's mentions, those of the evidence first.
    """

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    titles: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The article that an event's evidence stands in, what it names, and the program that read it."""

    article: Article
    entities: tuple[Entity, ...]
    places: tuple[str, ...]
    version: str | None

    def named(self, *kinds: EntityKind) -> tuple[str, ...]:
        """The names of its entities of these kinds, sorted."""
        return tuple(sorted({entity.name for entity in self.entities if entity.kind in kinds}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event. `place` is where it took place, where the gazetteer knows the place."""

    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Toponym | None
    evidence: ArticleSpan
    setting: Setting

    @property
    def quoted(self) -> str:
        """The words of the evidence."""
        start, end = self.evidence.span
        return self.setting.article.text[start:end]


def happenings(record: ReadSide) -> Iterator[Happening]:
    """Every event of the record, in the order of ids."""
    names = _names(record)
    setting = lru_cache(KEPT)(partial(_setting, record))
    for event in record.facts(Event):
        found = (record.fact(EventMention, id_) for id_ in event.mentions)
        mentions = sorted(
            (m for m in found if m is not None), key=lambda m: (m.article, m.trigger.span, m.id)
        )
        yield _happening(record, event, mentions, names, setting)


def _happening(
    record: ReadSide,
    event: Event,
    mentions: list[EventMention],
    names: dict[str, Name],
    setting: Callable[[str], Setting],
) -> Happening:
    evidence = event.summary or ArticleSpan(
        article=mentions[0].article, span=mentions[0].trigger.span
    )
    told = sorted(mentions, key=lambda m: not _within(m, evidence))
    at = setting(evidence.article)
    return Happening(
        event=event,
        actors=_parties(event.actor, [m.actor for m in told], names, at),
        recipients=_parties(event.recipient, [m.recipient for m in told], names, at),
        place=_place(record, event, mentions),
        evidence=evidence,
        setting=at,
    )


def _within(mention: EventMention, evidence: ArticleSpan) -> bool:
    start, end = evidence.span
    return mention.article == evidence.article and start <= mention.trigger.span.start < end


def _names(record: ReadSide) -> dict[str, Name]:
    """The names of all entities that act in an event, by id."""
    acting = {id_ for event in record.facts(Event) for id_ in (*event.actor, *event.recipient)}
    return {
        entity.id: Name(name=entity.name, country=entity.country, sector=entity.sector)
        for entity in record.facts(Entity)
        if entity.id in acting
    }


def _setting(record: ReadSide, id_: str) -> Setting:
    maker = record.maker_of(id_)
    places = {toponym.text for toponym in record.facts(Toponym, id_)}
    return Setting(
        article=next(record.articles([id_])),
        entities=tuple(record.facts(Entity, id_)),
        places=tuple(sorted(places)),
        version=maker.version if maker else None,
    )


def _parties(
    ids: tuple[str, ...],
    told: Sequence[tuple[EntityPassage, ...]],
    names: dict[str, Name],
    at: Setting,
) -> tuple[Party, ...]:
    """The event's entities, in its order; where it has none, the words of the first mention with any."""
    known = tuple(id_ for id_ in ids if id_ in names)
    if not known:
        words = next((passages for passages in told if passages), ())
        return tuple(Party(wordings=(text,)) for text in dict.fromkeys(p.text for p in words))
    worded = _worded(known, chain.from_iterable(told))
    titles = {e.id: tuple(dict.fromkeys(r.role for r in e.roles)) for e in at.entities}
    return tuple(
        Party(
            name=names[id_].name,
            country=names[id_].country,
            sector=names[id_].sector,
            titles=titles.get(id_, ()),
            wordings=tuple(worded[id_]),
        )
        for id_ in known
    )


def _worded(ids: tuple[str, ...], passages: Iterable[EntityPassage]) -> dict[str, dict[str, None]]:
    """The words of each entity. An event may know by another id whom an article names: words of such
    go to the one entity that has none."""
    worded: dict[str, dict[str, None]] = {id_: {} for id_ in ids}
    others: dict[str, None] = {}
    for passage in passages:
        if passage.entity is not None:
            worded.get(passage.entity, others)[passage.text] = None
    if len(bare := [id_ for id_ in worded if not worded[id_]]) == 1:
        worded[bare[0]] = others
    return worded


def _place(record: ReadSide, event: Event, mentions: list[EventMention]) -> Toponym | None:
    """The place that most origins give, copies counting once; of equals the event's own words,
    then the lowest GeoNames id. The toponym is its first mention."""
    first: dict[tuple[int, float, float], Toponym] = {}
    votes: dict[tuple[int, float, float], set[str]] = {}
    for mention in mentions:
        toponym = _toponym(record, mention)
        if toponym is None or toponym.lat is None or toponym.lon is None:
            continue
        key = (toponym.geonames_id or 0, toponym.lat, toponym.lon)
        first.setdefault(key, toponym)
        if toponym.text == event.place != first[key].text:
            first[key] = toponym
        votes.setdefault(key, set()).add(record.whole_of(Origin, mention.article) or "")
    best = min(votes, key=lambda k: (-len(votes[k]), first[k].text != event.place, k), default=None)
    return None if best is None else first[best]


def _toponym(record: ReadSide, mention: EventMention) -> Toponym | None:
    if mention.place is None or mention.place.toponym is None:
        return None
    return record.fact(Toponym, mention.place.toponym)
