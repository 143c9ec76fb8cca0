"""Worker processes that can be ended: order kept, memory and time bounded for each item.

A worker is a fresh interpreter, so a program that uses `Pool` needs no main guard and hands its
workers no open files. Items go out in groups, of about a second's work, and each worker has its next
group before it is done with one: it does together what is cheaper together, and has work while the
parent is busy. A group that fails (its worker dies, or needs more time or memory than one item may)
goes out again item by item; an item that fails alone costs its worker, which is replaced, and comes
back as a `Failure` in its place. POSIX only.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeAlias, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 2
"""Groups at each worker: one that it works on and one that waits."""

MOST_IN_GROUP = 32
GROUP_SECONDS = 1.0
"""Groups grow up to as many items as take so long, which is short next to what one item may take."""

MOST_BYTES = 64 * 2**20
"""Input in flight (or answered, waiting for an earlier item) beyond which no more is read."""

READ_SECONDS = 0.05
"""Input is read ahead for so long before what is there goes to a worker with nothing to do."""

START_SECONDS = 60.0
"""A worker that is not ready by then is given up (a cold disk and a slow core need about 5 s)."""

_CHILD = "import sys; from dragoman.pool import serve; serve(int(sys.argv[1]))"

_Group: TypeAlias = tuple[int, ...]
"""Numbers of items, in order."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that its worker did not answer: too_slow, too_much_memory, crashed or internal_error."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """What became of a group: one outcome an item, in `seconds`."""

    outcomes: Sequence[Any]
    seconds: float


@dataclass(slots=True, eq=False)
class _Worker:
    """`groups` are those it was sent and has not answered; the first is the one it works on."""

    process: subprocess.Popen[bytes]
    pipe: Connection
    mail: SimpleQueue[bytes | None]
    postman: Thread
    ready: bool = False
    groups: deque[_Group] = field(default_factory=deque)
    deadline: float = field(default=0.0)


class _Run(Generic[In, Out]):
    """One pass over an input: what was read, what waits to be handed out, what is answered."""

    def __init__(self, items: Iterable[In], size: Callable[[In], int]) -> None:
        self._source, self._size = iter(items), size
        self._read, self._oldest, self._bytes = 0, 0, 0
        self._answered: dict[int, Out | Failure] = {}
        self.items: dict[int, In] = {}
        self.waiting: deque[int] = deque()
        self.alone: deque[int] = deque()
        self.exhausted = False

    def read_ahead(self, most: int, room: int) -> None:
        """Reads until `most` items wait or `room` are unanswered, or for a moment."""
        until = time.monotonic() + READ_SECONDS
        while not self.exhausted and len(self.waiting) < most and self._has_room(room):
            self._read_one()
            if time.monotonic() > until:
                return

    def _has_room(self, room: int) -> bool:
        return not self.items or (len(self.items) < room and self._bytes < MOST_BYTES)

    def _read_one(self) -> None:
        try:
            item = next(self._source)
        except StopIteration:
            self.exhausted = True
            return
        self.items[self._read] = item
        self._bytes += self._size(item)
        self.waiting.append(self._read)
        self._read += 1

    def next_group(self, most: int) -> _Group:
        """Up to `most` waiting items; one of a group that failed goes first, by itself."""
        if self.alone:
            return (self.alone.popleft(),)
        return tuple([self.waiting.popleft() for _ in range(min(most, len(self.waiting)))])

    def put_back(self, groups: Iterable[_Group]) -> None:
        """Groups that were not begun wait again."""
        numbers = sorted([*(n for group in groups for n in group), *self.waiting])
        self.waiting = deque(numbers)

    def answer(self, group: _Group, outcomes: Sequence[Out | Failure]) -> None:
        self._answered.update(zip(group, outcomes, strict=True))

    def in_order(self) -> Iterator[tuple[In, Out | Failure]]:
        """The items whose turn it is, with their outcomes."""
        while self._oldest in self._answered:
            item = self.items.pop(self._oldest)
            self._bytes -= self._size(item)
            outcome = self._answered.pop(self._oldest)
            self._oldest += 1
            yield item, outcome


