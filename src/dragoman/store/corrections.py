"""Corrections in the record: a table of their own, which reading and linking never touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

import apsw

from dragoman.corrections import Correction
from dragoman.errors import UsageError
from dragoman.store import faces
from dragoman.store.connection import one, select

TABLE = """
-- made and undone are times in UTC; nothing here points at a row, ids outlive a new reading
CREATE TABLE correction (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, target TEXT NOT NULL,
  value TEXT, note TEXT, made TEXT NOT NULL, undone TEXT) STRICT;
CREATE INDEX correction_target ON correction (target);
"""

_COLUMNS = "id, kind, target, value, note, made, undone"


def put(connection: apsw.Connection, correction: Correction) -> None:
    """Keep a correction; the same one twice is one. The caller holds the transaction."""
    connection.execute(
        f"INSERT OR IGNORE INTO correction ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        astuple(correction),
    )
    faces.refresh_article(connection, correction.target)


def undo(connection: apsw.Connection, id_: str, at: str) -> None:
    """Take a correction back; it stays listed. Raises `UsageError` where there is none in force."""
    if one(connection, "SELECT 1 FROM correction WHERE id = ? AND undone IS NULL", id_) is None:
        raise UsageError(f"no correction {id_!r} is in force; the page of corrections lists them")
    connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (at, id_))
    target = one(connection, "SELECT target FROM correction WHERE id = ?", id_)
    faces.refresh_article(connection, target)


def corrections(connection: apsw.Connection) -> Iterator[Correction]:
    """All corrections, undone ones too, in the order in which they were made."""
    sql = f"SELECT {_COLUMNS} FROM correction ORDER BY made, id"
    for id_, kind, target, value, note, made, undone in select(connection, sql):
        yield Correction(
            id=id_, kind=kind, target=target, value=value, note=note, made=made, undone=undone
        )


def in_force(*kinds: str) -> str:
    """A subquery for the targets of corrections of these kinds that are in force."""
    names = ", ".join(f"'{kind}'" for kind in kinds)
    return f"(SELECT target FROM correction WHERE undone IS NULL AND kind IN ({names}))"
