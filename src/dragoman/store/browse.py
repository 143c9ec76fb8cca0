"""Lists of articles, quotations and events: filtered, searched, counted by day, a page at a time.

Everything that a user gives is bound, never part of the SQL. Lists without words go through the faces
(`store.faces`) in order of time; with words FTS5 finds the rows and ranks the last `CANDIDATES`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import apsw

from dragoman.store.corrections import in_force
from dragoman.store.query import parse
from dragoman.store.search import CANDIDATES

What: TypeAlias = Literal["articles", "quotations", "events"]

_PLACE = re.compile(r"geonames:([0-9]{1,12})")

NO_DAY = ""
"""The day of what has none, in counts by day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed to. Days are ISO 8601 (also months, years), both ends included.

    `entities` are ids that count as one; for quotations they speak, for events they act or are acted
    on. `also` are ids of articles or facts that come under the entities besides, `without` of those
    that do no longer. A place is its words, whatever their case, or its GeoNames id (`geonames:2988507`).
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    origin: str | None = None
    story: str | None = None
    country: str | None = None
    entities: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
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
    """A page of a list. `total` counts the whole list, or is a floor where `more`; `days` are its
    counts by ISO day in order (`NO_DAY` first)."""

    rows: tuple[Row, ...]
    total: int
    more: bool
    days: tuple[tuple[str, int], ...]


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


_NAMED = "FROM facet WHERE name = 'named' AND value > :place_id || '/' AND value < :place_id || '0'"
"""Articles with any words for a place: '0' stands behind '/'."""
_ENTITIES = "(SELECT value FROM json_each(:entities))"
_ANY = {"since": "f.day >= :since", "until": "f.day <= :until"}
_OF_ARTICLES = {
    **_ANY,
    "outlet": "f.outlet = :outlet",
    "origin": f"f.id IN {_members('origin')}",
    "story": f"f.id IN {_members('story')}",
    "country": _facet("country", ":country"),
    "place": _facet("place", ":place_folded"),
    "place_id": f"f.article IN (SELECT article {_NAMED})",
    "type": _facet("type", ":type"),
    "status": _facet("status", ":status"),
    "coded": _facet("coded", ":type || '/' || :status"),
}
_ALSO = "(SELECT value FROM json_each(:also))"
_WITHOUT = "{}.id NOT IN (SELECT value FROM json_each(:without))"
_MENTIONED = (
    f"f.article IN (SELECT article FROM entity WHERE id IN {_ENTITIES}"
    f" UNION ALL SELECT rowid FROM article WHERE id IN {_ALSO})"
)
_SPOKEN = f"q.data ->> '$.speaker.entity' IN {_ENTITIES}"
_OF_EVENTS = {
    **_ANY,
    "outlet": _told_in("(SELECT id FROM article_face WHERE outlet = :outlet)"),
    "origin": _told_in(_members("origin")),
    "story": _told_in(_members("story")),
    "country": "f.id IN (SELECT event FROM event_party WHERE country = :country)",
    "place": "lower(f.place) = lower(:place)",
    "place_id": "f.id IN (SELECT e.id FROM facet n JOIN article a ON a.rowid = n.article"
    " JOIN linked_article l ON l.article = a.id AND l.layer = 'event' JOIN event_face e ON e.id = l.id"
    " WHERE n.name = 'named' AND n.value > :place_id || '/' AND n.value < :place_id || '0'"
    " AND n.value = :place_id || '/' || lower(e.place))",
    "type": "f.type = :type",
    "status": "f.status = :status",
    "entities": f"f.id IN (SELECT event FROM event_party WHERE entity IN {_ENTITIES}"
    f" UNION ALL SELECT value FROM {_ALSO})",
    "without": _WITHOUT.format("f"),
}


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
    if filters.place is not None and (place := _PLACE.fullmatch(filters.place)):
        found["place_id"] = place[1]
        del found["place"]
    elif filters.place is not None:
        found["place_folded"] = filters.place.casefold()
    if filters.entities:
        found["entities"] = json.dumps(filters.entities)
        found["also"] = json.dumps(filters.also)
    if filters.without:
        found["without"] = json.dumps(filters.without)
    return found


def _sql(select_: str, where: list[str], rest: str = "") -> str:
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    return f"{select_}{condition} {rest}"


def _rows(
    connection: apsw.Connection, sql: str, bound: dict[str, Any]
) -> Iterator[tuple[Any, ...]]:
    return iter(connection.execute(sql, bound))


def _days(
    connection: apsw.Connection,
    sql: str,
    where: list[str],
    bound: dict[str, Any],
    number: str = "count(*)",
) -> tuple[tuple[str, int], ...]:
    """Numbers by day of a FROM clause, none where it is 0."""
    whole = _sql(f"SELECT coalesce(f.day, ''), {number} {sql}", where, "GROUP BY 1 ORDER BY 1")
    found = _rows(connection, whole, bound)
    return tuple((str(day), int(number)) for day, number in found if number)


def _total(days: tuple[tuple[str, int], ...]) -> int:
    return sum(number for _, number in days)


# ---------------------------------------------------------------- articles


