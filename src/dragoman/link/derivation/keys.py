"""Keys that related articles share: chosen by hash, so that two articles choose the same ones.

Copies and parts of copies share runs of words: of every stretch of runs the least hash is taken
(winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that a common stretch longer than that
is found wherever it stands. Rewrites share few runs but names, numbers and quotations: of the pairs of
names and numbers that stand in one sentence or in two neighbours the rarest, by word counts of English
(`data/word_rarity.json`), and of the runs of quoted words those of the least hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.derivation.words import GRAM, Prepared, Told, hashed, run_hashes, spoken_hashes
from dragoman.resources import load_json

STRETCH: Final = 32
"""Runs of which one is taken. A paragraph of news has about 40 words."""

MOST_STRETCHES: Final = 48
"""In longer articles the stretches grow, so that no article has more keys of this kind."""

QUOTED_GRAM: Final = 4
MOST_QUOTED: Final = 8
MOST_COMBINATIONS: Final = 32
MOST_IN_WINDOW: Final = 10
"""Names and numbers of two sentences that are combined, the rarest."""

UNLISTED: Final = 2.5
NUMBER: Final = 3.0
SHORT_NUMBER: Final = 4.0
"""Zipf values of names that no list has, of numbers, and of numbers of one or two digits. Set, like the
numbers above, on the development rewrites: all that are related share keys, and of PolNeAR's pairs of
unrelated articles a third fewer are compared than by keys of the least hash."""


def keys_of(article: Prepared) -> tuple[str, ...]:
    """Between 0 and about 80 keys, each with the letter of its kind."""
    words = _least_of_stretches(run_hashes(article.told, GRAM))
    quoted = np.unique(spoken_hashes(article.told, QUOTED_GRAM))[:MOST_QUOTED]
    combined = _rarest_combinations(article.told)
    named = (("w", words.tolist()), ("q", quoted.tolist()), ("c", combined))
    return tuple(sorted(f"{kind}{value:08x}" for kind, values in named for value in values))


def _least_of_stretches(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The least hash of every stretch of `STRETCH` runs, each once; of all where they are fewer.

    The least of a stretch that crosses a border between blocks of its length is the least of the
    rest of one block and of the beginning of the next (van Herk, Pattern Recognition Letters 1992).
    """
    stretch = max(STRETCH, len(hashes) // (MOST_STRETCHES // 2))
    if len(hashes) <= stretch:
        return hashes[[int(hashes.argmin())]] if len(hashes) else hashes
    padded = np.pad(hashes, (0, -len(hashes) % stretch), mode="edge").reshape(-1, stretch)
    begun = np.minimum.accumulate(padded, axis=1).ravel()
    rest = np.minimum.accumulate(padded[:, ::-1], axis=1)[:, ::-1].ravel()
    windows = len(hashes) - stretch + 1
    return np.unique(np.minimum(rest[:windows], begun[stretch - 1 : stretch - 1 + windows]))


def _rarest_combinations(told: Sequence[Told]) -> list[int]:
    """Hashes of the rarest pairs of names, or of a name and a number; the least hash of equally rare ones."""
    common = {word: _zipf(word) for sentence in told for word in sentence.hard}
    found = _combinations(told, common)
    rarity = [round(common[one] + common[other]) for one, other in found]
    most = max(sorted(rarity)[:MOST_COMBINATIONS], default=0)
    rare = [
        (r, f"{one} {other}") for r, (one, other) in zip(rarity, found, strict=True) if r <= most
    ]
    hashes = hashed([words for _, words in rare]).tolist()
    ordered = sorted(zip((r for r, _ in rare), hashes, strict=True))
    return [hash_ for _, hash_ in ordered[:MOST_COMBINATIONS]]


def _combinations(told: Sequence[Told], common: dict[str, float]) -> list[tuple[str, str]]:
    """Pairs in order of the alphabet, each once; `common` tells how common a word is."""
    found: set[tuple[str, str]] = set()
    for one, other in zip(told, (*told[1:], *told[-1:]), strict=True):
        hard = sorted((common[word], word) for word in one.hard | other.hard)
        found.update(combinations(sorted([word for _, word in hard[:MOST_IN_WINDOW]]), 2))
    return [pair for pair in found if not (pair[0][0].isdigit() and pair[1][0].isdigit())]


def _zipf(word: str) -> float:
    """How common a word is: the decimal logarithm of its uses in a billion words."""
    if word[0].isdigit():
        return SHORT_NUMBER if len(word) < 3 else NUMBER
    return _listed().get(word, UNLISTED)


@cache
def _listed() -> dict[str, float]:
    table: dict[str, str] = load_json("word_rarity.json")["words"]
    return {word: float(zipf) for zipf, words in table.items() for word in words.split()}
