"""Keys that related articles share: chosen by hash, so that two articles choose the same ones.

Copies and parts of copies share runs of words: of every stretch of runs the least hash is taken
(winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that a common stretch longer than that
is found wherever it stands. Rewrites share few runs but names, numbers and quotations: pairs of names
and numbers that stand in one sentence, and runs of quoted words, those of the least hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import combinations
from typing import Final

from dragoman.link.derivation.words import GRAM, Prepared, Told, hashed, run_hashes

STRETCH: Final = 32
"""Runs of which one is taken. A paragraph of news has about 40 words."""

MOST_STRETCHES: Final = 48
"""In longer articles the stretches grow, so that no article has more keys of this kind."""

QUOTED_GRAM: Final = 4
MOST_QUOTED: Final = 8
MOST_COMBINATIONS: Final = 24
MOST_IN_SENTENCE: Final = 8
"""Names and numbers of a sentence that are combined: longer ones are lists."""


def keys_of(article: Prepared) -> tuple[str, ...]:
    """Between 0 and about 80 keys, each with the letter of its kind."""
    words = _least_of_stretches(run_hashes(article.told, GRAM))
    quoted = nsmallest(
        MOST_QUOTED, {h for t in article.told if t.spoken for h in run_hashes([t], QUOTED_GRAM)}
    )
    combined = nsmallest(MOST_COMBINATIONS, _combinations(article.told))
    named = (("w", words), ("q", quoted), ("c", combined))
    return tuple(sorted(f"{kind}{value:08x}" for kind, values in named for value in values))


def _least_of_stretches(hashes: Sequence[int]) -> set[int]:
    """The least hash of every stretch of `STRETCH` runs; of all where they are fewer."""
    stretch = max(STRETCH, len(hashes) // (MOST_STRETCHES // 2))
    if len(hashes) <= stretch:
        return {min(hashes)} if hashes else set()
    chosen: set[int] = set()
    least = -1
    for end in range(stretch, len(hashes) + 1):
        if least < end - stretch:
            least = min(range(end - stretch, end), key=hashes.__getitem__)
        elif hashes[end - 1] <= hashes[least]:
            least = end - 1
        chosen.add(hashes[least])
    return chosen


def _combinations(told: Iterable[Told]) -> set[int]:
    """Hashes of two names, or a name and a number, of one sentence."""
    found: set[int] = set()
    for sentence in told:
        for pair in combinations(sorted(sentence.hard)[:MOST_IN_SENTENCE], 2):
            if not (pair[0][0].isdigit() and pair[1][0].isdigit()):
                found.add(hashed(pair))
    return found
