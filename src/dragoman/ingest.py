"""Inputs into a record: read, analyse in worker processes, store in batches, link.

The parent only splits inputs into items and writes; everything slow or dangerous happens in the
workers. An item that the record knows is not sent to them at all, and an unchanged file is not
even split, which is what makes reading the same input again cheap.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dragoman import pipeline, readers
from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.pipeline import Job, Task, Worked
from dragoman.readers import Raw, Source
from dragoman.second_pass import link
from dragoman.store import Entry, Packed, SourceRef, Store, pack
from dragoman.types import Rejected

NAMED_FAULTS = 20
"""Quarantined inputs that a summary names; all are in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How inputs are read: field names of JSON Lines (ours to theirs), and whether links are followed."""

    fields: Mapping[str, str] = field(default_factory=dict)
    follow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did. `known` items were in the record; `same` are new places of a known article.

    `rejected` counts by reason; `faults` are the first `NAMED_FAULTS` of them. `seconds` are those of the
    whole run, `linking` those of them after everything was in the store.
    """

    added: int
    known: int
    same: int
    unchanged_inputs: int
    rejected: tuple[tuple[str, int], ...]
    faults: tuple[Rejected, ...]
    seconds: float
    linking: float = 0.0

    @property
    def quarantined(self) -> int:
        """Inputs that could not be read."""
        return sum(count for _, count in self.rejected)


Progress: TypeAlias = Callable[[int, int, float | None], None]
"""Called after every item with the number of items done, of those rejected, and the share of all
input bytes that is behind (None where it can't be told, as for addresses)."""


@dataclass(frozen=True, slots=True)
class _Done:
    """An input was split to its end; stands behind its last item. `state` is None where its faults
    are to be told again next time."""

    path: str
    state: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """An item that the record has seen already."""

    source: SourceRef


_Side: TypeAlias = Rejected | _Done


