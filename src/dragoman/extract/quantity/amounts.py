"""Amounts: numbers with their hedges, ranges, currencies and units ('nearly $2-3 billion').

`amounts` reads the atoms of a text from left to right, each a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.extract.quantity.atoms import DASHES, Atom, hyphen, span, touching, word
from dragoman.extract.quantity.lexicon import Unit, lexicon
from dragoman.extract.quantity.numbers import Form, Value, suffix_scale, value_at
from dragoman.extract.quantity.units import (
    MONEY,
    currency_before,
    longest,
    unit_after,
)
from dragoman.types import Span

_SKIPPED: Final = frozenset(["another", "further", "additional", "a", "only", "just"])
_CHANGED: Final = ("rang", "vari", "vary")
_FARTHEST: Final = 6
_NOT_BETWEEN: Final = frozenset(
    ["in", "with", "and", "for", "to", "who", "that", "which", "at", "on", "by"]
)
_MEMBERS: Final = frozenset(
    ["people", "users", "jobs", "followers", "viewers", "customers", "views"]
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as reported: atoms ``[start, end)``, of which ``[first, last)`` is the bare number.

    `low` and `high` are in `unit` (None for counts); `modifier` is exact, about, nearly, more_than,
    less_than, at_least, up_to, range or vague.
    """

    start: int
    end: int
    first: int
    last: int
    low: float | None
    high: float | None
    modifier: str
    unit: Unit | None
    form: Form
    scale: float = 1.0

    def span(self, found: Sequence[Atom]) -> Span:
        """The words of the whole amount."""
        return span(found, self.start, self.end)

    def bare(self, found: Sequence[Atom]) -> Span:
        """The words of the number alone."""
        return span(found, self.first, self.last)


def amounts(found: Sequence[Atom]) -> list[Amount]:
    """All amounts in a stretch of atoms, in order, none overlapping."""
    made: list[Amount] = []
    i = 0
    while i < len(found):
        amount = _simple(found, i)
        if amount is None:
            i += 1
            continue
        amount = _shared_unit(found, _hedged_after(found, _range(found, amount)))
        amount = _hedged_before(found, amount, made[-1].end if made else 0)
        made.append(amount)
        i = amount.end
    return made


def _simple(found: Sequence[Atom], i: int) -> Amount | None:
    """A number with its currency or unit, without hedges."""
    value = value_at(found, i)
    if value is None:
        return None
    money = currency_before(found, i)
    value = _suffixed(found, value, bool(money))
    if money:
        unit, first = Unit(money[0], MONEY), money[1]
        return Amount(
            first,
            value.end,
            i,
            value.end,
            value.low,
            value.high,
            "exact",
            unit,
            value.form,
            value.scale,
        )
    return _in_unit(found, value)


def _suffixed(found: Sequence[Atom], value: Value, money: bool) -> Value:
    """'k' is a thousand; 'm' is a million of money and of what is counted, else metres."""
    scaled = suffix_scale(found, value, apart=money)
    if scaled is None:
        return value
    letter = found[scaled.end - 1].word
    if money or (letter == "m" and _many_behind(found, scaled.end)):
        return scaled
    return scaled if letter == "k" and value.low >= 10 else value


def _many_behind(found: Sequence[Atom], j: int) -> bool:
    """Whether what follows a number with 'm' is counted or measured: '11m cars', '2m tonnes'."""
    ahead = word(found, j)
    if ahead in _MEMBERS or (ahead.endswith("s") and (ahead,) in lexicon().units):
        return True
    return any(w.endswith("s") and w in lexicon().nouns for w in (ahead, word(found, j + 1)))


def _in_unit(found: Sequence[Atom], value: Value) -> Amount:
    found_unit = unit_after(found, value)
    if found_unit is None:
        share = Unit("fraction", "percent") if value.form == "fraction" else None
        return Amount(value.start, value.end, value.start, value.end, value.low, value.high, "exact", share, value.form, value.scale)  # fmt: skip
    low, high = value.low, value.high
    if found_unit.factor != 1:
        low, high = low * found_unit.factor, None if high is None else high * found_unit.factor
    return Amount(value.start, found_unit.end, value.start, value.end, low, high, "exact", found_unit.unit, value.form, value.scale)  # fmt: skip


# ---------------------------------------------------------------- ranges


def _range(found: Sequence[Atom], left: Amount) -> Amount:
    """'10 to 15', '$2-3 billion', 'between 10 and 30', 'four or five'; else `left`."""
    joint = word(found, left.end)
    if not _joins(found, left, joint):
        return left
    right = _next(found, left.end + 1)
    if right is None or right.low is None or left.low is None or not _agree(left, right):
        return left
    low = left.low
    if left.scale == 1 < right.scale and low < right.low and low * right.scale < right.low:
        low *= right.scale
    if not low < right.low or (joint == "or" and right.low > 10 * low):
        return left
    return replace(
        left, end=right.end, last=right.last, low=low, high=right.high,
        modifier="range" if right.high is not None else "vague", unit=left.unit or right.unit,
        scale=right.scale,
    )  # fmt: skip


