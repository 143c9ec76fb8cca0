"""How the record was made: by what, of what, and what was not read or not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from dragoman.store import overview
from dragoman.types import LinkedFact, Maker, Rejected
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.page import Call, Page, table
from dragoman.web.head import CLASSES

SHOWN = 500
"""Refused inputs listed; the export has all."""

COUNTED = 10_000
"""Articles up to which what was not kept is counted for a page: 100,000 take two seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """The record's making. `dropped` is None where it takes too long to count it for a page."""

    layers: tuple[tuple[str, int], ...]
    makers: tuple[tuple[Maker, int], ...]
    refused: tuple[tuple[Rejected, str], ...]
    more_refused: bool
    dropped: tuple[tuple[str, str, int], ...] | None


def page(call: Call) -> Page:
    """What is known of the record itself."""
    access = call.access
    refused = list(islice(access.quarantine(), SHOWN + 1))
    view = AboutPage(
        layers=tuple(_layers(access)),
        makers=tuple(access.makers()),
        refused=tuple(
            (r, wording.REASONS.get(r.reason) or wording.words(r.reason)) for r in refused[:SHOWN]
        ),
        more_refused=len(refused) > SHOWN,
        dropped=_dropped(access),
    )
    layers = table("layers", "What was read", ("layer", "facts"), [(row, "") for row in view.layers])  # fmt: skip
    inputs = table("not_read", "Not read", ("input", "reason", "detail"), [((r.path, why, r.detail), "") for r, why in view.refused])  # fmt: skip
    drops = table("not_kept", "Seen and not kept", ("layer", "reason", "times"), [(row, "") for row in view.dropped or ()])  # fmt: skip
    return Page(
        title="About this record",
        template="about.html.j2",
        view=view,
        tables=(layers, inputs, drops),
        subject="about",
    )


def _layers(access: Access) -> Iterator[tuple[str, int]]:
    """What is counted quickly, however large the record: articles, their main facts, what is linked."""
    totals = access.store.ask(lambda c: overview.totals(c, corrected=not access.machine))
    yield "articles", totals.articles
    yield wording.LAYER_WORDS["quotations"], totals.quotations
    yield wording.LAYER_WORDS["quantities"], totals.quantities
    for name, cls in CLASSES:
        if issubclass(cls, get_args(LinkedFact)):
            yield wording.LAYER_WORDS[name], access.store.count(cls)


def _dropped(access: Access) -> tuple[tuple[str, str, int], ...] | None:
    few = access.store.ask(overview.totals).articles <= COUNTED
    return tuple(access.dropped()) if few else None
