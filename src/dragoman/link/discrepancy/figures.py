"""Figures for one quantity and day that rounding and hedges can't reconcile.

A figure stands for the numbers that its words allow: 'about 9,500' for those around it, 'at least 12'
for 12 and more, '9,500' for what is rounded to it. Two reports differ where no number fits both.
What moves from day to day is a revision, and no difference.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.sides import (
    Side,
    differing,
    in_words,
    listed,
    quoted,
)
from dragoman.resources import load_json
from dragoman.types import Discrepancy, Quantity, QuantitySeries

ABOUT = 0.1
"""Share by which 'about', 'nearly' and 'some' may miss: wider than what news copy means by them."""

COUNTS = frozenset(
    {"killed", "injured", "casualties", "captive", "displaced", "missing", "detained"}
)
"""Measures that count people to whom something was done."""

ROUNDED = 100
"""Least number that may be rounded without a word of it: '9,500' for 9,488, but 12 is 12."""

_SOME_OF = re.compile(
    r"\s+of (?:(?:the|those|these) )?(?:[\w-]+ ){0,2}?"
    r"(?:dead|deaths|killed|victims|injured|wounded|casualties|missing|hostages|captives|them|whom)\b"
)
_MOVED = re.compile(r"[^.;\n]{0,90}\b(?:up|down|risen|rising|rose|fallen|increased|revised) from\b")
_OF_WHOM = re.compile(r"\b(?:of (?:whom|them|these|those)|including|among them)\s*,?\s*$")


def figures(context: Context) -> Iterator[Discrepancy]:
    """Counts of people of one story, then other series, that say for one day what can't be one number."""
    counted = dict(_tolls(context))
    yield from counted.values()
    for series in context.joined(QuantitySeries):
        for day, same in _by_day(context, context.figures_of(series)):
            if (series.measure or "", day) not in counted:
                of, opening = (
                    f"{series.id} {day}",
                    f"{_what(series.measure, same)}, as of {in_words(day)}",
                )
                yield from _differing(context, of, opening, same)


def _tolls(context: Context) -> Iterator[tuple[tuple[str, str], Discrepancy]]:
    """Counts of the killed, injured, missing... of one story, by measure and day.

    Reports that give different numbers for one thing mostly share no other words by which they could
    be seen to count the same: that they are on one story and day, and that no article gives both
    numbers, says it better. Counts of a named part ('children') are compared among themselves.
    """
    for story in context.affair.stories:
        analyses = [context.told[a].analysis for a in story.articles if a in context.told]
        groups: dict[tuple[str, str], list[Quantity]] = {}
        counts = (q for a in analyses for q in a.quantities if q.measure in COUNTS)
        for quantity in (q for q in counts if not _of_a_whole(context, q)):
            groups.setdefault((quantity.measure or "", _part(quantity)), []).append(quantity)
        for (measure, part), found in sorted(groups.items()):
            for day, same in _by_day(context, found):
                of = f"{story.id} {measure} {part} {day}"
                opening = f"{_what(measure, same)}, as of {in_words(day)}"
                for one in _differing(context, of, opening, same):
                    yield (measure, day), one


def _differing(
    context: Context, of: str, opening: str, same: Sequence[Quantity]
) -> Iterator[Discrepancy]:
    sides = [_side(context, group) for group in _rivals(context, _versions(context, same))]
    yield from differing("figure", of, opening, sides)


def _part(quantity: Quantity) -> str:
    """The named part of the people that a figure counts ('children'), empty for all of them."""
    words = re.findall(r"[a-z]+", quantity.of.text.casefold()) if quantity.of else []
    parts = load_json("discrepancy.json")["parts_of_people"]
    return next((p for w in words for p in parts if w in (p, f"{p}s", parts[p])), "")


def _of_a_whole(context: Context, quantity: Quantity) -> bool:
    """Whether the figure is for some of those counted before: 'five of the dead', 'of whom two'."""
    text, (start, end) = context.told[quantity.article].analysis.article.text, quantity.span
    after, before = text[end : end + 60], text[max(0, start - 20) : start]
    return bool(_SOME_OF.match(after) or _OF_WHOM.search(before))


def _by_day(
    context: Context, quantities: Iterable[Quantity]
) -> Iterator[tuple[str, list[Quantity]]]:
    """The figures that bound a number, by the day that they are for, in order of day."""
    known = [q for q in quantities if figure_bounds(q) and not _over_days(q)]
    first = _first_days(context, known)
    days: dict[str, list[Quantity]] = {}
    for quantity in known:
        if day := _stated_day(context, quantity) or first.get(_report(context, quantity)):
            days.setdefault(day, []).append(quantity)
    yield from sorted(days.items())


def _over_days(quantity: Quantity) -> bool:
    """Whether the figure is for more than one day."""
    when = quantity.as_of
    return bool(when and when.from_ and (when.to or when.from_)[:10] != when.from_[:10])


