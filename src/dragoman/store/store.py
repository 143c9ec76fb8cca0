"""The record on disk: one SQLite file, one writer at a time, any number of readers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast

import apsw

from dragoman.config import Settings
from dragoman.corrections import Correction
from dragoman.errors import RecordError, UsageError
from dragoman.store import connection as sqlite
from dragoman.store import corrections, integrity, links, lock, migrations, pairs, read, write
from dragoman.store import search as full_text
from dragoman.store.entries import Added, Check, Entry, Headline, Hit, SourceRef
from dragoman.store.layers import ARTICLE_LAYERS, layer_of
from dragoman.types import Analysis, Article, Fact, Linked, LinkedFact, Maker, Nearness, Rejected

T = TypeVar("T")
F = TypeVar("F", bound=Fact)


def open_store(path: str | Path, *, write: bool, settings: Settings | None = None) -> Store:
    """Open the record at `path`; for writing it is made or upgraded where needed.

    A reading store never creates nor upgrades, and reads while another process writes. Use one
    store per thread, and no store of the parent in a forked child.
    Raises `RecordLocked`, `NotARecord`, `NewerRecord`, `RecordDamaged`, `DiskFull`, `RecordError`.
    """
    path, settings = Path(path), settings or Settings()
    return _open_write(path, settings) if write else _open_read(path, settings)


def _open_read(path: Path, settings: Settings) -> Store:
    version = sqlite.schema_version(path, migrations.newest())
    if not version:
        found = "there is no such file" if version is None else "it holds nothing yet"
        raise RecordError(f"{path}: {found}; make a record with `dragoman read INPUT --record ...`")
    if version < migrations.newest():
        raise RecordError(
            f"{path}: was written by an older Dragoman (schema {version}; this one reads "
            f"{migrations.newest()}); `dragoman read` with this record upgrades it and keeps a copy"
        )
    with sqlite.guard(path):
        connection = sqlite.open_reader(path, settings.lock_seconds)
    return Store(path, connection, settings, None)


def _open_write(path: Path, settings: Settings) -> Store:
    sqlite.schema_version(path, migrations.newest())  # a foreign file gets no lock beside it
    held = lock.acquire(path, settings.lock_seconds)
    try:
        version = sqlite.schema_version(path, migrations.newest())
        with sqlite.guard(path):
            return _begin(path, version or 0, settings, held)
    except BaseException:
        held.release()
        raise


def _begin(path: Path, version: int, settings: Settings, held: lock.WriterLock) -> Store:
    connection = sqlite.open_writer(path, settings.lock_seconds)
    try:
        with sqlite.guard(path, connection):
            migrations.migrate(connection, path, version)
            return Store(path, connection, settings, held)
    except BaseException:
        connection.close()
        raise


class Store:
    """An open record; a context manager. Every method may raise `RecordError` and `TemporaryError`.

    Reading streams in the order of ids. Writing methods are each one transaction, or part of the
    one begun with `transaction`.
    """

    def __init__(
        self,
        path: Path,
        connection: apsw.Connection,
        settings: Settings,
        held: lock.WriterLock | None,
    ) -> None:
        self.path = path
        self._connection = connection
        self._settings = settings
        self._lock = held
        self._pass: int | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record and give up the lock. Nothing acknowledged depends on it."""
        try:
            with sqlite.guard(self.path, self._connection):
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    # ------------------------------------------------------------ transactions

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All writing inside is done together or not at all."""
        with self._writing():
            yield

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading inside sees one state of the record."""
        with self._guard(), sqlite.snapshot(self._connection):
            yield

    def _guard(self) -> contextlib.AbstractContextManager[None]:
        return sqlite.guard(self.path, self._connection)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[int]:
        """A transaction; gives the number of this writing session."""
        if self._lock is None:
            raise UsageError(f"{self.path}: was opened for reading; open it with write=True")
        with self._guard(), sqlite.transaction(self._connection):
            first = self._pass is None
            number = write.next_pass(self._connection) if self._pass is None else self._pass
            yield number
        if first:
            self._pass = number

    def _stream(self, rows: Iterator[T]) -> Iterator[T]:
        with self._guard():
            yield from rows

    # ------------------------------------------------------------ taking in

    def add(
        self, batch: Sequence[Entry], *, inputs: Iterable[tuple[str, str | None]] = ()
    ) -> Added:
        """Write a batch in one transaction; when this returns, it outlives a crash of the machine.

        `inputs` are (path, state) of the inputs whose last items are in this batch or were in an
        earlier one of this store, known ones too: what they were rejected for earlier and are not
        now is cleared. In the same state they are then `input_known` (None: never, as for URLs).
        """
        counts = Added()
        with self._writing() as number:
            for entry in batch:
                counts += write.add_entry(self._connection, entry, number)
            for path, state in inputs:
                write.input_done(self._connection, path, state, number)
        return counts

    def replace(self, entry: Entry) -> bool:
        """Put a newer analysis of a stored article in its place; false where it is not stored."""
        if entry.analysis is None:
            raise UsageError("replace: the entry has no analysis")
        packed = write.packed_of(entry.analysis)
        with self._writing():
            row = write.article_row(self._connection, packed.article)
            if row is not None:
                write.rewrite(self._connection, row, packed, entry)
        return row is not None

    def remove(self, article: str) -> bool:
        """Take an article out; it stays out when read again. False where it was not stored."""
        with self._writing():
            return write.remove(self._connection, article)

    def allow(self, article: str) -> None:
        """Undo `remove`: the article is taken in when it is read again."""
        with self._writing():
            self._connection.execute("DELETE FROM removed WHERE id = ?", (article,))
            self._connection.execute("DELETE FROM input")  # its input must be split again

    def knows(self, fingerprint: str) -> bool:
        """Whether an item was read (or rejected for a lasting reason): `add` it as seen again."""
        with self._guard():
            return write.knows(self._connection, fingerprint)

    def holds(self, fingerprint: str) -> bool:
        """Whether an item with this fingerprint gave an article that is in the record."""
        with self._guard():
            return write.holds(self._connection, fingerprint)

    def known_fingerprints(self, fingerprints: Sequence[str]) -> set[str]:
        """Those of `fingerprints` that `knows`."""
        with self._guard():
            return write.known_fingerprints(self._connection, fingerprints)

    def input_known(self, path: str, state: str) -> bool:
        """Whether an input was read to its end in this state (a hash of its bytes and options)."""
        with self._guard():
            return write.input_known(self._connection, path, state)

    def forget(self, path: str) -> None:
        """Clear the quarantine of an input and have it read again next time."""
        with self._writing():
            write.forget(self._connection, path)

    # ------------------------------------------------------------ linking

    def dirty(self, linker: str) -> Iterator[str]:
        """Keys to be linked (again), in order; `put_linked` may be called meanwhile."""
        return self._stream(links.dirty(self._connection, linker))

    def take_up(self, linker: str, fewest: int) -> None:
        """Mark keys of fresh articles dirty (`links.take_up`)."""
        with self._writing():
            links.take_up(self._connection, linker, fewest)

    def dirty_count(self, linker: str) -> int:
        """How many keys are to be linked (again)."""
        with self._guard():
            return links.dirty_count(self._connection, linker)

    def dirty_among(self, linker: str, keys: Iterable[str]) -> frozenset[str]:
        """Those of `keys` that are to be linked (again)."""
        with self._guard():
            return links.dirty_among(self._connection, linker, keys)

    def members(self, linker: str, key: str) -> tuple[str, ...]:
        """Ids of the articles that share a key, in order."""
        with self._guard():
            return links.members(self._connection, linker, key)

    def put_linked(self, linker: str, key: str, linked: Linked) -> None:
        """Replace what a linker says about a key; several in one `transaction` are faster."""
        with self._writing():
            links.put_linked(self._connection, linker, key, linked)

    def set_keys(self, article: str, linker: str, keys: Iterable[str]) -> None:
        """Give a stored article its keys of one linker; keys that come or go become dirty."""
        with self._writing():
            row = write.article_row(self._connection, article)
            if row is None:
                raise UsageError(f"{self.path}: has no article {article!r}")
            links.set_linker_keys(self._connection, row, linker, tuple(keys))

    def touch(self, linker: str, articles: Iterable[str]) -> None:
        """Mark all keys of these articles dirty for a linker, as what it is told of them changed."""
        with self._writing():
            links.touch(self._connection, linker, articles)

    def freshen(self, linker: str, articles: Iterable[str]) -> None:
        """Note that what these articles say is new to a linker, while their keys are what they were."""
        with self._writing():
            links.freshen(self._connection, linker, articles)

    def mark(self, linker: str, keys: Iterable[str]) -> None:
        """Mark keys dirty for a linker."""
        with self._writing():
            links.mark(self._connection, linker, keys)

    def speaks(self, linker: str, key: str) -> bool:
        """Whether a linker says anything of articles under a key."""
        with self._guard():
            return links.speaks(self._connection, linker, key)

    def said(self, linker: str, key: str, cls: type[F]) -> tuple[F, ...]:
        """What a linker says of a key."""
        with self._guard():
            return tuple(read.said(self._connection, layer_of(cls), linker, key))

    def edges(self, cls: type[F], article: str, *, faint: float = 0.0) -> tuple[F, ...]:
        """Facts of a linked type that speak of an article; derivations without their passages, nearness
        only where one of its likelihoods is `faint` at least."""
        with self._guard():
            if cls is Nearness:
                return cast("tuple[F, ...]", tuple(pairs.near(self._connection, article, faint)))
            return tuple(read.edges(self._connection, layer_of(cls), article))

    def parts_of(self, whole: str) -> tuple[str, ...]:
        """Ids of the parts that belong to a whole (an affair's are its articles), in order."""
        with self._guard():
            return read.parts_of(self._connection, whole)

    def affair_of(self, article: str) -> str | None:
        """Id of the affair that an article belongs to."""
        with self._guard():
            return read.affair_of(self._connection, article)

    def has_article(self, article: str) -> bool:
        """Whether the article is in the record."""
        with self._guard():
            return write.article_row(self._connection, article) is not None

    def keys_about(self, linker: str, cls: type[LinkedFact], article: str) -> frozenset[str]:
        """Keys under which a linker says facts of a type that speak of an article."""
        with self._guard():
            return links.keys_about(self._connection, linker, layer_of(cls).name, article)

    def furnished(self, linker: str, key: str) -> frozenset[str]:
        """Articles in which a linker says, under a key, that there is furniture."""
        with self._guard():
            return links.furnished(self._connection, linker, key)

    def relink(self, linker: str) -> None:
        """Mark all keys of a linker dirty, as after a change of the linker."""
        with self._writing():
            links.relink(self._connection, linker)

    # ------------------------------------------------------------ reading

    def count(self, cls: type[Fact] | type[Article]) -> int:
        """Number of articles, or of facts of one type."""
        with self._guard():
            return read.count(self._connection, None if cls is Article else layer_of(cls))

    def articles(
        self, ids: Iterable[str] | None = None, *, linked: bool = True
    ) -> Iterator[Article]:
        """All articles, or those of `ids` that are stored.

        Their furniture is their own and the linkers', and those without a date have the one that the
        record gives; as they were read where `linked` is false, which is what a linker must see, or
        its own output would change its input.
        """
        return self._stream(read.articles(self._connection, ids, linked))

    def analyses(
        self,
        ids: Iterable[str] | None = None,
        *,
        layers: Iterable[type[Fact]] | None = None,
        linked: bool = True,
    ) -> Iterator[Analysis]:
        """Articles with their facts of `layers` (None: all of one article's layers)."""
        chosen = [layer.cls for layer in ARTICLE_LAYERS] if layers is None else layers
        names = frozenset(layer_of(cls).name for cls in chosen)
        return self._stream(read.analyses(self._connection, ids, names, linked))

    def facts(
        self, cls: type[F], article: str | None = None, *, linked: bool = True
    ) -> Iterator[F]:
        """All facts of a type, or those of one article (linked ones: that speak of it).

        With the days that the record gave its articles; as they were said where `linked` is false.
        """
        return self._stream(read.facts(self._connection, layer_of(cls), article, linked))

    def get(self, id_: str) -> Article | Fact | None:
        """The article or fact with this id, whatever its layer."""
        with self._guard():
            found: Article | Fact | None = read.get(self._connection, id_)
            return found

    def fact(self, cls: type[F], id_: str) -> F | None:
        """The fact of a type with this id."""
        with self._guard():
            found: F | None = read.fact(self._connection, layer_of(cls), id_)
            return found

    def wholes(self, cls: type[LinkedFact]) -> Iterator[tuple[str, str]]:
        """(part id, whole id) for the wholes of a linked type, by part."""
        return self._stream(read.wholes(self._connection, layer_of(cls)))

    def whole_of(self, cls: type[LinkedFact], part: str) -> str | None:
        """The whole of a linked type that a part belongs to."""
        with self._guard():
            return read.whole_of(self._connection, layer_of(cls), part)

    def headlines(
        self,
        *,
        outlet: str | None = None,
        language: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[Headline]:
        """Articles without texts, newest first; `since` and `until` are ISO 8601, both included."""
        filters = {"outlet": outlet, "language": language, "since": since, "until": until}
        with self._guard():
            return read.headlines(self._connection, filters, limit, offset)

    def sources(self, article: str) -> tuple[SourceRef, ...]:
        """All places where an article was read."""
        with self._guard():
            return read.sources(self._connection, article)

    def quarantine(self) -> Iterator[Rejected]:
        """What was rejected, in a fixed order."""
        return self._stream(read.quarantine(self._connection))

    def dropped(self) -> Iterator[tuple[str, str, int]]:
        """(layer, reason, count) of what was seen in articles and not kept."""
        return self._stream(read.dropped(self._connection))

    def makers(self) -> Iterator[tuple[Maker, int]]:
        """What made the articles' analyses, with the number of articles."""
        return self._stream(read.makers(self._connection))

    def maker_of(self, article: str) -> Maker | None:
        """What made the analysis of an article."""
        with self._guard():
            return read.maker_of(self._connection, article)

    def made_by_others(self, maker: Maker) -> tuple[str, ...]:
        """Ids of the articles that something else than `maker` made: those to `replace`."""
        with self._guard():
            return read.made_by_others(self._connection, maker)

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Full text over articles, quotations and events; the syntax is that of `store.query`."""
        with self._guard():
            seconds = self._settings.query_seconds
            return full_text.search(
                self._connection, query, limit=limit, offset=offset, seconds=seconds
            )

    def ask(self, question: Callable[[apsw.Connection], T]) -> T:
        """The answer to a question of this package, such as those of `store.browse`."""
        with self._guard():
            return question(self._connection)

    def change(self, act: Callable[[apsw.Connection], T]) -> T:
        """What an act of this package answers that writes, such as those of `store.pairs`."""
        with self._writing():
            return act(self._connection)

    def limit_statements(self, seconds: float) -> None:
        """From now on a statement that takes longer is broken off, with a `RecordError` that an
        `apsw.InterruptError` caused."""
        sqlite.limit_statements(self._connection, seconds)

    # ------------------------------------------------------------ corrections

    def correct(self, correction: Correction) -> None:
        """Keep what a user set right."""
        with self._writing():
            corrections.put(self._connection, correction)

    def undo(self, correction: str, at: str) -> None:
        """Take a correction back, at a time in UTC. Raises `UsageError` where it is not in force."""
        with self._writing():
            corrections.undo(self._connection, correction, at)

    def corrections(self) -> Iterator[Correction]:
        """All corrections, undone ones too, in the order in which they were made."""
        return self._stream(corrections.corrections(self._connection))

    # ------------------------------------------------------------ checking

    def check(self) -> Check:
        """Look for damage; reads the whole record."""
        with self._guard():
            return integrity.check(self._connection, self.path)


def check_record(store: Store) -> list[tuple[str, bool, str]]:
    """(name, good, finding) on a record, for `dragoman doctor`."""
    return integrity.findings(store.check())
