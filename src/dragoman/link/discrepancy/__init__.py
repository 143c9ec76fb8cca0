"""Where the reports of an affair disagree, word things differently, or keep silent.

`join` runs last: it compares what the joiners before it brought together (events, series, groups of
quotations, datings) and adds one `Discrepancy` for each difference that a reader should know. A summary
says what differs in the outlets' own words, in quotation marks, with counts of articles and independent
origins; it never says who is right. Articles of one origin are one voice: what only copies of a report, words
of which were changed, tell otherwise than it is no disagreement but an 'alteration'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.figures import figure_bounds, figures
from dragoman.link.discrepancy.happenings import happenings
from dragoman.link.discrepancy.labels import labels
from dragoman.link.discrepancy.omissions import omissions
from dragoman.link.discrepancy.sides import ORDER
from dragoman.link.discrepancy.undated import datings
from dragoman.link.discrepancy.wordings import differ_in_words, speakers, wordings
from dragoman.linking import Affair
from dragoman.types import Discrepancy, Linked

__all__ = ["ORDER", "differ_in_words", "differences", "figure_bounds", "join", "rank"]

FINDERS: tuple[Callable[[Context], Iterable[Discrepancy]], ...] = (
    figures, happenings, speakers, wordings, labels, datings, omissions,
)  # fmt: skip


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, and the differences among the articles, the most consequential first."""
    return replace(said, facts=(*said.facts, *differences(affair, said)))


def differences(affair: Affair, said: Linked) -> tuple[Discrepancy, ...]:
    """The differences alone. One article can only contradict itself, in what dates it."""
    context = Context(affair, said)
    found = _found(context) if len(affair.members) > 1 else datings(context)
    return tuple(sorted({d.id: d for d in found}.values(), key=rank))


def _found(context: Context) -> Iterator[Discrepancy]:
    for finder in FINDERS:
        yield from finder(context)


def rank(fact: Discrepancy) -> tuple[int, int, int, str]:
    """By kind (`ORDER`), then what more articles and more facts show, then id."""
    kinds: tuple[str, ...] = ORDER
    place = kinds.index(fact.kind) if fact.kind in kinds else len(kinds)
    return (place, -len(fact.articles), -len(fact.facts), fact.id)
