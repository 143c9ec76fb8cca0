"""The points of a series: one for each origin and number, in order of time, each set against the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.link.series.figures import HARM, Figure
from dragoman.link.series.values import strict, usual
from dragoman.types import PointRelation, SeriesPoint

UNDATED = "9999"
"""After every day."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point and the figure that it is made from."""

    point: SeriesPoint
    figure: Figure


def placed(found: Iterable[Figure]) -> list[Placed]:
    """The points of one quantity's figures, in order of day and value, with their relations."""
    first: dict[tuple[str, float | None, float | None], Figure] = {}
    for figure in sorted(found, key=earliest):
        first.setdefault((figure.origin, figure.quantity.low, figure.quantity.high), figure)
    ordered = sorted((Placed(_point(f), f) for f in first.values()), key=_order)
    before: dict[tuple[object, ...], Placed] = {}
    related: list[Placed] = []
    for p in ordered:
        relation = _relation(p, list(before.values()))
        related.append(Placed(replace(p.point, relation=relation), p.figure))
        before.setdefault((p.point.as_of, p.point.low, p.point.high, p.point.modifier), p)
    return related


def earliest(figure: Figure) -> tuple[str, str, str, int]:
    """The order in which reports appeared: by day, undated last; of one day by their words, so that
    copies change nothing, then by article and place."""
    quantity = figure.quantity
    return (figure.day or UNDATED, figure.wording, quantity.article, quantity.span.start)


def _point(figure: Figure) -> SeriesPoint:
    quantity = figure.quantity
    basis: Literal["stated", "published"] | None = "published" if figure.day else None
    return SeriesPoint(
        quantity=quantity.id,
        value=figure.value,
        as_of=figure.stated or figure.day,
        reported_by=quantity.reported_by.text if quantity.reported_by else None,
        origin=figure.origin,
        low=quantity.low,
        high=quantity.high,
        modifier=quantity.modifier,
        article=quantity.article,
        basis="stated" if figure.stated else basis,
    )


def _order(placed: Placed) -> tuple[str, float, tuple[str, str, str, int]]:
    point = placed.point
    return (point.as_of or UNDATED, point.value or 0.0, earliest(placed.figure))


# ---------------------------------------------------------------- relations


def _relation(now: Placed, before: Sequence[Placed]) -> PointRelation:
    if not before:
        return "first"
    newest = standing(before)
    if same(newest, now) or any(same(p, now) for p in _of_day(now, before) if not _is_vague(p)):
        return "same"
    if now.point.as_of is None or newest.point.as_of is None:
        return "undated"
    if any(not _can_both_hold(p, now) for p in _of_day(now, before)):
        return "contradiction"
    if _of_day(now, before) or _revises(now, newest):
        return "revision"
    return "contradiction"


def _of_day(now: Placed, before: Sequence[Placed]) -> list[Placed]:
    return [p for p in before if p.point.as_of is not None and p.point.as_of == now.point.as_of]


def _is_vague(placed: Placed) -> bool:
    return placed.figure.quantity.modifier == "vague"


def same(one: Placed, other: Placed) -> bool:
    """Whether two statements, as they are usually meant, are of one number."""
    return usual(one.figure.quantity).meets(usual(other.figure.quantity))


def _can_both_hold(one: Placed, other: Placed) -> bool:
    return strict(one.figure.quantity).meets(strict(other.figure.quantity))


def _revises(now: Placed, before: Placed) -> bool:
    """Whether a later number follows an earlier one: any that a report dates, and that its source gives
    anew, or that leaves room for the earlier; of harm one that grows; of other things any."""
    if now.figure.measure not in HARM or now.point.basis == "stated":
        return True
    grows = now.figure.value > before.figure.value
    source = now.figure.source is not None and now.figure.source == before.figure.source
    return grows or source or _can_both_hold(now, before)


def standing(points: Sequence[Placed]) -> Placed:
    """The report that stands: of the latest day with a number, the one that most origins bear out.

    Of equals an exact number before a hedged one, then the larger, then the earlier report.
    """
    counted = [p for p in points if not _is_vague(p)] or list(points)
    dated = [p for p in counted if p.point.as_of is not None] or counted
    last = max(p.point.as_of or "" for p in dated)
    of_day = [p for p in dated if (p.point.as_of or "") == last]
    return min(of_day, key=lambda p: _rank(p, points))


def _rank(
    placed: Placed, points: Sequence[Placed]
) -> tuple[int, bool, float, tuple[str, str, str, int]]:
    borne_out = {p.figure.origin for p in points if same(p, placed)}
    hedged = placed.figure.quantity.modifier != "exact"
    return (-len(borne_out), hedged, -placed.figure.value, earliest(placed.figure))


# ---------------------------------------------------------------- words


def most(found: Iterable[Figure], of: Callable[[Figure], str | None]) -> str | None:
    """What most origins say; of equals what most reports say, then what was said first; None where nobody
    says anything."""
    said = [(f.origin, text) for f in sorted(found, key=earliest) if (text := of(f))]
    origins = Counter(text for _, text in dict.fromkeys(said))
    reports = Counter(text for _, text in said)
    return max(reports, key=lambda text: (origins[text], reports[text]), default=None)
