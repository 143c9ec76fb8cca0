"""One spelling for the many ways in which a place name is written, so that a lookup finds it.

`key` folds case, accents, punctuation and the common short forms ('St.', 'Mt.', 'the'): it is what
the gazetteer is sorted by, and what a name in a text is looked up by.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e",
     "ß": "ss", "ħ": "h", "ŋ": "n", "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "`": "", "ʿ": "",
     "ʾ": "", "´": "", ".": "", "′": ""}
)  # fmt: skip
_SHORT: Final = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft"}
KEY_BITS: Final = 48


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The folded spelling: 'St. Mary’s' and 'Saint Marys' both give 'st marys'."""
    folded = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    kept = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    words = [_SHORT.get(word, word) for word in kept.split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def key_hash(folded: str) -> int:
    """48 bits of BLAKE2b of a folded spelling: the odds that an unknown name meets one of a million
    entries are 1 in 280 million."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=6).digest(), "big")
