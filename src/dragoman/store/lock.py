"""One writer at a time: an advisory lock beside the record that says who holds it.

The lock is `flock` on `<record>.lock`; the kernel drops it when the holder ends, however it ends.
The file is removed while the lock is held, so a waiter checks that what it locked still has the name.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from weakref import WeakSet

from dragoman.errors import DiskFull, RecordError, RecordLocked

_POLL = 0.05
"""Seconds between two tries."""


class WriterLock:
    """A held lock; `release` it, or end the process."""

    def __init__(self, path: Path, fd: int) -> None:
        self.path = path
        self._fd: int | None = fd
        _HELD.add(self)

    def release(self) -> None:
        """Give the lock up. Nothing happens when it was given up before."""
        if self._fd is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()
            self.disown()

    def disown(self) -> None:
        """Close this process's handle; in a forked child the parent's lock stays."""
        if self._fd is not None:
            fd, self._fd = self._fd, None
            os.close(fd)

    def __del__(self) -> None:
        """A store that was dropped without being closed must not lock its own process out."""
        with contextlib.suppress(Exception):
            self.release()


_HELD: WeakSet[WriterLock] = WeakSet()


def _after_fork() -> None:
    for lock in list(_HELD):
        lock.disown()


os.register_at_fork(after_in_child=_after_fork)


def lock_path(record: Path) -> Path:
    """Where the lock of `record` lies."""
    return record.with_name(record.name + ".lock")


def acquire(record: Path, seconds: float) -> WriterLock:
    """Lock `record` for writing, waiting at most `seconds`.

    Raises `RecordLocked`, which names the holder, and `RecordError` where no lock can be made.
    """
    path = lock_path(record)
    deadline = time.monotonic() + seconds
    while True:
        fd = _try(path)
        if fd is not None:
            _sign(fd)
            return WriterLock(path, fd)
        if time.monotonic() >= deadline:
            raise RecordLocked(_held_message(record, path, seconds))
        time.sleep(_POLL)


def _try(path: Path) -> int | None:
    """A handle with the lock, or None while another holds it."""
    fd = _open(path)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _same_file(fd, path):
            return fd
    except BlockingIOError:
        pass
    except OSError as error:
        os.close(fd)
        raise RecordError(f"{path}: can't be locked ({error.strerror}); {_ELSEWHERE}") from error
    os.close(fd)
    return None


_ELSEWHERE = "put the record on a local disk, in a folder that you may write to"


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                f"{path}: no space is left on its disk; free some and try again"
            ) from error
        raise RecordError(
            f"{path}: the lock beside the record can't be made ({error.strerror}); {_ELSEWHERE}"
        ) from error


def _same_file(fd: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def _sign(fd: int) -> None:
    """Write who holds the lock. A full disk must not matter: the lock itself needs no space."""
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "command": " ".join([Path(sys.argv[0] or "python").name, *sys.argv[1:]])[:200],
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    with contextlib.suppress(OSError):
        os.ftruncate(fd, 0)
        os.pwrite(fd, json.dumps(holder).encode(), 0)


def _held_message(record: Path, path: Path, seconds: float) -> str:
    return (
        f"{record}: {_holder(path)} is writing it; waited {seconds:g} s. "
        "Try again when it has ended, or wait longer (setting lock_seconds)"
    )


def _holder(path: Path) -> str:
    try:
        data = json.loads(path.read_bytes())
        return (
            f"{data['command']!r} (process {data['pid']} on {data['host']}, since {data['since']})"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
