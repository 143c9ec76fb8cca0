"""Writes src/dragoman/data/quantity.json: the words that reported numbers are made of and counted by.

Currency codes, symbols and English names: ISO 4217 as given by Unicode CLDR through babel
(`pip install babel`, Unicode licence). Number words, hedges, units of measurement (names and
symbols of the SI brochure and of NIST Handbook 44, appendix C), nouns of what is counted, and the
frames of killed, injured, captive and the rest: the tables of `quantity_tables.py`, made by hand
after reading news.

    python genscripts/quantity_words.py [--check]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import quantity_tables as tables
from babel import Locale

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "quantity.json"

SOURCE = (
    "genscripts/quantity_words.py: ISO 4217 codes, symbols and names from Unicode CLDR (babel); "
    "hand-made tables"
)


def listed(words: str) -> list[str]:
    """The words of a table's line, sorted, each once; '_' stands for a space."""
    return sorted({word.replace("_", " ") for word in words.split()})


def currency_names() -> dict[str, str]:
    """English name in lower case, one and many ('egyptian pounds') → ISO 4217 code, where one."""
    english = Locale("en")
    names: dict[str, set[str]] = {}
    for code in english.currencies:
        if code in tables.NO_CURRENCY:
            continue
        plural = english._data["currency_names_plural"].get(code, {})
        given = [english.currencies[code], plural.get("one"), plural.get("other")]
        for name in filter(None, given):
            if "(" not in name:
                names.setdefault(name.lower(), set()).add(code)
    found = {name: codes.pop() for name, codes in names.items() if len(codes) == 1}
    return dict(sorted({**found, **tables.CURRENCY_NAMES}.items()))


def currency_symbols() -> dict[str, str]:
    """Symbol → ISO 4217 code: CLDR's for English, with those of `CURRENCY_SYMBOLS`."""
    english = Locale("en")
    symbols = {
        symbol: code
        for code, symbol in english.currency_symbols.items()
        if not symbol.isalpha() and code not in tables.NO_CURRENCY
    }
    return dict(sorted({**symbols, **tables.CURRENCY_SYMBOLS}.items()))


def made() -> dict[str, Any]:
    """The whole file."""
    return {
        "source": SOURCE,
        "ones": tables.ONES,
        "scales": tables.SCALES,
        "vague": tables.VAGUE,
        "fractions": tables.FRACTIONS,
        "hedges_before": dict(sorted(tables.HEDGES_BEFORE.items())),
        "hedges_after": dict(sorted(tables.HEDGES_AFTER.items())),
        "currency_codes": sorted(set(Locale("en").currencies) & set(tables.NEWS_CODES)),
        "currency_names": currency_names(),
        "currency_symbols": currency_symbols(),
        "units": dict(sorted(tables.units().items())),
        "attached": dict(sorted(tables.ATTACHED.items())),
        "time_units": listed(tables.TIME_UNITS),
        "labels": listed(tables.LABELS),
        "nouns": {measure: listed(words) for measure, words in tables.NOUNS.items()},
        "frames": {role: dict(sorted(frame.items())) for role, frame in tables.FRAMES.items()},
        "adjectives": dict(sorted(tables.ADJECTIVES.items())),
        "held": dict(sorted(tables.HELD.items())),
        "event_nouns": dict(sorted(tables.EVENT_NOUNS.items())),
        "causing": listed(tables.CAUSING),
        "happenings": listed(tables.HAPPENINGS),
        "speech": listed(tables.SPEECH),
        "score_after": listed(tables.SCORE_AFTER),
        "acts": listed(tables.ACTS),
    }


def main() -> int:
    """Write the file, or with --check compare it: 1 where it differs."""
    text = json.dumps(made(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv:
        return int(OUT.read_text(encoding="utf-8") != text)
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
