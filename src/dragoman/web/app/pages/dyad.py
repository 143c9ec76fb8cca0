"""Two sides over time: events between them, by PLOVER's quad classes and by status, never by reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException

from dragoman.corrections import layer_of
from dragoman.store import parties
from dragoman.store.parties import Tally
from dragoman.types import Event
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.results import EventRow, event_rows, event_table
from dragoman.web.app.sources import PageIndex

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
    joint: int
    back: int
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
    tallies = _between(access, one, other)
    view = _view(call, one, other, tallies)
    counts = table("counts", "Events by class and status", ("class", *view.statuses, "all"), [
        ((name, *(c.count for c in cells)), cells[-1].href) for _, name, cells in view.rows])  # fmt: skip
    months = sorted({t.month or "" for t in tallies})
    over = table("months", "Events by month and class", ("month", *(name for _, name, _ in QUADS)), [
        ((month or None, *_by_quad(t for t in tallies if (t.month or "") == month)), "")
        for month in months])  # fmt: skip
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


def _between(access: Access, one: Side, other: Side) -> tuple[Tally, ...]:
    """The events between two sides, counted in the store; those of mentions that a user set apart are
    counted as they look since."""
    without = () if access.machine else tuple(access.retold)
    found = access.store.ask(
        lambda c: parties.between(
            c, one.ids, other.ids, without=without, corrected=not access.machine
        )
    )
    return (*found, *(_tally(event, way) for event, way in _retold(access, one, other)))


def _retold(access: Access, one: Side, other: Side) -> Iterator[tuple[Event, str]]:
    """The events of mentions set apart that are between the two sides: 'forth', 'joint' or 'back'."""
    for event in access.retold.values():
        mine, theirs = (_members(access, event.actor, side) for side in (one, other))
        if mine and _members(access, event.recipient, other):
            yield event, "forth"
        elif mine and theirs and len(mine | theirs) > 1:
            yield event, "joint"
        elif theirs and _members(access, event.recipient, one):
            yield event, "back"


def _members(access: Access, parties_: Iterable[str], side: Side) -> set[str]:
    """Those of the parties that belong to a side."""
    if len(side.key) == 3:
        return {e.id for e in access.entities(parties_) if e.country == side.key}
    return set(side.ids).intersection(parties_)


def _tally(event: Event, way: str) -> Tally:
    day = event.date.from_ if event.date else None
    return Tally(
        type=event.type,
        status=event.status,
        month=day[:7] if day else None,
        events=1,
        forth=int(way == "forth"),
        joint=int(way == "joint"),
    )


def _latest(call: Call, one: Side, other: Side) -> list[Event]:
    """The events of the list, the latest first."""
    access, quad, status = call.access, call.at.get("class"), call.at.get("status")
    types = None if quad is None else tuple(t for t, key in _QUAD_OF.items() if key == quad)
    without = () if access.machine else tuple(access.retold)
    ids = access.store.ask(
        lambda c: parties.latest_between(
            c, one.ids, other.ids, SHOWN, types=types, status=status, without=without,
            corrected=not access.machine,
        )
    )  # fmt: skip
    found = [f for id_ in ids if (f := access.fact(Event, id_)) is not None]
    again = (event for event, _ in _retold(access, one, other))
    found += [e for e in again if types is None or e.type in types]
    kept = [e for e in found if status in (None, e.status)]
    return sorted(kept, key=_when, reverse=True)[:SHOWN]


def _when(event: Event) -> tuple[str, int, str]:
    return ((event.date.from_ if event.date else None) or "", event.origins, event.id)


def _view(call: Call, one: Side, other: Side, tallies: Sequence[Tally]) -> DyadPage:
    statuses = [s for s in wording.STATUSES if any(t.status == s for t in tallies)]
    index = PageIndex(call.access, (), open_=True)
    months = _months(tallies)
    return DyadPage(
        one=one,
        other=other,
        total=_sum(tallies),
        forth=sum(t.forth for t in tallies),
        joint=sum(t.joint for t in tallies),
        back=sum(t.events - t.forth - t.joint for t in tallies),
        statuses=tuple(statuses),
        rows=tuple(_rows(call, tallies, statuses)),
        chosen=_chosen(call, _sum(t for t in tallies if _is_chosen(call, t))),
        bars=tuple(_bars(tallies, months)),
        bands=tuple((i * BAND + BAND, key, name) for i, (key, name, _) in enumerate(QUADS)),
        ticks=tuple(_ticks(months)),
        height=len(QUADS) * BAND + 24,
        undated=_sum(t for t in tallies if not t.month),
        events=tuple(event_rows(index, _latest(call, one, other))),
    )


def _sum(tallies: Iterable[Tally]) -> int:
    return sum(t.events for t in tallies)


def _rows(
    call: Call, tallies: Sequence[Tally], statuses: Sequence[str]
) -> Iterator[tuple[str, str, tuple[Cell, ...]]]:
    """For each class: how many events have each status, and all; each number leads to its events."""
    for key, name, types in QUADS:
        counts: Counter[str] = Counter()
        for tally in tallies:
            counts[tally.status] += tally.events if tally.type in types else 0
        cells = [Cell(counts[s], f"{call.at.to(**{'class': key, 'status': s})}#events") for s in statuses]  # fmt: skip
        whole = Cell(counts.total(), f"{call.at.to(**{'class': key, 'status': None})}#events")
        yield key, name, (*cells, whole)


def _is_chosen(call: Call, tally: Tally) -> bool:
    """Whether events have the class and the status that the address asks for."""
    quad, status = call.at.get("class"), call.at.get("status")
    return quad in (None, _QUAD_OF.get(tally.type)) and status in (None, tally.status)


def _chosen(call: Call, number: int) -> str | None:
    """What the list is narrowed to, in words."""
    names = {key: name for key, name, _ in QUADS}
    quad, status = call.at.get("class"), call.at.get("status")
    words = [names.get(quad or "", ""), wording.STATUSES.get(status or "", "")]
    said = ", ".join(w for w in words if w)
    return f"{wording.plural(number, 'event')}: {said}" if said else None


def _by_quad(tallies: Iterable[Tally]) -> tuple[int, ...]:
    counts: Counter[str] = Counter()
    for tally in tallies:
        counts[_QUAD_OF.get(tally.type, "")] += tally.events
    return tuple(counts[key] for key, _, _ in QUADS)


# ---------------------------------------------------------------- bars


def _months(tallies: Sequence[Tally]) -> list[str]:
    """Every month from the first to the last."""
    known = sorted({t.month for t in tallies if t.month and len(t.month) == 7})
    if not known:
        return []
    year, month = (int(part) for part in known[0].split("-"))
    found = [known[0]]
    while found[-1] < known[-1] and len(found) < 600:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        found.append(f"{year:04}-{month:02}")
    return found


def _bars(tallies: Sequence[Tally], months: Sequence[str]) -> Iterator[Bar]:
    counts: Counter[tuple[str, str]] = Counter()
    for tally in tallies:
        if tally.month:
            counts[_QUAD_OF.get(tally.type, ""), tally.month] += tally.events
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
