"""Mentions in groups that are one event each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from dragoman.link.event.blocks import blocks
from dragoman.link.event.cluster import clusters
from dragoman.link.event.features import Matrix, features
from dragoman.link.event.mention import Mention
from dragoman.link.event.rules import AGREED, Mask, agreed, apart, grounded
from dragoman.link.event.scorer import rarity_of, shipped
from dragoman.link.event.union import as_one

LEAST: Final = 0.58
AGAIN: Final = 0.66
WEAK: Final = 0.6
"""Mean likelihood from which mentions are joined, and from which groups are; what is left of that of a pair
without enough reasons; set on judged pairs of cluster mentions (benchmarks/quality/event_link/judged.jsonl)."""
ALIKE: Final = 0.75
"""Cosine of words or sentence vectors from which two sentences of one origin are one sentence reworded."""


def grouped(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions in groups, each in order of id; the order of the input changes nothing.

    Mentions worded alike are one before anything is compared: copies add nothing.
    """
    alike: dict[object, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        alike[_wording(mention)].append(mention)
    first = sorted((group[0] for group in alike.values()), key=_in_order)
    rarity = rarity_of(mentions)
    for block in blocks(first):
        copies = [alike[_wording(m)] for m in block]
        for rows in _groups(block, rarity, [len(those) for those in copies]):
            yield sorted((m for row in rows for m in copies[row]), key=lambda m: m.id)


def _groups(
    block: Sequence[Mention], rarity: Mapping[str, float], told: Sequence[int]
) -> list[list[int]]:
    """The rows of a block in groups; `told`: how often each is told in these words.

    What one origin words alike is one row while groups are made: the one that is told most.
    """
    if len(block) == 1:
        return [[0]]
    found = features(block, rarity)
    never = apart(block, found)
    lumps = clusters(_reworded(block, found), never, ALIKE)
    heads = [max(rows, key=lambda row: (told[row], -row)) for rows in lumps]
    likely = likelihood(block, found)[np.ix_(heads, heads)]
    groups = clusters(likely, _between(lumps, never), LEAST)
    joined = [[row for lump in group for row in lumps[lump]] for group in groups]
    return _again(block, joined, rarity, never)


def _again(
    block: Sequence[Mention], groups: list[list[int]], rarity: Mapping[str, float], never: Mask
) -> list[list[int]]:
    """The groups, each seen as one mention with what its mentions tell together, in groups."""
    if len(groups) in (1, len(block)):
        return groups
    whole = [as_one([block[row] for row in rows]) for rows in groups]
    found = features(whole, rarity)
    kept_apart = _between(groups, never) | apart(whole, found)
    joined = clusters(likelihood(whole, found), kept_apart, AGAIN)
    return [[row for number in numbers for row in groups[number]] for numbers in joined]


def likelihood(block: Sequence[Mention], found: Mapping[str, Matrix]) -> Matrix:
    """How likely each pair of a block is one event, by the scorer and by what speaks for it."""
    scored = shipped().likely(found)
    scored = np.where(agreed(block, found), np.maximum(scored, AGREED), scored)
    return np.where(grounded(block, found, scored), scored, WEAK * scored)


def _reworded(block: Sequence[Mention], found: Mapping[str, Matrix]) -> Matrix:
    """How alike two sentences of one origin are that name the event with one word; else 0."""
    origins = np.array([m.origin for m in block])
    same = (origins[:, None] == origins[None, :]) & (found["lemma"] + found["family"] > 0)
    near = np.maximum(found["words"], found["sentence"])
    alike: Matrix = np.where(same & (found["article"] == 0), near, np.float32(0))
    return alike


def _between(lumps: Sequence[Sequence[int]], never: Mask) -> Mask:
    """Lumps of which any two rows are kept apart."""
    member = np.zeros((len(lumps), len(never)), dtype=np.float32)
    for number, rows in enumerate(lumps):
        member[number, rows] = 1
    between: Mask = member @ never.astype(np.float32) @ member.T > 0
    return between


def _wording(mention: Mention) -> tuple[object, ...]:
    """What two mentions share that are one sentence twice: type, trigger, place in it, and its words."""
    return (
        mention.type,
        mention.mode,
        mention.lemmas,
        mention.words,
        mention.ordinal,
        mention.days,
    )


def _in_order(mention: Mention) -> tuple[object, ...]:
    """By what a mention says, not by where it was found."""
    return (mention.type or "", mention.lemmas, sorted(mention.words), mention.ordinal, mention.id)
