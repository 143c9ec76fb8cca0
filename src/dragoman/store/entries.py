"""What goes into a store and what it answers, besides the record types themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from dragoman.types import Analysis, Maker, Rejected, Span

if TYPE_CHECKING:
    from dragoman.store.pack import Packed

HitKind: TypeAlias = Literal["article", "quotation", "event"]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where one item was read: `path` as the user named it (None: from memory), `position` in it.

    `source_id` is the item's, which is that of its article unless the document has one of its own.
    `fingerprint` is the item's hash (`readers.Raw.fingerprint`), or None for an input that was
    rejected before it was split into items: then there is nothing to recognise it by.
    """

    fingerprint: str | None
    source_id: str
    path: str | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item for `Store.add`: analysed, rejected, or (neither) seen again with a known fingerprint.

    An analysis needs its `maker`; `keys` are its (linker, key) pairs. Only what was rejected may lack
    a source or its fingerprint. All items of one fingerprint belong in one batch.
    """

    source: SourceRef | None = None
    analysis: Analysis | Packed | None = None
    rejected: Rejected | None = None
    maker: Maker | None = None
    keys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Counts of a batch: new articles; items `known` from that very place; the `same` article at
    another place; rejected items."""

    added: int = 0
    known: int = 0
    same: int = 0
    rejected: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            added=self.added + other.added,
            known=self.known + other.known,
            same=self.same + other.same,
            rejected=self.rejected + other.rejected,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An article without its text, for lists. `published` is an ISO 8601 value or None."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find. `text == article.text[span.start:span.end]`; `marks` are the words found, within it.

    `id` is that of the article, quotation, event or (where not linked yet) event mention; `score`
    is relative to the best find of its kind (1.0). Spans count code points of the article's text.
    """

    kind: HitKind
    id: str
    article: str
    title: str | None
    span: Span
    text: str
    score: float
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What `Store.check` found; `problems` is empty where all is well, `notes` tell what was not checked."""

    problems: tuple[str, ...]
    notes: tuple[str, ...]
    schema: int
    sqlite: str
    fts5: bool
    articles: int
    size: int
    """Bytes of the record file, write-ahead log included."""
