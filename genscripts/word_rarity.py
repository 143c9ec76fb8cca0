"""Writes `src/dragoman/data/word_rarity.json`: how rare the words of English are.

    pip install wordfreq==3.1.1 && python genscripts/word_rarity.py

Source: wordfreq 3.1.1 (Speer 2022; data under CC BY-SA 4.0), list 'best' for English: word counts of
encyclopedias, subtitles, news, books, the web and short messages. A word's Zipf value is the decimal
logarithm of its uses in a billion words. Words are kept by tenths of it, down to `LEAST`; what the file
does not have is rarer.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "word_rarity.json"
LEAST = 2.9
MOST_WORDS = 60_000
WORD = re.compile(r"[^\W\d_]+")


def build() -> dict[str, object]:
    """The content of the data file: words by Zipf value."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in top_n_list("en", MOST_WORDS):
        zipf = zipf_frequency(word, "en")
        if zipf >= LEAST and WORD.fullmatch(word):
            words[f"{zipf:.1f}"].append(word)
    return {
        "about": "Words of English by Zipf value (decimal logarithm of uses in a billion words). Made by "
        "genscripts/word_rarity.py from wordfreq 3.1.1 (Speer 2022), data under CC BY-SA 4.0.",
        "least": LEAST,
        "words": {zipf: " ".join(sorted(words[zipf])) for zipf in sorted(words, reverse=True)},
    }


if __name__ == "__main__":
    OUT.write_text(json.dumps(build(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
