"""The articles of an affair as the solver sees them, with what binds them to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.link.dating.alike import likeness
from dragoman.link.dating.figures import Compared, compared, figures
from dragoman.link.dating.near import Kernels
from dragoman.link.dating.orders import Order, happenings, orders
from dragoman.link.dating.tellings import Tie, tellings, ties
from dragoman.link.dating.words import Days
from dragoman.linking import Affair, Told
from dragoman.types import Derivation

Chances: TypeAlias = Mapping[int, float]
"""The chance of each day, by its place in the frame."""
Known: TypeAlias = Mapping[int, Chances]
"""The days of the articles that have one, by the article's number in the affair."""

MADE: Final = frozenset({"copy", "rewrite", "shared_source"})
"""Derivations that bind the days of two articles; statements in common do not."""


@dataclass(frozen=True, slots=True)
class Case:
    """The articles with what binds them, by the article's number; `days` come into question.

    `alike` is how alike any two are in their words, `kernels` how far apart two articles are written.
    """

    members: tuple[Told, ...]
    days: Days
    numbers: Mapping[str, int]
    stories: Mapping[str, Sequence[int]]
    derivations: Mapping[int, Sequence[Derivation]]
    ties: Mapping[int, Sequence[Tie]]
    orders: Mapping[int, Sequence[Order]]
    figures: Mapping[int, Sequence[Compared]]
    alike: NDArray[np.float32]
    kernels: Kernels


def case_of(affair: Affair, days: Days, undated: Iterable[int]) -> Case:
    """What binds the articles; sentences, events and figures are compared for the undated ones."""
    members, wanted = affair.members, set(undated)
    numbers = {told.analysis.article.id: n for n, told in enumerate(members)}
    stories: dict[str, list[int]] = defaultdict(list)
    for number, member in enumerate(members):
        stories[member.story].append(number)
    return Case(
        members,
        days,
        numbers,
        stories,
        _derived(affair, numbers),
        _tied(members, wanted),
        _ordered(members, wanted),
        _counted(members, wanted),
        likeness([m.analysis.article.text for m in members]),
        Kernels.of(len(days)),
    )


def _derived(affair: Affair, numbers: Mapping[str, int]) -> Mapping[int, Sequence[Derivation]]:
    found: dict[int, list[Derivation]] = defaultdict(list)
    for derivation in affair.derivations:
        for id_ in (derivation.from_, derivation.to):
            if derivation.kind in MADE and id_ in numbers:
                found[numbers[id_]].append(derivation)
    return found


def _tied(members: Sequence[Told], wanted: set[int]) -> Mapping[int, Sequence[Tie]]:
    told = [t for n, m in enumerate(members) for t in tellings(n, m.analysis)]
    found: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties([t for t in told if t.article in wanted], told):
        found[tie.one.article].append(tie)
    return found


def _ordered(members: Sequence[Told], wanted: set[int]) -> Mapping[int, Sequence[Order]]:
    told = [h for n, m in enumerate(members) for h in happenings(n, m.analysis)]
    found: dict[int, list[Order]] = defaultdict(list)
    for order in orders([h for h in told if h.article in wanted], told):
        found[order.own.article].append(order)
    return found


def _counted(members: Sequence[Told], wanted: set[int]) -> Mapping[int, Sequence[Compared]]:
    told = [f for n, m in enumerate(members) for f in figures(n, m.analysis)]
    found: dict[int, list[Compared]] = defaultdict(list)
    for pair in compared([f for f in told if f.article in wanted], told):
        found[pair.own.article].append(pair)
    return found


def day_of(case: Case, chances: Chances) -> int:
    """The likeliest day (ordinal) of a known article, the first of equals."""
    return int(case.days[max(sorted(chances), key=lambda place: chances[place])])


def written_on(case: Case, chances: Chances) -> str:
    """'on 2024-05-02'."""
    return f"on {date.fromordinal(day_of(case, chances))}"
