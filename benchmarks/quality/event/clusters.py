"""Whole articles with their event mentions marked by hand (offsets and labels, no text).

`gold.jsonl`: of 36 articles every mention was marked while the rules were made; of 22 others what an
early program found was judged; 34 were marked *blind*, from the text alone before the program was run
on them. `blind2.jsonl` and `blind_re3d.jsonl` are 57 more, marked blind by somebody who knew neither
program nor lexicon, in three batches. A found event is right when its trigger overlaps a marked one
and its type is among the marked types (more than one where a careful reader could code either).
Clusters are split in two by hash; the blind articles stand apart, and nobody tunes on them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.event import corpus
from dragoman.ids import text_sha256
from dragoman.types import EntityPassage, EventMention, Span

HERE = Path(__file__).parent
MARKED = (HERE / "gold.jsonl", HERE / "blind2.jsonl", HERE / "blind_re3d.jsonl")


@dataclass(frozen=True, slots=True)
class Marked:
    """One event mention marked by hand."""

    span: tuple[int, int]
    types: frozenset[str]
    statuses: frozenset[str]
    actor: tuple[int, int] | None = None
    recipient: tuple[int, int] | None = None


_Sides = Callable[[EventMention, Marked], tuple[Sequence[EntityPassage], tuple[int, int] | None]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One marked article. Where it is not `complete`, what a run found was judged, and nothing added.

    A `blind` one was marked before any run, and has the parties as the text names them nearest to
    the trigger.
    """

    id: str
    cluster: str
    text: str
    marked: tuple[Marked, ...]
    complete: bool
    blind: bool = False
    batch: str = "first"


def sheets() -> list[Sheet]:
    """The marked articles whose text is as it was when they were marked."""
    texts = {r["id"]: r["text"] for p in (corpus.CLUSTERS, corpus.RE3D) for r in corpus.rows(p)}
    lines = [line for file in MARKED for line in file.read_text(encoding="utf-8").splitlines()]
    return [_sheet(row, texts[row["id"]]) for row in map(json.loads, lines)]


def _sheet(row: dict[str, Any], text: str) -> Sheet:
    if text_sha256(text) != row["text_sha256"]:
        raise ValueError(f"article {row['id']} is not the text that was marked: mark it again")
    return Sheet(
        id=row["id"],
        cluster=row["cluster"],
        text=text,
        marked=tuple(_marked(e) for e in row["events"]),
        complete=row["complete"],
        blind=row.get("blind", False),
        batch=row.get("batch", "first"),
    )


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


def party_scores(found: Sequence[tuple[Sheet, tuple[EventMention, ...]]]) -> dict[str, float]:
    """Shares of the marked actors and recipients that a right event has, and the recall where one is marked."""
    right = [(e, m) for sheet, events in found for e in events if (m := matching(e, sheet))]
    named = [(s.id, m.span) for s, _ in found for m in s.marked if m.actor or m.recipient]
    hit = {(s.id, m.span) for s, events in found for e in events if (m := matching(e, s))}
    return {
        "actor": _share(right, lambda e, m: (e.actor, m.actor)),
        "recipient": _share(right, lambda e, m: (e.recipient, m.recipient)),
        "recall_with_party": sum(key in hit for key in named) / max(len(named), 1),
    }


def _share(right: Sequence[tuple[EventMention, Marked]], side: _Sides) -> float:
    pairs = [(parties, wanted) for e, m in right for parties, wanted in [side(e, m)] if wanted]
    kept = [any(_meet(p.span, wanted) for p in parties) for parties, wanted in pairs]
    return sum(kept) / max(len(kept), 1)


def _marked(row: dict[str, Any]) -> Marked:
    return Marked(
        span=(row["span"][0], row["span"][1]),
        types=frozenset(row["types"]),
        statuses=frozenset(row["statuses"]),
        actor=tuple(row["actor"]) if "actor" in row else None,
        recipient=tuple(row["recipient"]) if "recipient" in row else None,
    )


def _overlap(event: EventMention, marked: Marked) -> bool:
    return _meet(event.trigger.span, marked.span)


def _meet(span: Span, marked: tuple[int, int]) -> bool:
    return span.start < marked[1] and marked[0] < span.end
