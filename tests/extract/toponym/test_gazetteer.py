from __future__ import annotations

import pytest

from dragoman.extract.toponym.gazetteer import Gazetteer, gazetteer
from dragoman.resources import FOLDER, ResourceError


def _first(name: str) -> tuple[str | None, str]:
    places = gazetteer()
    place = places.place(int(places.candidates(name).number[0]))
    return place.country, place.code


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("Norway", "NOR", "PCLI"),
        ("Côte d'Ivoire", "CIV", "PCLI"),
        ("Ivory Coast", "CIV", "PCLI"),
        ("Otter Tail County", "USA", "ADM2"),
        ("Strait of Hormuz", None, "STRT"),
        ("Taiwan", "TWN", "PCLI"),
        ("Western Sahara", "ESH", "PCLI"),
        ("Kosovo", "XKX", "PCLI"),
        ("Palestine", "PSE", "PCLI"),
        ("Gaza Strip", "PSE", "ADM1"),
    ],
)
def test_the_weightiest_place_of_a_name(name: str, country: str | None, code: str) -> None:
    assert _first(name) == (country, code)


def test_an_abbreviation_is_its_division() -> None:
    places = gazetteer()
    found = places.candidates("Minn.")
    assert [places.place(int(n)).name for n in found.number] == ["Minnesota"]


def test_an_unknown_name_has_no_candidates() -> None:
    assert len(gazetteer().candidates("Qwxyzzy")) == 0
    assert not gazetteer().knows("Qwxyzzy")


def test_a_feature_too_wide_for_one_point_has_none() -> None:
    places = gazetteer()
    place = places.place(int(places.candidates("Sub-Saharan Africa").number[0]))
    assert (place.geonames_id, place.lat, place.lon) == (None, None, None)


def test_a_post_office_and_an_airport_are_places() -> None:
    places = gazetteer()
    office = places.place(int(places.candidates("Lore City").number[0]))
    assert (office.geonames_id, office.country, office.code) == (None, "USA", "PPL")
    airport = places.place(int(places.candidates("Aden Adde Airport").number[0]))
    assert (airport.country, airport.code) == ("SOM", "AIRP")


def test_the_homes_of_outlets_are_towns_and_states() -> None:
    places = gazetteer()
    for home in places.outlets.values():
        assert (
            places.place(home).code.startswith("PPL")
            if isinstance(home, int)
            else (home in places.countries)
        )


def test_coordinates_are_on_the_globe_and_ids_are_unique() -> None:
    places = gazetteer()
    rows = [places.place(n) for n in range(0, len(places), 997)]
    assert all(
        -90 <= p.lat <= 90 and -180 <= (p.lon or 0) <= 180 for p in rows if p.lat is not None
    )
    ids = [p.geonames_id for p in rows if p.geonames_id]
    assert len(ids) == len(set(ids))


def test_the_file_is_small_enough_to_ship() -> None:
    assert (FOLDER / "gazetteer.bin").stat().st_size < 18_000_000


def test_another_format_is_refused_with_what_to_do() -> None:
    with pytest.raises(ResourceError, match="install the package again"):
        Gazetteer(memoryview(b"SQLite format 3\0" * 4))
