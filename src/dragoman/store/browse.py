"""Lists of articles, quotations and events: filtered, searched, counted by day, a page at a time.

Everything that a user gives is bound, never part of the SQL. Lists without words go through the faces
(`store.faces`) in order of time; with words FTS5 finds the rows and ranks the last `CANDIDATES`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import apsw

from dragoman.store.connection import select
from dragoman.store.query import parse
from dragoman.store.search import CANDIDATES

What: TypeAlias = Literal["articles", "quotations", "events"]

COUNTED = 50_000
"""Rows up to which a list is counted: counting a million takes longer than anybody waits."""

NO_DAY = ""
"""The day of what has none, in counts by day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed to. Days are ISO 8601 (also months, years), both ends included.

    `entities` are ids that count as one; for quotations they speak, for events they act or are acted
    on. A place is its words, whatever their case.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    origin: str | None = None
    story: str | None = None
    country: str | None = None
    entities: tuple[str, ...] = ()
    type: str | None = None
    status: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its id, and where words were searched the table and row that has them."""

    id: str
    table: str | None = None
    row: int | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of a list. `total` counts the whole list, or is a floor where `more`; `days` are counts
    by ISO day in order (`NO_DAY` first), of articles where `by_article`, else of the rows."""

    rows: tuple[Row, ...]
    total: int
    more: bool
    days: tuple[tuple[str, int], ...]
    by_article: bool = False


def find(
    connection: apsw.Connection,
    what: What,
    filters: Filters,
    *,
    query: str | None = None,
    limit: int = 25,
    offset: int = 0,
) -> Found:
    """A page of a list. Raises `UsageError` where the query names no word."""
    match what:
        case "articles":
            return _articles(connection, filters, query, limit, offset)
        case "quotations":
            return _quotations(connection, filters, query, limit, offset)
        case "events":
            return _events(connection, filters, query, limit, offset)


# ---------------------------------------------------------------- conditions


def _facet(name: str, value: str) -> str:
    return f"f.article IN (SELECT article FROM facet WHERE name = '{name}' AND value = {value})"


def _members(layer: str) -> str:
    return f"(SELECT part FROM membership WHERE layer = '{layer}' AND whole = :{layer})"


def _told_in(articles: str) -> str:
    """Events that these articles mention."""
    return (
        f"f.id IN (SELECT id FROM linked_article WHERE layer = 'event' AND article IN {articles})"
    )


_ENTITIES = "(SELECT value FROM json_each(:entities))"
_ANY = {"since": "f.day >= :since", "until": "f.day <= :until"}
_OF_ARTICLES = {
    **_ANY,
    "outlet": "f.outlet = :outlet",
    "origin": f"f.id IN {_members('origin')}",
    "story": f"f.id IN {_members('story')}",
    "country": _facet("country", ":country"),
    "place": _facet("place", ":place_folded"),
    "type": _facet("type", ":type"),
    "status": _facet("status", ":status"),
    "coded": _facet("coded", ":type || '/' || :status"),
}
_MENTIONED = f"f.article IN (SELECT article FROM entity WHERE id IN {_ENTITIES})"
_SPOKEN = f"q.data ->> '$.speaker.entity' IN {_ENTITIES}"
_OF_EVENTS = {
    **_ANY,
    "outlet": _told_in("(SELECT id FROM article_face WHERE outlet = :outlet)"),
    "origin": _told_in(_members("origin")),
    "story": _told_in(_members("story")),
    "country": "f.id IN (SELECT event FROM event_party WHERE country = :country)",
    "place": "lower(f.place) = lower(:place)",
    "type": "f.type = :type",
    "status": "f.status = :status",
    "entities": f"f.id IN (SELECT event FROM event_party WHERE entity IN {_ENTITIES})",
}


def _corrected(*kinds: str) -> str:
    names = ", ".join(f"'{kind}'" for kind in kinds)
    return f"(SELECT target FROM correction WHERE undone IS NULL AND kind IN ({names}))"


def _where(conditions: Mapping[str, str], filters: Filters) -> list[str]:
    """The conditions of the filters that are given."""
    given = set(_bound(filters))
    if "coded" in conditions and {"type", "status"} <= given:
        given = given - {"type", "status"} | {"coded"}
    return [sql for name, sql in conditions.items() if name in given]


