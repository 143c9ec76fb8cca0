"""Whole articles with their event mentions marked by hand (`gold.jsonl`: offsets and labels, no text).

Of 36 articles every mention was marked; of 22 others, read after the rules were made, what the
program found was judged: the first honest look, 126 of 140 events right, 114 of the 126 with the
right status. A found event is right when its trigger overlaps a marked one and its type is among the marked types
(more than one where a careful reader could code either). Clusters are split in two by hash.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.event import corpus
from dragoman.ids import text_sha256
from dragoman.types import EventMention

GOLD = Path(__file__).with_name("gold.jsonl")


@dataclass(frozen=True, slots=True)
class Marked:
    """One event mention marked by hand."""

    span: tuple[int, int]
    types: frozenset[str]
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One marked article. Where it is not `complete`, what a run found was judged, and nothing added."""

    id: str
    cluster: str
    text: str
    marked: tuple[Marked, ...]
    complete: bool


def sheets() -> list[Sheet]:
    """The marked articles whose text is as it was when they were marked."""
    texts = {row["id"]: row["text"] for row in corpus.rows(corpus.CLUSTERS)}
    found = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = texts[row["id"]]
        if text_sha256(text) != row["text_sha256"]:
            raise ValueError(f"article {row['id']} is not the text that was marked: mark it again")
        marked = tuple(
            Marked((e["span"][0], e["span"][1]), frozenset(e["types"]), frozenset(e["statuses"]))
            for e in row["events"]
        )
        found.append(Sheet(row["id"], row["cluster"], text, marked, row["complete"]))
    return found


def matching(event: EventMention, sheet: Sheet) -> Marked | None:
    """The marked mention that an event is, by trigger and type."""
    return next((m for m in sheet.marked if _overlap(event, m) and event.type in m.types), None)


def scores(found: Sequence[tuple[Sheet, tuple[EventMention, ...]]]) -> dict[str, float]:
    """Precision of trigger and type, recall, status accuracy where right, false 'happened'."""
    pairs = [(e, matching(e, sheet)) for sheet, events in found for e in events]
    right = [(e, m) for e, m in pairs if m]
    whole = [(sheet, events) for sheet, events in found if sheet.complete]
    marked = sum(len(sheet.marked) for sheet, _ in whole)
    hit = len({(s.id, m.span) for s, events in whole for e in events if (m := matching(e, s))})
    status = [e.status in m.statuses for e, m in right]
    unreal = [e.status == "happened" for e, m in right if not m.statuses & {"happened", "ongoing"}]
    return {
        "precision": len(right) / max(len(pairs), 1),
        "recall": hit / max(marked, 1),
        "status": sum(status) / max(len(status), 1),
        "false_happened": sum(unreal) / max(len(unreal), 1),
        "found": len(pairs),
        "unreal": len(unreal),
        "articles": len(found),
    }


def _overlap(event: EventMention, marked: Marked) -> bool:
    return event.trigger.span.start < marked.span[1] and marked.span[0] < event.trigger.span.end
