"""Which quotations are of one utterance: by shared wording, or by one speaker saying the same.

Shared wording is found by runs of words, so that a part of a statement meets the whole. What was put
in other words, or into English twice, is found among the statements of speakers who can be one: by the
cosine of the sentences' vectors, estimated from their signatures, and that of their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.link.utterance import speakers
from dragoman.link.utterance.sayings import BITS, Saying

Matrix = NDArray[np.float32]

LEAST_WORDS: Final = 5
"""Words of the shorter wording from which on sharing most of them shows one utterance."""

MOST_SHARED: Final = 0.6
"""Share of the runs of the shorter that the other must have."""

LONG: Final = 5
"""Shared runs, so eight words in a row, that show one utterance where they are a fair part of it."""

FAIR: Final = 0.3
"""Share of the runs of the shorter that a long common run must be."""

ALIKE: Final = 0.5
"""Likeness from which on two statements of one speaker are one. This and what follows was set on the
development part of `benchmarks/quality/utterance`."""

UNSURE: Final = 0.12
"""More of it where nobody says that the speakers are one."""

SHORT: Final = 0.15
"""More of it where one has two content words or fewer."""

LATE: Final = 0.1
"""More of it where the reports are further apart than `APART` days."""

ONE_SIDED: Final = 0.08
"""More of it where only one of two is the other's best in its article."""

FEW: Final = 2
"""Content words up to which a statement is short."""

LEAST: Final = 3
"""Words without which a statement can't be known again in other words."""

APART: Final = 3
"""Days between reports of one statement in other words."""

OLD: Final = 60
"""Days after which nobody reports a statement as news."""

WIDE: Final = 40
"""Runs of words in more wordings than this are not compared all with all."""

ANYBODY: Final = "?"
"""Key of all statements, for those whose speaker nobody names; of use in small affairs."""

MOST: Final = 1500
"""Statements under one key beyond which it is too wide to compare all: their matrix takes 10 MB."""


class Match(NamedTuple):
    """Two quotations of one utterance, by their places in the list; `worded` where wording shows it."""

    score: float
    one: int
    other: int
    worded: bool


def worded(found: Sequence[Saying]) -> Iterator[Match]:
    """Pairs with shared wording; of equal wordings of one speaker each with the first."""
    first = _first(found)
    for number, saying in enumerate(found):
        one = first[_key(saying)]
        if one != number and _share(found[one], saying, len(saying.grams)):
            yield Match(1.0, one, number, True)
    for (one, other), common in sorted(_common_grams(found, first.values()).items()):
        share = _share(found[one], found[other], common)
        if share:
            yield Match(share, one, other, True)


def _key(saying: Saying) -> tuple[tuple[str, ...], str | None]:
    return saying.words, saying.speaker.entity


def _first(found: Sequence[Saying]) -> dict[tuple[tuple[str, ...], str | None], int]:
    """The first place of each wording of each speaker."""
    first: dict[tuple[tuple[str, ...], str | None], int] = {}
    for number, saying in enumerate(found):
        first.setdefault(_key(saying), number)
    return first


def _common_grams(found: Sequence[Saying], numbers: Iterable[int]) -> Counter[tuple[int, int]]:
    """How many runs of words two wordings have in common; a run that very many have is counted between
    neighbours only, so that time stays linear."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in numbers:
        for gram in found[number].grams:
            holders[gram].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for having in holders.values():
        shared.update(combinations(having, 2) if len(having) <= WIDE else pairwise(having))
    return shared


def _share(one: Saying, other: Saying, common: int) -> float:
    """The share of the shorter wording that both have; nought where that shows nothing."""
    share = common / min(len(one.grams), len(other.grams))
    if common >= LONG and share >= FAIR:
        return share
    shorter = min(len(one.words), len(other.words))
    differ = speakers.conflict(one.speaker, other.speaker)
    if shorter >= LEAST_WORDS and share >= MOST_SHARED and not differ:
        return share
    if (
        one.words == other.words
        and len(one.stems) > 1
        and speakers.same(one.speaker, other.speaker)
    ):
        return share
    return 0.0


def reworded(found: Sequence[Saying]) -> Iterator[Match]:
    """Pairs that speakers who can be one said in other words, one the other's best in its article."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in _first(found).values():
        saying = found[number]
        if saying.stems and len(saying.words) >= LEAST and not saying.relay:
            for key in (*saying.speaker.keys, ANYBODY):
                blocks[key].append(number)
    likeness: dict[tuple[int, int], float] = {}
    weights = _weights(found)
    for _, numbers in sorted(blocks.items()):
        if 1 < len(numbers) <= MOST:
            likeness.update(_alike([found[n] for n in numbers], numbers, weights))
    yield from _best(likeness, found)