def _bound(filters: Filters) -> dict[str, str]:
    """The given filters by name, as they are bound."""
    names = ("since", "until", "outlet", "origin", "story", "country", "type", "status", "place")
    found = {name: value for name in names if (value := getattr(filters, name)) is not None}
    if filters.until is not None:
        found["until"] = f"{filters.until}~"  # behind every day of a month that is given whole
    if filters.place is not None:
        found["place_folded"] = filters.place.casefold()
    if filters.entities:
        found["entities"] = json.dumps(filters.entities)
    return found


def _sql(select_: str, where: list[str], rest: str = "") -> str:
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    return f"{select_}{condition} {rest}"


def _rows(
    connection: apsw.Connection, sql: str, bound: dict[str, Any]
) -> Iterator[tuple[Any, ...]]:
    return iter(connection.execute(sql, bound))


def _days(
    connection: apsw.Connection, sql: str, where: list[str], bound: dict[str, Any]
) -> tuple[tuple[str, int], ...]:
    """Counts by day of a FROM clause."""
    whole = _sql(f"SELECT coalesce(f.day, ''), count(*) {sql}", where, "GROUP BY 1 ORDER BY 1")
    return tuple((str(day), int(number)) for day, number in _rows(connection, whole, bound))


def _total(days: tuple[tuple[str, int], ...]) -> int:
    return sum(number for _, number in days)


# ---------------------------------------------------------------- articles


def _articles(
    connection: apsw.Connection, filters: Filters, query: str | None, limit: int, offset: int
) -> Found:
    where = _where({**_OF_ARTICLES, "entities": _MENTIONED}, filters)
    bound: dict[str, Any] = {**_bound(filters), "limit": limit, "offset": offset}
    if query is not None:
        return _article_finds(connection, where, bound | {"match": parse(query).match})
    days = _days(connection, "FROM article_face f", where, bound)
    page = "ORDER BY f.day DESC, f.article LIMIT :limit OFFSET :offset"
    rows = _rows(connection, _sql("SELECT f.id FROM article_face f", where, page), bound)
    return Found(rows=tuple(Row(id_) for (id_,) in rows), total=_total(days), more=False, days=days)


def _article_finds(connection: apsw.Connection, where: list[str], bound: dict[str, Any]) -> Found:
    found = "FROM article_fts x CROSS JOIN article_face f ON f.article = x.rowid"
    days = _days(connection, found, ["article_fts MATCH :match", *where], bound)
    # '+' keeps SQLite from searching the words anew for each of these rows: 10 ms, not 1,500
    inside = [f"+rowid IN ({_sql('SELECT f.article FROM article_face f', where)})"] if where else []
    ranked = _sql(
        "SELECT rowid AS row, bm25(article_fts, 5.0, 1.0) AS score FROM article_fts",
        ["article_fts MATCH :match", *inside],
        f"ORDER BY rowid DESC LIMIT {CANDIDATES}",
    )
    sql = (
        f"SELECT f.id, r.row, r.score FROM ({ranked}) r JOIN article_face f ON f.article = r.row"
        " ORDER BY r.score, r.row LIMIT :limit OFFSET :offset"
    )
    rows = tuple(
        Row(id_, "article", row, score) for id_, row, score in _rows(connection, sql, bound)
    )
    return Found(rows=rows, total=_total(days), more=False, days=days)


# ---------------------------------------------------------------- quotations


def _quotations(
    connection: apsw.Connection, filters: Filters, query: str | None, limit: int, offset: int
) -> Found:
    kept = f"q.id NOT IN {_corrected('wrong')}"
    of_articles = _where(_OF_ARTICLES, filters)
    spoken = [_SPOKEN] if filters.entities else []
    bound: dict[str, Any] = {**_bound(filters), "limit": limit, "offset": offset}
    if query is not None:
        bound["match"] = parse(query).match
        return _quotation_finds(connection, [*of_articles, *spoken, kept], bound)
    source = "FROM article_face f JOIN quotation q ON q.article = f.article"
    sql = _sql(
        f"SELECT q.id {source}",
        [*of_articles, *spoken, kept],
        "ORDER BY f.day DESC, f.article, q.start, q.id LIMIT :limit OFFSET :offset",
    )
    rows = tuple(Row(id_) for (id_,) in _rows(connection, sql, bound))
    if spoken:
        days = _days(connection, source, [*of_articles, *spoken, kept], bound)
        return Found(rows=rows, total=_total(days), more=False, days=days)
    counted = _sql(f"SELECT 1 {source}", of_articles, f"LIMIT {COUNTED + 1}")
    ((total,),) = _rows(connection, f"SELECT count(*) FROM ({counted})", bound)
    days = _days(connection, "FROM article_face f", of_articles, bound)
    return Found(
        rows=rows, total=min(total, COUNTED), more=total > COUNTED, days=days, by_article=True
    )


