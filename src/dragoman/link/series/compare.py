"""How likely it is that two reported numbers are of one quantity: all pairs of a block at once.

A pair's likeness is a sum of weighted signs, nought where it may be either. The signs are in the
number, in what is counted, in the measure, in the words around it and in the time it speaks of. The
weights were set by hand on the development part of `benchmarks/quality/series`, beside a logistic
regression on the same pairs; the number of pairs is too small to take a regression's word for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.link.series.figures import HARM, Figure, befell, number_of
from dragoman.link.series.values import telling, usual

Matrix: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Signs: TypeAlias = Iterator[tuple[float, Matrix | Mask]]

START: Final = -0.3
"""Likeness of two numbers of one block of which nothing is known."""

CLOSE: Final = 0.15
"""Difference of logarithms up to which large numbers may be one number, revised."""

LARGE: Final = 100
"""From here on it says something that two numbers are close, and a toll is one that lasts."""

WIDE: Final = 1.5
"""From this multiple of its lower end on, a stated range meets too many numbers to say which one it is."""

SLOW: Final = 28
"""Days in which a toll may well grow by a factor of e."""

GROWTH: Final = 1.5
"""Growth, as a difference of logarithms, that time can explain."""

LED: Final = 1.0
"""For two numbers of one harm that their articles, of one story, give first; from 1.5 on the numbers of different
parties are joined."""

EXCLUSIVE: Final = HARM - {"casualties"}
"""Measures that exclude one another: who is counted as one is not counted as another."""


def likeness(found: Sequence[Figure]) -> Matrix:
    """How alike the figures of one block are, above nought for one quantity; -inf where never."""
    total = np.full((len(found), len(found)), START)
    meets = _meets(found)
    for signs in (_in_number, _in_counted, _in_measure, _in_words, _in_time):
        for weight, where in signs(found, meets):
            total += weight * where
    total[_apart(found)] = -np.inf
    return total


def _apart(found: Sequence[Figure]) -> Mask:
    """Pairs that are two quantities: of one sentence, of two nations, of the killed and the injured."""
    measure = _codes(found, lambda f: f.measure)
    excludes = _mask(found, lambda f: f.measure in EXCLUSIVE)
    differ = _differ(measure) & np.logical_and.outer(excludes, excludes)
    nations = _differ(_codes(found, _countries))
    return differ | nations | _same(_codes(found, lambda f: (f.quantity.article, f.sentence)))


def _meets(found: Sequence[Figure]) -> Mask:
    """Whether two statements, as they are usually meant, may be of one number."""
    ranges = [usual(f.quantity) for f in found]
    low, high = np.array([r.low for r in ranges]), np.array([r.high for r in ranges])
    return np.asarray((low[:, None] <= high) & (low <= high[:, None]))


def _in_number(found: Sequence[Figure], meets: Mask) -> Signs:
    values = np.array([f.value for f in found])
    vague = _mask(found, lambda f: f.quantity.modifier == "vague")
    exact = (values[:, None] == values) & ~np.logical_and.outer(vague, vague)
    tells = np.array([telling(value) for value in values])
    size = _size(values)
    article = _same(_codes(found, lambda f: f.quantity.article))
    yield 1.0, exact
    yield 2.0, exact * np.minimum.outer(tells, tells)
    yield 0.4, meets & ~exact
    yield -0.8, meets & ~exact & _says_little(found)
    yield -1.0, ~meets
    yield -1.6, ~meets * np.minimum(size, 3)
    yield 1.0, ~meets & (size < CLOSE) & (np.minimum.outer(values, values) >= LARGE)
    yield -0.3, article
    yield -0.6, article & ~meets


def _says_little(found: Sequence[Figure]) -> Mask:
    """Whether two numbers may be one by chance: one is a wide range of what is no harm, or both are of
    mere people and nothing else tells who is counted."""
    wide = _mask(found, lambda f: f.measure not in HARM and _is_wide(f))
    people = _mask(found, lambda f: f.measure == "people")
    named = _same(_codes(found, lambda f: f.head)) | _same(_codes(found, _countries))
    mere = np.logical_and.outer(people, people) & ~named
    return np.asarray(np.logical_or.outer(wide, wide) | mere)


def _is_wide(figure: Figure) -> bool:
    low, high = figure.quantity.low, figure.quantity.high
    return low is not None and high is not None and high > WIDE * low


def _size(values: Matrix) -> Matrix:
    """Absolute difference of the logarithms."""
    logs = np.log(np.abs(values) + 1e-9)
    return np.asarray(np.abs(logs[:, None] - logs))


def _in_counted(found: Sequence[Figure], meets: Mask) -> Signs:
    head, country = _codes(found, lambda f: f.head), _codes(found, _countries)
    yield 0.4, _same(head)
    yield -1.8, _differ(head)
    yield -0.5, _one(head)
    yield -0.6, _one(head) & ~meets
    yield 0.5, _same(country)
    yield -0.4, _one(country) & ~meets
    part = _mask(found, lambda f: f.part)
    yield -0.8, np.logical_or.outer(part, part) & ~meets


def _countries(figure: Figure) -> Hashable:
    return figure.countries or None


def _in_measure(found: Sequence[Figure], meets: Mask) -> Signs:
    kind = _codes(found, lambda f: "killed" if f.measure == "casualties" else f.measure)
    differ = _differ(kind)
    named = _same(_codes(found, lambda f: f.head)) | _same(_codes(found, _countries))
    whole = _mask(found, is_toll)
    tolls = np.logical_and.outer(whole, whole) & ~differ
    yield -2.2, differ
    yield 1.6, differ & named
    yield 1.2, differ * _told(found)
    yield 1.6, tolls
    parts = _mask(found, lambda f: f.measure in HARM and f.head is not None and not f.part)
    yield 1.2, np.logical_and.outer(parts, parts) & ~differ & _same(_codes(found, lambda f: f.head))
    harm = _mask(found, lambda f: f.measure in HARM)
    yield LED, np.logical_and.outer(harm, harm) & ~differ & _leading(found)
    yield 1.3, (tolls & ~meets) * _grown(found)
    yield -4.0, tolls & _one(_codes(found, lambda f: f.years or None))


def is_toll(figure: Figure) -> bool:
    """Whether a number counts all who were harmed, not some of them."""
    return figure.measure in HARM and figure.head is None and not (figure.countries or figure.part)


def _leading(found: Sequence[Figure]) -> Mask:
    """Whether both are what their articles, of one story, give first for the measure."""
    leads = _mask(found, lambda f: f.leads)
    return np.logical_and.outer(leads, leads) & _same(_codes(found, lambda f: f.story))


def _told(found: Sequence[Figure]) -> Matrix:
    """Whether one of two is of 'people' and the words around it tell the other's harm."""
    people = _mask(found, lambda f: f.measure == "people")
    total = np.zeros((len(found), len(found)))
    for measure, stems in befell().items():
        harmed = np.array([f.measure == measure for f in found])
        told = people & np.array([not stems.isdisjoint(f.near) for f in found])
        total += np.logical_and.outer(harmed, told) | np.logical_and.outer(told, harmed)
    return total


