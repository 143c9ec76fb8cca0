"""Who did what to whom, and whether it happened: events of the PLOVER ontology.

Frames of a lexicon (`lexicon`, `patterns`) are matched on the dependency tree (`find`), their
parties taken from it (`slots`, `roles`), what is no event refused (`gate`), and what governs an event
says whether it happened (`status`). `anchors` ties it to the article's other facts. Time is linear in
the number of words that a frame begins with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from dragoman.extract.event.anchors import Anchors
from dragoman.extract.event.clause import Verdict
from dragoman.extract.event.find import Match, find
from dragoman.extract.event.gate import Gate, is_mere_thought, is_space_flight, is_sport
from dragoman.extract.event.lexicon import Lexicon, load, shipped
from dragoman.extract.event.merge import merged
from dragoman.extract.event.modes import mode_of
from dragoman.extract.event.roles import Casting, Parties
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.status import Factuality
from dragoman.extract.event.tree import Tree
from dragoman.extract.event.words import Kinds
from dragoman.ids import make_id
from dragoman.types import Analysis, Drop, EventMention, MadeBy, Passage, PloverType

if TYPE_CHECKING:
    from dragoman.reading import Extractor, Reading

__all__ = ["extract", "extractor"]

LONGEST_SENTENCE: Final = 200
"""Words; longer 'sentences' are lists and tables, and their trees mean nothing."""


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """The analysis with the article's events, in text order, and with what was not kept."""
    return _extract(reading, so_far, lexicon=shipped())


def extractor(frames: Path, *, alone: bool = False) -> Extractor:
    """An extractor that also knows the frames of a file (docs/events.md); `alone`: only those.

    Raises:
        FrameError: the file holds something that is no frame.
    """
    return partial(_extract, lexicon=load(frames, alone=alone))


def _extract(reading: Reading, so_far: Analysis, *, lexicon: Lexicon) -> Analysis:
    trees = [Tree(s) for s in reading.sentences if 1 < len(s.words) <= LONGEST_SENTENCE]
    sport = is_sport(trees, lexicon.classes["sport"])
    space = is_space_flight(trees, lexicon)
    anchors = Anchors(so_far)
    events: list[EventMention] = []
    drops: list[Drop] = []
    for tree in trees:
        found = list(_sentence(tree, lexicon, sport=sport, space=space))
        drops.extend(one for one in found if isinstance(one, Drop))
        kept = [one for one in found if not isinstance(one, Drop)]
        words = frozenset(match.word for match, *_ in kept)
        events.extend(_mention(tree, one, anchors, words) for one in kept)
    events.sort(key=lambda e: (e.trigger.span, e.id))
    return replace(so_far, events=tuple(events), drops=(*so_far.drops, *drops))


Found = tuple[Match, Parties, Verdict, str | None]


def _sentence(tree: Tree, lexicon: Lexicon, *, sport: bool, space: bool) -> Iterator[Found | Drop]:
    """The events of one sentence, and why other matches are none."""
    kinds = Kinds(tree, lexicon)
    slots = Slots(kinds)
    matches = find(kinds, slots)
    if not matches:
        return
    casting, gate, factuality = (
        Casting(kinds, slots),
        Gate(kinds, slots, sport=sport, space=space),
        Factuality(kinds, slots),
    )
    kept: list[tuple[Match, Parties]] = []
    for match, parties in merged([(m, casting.parties(m)) for m in matches], kinds, slots):
        reason = gate.refused(match, parties)
        if reason:
            yield Drop(layer="event", reason=reason, span=tree.span(match.word, match.word + 1))
        else:
            kept.append((match, parties))
    for match, parties in kept:
        verdict = factuality.judge(match)
        if is_mere_thought(match.frame, parties, verdict):
            span = tree.span(match.word, match.word + 1)
            yield Drop(layer="event", reason="only_possible", span=span)
        else:
            yield match, parties, verdict, mode_of(match, kinds)


def _mention(tree: Tree, found: Found, anchors: Anchors, words: frozenset[int]) -> EventMention:
    match, parties, verdict, mode = found
    article = anchors.article
    span = tree.span(match.word, match.word + 1)
    actor = tuple(dict.fromkeys(anchors.party(tree, head) for head in parties.actor))
    recipient = tuple(dict.fromkeys(anchors.party(tree, head) for head in parties.recipient))
    return EventMention(
        id=make_id("event_mention", article, list(span), match.frame.type),
        article=article,
        type=cast("PloverType", match.frame.type),
        mode=mode,
        trigger=Passage(text=anchors.text[span.start : span.end], span=span),
        actor=actor,
        recipient=recipient,
        date=anchors.when(tree, match.word, words - {match.word}),
        place=anchors.where(tree, match.word, [p.span for p in (*actor, *recipient)]),
        status=verdict.status,
        attributed_to=anchors.on_whose_word(span),
        made_by=MadeBy(rule=match.frame.id, score=_score(match, parties), note=verdict.why),
    )


def _score(match: Match, parties: Parties) -> float:
    """How sure: more conditions of the frame met and both parties named make it surer."""
    sure = (
        0.5
        + 0.1 * min(match.frame.weight, 3)
        + 0.1 * bool(parties.actor)
        + 0.1 * bool(parties.recipient)
    )
    return round(min(sure, 1.0), 2)
