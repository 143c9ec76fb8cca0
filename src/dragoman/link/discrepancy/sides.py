"""The sides of a difference: how one group of articles tells it, and how a sentence counts them.

Articles that go back to one report are one voice: a side counts its articles and its independent
origins, and only the latter give it weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from dragoman.ids import make_id
from dragoman.types import Discrepancy

Kind: TypeAlias = Literal[
    "figure", "status", "actor", "recipient", "date", "quotation", "speaker", "label", "dating",
    "alteration", "omission",
]  # fmt: skip

ORDER: tuple[Kind, ...] = (
    "figure", "status", "actor", "recipient", "date", "speaker", "quotation", "label", "dating",
    "alteration", "omission",
)  # fmt: skip
"""Kinds, the most consequential first: what can't both be true stands before what is worded
differently, then what was changed in copying, and last what is only left out."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

LONGEST = 160
"""Code points of an article's words in a summary; the evidence shows the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One fact that takes a side: its id, the article it stands in, and that article's origin; `altered`:
    whether that is a copy with words changed, `repeats`: and the fact in a sentence that another text tells first."""

    fact: str
    article: str
    origin: str
    altered: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One way to tell it, in words for the summary, and the reports that tell it so.

    `remark` is added to the counts, such as 'inside a quotation'.
    """

    words: str
    reports: tuple[Report, ...]
    remark: str | None = None

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(r.article for r in self.reports)

    @property
    def main(self) -> frozenset[str]:
        """Its articles without altered copies, if there are any: of what a copy leaves out nothing follows."""
        return frozenset(r.article for r in self.reports if not r.altered) or self.articles

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(r.origin for r in self.reports)

    def __str__(self) -> str:
        remark = f"; {self.remark}" if self.remark else ""
        return f"{self.words} ({counts(self.articles, self.origins)}{remark})"


def counts(articles: Iterable[str], origins: Iterable[str]) -> str:
    """'3 articles / 2 independent origins'."""
    return f"{_plural(len(set(articles)), 'article')} / {_plural(len(set(origins)), 'independent origin')}"


def in_words(day: str) -> str:
    """'2024-03-04' as '4 March 2024'."""
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def _plural(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def quoted(text: str, most: int = LONGEST) -> str:
    """An article's words in quotation marks, on one line, cut at `most` code points."""
    line = " ".join(text.split())
    bare = line.strip("“”\"‘’'«»„,;: ") or line
    return f"‘{bare if len(bare) <= most else bare[: most - 1].rstrip() + '…'}’"


def listed(parts: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def by_weight(sides: Iterable[Side]) -> list[Side]:
    """The side that most origins take first; equals by their words."""
    return sorted(sides, key=lambda s: (-len(s.origins), -len(s.articles), s.words))


def different_articles(sides: Sequence[Side]) -> bool:
    """Whether two of the sides are told by different articles: a change of mind inside one is none."""
    return any(a.main - b.main and b.main - a.main for a, b in combinations(sides, 2))


def different_origins(sides: Sequence[Side]) -> bool:
    """Whether independent origins stand against each other on two of the sides."""
    return any(a.origins - b.origins and b.origins - a.origins for a, b in combinations(sides, 2))


def differing(kind: Kind, of: str, opening: str, sides: Sequence[Side]) -> Iterator[Discrepancy]:
    """The differences of different articles: what two reports or more say, and what was changed in copying.

    A side that only altered copies take stands against no report: it shows what the copying changed.
    """
    own = [s for s in sides if not all(r.repeats for r in s.reports)]
    if len(own) > 1 and different_articles(own):
        yield discrepancy(kind, of, opening, own)
    if own and len(own) < len(sides) and different_articles(sides):
        yield discrepancy("alteration", f"{kind} {of}", f"Changed in copying. {opening}", sides)


def discrepancy(kind: Kind, of: str, opening: str, sides: Iterable[Side]) -> Discrepancy:
    """The difference `of` some whole (its id, or what tells it from others): a sentence and its facts."""
    ordered = by_weight(sides)
    reports = [r for side in ordered for r in side.reports]
    return Discrepancy(
        id=make_id("discrepancy", kind, of),
        kind=kind,
        summary=f"{opening}: {listed([str(side) for side in ordered])}.",
        facts=tuple(sorted({r.fact for r in reports})),
        articles=tuple(sorted({r.article for r in reports})),
    )
