"""Spellings made comparable: without diacritics, case, apostrophes and hyphens; and near spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "ß": "ss",
     "æ": "ae", "Æ": "ae", "œ": "oe", "þ": "th", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "–": "-"}
)  # fmt: skip
_ARTICLES: Final = frozenset(("al", "el", "ul", "as", "ad", "an", "ar", "az", "ash", "at"))
_NO_NAME: Final = re.compile(r"[^\w\s-]")


def listed(words: str) -> frozenset[str]:
    """A set of words from a line of them."""
    return frozenset(words.split())


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Lower case, no diacritics, no apostrophes; hyphens stay."""
    if text.isascii():
        return _NO_NAME.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return _NO_NAME.sub("", kept.lower())


@lru_cache(maxsize=1 << 13)
def parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name; 'al-Sabah' and 'Al Sabah' both give ('sabah',)."""
    found = [part for part in re.split(r"[\s-]+", fold(name)) if part]
    while len(found) > 1 and found[-1] in ("jr", "sr", "ii", "iii", "iv"):
        found.pop()
    kept = [part for i, part in enumerate(found) if part not in _ARTICLES or i == len(found) - 1]
    return tuple(kept)


def near(one: str, other: str) -> bool:
    """Two spellings of one name: equal, or a letter apart in a name of six letters or more."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    return _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[i:] == other[i + 1 :] or (
                len(one) == len(other) and (one[i + 1 :] == other[i + 1 :])
            )
    return True


def is_acronym(word: str) -> bool:
    """'PKK', 'U.N.', 'IAEA': two to eight capitals, digits or full stops between."""
    bare = word.replace(".", "").replace("-", "")
    return (
        2 <= len(bare) <= 8
        and bare.isalnum()
        and sum(c.isupper() for c in bare) >= max(2, len(bare) - 2)
        and bare[0].isupper()
    )


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that a name may have: of its capitalised words, and of all of them."""
    capital = "".join(w[0] for w in words if w[0].isupper() or w[0].isdigit())
    every = "".join(w[0] for w in words if w[0].isalnum())
    return frozenset((capital.upper(), every.upper()))
