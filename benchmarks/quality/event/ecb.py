"""`python -m benchmarks.quality.event.ecb [--lacking]`: event triggers against ECB+'s gold actions.

Which of the validated gold actions of topics 1-35 (Cybulska & Vossen 2014; tags occurrence,
causative and generic: no reporting, perception, aspectual, state) have an event of ours on them.
ECB+ marks anything that happens, an accident or a game as well as an attack, and PLOVER codes a
part of it: so the recall that counts is over the mentions whose head the frame lexicon knows.
`--lacking` lists the frequent heads that it doesn't.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.quality.event import corpus
from benchmarks.quality.event_link.corpus import ECB, Sheetful, encoded, load
from dragoman.encoder import EncodedSentence, Encoder
from dragoman.extract.event import lexicon
from dragoman.extract.event.patterns import Kind
from dragoman.types import EventMention, Span

TAGS = frozenset({"ACTION_OCCURRENCE", "ACTION_CAUSATIVE", "ACTION_GENERIC"})
KINDS: dict[str, Kind] = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Action:
    """A gold action: its chain, its head, whether the lexicon knows that and an event is on it."""

    chain: str
    kind: Kind | None
    lemma: str
    known: bool
    found: bool


def actions(encoder: Encoder, sheets: Iterable[Sheetful]) -> list[Action]:
    """The actions of articles, read sentence by validated sentence."""
    counted = _counted()
    return [
        action for sheet in sheets for action in _actions(sheet, encoded(sheet, encoder), counted)
    ]


def quick(encoder: Encoder) -> dict[str, float]:
    """The scores of every fifth topic."""
    return scores(actions(encoder, [sheet for sheet in load() if sheet.topic % 5 == 1]))


def scores(found: Sequence[Action]) -> dict[str, float]:
    """Share of the actions, of those with a known head and of their chains that have an event."""
    known = [a for a in found if a.known]
    chains = {a.chain for a in known}
    return {
        "known": len(known) / max(len(found), 1),
        "found": sum(a.found for a in found) / max(len(found), 1),
        "known_found": sum(a.found for a in known) / max(len(known), 1),
        "chains_found": len({a.chain for a in known if a.found}) / max(len(chains), 1),
        "actions": len(found),
    }


def lacking(found: Sequence[Action]) -> list[tuple[str, str, int, int]]:
    """Kind and lemma that the lexicon lacks, with mentions and chains, the most frequent first."""
    missing = [(a.kind or "other", a.lemma, a.chain) for a in found if not a.known]
    times = Counter((kind, lemma) for kind, lemma, _ in missing)
    chains = Counter((kind, lemma) for kind, lemma, _ in set(missing))
    return [(kind, lemma, n, chains[kind, lemma]) for (kind, lemma), n in times.most_common()]


def _counted() -> frozenset[str]:
    """Ids, as `load` makes them, of the mentions whose tag counts; a negated one counts too."""
    return frozenset(
        f"{row['id']}:{m['start']}:{m['end']}:{number}"
        for row in corpus.rows(ECB)
        for number, m in enumerate(row["mentions"])
        if m["tag"].removeprefix("NEG_") in TAGS
    )


def _actions(
    sheet: Sheetful, sentences: tuple[EncodedSentence, ...], counted: frozenset[str]
) -> Iterator[Action]:
    events = corpus.events(sheet.text, sentences)
    frames = lexicon.shipped().frames
    for gold in sheet.gold:
        head = _head(gold.spans, sentences) if gold.id in counted else None
        if head:
            kind, lemma = head
            known = kind is not None and (kind, lemma) in frames
            yield Action(gold.chain, kind, lemma, known, _is_found(gold.spans, events))


def _head(
    spans: Sequence[Span], sentences: Sequence[EncodedSentence]
) -> tuple[Kind | None, str] | None:
    """Kind and lemma of the first word of a mention that hangs on a word outside it."""
    for tree in sentences:
        own = [
            i
            for i, t in enumerate(tree.sentence.tokens)
            if any(s.start < t.end and t.start < s.end for s in spans)
        ]
        for i in own:
            if tree.heads[i] not in own:
                return KINDS.get(tree.upos[i]), tree.lemmas[i].lower()
    return None


def _is_found(spans: Sequence[Span], events: Sequence[EventMention]) -> bool:
    return any(
        e.trigger.span.start < s.end and s.start < e.trigger.span.end for e in events for s in spans
    )


def main() -> int:
    """Print a line of JSON, or with `--lacking` what the lexicon lacks; 1 where no data is there."""
    if not ECB.exists():
        print(f"no data at {ECB}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr)
        return 1
    found = actions(Encoder.load(threads=1), load())
    if "--lacking" in sys.argv:
        for kind, lemma, mentions, chains in lacking(found):
            print(kind, lemma, mentions, chains, sep="\t")
    else:
        print(json.dumps(scores(found)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
