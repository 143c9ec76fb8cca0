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
from dragoman.encoder import EncodedSentence
from dragoman.ids import text_sha256
from dragoman.types import EntityMention, EntityPassage, EventMention, Span

HERE = Path(__file__).parent
MARKED = (HERE / "gold.jsonl", HERE / "blind2.jsonl", HERE / "blind_re3d.jsonl")
CLEAN = HERE / "blind_gwn.jsonl"
"""World news of GeoWebNews, marked by readers who knew neither program nor lexicon; nothing is tuned on it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One event mention marked by hand."""

    span: tuple[int, int]
    types: frozenset[str]
    statuses: frozenset[str]
    actor: tuple[int, int] | None = None
    recipient: tuple[int, int] | None = None


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


@dataclass(frozen=True, slots=True)
class Read:
    """A marked article with the mentions and events that the extractors find in it."""

    sheet: Sheet
    events: tuple[EventMention, ...]
    mentions: tuple[EntityMention, ...] = ()

    def entity(self, span: Span) -> str | None:
        """Whom the mention stands for that shares most with a span."""
        near = [m for m in self.mentions if m.span.start < span.end and span.start < m.span.end]
        best = max(near, key=lambda m: (_shared(m.span, span), -len(m.text)), default=None)
        return best.entity if best else None


def read(sheet: Sheet, sentences: tuple[EncodedSentence, ...]) -> Read:
    """What the extractors make of a marked article."""
    analysis = corpus.analysis(sheet.text, sentences)
    return Read(sheet, analysis.events, analysis.entity_mentions)


def sheets() -> list[Sheet]:
    """The marked articles that rules and weights may be made with."""
    return _sheets(MARKED, (corpus.CLUSTERS, corpus.RE3D))


def clean_sheets() -> list[Sheet]:
    """The marked articles that nothing is tuned on: for scores, never for reading errors."""
    return _sheets((CLEAN,), (corpus.GEOWEBNEWS,))


def _sheets(marked: Sequence[Path], collections: Sequence[Path]) -> list[Sheet]:
    """Marked articles whose text is as it was when they were marked."""
    texts = {row["id"]: row["text"] for path in collections for row in corpus.rows(path)}
    lines = [line for file in marked for line in file.read_text(encoding="utf-8").splitlines()]
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


def scores(found: Sequence[Read]) -> dict[str, float]:
    """Precision of trigger and type, recall, status accuracy where right, false 'happened'."""
    pairs = [(e, matching(e, r.sheet)) for r in found for e in r.events]
    right = [(e, m) for e, m in pairs if m]
    whole = [r for r in found if r.sheet.complete]
    marked = sum(len(r.sheet.marked) for r in whole)
    hit = len(
        {(r.sheet.id, m.span) for r in whole for e in r.events if (m := matching(e, r.sheet))}
    )
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


def party_scores(found: Sequence[Read]) -> dict[str, float]:
    """Shares of the marked actors and recipients that a right event has, and of those given where none is marked.

    A party is right where its span meets the marked one, where it is another mention of the same entity in
    the article ('he' for the name), or where it takes part as the marked one does: in an event told of both
    sides all are actors and nobody is recipient. `actor_span` and `recipient_span` ask for the span itself.
    """
    right = [(r, e, m) for r in found for e in r.events if (m := matching(e, r.sheet))]
    named = [(r.sheet.id, m.span) for r in found for m in r.sheet.marked if m.actor or m.recipient]
    hit = {(r.sheet.id, m.span) for r, _, m in right}
    actors = [(r, e.actor, _mutual(e), m.actor) for r, e, m in right]
    recipients = [(r, e.recipient, _mutual(e), m.recipient) for r, e, m in right]
    return {
        "actor": _share(actors, _is_party),
        "recipient": _share(recipients, _is_party),
        "actor_span": _share(actors, _is_span),
        "recipient_span": _share(recipients, _is_span),
        "actor_unmarked": _unmarked(actors),
        "recipient_unmarked": _unmarked(recipients),
        "recall_with_party": sum(key in hit for key in named) / max(len(named), 1),
    }


_Parties = Sequence[EntityPassage]
_Side = tuple[Read, _Parties, _Parties, tuple[int, int] | None]
"""An article, the parties of one side, those of both sides where these act together, and the marked span."""


def _mutual(event: EventMention) -> _Parties:
    return event.actor if len(event.actor) > 1 and not event.recipient else ()


def _share(sides: Sequence[_Side], right: Callable[[_Side], bool]) -> float:
    asked = [side for side in sides if side[3]]
    return sum(map(right, asked)) / max(len(asked), 1)


def _unmarked(sides: Sequence[_Side]) -> float:
    """Of the events without a marked party on this side, those that are given one."""
    silent = [bool(parties) for _, parties, _, wanted in sides if not wanted]
    return sum(silent) / max(len(silent), 1)


def _is_span(side: _Side) -> bool:
    _, parties, _, wanted = side
    return wanted is not None and any(_meet(p.span, wanted) for p in parties)


def _is_party(side: _Side) -> bool:
    read, parties, both, wanted = side
    if wanted is None:
        return False
    entity = read.entity(Span(*wanted))
    return any(_meet(p.span, wanted) or (entity and p.entity == entity) for p in (*parties, *both))


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


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def _meet(span: Span, marked: tuple[int, int]) -> bool:
    return span.start < marked[1] and marked[0] < span.end
