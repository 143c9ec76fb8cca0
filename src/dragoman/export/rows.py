"""The rows of every exported file: the facts in their plain form with what the record adds to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from dragoman.codec import plain
from dragoman.corrections import Correction
from dragoman.types import (
    Analysis,
    Article,
    Dating,
    Derivation,
    Discrepancy,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Fact,
    Identity,
    LinkedFact,
    Maker,
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

Row: TypeAlias = dict[str, Any]
LeftOut: TypeAlias = Counter[tuple[str, str]]
"""How much of the record a file can't hold, by the file's name and a fixed word for the reason."""
F = TypeVar("F", bound=Fact)


class ReadSide(Protocol):
    """What an export reads of a record; `dragoman.store.Store` has it."""

    def snapshot(self) -> AbstractContextManager[None]: ...
    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]: ...
    def analyses(self, *, layers: Iterable[type[Fact]] | None = None) -> Iterator[Analysis]: ...
    def facts(self, cls: type[F], article: str | None = None) -> Iterator[F]: ...
    def fact(self, cls: type[F], id_: str) -> F | None: ...
    def whole_of(self, cls: type[LinkedFact], part: str) -> str | None: ...
    def maker_of(self, article: str) -> Maker | None: ...
    def wholes(self, cls: type[LinkedFact]) -> Iterator[tuple[str, str]]: ...
    def corrections(self) -> Iterator[Correction]: ...
    def quarantine(self) -> Iterator[Rejected]: ...
    def makers(self) -> Iterator[tuple[Maker, int]]: ...
    def dropped(self) -> Iterator[tuple[str, str, int]]: ...


@dataclass(frozen=True, slots=True)
class Table:
    """One exported file: its name, the type of its rows, and columns that the record adds."""

    name: str
    cls: type
    added: tuple[tuple[str, type[LinkedFact]], ...] = ()


TABLES = (
    Table("articles", Article, (("origin", Origin), ("story", Story))),
    Table("timexes", Timex),
    Table("quantities", Quantity, (("series", QuantitySeries),)),
    Table("toponyms", Toponym),
    Table("entities", Entity),
    Table("entity_mentions", EntityMention),
    Table("quotations", Quotation, (("group", QuotationGroup),)),
    Table("event_mentions", EventMention, (("event", Event),)),
    Table("events", Event),
    Table("derivations", Derivation),
    Table("origins", Origin),
    Table("stories", Story),
    Table("datings", Dating),
    Table("identities", Identity),
    Table("quantity_series", QuantitySeries),
    Table("quotation_groups", QuotationGroup),
    Table("discrepancies", Discrepancy),
    Table("corrections", Correction),
    Table("quarantine", Rejected),
)


def rows(record: ReadSide, table: Table) -> Iterator[Row]:
    """The rows of one file, ordered by id (the quarantine by path and reason)."""
    wholes = [(column, dict(record.wholes(cls))) for column, cls in table.added]
    for item in _items(record, table.cls):
        row = _SHAPES.get(table.cls, _plain)(item)
        for column, whole in wholes:
            row[column] = whole.get(row["id"])
        yield row


def _items(record: ReadSide, cls: type) -> Iterator[Any]:
    if cls is Article:
        return record.articles()
    if cls is Rejected:
        return record.quarantine()
    if cls is Correction:
        return iter(sorted(record.corrections(), key=lambda c: c.id))
    return record.facts(cls)


def _plain(fact: Any) -> Row:
    row: Row = plain(fact)
    return row


def _article(article: Article) -> Row:
    row: Row = plain(article)
    row["furniture_kinds"] = [f["kind"] for f in row["furniture"]]
    row["furniture"] = [f["span"] for f in row["furniture"]]
    return row


_SHAPES: dict[type, Callable[[Any], Row]] = {Article: _article}
