"""Events and places on the map, as GeoJSON (RFC 7946): points in WGS 84, longitude before latitude."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from dragoman.codec import plain
from dragoman.export.happenings import Happening, Party, happenings
from dragoman.export.rows import LeftOut, ReadSide, Row
from dragoman.export.sites import site_of
from dragoman.export.tables import one_line
from dragoman.types import Origin, Toponym

Where: TypeAlias = tuple[int, float, float]
"""GeoNames id (0: none), latitude, longitude."""


def write_events(record: ReadSide, path: Path, left_out: LeftOut) -> int:
    """The events whose place is known, in the order of ids; the others are counted as left out."""
    return _collection(_events(record, left_out), path)


def write_places(record: ReadSide, path: Path, left_out: LeftOut) -> int:
    """The places that the articles name, by GeoNames id; mentions of unknown ones are left out."""
    return _collection(_places(record, left_out), path)


def _collection(features: Iterable[Row], path: Path) -> int:
    """A feature a line, so that a large file can be read line by line too."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write('{"type":"FeatureCollection","features":[')
        for count, one in enumerate(features, start=1):
            out.write(("\n" if count == 1 else ",\n") + one_line(one))
        out.write("\n]}\n")
    return count


def _feature(id_: str | int, lon: float, lat: float, properties: Row) -> Row:
    point = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": id_, "geometry": point, "properties": properties}


# ---------------------------------------------------------------- events


def _events(record: ReadSide, left_out: LeftOut) -> Iterator[Row]:
    for happening in happenings(record):
        place = happening.place
        if place is None or place.lat is None or place.lon is None:
            reason = "no_place" if happening.event.place is None else "place_not_resolved"
            left_out["events", reason] += 1
        else:
            yield _feature(happening.event.id, place.lon, place.lat, _event(happening, place))


def _event(happening: Happening, place: Toponym) -> Row:
    event, evidence, site = (
        happening.event,
        happening.evidence,
        site_of(place.text, place.geonames_id),
    )
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "date": event.date.value if event.date else None,
        "from": event.date.from_ if event.date else None,
        "to": event.date.to if event.date else None,
        "actors": _names(happening.actors),
        "recipients": _names(happening.recipients),
        "articles": event.articles,
        "outlets": event.outlets,
        "origins": event.origins,
        "place": place.text,
        "geonames_id": place.geonames_id,
        "feature_code": site and site.code,
        "country": place.country,
        "evidence": {**plain(evidence), "text": happening.quoted},
    }


def _names(parties: tuple[Party, ...]) -> list[str]:
    """Names of the entities; of parties that none was found for, their words."""
    return [party.name or party.wordings[0] for party in parties]


# ---------------------------------------------------------------- places


@dataclass(slots=True)
class _Named:
    """How often a place is named, and in which words; grows while the record is read."""

    toponym: Toponym
    mentions: int = 0
    metonyms: int = 0
    articles: int = 0
    origins: int = 0
    words: Counter[str] = field(default_factory=Counter)


def _places(record: ReadSide, left_out: LeftOut) -> Iterator[Row]:
    found: dict[Where, _Named] = {}
    for origin in record.facts(Origin):
        seen: set[Where] = set()
        for article in origin.articles:
            seen |= _count(record, article, found, left_out)
        for where in seen:
            found[where].origins += 1
    for where in sorted(found):
        yield _place(where, found[where])


def _count(
    record: ReadSide, article: str, found: dict[Where, _Named], left_out: LeftOut
) -> set[Where]:
    """Counts an article's place names in `found`; returns the places that it names."""
    seen: set[Where] = set()
    for toponym in record.facts(Toponym, article):
        if toponym.lat is None or toponym.lon is None:
            left_out["places", "mention_not_resolved"] += 1
            continue
        where = (toponym.geonames_id or 0, toponym.lat, toponym.lon)
        one = found.setdefault(where, _Named(toponym))
        one.mentions += 1
        one.metonyms += toponym.made_by.note == "metonym"
        one.words[toponym.text] += 1
        seen.add(where)
    for where in seen:
        found[where].articles += 1
    return seen


def _place(where: Where, named: _Named) -> Row:
    geonames_id, lat, lon = where
    words = sorted(named.words, key=lambda text: (-named.words[text], text))
    site = next((s for text in words if (s := site_of(text, geonames_id or None))), None)
    properties: dict[str, Any] = {
        "name": site.name if site else words[0],
        "words": words,
        "mentions": named.mentions,
        "metonyms": named.metonyms,
        "articles": named.articles,
        "origins": named.origins,
        "geonames_id": geonames_id or None,
        "feature_code": site and site.code,
        "country": named.toponym.country,
    }
    return _feature(geonames_id or f"{lat},{lon}", lon, lat, properties)