def run(
    store: Store,
    inputs: Iterable[str | Path],
    *,
    settings: Settings,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Reads inputs into the store and links it. Everything counted in the summary is on disk."""
    started = time.monotonic()
    writer = _Writer(store, settings, progress, lambda: feed.share())
    feed = _Feed(store, inputs, settings, options or Options(), writer.seen_again)
    with pipeline.open_pool(settings, worker) as pool:
        try:
            for task, outcome in pool.map(feed.tasks()):
                writer.side(feed.before_next_result())
                writer.results(task, pipeline.results(task, outcome))
            writer.side(feed.rest())
        finally:
            writer.flush()
    stored = time.monotonic()
    link(store)
    ended = time.monotonic()
    summary = writer.summary(feed.unchanged, ended - started)
    return replace(summary, linking=ended - stored)


class _Feed:
    """The items of all inputs in order. What the record has is told `seen_again` at once, so that any
    number of such items needs no memory; what else needs no worker waits aside, at its place."""

    def __init__(
        self,
        store: Store,
        inputs: Iterable[str | Path],
        settings: Settings,
        options: Options,
        seen_again: Callable[[SourceRef], None],
    ) -> None:
        self._store, self._inputs = store, inputs
        self._settings, self._options = settings, options
        self._seen_again = seen_again
        self._sent = 0
        self._answered = 0
        self._aside: deque[tuple[int, _Side]] = deque()
        self._behind = 0
        self._total: int | None = 0
        self.unchanged = 0

    def share(self) -> float | None:
        """The share of all input bytes that was handed out, 0 to 1."""
        return min(1.0, self._behind / self._total) if self._total else None

    def tasks(self) -> Iterator[Task]:
        """The items for the workers."""
        for item in self._items():
            if isinstance(item, Raw):
                self._sent += 1
                yield item
            elif isinstance(item, _Known):
                self._seen_again(item.source)
            else:
                self._aside.append((self._sent, item))

    def before_next_result(self) -> Iterator[_Side]:
        """What stood before the item that is answered next."""
        yield from self._take(self._answered)
        self._answered += 1

    def rest(self) -> Iterator[_Side]:
        """What stood behind the last item."""
        yield from self._take(self._sent)

    def _take(self, place: int) -> Iterator[_Side]:
        while self._aside and self._aside[0][0] <= place:
            yield self._aside.popleft()[1]

    def _items(self) -> Iterator[Raw | _Known | _Side]:
        sources = list(readers.sources(self._inputs))
        sizes = [_size(source) for source in sources]
        self._total = None if None in sizes else sum(size or 0 for size in sizes)
        behind = 0
        for source, size in zip(sources, sizes, strict=True):
            if isinstance(source, Rejected):
                yield source
            else:
                yield from self._source(source)
            behind += size or 0
            self._behind = behind

    def _source(self, source: Source) -> Iterator[Raw | _Known | _Side]:
        sha256 = readers.digest(source)
        state = _state(sha256, self._options) if sha256 else None
        if state and self._store.input_known(source.path, state):
            self.unchanged += 1
            return
        clean = True
        for item in readers.read(
            source,
            fields=self._options.fields,
            settings=self._settings,
            follow=self._options.follow,
        ):
            clean &= not isinstance(item, Rejected)
            if isinstance(item, Raw):
                self._behind += len(item.data)
            known = isinstance(item, Raw) and self._store.holds(item.fingerprint)
            yield _Known(_source(item)) if known and isinstance(item, Raw) else item
        yield _Done(source.path, state if clean else None)


def _size(source: Source | Rejected) -> int | None:
    """Bytes of a file; None for an address or standard input, whose end nobody knows."""
    if isinstance(source, Rejected):
        return 0
    try:
        return None if source.file is None else Path(source.file).stat().st_size
    except OSError:
        return 0


def _state(sha256: str, options: Options) -> str:
    """What decides whether a file needs to be split again: its bytes and how they are read."""
    parts = [sha256, sorted(options.fields.items()), options.follow, pipeline.version()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


# ---------------------------------------------------------------- in a worker


@dataclass(frozen=True, slots=True)
class Ready:
    """An article as the rows to be stored, with its keys for each linker, as (linker, key)."""

    packed: Packed
    keys: tuple[tuple[str, str], ...]


def worker(settings: Settings) -> Job[Ready]:
    """What a worker runs: the pipeline's work, then packing, so that the parent only writes."""
    return partial(_work, pipeline.worker(settings))


def _work(job: Job[Worked], tasks: Sequence[Task]) -> list[tuple[Ready | Rejected, ...]]:
    return [
        tuple(_ready(task, result) for result in results)
        for task, results in zip(tasks, job(tasks), strict=True)
    ]


def _ready(task: Task, result: Worked | Rejected) -> Ready | Rejected:
    if isinstance(result, Rejected):
        return result
    try:
        return Ready(pack(result.analysis), result.keys)
    except InputError as error:
        return pipeline.reject(task, error.reason, error.detail)


# ---------------------------------------------------------------- writing


class _Writer:
    """Collects results into batches, one transaction each."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        progress: Progress | None,
        share: Callable[[], float | None],
    ) -> None:
        self._store, self._settings = store, settings
        self._progress, self._share = progress, share
        self._batch: list[Entry] = []
        self._inputs: list[tuple[str, str | None]] = []
        self._since = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._rejected: Counter[str] = Counter()
        self._faulty: set[str | None] = set()
        self._faults: list[Rejected] = []
        self._items = 0

    def side(self, events: Iterator[_Side]) -> None:
        """Takes what needed no worker."""
        for event in events:
            if isinstance(event, _Done):
                state = None if event.path in self._faulty else event.state
                self._inputs.append((event.path, state))
            else:
                self._reject(event)
                self._tick()

    def seen_again(self, source: SourceRef) -> None:
        """Takes an item that the record knows."""
        self._batch.append(Entry(source=source))
        self._tick()
        self._flush_when_due()

    def results(self, task: Task, results: tuple[Ready | Rejected, ...]) -> None:
        """Takes what a worker made of one item."""
        for result in results:
            if isinstance(result, Rejected):
                self._faulty.add(task.path)
                self._reject(result, _source(task) if isinstance(task, Raw) else None)
            else:
                self._batch.append(_entry(task, result, self._settings))
        self._tick()
        self._flush_when_due()

    def flush(self) -> None:
        """Writes what is collected."""
        counts = self._store.add(self._batch, inputs=self._inputs)
        self._counts.update(added=counts.added, known=counts.known, same=counts.same)
        self._batch, self._inputs = [], []
        self._since = time.monotonic()

    def summary(self, unchanged: int, seconds: float) -> Summary:
        """What the run did so far."""
        return Summary(
            added=self._counts["added"],
            known=self._counts["known"],
            same=self._counts["same"],
            unchanged_inputs=unchanged,
            rejected=tuple(sorted(self._rejected.items())),
            faults=tuple(self._faults),
            seconds=seconds,
        )

    def _reject(self, rejected: Rejected, source: SourceRef | None = None) -> None:
        self._rejected[rejected.reason] += 1
        if len(self._faults) < NAMED_FAULTS:
            self._faults.append(rejected)
        self._batch.append(Entry(source=source, rejected=rejected))

    def _tick(self) -> None:
        self._items += 1
        if self._progress is not None:
            self._progress(self._items, sum(self._rejected.values()), self._share())

    def _flush_when_due(self) -> None:
        full = len(self._batch) >= self._settings.batch_articles
        if full or time.monotonic() - self._since > self._settings.batch_seconds:
            self.flush()


def _entry(task: Task, ready: Ready, settings: Settings) -> Entry:
    source = _source(task) if isinstance(task, Raw) else None
    return Entry(
        source=source, analysis=ready.packed, maker=pipeline.maker(settings), keys=ready.keys
    )


def _source(item: Raw) -> SourceRef:
    return SourceRef(
        fingerprint=item.fingerprint,
        source_id=item.source_id,
        path=item.path,
        position=item.position,
    )


def refresh(store: Store, *, settings: Settings) -> int:
    """Analyses again every article that another version, model or settings made; then links."""
    now = pipeline.maker(settings)
    stale = store.made_by_others(now)
    with pipeline.open_pool(settings, worker) as pool:
        documents = (pipeline.as_document(a) for a in store.articles(stale))
        for document, outcome in pool.map(documents):
            for worked in pipeline.results(document, outcome):
                if isinstance(worked, Ready):
                    store.replace(Entry(analysis=worked.packed, maker=now, keys=worked.keys))
    link(store)
    return len(stale)
