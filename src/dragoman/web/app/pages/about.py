"""How the record was made: by what, of what, and what was not read or not kept."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from dragoman.types import Maker, Rejected
from dragoman.web import wording
from dragoman.web.app.page import Call, Page, table
from dragoman.web.head import CLASSES

SHOWN = 500
"""Refused inputs listed; the export has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """The record's making."""

    layers: tuple[tuple[str, int], ...]
    makers: tuple[tuple[Maker, int], ...]
    refused: tuple[tuple[Rejected, str], ...]
    more_refused: bool
    dropped: tuple[tuple[str, str, int], ...]


def page(call: Call) -> Page:
    """What is known of the record itself."""
    access = call.access
    refused = list(islice(access.quarantine(), SHOWN + 1))
    view = AboutPage(
        layers=tuple((wording.LAYER_WORDS[n], access.store.count(c)) for n, c in CLASSES),
        makers=tuple(access.makers()),
        refused=tuple(
            (r, wording.REASONS.get(r.reason) or wording.words(r.reason)) for r in refused[:SHOWN]
        ),
        more_refused=len(refused) > SHOWN,
        dropped=tuple(access.dropped()),
    )
    layers = table("layers", "What was read", ("layer", "facts"), [(row, "") for row in view.layers])  # fmt: skip
    inputs = table("not_read", "Not read", ("input", "reason", "detail"), [((r.path, why, r.detail), "") for r, why in view.refused])  # fmt: skip
    drops = table("not_kept", "Seen and not kept", ("layer", "reason", "times"), [(row, "") for row in view.dropped])  # fmt: skip
    return Page(
        title="About this record",
        template="about.html.j2",
        view=view,
        tables=(layers, inputs, drops),
        subject="about",
    )
