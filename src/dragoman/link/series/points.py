"""The points of a series: one for each origin and number, in order of time, each set against the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dragoman.link.series.figures import HARM, Figure
from dragoman.link.series.values import strict, usual
from dragoman.types import PointRelation, SeriesPoint

UNDATED = "9999"
"""After every day."""

WIDE: Final = "casualties"
"""The killed and the injured together; reports use the word for the killed alone, too."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point and the figure that it is made from."""

    point: SeriesPoint
    figure: Figure


def placed(found: Iterable[Figure], measure: str | None = None) -> list[Placed]:
    """The points of one quantity's figures, in order of day and value, with their relations.

    `measure` is that of the quantity: nothing is set against a number that counts something else.
    """
    first: dict[tuple[str, float | None, float | None], Figure] = {}
    for figure in sorted(found, key=earliest):
        first.setdefault((figure.origin, figure.quantity.low, figure.quantity.high), figure)
    ordered = sorted(
        (Placed(_point(f), f) for f in first.values()), key=lambda p: _order(p, measure)
    )
    before: dict[tuple[object, ...], Placed] = {}
    related: list[Placed] = []
    for p in ordered:
        relation = _relation(p, list(before.values()))
        if relation != "same" and _counts_other(p.figure, measure):
            relation = "other_measure"
        else:
            before.setdefault((p.point.as_of, p.point.low, p.point.high, p.point.modifier), p)
        related.append(Placed(replace(p.point, relation=relation), p.figure))
    return related


def _counts_other(figure: Figure, measure: str | None) -> bool:
    """Whether it counts casualties in a series of the killed or the injured, or the other way."""
    wide = WIDE in (figure.measure, measure) and figure.measure != measure
    return wide and figure.measure in HARM and measure in HARM


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


def _order(
    placed: Placed, measure: str | None
) -> tuple[str, float, bool, tuple[str, str, str, int]]:
    """By day and value; what counts something else behind what has its number."""
    point, other = placed.point, _counts_other(placed.figure, measure)
    return (point.as_of or UNDATED, point.value or 0.0, other, earliest(placed.figure))


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

    Of equals an exact number before a hedged one, then the larger, then the earlier report. What counts
    something else stands only where nothing does not.
    """
    own = [p for p in points if p.point.relation != "other_measure"] or list(points)
    counted = [p for p in own if not _is_vague(p)] or own
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
