"""Stories of one affair in order of time."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.link.story.cluster import Matrix


def chronology(
    groups: Sequence[Sequence[int]], days: Sequence[str | None], order: Matrix
) -> list[int]:
    """The numbers of `groups` of reports in order of time.

    `days` of each report (ISO 8601) put the dated groups in order, by their first day. The others are put
    in one by one, those first of which most is known, where they fit best with what the reports tell:
    `order` is above 0 where the row was written before the column.
    """
    first = [min((d for i in g if (d := days[i]) is not None), default=None) for g in groups]
    dated = [i for i, day in enumerate(first) if day is not None]
    placed = sorted(dated, key=lambda i: (str(first[i]), i))
    before = _between(groups, order)
    undated = [i for i, day in enumerate(first) if day is None]
    for group in sorted(undated, key=lambda i: (-float(abs(before[i]).sum()), i)):
        placed.insert(_best_place(group, placed, before), group)
    return placed


def _between(groups: Sequence[Sequence[int]], order: Matrix) -> Matrix:
    """The mean of `order` between each two groups."""
    between = order[: len(groups), : len(groups)].copy()
    for i, one in enumerate(groups):
        for j, other in enumerate(groups):
            between[i, j] = order[list(one)][:, list(other)].mean()
    return between


def _best_place(group: int, placed: Sequence[int], before: Matrix) -> int:
    """Where the most is put in order; the last of equals."""
    fits = [
        sum(before[p, group] for p in placed[:at]) + sum(before[group, p] for p in placed[at:])
        for at in range(len(placed) + 1)
    ]
    best = max(fits)
    return max(at for at, fit in enumerate(fits) if fit >= best - 1e-9)