class Pool(Generic[In, Out]):
    """Maps items over workers. `factory` is importable and gives, inside a worker, the job to run: it
    takes a group of items and answers each, as it would answer it alone.

    `seconds` is what an item may take, `size` about how many bytes it holds. Workers start when there are
    items for them, so that a run with nothing to do costs none.
    """

    def __init__(
        self,
        factory: Callable[[], Callable[[Sequence[In]], Sequence[Out]]],
        *,
        workers: int,
        memory_mb: int,
        seconds: Callable[[In], float],
        size: Callable[[In], int] = lambda _: 0,
    ) -> None:
        self._factory = factory
        self._memory_mb = memory_mb
        self._seconds = seconds
        self._size = size
        self._count = workers
        self._workers: list[_Worker] = []
        self._group = 1

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
        self._end_busy()
        run: _Run[In, Out] = _Run(items, self._size)
        while run.items or not run.exhausted:
            most = self._group * AHEAD * self._count
            run.read_ahead(most, 2 * most)
            while len(self._workers) < min(self._count, len(run.items)):
                self._workers.append(self._start())
            self._hand_out(run)
            self._collect(run)
            yield from run.in_order()

    def _end_busy(self) -> None:
        """Ends the workers that still have items of a pass which its caller left."""
        for worker in [w for w in self._workers if w.groups]:
            self._workers.remove(worker)
            _end(worker)

    def _hand_out(self, run: _Run[In, Out]) -> None:
        """One group for each worker with none, then a second one for each."""
        for round_ in range(AHEAD):
            for worker in self._workers:
                if worker.ready and len(worker.groups) == round_:
                    share = -(-len(run.waiting) // len(self._workers))
                    if group := run.next_group(min(self._group, share)):
                        self._send(worker, group, run)

    def _send(self, worker: _Worker, group: _Group, run: _Run[In, Out]) -> None:
        worker.mail.put(pickle.dumps([run.items[number] for number in group]))
        worker.groups.append(group)
        if len(worker.groups) == 1:
            self._set_deadline(worker, run)

    def _set_deadline(self, worker: _Worker, run: _Run[In, Out]) -> None:
        """The group has the time that one of its items may take: the least."""
        if worker.groups:
            least = min(self._seconds(run.items[number]) for number in worker.groups[0])
            worker.deadline = time.monotonic() + least

    def _collect(self, run: _Run[In, Out]) -> None:
        busy = [w for w in self._workers if w.groups or not w.ready]
        if not busy:
            return
        nearest = min(worker.deadline for worker in busy)
        ready = wait([w.pipe for w in self._workers], max(0.0, nearest - time.monotonic()))
        for index, worker in enumerate(self._workers):
            answer = self._answer(worker) if worker.pipe in ready else self._overdue(worker)
            if isinstance(answer, _Answer):
                self._take(worker, answer, run)
            elif isinstance(answer, Failure):
                self._take_failure(index, answer, run)

    def _take(self, worker: _Worker, answer: _Answer, run: _Run[In, Out]) -> None:
        group = worker.groups.popleft()
        run.answer(group, answer.outcomes)
        self._set_deadline(worker, run)
        fitting = int(GROUP_SECONDS * len(group) / max(answer.seconds, 1e-6))
        self._group = max(1, min(MOST_IN_GROUP, 2 * self._group, fitting))

    def _take_failure(self, index: int, failure: Failure, run: _Run[In, Out]) -> None:
        worker = self._workers[index]
        group = worker.groups.popleft() if worker.groups else ()
        if len(group) > 1:
            run.alone.extend(group)
            self._group = 1
        else:
            run.answer(group, [failure] * len(group))
        if failure.reason == "internal_error":
            self._set_deadline(worker, run)
        else:
            run.put_back(worker.groups)
            _end(worker)
            self._workers[index] = self._start()

    def _answer(self, worker: _Worker) -> _Answer | Failure | None:
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
        if time.monotonic() < worker.deadline or (worker.ready and not worker.groups):
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
        mail: SimpleQueue[bytes | None] = SimpleQueue()
        postman = Thread(target=_deliver, args=(mail, pipe), daemon=True)
        worker = _Worker(process, pipe, mail, postman, deadline=time.monotonic() + START_SECONDS)
        postman.start()
        mail.put(pickle.dumps((self._factory, self._memory_mb)))
        return worker


def _deliver(mail: SimpleQueue[bytes | None], pipe: Connection) -> None:
    """Sends what is put into `mail`, up to None. By itself, as a pipe takes in only so much while its
    worker is busy, and the worker may wait for the parent to take an answer."""
    # That a worker is gone is noticed, and its items answered for, where its answer is awaited.
    with contextlib.suppress(OSError):
        while (item := mail.get()) is not None:
            pipe.send_bytes(item)


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.wait()
    worker.mail.put(None)
    worker.postman.join()
    worker.pipe.close()


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
            items = pipe.recv()
            _limit_memory(memory_mb)
            answer = _attempt(job, items)
            _limit_memory(None)
            pipe.send(answer)


def _attempt(job: Callable[[Sequence[Any]], Sequence[Any]], items: Sequence[Any]) -> Any:
    started = time.monotonic()
    try:
        return _Answer(job(items), time.monotonic() - started)
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
