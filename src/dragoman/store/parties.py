"""Who acts in the record: entities by name, those mentioned most, and events between two sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import apsw

from dragoman.store.connection import select
from dragoman.store.corrections import in_force
from dragoman.store.identities import IN_FORCE

LATEST = 20_000
"""Mentions in articles, the last ones read, among which the most mentioned are looked for."""

LATEST_EVENTS = 5_000
"""Events of an entity, the last ones, in which its counterparts are looked for: a state that takes part
in 100,000 would cost half a second, and two on a cold disk."""


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
) -> dict[str, tuple[tuple[str, int], ...]]:
    """By kind: the entities that most articles name, and how many; looks at the last articles."""
    sql = (
        "SELECT coalesce(m.whole, e.id) AS who, kind, count(*) FROM"
        " (SELECT id, data ->> '$.kind' AS kind FROM entity"
        f" ORDER BY rowid DESC LIMIT {LATEST}) e LEFT JOIN membership m ON m.part = e.id AND {IN_FORCE}"
        " WHERE kind IN (SELECT value FROM json_each(?)) GROUP BY who, kind ORDER BY 3 DESC, 1"
    )
    found: dict[str, list[tuple[str, int]]] = {kind: [] for kind in kinds}
    for id_, kind, number in select(connection, sql, json.dumps(kinds)):
        found[kind].append((id_, number))
    return {kind: tuple(rows[:most]) for kind, rows in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Events between two sides that have a type, a status and a month (ISO, None: no day) in common:
    how many, in how many of them the first side acts on the second, and in how many both act together,
    as in a meeting."""

    type: str
    status: str
    month: str | None
    events: int
    forth: int
    joint: int = 0


def between(
    connection: apsw.Connection,
    one: tuple[str, ...],
    other: tuple[str, ...],
    *,
    without: tuple[str, ...] = (),
    corrected: bool = True,
) -> tuple[Tally, ...]:
    """The events in which a party of one side acts on one of the other, either way, or both act, each
    once.

    A side is a country (ISO 3166 alpha-3, all who belong to it) or ids that count as one entity.
    `without` are ids of events that are left out, as is what users marked wrong or merged unless not
    `corrected`.
    """
    sql = (
        f"{_told(one, other, corrected)} SELECT type, status, substr(day, 1, 7), count(*),"
        " sum(way = 2), sum(way = 1) FROM told GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    rows = connection.execute(sql, _sides(one, other, without))
    return tuple(
        Tally(type=type_, status=status, month=month, events=events, forth=forth, joint=joint)
        for type_, status, month, events, forth, joint in rows
    )


def latest_between(
    connection: apsw.Connection,
    one: tuple[str, ...],
    other: tuple[str, ...],
    most: int,
    *,
    types: tuple[str, ...] | None = None,
    status: str | None = None,
    without: tuple[str, ...] = (),
    corrected: bool = True,
) -> tuple[str, ...]:
    """The latest of these events, those without a day last; of the types and the status if given."""
    sql = (
        f"{_told(one, other, corrected)} SELECT id FROM told WHERE (:status IS NULL OR status = :status)"
        " AND (:types IS NULL OR type IN (SELECT value FROM json_each(:types)))"
        " ORDER BY day DESC, origins DESC, id LIMIT :most"
    )
    asked = {
        "types": None if types is None else json.dumps(types), "status": status, "most": most,
    }  # fmt: skip
    rows = connection.execute(sql, {**_sides(one, other, without), **asked})
    return tuple(id_ for (id_,) in rows)


def _told(one: tuple[str, ...], other: tuple[str, ...], corrected: bool) -> str:
    """The events between two sides as a table; `way` is 2 where the first side acts on the second, 1
    where both act, 0 where the second acts on the first."""
    kept = f" AND f.id NOT IN {in_force('wrong', 'merge')}" if corrected else ""
    return (
        f"WITH act (event, way) AS ({_acts(('one', one), ('other', other), 'recipient', 2)}"
        f" UNION ALL {_acts(('one', one), ('other', other), 'actor', 1)}"
        f" UNION ALL {_acts(('other', other), ('one', one), 'recipient', 0)}),"
        " told AS (SELECT f.id, f.type, f.status, f.day, f.origins, max(x.way) AS way"
        " FROM act x JOIN event_face f ON f.id = x.event"
        f" WHERE f.id NOT IN (SELECT value FROM json_each(:without)){kept} GROUP BY f.id)"
    )


_Named: TypeAlias = tuple[str, tuple[str, ...]]
"""A side under the name that it is bound by."""


def _acts(actor: _Named, partner: _Named, role: str, way: int) -> str:
    return (
        f"SELECT a.event, {way} FROM event_party a JOIN event_party r ON r.event = a.event"
        f" AND r.role = '{role}' AND r.{_side(*partner)} AND r.entity <> a.entity"
        f" WHERE a.role = 'actor' AND a.{_side(*actor)}"
    )


def _side(name: str, ids: tuple[str, ...]) -> str:
    """The condition for a party of a side; '=' takes half the time of a list of one."""
    if len(ids) > 1:
        return f"entity IN (SELECT value FROM json_each(:{name}))"
    return f"{'country' if len(ids[0]) == 3 else 'entity'} = :{name}"


def _sides(
    one: tuple[str, ...], other: tuple[str, ...], without: tuple[str, ...]
) -> dict[str, str]:
    bound = {
        name: ids[0] if len(ids) == 1 else json.dumps(ids)
        for name, ids in (("one", one), ("other", other))
    }
    return {**bound, "without": json.dumps(without)}


def counterparts(
    connection: apsw.Connection, ids: tuple[str, ...], most: int, *, without: tuple[str, ...] = ()
) -> tuple[tuple[str, int], ...]:
    """The entities that share most events with these, and how many, themselves left out.

    Looks at the last `LATEST_EVENTS` of them; `without` are ids of events that are left out.
    """
    sql = (
        "SELECT o.entity, count(DISTINCT o.event) FROM (SELECT event FROM event_party"
        " WHERE entity IN (SELECT value FROM json_each(:ids))"
        f" ORDER BY day DESC LIMIT {LATEST_EVENTS}) p"
        " JOIN event_party o ON o.event = p.event"
        " AND o.entity NOT IN (SELECT value FROM json_each(:ids))"
        " WHERE o.event NOT IN (SELECT value FROM json_each(:without))"
        f" AND o.event NOT IN {in_force('wrong', 'merge')}"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most"
    )
    bound = {"ids": json.dumps(ids), "without": json.dumps(without), "most": most}
    return tuple((id_, number) for id_, number in connection.execute(sql, bound))