def _articles(
    connection: apsw.Connection, filters: Filters, query: str | None, limit: int, offset: int
) -> Found:
    named = {"entities": _MENTIONED, "without": _WITHOUT.format("f")}
    where = _where({**_OF_ARTICLES, **named}, filters)
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
    kept = f"q.id NOT IN {in_force('wrong')}"
    of_articles = _where(_OF_ARTICLES, filters)
    spoken = _spoken(filters)
    bound: dict[str, Any] = {**_bound(filters), "limit": limit, "offset": offset}
    if query is not None:
        bound["match"] = parse(query).match
        return _quotation_finds(connection, [*of_articles, *spoken, kept], bound)
    source = "FROM article_face f CROSS JOIN quotation q ON q.article = f.article"
    if spoken:
        source = "FROM quotation q CROSS JOIN article_face f ON f.article = q.article"
    sql = _sql(
        f"SELECT q.id {source}",
        [*of_articles, *spoken, kept],
        "ORDER BY f.day DESC, f.article, q.start LIMIT :limit OFFSET :offset",
    )
    rows = tuple(Row(id_) for (id_,) in _rows(connection, sql, bound))
    if spoken:
        days = _days(connection, source, [*of_articles, *spoken, kept], bound)
    else:
        days = _quotation_days(connection, of_articles, bound)
    return Found(rows=rows, total=_total(days), more=False, days=days)


def _spoken(filters: Filters) -> list[str]:
    """Who speaks, as conditions. OR only where it is needed: it takes another way through the index."""
    given = [_SPOKEN] if filters.entities else []
    if given and filters.also:
        given = [f"({_SPOKEN} OR q.id IN {_ALSO})"]
    return given + ([_WITHOUT.format("q")] if filters.without else [])


def _quotation_days(
    connection: apsw.Connection, where: list[str], bound: dict[str, Any]
) -> tuple[tuple[str, int], ...]:
    """Quotations by day, from the numbers in the faces less those marked wrong."""
    days = _days(connection, "FROM article_face f", where, bound, "sum(f.quotations)")
    source = "FROM quotation q CROSS JOIN article_face f ON f.article = q.article"
    wrong = dict(_days(connection, source, [f"q.id IN {in_force('wrong')}", *where], bound))
    left = ((day, number - wrong.get(day, 0)) for day, number in days)
    return tuple((day, number) for day, number in left if number)


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
    where = [*_where(_OF_EVENTS, filters), f"f.id NOT IN {in_force('wrong', 'merge')}"]
    bound: dict[str, Any] = {**_bound(filters), "limit": limit, "offset": offset}
    if query is None:
        if _is_of_many(connection, bound):
            where = [_IN_ORDER if sql == _OF_EVENTS["entities"] else sql for sql in where]
        return _event_list(connection, where, bound)
    bound["match"] = parse(query).match
    source = f"FROM ({_EVENT_WORDS}) r JOIN event_face f ON f.id = r.id"
    days = _days(connection, source, where, bound)
    page = "ORDER BY r.score DESC, f.id LIMIT :limit OFFSET :offset"
    sql = _sql(f"SELECT DISTINCT f.id, r.tab, r.row, r.score {source}", where, page)
    rows = tuple(Row(*row) for row in _rows(connection, sql, bound))
    total = _total(days)
    return Found(rows=rows, total=total, more=total >= CANDIDATES, days=days)


MANY = 10_000
"""Events of a party above which its list is found by going through all events in order."""

_IN_ORDER = (
    f"(EXISTS (SELECT 1 FROM event_party p WHERE p.event = f.id AND p.entity IN {_ENTITIES})"
    f" OR f.id IN {_ALSO})"
)
_ONLY_PARTIES = frozenset({"entities", "also", "limit", "offset"})


def _is_of_many(connection: apsw.Connection, bound: dict[str, Any]) -> bool:
    """Whether the list is narrowed by parties alone, who have so many events that one of the first
    will be theirs."""
    if not set(bound) <= _ONLY_PARTIES or "entities" not in bound:
        return False
    sql = f"SELECT 1 FROM event_party WHERE entity IN {_ENTITIES} LIMIT 1 OFFSET {MANY}"
    return any(True for _ in _rows(connection, sql, bound))


def _event_days(
    connection: apsw.Connection, where: list[str], bound: dict[str, Any]
) -> tuple[tuple[str, int], ...]:
    """Events by day; those of parties with many events from an index that has the days."""
    if _IN_ORDER not in where or json.loads(bound["also"]):
        return _days(connection, "FROM event_face f", where, bound)
    left_out = f"f.event NOT IN {in_force('wrong', 'merge')}"
    of_party = [f"f.entity IN {_ENTITIES}", left_out]
    return _days(connection, "FROM event_party f", of_party, bound, "count(DISTINCT f.event)")


def _event_list(connection: apsw.Connection, where: list[str], bound: dict[str, Any]) -> Found:
    days = _event_days(connection, where, bound)
    page = "ORDER BY f.origins DESC, f.articles DESC, f.day DESC, f.id LIMIT :limit OFFSET :offset"
    rows = _rows(connection, _sql("SELECT f.id FROM event_face f", where, page), bound)
    return Found(rows=tuple(Row(id_) for (id_,) in rows), total=_total(days), more=False, days=days)