def _quotation_finds(connection: apsw.Connection, where: list[str], bound: dict[str, Any]) -> Found:
    ranked = (
        "SELECT rowid AS row, bm25(quotation_fts) AS score FROM quotation_fts"
        f" WHERE quotation_fts MATCH :match ORDER BY rowid DESC LIMIT {CANDIDATES + 1}"
    )
    source = (
        f"FROM ({ranked}) r JOIN quotation q ON q.rowid = r.row"
        " JOIN article_face f ON f.article = q.article"
    )
    days = _days(connection, source, where, bound)
    page = "ORDER BY r.score, r.row LIMIT :limit OFFSET :offset"
    sql = _sql(f"SELECT q.id, r.row, r.score {source}", where, page)
    rows = tuple(
        Row(id_, "quotation", row, score) for id_, row, score in _rows(connection, sql, bound)
    )
    ((seen,),) = _rows(connection, f"SELECT count(*) FROM ({ranked})", bound)
    return Found(rows=rows, total=_total(days), more=seen > CANDIDATES, days=days)


# ---------------------------------------------------------------- events

_EVENT_WORDS = f"""
SELECT id, max(strength) AS score, row, tab FROM (
  SELECT e.id AS id, -x.score AS strength, x.row AS row, 'event' AS tab FROM (
    SELECT rowid AS row, bm25(event_fts) AS score FROM event_fts
    WHERE event_fts MATCH :match ORDER BY rowid DESC LIMIT {CANDIDATES}) x
  JOIN event e ON e.rowid = x.row
  UNION ALL
  SELECT m.whole, -y.score, y.row, 'event_mention' FROM (
    SELECT rowid AS row, bm25(event_mention_fts) AS score FROM event_mention_fts
    WHERE event_mention_fts MATCH :match ORDER BY rowid DESC LIMIT {CANDIDATES}) y
  JOIN event_mention n ON n.rowid = y.row
  JOIN membership m ON m.layer = 'event' AND m.part = n.id)
GROUP BY id
"""
"""Events whose summary or a mention of which has the words; SQLite takes the bare columns from the row
that has the maximum."""


def _events(
    connection: apsw.Connection, filters: Filters, query: str | None, limit: int, offset: int
) -> Found:
    where = [*_where(_OF_EVENTS, filters), f"f.id NOT IN {_corrected('wrong', 'merge')}"]
    bound: dict[str, Any] = {**_bound(filters), "limit": limit, "offset": offset}
    if query is None:
        return _event_list(connection, where, bound)
    bound["match"] = parse(query).match
    source = f"FROM ({_EVENT_WORDS}) r JOIN event_face f ON f.id = r.id"
    days = _days(connection, source, where, bound)
    page = "ORDER BY r.score DESC, f.id LIMIT :limit OFFSET :offset"
    sql = _sql(f"SELECT DISTINCT f.id, r.tab, r.row, r.score {source}", where, page)
    rows = tuple(Row(*row) for row in _rows(connection, sql, bound))
    total = _total(days)
    return Found(rows=rows, total=total, more=total >= CANDIDATES, days=days)


def _event_list(connection: apsw.Connection, where: list[str], bound: dict[str, Any]) -> Found:
    days = _days(connection, "FROM event_face f", where, bound)
    page = "ORDER BY f.origins DESC, f.articles DESC, f.day DESC, f.id LIMIT :limit OFFSET :offset"
    rows = _rows(connection, _sql("SELECT f.id FROM event_face f", where, page), bound)
    return Found(rows=tuple(Row(id_) for (id_,) in rows), total=_total(days), more=False, days=days)


