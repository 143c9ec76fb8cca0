"""LGL and GeoWebNews as typed records, and their halves for tuning and for testing.

LGL (Lieberman, Samet and Sankaranarayanan 2010) and GeoWebNews (Gritta, Pilehvar and Collier 2019),
as collected in 'A Pragmatic Guide to Geoparsing Evaluation'. Read from ``../shared/data/places``, or
from the folder that DRAGOMAN_SHARED names; the texts are never part of this repository.

What counts as gold for detection: names with coordinates that are nouns for a place. Not asked for,
and not held against a finding that meets them: adjectives and inhabitants ('Russian' with Russia's
coordinates), names inside names of organisations and events (types Embedded_*, Coercion), the European
Union (an organisation here; the sets give it two different places), and names without coordinates in LGL (streets, quarters that GeoNames does not have). Wrong when found: names
that GeoWebNews marks as demonyms, languages or homonyms.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dragoman.extract.toponym.context import demonyms, unplaced

SETS = ("lgl", "geowebnews")
ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    use: Literal["asked", "open", "wrong"]


@dataclass(frozen=True)
class Text:
    id: str
    text: str
    url: str | None
    title: str | None
    gold: tuple[Gold, ...]


def shared() -> Path:
    return Path(os.environ.get("DRAGOMAN_SHARED", str(ROOT.parent / "shared")))


def available() -> bool:
    return (shared() / "data" / "places" / "lgl.jsonl.gz").is_file()


def half(identifier: str) -> str:
    """'dev' or 'test', by a hash of the article's id: the same on every machine."""
    return "dev" if hashlib.sha256(identifier.encode()).digest()[0] % 2 else "test"


def load(name: str, part: str | None = None) -> list[Text]:
    path = shared() / "data" / "places" / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [_text(row) for row in rows if part is None or half(row["id"]) == part]


def _text(row: dict[str, Any]) -> Text:
    gold = tuple(_gold(one) for one in row["toponyms"])
    return Text(row["id"], row["text"], row.get("url"), row.get("title"), gold)


def _gold(row: dict[str, Any]) -> Gold:
    gid = row.get("geonameid")
    return Gold(
        row["start"], row["end"], row["name"], row.get("lat"), row.get("lon"),
        int(gid) if gid and str(gid).isdigit() else None, _use(row),
    )  # fmt: skip


def _use(row: dict[str, Any]) -> Literal["asked", "open", "wrong"]:
    kind = row.get("type", "")
    if kind in ("Demonym", "Homonym", "Language"):
        return "wrong"
    if row.get("lat") is None or kind.startswith("Embedded") or kind == "Coercion":
        return "open"
    if row.get("modifier_type") == "Adjective" or _is_demonym(row["name"]):
        return "open"
    if row["name"] in ("EU", "European Union"):
        return "open"
    return "asked"


def _is_demonym(name: str) -> bool:
    return (name in demonyms() and name not in ("US", "U.S.")) or name in unplaced()
