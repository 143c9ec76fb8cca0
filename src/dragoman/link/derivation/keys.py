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
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.link.derivation.words import (
    GRAM,
    Prepared,
    Told,
    pair_hashes,
    run_hashes,
    spoken_hashes,
)
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
    common = sorted({(_zipf(word), word) for sentence in told for word in sentence.hard})
    words = [word for _, word in common]
    one, other = _combinations(told, words)
    zipf = np.array([value for value, _ in common])
    rarity = np.rint(zipf[one] + zipf[other])
    rare = np.flatnonzero(rarity <= max(np.sort(rarity)[:MOST_COMBINATIONS], default=0.0))
    hashes = pair_hashes(words, zip(one[rare].tolist(), other[rare].tolist(), strict=True))
    chosen: list[int] = hashes[np.lexsort((hashes, rarity[rare]))[:MOST_COMBINATIONS]].tolist()
    return chosen


def _combinations(
    told: Sequence[Told], words: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of words as numbers of `words`, which has the rarest first; each pair once, none of digits."""
    number = {word: i for i, word in enumerate(words)}
    windows = np.full((len(told), MOST_IN_WINDOW), -1)
    for row, (one, other) in enumerate(zip(told, (*told[1:], *told[-1:]), strict=True)):
        hard = sorted([number[word] for word in one.hard | other.hard])[:MOST_IN_WINDOW]
        windows[row, : len(hard)] = hard
    first, second = windows[:, _PAIRS[0]].ravel(), windows[:, _PAIRS[1]].ravel()
    both = np.unique((first * len(words) + second)[second >= 0])
    first, second = both // max(1, len(words)), both % max(1, len(words))
    digits = np.array([word[0].isdigit() for word in words], dtype=bool)
    named = ~(digits[first] & digits[second])
    return first[named], second[named]


_PAIRS: Final = np.triu_indices(MOST_IN_WINDOW, 1)


def _zipf(word: str) -> float:
    """How common a word is: the decimal logarithm of its uses in a billion words."""
    if word[0].isdigit():
        return SHORT_NUMBER if len(word) < 3 else NUMBER
    return _listed().get(word, UNLISTED)


@cache
def _listed() -> dict[str, float]:
    table: dict[str, str] = load_json("word_rarity.json")["words"]
    return {word: float(zipf) for zipf, words in table.items() for word in words.split()}