def _stated_day(context: Context, quantity: Quantity) -> str | None:
    """The day that the article's words give the figure; not of 'six, up from five on Wednesday'."""
    when, text = quantity.as_of, context.told[quantity.article].analysis.article.text
    if when is None or when.from_ is None or _MOVED.match(text, quantity.span.end):
        return None
    return when.from_[:10]


def _first_days(
    context: Context, quantities: Iterable[Quantity]
) -> dict[tuple[str, float | None, float | None], str]:
    """The day on which each origin first gave a figure: a copy of a later day makes it no newer."""
    first: dict[tuple[str, float | None, float | None], str] = {}
    for quantity in quantities:
        if day := context.day(quantity.article):
            report = _report(context, quantity)
            first[report] = min(day, first.get(report, day))
    return first


def _report(context: Context, quantity: Quantity) -> tuple[str, float | None, float | None]:
    return (context.told[quantity.article].origin, quantity.low, quantity.high)


def figure_bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The numbers that the words of a figure allow; None where they name none or say 'several'."""
    low, high = quantity.low, quantity.high
    if quantity.modifier == "vague" or (low is None and high is None):
        return None
    first, last = _bounds(low, high)
    match quantity.modifier:
        case "at_least" | "more_than":
            return (first, math.inf)
        case "up_to" | "less_than":
            return (0.0, last)
        case "about":
            return (first - abs(first) * ABOUT, last + abs(last) * ABOUT)
        case "nearly":
            return (first - abs(first) * ABOUT, last)
        case _:
            return (first - _slack(first), last + _slack(last))


def _bounds(low: float | None, high: float | None) -> tuple[float, float]:
    known = [v for v in (low, high) if v is not None]
    return min(known), max(known)


def _slack(value: float) -> float:
    """Half of the last place that the number is given to, where it may be rounded."""
    if abs(value) < ROUNDED:
        return 0.0
    digits = f"{value:.0f}".rstrip("0")
    return 10.0 ** (len(f"{value:.0f}") - len(digits)) / 2 if value == int(value) else 0.0


def _rivals(context: Context, versions: Sequence[Sequence[Quantity]]) -> list[Sequence[Quantity]]:
    """The versions that stand against each other: no article tells two of them, of whatever part.

    Who gives two figures for one thing tells of a part and the whole, or of earlier and later. The
    version that most articles tell is kept, of equals the largest number; then the next that shares
    no article with those kept.
    """
    kept: list[Sequence[Quantity]] = []
    taken: set[str] = set()
    for version in sorted(versions, key=lambda version: _weight(context, version)):
        articles = {a for q in version for a in context.telling(q)}
        if not articles & taken:
            kept.append(version)
            taken |= articles
    return kept


def _weight(context: Context, version: Sequence[Quantity]) -> tuple[int, float, str]:
    most = max(v for q in version for v in (q.low, q.high) if v is not None)
    telling = {r.article for q in version if not (r := context.report(q)).repeats}
    return (-len(telling), -most, version[0].id)


def _versions(context: Context, same: Sequence[Quantity]) -> list[list[Quantity]]:
    """The figures in groups; a figure joins the first group with all of which it can be one number.

    The narrowest make the groups, so a hedged figure joins what it allows. Equal figures are compared
    once, however many reports give them. Altered copies come last.
    """
    groups: list[list[Quantity]] = []
    bounds: list[set[tuple[float, float]]] = []
    for quantity in sorted(same, key=lambda q: (context.report(q).repeats, _narrowness(q))):
        own = figure_bounds(quantity) or (0.0, math.inf)
        home = next(
            (i for i, b in enumerate(bounds) if not any(_apart(own, x) for x in b)), len(groups)
        )
        if home == len(groups):
            groups.append([])
            bounds.append(set())
        groups[home].append(quantity)
        bounds[home].add(own)
    return groups


def _narrowness(quantity: Quantity) -> tuple[float, float, str]:
    low, high = figure_bounds(quantity) or (0.0, math.inf)
    return (high - low, low, quantity.id)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _side(context: Context, group: Iterable[Quantity]) -> Side:
    found = sorted(group, key=lambda q: q.id)
    sources = (context.name(q.reported_by) for q in found if q.reported_by)
    named = _once(quoted(source, 60) for source in sources if source)
    return Side(
        words=listed(_once(quoted(q.text) for q in found)[:3]),
        reports=tuple(context.report(q) for q in found),
        remark=f"on the word of {listed(named[:3])}" if named else None,
    )


def _once(texts: Iterable[str]) -> list[str]:
    """Each text once, whatever its capitals."""
    return list({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]


def _what(measure: str | None, same: Sequence[Quantity]) -> str:
    """What is counted: the measure, and of whom in the articles' words."""
    name = (measure or "figure").replace("_", " ")
    counted = Counter(q.of.text for q in same if q.of)
    most = min(counted, key=lambda text: (-counted[text], -len(text), text), default=None)
    of = f" of {quoted(most, 60)}" if most else ""
    return f"Number {name}{of}" if name not in ("count", "figure") else f"Number{of}"
