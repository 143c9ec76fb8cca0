"""Quantity series: one quantity of the world over time, every number with its source and its day.

A number in a sentence that repeats another of its origin is that one's (`voices`). The others of one kind
are compared all at once (`compare`) and grouped (`group`), what an origin says again in almost the same
words as one (`lumps`); each origin gives one point for each number it has, and each point says how it stands to
those before it (`points`). Of measures that a reader follows from day to day (`FOLLOWED`) one report
is a series; of others (money, people, vehicles, shares) only a number that several origins have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import count

from dragoman.ids import make_id
from dragoman.link.series.compare import likeness
from dragoman.link.series.figures import FOLLOWED, Figure, counted_as, figures
from dragoman.link.series.group import clusters
from dragoman.link.series.lumps import Lump, lumps
from dragoman.link.series.points import Placed, earliest, most, placed, standing
from dragoman.linking import Affair
from dragoman.types import Linked, Quantity, QuantitySeries
from dragoman.voices import voices_of

__all__ = ["grouped", "join"]


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the series of the affair's numbers and the membership of all of these.

    Time grows with the square of the different numbers of one kind, in whole-matrix steps.
    """
    made: dict[str, QuantitySeries] = {}
    membership: list[tuple[str, str]] = []
    quantities = [q for told in affair.members for q in told.analysis.quantities]
    repeated = voices_of(affair).repeated(
        quantities, lambda q: q.span.start, _alike, elsewhere=_alike
    )
    found = [f for f in figures(affair.members) if f.quantity.id in repeated]
    for copies in grouped(found):
        if _is_series(copies):
            group = [figure for lump in copies for figure in lump.figures]
            series = _series(affair.id, group, made)
            made[series.id] = series
            membership += [(id_, series.id) for f in group for id_ in repeated[f.quantity.id]]
    return replace(
        said,
        facts=(*said.facts, *(made[id_] for id_ in sorted(made))),
        membership=(*said.membership, *sorted(membership)),
    )


def _alike(quantity: Quantity, first: Quantity) -> float:
    """Whether two statements give the same number; more so in the same measure."""
    same = (quantity.low, quantity.high) == (first.low, first.high)
    return float(same and 1 + (quantity.measure == first.measure))


def grouped(found: Sequence[Figure]) -> Iterator[list[Lump]]:
    """Numbers by the quantity that they are of, copies in lumps."""
    blocks: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        blocks[figure.block].append(figure)
    for _, block in sorted(blocks.items()):
        copies = lumps(block)
        for rows in clusters(likeness([lump.typical() for lump in copies])):
            yield [copies[row] for row in rows]


def _is_series(copies: Sequence[Lump]) -> bool:
    """Whether several origins have the number, or it is one to follow and more than a vague word."""
    typical = [lump.typical() for lump in copies]
    if len({figure.origin for figure in typical}) > 1:
        return True
    return any(f.measure in FOLLOWED and f.quantity.modifier != "vague" for f in typical)


def _series(affair: str, group: Sequence[Figure], taken: Container[str]) -> QuantitySeries:
    measure = _measure_of(group)
    points = placed(group, measure)
    return QuantitySeries(
        id=_id(affair, group, points, taken),
        measure=measure,
        of=most(group, lambda f: counted_as(f, measure)),
        cause=most(group, lambda f: f.quantity.cause.text if f.quantity.cause else None),
        place=most(group, lambda f: f.quantity.place.text if f.quantity.place else None),
        points=tuple(p.point for p in points),
        unit=min(group, key=earliest).quantity.unit,
        newest=standing(points).point.quantity,
    )


def _measure_of(group: Sequence[Figure]) -> str | None:
    """What most origins call it; one that says more than 'people' or 'casualties' where half as many do."""
    said = Counter(measure for _, measure in {(f.origin, f.measure) for f in group})
    telling = most(
        group, lambda f: f.measure if f.measure not in ("people", "casualties") else None
    )
    is_told = telling is not None and 2 * said[telling] >= max(said.values())
    return telling if is_told else most(group, lambda f: f.measure)


def _id(
    affair: str, group: Sequence[Figure], points: Sequence[Placed], taken: Container[str]
) -> str:
    """From the first point and the words of most of its reports: copies do not change it."""
    first = points[0]
    copies = [f for f in group if f.origin == first.figure.origin and f.value == first.figure.value]
    counts = Counter(figure.wording for figure in copies)
    words = min(counts, key=lambda wording: (-counts[wording], wording))
    of = (affair, first.figure.block, first.point.low, first.point.high, first.point.as_of, words)
    ids = (make_id("quantity_series", *of, number) for number in count())
    return next(id_ for id_ in ids if id_ not in taken)
