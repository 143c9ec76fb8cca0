"""Is the record whole: SQLite's own checks, references, full-text indexes, versions."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import apsw

from dragoman.store.connection import one, select
from dragoman.store.entries import Check
from dragoman.store.layers import BY_NAME

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can damage a write-ahead log that two connections reset at once
(https://sqlite.org/wal.html#walresetbug)."""

_SHOWN = 5
_INDEXES = ("article", *(name for name, layer in BY_NAME.items() if layer.pieces))


def check(connection: apsw.Connection, path: Path) -> Check:
    """Look at everything; finds are listed, not raised. Reads the whole file."""
    problems: list[str] = []
    notes: list[str] = []
    problems += _sqlite()
    for step in (_pages, _references, _sources):
        with _damage(problems):
            problems += step(connection)
    with _damage(problems):
        _full_text(connection, problems, notes)
    return Check(
        problems=tuple(problems),
        notes=tuple(notes),
        schema=_number(connection, "PRAGMA user_version"),
        sqlite=apsw.sqlite_lib_version(),
        fts5="ENABLE_FTS5" in apsw.compile_options,
        articles=_number(connection, "SELECT count(*) FROM article"),
        size=_size(path),
    )


def _number(connection: apsw.Connection, sql: str) -> int:
    with contextlib.suppress(apsw.Error):
        return int(one(connection, sql))
    return -1


@contextlib.contextmanager
def _damage(problems: list[str]) -> Iterator[None]:
    """SQLite may refuse to read a damaged page: that is a find like others."""
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, apsw.SQLError) as error:
        problems.append(f"the file is damaged: {error}")


def _sqlite() -> list[str]:
    version = apsw.sqlite_lib_version()
    if tuple(int(part) for part in version.split(".")[:3]) >= OLDEST_SQLITE:
        return []
    oldest = ".".join(map(str, OLDEST_SQLITE))
    return [f"SQLite {version} is older than {oldest}, which mends a fault; upgrade apsw"]


def _pages(connection: apsw.Connection) -> list[str]:
    rows = select(connection, f"PRAGMA quick_check({_SHOWN})")
    return [f"quick_check: {row[0]}" for row in rows if row[0] != "ok"]


def _references(connection: apsw.Connection) -> list[str]:
    rows = list(select(connection, "PRAGMA foreign_key_check"))
    return [f"a row of {row[0]} points at no row of {row[2]}" for row in rows[:_SHOWN]]


def _sources(connection: apsw.Connection) -> list[str]:
    """Every article was read somewhere."""
    sql = (
        "SELECT id FROM article a WHERE NOT EXISTS"
        " (SELECT 1 FROM source s WHERE s.article = a.rowid) LIMIT ?"
    )
    rows = select(connection, sql, _SHOWN)
    return [f"article {row[0]} has no source" for row in rows]


def _full_text(connection: apsw.Connection, problems: list[str], notes: list[str]) -> None:
    """Each index against its table. SQLite counts this as writing, although nothing changes."""
    query_only = connection.pragma("query_only")
    try:
        connection.pragma("query_only", 0)
        for table in _INDEXES:
            _index(connection, table, problems, notes)
    finally:
        connection.pragma("query_only", query_only)


def _index(connection: apsw.Connection, table: str, problems: list[str], notes: list[str]) -> None:
    try:
        sql = f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)"
        connection.execute(sql)
    except apsw.CorruptError:
        problems.append(f"the search index of {table} does not agree with the record")
    except (apsw.BusyError, apsw.ReadOnlyError):
        notes.append(f"search index of {table} not compared: the record can't be locked for it now")


def _size(path: Path) -> int:
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


# ---------------------------------------------------------------- as findings, for `doctor`


def sqlite_checks() -> list[tuple[str, bool, str]]:
    """(name, good, finding) on the SQLite that this program carries."""
    problems = _sqlite()
    finding = problems[0] if problems else apsw.sqlite_lib_version()
    options = "ENABLE_FTS5" in apsw.compile_options
    search = "there" if options else "missing: install apsw from PyPI, which has it"
    return [("SQLite", not problems, finding), ("FTS5", options, search)]


def findings(found: Check) -> list[tuple[str, bool, str]]:
    """(name, good, finding) on one record."""
    size = f"{found.articles} articles, {found.size / 2**20:.1f} MiB, schema {found.schema}"
    return [
        ("record", True, size),
        *(("integrity", False, problem) for problem in found.problems),
        *([] if found.problems else [("integrity", True, "whole")]),
        *(("integrity", True, note) for note in found.notes),
    ]