# ---------------------------------------------------------------- choices and parties


def outlets(connection: apsw.Connection, most: int) -> tuple[tuple[str, int], ...]:
    """The outlets with most articles, and how many each."""
    sql = (
        "SELECT outlet, count(*) FROM article_face WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?"
    )
    return tuple((name, number) for name, number in select(connection, sql, most))


def facets(connection: apsw.Connection, name: str, most: int) -> tuple[tuple[str, int], ...]:
    """The values of a facet with most articles, and how many each."""
    sql = (
        "SELECT value, count(*) FROM facet WHERE name = ? GROUP BY value ORDER BY 2 DESC, 1 LIMIT ?"
    )
    return tuple((value, number) for value, number in select(connection, sql, name, most))


def named(connection: apsw.Connection, name: str, most: int = 50) -> tuple[str, ...]:
    """Ids of the entities with this name, whatever its case (of ASCII letters)."""
    sql = "SELECT DISTINCT id FROM entity WHERE data ->> '$.name' = ? COLLATE NOCASE LIMIT ?"
    return tuple(id_ for (id_,) in select(connection, sql, name, most))


def entity_rows(connection: apsw.Connection, ids: tuple[str, ...], most: int) -> Iterator[str]:
    """What the articles say of these entities, as stored lines: at most `most` an entity."""
    sql = "SELECT data FROM entity WHERE id = ? LIMIT ?"
    for id_ in sorted(set(ids)):
        yield from (data for (data,) in select(connection, sql, id_, most))


_LARGEST = {
    layer: f"SELECT id, json_array_length(data, '$.articles') FROM {layer}"
    " ORDER BY json_array_length(data, '$.articles') DESC, id LIMIT ? OFFSET ?"
    for layer in ("story", "origin")
}


def largest(
    connection: apsw.Connection, layer: Literal["story", "origin"], most: int, offset: int = 0
) -> tuple[tuple[str, int], ...]:
    """The stories or origins with most articles, and how many."""
    rows = select(connection, _LARGEST[layer], most, offset)
    return tuple((id_, number) for id_, number in rows)


def about(connection: apsw.Connection, layer: str, articles: tuple[str, ...]) -> tuple[str, ...]:
    """The linked facts of a layer that speak of these articles, by id."""
    sql = (
        "SELECT DISTINCT id FROM linked_article WHERE layer = ?"
        " AND article IN (SELECT value FROM json_each(?)) ORDER BY id"
    )
    rows = select(connection, sql, layer, json.dumps(articles))
    return tuple(id_ for (id_,) in rows)


def most_told(connection: apsw.Connection, events: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Those of the events that most origins tell, without those marked wrong or merged into others."""
    sql = (
        "SELECT DISTINCT id, origins, articles FROM event_face"
        f" WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN {_corrected('wrong', 'merge')}"
        " ORDER BY origins DESC, articles DESC, id LIMIT ?"
    )
    rows = select(connection, sql, json.dumps(events), most)
    return tuple(id_ for id_, _, _ in rows)


def stories_of(connection: apsw.Connection, affair: str, most: int) -> tuple[str, ...]:
    """The stories of an affair."""
    sql = (
        "SELECT DISTINCT s.whole FROM membership a JOIN membership s ON s.layer = 'story'"
        " AND s.part = a.part WHERE a.whole = ? ORDER BY 1 LIMIT ?"
    )
    return tuple(id_ for (id_,) in select(connection, sql, affair, most))


def most_mentioned(
    connection: apsw.Connection, kinds: tuple[str, ...], most: int
) -> tuple[tuple[str, int], ...]:
    """The entities of these kinds that most articles name, and how many; looks at the last articles."""
    sql = (
        "SELECT id, count(*) FROM (SELECT id, data ->> '$.kind' AS kind FROM entity"
        f" ORDER BY rowid DESC LIMIT {COUNTED}) WHERE kind IN (SELECT value FROM json_each(?))"
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
        f" AND {_side('r', recipient)} AND f.id NOT IN {_corrected('wrong', 'merge')} LIMIT :most"
    )
    bound = {"a": json.dumps(actor), "r": json.dumps(recipient), "most": most}
    for id_, type_, status, day, articles, origins in _rows(connection, sql, bound):
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
