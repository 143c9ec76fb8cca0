"""The program's own mentions in ECB+: of those that lie on gold mentions, are the same pairs one event?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from benchmarks.quality.analyses import analysed
from benchmarks.quality.event_link.corpus import Sheetful, load, part_of
from benchmarks.quality.event_link.judged import events
from dragoman.types import Analysis, EventMention


class Seen(NamedTuple):
    """A mention on a gold mention: its article, the gold chain, the event that the linker gives it."""

    article: str
    chain: str
    event: str


def pairs_of(part: str) -> dict[str, float]:
    """Precision and recall, in per cent, of pairs of mentions of two articles of one subtopic."""
    grouped: dict[str, list[Sheetful]] = defaultdict(list)
    for sheet in load():
        if part_of(sheet.topic) == part:
            grouped[sheet.subtopic].append(sheet)
    found = [_pairs(list(_seen(sheets))) for sheets in grouped.values()]
    same, joined, both = (sum(column) for column in zip(*found, strict=True))
    return {
        "pairs": same,
        "precision": 100 * both / joined if joined else 0.0,
        "recall": 100 * both / same if same else 0.0,
    }


def _pairs(seen: Sequence[Seen]) -> tuple[int, int, int]:
    """Pairs of one chain, of one event, of both."""
    pairs = [(a, b) for a, b in combinations(seen, 2) if a.article != b.article]
    same = [a.chain == b.chain for a, b in pairs]
    joined = [a.event == b.event for a, b in pairs]
    return sum(same), sum(joined), sum(s and j for s, j in zip(same, joined, strict=True))


def _seen(sheets: Iterable[Sheetful]) -> Iterator[Seen]:
    read = [(sheet, analysed(sheet.document)) for sheet in sheets]
    event = events([analysis for _, analysis in read])
    for sheet, analysis in read:
        for mention, chain in _on_gold(sheet, analysis):
            place = (sheet.id, mention.trigger.span.start, mention.type)
            if place in event:
                yield Seen(sheet.id, chain, event[place])


def _on_gold(sheet: Sheetful, analysis: Analysis) -> Iterator[tuple[EventMention, str]]:
    """The article's mentions whose trigger lies in a gold mention, with its chain."""
    for mention in analysis.events:
        at = mention.trigger.span.start
        chains = [g.chain for g in sheet.gold if any(s.start <= at < s.end for s in g.spans)]
        if chains:
            yield mention, chains[0]
