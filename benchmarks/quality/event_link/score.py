"""CoNLL F1 of the linker's scorer and clustering over gold mentions of ECB+."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np

from benchmarks.quality.event_link.corpus import Topic
from benchmarks.quality.event_link.metrics import b_cubed, ceaf_e, conll, muc
from dragoman.link.event.cluster import clusters
from dragoman.link.event.mention import Mention
from dragoman.link.event.scorer import Scorer, rarity_of

LEAST: Final = 0.4
"""Mean likelihood from which gold mentions are joined, set on the development topics."""
Link = Callable[[Sequence[Mention]], list[int]]


def linked(scorer: Scorer, least: float = LEAST) -> Link:
    """The linker: the number of each mention's cluster."""

    def link(mentions: Sequence[Mention]) -> list[int]:
        likely = scorer.score(mentions, rarity_of(mentions))
        apart = np.zeros(likely.shape, dtype=bool)
        number = {r: n for n, rows in enumerate(clusters(likely, apart, least)) for r in rows}
        return [number[row] for row in range(len(mentions))]

    return link


def same_lemma(mentions: Sequence[Mention]) -> list[int]:
    """The heuristic to beat: what has one head lemma is one event."""
    heads = {head: n for n, head in enumerate(dict.fromkeys(m.lemmas[0] for m in mentions))}
    return [heads[m.lemmas[0]] for m in mentions]


def scores(topics: Iterable[Topic], link: Link, *, by_subtopic: bool) -> dict[str, float]:
    """F1s in per cent. Mentions of different topics (or subtopics) are never compared."""
    gold: dict[str, str] = {}
    found: dict[str, tuple[str, int]] = {}
    for topic in topics:
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in topic.mentions:
            group = topic.subtopics[mention.article] if by_subtopic else str(topic.number)
            groups[group].append(mention)
        gold.update(topic.chains)
        for group, mentions in groups.items():
            for mention, number in zip(mentions, link(mentions), strict=True):
                found[mention.id] = (group, number)
    return {
        "mentions": len(found),
        "muc": 100 * muc(gold, found).f1,
        "b_cubed": 100 * b_cubed(gold, found).f1,
        "ceaf_e": 100 * ceaf_e(gold, found).f1,
        "conll": 100 * conll(gold, found),
    }
