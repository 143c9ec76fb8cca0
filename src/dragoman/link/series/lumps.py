"""Copies of one number: what the articles of one origin say in almost the same words, as one figure.

So copies of a report change neither what is compared nor, beyond their number, how long it takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from dragoman.link.series.figures import Figure
from dragoman.link.series.points import earliest
from dragoman.types import Span

T = TypeVar("T")

ALIKE: Final = 0.5
"""Share of the stems around two equal numbers of one origin from which on one is a copy of the other."""


@dataclass(slots=True)
class Lump:
    """Figures of one origin that are copies of one another, in the order in which they appeared."""

    figures: list[Figure] = field(default_factory=list)
    sentences: set[tuple[str, Span]] = field(default_factory=set)

    def add(self, figure: Figure) -> None:
        """Takes a figure in."""
        self.figures.append(figure)
        self.sentences.add((figure.quantity.article, figure.sentence))

    def likeness(self, figure: Figure) -> float:
        """Share of the stems around the first figure and this one that both have; nought in a sentence
        that has another of these figures."""
        first = self.figures[0]
        if (figure.quantity.article, figure.sentence) in self.sentences:
            return 0.0
        return len(first.near & figure.near) / max(1, len(first.near | figure.near))

    def typical(self) -> Figure:
        """The first figure with what most of the copies say."""
        half = len(self.figures) / 2
        return replace(
            self.figures[0],
            measure=_most(f.measure for f in self.figures),
            head=_most(f.head for f in self.figures),
            countries=_most(f.countries for f in self.figures),
            part=_most(f.part for f in self.figures),
            years=_most(f.years for f in self.figures),
            near=_shared(self.figures, lambda f: f.near, half),
            context=_shared(self.figures, lambda f: f.context, half),
            cause=_shared(self.figures, lambda f: f.cause, half),
        )


def lumps(found: Iterable[Figure]) -> list[Lump]:
    """Figures of one block, each in one lump."""
    made: dict[tuple[str, float | None, float | None], list[Lump]] = {}
    for figure in sorted(found, key=earliest):
        quantity = figure.quantity
        same = made.setdefault((figure.origin, quantity.low, quantity.high), [])
        best = max(same, key=lambda lump: lump.likeness(figure), default=None)
        if best is None or best.likeness(figure) < ALIKE:
            same.append(best := Lump())
        best.add(figure)
    return [lump for same in made.values() for lump in same]


def _most(values: Iterable[T]) -> T:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], _text(value)))


def _text(value: object) -> str:
    return " ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _shared(
    found: Sequence[Figure], of: Callable[[Figure], frozenset[str]], half: float
) -> frozenset[str]:
    counts = Counter(stem for figure in found for stem in of(figure))
    return frozenset(stem for stem, count in counts.items() if count >= half)
