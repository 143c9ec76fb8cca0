"""Who acts in the record: entities by name, those mentioned most, and events between two sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from dragoman.store.connection import select
from dragoman.store.corrections import in_force

LATEST = 20_000
"""Mentions in articles, the last ones read, among which the most mentioned are looked for."""


def named(connection: apsw.Connection, name: str, most: int = 50) -> tuple[str, ...]:
    """Ids of the entities with this name, whatever its case (of ASCII letters)."""
    sql = "SELECT DISTINCT id FROM entity WHERE data ->> '$.name' = ? COLLATE NOCASE LIMIT ?"
    return tuple(id_ for (id_,) in select(connection, sql, name, most))


def entity_rows(connection: apsw.Connection, ids: tuple[str, ...], most: int) -> Iterator[str]:
    """What the articles say of these entities, as stored lines: at most `most` an entity."""
    sql = "SELECT data FROM entity WHERE id = ? LIMIT ?"
    for id_ in sorted(set(ids)):
        yield from (data for (data,) in select(connection, sql, id_, most))


def most_mentioned(
    connection: apsw.Connection, kinds: tuple[str, ...], most: int
) -> tuple[tuple[str, int], ...]:
    """The entities of these kinds that most articles name, and how many; looks at the last articles."""
    sql = (
        "SELECT id, count(*) FROM (SELECT id, data ->> '$.kind' AS kind FROM entity"
        f" ORDER BY rowid DESC LIMIT {LATEST}) WHERE kind IN (SELECT value FROM json_each(?))"
        " GROUP BY id ORDER BY 2 DESC, 1 LIMIT ?"
    )
    rows = select(connection, sql, json.dumps(kinds), most)
    return tuple((id_, number) for id_, number in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One event between two sides: whether the first acted on the second, and its face."""

    id: str
    forth: bool
    type: str
    status: str
    day: str | None
    articles: int
    origins: int


def between(
    connection: apsw.Connection, one: tuple[str, ...], other: tuple[str, ...], most: int
) -> tuple[Between, ...]:
    """The events in which a party of one side acts on one of the other, either way, in order of time.

    A side is a country (ISO 3166 alpha-3, all who belong to it) or ids that count as one entity.
    """
    found = [
        *_acts(connection, one, other, most, forth=True),
        *_acts(connection, other, one, most, forth=False),
    ]
    return tuple(sorted(found, key=lambda e: (e.day or "9999", e.id, not e.forth)))


def _acts(
    connection: apsw.Connection,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    most: int,
    *,
    forth: bool,
) -> Iterator[Between]:
    sql = (
        "SELECT DISTINCT f.id, f.type, f.status, f.day, f.articles, f.origins"
        f" FROM event_party a JOIN event_party r ON r.event = a.event AND r.role = 'recipient'"
        f" JOIN event_face f ON f.id = a.event WHERE a.role = 'actor' AND {_side('a', actor)}"
        f" AND {_side('r', recipient)} AND f.id NOT IN {in_force('wrong', 'merge')} LIMIT :most"
    )
    bound = {"a": json.dumps(actor), "r": json.dumps(recipient), "most": most}
    for id_, type_, status, day, articles, origins in connection.execute(sql, bound):
        yield Between(
            id=id_,
            forth=forth,
            type=type_,
            status=status,
            day=day,
            articles=articles,
            origins=origins,
        )


def _side(alias: str, ids: tuple[str, ...]) -> str:
    column = "country" if len(ids) == 1 and len(ids[0]) == 3 else "entity"
    return f"{alias}.{column} IN (SELECT value FROM json_each(:{alias}))"


def counterparts(
    connection: apsw.Connection, ids: tuple[str, ...], most: int
) -> tuple[tuple[str, int], ...]:
    """The entities that share most events with these, and how many, themselves left out."""
    sql = (
        "SELECT o.entity, count(DISTINCT o.event) FROM event_party p JOIN event_party o"
        " ON o.event = p.event AND o.entity NOT IN (SELECT value FROM json_each(?1))"
        " WHERE p.entity IN (SELECT value FROM json_each(?1)) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?2"
    )
    rows = select(connection, sql, json.dumps(ids), most)
    return tuple((id_, number) for id_, number in rows)
