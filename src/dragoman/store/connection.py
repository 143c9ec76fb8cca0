"""Opening a record with SQLite (apsw), transactions, and SQLite's errors in our words."""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeAlias

import apsw

from dragoman.errors import (
    DiskFull,
    DragomanError,
    NewerRecord,
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordLocked,
    UsageError,
)
from dragoman.store.schema import APPLICATION_ID

Mode: TypeAlias = Literal["write", "read", "readonly", "immutable"]

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_READ_FLAGS = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_WRITE_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


# ---------------------------------------------------------------- what kind of file is it


def schema_version(path: Path, newest: int) -> int | None:
    """The schema number of the record at `path`: None for no or an empty file, 0 for an empty record.

    Nothing is written. Raises `NotARecord`, `NewerRecord` (above `newest`), `RecordDamaged`.
    """
    header = _header(path)
    if header is None:
        return None
    with guard(path):
        application, version = _numbers(path, header)
    if application != APPLICATION_ID:
        raise NotARecord(f"{path}: is an SQLite file of another program, {_NAME_ANOTHER}")
    if version > newest:
        raise NewerRecord(
            f"{path}: was written by a newer Dragoman (schema {version}, this one knows up to "
            f"{newest}) and is left as it is; upgrade Dragoman to use it"
        )
    return version


_NAME_ANOTHER = "not a Dragoman record; name another file"


