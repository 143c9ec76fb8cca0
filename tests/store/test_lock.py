"""One writer: the second waits, then names the first; a killed one holds nothing."""

from __future__ import annotations

import errno
import gc
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dragoman.config import Settings
from dragoman.errors import DiskFull, RecordError, RecordLocked
from dragoman.store import open_store
from dragoman.store.lock import acquire, lock_path
from dragoman.types import Article
from tests.store.objects import entry, generated

SHORT = Settings(lock_seconds=0.2)

HOLDER = """
import sys
sys.path[:0] = {path!r}
from dragoman.store import open_store
store = open_store(sys.argv[1], write=True)
print("held", flush=True)
sys.stdin.read()
"""


def holder(record: Path) -> subprocess.Popen[str]:
    """Another process that holds the record until its standard input ends."""
    code = HOLDER.format(path=[p for p in sys.path if p])
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(record)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_writer_waits_then_names_the_holder(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    process = holder(record)
    try:
        started = time.monotonic()
        with pytest.raises(RecordLocked) as caught:
            open_store(record, write=True, settings=SHORT)
        assert 0.2 <= time.monotonic() - started < 20
        message = str(caught.value)
        assert f"process {process.pid} on " in message
        assert "since 2" in message and "waited 0.2 s" in message and str(record) in message
        assert caught.value.exit_code == 4
        with open_store(record, write=False) as reader:
            assert reader.count(Article) == 0
    finally:
        end(process)


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    end(holder(record))
    assert lock_path(record).exists()
    with open_store(record, write=True, settings=SHORT) as store:
        store.add([entry(generated(1))])
        assert json.loads(lock_path(record).read_text())["pid"] == os.getpid()
    assert not lock_path(record).exists()


def test_a_waiting_writer_goes_on_when_the_first_ends(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    first = open_store(record, write=True)
    threading.Timer(0.3, first.close).start()
    with open_store(record, write=True, settings=Settings(lock_seconds=20)) as second:
        second.add([entry(generated(1))])


def test_two_writers_in_one_process(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    with (
        open_store(record, write=True),
        pytest.raises(RecordLocked, match=f"process {os.getpid()}"),
    ):
        open_store(record, write=True, settings=SHORT)


def test_a_lock_that_says_nothing(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    held = acquire(record, 1)
    for text in ("", "{", "[]", "{}", "\xff"):
        lock_path(record).write_text(text)
        with pytest.raises(RecordLocked, match="another process"):
            acquire(record, 0.01)
    held.release()
    held.release()
    acquire(record, 0.01).release()


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EROFS, RecordError)]
)
def test_where_no_lock_can_be_made(
    number: int, error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(error, match=r"record\.db\.lock"):
        acquire(tmp_path / "record.db", 0)


def test_a_failed_opening_gives_the_lock_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.store import migrations

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    record = tmp_path / "record.db"
    monkeypatch.setattr(migrations, "migrate", broken)
    with pytest.raises(KeyboardInterrupt):
        open_store(record, write=True)
    monkeypatch.undo()
    open_store(record, write=True, settings=SHORT).close()


def test_a_store_that_was_never_closed_does_not_lock_its_own_process_out(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    open_store(record, write=True).add([entry(generated(1))])
    gc.collect()
    with open_store(record, write=True, settings=SHORT) as store:
        assert store.count(Article) == 1


def test_many_at_once_never_hold_it_together(tmp_path: Path) -> None:
    record, inside, most = tmp_path / "record.db", [0], [0]

    def work() -> None:
        for _ in range(20):
            held = acquire(record, 60)
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(0.0005)
            inside[0] -= 1
            held.release()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert not lock_path(record).exists()


def _sleep() -> None:
    time.sleep(30)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_does_not_keep_the_lock(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    held = acquire(record, 1)
    child = multiprocessing.get_context("fork").Process(target=_sleep)
    child.start()
    try:
        os.close(held._fd or -1)  # what the kernel does when the parent is killed
        held._fd = None
        acquire(record, 2).release()
    finally:
        child.kill()
        child.join()


def test_another_sqlite_program_that_writes_is_waited_for_and_reported(tmp_path: Path) -> None:
    import apsw

    record = tmp_path / "record.db"
    with open_store(record, write=True, settings=SHORT) as store:
        other = apsw.Connection(str(record))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordLocked, match="another program"):
            store.add([entry(generated(1))])
        other.execute("ROLLBACK")
        other.close()
        assert store.add([entry(generated(1))]).added == 1
