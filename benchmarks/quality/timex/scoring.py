"""The scores of TempEval-3 for time expressions (UzZaman et al. 2013, section 5.1 of the task paper).

Strict: the same characters. Relaxed: at least one character in common. Value F1: the relaxed F1
times the share of relaxed matches whose value is the same string (its 'attribute F1'). As in the
task's own scorer, expressions are counted over all documents (micro average).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Expression(NamedTuple):
    """A time expression by its offsets, type and value."""

    start: int
    end: int
    type: str
    value: str | None


class Scores(NamedTuple):
    """F1 scores in percent, and the counts behind them."""

    strict: float
    relaxed: float
    value: float
    type: float
    gold: int
    found: int


def overlap(a: Expression, b: Expression) -> int:
    """Characters in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def best(one: Expression, others: Sequence[Expression]) -> Expression | None:
    """The other expression that shares most with this one."""
    near = [other for other in others if overlap(one, other)]
    return max(near, key=lambda other: overlap(one, other), default=None)


def scored(pairs: Iterable[tuple[Sequence[Expression], Sequence[Expression]]]) -> Scores:
    """Scores over documents, each as (gold, found)."""
    gold = found = strict = relaxed_gold = relaxed_found = value = kind = 0
    for right, ours in pairs:
        gold += len(right)
        found += len(ours)
        spans = {(e.start, e.end) for e in right}
        strict += sum((e.start, e.end) in spans for e in ours)
        relaxed_gold += sum(best(e, ours) is not None for e in right)
        matched = [(e, other) for e in ours if (other := best(e, right))]
        relaxed_found += len(matched)
        value += sum(e.value == other.value for e, other in matched)
        kind += sum(e.type == other.type for e, other in matched)
    relaxed = _f1(_share(relaxed_found, found), _share(relaxed_gold, gold))
    return Scores(
        round(100 * _f1(_share(strict, found), _share(strict, gold)), 1),
        round(100 * relaxed, 1),
        round(100 * relaxed * _share(value, relaxed_found), 1),
        round(100 * relaxed * _share(kind, relaxed_found), 1),
        gold,
        found,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