def _header(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise NotARecord(f"{path}: is a folder, {_NAME_ANOTHER}") from None
    except OSError as error:
        raise RecordError(
            f"{path}: can't be read ({error.strerror}); check its permissions"
        ) from error
    if header and not header.startswith(_MAGIC):
        raise NotARecord(f"{path}: is not an SQLite file, so {_NAME_ANOTHER}")
    return header or None


def _numbers(path: Path, header: bytes) -> tuple[int, int]:
    """Application id and schema number; an SQLite file that holds nothing counts as an empty record."""
    log = _beside(path, "-wal")
    logged = log.exists() and log.stat().st_size > 0
    if not logged and len(header) == _HEADER and _unsigned(header, 68) == APPLICATION_ID:
        return APPLICATION_ID, _unsigned(header, 60)
    connection = connect(path, "readonly" if logged else "immutable")
    try:
        application, version = (
            int(connection.pragma(name)) for name in ("application_id", "user_version")
        )
        empty = not application and not list(connection.execute("SELECT 1 FROM sqlite_schema"))
    finally:
        connection.close()
    return (APPLICATION_ID, 0) if empty else (application, version)


def _unsigned(header: bytes, offset: int) -> int:
    return int(struct.unpack_from(">I", header, offset)[0])


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


# ---------------------------------------------------------------- opening


def connect(path: Path, mode: Mode) -> apsw.Connection:
    """A connection that is not set up yet. 'immutable' reads a file that nobody changes."""
    query = {"write": "", "read": "", "readonly": "", "immutable": "?immutable=1"}[mode]
    flags = {
        "write": _WRITE_FLAGS | apsw.SQLITE_OPEN_CREATE,
        "read": _WRITE_FLAGS,
        "readonly": _READ_FLAGS,
        "immutable": _READ_FLAGS,
    }[mode]
    return apsw.Connection(path.absolute().as_uri() + query, flags=flags)


def open_writer(path: Path, busy_seconds: float) -> apsw.Connection:
    """A connection that writes: write-ahead log, synced at every commit, foreign keys on."""
    connection = connect(path, "write")
    if connection.readonly("main"):
        connection.close()
        raise RecordError(f"{path}: can't be written; check the permissions of the file")
    _harden(connection, busy_seconds)
    if connection.pragma("journal_mode", "wal") != "wal":
        raise RecordError(
            f"{path}: its file system can't hold a write-ahead log; put it on a local disk"
        )
    for name, value in _WRITER:
        connection.pragma(name, value)
    return connection


_WRITER = (
    ("synchronous", "FULL"),  # what was acknowledged outlives a power cut too
    ("foreign_keys", 1),
    ("cache_size", -65536),  # KiB
    ("wal_autocheckpoint", 8192),  # pages: 32 MiB
    ("journal_size_limit", 67108864),
)


def open_reader(path: Path, busy_seconds: float) -> apsw.Connection:
    """A connection that only reads, while another process may write.

    The plain kind needs write access to the folder (SQLite's shared index of the log). Where there
    is none, a record at rest is read as it lies.
    """
    log = _beside(path, "-wal")
    modes: tuple[Mode, ...] = ("read", "readonly")
    if not (log.exists() and log.stat().st_size > 0):
        modes = ("read", "readonly", "immutable")
    for mode in modes[:-1]:
        with contextlib.suppress(apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
            return _reader(path, mode, busy_seconds)
    return _reader(path, modes[-1], busy_seconds)


def _reader(path: Path, mode: Mode, busy_seconds: float) -> apsw.Connection:
    connection = connect(path, mode)
    try:
        _harden(connection, busy_seconds)
        connection.pragma("query_only", 1)
        connection.pragma("cache_size", -32768)
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _harden(connection: apsw.Connection, busy_seconds: float) -> None:
    """A record may come from a stranger: nothing in its schema is trusted."""
    connection.set_busy_timeout(int(busy_seconds * 1000))
    connection.pragma("trusted_schema", 0)
    for option in (apsw.SQLITE_DBCONFIG_DQS_DML, apsw.SQLITE_DBCONFIG_DQS_DDL):
        connection.config(option, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


# ---------------------------------------------------------------- asking


def one(connection: apsw.Connection, sql: str, *values: Any) -> Any:
    """The first column of the first row, or None."""
    row = connection.execute(sql, values).fetchone()
    return None if row is None else row[0]


def select(connection: apsw.Connection, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, one after the other."""
    return iter(connection.execute(sql, values))


_STEPS = 5_000
"""Steps of SQLite's machine between two looks at the clock: below a millisecond."""


def limit_statements(connection: apsw.Connection, seconds: float) -> None:
    """Break off, from now on, every statement that takes longer."""
    deadline = [time.monotonic() + seconds]

    def begun(_cursor: object, _sql: str, _bound: object) -> bool:
        deadline[0] = time.monotonic() + seconds
        return True

    connection.exec_trace = begun
    connection.set_progress_handler(
        lambda: time.monotonic() > deadline[0], _STEPS, id=limit_statements
    )


# ---------------------------------------------------------------- transactions and errors


@contextlib.contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All or nothing; inside another one it is part of it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: apsw.Connection) -> None:
    """End the transaction, unless a full disk did."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


@contextlib.contextmanager
def snapshot(connection: apsw.Connection) -> Iterator[None]:
    """All reads inside see one state of the record, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        _roll_back(connection)


@contextlib.contextmanager
def guard(path: Path, connection: apsw.Connection | None = None) -> Iterator[None]:
    """Turn SQLite's errors about the record at `path` into ours."""
    try:
        yield
    except apsw.Error as error:
        raise _translated(path, error, connection) from error


def _translated(path: Path, error: apsw.Error, connection: apsw.Connection | None) -> DragomanError:
    if isinstance(error, apsw.FullError) or _out_of_space(error, connection):
        return DiskFull(
            f"{path}: no space is left on its disk; what was written before is safe. "
            "Free some space and run the same command again: it goes on where it stopped"
        )
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return RecordLocked(f"{path}: another program is writing it; try again when it has ended")
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return RecordDamaged(
            f"{path}: is damaged ({error}); restore it from a copy, or read the inputs into a new one"
        )
    if isinstance(error, apsw.ConnectionClosedError):
        return UsageError(f"{path}: the record is closed; open it again")
    return RecordError(f"{path}: can't be used ({error}); {_advice(path, error)}")


def _out_of_space(error: apsw.Error, connection: apsw.Connection | None) -> bool:
    if connection is None or not isinstance(error, apsw.IOError):
        return False
    try:
        return connection.system_errno in _NO_SPACE
    except apsw.Error:
        return False


def _advice(path: Path, error: apsw.Error) -> str:
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError | apsw.CantOpenError):
        if not path.parent.is_dir():
            return f"its folder {path.parent} does not exist: create it or name another"
        if not os.access(path.parent, os.W_OK):
            return f"its folder {path.parent} can't be written to: copy the record elsewhere"
        return "check the permissions of the file and of its folder"
    return "check the disk with the system's tools, and the record with `dragoman doctor`"
