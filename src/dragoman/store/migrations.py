"""Numbered steps from one schema to the next; each is one transaction, with a copy made before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw

from dragoman.errors import RecordDamaged
from dragoman.store import corrections, faces, identities, pairs, parts, withdrawn
from dragoman.store.connection import select, transaction
from dragoman.store.schema import APPLICATION_ID, schema_1


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """Brings a record of schema `version - 1` to `version`."""

    version: int
    name: str
    apply: Callable[[apsw.Connection], None]


def _create(connection: apsw.Connection) -> None:
    connection.pragma("application_id", APPLICATION_ID)
    connection.execute(schema_1())


def _add_faces(connection: apsw.Connection) -> None:
    connection.execute(corrections.TABLE)
    faces.create(connection)


def _add_pairs(connection: apsw.Connection) -> None:
    pairs.add(connection)
    connection.execute(parts.TABLES)


def _add_strays(connection: apsw.Connection) -> None:
    connection.execute(withdrawn.TABLES)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(version=1, name="create", apply=_create),
    Migration(version=2, name="faces and corrections", apply=_add_faces),
    Migration(version=3, name="places and days of parties", apply=faces.add_places_and_days),
    Migration(version=4, name="statements of a speaker", apply=faces.index_statements),
    Migration(version=5, name="pairs and parts", apply=_add_pairs),
    Migration(version=6, name="strays", apply=_add_strays),
    Migration(version=7, name="identities", apply=identities.add),
)


def newest() -> int:
    """The schema number that this program writes."""
    return MIGRATIONS[-1].version


def migrate(connection: apsw.Connection, path: Path, version: int) -> Path | None:
    """Bring the record from schema `version` to the newest; answers with the copy made before.

    The copy is `<record>.v<version>.bak`; a record that holds nothing yet (0) needs none. A step
    that fails leaves the record at the schema before it.
    """
    steps = [step for step in MIGRATIONS if step.version > version]
    if not steps:
        return None
    copy = _back_up(connection, path, version) if version else None
    connection.pragma("foreign_keys", 0)  # steps may rebuild tables; checked at the end of each
    try:
        for step in steps:
            _run(connection, path, step)
    finally:
        connection.pragma("foreign_keys", 1)
    return copy


def _run(connection: apsw.Connection, path: Path, step: Migration) -> None:
    with transaction(connection):
        step.apply(connection)
        if broken := list(select(connection, "PRAGMA foreign_key_check")):
            raise RecordDamaged(
                f"{path}: upgrade to schema {step.version} ({step.name}) stopped: {len(broken)} rows "
                f"point at nothing, first in table {broken[0][0]!r}; the record is as it was"
            )
        connection.pragma("user_version", step.version)


def _back_up(connection: apsw.Connection, path: Path, version: int) -> Path:
    """A whole copy beside the record, under its name only once it is complete and synced."""
    copy = path.with_name(f"{path.name}.v{version}.bak")
    part = path.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM INTO ?", (os.fspath(part.absolute()),))
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    return copy
