"""Numbers in words and digits: 'twenty-four' 24, '2 1/2' 2.5, 'nineteen ninety-four' 1994."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.extract.timex.lexicon import table

_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_TOO_MANY: Final = 1e9
_SKIPPED: Final = frozenset({"-", "–", "—", "and", "a"})
_CENTURY_WORDS: Final = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}


def digits(word: str) -> float | None:
    """'1,400', '2.5', '1/2', '2½' as a number; None for anything else."""
    if word[-1:] in _FRACTIONS:
        whole = word[:-1]
        return (int(whole) if whole.isdecimal() else 0) + _FRACTIONS[word[-1]]
    if match := re.fullmatch(r"(\d)/([1-9])", word):
        return int(match[1]) / int(match[2])
    plain = word.replace(",", "")
    if len(plain) > 12 or not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return None
    return float(plain)


def number(words: Sequence[str]) -> float | None:
    """A number in words or digits: 'two hundred and five', '2 1/2', 'two-and-a-half'. None if none."""
    total, current, seen = 0.0, 0.0, False
    names = table("numbers")
    for word in words:
        value = digits(word)
        if value is not None:
            current, seen = current + value, True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word in names:
            total, current = _grown(total, current, float(names[word]))
            seen = True
        elif word not in _SKIPPED:
            return None
    return min(total + current, _TOO_MANY) if seen else None


def _grown(total: float, current: float, value: float) -> tuple[float, float]:
    if (value < 100 and value != 12) or (value == 12 and not current):
        return total, current + value
    if value >= 1000:
        return min(total + (current or 1) * value, _TOO_MANY), 0.0
    return total, min((current or 1) * value, _TOO_MANY)


def ordinal(words: Sequence[str]) -> int | None:
    """'twenty-first' 21, '11th' 11; None if the words are no ordinal."""
    names, tens = table("ordinals"), table("numbers")
    total = 0
    for word in words:
        if match := re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th)?", word):
            total += int(match[1])
        elif word in names:
            total += int(names[word])
        elif word in ("twenty", "thirty"):
            total += int(tens[word])
        elif word not in _SKIPPED:
            return None
    return total or None


def year(words: Sequence[str]) -> int | None:
    """'1994', 'nineteen ninety-four', 'two thousand and ten', "'98"; None for anything else."""
    if len(words) == 1:
        return _year_in_digits(words[0])
    names = table("numbers")
    if words[0] in _CENTURY_WORDS:
        rest = number([w for w in words[1:] if w not in _SKIPPED])
        return _CENTURY_WORDS[words[0]] + int(rest) if rest and 10 <= rest < 100 else None
    value = number([w for w in words if w in names])
    return int(value) if value and 2000 <= value < 2100 else None


def _year_in_digits(word: str) -> int | None:
    if re.fullmatch(r"[12][0-9]{3}", word):
        return int(word)
    if match := re.fullmatch(r"'([0-9]{2})", word):
        return two_digit_year(int(match[1]))
    return None


def two_digit_year(value: int) -> int:
    """98 as 1998, 24 as 2024: the years up to 2040 are of this century."""
    return 2000 + value if value <= 40 else 1900 + value
