"""Opening: what is a record and what is not, readers beside a writer, disks without room or rights."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from dragoman.config import Settings
from dragoman.errors import (
    DiskFull,
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordLocked,
    UsageError,
)
from dragoman.store import Added, Entry, Store, check_record, open_store, sqlite_checks
from dragoman.store import connection as sqlite
from dragoman.store.migrations import newest
from dragoman.store.schema import APPLICATION_ID
from dragoman.types import Article, Origin, Timex
from tests.store.objects import article, entry, generated, whole_analysis


def filled(path: Path, number: int = 3) -> Path:
    with open_store(path, write=True) as store:
        store.add([entry(generated(n)) for n in range(number)])
    return path


def beside(path: Path) -> set[str]:
    return {p.name for p in path.parent.iterdir()}


def test_a_new_record(tmp_path: Path) -> None:
    path = tmp_path / "odd ?#% ü.db"
    with open_store(path, write=True) as store:
        assert store.count(Article) == 0 and store.count(Origin) == 0
    data = path.read_bytes()
    assert data[68:72] == b"DRGM" == APPLICATION_ID.to_bytes(4, "big")
    assert int.from_bytes(data[60:64], "big") == newest()
    assert beside(path) == {path.name}
    with open_store(str(path), write=False) as store:
        assert list(store.articles()) == []
    assert beside(path) == {path.name}


def test_how_it_is_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", write=True) as store:
        connection = store._connection
        assert connection.pragma("journal_mode") == "wal"
        assert connection.pragma("synchronous") == 2
        assert connection.pragma("foreign_keys") == 1
        assert connection.pragma("trusted_schema") == 0


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with pytest.raises(RecordError, match="no such file"):
        open_store(path, write=False)
    assert filled(path).stat().st_size > 0


def test_a_record_whose_making_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.close()
    assert path.stat().st_size > 0
    with pytest.raises(RecordError, match="holds nothing"):
        open_store(path, write=False)
    filled(path)


def test_reading_never_creates(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"none\.db: there is no such file"):
        open_store(tmp_path / "none.db", write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [True, False])
def test_what_is_no_record_is_left_alone(tmp_path: Path, write: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("This is a text, not a database. " * 10)
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.executescript("CREATE TABLE t (x); PRAGMA user_version = 1;")
    waled = tmp_path / "waled.db"
    with contextlib.closing(sqlite3.connect(waled)) as connection:
        connection.executescript("PRAGMA journal_mode = wal; CREATE TABLE t (x);")
    before = {p: p.read_bytes() for p in tmp_path.iterdir()}
    for path in (text, other, waled):
        with pytest.raises(NotARecord, match="not a Dragoman record"):
            open_store(path, write=write)
    with pytest.raises(NotARecord, match="folder"):
        open_store(tmp_path, write=write)
    assert {p: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="No such file or directory"):
        open_store(tmp_path / "no" / "record.db", write=True)


def test_a_reading_store_does_not_write(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db")
    with open_store(path, write=False) as store:
        with pytest.raises(UsageError, match="write=True"):
            store.add([entry(article("x"))])
        with pytest.raises(UsageError, match="write=True"), store.transaction():
            pass
        with pytest.raises(apsw.ReadOnlyError):
            store._connection.execute("DELETE FROM article")


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(filled(tmp_path / "record.db"), write=False)
    store.close()
    store.close()
    with pytest.raises(UsageError, match="closed"):
        store.count(Article)


# ---------------------------------------------------------------- readers beside a writer


def test_a_reader_sees_what_is_committed_while_a_writer_writes(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db", 1)
    with open_store(path, write=True) as writer, open_store(path, write=False) as reader:
        with writer.transaction():
            writer.add([entry(generated(7))])
            assert (writer.count(Article), reader.count(Article)) == (2, 1)
        assert reader.count(Article) == 2
        with reader.snapshot():
            assert reader.count(Article) == 2
            writer.add([entry(generated(8))])
            assert reader.count(Article) == 2
        assert reader.count(Article) == 3
        stream = reader.articles()
        next(stream)
        writer.add([entry(generated(n)) for n in range(20, 40)])
        assert len(list(stream)) == 2
        assert writer.count(Article) == 23


def test_a_reader_of_a_record_that_a_killed_writer_left(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    writer = open_store(path, write=True)
    writer.add([entry(generated(1))])
    left = tmp_path / "left.db"
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{left}{suffix}")
    writer.close()
    assert Path(f"{left}-wal").stat().st_size > 0
    with open_store(left, write=False) as reader:
        assert reader.count(Article) == 1
        assert reader.check().problems == ()


# ---------------------------------------------------------------- disks


def test_a_full_disk_keeps_what_was_acknowledged_and_the_run_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        store.add([entry(generated(n)) for n in range(10)])
        pages = int(store._connection.pragma("page_count"))
        store._connection.pragma("max_page_count", pages + 20)
        with pytest.raises(DiskFull, match="run the same command again"):
            store.add([entry(generated(n, words=800)) for n in range(10, 200)])
        assert store.count(Article) == 10
    with open_store(path, write=True) as store:
        assert store.check().problems == ()
        entries = [entry(generated(n, words=800)) for n in range(200)]
        assert store.add(entries[10:]) == Added(added=190)


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small file system needs rights that this user has not")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        path = disk / "record.db"
        added = 0
        with open_store(path, write=True) as store, pytest.raises(DiskFull):
            for n in range(0, 10_000, 20):
                added += store.add([entry(generated(i, words=400)) for i in range(n, n + 20)]).added
        assert added > 0
        with open_store(path, write=False) as store:
            assert store.count(Article) == added
            assert store.check().problems == ()
        subprocess.run(["mount", "-o", "remount,size=16m", str(disk)], check=True)
        with open_store(path, write=True) as store:
            again = store.add([entry(generated(i, words=400)) for i in range(added + 20)])
            assert (again.added, again.known) == (20, added)


def test_a_disk_too_full_for_a_record(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        (disk / "filler").write_bytes(b"x" * 60_000)
        with pytest.raises(DiskFull):
            open_store(disk / "record.db", write=True)
        assert not (disk / "record.db.lock").exists()


def test_a_disk_that_can_only_be_read(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        path = filled(disk / "record.db")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with open_store(path, write=False) as store:
            assert store.count(Article) == 3
            found = store.check()
            assert found.problems == () and found.notes
        with pytest.raises(RecordError, match="Read-only file system"):
            open_store(path, write=True)


def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = filled(tmp_path / "in" / "record.db")
    path.parent.chmod(0o500)
    try:
        if os.access(path.parent, os.W_OK):
            pytest.skip("this user may write anywhere")
        with open_store(path, write=False) as store:
            assert store.count(Article) == 3
        with pytest.raises(RecordError, match="Permission denied"):
            open_store(path, write=True)
    finally:
        path.parent.chmod(0o700)


def test_a_file_without_read_permission(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read anything")
    for write in (True, False):
        with pytest.raises(RecordError, match="check its permissions"):
            open_store(path, write=write)


def test_a_file_without_write_permission(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db")
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write anything")
    with open_store(path, write=False) as store:
        assert store.count(Article) == 3
    with pytest.raises(RecordError, match="permissions"):
        open_store(path, write=True)


def test_errors_of_the_disk_become_ours(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    for error, ours in [
        (apsw.FullError("x"), DiskFull),
        (apsw.BusyError("x"), RecordLocked),
        (apsw.CorruptError("x"), RecordDamaged),
        (apsw.NotADBError("x"), RecordDamaged),
        (apsw.IOError("x"), RecordError),
        (apsw.ReadOnlyError("x"), RecordError),
        (apsw.CantOpenError("x"), RecordError),
    ]:
        with pytest.raises(ours, match=r"record\.db"), sqlite.guard(path):
            raise error
    with pytest.raises(RecordError, match="does not exist"), sqlite.guard(tmp_path / "no" / "r.db"):
        raise apsw.CantOpenError("x")


# ---------------------------------------------------------------- damage


def test_a_damaged_header(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db")
    data = bytearray(path.read_bytes())
    path.write_bytes(data[:50])
    for write in (True, False):
        with pytest.raises(RecordDamaged):
            open_store(path, write=write)
    data[100:4096] = os.urandom(3996)
    path.write_bytes(data)
    with pytest.raises(RecordDamaged, match="damaged"), open_store(path, write=False) as store:
        list(store.articles())


def test_damaged_pages_are_found_by_check_and_end_no_reading_in_a_traceback(tmp_path: Path) -> None:
    path = filled(tmp_path / "record.db", 200)
    data = bytearray(path.read_bytes())
    for page in range(5, len(data) // 4096, 7):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(data)
    with open_store(path, write=False) as store:
        assert store.check().problems
        with pytest.raises(RecordDamaged):
            for cls in (Article, Origin):
                store.count(cls)
            list(store.articles())
            store.search("report")


def test_rows_that_we_did_not_write(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        store.add([entry(whole_analysis())])
        store._connection.execute("UPDATE article SET data = '{}'")
        store._connection.execute("UPDATE timex SET data = '[1'")
        store._connection.execute("UPDATE maker SET data = '3'")
        with pytest.raises(RecordDamaged, match="an article can't be decoded"):
            list(store.articles())
        with pytest.raises(RecordDamaged, match="a row of timex"):
            list(store.facts(Timex))
        store._connection.execute("UPDATE quotation SET data = '{}'")
        with pytest.raises(RecordDamaged, match="a row of quotation"):
            store.search("rebuild")
        with pytest.raises(RecordDamaged, match="a maker"):
            list(store.makers())


def test_check_names_what_it_finds(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add([entry(whole_analysis())])
        found = store.check()
        assert (found.problems, found.schema, found.articles, found.fts5) == ((), newest(), 1, True)
        assert found.size > 4096 and found.sqlite == apsw.sqlite_lib_version()
        connection = store._connection
        connection.execute("INSERT INTO article_fts (article_fts) VALUES ('delete-all')")
        connection.pragma("foreign_keys", 0)
        connection.execute("INSERT INTO dropped VALUES (99, 'timex', 'x', 1)")
        connection.execute("DELETE FROM source")
        text = " ".join(store.check().problems)
    assert "search index of article" in text
    assert "dropped" in text
    assert "no source" in text


def test_findings_for_doctor(tmp_path: Path) -> None:
    assert all(good for _, good, _ in sqlite_checks())
    with open_store(filled(tmp_path / "record.db"), write=False) as store:
        findings = check_record(store)
    assert all(good for _, good, _ in findings)
    assert "3 articles" in findings[0][2]


# ---------------------------------------------------------------- killed while writing

MANY = 1000

WRITER = """
import sys
sys.path[:0] = {path!r}
from tests.store.objects import entry, generated
from dragoman.store import open_store
with open_store(sys.argv[1], write=True) as store:
    for start in range(0, {many}, 5):
        batch = [entry(generated(n, facts=10), keys=(("a", str(n % 9)),)) for n in range(start, start + 5)]
        if store.add(batch).added:
            print(start + 5, flush=True)
