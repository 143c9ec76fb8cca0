"""The days of an event: what those who tell of it say of them together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from dragoman.link.event.account import Account
from dragoman.link.event.view import days
from dragoman.link.event.votes import most_told
from dragoman.types import Status, When

REAL: Final[frozenset[Status]] = frozenset({"happened", "ongoing"})
_DIGIT: Final = re.compile(r"\d")


class Days(NamedTuple):
    """First and last day (ISO 8601), and the TIMEX3 value that they were read from."""

    first: str
    last: str
    value: str | None = None


class _Told(NamedTuple):
    origin: str
    real: bool
    days: Days


def day_of(accounts: Sequence[Account], near: Sequence[Account]) -> When | None:
    """The days that the accounts give; where none does, what repeats their sentences (`near`); else a bare value."""
    for told in (_told(accounts), _told(near)):
        if told:
            found = _together(told)
            return When(value=found.value, from_=found.first, to=found.last)
    dates = [(a.origin, a.mention.date) for a in accounts if a.mention.date]
    values = [(o, d.value) for o, d in dates if d.value and _DIGIT.search(d.value)]
    value = most_told(values)
    return When(value=value) if value else None


def common(days: Iterable[Days]) -> Days | None:
    """The days that lie in all of some intervals; None where two contradict each other, or there are none."""
    known = sorted(set(days), key=_length)
    if not known:
        return None
    first, last = max(d.first for d in known), min(d.last for d in known)
    if first > last:
        return None
    same = (d.value for d in known if (d.first, d.last) == (first, last))
    return Days(first, last, next(same, first if first == last else None))


def _told(accounts: Iterable[Account]) -> list[_Told]:
    return [
        _Told(a.origin, a.mention.status in REAL, Days(d.from_[:10], d.to[:10], d.value))
        for a in accounts
        if (d := a.mention.date) and d.from_ and d.to and days(d)
    ]


def _together(told: Sequence[_Told]) -> Days:
    """What all admit; else what those admit who say that it took place; else what most origins say, of equals
    the fewest days, then the first."""
    agreed = common(t.days for t in told) or common(t.days for t in told if t.real)
    if agreed:
        return agreed
    by_origin: dict[str, list[Days]] = defaultdict(list)
    for one in told:
        by_origin[one.origin].append(one.days)
    counted = Counter(min(those, key=_narrow) for those in by_origin.values())
    return min(counted, key=lambda d: (-counted[d], _length(d), d.first, d.value or ""))


def _narrow(days: Days) -> tuple[object, ...]:
    return (_length(days), days.first, days.value or "")


def _length(days: Days) -> tuple[int, str, str]:
    """Sorts intervals by how long they are: one day first, then by the last day."""
    first, last = (date.fromisoformat(day) for day in (days.first, days.last))
    return ((last - first).days, days.last, days.value or "")
