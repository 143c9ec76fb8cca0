"""Two sides over time: events between them, by PLOVER's quad classes and by status, never by reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException

from dragoman.corrections import layer_of
from dragoman.store import parties
from dragoman.store.parties import Between
from dragoman.types import Event
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.results import EventRow, event_rows, event_table
from dragoman.web.app.sources import PageIndex

MOST = 20_000
"""Events between two sides that are counted."""

SHOWN = 40

QUADS: Final = (
    ("vc", "verbal cooperation", ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")),
    ("mc", "material cooperation", ("COOPERATE", "AID", "RETREAT")),
    ("vk", "verbal conflict", ("REQUEST", "ACCUSE", "REJECT", "THREATEN")),
    ("mk", "material conflict", ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")),
)
"""PLOVER's quad classes with their types (codebook of 2023)."""

_QUAD_OF = {type_: key for key, _, types in QUADS for type_ in types}
WIDTH, BAND, LEFT = 960, 44, 170


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side: a state with all who belong to it, or one entity."""

    key: str
    name: str
    ids: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of one class in one month, as a bar in the band of the class."""

    x: float
    y: float
    width: float
    height: float
    quad: str
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How many events of a class have a status, and their list."""

    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadPage:
    """Two sides: counts by class and status, bars over time, the events themselves."""

    one: Side
    other: Side
    total: int
    forth: int
    statuses: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Cell, ...]], ...]
    chosen: str | None
    bars: tuple[Bar, ...]
    bands: tuple[tuple[float, str, str], ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    undated: int
    events: tuple[EventRow, ...]


def page(call: Call) -> Page:
    """The two sides that the address names: ids of entities, or countries' three letters."""
    access = call.access
    one, other = (_side(access, part) for part in call.parts)
    found = access.store.ask(lambda c: parties.between(c, one.ids, other.ids, MOST))
    events = _different(found)
    view = _view(call, one, other, found, events)
    counts = table("counts", "Events by class and status", ("class", *view.statuses, "all"), [
        ((name, *(c.count for c in cells)), cells[-1].href) for _, name, cells in view.rows])  # fmt: skip
    months = Counter((e.day or "")[:7] for e in events)
    over = table("months", "Events by month and class", ("month", *(name for _, name, _ in QUADS)), [
        ((month or None, *_by_quad(e for e in events if (e.day or "")[:7] == month)), "")
        for month in sorted(months)])  # fmt: skip
    return Page(
        title=f"{one.name} and {other.name}",
        template="dyad.html.j2",
        view=view,
        tables=(counts, over, event_table(view.events)),
        subject="events",
    )


def _side(access: Access, part: str) -> Side:
    if len(part) == 3 and part.isalpha() and part.isupper():
        return Side(
            key=part, name=_country(part), ids=(part,), href=f"/search?what=events&country={part}"
        )
    found = access.entities([part]) if layer_of(part) == "entity" else ()
    if not found:
        raise HTTPException(404, f"{part!r} is neither an entity of this record nor a country.")
    return Side(
        key=part, name=found[0].name, ids=access.overlay.all_of(part), href=f"/entity/{part}"
    )


def _country(code: str) -> str:
    from dragoman.resources import load_json

    states = load_json("states.json").get("states", {})
    found = states.get(code) if isinstance(states, dict) else None
    return str(found.get("name", code)) if isinstance(found, dict) else code


def _different(found: Sequence[Between]) -> tuple[Between, ...]:
    """Each event once: one in which each acts on the other comes both ways."""
    return tuple({e.id: e for e in reversed(found)}.values())[::-1]


