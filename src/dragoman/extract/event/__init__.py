"""Who did what to whom, and whether it happened: events of the PLOVER ontology.

Frames of a lexicon (`lexicon`, `patterns`) are matched on the dependency tree, and so are words that
the lexicon lacks but the encoder takes for event words (`find`). Their parties are taken from the tree
(`slots`, `roles`), what looks like an event and is none is doubted (`gate`), lexicon, encoder and doubts
are weighed together (`weigh`), and what governs an event says whether it happened (`status`). `anchors`
ties it to the article's other facts. Time is linear in the number of words that a frame begins with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from dragoman.extract.event import weigh
from dragoman.extract.event.anchors import Anchors
from dragoman.extract.event.candidates import Scene, Setting
from dragoman.extract.event.clause import Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.gate import is_mere_thought
from dragoman.extract.event.lexicon import Lexicon, load, shipped
from dragoman.extract.event.modes import mode_of
from dragoman.extract.event.roles import Parties
from dragoman.extract.event.tree import Tree
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
    setting = Setting.of(trees, lexicon)
    anchors = Anchors(so_far)
    events: list[EventMention] = []
    drops: list[Drop] = []
    for tree in trees:
        found = list(_sentence(tree, lexicon, setting))
        drops.extend(one for one in found if isinstance(one, Drop))
        kept = [one for one in found if not isinstance(one, Drop)]
        words = frozenset(match.at for match, *_ in kept)
        events.extend(_mention(tree, one, anchors, words) for one in kept)
    events.sort(key=lambda e: (e.trigger.span, e.id))
    return replace(so_far, events=tuple(events), drops=(*so_far.drops, *drops))


Found = tuple[Match, Parties, Verdict, str | None, float]


def _sentence(tree: Tree, lexicon: Lexicon, setting: Setting) -> Iterator[Found | Drop]:
    """The events of one sentence, and why other matches are none."""
    scene = Scene(tree, lexicon, setting)
    for candidate in scene.candidates():
        match, parties, *_ = candidate
        span = tree.span(match.at, match.at + 1)
        reason, likely = candidate.judged(weigh.shipped())
        if reason:
            yield Drop(layer="event", reason=reason, span=span)
            continue
        verdict = scene.factuality.judge(match)
        if is_mere_thought(match.frame, parties, verdict):
            yield Drop(layer="event", reason="only_possible", span=span)
        else:
            yield match, parties, verdict, mode_of(match, scene.kinds), likely


def _mention(tree: Tree, found: Found, anchors: Anchors, words: frozenset[int]) -> EventMention:
    match, parties, verdict, mode, likely = found
    article = anchors.article
    span = tree.span(match.at, match.at + 1)
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
        date=anchors.when(tree, match.at, words - {match.at}),
        place=anchors.where(tree, match.at, [p.span for p in (*actor, *recipient)]),
        status=verdict.status,
        attributed_to=anchors.on_whose_word(span),
        made_by=MadeBy(rule=match.frame.id, score=round(likely, 2), note=verdict.why),
    )
