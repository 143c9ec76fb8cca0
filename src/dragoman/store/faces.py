"""Small columns beside the big rows, by which lists are filtered, ordered and counted.

A row of `article` drags its text along, and a fact is one line of JSON: to look through 100,000 of
either takes seconds, through their faces milliseconds. An article's face has the day and outlet that
a user gave it, else the stated ones, else the likeliest day that the record inferred, if there is one.

The writers call this module, and rows are put one by one: a trigger, or one statement for many rows,
would open a savepoint, at which FTS5 writes what it has gathered (measured: six times the bytes).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import apsw

from dragoman.store.connection import one, select
from dragoman.types import Dating, Event, LinkedFact

FactRows: TypeAlias = Iterable[tuple[str, Iterable[tuple[Any, ...]]]]
"""Layers by name with their rows (id, start, data, ...), as `pack` makes them."""

TABLES = """
CREATE TABLE article_face (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, id TEXT NOT NULL,
  day TEXT, outlet TEXT, quotations INTEGER NOT NULL, quantities INTEGER NOT NULL) STRICT;
CREATE INDEX article_face_day ON article_face (day DESC, article);
CREATE INDEX article_face_outlet ON article_face (outlet, day DESC);

-- name: country, place, named (GeoNames id/words), type, status, or coded (type/status of one mention)
CREATE TABLE facet (
  name TEXT NOT NULL, value TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (name, value, article)) STRICT, WITHOUT ROWID;
CREATE INDEX facet_article ON facet (article);

CREATE TABLE event_face (
  linker TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL,
  type TEXT NOT NULL, status TEXT NOT NULL, day TEXT, place TEXT,
  origins INTEGER NOT NULL, articles INTEGER NOT NULL,
  PRIMARY KEY (linker, key, id)) STRICT, WITHOUT ROWID;
CREATE INDEX event_face_id ON event_face (id, origins, articles, day, type, status, place);
CREATE INDEX event_face_origins ON event_face (origins DESC, articles DESC, day DESC, id);
CREATE INDEX event_face_type ON event_face (type, origins DESC, articles DESC, day DESC, id);
CREATE INDEX event_face_day ON event_face (day);

CREATE TABLE event_party (
  linker TEXT NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL, entity TEXT NOT NULL,
  role TEXT NOT NULL, country TEXT,
  PRIMARY KEY (linker, key, event, entity, role)) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_entity ON event_party (entity, event, role);
CREATE INDEX event_party_event ON event_party (event, role);
CREATE INDEX event_party_country ON event_party (country, event, role) WHERE country IS NOT NULL;

CREATE INDEX quotation_speaker ON quotation (data ->> '$.speaker.entity')
  WHERE data ->> '$.speaker.entity' IS NOT NULL;
CREATE INDEX story_size ON story (json_array_length(data, '$.articles') DESC, id);
CREATE INDEX origin_size ON origin (json_array_length(data, '$.articles') DESC, id);
-- a state has a row in every tenth article: its country must not be looked for in all of them
CREATE INDEX entity_country ON entity (id, data ->> '$.country')
  WHERE data ->> '$.country' IS NOT NULL;
CREATE INDEX entity_name ON entity (data ->> '$.name' COLLATE NOCASE);
"""

_FACETED = ("entity", "toponym", "event_mention")
_NUMBERED = ("quotation", "quantity")
_SEEN = """
SELECT a.id, substr(coalesce(
    (SELECT c.value FROM correction c WHERE c.target = a.id AND c.kind = 'date'
     AND c.undone IS NULL ORDER BY c.made DESC, c.id DESC LIMIT 1),
    a.published,
    (SELECT d.data ->> '$.value' FROM linked_article l
     JOIN dating d ON d.id = l.id WHERE l.article = a.id AND l.layer = 'dating' LIMIT 1)), 1, 10),
  coalesce(
    (SELECT c.value FROM correction c WHERE c.target = a.id AND c.kind = 'outlet'
     AND c.undone IS NULL ORDER BY c.made DESC, c.id DESC LIMIT 1), a.outlet)
FROM article a WHERE a.rowid = ?
"""
_EVENT = "INSERT OR IGNORE INTO event_face VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PARTY = "INSERT OR IGNORE INTO event_party VALUES (?, ?, ?, ?, ?, ?, ?)"
_COUNTRY = (
    "SELECT data ->> '$.country' FROM entity WHERE id = ? AND data ->> '$.country' IS NOT NULL"
    " ORDER BY data ->> '$.country' LIMIT 1"
)


def put_article(connection: apsw.Connection, row: int, facts: FactRows) -> None:
    """Make the face and the facets of an article that was written or rewritten."""
    rows_of = {name: tuple(rows) for name, rows in facts}
    connection.execute("DELETE FROM facet WHERE article = ?", (row,))
    values = {
        facet
        for name in _FACETED
        for _id, _start, data, *_ in rows_of.get(name, ())
        for facet in _facets(name, json.loads(data))
    }
    connection.executemany(
        "INSERT INTO facet VALUES (?, ?, ?)", ((*facet, row) for facet in sorted(values))
    )
    _put_face(connection, row, [len(rows_of.get(name, ())) for name in _NUMBERED])


def _facets(layer: str, fact: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The (name, value) pairs that a fact gives its article."""
    if layer == "event_mention":
        yield "type", fact["type"]
        yield "status", fact["status"]
        yield "coded", f"{fact['type']}/{fact['status']}"
        return
    if fact["country"]:
        yield "country", fact["country"]
    if layer == "toponym":
        yield "place", fact["text"].casefold()
        if fact["geonames_id"] is not None:
            yield "named", named(fact["geonames_id"], fact["text"])


def named(geonames_id: int, words: str) -> str:
    """A place with the words that mean it, as a facet; only ASCII letters are folded, as by SQLite."""
    return f"{geonames_id}/{words.encode().lower().decode()}"


