"""MUC, B-cubed and entity-based CEAF of two partitions of the same mentions, and their mean (CoNLL F1).

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF with phi4: Luo 2005, by the assignment
of Kuhn (1955). Singletons count, as in the scorers of the CoNLL 2012 task on gold mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

Partition: TypeAlias = Mapping[Any, Hashable]
"""Mention → its cluster."""
Clusters: TypeAlias = Sequence[frozenset[Hashable]]


class Score(NamedTuple):
    """Recall and precision, 0 to 1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def conll(gold: Partition, found: Partition) -> float:
    """The mean of the three F1s, 0 to 1."""
    return sum(score(gold, found).f1 for score in (muc, b_cubed, ceaf_e)) / 3


def muc(gold: Partition, found: Partition) -> Score:
    """Links kept of those that each chain needs."""
    return Score(_links(gold, found), _links(found, gold))


def b_cubed(gold: Partition, found: Partition) -> Score:
    """Share of each mention's chain that is right, averaged over mentions."""
    return Score(_overlap(gold, found), _overlap(found, gold))


def ceaf_e(gold: Partition, found: Partition) -> Score:
    """Similarity 2|g ∩ f| / (|g| + |f|) of the best one-to-one match of chains, over chains."""
    one, two = clusters(gold), clusters(found)
    best = _best_match(one, two)
    return Score(best / len(one) if one else 0.0, best / len(two) if two else 0.0)


def clusters(partition: Partition) -> list[frozenset[Hashable]]:
    """The sets of mentions."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in partition.items():
        found[cluster].add(mention)
    return [frozenset(c) for c in found.values()]


def _links(key: Partition, response: Partition) -> float:
    needed = kept = 0
    for chain in clusters(key):
        needed += len(chain) - 1
        kept += len(chain) - len({response[m] for m in chain})
    return kept / needed if needed else 0.0


def _overlap(key: Partition, response: Partition) -> float:
    chains = {m: c for c in clusters(key) for m in c}
    answers = {m: c for c in clusters(response) for m in c}
    shares = [len(chains[m] & answers[m]) / len(chains[m]) for m in key]
    return sum(shares) / len(shares) if shares else 0.0


def _best_match(one: Clusters, two: Clusters) -> float:
    """Chains that share no mention with others match alone: the assignment is solved part by part."""
    holder = {m: i for i, c in enumerate(two) for m in c}
    total = 0.0
    for rows, columns in _parts(one, holder):
        table = [[_phi4(one[i], two[j]) for j in columns] for i in rows]
        total += assignment(table)
    return total


def _phi4(one: frozenset[Hashable], two: frozenset[Hashable]) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


def _parts(one: Clusters, holder: Mapping[Hashable, int]) -> list[tuple[list[int], list[int]]]:
    """Connected groups of chains of both sides, as numbers."""
    parts: list[tuple[set[int], set[int]]] = []
    for i, chain in enumerate(one):
        rows, columns = {i}, {holder[m] for m in chain}
        apart = []
        for part in parts:
            if part[1] & columns:
                rows |= part[0]
                columns |= part[1]
            else:
                apart.append(part)
        parts = [*apart, (rows, columns)]
    return [(sorted(rows), sorted(columns)) for rows, columns in parts]


def assignment(table: Sequence[Sequence[float]]) -> float:
    """The greatest sum of cells, at most one in a row and column (Hungarian method, O(n^3))."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    match = _matched([[-cell for cell in row] for row in table])
    return sum(table[row][column] for column, row in match.items())


def _matched(costs: Sequence[Sequence[float]]) -> dict[int, int]:
    """Column → row of the cheapest assignment of all rows; there are no more rows than columns."""
    rows, columns = len(costs), len(costs[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            column = _step(costs, column, u, v, owner, way, least, used)
        while column:
            owner[column], column = owner[way[column]], way[column]
    return {j - 1: owner[j] - 1 for j in range(1, columns + 1) if owner[j]}


def _step(
    costs: Sequence[Sequence[float]],
    column: int,
    u: list[float],
    v: list[float],
    owner: list[int],
    way: list[int],
    least: list[float],
    used: list[bool],
) -> int:
    """One column is added to the tree of alternating paths; returns the next one to look at."""
    used[column] = True
    row, slack, nearest = owner[column], float("inf"), 0
    for j in range(1, len(v)):
        if used[j]:
            continue
        reduced = costs[row - 1][j - 1] - u[row] - v[j]
        if reduced < least[j]:
            least[j], way[j] = reduced, column
        if least[j] < slack:
            slack, nearest = least[j], j
    for j in range(len(v)):
        if used[j]:
            u[owner[j]] += slack
            v[j] -= slack
        else:
            least[j] -= slack
    return nearest
