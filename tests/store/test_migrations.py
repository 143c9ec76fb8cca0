"""Upgrades of the schema: a copy first, all or nothing, and newer records left alone."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from dragoman.errors import DiskFull, NewerRecord, RecordDamaged, RecordError
from dragoman.store import migrations, open_store
from dragoman.store.migrations import MIGRATIONS, Migration
from dragoman.types import Article, Identity, Linked
from tests.store.objects import entry, generated

NOW = migrations.newest()
"""The schema of a record that is made now."""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        store.add([entry(generated(n)) for n in range(3)])
    return path


def upgrade(monkeypatch: pytest.MonkeyPatch, *steps: Migration) -> None:
    """From now on the program knows these steps after the real ones."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, *steps))


def add_column(connection: apsw.Connection) -> None:
    connection.execute(
        "ALTER TABLE article ADD COLUMN extra TEXT; UPDATE article SET extra = 'new'"
    )


def rebuild(connection: apsw.Connection) -> None:
    connection.execute(
        "CREATE TABLE maker2 (rowid INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, data TEXT NOT NULL);"
        "INSERT INTO maker2 SELECT * FROM maker; DROP TABLE maker; ALTER TABLE maker2 RENAME TO maker"
    )


def break_off(connection: apsw.Connection) -> None:
    add_column(connection)
    raise KeyboardInterrupt


def point_at_nothing(connection: apsw.Connection) -> None:
    connection.execute("DELETE FROM maker")


def test_the_steps_are_numbered_without_gaps() -> None:
    assert [m.version for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
    assert migrations.newest() == len(MIGRATIONS)


def test_an_older_record_is_upgraded_and_a_copy_kept(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(
        monkeypatch,
        Migration(version=NOW + 1, name="extra", apply=add_column),
        Migration(version=NOW + 2, name="rebuild", apply=rebuild),
    )
    with pytest.raises(RecordError, match=r"older Dragoman.*keeps a copy"):
        open_store(record, write=False)
    with open_store(record, write=True) as store:
        assert store.count(Article) == 3
        assert store.check().schema == NOW + 2 and store.check().problems == ()
        assert store._connection.pragma("foreign_keys") == 1
        assert store._connection.execute("SELECT DISTINCT extra FROM article").get == "new"
    copy = record.with_name(f"record.db.v{NOW}.bak")
    assert {p.name for p in record.parent.iterdir()} == {"record.db", copy.name}
    with open_store(record, write=True):
        pass
    monkeypatch.undo()
    with open_store(copy, write=True) as store:
        assert store.count(Article) == 3 and store.check().schema == NOW
    with pytest.raises(NewerRecord):
        open_store(record, write=True)


@pytest.mark.parametrize(
    ("step", "error"), [(break_off, KeyboardInterrupt), (point_at_nothing, RecordDamaged)]
)
def test_a_step_that_fails_leaves_the_record_as_it_was(
    step: object, error: type[BaseException], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(monkeypatch, Migration(version=NOW + 1, name="fails", apply=step))  # type: ignore[arg-type]
    for _ in range(2):
        with pytest.raises(error):
            open_store(record, write=True)
    monkeypatch.undo()
    with open_store(record, write=True) as store:
        assert store.count(Article) == 3
        assert store.check().schema == NOW and store.check().problems == ()


def test_no_room_for_the_copy(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade(monkeypatch, Migration(version=NOW + 1, name="extra", apply=add_column))

    def full(*_: object) -> None:
        raise apsw.FullError("database or disk is full")

    monkeypatch.setattr(migrations, "_back_up", full)
    with pytest.raises(DiskFull):
        open_store(record, write=True)
    monkeypatch.undo()
    with open_store(record, write=False) as store:
        assert store.check().schema == NOW


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("logged", [True, False])
def test_a_newer_record_is_refused_untouched(record: Path, write: bool, logged: bool) -> None:
    connection = apsw.Connection(str(record))
    if logged:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.pragma("user_version", 99)
    connection.close()
    before = {
        p.name: p.read_bytes() for p in record.parent.iterdir() if not p.name.endswith("-shm")
    }
    assert ("record.db-wal" in before) == logged
    with pytest.raises(NewerRecord, match=rf"schema 99, this one knows up to {NOW}"):
        open_store(record, write=write)
    after = {p.name: p.read_bytes() for p in record.parent.iterdir() if not p.name.endswith("-shm")}
    assert after == before


def test_affairs_of_a_record_without_identities_are_joined_again(record: Path) -> None:
    with open_store(record, write=True) as store:
        member = next(store.articles()).id
        store.put_linked("story", "k", Linked(membership=((member, "aff-0"),)))
    connection = apsw.Connection(str(record))
    connection.execute("DROP TABLE identity")
    connection.pragma("user_version", 6)
    connection.close()
    with open_store(record, write=True) as store:
        assert list(store.facts(Identity)) == [] and store.check().problems == ()
        assert list(store.dirty("affair")) == ["aff-0"]
