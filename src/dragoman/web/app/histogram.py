"""Counts by day as the bars of a drawing: each is a link to its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from dragoman.store.browse import NO_DAY
from dragoman.web import wording

WIDTH, HEIGHT, FOOT = 960, 96, 18
"""Size of the drawing in its own units, and the room for labels below the bars."""

MOST_BARS: Final = 120
Step: TypeAlias = Literal["day", "month", "year"]
_LENGTH: Final[dict[Step, int]] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its place, how many it stands for, in words, the days it covers and where it leads."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str
    key: str
    href: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from the first to the last day, empty ones too; `undated` have no bar."""

    bars: tuple[Bar, ...]
    step: Step
    first: str
    last: str
    undated: int
    top: int
    unit: str
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = HEIGHT - FOOT

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)


def histogram(
    days: Iterable[tuple[str, int]], link: Callable[[str, str], str], unit: str
) -> Histogram | None:
    """The drawing of counts by ISO day; `link` gives the address of a first and a last day.

    None where nothing has a day. Days that are known only to the month or year stand at its start.
    """
    counts: Counter[str] = Counter()
    for day, number in days:
        counts[day] += number
    undated = counts.pop(NO_DAY, 0)
    known = {day: number for day, number in counts.items() if _is_day(day)}
    undated += sum(counts.values()) - sum(known.values())
    if not known:
        return None
    step = _step(min(known), max(known))
    keys = _keys(min(known), max(known), step)
    summed: Counter[str] = Counter()
    for day, number in known.items():
        summed[_key(day, step)] += number
    top = max(summed.values())
    return Histogram(
        bars=tuple(_bars(keys, summed, top, link, unit)),
        step=step,
        first=wording.date(keys[0]),
        last=wording.date(keys[-1]),
        undated=undated,
        top=top,
        unit=unit,
    )


def _bars(
    keys: Sequence[str], counts: Counter[str], top: int, link: Callable[[str, str], str], unit: str
) -> Iterable[Bar]:
    slot = WIDTH / len(keys)
    room = HEIGHT - FOOT - 4
    for number, key in enumerate(keys):
        count = counts[key]
        height = max(2.0, room * count / top) if count else 0.0
        width = min(slot * 0.86, 40)
        yield Bar(
            x=round(number * slot + (slot - width) / 2, 2),
            y=round(HEIGHT - FOOT - height, 2),
            width=round(width, 2),
            height=round(height, 2),
            count=count,
            label=f"{wording.date(key)}: {wording.plural(count, unit.removesuffix('s'))}",
            key=key,
            href=link(key, key),
        )


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(_full(value))
    except ValueError:
        return False
    return True


def _full(value: str) -> str:
    """The first day of what is known: '2024-05' → '2024-05-01'."""
    return value + "-01-01"[len(value) - 4 :]


def _key(day: str, step: Step) -> str:
    return _full(day)[: _LENGTH[step]]


def _step(first: str, last: str) -> Step:
    span = (date.fromisoformat(_full(last)) - date.fromisoformat(_full(first))).days
    if span <= 92:
        return "day"
    return "month" if span / 30 <= MOST_BARS else "year"


def _keys(first: str, last: str, step: Step) -> list[str]:
    """Every day, month or year from the first to the last, at most `MOST_BARS` with the latest kept."""
    day, end = date.fromisoformat(_full(first)), date.fromisoformat(_full(last))
    found = []
    while day <= end:
        found.append(day.isoformat()[: _LENGTH[step]])
        day = _next(day, step)
    return list(dict.fromkeys([*found, _key(last, step)]))[-10 * MOST_BARS :]


def _next(day: date, step: Step) -> date:
    if step == "day":
        return day + timedelta(days=1)
    if step == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return date(min(day.year + 1, 9999), 1, 1) if day.year < 9999 else date.max
