"""Parts of what edges connect: which article is in which, and what holds each part together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import apsw

from dragoman.store.connection import one, select

TABLES = """
-- which part an article is in, by a linker of components
CREATE TABLE link_part (
  linker TEXT NOT NULL, article TEXT NOT NULL, part TEXT NOT NULL,
  PRIMARY KEY (linker, article)) STRICT, WITHOUT ROWID;
CREATE INDEX link_part_part ON link_part (linker, part);

-- the reports of a part that were joined, and how strongly they belong together
CREATE TABLE link_tree (
  linker TEXT NOT NULL, part TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL,
  strength REAL NOT NULL, PRIMARY KEY (linker, part, one, other)) STRICT, WITHOUT ROWID;
"""


class Bond(NamedTuple):
    """Two reports, `one` < `other`, and how strongly they belong together."""

    strength: float
    one: str
    other: str


def part_of(connection: apsw.Connection, linker: str, article: str) -> str | None:
    """The part that an article is in, or was."""
    sql = "SELECT part FROM link_part WHERE linker = ? AND article = ?"
    found: str | None = one(connection, sql, linker, article)
    return found


def articles_of(connection: apsw.Connection, linker: str, part: str) -> frozenset[str]:
    """The articles of a part."""
    sql = "SELECT article FROM link_part WHERE linker = ? AND part = ?"
    return frozenset(id_ for (id_,) in select(connection, sql, linker, part))


def tree(connection: apsw.Connection, linker: str, part: str) -> list[Bond]:
    """What holds a part together."""
    sql = "SELECT strength, one, other FROM link_tree WHERE linker = ? AND part = ?"
    return [Bond(*row) for row in select(connection, sql, linker, part)]


def put(
    connection: apsw.Connection,
    linker: str,
    part: str,
    articles: Iterable[str],
    bonds: Iterable[Bond],
) -> None:
    """These articles are a part now, held together by these bonds."""
    connection.executemany(
        "INSERT OR REPLACE INTO link_part VALUES (?, ?, ?)",
        ((linker, article, part) for article in articles),
    )
    connection.executemany(
        "INSERT INTO link_tree VALUES (?, ?, ?, ?, ?)",
        ((linker, part, b.one, b.other, b.strength) for b in bonds),
    )


def clear(connection: apsw.Connection, linker: str, part: str) -> None:
    """A part is no more."""
    for table in ("link_part", "link_tree"):
        sql = f"DELETE FROM {table} WHERE linker = ? AND part = ?"
        connection.execute(sql, (linker, part))