def _alike(
    found: Sequence[Saying], numbers: Sequence[int], weights: dict[str, float]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of different articles with what their likeness is above what they need."""
    table = _likeness(found, weights)
    rows, columns = np.nonzero(np.triu(table >= ALIKE, 1))
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        one, other = found[row], found[column]
        above = float(table[row, column]) - _needed(one, other)
        if above >= 0:
            yield (numbers[row], numbers[column]), above


def _needed(one: Saying, other: Saying) -> float:
    """The likeness that shows one utterance; more than can be where nothing shows it."""
    days = _days_apart(one, other)
    known = speakers.same(one.speaker, other.speaker)
    if one.article == other.article or days > OLD or (not known and _are_two(one, other)):
        return 2.0
    short = min(len(one.stems), len(other.stems)) <= FEW
    return ALIKE + UNSURE * (not known) + SHORT * short + LATE * (days > APART)


def _are_two(one: Saying, other: Saying) -> bool:
    """Whether the speakers are two, as far as one can tell: both known to the record."""
    return one.speaker.entity is not None and other.speaker.entity is not None


def _days_apart(one: Saying, other: Saying) -> int:
    if one.day is None or other.day is None:
        return 0
    return abs((_date(one.day) - _date(other.day)).days)


def _date(day: str) -> date:
    """The day; of a month its middle."""
    return date.fromisoformat(day if len(day) > len("2000-01") else f"{day}-15")


def _weights(found: Iterable[Saying]) -> dict[str, float]:
    """A stem's weight: the more the fewer origins use it in statements."""
    held = {(stem, saying.origin) for saying in found for stem in saying.stems}
    counts = Counter(stem for stem, _ in held)
    origins = len({origin for _, origin in held})
    return {stem: float(np.log1p(origins / count)) for stem, count in counts.items()}


def _likeness(found: Sequence[Saying], weights: dict[str, float]) -> Matrix:
    """Mean of the cosines of words and of sentence vectors; of words alone where no vector is known."""
    columns = {stem: i for i, stem in enumerate(sorted({s for f in found for s in f.stems}))}
    table = np.zeros((len(found), max(1, len(columns))), dtype=np.float32)
    bits = np.zeros((len(found), BITS), dtype=np.float32)
    for row, saying in enumerate(found):
        for stem in saying.stems:
            table[row, columns[stem]] = weights[stem] ** 0.5
        if saying.bits is not None:
            bits[row] = saying.bits
    angle = np.pi * (1 - _cosines(bits)) / 2
    words = _cosines(table)
    signed = np.array([saying.bits is not None for saying in found])
    both = np.logical_and.outer(signed, signed)
    return np.where(both, (words + np.maximum(np.cos(angle), 0)) / 2, words).astype(np.float32)


def _cosines(table: Matrix) -> Matrix:
    norms = np.maximum(np.sqrt((table**2).sum(1)), 1e-9)[:, None]
    return np.asarray(np.clip((table / norms) @ (table / norms).T, -1, 1))


def _best(likeness: dict[tuple[int, int], float], found: Sequence[Saying]) -> Iterator[Match]:
    """Pairs of which neither has a better partner in the other's article, or one has none by far."""
    best: dict[tuple[int, str], float] = {}
    for (one, other), score in likeness.items():
        for number, article in ((one, found[other].article), (other, found[one].article)):
            best[number, article] = max(best.get((number, article), 0.0), score)
    for (one, other), score in sorted(likeness.items()):
        own = score >= best[one, found[other].article], score >= best[other, found[one].article]
        if all(own) or (any(own) and score >= ONE_SIDED):
            yield Match(score, one, other, False)
