"""What a record holds at large: totals, the largest of each kind, and what speaks of given articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

import apsw

from dragoman.corrections import CorrectionKind
from dragoman.store.connection import select
from dragoman.store.corrections import in_force
from dragoman.store.layers import BY_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much a record holds, of what is counted quickly."""

    articles: int
    quotations: int
    quantities: int


def totals(connection: apsw.Connection, *, corrected: bool = True) -> Totals:
    """How much the record holds, where `corrected` but for what users marked wrong: a sum over the faces,
    as counting a million facts takes a second."""
    sql = "SELECT count(*), total(quotations), total(quantities) FROM article_face"
    articles, quotations, quantities = next(select(connection, sql))
    return Totals(
        articles=int(articles),
        quotations=int(quotations) - corrected * left_out(connection, "quotation", "wrong"),
        quantities=int(quantities) - corrected * left_out(connection, "quantity", "wrong"),
    )


def left_out(connection: apsw.Connection, layer: str, *kinds: CorrectionKind) -> int:
    """How many facts of a layer have a correction of these kinds in force."""
    sql = f"SELECT count(DISTINCT id) FROM {BY_NAME[layer].name} WHERE id IN {in_force(*kinds)}"
    return int(next(select(connection, sql))[0])


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


def parts_of(connection: apsw.Connection, layer: str, whole: str) -> tuple[str, ...]:
    """The facts that belong to a whole of a linked layer, by id."""
    sql = "SELECT DISTINCT part FROM membership WHERE whole = ? AND layer = ? ORDER BY part"
    return tuple(part for (part,) in select(connection, sql, whole, layer))


def most_told(
    connection: apsw.Connection, events: tuple[str, ...], most: int, *, corrected: bool = True
) -> tuple[str, ...]:
    """Those of the events that most origins tell; where `corrected`, without those marked wrong or
    merged into others."""
    kept = f" AND id NOT IN {in_force('wrong', 'merge')}" if corrected else ""
    sql = (
        "SELECT DISTINCT id, origins, articles FROM event_face"
        f" WHERE id IN (SELECT value FROM json_each(?)){kept}"
        " ORDER BY origins DESC, articles DESC, id LIMIT ?"
    )
    rows = select(connection, sql, json.dumps(events), most)
    return tuple(id_ for id_, _, _ in rows)


def differing(
    connection: apsw.Connection, order: tuple[str, ...], *, corrected: bool = True
) -> tuple[tuple[str, int], ...]:
    """The kinds of differences that the record has, in the given order, and how many of each."""
    kept = f" WHERE id NOT IN {in_force('wrong')}" if corrected else ""
    sql = f"SELECT data ->> '$.kind', count(DISTINCT id) FROM discrepancy{kept} GROUP BY 1"
    found = {kind: int(number) for kind, number in select(connection, sql)}
    return tuple(
        (kind, found[kind]) for kind in (*order, *sorted({*found} - {*order})) if kind in found
    )


def differences(
    connection: apsw.Connection,
    order: tuple[str, ...],
    most: int,
    offset: int = 0,
    *,
    kind: str | None = None,
    corrected: bool = True,
) -> tuple[str, ...]:
    """Differences between reports, of one kind or all: by kind in the given order, then what more
    articles and more facts show."""
    kept = f" AND id NOT IN {in_force('wrong')}" if corrected else ""
    sql = (
        "SELECT DISTINCT id, coalesce((SELECT key FROM json_each(?1) WHERE value = data ->> '$.kind'), 99),"
        " json_array_length(data, '$.articles'), json_array_length(data, '$.facts') FROM discrepancy"
        f" WHERE (?2 IS NULL OR data ->> '$.kind' = ?2){kept}"
        " ORDER BY 2, 3 DESC, 4 DESC, 1 LIMIT ?3 OFFSET ?4"
    )
    rows = select(connection, sql, json.dumps(order), kind, most, offset)
    return tuple(row[0] for row in rows)


def stories_of(connection: apsw.Connection, affair: str, most: int) -> tuple[str, ...]:
    """The stories of an affair."""
    sql = (
        "SELECT DISTINCT s.whole FROM membership a JOIN membership s ON s.layer = 'story'"
        " AND s.part = a.part WHERE a.whole = ? ORDER BY 1 LIMIT ?"
    )
    return tuple(id_ for (id_,) in select(connection, sql, affair, most))


SEEN = 2_000
"""Articles with a name in which its meanings are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that a name means: its GeoNames id, a name of it, its country (ISO 3166 alpha-3), and in
    how many of the articles looked at it has that name."""

    geonames_id: int
    name: str
    country: str | None
    articles: int

    @property
    def key(self) -> str:
        """As the filter by place takes it."""
        return f"geonames:{self.geonames_id}"


def meanings(connection: apsw.Connection, words: str, most: int) -> tuple[Place, ...]:
    """The places that these words mean in the record, those of most articles first."""
    sql = (
        "SELECT CAST(n.value AS INTEGER), count(*) FROM"
        f" (SELECT article FROM facet WHERE name = 'place' AND value = ? LIMIT {SEEN}) p"
        " JOIN facet n ON n.article = p.article AND n.name = 'named'"
        " WHERE substr(n.value, instr(n.value, '/') + 1) = lower(?) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    )
    rows = list(select(connection, sql, words.casefold(), words, most))
    found = (place(connection, id_, number) for id_, number in rows)
    return tuple(p for p in found if p is not None)


def place(connection: apsw.Connection, geonames_id: int, articles: int = 0) -> Place | None:
    """A place by its id, named as one of its articles does; None where no article mentions it."""
    sql = (
        "SELECT data ->> '$.text', data ->> '$.country' FROM toponym WHERE article ="
        " (SELECT article FROM facet WHERE name = 'named' AND value > ?1 || '/' AND value < ?1 || '0'"
        " LIMIT 1) AND data ->> '$.geonames_id' = ?2 ORDER BY start LIMIT 1"
    )
    for name, country in select(connection, sql, f"{geonames_id}", geonames_id):
        return Place(geonames_id=geonames_id, name=name, country=country, articles=articles)
    return None
