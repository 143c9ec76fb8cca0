"""Events in the columns of the POLECAT data set, tab-separated: one row an event.

The columns and their order are those of the files that the data set's authors publish (Halterman et
al. 2023, "PLOVER and POLECAT: A New Political Event Ontology and Dataset"); ours stand behind them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dragoman.export.happenings import Happening, Party, happenings
from dragoman.export.rows import LeftOut, ReadSide
from dragoman.export.sites import site_of

POLECAT: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
    "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
"""The columns of POLECAT, in their order."""

ADDED: Final = (
    "Status", "Event Date To", "Articles", "Outlets", "Origins", "Evidence Article",
    "Evidence Start", "Evidence End", "Evidence Text",
)  # fmt: skip
"""The columns that are not POLECAT's."""

EMPTY: Final = frozenset(
    {
        "Intensity", "Contexts", "Actor COW", "Wikipedia Actor ID", "Recipient COW",
        "Wikipedia Recipient ID",
    }
)  # fmt: skip
"""Columns of POLECAT for which the record has nothing (`docs/exports.md` says why)."""

NONE: Final = "None"
"""What POLECAT writes of an actor or recipient for what is not known."""

_QUADS: Final = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD_OF: Final = {type_: quad for quad, types in _QUADS.items() for type_ in types}
"""PLOVER's quad category of each event type."""

_FLAT = str.maketrans(dict.fromkeys("\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029", " ") | {"\0": ""})
_ITEM = str.maketrans({";": ",", "|": "/"})


def write_polecat(record: ReadSide, path: Path, _left_out: LeftOut) -> int:
    """Writes every event, in the order of ids; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow((*POLECAT, *ADDED))
        for happening in happenings(record):
            cells = _event(happening) | _place(happening) | _story(happening) | _ours(happening)
            cells |= _side("Actor", happening.actors) | _side("Recipient", happening.recipients)
            writer.writerow([_cell(cells.get(name)) for name in (*POLECAT, *ADDED)])
            count += 1
    return count


def _cell(value: object) -> str:
    """One line without tabs: every reader of POLECAT takes a line for a row."""
    return "" if value is None else str(value).translate(_FLAT)


def _event(happening: Happening) -> dict[str, object]:
    event = happening.event
    return {
        "Event ID": event.id,
        "Event Date": _day(event.date.from_) if event.date else None,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Quad Code": QUAD_OF[event.type],
    }


def _side(role: str, parties: tuple[Party, ...]) -> dict[str, object]:
    """The columns of the actors or the recipients: lists of one length, one item a party."""
    return {
        f"{role} Name": _list(p.name for p in parties),
        f"{role} Country": _list(p.country for p in parties),
        f"{role} COW": NONE,
        f"Primary {role} Sector": _list(p.sector for p in parties),
        f"{role} Sectors": _list(p.sector for p in parties),
        f"{role} Title": _list(_several(p.titles) for p in parties),
        f"{role} Name Raw": _list(_several(p.wordings) for p in parties),
        f"Wikipedia {role} ID": NONE,
    }


def _list(items: Iterable[str | None]) -> str:
    """Items with '; ' between, 'None' for each that is not known and where there is none at all."""
    return "; ".join(NONE if item is None else item.replace(";", ",") for item in items) or NONE


def _several(texts: Iterable[str]) -> str | None:
    return "|".join(text.translate(_ITEM) for text in texts) or None


def _place(happening: Happening) -> dict[str, object]:
    place = happening.place
    if place is None:
        return {"Raw Placename": happening.event.place}
    site = site_of(place.text, place.geonames_id)
    return {
        "Placename": site and site.name,
        "City": site and site.city,
        "District": site and site.district,
        "Province": site and site.province,
        "Country": place.country,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonames_id,
        "Raw Placename": place.text,
        "Feature Type": site and site.code,
    }


def _story(happening: Happening) -> dict[str, object]:
    setting, article = happening.setting, happening.setting.article
    return {
        "Source": article.outlet,
        "Publication Date": _day(article.published.value) if article.published else None,
        "Story People": _names(setting.named("person")),
        "Story Organizations": _names(setting.named("organisation", "armed_group")),
        "Story Locations": _names(setting.places),
        "Language": article.language,
        "Version": setting.version and f"dragoman {setting.version}",
    }


def _names(names: Iterable[str]) -> str:
    return "; ".join(name.replace(";", ",") for name in names)


def _ours(happening: Happening) -> dict[str, object]:
    event, evidence = happening.event, happening.evidence
    return {
        "Status": event.status,
        "Event Date To": _day(event.date.to) if event.date else None,
        "Articles": event.articles,
        "Outlets": event.outlets,
        "Origins": event.origins,
        "Evidence Article": evidence.article,
        "Evidence Start": evidence.span.start,
        "Evidence End": evidence.span.end,
        "Evidence Text": happening.quoted,
    }


def _day(value: str | None) -> str | None:
    """The day of an ISO 8601 time, the month where no day is known."""
    return value and value[:10]
