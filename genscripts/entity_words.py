"""Writes src/dragoman/data/entity.json: what the entity extractor knows of titles, bodies and names.

Titles, offices, bodies, armed groups and international organisations: `entity_tables.py`, by hand
from general knowledge. Given names with their usual gender: the 1990 US census lists (`names`,
public domain) and the Latin-script locales of Faker (MIT), folded to ASCII; a name
counts as one gender's where the census has it ten times as often, or three times as many locales
list it, and the two sources do not disagree.

    pip install names faker
    python genscripts/entity_words.py [--check]
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import entity_tables as tables

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "entity.json"
SOURCE = (
    "genscripts/entity_words.py: hand-made tables (general knowledge; sectors of the PLOVER codebook); given names from the 1990 US census "
    "(public domain) and Faker (MIT)"
)
ABOUT = "Names as English news writes them. A sector or kind follows PLOVER's scheme; nothing is said about the standing or legitimacy of anyone named."
PLURAL_FIELDS = {"f": "female", "m": "male"}
OFTEN = 10.0
LISTED = 3.0


def fold(name: str) -> str:
    """Lower-case ASCII of a name; '' where it is in another script."""
    swapped = name.translate(str.maketrans("ıİłŁøØđĐß", "iIlLoOdDs"))
    plain = unicodedata.normalize("NFKD", swapped).encode("ascii", "ignore").decode().lower()
    return plain if plain.isalpha() and len(plain) == len(name) and len(plain) > 2 else ""


def census() -> dict[str, dict[str, float]]:
    """Frequencies of given names in the US census of 1990, by gender."""
    import names

    folder = Path(names.__file__).parent
    found = {}
    for gender, field in PLURAL_FIELDS.items():
        rows = (line.split() for line in (folder / f"dist.{field}.first").read_text().splitlines())
        found[gender] = {row[0].lower(): float(row[1]) for row in rows if row}
    return found


def listed() -> Iterator[tuple[str, str]]:
    """(gender, folded name) of every locale of Faker in Latin script."""
    from faker.providers import person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, field in PLURAL_FIELDS.items():
            for attribute in (f"first_names_{field}", f"first_romanized_names_{field}"):
                for name in getattr(provider, attribute, ()):
                    if folded := fold(str(name).split(" ")[0]):
                        yield gender, folded


def given_names() -> dict[str, str]:
    """Names mostly of one gender, as two lines of words."""
    counted = census()
    locales = {gender: Counter[str]() for gender in PLURAL_FIELDS}
    for gender, name in listed():
        locales[gender][name] += 1
    sure: dict[str, list[str]] = {gender: [] for gender in PLURAL_FIELDS}
    for name in sorted({name for g in PLURAL_FIELDS for name in (*counted[g], *locales[g])}):
        shares = [_share(name, counted, OFTEN), _share(name, locales, LISTED)]
        if len(found := {share for share in shares if share}) == 1:
            sure[found.pop()].append(name)
    return {gender: " ".join(names) for gender, names in sure.items()}


def _share(name: str, table: Mapping[str, Mapping[str, float]], ratio: float) -> str | None:
    """The gender that has the name at least `ratio` times as often, None where neither has."""
    m, f = table["m"].get(name, 0.0), table["f"].get(name, 0.0)
    if max(m, f) < ratio * min(m, f) or m == f:
        return None
    return "m" if m > f else "f"


def build() -> dict[str, Any]:
    """The whole data file."""
    return {
        "source": SOURCE,
        "about": ABOUT,
        "honorifics": tables.HONORIFICS,
        "ranks": tables.RANKS,
        "people": {family: list(row) for family, row in tables.PEOPLE.items()},
        "covers": tables.COVERS,
        "gendered": tables.GENDERED,
        "context": tables.CONTEXT,
        "groups": tables.GROUPS,
        "institutions": tables.INSTITUTIONS,
        "ministries": tables.MINISTRIES,
        "bodies": tables.BODIES,
        "organisations": [[key, None, sector, names] for key, sector, names in tables.ORGANISATIONS]
        + tables.NATIONAL,
        "armed_groups": tables.ARMED_GROUPS,
        "variants": tables.VARIANTS,
        "called": tables.CALLED,
        "acting": tables.ACTING,
        "relations": tables.RELATIONS,
        "given": given_names(),
    }


def main() -> int:
    """Write the file, or with --check say whether it is as it would be written."""
    text = json.dumps(build(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv:
        same = OUT.read_text("utf-8") == text
        print(
            "entity.json is up to date"
            if same
            else "entity.json differs: run genscripts/entity_words.py"
        )
        return 0 if same else 1
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
