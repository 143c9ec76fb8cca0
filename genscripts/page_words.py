"""Builds `src/dragoman/data/page_words.json`: finite verbs and function words of English.

Source: Universal Dependencies English-EWT 2.16, train part (CC BY-SA 4.0). Only counts are used:
a form is kept where it is common enough and mostly of the class. GUM is left out, as most of it
is for non-commercial use. Run: python genscripts/page_words.py PATH/TO/en_ewt-ud-train.conllu.gz
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "page_words.json"
FUNCTION_TAGS = {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART"}

# A form counts as a finite verb if it is seen three times or more and half of its uses are one;
# as a function word if a thirtieth of a percent of all words and nine tenths of its uses are one.
VERB_COUNT, VERB_SHARE = 3, 0.5
FUNCTION_RATE, FUNCTION_SHARE = 0.0003, 0.9


def words(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Every word as (lower-case form, UPOS, is it a finite verb)."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit() and cells[1].isalpha():
                yield cells[1].lower(), cells[3], "VerbForm=Fin" in cells[5]


def build(path: Path) -> dict[str, object]:
    """The content of the data file."""
    total: Counter[str] = Counter()
    finite: Counter[str] = Counter()
    function: Counter[str] = Counter()
    for form, tag, is_finite in words(path):
        total[form] += 1
        finite[form] += is_finite
        function[form] += tag in FUNCTION_TAGS
    floor = FUNCTION_RATE * total.total()
    return {
        "about": "Built by genscripts/page_words.py from UD English-EWT 2.16 train (CC BY-SA 4.0).",
        "finite_verbs": sorted(
            w for w, n in finite.items() if n >= VERB_COUNT and n >= VERB_SHARE * total[w]
        ),
        "function_words": sorted(
            w for w, n in function.items() if n >= floor and n >= FUNCTION_SHARE * total[w]
        ),
    }


if __name__ == "__main__":
    content = build(Path(sys.argv[1]))
    OUT.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