def _shared_unit(found: Sequence[Atom], left: Amount) -> Amount:
    """'From 0 to 60 miles per hour': two numbers, one unit."""
    apart = left.unit is None and left.end == left.last and word(found, left.end) == "to"
    if not apart or word(found, left.start - 1) != "from":
        return left
    right = _next(found, left.end + 1)
    if right is None or right.unit is None or right.start != right.first or right.scale != 1:
        return left
    return replace(left, unit=right.unit)


def _next(found: Sequence[Atom], j: int) -> Amount | None:
    """The amount at `j`, or behind a currency sign there."""
    for k in (j, j + 1, j + 2):
        if k < len(found) and (amount := _simple(found, k)) and amount.start == j:
            return amount
    return None


def _agree(left: Amount, right: Amount) -> bool:
    if left.form == "fraction" or right.form == "fraction":
        return left.form == right.form
    return left.unit is None or right.unit is None or left.unit == right.unit


def _joins(found: Sequence[Atom], left: Amount, joint: str) -> bool:
    before = word(found, left.start - 1)
    if joint == "and":
        return before == "between"
    if joint == "to":
        return before != "from" or word(found, left.start - 2).startswith(_CHANGED)
    if joint in DASHES:
        return touching(found, left.end) and touching(found, left.end + 1)
    return joint == "or" and left.form != "vague"


def scores(found: Sequence[Atom], amount: Amount) -> bool:
    """Whether it stands in '34-6', '3–1 win', '(4-11)': results of games and votes."""
    if amount.unit is not None or amount.form not in ("digits", "words"):
        return False
    pair = any(
        word(found, j) in DASHES and touching(found, j) and touching(found, j + 1)
        and 0 < j < len(found) - 1 and found[j - 1].kind == found[j + 1].kind == "number"
        for j in range(amount.first - 1, amount.last + 1)
    )  # fmt: skip
    if not pair:
        return False
    after = amount.end
    if amount.modifier != "range":
        return True
    return (
        after >= len(found)
        or found[after].kind != "word"
        or found[after].word in lexicon().score_after
    )


def partitive(found: Sequence[Atom], part: Amount, whole: Amount) -> bool:
    """Whether two neighbours are 'N of the M', '12 out of 60', '1.7 of the town's 2.3 million'."""
    between = list(found[part.end : whole.start])
    words = [atom.word for atom in between]
    if words[:1] not in (["of"], ["out"]) or len(words) > _FARTHEST or whole.unit is not None:
        return False
    return all(a.kind == "word" or a.text in "'’" for a in between) and not _NOT_BETWEEN & {*words}


# ---------------------------------------------------------------- hedges


def _hedged_before(found: Sequence[Atom], amount: Amount, stop: int) -> Amount:
    start = amount.start
    hedge: str | None = None
    skipped = start - 1 if word(found, start - 1) in _SKIPPED else start
    for end in {start: None, skipped: None}:
        while (begin := _phrase_before(found, end, stop)) is not None:
            meaning = lexicon().hedges_before[tuple(a.word for a in found[begin:end])]
            hedge = hedge if hedge and meaning == "about" else meaning
            start = end = begin
        if hedge:
            break
    if hedge is None:
        return _between(found, amount)
    return bounded(replace(amount, start=start), hedge)


def _between(found: Sequence[Atom], amount: Amount) -> Amount:
    if amount.modifier == "range" and word(found, amount.start - 1) == "between":
        return replace(amount, start=amount.start - 1)
    return (
        bounded(amount, "vague")
        if amount.high is None and amount.modifier == "exact"
        else _couple(amount)
    )


def _couple(amount: Amount) -> Amount:
    vague = amount.form == "vague" and amount.modifier == "exact"
    return replace(amount, modifier="about") if vague else amount


def _phrase_before(found: Sequence[Atom], end: int, stop: int) -> int | None:
    """Where the longest hedge that ends at `end` begins."""
    for length in (5, 4, 3, 2, 1):
        begin = end - length
        if begin >= stop and tuple(a.word for a in found[begin:end]) in lexicon().hedges_before:
            return begin
    return None


def _hedged_after(found: Sequence[Atom], amount: Amount) -> Amount:
    """'or more', '+', 'plus' right behind."""
    sign = word(found, amount.end)
    if sign == "+" and not touching(found, amount.end):
        return amount
    meaning, end = longest(found, amount.end, lexicon().hedges_after)
    if meaning is None or (
        meaning == "at_least" and sign == "plus" and not hyphen(found, amount.end - 1)
    ):
        return amount
    if sign == "at":
        return amount
    return bounded(replace(amount, end=end), meaning)


def bounded(amount: Amount, hedge: str) -> Amount:
    """The amount as a hedge bounds it: 'at least 7' has no high, 'up to 7' no low."""
    if amount.modifier not in ("exact", hedge) or amount.low is None:
        return amount
    if amount.high is None:
        return replace(amount, modifier="vague")
    if hedge in ("more_than", "at_least"):
        return replace(amount, modifier=hedge, high=None)
    if hedge in ("less_than", "up_to"):
        return replace(amount, modifier=hedge, low=None)
    return replace(amount, modifier=hedge)
