"""What the gazetteer says of a resolved place beyond what the record keeps: its name, kind, divisions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.extract.toponym.gazetteer import Gazetteer, Place, gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place as GeoNames files it; `code` is its feature code ('PPL', 'ADM1', 'PCLI', ...)."""

    name: str
    code: str
    city: str | None
    district: str | None
    province: str | None


@lru_cache(maxsize=4096)
def site_of(text: str, geonames_id: int | None) -> Site | None:
    """The site of a toponym by its words and id; None where the gazetteer has no such pair."""
    if geonames_id is None:
        return None
    places = gazetteer()
    for number in places.candidates(text).number:
        place = places.place(int(number))
        if place.geonames_id == geonames_id:
            return _filed(places, place)
    return None


def _filed(places: Gazetteer, place: Place) -> Site:
    return Site(
        name=place.name,
        code=place.code,
        city=place.name if place.code.startswith("PPL") else None,
        district=place.name if place.code == "ADM2" else _name(places, place.admin2),
        province=place.name if place.code == "ADM1" else _name(places, place.admin1),
    )


def _name(places: Gazetteer, number: int | None) -> str | None:
    return None if number is None else places.place(number).name
