"""Whom names mean (`Identity`), laid over the facts of articles when they are read.

What is stored of an article keeps the entity that the article knows; the membership says what that counts as.
A user who marks an identity wrong, or merges the article's entity with another, takes it back: it is in force
no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import apsw

from dragoman.identities import Whole
from dragoman.store.connection import one, select
from dragoman.store.layers import BY_NAME, name_of
from dragoman.store.schema import linked_layer
from dragoman.store.withdrawn import withdrawn

MOST = 50
"""Names shown of one whom thousands of articles may name by surname alone."""

_KEPT = 50_000
"""Entities of which it is remembered what they count as, in some 10 MB."""

_TAKEN_BACK = (
    "SELECT c.target FROM correction c WHERE c.kind = 'merge' AND c.undone IS NULL UNION ALL"
    " SELECT i.data ->> '$.entity' FROM correction c JOIN identity i ON i.id = c.target"
    " WHERE c.kind = 'wrong' AND c.undone IS NULL"
)
IN_FORCE = f"layer = 'entity' AND part NOT IN ({_TAKEN_BACK})"
"""The condition on a membership that it says what an entity counts as."""
FULL = f"NOT {withdrawn('entity')} AND id NOT IN (SELECT part FROM membership WHERE {IN_FORCE})"
"""The condition on a row of entities that it counts as none but itself."""
_ENTITIES = (
    f"SELECT id AS whole, data FROM entity WHERE {FULL} UNION ALL"
    " SELECT m.whole, data FROM membership m JOIN entity ON entity.id = m.part"
    f" WHERE NOT {withdrawn('entity')} AND {IN_FORCE} ORDER BY whole, data"
)
_INDEX = "CREATE INDEX identity_entity ON identity (data ->> '$.entity');"


def add(connection: apsw.Connection) -> None:
    """Adds the table; the articles of every affair are to be joined again, for it to be filled."""
    connection.execute(linked_layer(BY_NAME["identity"]) + _INDEX)
    connection.execute(
        "INSERT OR IGNORE INTO link_dirty SELECT DISTINCT 'affair', whole FROM membership"
        " WHERE layer = 'affair'"
    )


def wholes(connection: apsw.Connection) -> Whole:
    """What an entity counts as; remembers whom it was asked for."""
    taken_back = {id_ for (id_,) in select(connection, _TAKEN_BACK)}
    known: dict[str, str] = {}
    sql = "SELECT min(whole) FROM membership WHERE layer = 'entity' AND part = ?"

    def whole(id_: str) -> str:
        if id_ not in known:
            if len(known) >= _KEPT:
                known.clear()
            found = None if id_ in taken_back else one(connection, sql, id_)
            known[id_] = found or id_
        return known[id_]

    return whole


def entities(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    """(id, stored line) of what each article says of each entity, in the order of the ids that they count as."""
    return ((whole, data) for whole, data in select(connection, _ENTITIES))


def parts_of(connection: apsw.Connection, ids: Iterable[str]) -> tuple[str, ...]:
    """The entities of single articles that count as any of these, in order."""
    sql = (
        f"SELECT DISTINCT part FROM membership WHERE {IN_FORCE}"
        " AND whole IN (SELECT value FROM json_each(?)) ORDER BY part"
    )
    return tuple(part for (part,) in select(connection, sql, json.dumps(list(ids))))


def taken_back(connection: apsw.Connection) -> Iterator[str]:
    """The ids of the identities that users took back, in order."""
    sql = (
        "SELECT DISTINCT i.id FROM correction c JOIN identity i"
        " ON i.id = c.target OR i.data ->> '$.entity' = c.target"
        " WHERE c.kind IN ('wrong', 'merge') AND c.undone IS NULL ORDER BY i.id"
    )
    return (id_ for (id_,) in select(connection, sql))


def about(connection: apsw.Connection, entity: str, most: int = MOST) -> tuple[str, ...]:
    """The ids of the identities that say what an entity counts as, or who counts as it; the first in order."""
    if name_of(entity) != "entity":
        return ()
    sql = (
        "SELECT DISTINCT i.id FROM identity i WHERE i.data ->> '$.entity' = ?1 UNION"
        " SELECT i.id FROM membership m JOIN identity i ON i.data ->> '$.entity' = m.part"
        " WHERE m.layer = 'entity' AND m.whole = ?1 ORDER BY 1 LIMIT ?2"
    )
    return tuple(id_ for (id_,) in select(connection, sql, entity, most))