"""


def kill_while_writing(record: Path, batches: int, seconds: float) -> int:
    """Starts a writer and kills it `seconds` after so many acknowledged batches.

    Answers with the articles that were acknowledged.
    """
    code = WRITER.format(path=[p for p in sys.path if p], many=MANY)
    command = [sys.executable, "-c", code, str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = 0
        for number, line in enumerate(process.stdout, 1):
            acknowledged = int(line)
            if number == batches:
                threading.Timer(seconds, process.kill).start()
    return acknowledged


def some() -> list[Entry]:
    return [entry(generated(n, facts=10), keys=(("a", str(n % 9)),)) for n in range(MANY)]


def test_a_killed_writer_loses_nothing_acknowledged_and_leaves_no_half_article(
    tmp_path: Path,
) -> None:
    record, rng = tmp_path / "record.db", random.Random(3)
    for _ in range(10):
        acknowledged = kill_while_writing(record, rng.randrange(1, 10), rng.random() / 20)
        with open_store(record, write=False) as store:
            kept = {a.source_id for a in store.articles()}
            assert kept >= {f"{n:06}.txt" for n in range(acknowledged)}
            assert len(kept) % 5 == 0
            assert all(len(a.entity_mentions) == 10 for a in store.analyses())
            assert len([k for n in range(9) for k in store.members("a", str(n))]) == len(kept)
    with open_store(record, write=True, settings=Settings(lock_seconds=0.1)) as store:
        assert store.check().problems == ()
        assert store.add(some()).added == MANY - len(kept)
        disturbed = digest(store)
    with open_store(tmp_path / "whole.db", write=True) as store:
        store.add(some())
        assert digest(store) == disturbed


def digest(store: Store) -> str:
    lines = [repr(a) for a in store.analyses()] + [
        repr(store.members("a", str(n))) for n in range(9)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
