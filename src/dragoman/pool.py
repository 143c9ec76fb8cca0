"""Worker processes that can be ended: order kept, memory and time bounded for each item.

A worker is a fresh interpreter, so a program that uses `Pool` needs no main guard and hands its
workers no open files. One item is out at each worker at a time; an
item that takes too long or too much memory costs its worker, which is replaced, and comes back as
a `Failure` in its place. POSIX only.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

WINDOW = 8
"""Items in flight or waiting for an earlier one, for each worker: bounds the parent's memory."""

START_SECONDS = 60.0
"""A worker that is not ready by then is given up (a cold disk and a slow core need about 5 s)."""

_CHILD = "import sys; from dragoman.pool import serve; serve(int(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that its worker did not answer: too_slow, too_much_memory, crashed or internal_error."""

    reason: str
    detail: str


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    pipe: Connection
    ready: bool = False
    ticket: int | None = None
    deadline: float = field(default=0.0)


class Pool(Generic[In, Out]):
    """Maps items over workers. `factory` is importable and gives, inside a worker, the job to run.

    The workers start with the first item, so that a run with nothing to do costs none.
    """

    def __init__(
        self,
        factory: Callable[[], Callable[[In], Out]],
        *,
        workers: int,
        memory_mb: int,
        seconds: Callable[[In], float],
    ) -> None:
        self._factory = factory
        self._memory_mb = memory_mb
        self._seconds = seconds
        self._count = workers
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool[In, Out]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every worker at once; what was out is lost to the caller."""
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def map(self, items: Iterable[In]) -> Iterator[tuple[In, Out | Failure]]:
        """Yields each item with its result, in the order of `items`, which is read as needed."""
        source = iter(items)
        flying: dict[int, In] = {}
        done: dict[int, tuple[In, Out | Failure]] = {}
        tickets, oldest, exhausted = 0, 0, False
        waiting: deque[int] = deque()
        room = WINDOW * self._count
        while True:
            while not exhausted and tickets - oldest < room:
                try:
                    flying[tickets] = next(source)
                except StopIteration:
                    exhausted = True
                    break
                waiting.append(tickets)
                tickets += 1
                if len(waiting) >= self._count:
                    break
            if flying and not self._workers:
                self._workers = [self._start() for _ in range(self._count)]
            self._hand_out(waiting, flying)
            for ticket, outcome in self._collect(flying):
                done[ticket] = (flying.pop(ticket), outcome)
            while oldest in done:
                yield done.pop(oldest)
                oldest += 1
            if exhausted and oldest == tickets:
                return

    def _hand_out(self, waiting: deque[int], flying: dict[int, In]) -> None:
        for worker in self._workers:
            if waiting and worker.ready and worker.ticket is None:
                ticket = waiting.popleft()
                worker.ticket = ticket
                worker.deadline = time.monotonic() + self._seconds(flying[ticket])
                # A worker that died just now is noticed, and its item answered for, in _collect.
                with contextlib.suppress(OSError):
                    worker.pipe.send(flying[ticket])

    def _collect(self, flying: dict[int, In]) -> list[tuple[int, Out | Failure]]:
        if not any(w.ticket is not None or not w.ready for w in self._workers):
            return []
        nearest = min(w.deadline for w in self._workers if w.ticket is not None or not w.ready)
        ready = wait([w.pipe for w in self._workers], max(0.0, nearest - time.monotonic()))
        answers = []
        for index, worker in enumerate(self._workers):
            outcome = self._answer(worker) if worker.pipe in ready else self._overdue(worker)
            if outcome is None:
                continue
            if worker.ticket is not None:
                answers.append((worker.ticket, outcome))
                worker.ticket = None
            if isinstance(outcome, Failure) and outcome.reason != "internal_error":
                _end(worker)
                self._workers[index] = self._start()
        return answers

    def _answer(self, worker: _Worker) -> Out | Failure | None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.wait()
            if not worker.ready:
                raise RuntimeError(
                    f"a worker process ended while starting (exit {worker.process.returncode}); "
                    "its message is above"
                ) from None
            return Failure("crashed", f"the worker ended with {_ending(worker.process.returncode)}")
        if not worker.ready:
            worker.ready = True
            return None
        return answer  # type: ignore[no-any-return]

    def _overdue(self, worker: _Worker) -> Failure | None:
        if time.monotonic() < worker.deadline or (worker.ready and worker.ticket is None):
            return None
        if not worker.ready:
            _end(worker)
            raise RuntimeError(f"a worker process was not ready after {START_SECONDS:.0f} s")
        return Failure("too_slow", "not done within the time limit; the worker was ended")

    def _start(self) -> _Worker:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            process = subprocess.Popen(
                [sys.executable, "-c", _CHILD, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            )
            pipe = Connection(ours.detach())
        worker = _Worker(process, pipe, deadline=time.monotonic() + START_SECONDS)
        pipe.send((self._factory, self._memory_mb))
        return worker


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.wait()


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


# ---------------------------------------------------------------- inside a worker


def serve(fd: int) -> None:
    """The life of a worker: make the job, say so, answer items until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(fd)
    factory, memory_mb = pipe.recv()
    job = factory()
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            item = pipe.recv()
            _limit_memory(memory_mb)
            outcome = _attempt(job, item)
            _limit_memory(None)
            pipe.send(outcome)


def _attempt(job: Callable[[Any], Any], item: Any) -> Any:
    try:
        return job(item)
    except MemoryError:
        return Failure("too_much_memory", "needs more memory than one input may take")
    except RecursionError:
        return Failure("crashed", "nested too deeply")
    except Exception as error:  # any fault in one item must not stop the others; it is reported
        return Failure("internal_error", f"{type(error).__name__}: {error}"[:500])


def _limit_memory(megabytes: int | None) -> None:
    """Bounds this process's private memory to what it has now plus `megabytes` (Linux >= 4.7)."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    import resource

    limit = resource.RLIM_INFINITY
    if megabytes is not None:
        pages = int(statm.read_text().split()[5])
        limit = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.RLIM_INFINITY))
