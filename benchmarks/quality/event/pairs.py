"""Sentences with marked parties: PLV-train pairs and PLOVER gold records.

A pair is found when an event has an actor that overlaps the marked source and a recipient that
overlaps the marked target; in reciprocal events both may be actors. A side that is not marked asks
nothing. `typed` is the share of pairs found with the right type (YIELD is CONCEDE or RETREAT). PLV knows no
status and writes the future and the refused into the type: `folded` also takes a planned event of
a cooperative type for AGREE, of a hostile one for THREATEN, and a denied one for REJECT.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quality.event import corpus
from dragoman.types import EntityPassage, EventMention

YIELD = frozenset({"CONCEDE", "RETREAT"})
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One marked pair: spans in `text`, or None where a side is not marked."""

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    type: str


@dataclass(frozen=True, slots=True)
class Result:
    """A pair with the events of its sentence."""

    pair: Pair
    events: tuple[EventMention, ...]

    @property
    def matching(self) -> list[EventMention]:
        """Events with both marked parties: what happened before what was only planned, surest first."""
        found = [e for e in self.events if _has_parties(e, self.pair)]
        return sorted(found, key=lambda e: (e.status != "happened", -(e.made_by.score or 0)))

    @property
    def typed(self) -> bool:
        """Whether one of them has the right type."""
        return any(same_type(e.type, self.pair.type) for e in self.matching)

    @property
    def folded(self) -> bool:
        """The same, with what PLV writes into the type and the record into the status."""
        return self.typed or any(_fold(e) == self.pair.type for e in self.matching)


def plv() -> list[Pair]:
    """PLV-train."""
    return [
        Pair(r["text"], _span(r["source"]), _span(r["target"]), r["type"])
        for r in corpus.rows(corpus.PLV)
    ]


def gsr() -> list[Pair]:
    """PLOVER gold records: every combination of a source and a target is a pair."""
    found = []
    for row in corpus.rows(corpus.GSR):
        for event in row["events"]:
            sources = [_find(row["text"], a["actorText"]) for a in event["source"]] or [None]
            targets = [_find(row["text"], a["actorText"]) for a in event["target"]] or [None]
            found += [
                Pair(row["text"], s, t, event["event_current"]) for s in sources for t in targets
            ]
    return found


def results(pairs: Iterable[Pair], encoded: corpus.Encoded) -> list[Result]:
    """The pairs with what the extractor finds."""
    cache: dict[str, tuple[EventMention, ...]] = {}
    found = []
    for pair in pairs:
        if pair.text not in cache:
            cache[pair.text] = corpus.events(pair.text, encoded[pair.text])
        found.append(Result(pair, cache[pair.text]))
    return found


def scores(results: Sequence[Result], encoded: corpus.Encoded) -> dict[str, float]:
    """Shares (0 to 1), the macro-F1 of the type where the pair is found, and events a sentence."""
    total = len(results)
    texts = {r.pair.text: len(r.events) for r in results}
    sentences = sum(len(encoded[text]) for text in texts)
    return {
        "pair": sum(bool(r.matching) for r in results) / total,
        "typed": sum(r.typed for r in results) / total,
        "folded": sum(r.folded for r in results) / total,
        "macro_f1": macro_f1([(r.pair.type, _predicted(r)) for r in results if r.matching]),
        "events_a_sentence": sum(texts.values()) / sentences,
        "events_a_row": sum(texts.values()) / len(texts),
        "pairs": total,
    }


def macro_f1(labels: Sequence[tuple[str, str]]) -> float:
    """Unweighted mean of F1 over the gold types of (gold, predicted)."""
    gold, predicted = Counter(g for g, _ in labels), Counter(p for _, p in labels)
    right = Counter(g for g, p in labels if g == p)
    each = [2 * right[t] / (gold[t] + predicted[t]) for t in gold]
    return sum(each) / len(each) if each else 0.0


def same_type(ours: str, gold: str) -> bool:
    """Whether a type is the marked one; PLV's YIELD covers two of today's."""
    return ours in YIELD if gold == "YIELD" else ours == gold


def _predicted(result: Result) -> str:
    """The type of the surest matching event, in PLV's names where the pair is PLV's."""
    ours = result.matching[0].type
    return "YIELD" if result.pair.type == "YIELD" and ours in YIELD else _plv_name(ours, result)


def _plv_name(ours: str, result: Result) -> str:
    return "YIELD" if ours in YIELD and result.pair.type not in YIELD else ours


def _fold(event: EventMention) -> str:
    if event.status == "denied":
        return "REJECT"
    if event.status in ("planned", "called_for"):
        return "AGREE" if event.type in COOPERATIVE else "THREATEN"
    return event.type


def _has_parties(event: EventMention, pair: Pair) -> bool:
    actor = _covers(event.actor, pair.source)
    recipient = _covers(event.recipient, pair.target)
    both = not event.recipient and len(event.actor) > 1 and _covers(event.actor, pair.target)
    return actor and (recipient or both)


def _covers(parties: Sequence[EntityPassage], marked: tuple[int, int] | None) -> bool:
    if marked is None:
        return True
    return any(p.span.start < marked[1] and marked[0] < p.span.end for p in parties)


def _span(value: list[int] | None) -> tuple[int, int] | None:
    return (value[0], value[1]) if value else None


def _find(text: str, name: str) -> tuple[int, int] | None:
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 else None
