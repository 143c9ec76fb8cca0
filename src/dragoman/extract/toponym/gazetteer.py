"""The gazetteer: which places bear a name, read from ``data/gazetteer.bin`` without loading it.

The file (genscripts/gazetteer.py) is: 8 bytes 'DRGAZ1', the length of the header (8 bytes, little
endian), the header (JSON: source, countries, codes, abbreviations, outlets, and the type, offset and length
of every section), then the sections, each a NumPy array. A name is looked up by the hash of its
folded spelling (`names.key`): the upper 32 bits are searched for in `key`, sorted, the lower 16
compared with `check`; `start` then bounds its `posting`s, the numbers of the places, the weightiest
first, with the top bit set where the name is not the place's main one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.toponym.names import key, key_hash
from dragoman.resources import ResourceError, open_data

FILE: Final = "gazetteer.bin"
MAGIC: Final = b"DRGAZ1\n\0"
NOWHERE: Final = -(2**31)
NOBODY: Final = 0xFFFFFFFF
ALTERNATE: Final = 0x80000000

Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        number: its row in the gazetteer.
        geonames_id, lat, lon: None where the gazetteer knows the place and not these; degrees, WGS 84.
        country: ISO 3166-1 alpha-3, None where it lies in none or several.
        code: GeoNames feature code ('PPL', 'PPLC', 'PCLI', 'ADM1', 'SEA', ...).
        weight: people, or what a feature that has none counts for beside towns.
        admin1, admin2: rows of the divisions that it lies in.
    """

    number: int
    geonames_id: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    code: str
    weight: int
    admin1: int | None
    admin2: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The places of one name, as columns: what a resolver scores. All arrays have one length."""

    number: Numbers
    alternate: Numbers
    lat: Numbers
    lon: Numbers
    weight: Numbers
    country: Numbers
    code: Numbers
    admin1: Numbers
    admin2: Numbers

    def __len__(self) -> int:
        return len(self.number)


class Gazetteer:
    """Lookups by name. Opening reads the header only; one instance serves a process."""

    def __init__(self, data: memoryview) -> None:
        if bytes(data[:8]) != MAGIC:
            raise ResourceError(f"data file {FILE!r} has another format: install the package again")
        length = int.from_bytes(data[8:16], "little")
        header = json.loads(bytes(data[16 : 16 + length]))
        self.countries: list[str] = header["countries"]
        self.codes: list[str] = header["codes"]
        self.abbreviations: dict[str, int] = header["abbreviations"]
        self.area_codes: dict[str, int] = header["area_codes"]
        self.outlets: dict[str, int | str] = header["outlets"]
        self.wordings = {state: words.split(";") for state, words in header["wordings"].items()}
        self._at = {
            name: np.frombuffer(data, dtype, count, 16 + length + offset)
            for name, (dtype, offset, count) in header["sections"].items()
        }

    def __len__(self) -> int:
        return len(self._at["id"])

    def knows(self, name: str) -> bool:
        """Whether any place bears `name`, under any of its names."""
        return name in self.abbreviations or len(self._postings(key(name))) > 0

    def candidates(self, name: str) -> Candidates:
        """The places of `name`, the weightiest first; none if there is none."""
        if (row := self.abbreviations.get(name)) is not None:
            return self.at(np.array([row]))
        found = self._postings(key(name))
        return self._columns(found & 0x7FFFFFFF, (found & ALTERNATE) != 0)

    def at(self, numbers: Numbers) -> Candidates:
        """Places by their rows, as columns."""
        return self._columns(numbers, np.zeros(len(numbers), bool))

    def heaviest(self, name: str) -> int:
        """The weight of the weightiest place whose main name is `name`, 0 if there is none."""
        found = self._postings(key(name))
        found = found[found < ALTERNATE]
        return int(self._at["weight"][found[0]]) if len(found) else 0

    @lru_cache(maxsize=4096)  # noqa: B019 - one instance lives as long as the process
    def place(self, number: int) -> Place:
        """One row of the gazetteer."""
        at = self._at
        start, end = int(at["name"][number]), int(at["name"][number + 1])
        lat, lon = int(at["lat"][number]), int(at["lon"][number])
        return Place(
            number=number,
            geonames_id=int(at["id"][number]) or None,
            name=at["names"][start:end].tobytes().decode(),
            lat=None if lat == NOWHERE else lat / 1e4,
            lon=None if lat == NOWHERE else lon / 1e4,
            country=self.countries[at["country"][number]] or None,
            code=self.codes[at["code"][number]],
            weight=int(at["weight"][number]),
            admin1=_row(at["admin1"][number]),
            admin2=_row(at["admin2"][number]),
        )

    @lru_cache(maxsize=16384)  # noqa: B019
    def _postings(self, folded: str) -> Numbers:
        digest = key_hash(folded)
        keys, checks = self._at["key"], self._at["check"]
        first = int(np.searchsorted(keys, np.uint32(digest >> 16)))
        while first < len(keys) and keys[first] == digest >> 16:
            if checks[first] == digest & 0xFFFF:
                starts = self._at["start"]
                return self._at["posting"][starts[first] : starts[first + 1]]
            first += 1
        return self._at["posting"][:0]

    def _columns(self, rows: Numbers, alternate: Numbers) -> Candidates:
        at = self._at
        return Candidates(
            number=rows.astype(np.int64),
            alternate=alternate,
            lat=_degrees(at["lat"][rows]),
            lon=_degrees(at["lon"][rows]),
            weight=at["weight"][rows].astype(np.float64),
            country=at["country"][rows].astype(np.int64),
            code=at["code"][rows].astype(np.int64),
            admin1=at["admin1"][rows].astype(np.int64),
            admin2=at["admin2"][rows].astype(np.int64),
        )


def _degrees(stored: Numbers) -> Numbers:
    return np.where(stored == NOWHERE, np.nan, stored / 1e4)


def _row(number: Any) -> int | None:
    return None if number == NOBODY else int(number)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened at first use."""
    return Gazetteer(open_data(FILE))
