"""Serving a record on this machine: a socket on the loopback interface, and the link that opens it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import uvicorn

from dragoman.config import Settings, load_settings
from dragoman.errors import DragomanError
from dragoman.store import open_store
from dragoman.web.app.routes import app
from dragoman.web.app.safety import keys

HOST = "127.0.0.1"

READ_AHEAD, PIECE = 4 * 1024**3, 2 * 1024**2
"""Bytes of a record that are read ahead, and how many at once: Linux takes 2 MiB a request."""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is ready: the link that opens it once."""

    link: str
    port: int


def serve(
    record: Path,
    *,
    port: int = 0,
    settings: Settings | None = None,
    ready: Callable[[Served], None] = lambda _served: None,
) -> None:
    """Serves the record until interrupted; calls `ready` when the link works.

    Port 0 takes a free one. Raises `RecordError` where the record can't be read and `DragomanError`
    where the port is taken.
    """
    chosen = settings or load_settings()
    open_store(record, write=False, settings=chosen).close()
    with _listening(port) as listening:
        number = int(listening.getsockname()[1])
        secrets = keys(HOST, number)
        served = Served(f"http://{HOST}:{number}/?token={secrets.launch}", number)
        config = uvicorn.Config(
            app(record, chosen, secrets),
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        Thread(target=_warm, args=(record,), daemon=True).start()
        ready(served)
        uvicorn.Server(config).run(sockets=[listening])


def _warm(record: Path) -> None:
    """Has the system read the record ahead, so that the first pages don't wait for the disk for each of
    ten thousand places. What there is no room for, it leaves."""
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError), record.open("rb") as file:
        for start in range(0, min(record.stat().st_size, READ_AHEAD), PIECE):
            os.posix_fadvise(file.fileno(), start, PIECE, os.POSIX_FADV_WILLNEED)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """A socket on the loopback interface, which no other machine can reach."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        raise DragomanError(
            f"port {port} can't be used ({error.strerror}); name another with --port, or 0 for any"
        ) from error
    with listening:
        yield listening