def refresh(connection: apsw.Connection, row: int) -> None:
    """Make an article's face anew: its day or its outlet may have changed."""
    sql = "SELECT quotations, quantities FROM article_face WHERE article = ?"
    _put_face(connection, row, list(next(select(connection, sql, row), (0, 0))))


def _put_face(connection: apsw.Connection, row: int, numbers: list[int]) -> None:
    found = next(select(connection, _SEEN, row), None)
    connection.execute("DELETE FROM article_face WHERE article = ?", (row,))
    if found is not None:
        connection.execute(
            "INSERT INTO article_face VALUES (?, ?, ?, ?, ?, ?)", (row, *found, *numbers)
        )


def refresh_article(connection: apsw.Connection, id_: str) -> None:
    """The same by the article's id; nothing where there is none."""
    row = one(connection, "SELECT rowid FROM article WHERE id = ?", id_)
    if row is not None:
        refresh(connection, int(row))


def dated(connection: apsw.Connection, linker: str, key: str) -> tuple[str, ...]:
    """The articles that a linker dates under a key."""
    sql = "SELECT data ->> '$.article' FROM dating WHERE linker = ? AND key = ?"
    return tuple(id_ for (id_,) in select(connection, sql, linker, key))


def put_linked(
    connection: apsw.Connection,
    linker: str,
    key: str,
    facts: Iterable[LinkedFact],
    before: Iterable[str],
) -> None:
    """Make the faces of a key's events, and of the articles that it dates or dated `before`."""
    articles = set(before)
    for fact in facts:
        if isinstance(fact, Event):
            _put_event(connection, linker, key, fact)
        elif isinstance(fact, Dating):
            articles.add(fact.article)
    for id_ in sorted(articles):
        refresh_article(connection, id_)


def _put_event(connection: apsw.Connection, linker: str, key: str, fact: Event) -> None:
    day = fact.date.from_ if fact.date else None
    face = (fact.id, fact.type, fact.status, day, fact.place, fact.origins, fact.articles)
    connection.execute(_EVENT, (linker, key, *face))
    for role, parties in (("actor", fact.actor), ("recipient", fact.recipient)):
        for entity in dict.fromkeys(parties):
            country = one(connection, _COUNTRY, entity)
            connection.execute(_PARTY, (linker, key, fact.id, entity, role, country, day))


# ---------------------------------------------------------------- records that have none yet


_FILL = (
    *(
        f"INSERT OR IGNORE INTO facet SELECT 'country', data ->> '$.country', article FROM {layer}"
        " WHERE data ->> '$.country' IS NOT NULL"
        for layer in ("entity", "toponym")
    ),
    "INSERT OR IGNORE INTO facet SELECT 'place', lower(data ->> '$.text'), article FROM toponym",
    "INSERT OR IGNORE INTO facet SELECT 'type', data ->> '$.type', article FROM event_mention",
    "INSERT OR IGNORE INTO facet SELECT 'status', data ->> '$.status', article FROM event_mention",
    "INSERT OR IGNORE INTO facet SELECT 'coded', (data ->> '$.type') || '/' ||"
    " (data ->> '$.status'), article FROM event_mention",
    "INSERT OR IGNORE INTO event_face SELECT linker, key, id, data ->> '$.type',"
    " data ->> '$.status', data ->> '$.date.from', data ->> '$.place', data ->> '$.origins',"
    " data ->> '$.articles' FROM event",
    *(
        f"INSERT OR IGNORE INTO event_party SELECT e.linker, e.key, e.id, p.value, '{role}',"
        " (SELECT n.data ->> '$.country' FROM entity n WHERE n.id = p.value"
        " AND n.data ->> '$.country' IS NOT NULL ORDER BY n.data ->> '$.country' LIMIT 1)"
        f" FROM event e, json_each(e.data, '$.{role}') p"
        for role in ("actor", "recipient")
    ),
)


_NUMBERS = (
    "SELECT a.rowid, (SELECT count(*) FROM quotation q WHERE q.article = a.rowid),"
    " (SELECT count(*) FROM quantity n WHERE n.article = a.rowid) FROM article a"
)


def create(connection: apsw.Connection) -> None:
    """Adds the faces to a record that has none, and fills them."""
    connection.execute(TABLES)
    for sql in _FILL:
        connection.execute(sql)
    for row, *numbers in list(select(connection, _NUMBERS)):
        _put_face(connection, row, numbers)


def add_places_and_days(connection: apsw.Connection) -> None:
    """Adds which place a name means to the facets, and its event's day to each party.

    With the day beside it, the events of a party that has a hundred thousand are counted by day from
    the index alone.
    """
    connection.execute(
        "INSERT OR IGNORE INTO facet SELECT 'named', (data ->> '$.geonames_id') || '/' ||"
        " lower(data ->> '$.text'), article FROM toponym WHERE data ->> '$.geonames_id' IS NOT NULL;"
        " ALTER TABLE event_party ADD COLUMN day TEXT;"
        " UPDATE event_party SET day = (SELECT f.day FROM event_face f"
        " WHERE f.linker = event_party.linker AND f.key = event_party.key AND f.id = event);"
        " CREATE INDEX event_party_day ON event_party (entity, day, event);"
    )


def index_statements(connection: apsw.Connection) -> None:
    """Adds to the index of speakers in which article a statement stands, and its id.

    The statements of a speaker who has a hundred thousand are counted by day without reading them.
    """
    connection.execute(
        "DROP INDEX quotation_speaker;"
        " CREATE INDEX quotation_speaker ON quotation (data ->> '$.speaker.entity', article, id)"
        " WHERE data ->> '$.speaker.entity' IS NOT NULL;"
    )