def _view(
    call: Call, one: Side, other: Side, found: Sequence[Between], events: Sequence[Between]
) -> DyadPage:
    statuses = [s for s in wording.STATUSES if any(e.status == s for e in events)]
    index = PageIndex(call.access, (), open_=True)
    listed = [e for e in events if _is_chosen(call, e)]
    latest = sorted(listed, key=lambda e: (e.day or "", e.origins, e.id), reverse=True)[:SHOWN]
    facts = [f for e in latest if (f := call.access.fact(Event, e.id)) is not None]
    months = _months(events)
    return DyadPage(
        one=one,
        other=other,
        total=len(events),
        forth=sum(1 for e in found if e.forth),
        statuses=tuple(statuses),
        rows=tuple(_rows(call, events, statuses)),
        chosen=_chosen(call, len(listed)),
        bars=tuple(_bars(events, months)),
        bands=tuple((i * BAND + BAND, key, name) for i, (key, name, _) in enumerate(QUADS)),
        ticks=tuple(_ticks(months)),
        height=len(QUADS) * BAND + 24,
        undated=sum(1 for e in events if not e.day),
        events=tuple(event_rows(index, facts)),
    )


def _rows(
    call: Call, events: Sequence[Between], statuses: Sequence[str]
) -> Iterator[tuple[str, str, tuple[Cell, ...]]]:
    """For each class: how many events have each status, and all; each number leads to its events."""
    for key, name, types in QUADS:
        counts = Counter(e.status for e in events if e.type in types)
        cells = [Cell(counts[s], f"{call.at.to(**{'class': key, 'status': s})}#events") for s in statuses]  # fmt: skip
        whole = Cell(counts.total(), f"{call.at.to(**{'class': key, 'status': None})}#events")
        yield key, name, (*cells, whole)


def _is_chosen(call: Call, event: Between) -> bool:
    """Whether an event has the class and the status that the address asks for."""
    quad, status = call.at.get("class"), call.at.get("status")
    return quad in (None, _QUAD_OF.get(event.type)) and status in (None, event.status)


def _chosen(call: Call, number: int) -> str | None:
    """What the list is narrowed to, in words."""
    names = {key: name for key, name, _ in QUADS}
    quad, status = call.at.get("class"), call.at.get("status")
    words = [names.get(quad or "", ""), wording.STATUSES.get(status or "", "")]
    said = ", ".join(w for w in words if w)
    return f"{wording.plural(number, 'event')}: {said}" if said else None


def _by_quad(events: Iterable[Between]) -> tuple[int, ...]:
    counts = Counter(_QUAD_OF.get(e.type, "") for e in events)
    return tuple(counts[key] for key, _, _ in QUADS)


# ---------------------------------------------------------------- bars


def _months(events: Sequence[Between]) -> list[str]:
    """Every month from the first to the last."""
    known = sorted({e.day[:7] for e in events if e.day and len(e.day) >= 7})
    if not known:
        return []
    year, month = (int(part) for part in known[0].split("-"))
    found = [known[0]]
    while found[-1] < known[-1] and len(found) < 600:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        found.append(f"{year:04}-{month:02}")
    return found


def _bars(events: Sequence[Between], months: Sequence[str]) -> Iterator[Bar]:
    counts = Counter((_QUAD_OF.get(e.type, ""), e.day[:7]) for e in events if e.day)
    top = max(counts.values(), default=1)
    place = {month: i for i, month in enumerate(months)}
    slot = (WIDTH - LEFT) / max(1, len(months))
    for (quad, month), number in sorted(counts.items()):
        band = next((i for i, (key, _, _) in enumerate(QUADS) if key == quad), None)
        if band is not None and month in place:
            height = (BAND - 12) * number / top
            name, width = QUADS[band][1], min(slot * 0.86, 36)
            yield Bar(
                x=round(LEFT + (place[month] + 0.5) * slot - width / 2, 1),
                y=round((band + 1) * BAND - height, 1),
                width=round(width, 1),
                height=round(height, 1),
                quad=quad,
                label=f"{wording.date(month)}: {wording.plural(number, 'event')} of {name}",
            )


def _ticks(months: Sequence[str]) -> Iterator[tuple[float, str]]:
    slot = (WIDTH - LEFT) / max(1, len(months))
    for place in dict.fromkeys((0, len(months) - 1)):
        if months:
            yield round(LEFT + (place + 0.5) * slot, 1), wording.date(months[place])
