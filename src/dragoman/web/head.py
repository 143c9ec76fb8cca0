"""The head of a page: how much the record holds, since when, made by what, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.types import (
    Article,
    Dating,
    Derivation,
    Discrepancy,
    Entity,
    Event,
    EventMention,
    Fact,
    Identity,
    Origin,
    Quantity,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Story,
    Timex,
    Toponym,
)
from dragoman.web import wording
from dragoman.web.readside import ReadSide, Selection

CLASSES: tuple[tuple[str, type[Fact]], ...] = (
    ("quotations", Quotation),
    ("quantities", Quantity),
    ("event_mentions", EventMention),
    ("entities", Entity),
    ("toponyms", Toponym),
    ("timexes", Timex),
    ("discrepancies", Discrepancy),
    ("stories", Story),
    ("events", Event),
    ("quantity_series", QuantitySeries),
    ("quotation_groups", QuotationGroup),
    ("origins", Origin),
    ("derivations", Derivation),
    ("datings", Dating),
    ("identities", Identity),
)
"""Layers in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Counts of the page's articles. `origins` is None where no linker looks for them.

    `unread` are the layers that nothing reads in this version, `none_found` those read and empty.
    """

    articles: int
    total: int
    story: str | None
    outlets: int
    without_outlet: int
    origins: int | None
    days: str | None
    dated: tuple[tuple[str, int], ...]
    undated: int
    languages: tuple[tuple[str, int], ...]
    quarantined: int
    reasons: tuple[tuple[str, int], ...]
    dropped: int
    unread: tuple[str, ...]
    none_found: tuple[str, ...]
    notes: tuple[str, ...]


def head(
    store: ReadSide, selection: Selection, layers: frozenset[str] | None, notes: tuple[str, ...]
) -> Head:
    """Counts over the selected articles; `layers` are those that this version reads."""
    articles = selection.articles
    empty = [name for name, cls in CLASSES if next(iter(store.facts(cls)), None) is None]
    read = frozenset(layers or ())
    outlets = Counter(a.outlet for a in articles)
    rejected = Counter(r.reason for r in store.quarantine())
    return Head(
        articles=len(articles),
        total=selection.total,
        story=selection.story.id if selection.story else None,
        outlets=len([o for o in outlets if o]),
        without_outlet=outlets[None],
        origins=_origins(store, selection, "origins" in read),
        days=_days(articles),
        dated=_counted(wording.BASES[a.published.basis] for a in articles if a.published),
        undated=sum(1 for a in articles if a.published is None),
        languages=_counted(a.language for a in articles if a.language),
        quarantined=rejected.total(),
        reasons=tuple(
            (wording.REASONS.get(r, wording.words(r)), n) for r, n in rejected.most_common()
        ),
        dropped=sum(count for _, _, count in store.dropped()),
        unread=tuple(wording.LAYER_WORDS[n] for n in empty if n not in read),
        none_found=tuple(wording.LAYER_WORDS[n] for n in empty if n in read),
        notes=notes,
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(values).most_common())


def _origins(store: ReadSide, selection: Selection, read: bool) -> int | None:
    """Independent origins of the articles; one without an origin counts as its own."""
    origin_of = {a: o.id for o in store.facts(Origin) for a in o.articles}
    if not origin_of and not read:
        return None
    return len({origin_of.get(a.id, a.id) for a in selection.articles})


def _days(articles: Iterable[Article]) -> str | None:
    days = sorted(a.published.value[:10] for a in articles if a.published)
    return wording.date_range(days[0], days[-1]) if days else None
