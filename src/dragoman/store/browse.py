"""Lists of articles, quotations and events: filtered, searched, counted by day, a page at a time.

Everything that a user gives is bound, never part of the SQL. Lists without words go through the faces
(`store.faces`) in order of time; with words FTS5 finds the rows and ranks the last `CANDIDATES`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import apsw

from dragoman.store.corrections import in_force
from dragoman.store.filters import (
    ALSO,
    ENTITIES,
    MENTIONED,
    OF_ARTICLES,
    OF_EVENTS,
    SPOKEN,
    WITHOUT,
    Filters,
    bind,
    conditions,
    left_in,
)
from dragoman.store.query import parse
from dragoman.store.search import CANDIDATES

__all__ = ["NO_DAY", "Filters", "Found", "Row", "What", "count", "find"]

What: TypeAlias = Literal["articles", "quotations", "events"]


MANY = 10_000
"""Events of a party, or statements of a speaker, above which their list is found by going through all
in order."""

NO_DAY = ""
"""The day of what has none, in counts by day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its id, and where words were searched the table and row that has them."""

    id: str
    table: str | None = None
    row: int | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class _Page:
    """Which part of a list is wanted, and whether the whole is counted by day."""

    limit: int
    offset: int
    by_day: bool


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
    by_day: bool = True,
) -> Found:
    """A page of a list; without `by_day` a list without words is not counted, as days and total are
    most of the work. Raises `UsageError` where the query names no word."""
    match what:
        case "articles":
            return _articles(connection, filters, query, _Page(limit, offset, by_day))
        case "quotations":
            return _quotations(connection, filters, query, _Page(limit, offset, by_day))
        case "events":
            return _events(connection, filters, query, _Page(limit, offset, by_day))


def count(
    connection: apsw.Connection, what: Literal["quotations", "events"], entities: tuple[str, ...]
) -> int:
    """How many statements entities made, or in how many events they take part, but for what users
    marked wrong or merged: from indices alone, in a few milliseconds for a hundred thousand."""
    sql = {
        "quotations": "SELECT count(*) FROM quotation q WHERE q.data ->> '$.speaker.entity' IN"
        f" {ENTITIES} AND q.id NOT IN {in_force('wrong')}",
        "events": f"SELECT count(DISTINCT event) FROM event_party WHERE entity IN {ENTITIES}"
        f" AND event NOT IN {in_force('wrong', 'merge')}",
    }[what]
    ((number,),) = connection.execute(sql, {"entities": json.dumps(entities)})
    return int(number)


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
    connection: apsw.Connection, filters: Filters, query: str | None, page: _Page
) -> Found:
    named = {"entities": MENTIONED, "without": WITHOUT.format("f")}
    where = conditions({**OF_ARTICLES, **named}, filters)
    bound: dict[str, Any] = {**bind(filters), "limit": page.limit, "offset": page.offset}
    if query is not None:
        return _article_finds(connection, where, bound | {"match": parse(query).match})
    days = _days(connection, "FROM article_face f", where, bound) if page.by_day else ()
    order = "ORDER BY f.day DESC, f.article LIMIT :limit OFFSET :offset"
    rows = _rows(connection, _sql("SELECT f.id FROM article_face f", where, order), bound)
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
    connection: apsw.Connection, filters: Filters, query: str | None, page: _Page
) -> Found:
    kept = left_in(filters, "q.id", "wrong")
    of_articles = conditions(OF_ARTICLES, filters)
    spoken = _spoken(filters)
    bound: dict[str, Any] = {**bind(filters), "limit": page.limit, "offset": page.offset}
    if query is not None:
        bound["match"] = parse(query).match
        return _quotation_finds(connection, [*of_articles, *spoken, *kept], bound)
    source = "FROM article_face f CROSS JOIN quotation q ON q.article = f.article"
    of_speaker = "FROM quotation q CROSS JOIN article_face f ON f.article = q.article"
    much = bool(spoken) and not of_articles and _says_much(connection, filters, bound)
    sql = _sql(
        f"SELECT q.id {of_speaker if spoken and not much else source}",
        [*of_articles, *spoken, *kept],
        "ORDER BY f.day DESC, f.article, q.start LIMIT :limit OFFSET :offset",
    )
    rows = tuple(Row(id_) for (id_,) in _rows(connection, sql, bound))
    if not page.by_day:
        days: tuple[tuple[str, int], ...] = ()
    elif spoken:
        days = _days(connection, of_speaker, [*of_articles, *spoken, *kept], bound)
    else:
        days = _quotation_days(connection, of_articles, filters, bound)
    return Found(rows=rows, total=_total(days), more=False, days=days)


def _says_much(connection: apsw.Connection, filters: Filters, bound: dict[str, Any]) -> bool:
    """Whether so many statements are theirs that one of the latest articles will have one: then the
    list goes through the articles in order of time."""
    if filters.also:
        return False
    sql = f"SELECT 1 FROM quotation q WHERE {SPOKEN} LIMIT 1 OFFSET {MANY}"
    return any(True for _ in _rows(connection, sql, bound))


def _spoken(filters: Filters) -> list[str]:
    """Who speaks, as conditions. OR only where it is needed: it takes another way through the index."""
    given = [SPOKEN] if filters.entities else []
    if given and filters.also:
        given = [f"({SPOKEN} OR q.id IN {ALSO})"]
    return given + ([WITHOUT.format("q")] if filters.without else [])


def _quotation_days(
    connection: apsw.Connection, where: list[str], filters: Filters, bound: dict[str, Any]
) -> tuple[tuple[str, int], ...]:
    """Quotations by day, from the numbers in the faces less those marked wrong."""
    days = _days(connection, "FROM article_face f", where, bound, "sum(f.quotations)")
    if not filters.corrected:
        return days
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


def _events(connection: apsw.Connection, filters: Filters, query: str | None, page: _Page) -> Found:
    where = [*conditions(OF_EVENTS, filters), *left_in(filters, "f.id", "wrong", "merge")]
    bound: dict[str, Any] = {**bind(filters), "limit": page.limit, "offset": page.offset}
    if query is None:
        if _is_of_many(connection, bound):
            where = [_IN_ORDER if sql == OF_EVENTS["entities"] else sql for sql in where]
        return _event_list(connection, where, filters, bound, by_day=page.by_day)
    bound["match"] = parse(query).match
    source = f"FROM ({_EVENT_WORDS}) r JOIN event_face f ON f.id = r.id"
    days = _days(connection, source, where, bound)
    order = "ORDER BY r.score DESC, f.id LIMIT :limit OFFSET :offset"
    sql = _sql(f"SELECT DISTINCT f.id, r.tab, r.row, r.score {source}", where, order)
    rows = tuple(Row(*row) for row in _rows(connection, sql, bound))
    total = _total(days)
    return Found(rows=rows, total=total, more=total >= CANDIDATES, days=days)


_IN_ORDER = (
    f"(EXISTS (SELECT 1 FROM event_party p WHERE p.event = f.id AND p.entity IN {ENTITIES})"
    f" OR f.id IN {ALSO})"
)
_ONLY_PARTIES = frozenset({"entities", "also", "limit", "offset"})


def _is_of_many(connection: apsw.Connection, bound: dict[str, Any]) -> bool:
    """Whether the list is narrowed by parties alone, who have so many events that one of the first
    will be theirs."""
    if not set(bound) <= _ONLY_PARTIES or "entities" not in bound:
        return False
    sql = f"SELECT 1 FROM event_party WHERE entity IN {ENTITIES} LIMIT 1 OFFSET {MANY}"
    return any(True for _ in _rows(connection, sql, bound))


def _event_days(
    connection: apsw.Connection, where: list[str], filters: Filters, bound: dict[str, Any]
) -> tuple[tuple[str, int], ...]:
    """Events by day; those of parties with many events from an index that has the days."""
    if _IN_ORDER not in where or json.loads(bound["also"]):
        return _days(connection, "FROM event_face f", where, bound)
    of_party = [f"f.entity IN {ENTITIES}", *left_in(filters, "f.event", "wrong", "merge")]
    return _days(connection, "FROM event_party f", of_party, bound, "count(DISTINCT f.event)")


def _event_list(
    connection: apsw.Connection,
    where: list[str],
    filters: Filters,
    bound: dict[str, Any],
    *,
    by_day: bool,
) -> Found:
    days = _event_days(connection, where, filters, bound) if by_day else ()
    page = "ORDER BY f.origins DESC, f.articles DESC, f.day DESC, f.id LIMIT :limit OFFSET :offset"
    rows = _rows(connection, _sql("SELECT f.id FROM event_face f", where, page), bound)
    return Found(rows=tuple(Row(id_) for (id_,) in rows), total=_total(days), more=False, days=days)
