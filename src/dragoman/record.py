"""The record as a program sees it: open, read into, ask, search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from dragoman import ingest, pipeline
from dragoman.config import Settings, load_settings
from dragoman.ingest import Options, Progress, Summary
from dragoman.store import Hit, Store, open_store
from dragoman.types import (
    Article,
    Dating,
    Derivation,
    Discrepancy,
    Entity,
    Event,
    EventMention,
    Identity,
    Origin,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Rejected,
    Story,
    Timex,
    Toponym,
)


class Record:
    """A record on disk. Use as a context manager; iterators are ordered by id.

    >>> with dragoman.open("record.db") as record:          # doctest: +SKIP
    ...     record.read(["articles/"])
    ...     for quotation in record.quotations(): ...
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self._settings = settings

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Releases the file and its writer's lock."""
        self.store.close()

    def read(
        self,
        inputs: Iterable[str | Path] | str | Path,
        *,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> Summary:
        """Reads files, folders, globs, URLs or '-' into the record and links it; adds what is new.

        Inputs that can't be read are quarantined and counted. Raises `DiskFull` or `RecordLocked`;
        what the record held before, and every batch written since, stays.
        """
        given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
        return ingest.run(
            self.store, given, settings=self._settings, options=options, progress=progress
        )

    def refresh(self) -> int:
        """Analyses again, with this version, every article made by another; returns their number."""
        return ingest.refresh(self.store, settings=self._settings)

    def articles(self) -> Iterator[Article]:
        """Every article."""
        return self.store.articles()

    def timexes(self, article: str | None = None) -> Iterator[Timex]:
        """Time expressions, of one article where its id is given."""
        return self.store.facts(Timex, article)

    def quantities(self, article: str | None = None) -> Iterator[Quantity]:
        """Reported numbers."""
        return self.store.facts(Quantity, article)

    def toponyms(self, article: str | None = None) -> Iterator[Toponym]:
        """Place names."""
        return self.store.facts(Toponym, article)

    def entities(self) -> Iterator[Entity]:
        """People, organisations, states, armed groups and places."""
        return self.store.facts(Entity)

    def quotations(self, article: str | None = None) -> Iterator[Quotation]:
        """Attributed statements."""
        return self.store.facts(Quotation, article)

    def event_mentions(self, article: str | None = None) -> Iterator[EventMention]:
        """Mentions of events, as each article has them."""
        return self.store.facts(EventMention, article)

    def events(self) -> Iterator[Event]:
        """Events across articles."""
        return self.store.facts(Event)

    def derivations(self) -> Iterator[Derivation]:
        """Which articles were made from which."""
        return self.store.facts(Derivation)

    def origins(self) -> Iterator[Origin]:
        """Sets of articles that go back to one report."""
        return self.store.facts(Origin)

    def stories(self) -> Iterator[Story]:
        """The articles on one happening, together."""
        return self.store.facts(Story)

    def datings(self) -> Iterator[Dating]:
        """When articles without a date were written, with the reasons."""
        return self.store.facts(Dating)

    def identities(self) -> Iterator[Identity]:
        """Whom names mean that their articles leave open: a surname, an acronym."""
        return self.store.facts(Identity)

    def quantity_series(self) -> Iterator[QuantitySeries]:
        """Quantities over time."""
        return self.store.facts(QuantitySeries)

    def quotation_groups(self) -> Iterator[QuotationGroup]:
        """One utterance across articles."""
        return self.store.facts(QuotationGroup)

    def discrepancies(self) -> Iterator[Discrepancy]:
        """Where reports differ."""
        return self.store.facts(Discrepancy)

    def quarantine(self) -> Iterator[Rejected]:
        """Inputs that could not be read, with the reason."""
        return self.store.quarantine()

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Full text over articles, quotations and events; best first."""
        return self.store.search(query, limit=limit, offset=offset)

    def is_current(self) -> bool:
        """Whether every article was analysed by this version, model and settings."""
        now = pipeline.maker(self._settings)
        return all(maker == now for maker, _ in self.store.makers())


def open_record(
    path: str | Path,
    *,
    write: bool = True,
    settings: Settings | None = None,
) -> Record:
    """Opens the record at `path`; makes it where absent and `write` is true.

    Raises `RecordLocked` (another writer), `NotARecord`, `NewerRecord`, `RecordDamaged`.
    """
    chosen = settings or load_settings()
    return Record(open_store(Path(path), write=write, settings=chosen), chosen)