def _grown(found: Sequence[Figure]) -> Matrix:
    """How much of the difference of two tolls the days between them explain, up to `GROWTH`.

    Where one report is without a day, they may explain all of that; of large tolls, which last.
    """
    values = np.array([f.value for f in found])
    days = np.array([number_of(f.day or "") or np.nan for f in found])
    later = (days[:, None] - days) * np.sign(values[:, None] - values)
    unknown = GROWTH * (np.minimum.outer(values, values) >= LARGE)
    explained = np.where(np.isnan(later), unknown, np.clip(later / SLOW, 0, GROWTH))
    return np.asarray(np.minimum(_size(values), explained))


def _in_words(found: Sequence[Figure], meets: Mask) -> Signs:
    origins = [f.origin for f in found]
    yield 2.0, _cosines([f.near for f in found], origins)
    yield 0.8, _cosines([f.context for f in found], origins)
    yield 0.8, _cosines([f.cause for f in found], origins)
    yield 0.2, _same(_codes(found, lambda f: f.source))


def _in_time(found: Sequence[Figure], meets: Mask) -> Signs:
    years = _codes(found, lambda f: f.years or None)
    yield 0.5, _same(years)
    yield -4.0, _differ(years)
    yield -0.7, _one(years)


# ---------------------------------------------------------------- masks of pairs

Codes: TypeAlias = NDArray[np.int64]


def _mask(found: Sequence[Figure], holds: Callable[[Figure], bool]) -> Mask:
    return np.array([holds(f) for f in found], dtype=bool)


def _codes(found: Sequence[Figure], of: Callable[[Figure], Hashable]) -> Codes:
    """A number for each different value, -1 for None."""
    names: dict[Hashable, int] = {None: -1}
    return np.array([names.setdefault(of(f), len(names)) for f in found], dtype=np.int64)


def _same(codes: Codes) -> Mask:
    return np.asarray((codes[:, None] == codes) & (codes >= 0))


def _differ(codes: Codes) -> Mask:
    known = codes >= 0
    return np.asarray((codes[:, None] != codes) & np.logical_and.outer(known, known))


def _one(codes: Codes) -> Mask:
    """Pairs of which one alone is known."""
    known = codes >= 0
    return np.asarray(known[:, None] != known)


def _cosines(sets: Sequence[frozenset[str]], origins: Sequence[str]) -> Matrix:
    """Cosines of sets of stems; a stem weighs the more the fewer origins have it."""
    held = {(stem, o) for stems, o in zip(sets, origins, strict=True) for stem in stems}
    counts = Counter(stem for stem, _ in held)
    columns = {stem: i for i, stem in enumerate(sorted(counts))}
    every = len(set(origins))
    table = np.zeros((len(sets), max(1, len(columns))))
    for row, stems in enumerate(sets):
        for stem in stems:
            table[row, columns[stem]] = np.log1p(every / counts[stem]) ** 0.5
    table /= np.maximum(np.sqrt((table**2).sum(1)), 1e-9)[:, None]
    return np.asarray(table @ table.T)
