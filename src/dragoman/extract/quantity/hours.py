"""Times of day that are written as bare numbers: '10:15', 'twenty to five', 'shortly after seven'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.extract.quantity.amounts import Amount
from dragoman.extract.quantity.atoms import Atom, touching, word
from dragoman.extract.quantity.lexicon import lexicon

_HOURS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_MINUTES: Final = frozenset(["quarter", "twenty", "half"])
_FEW: Final = frozenset(["five", "ten"])
_ABOUT: Final = frozenset(["at", "around", "until", "since"])
_WHEN: Final = frozenset(["at", "after", "before", "until", "till", "since"])
_ON: Final = frozenset(
    ["that", "in", "on", "when", "and", "this", "yesterday", "today", "tomorrow"]
)
_STANDS: Final = (
    "st",
    "put",
    "plac",
    "estimat",
    "remain",
    "set",
    "number",
    "list",
    "valu",
    "pric",
    "rank",
)
_DOTTED: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def is_clock(found: Sequence[Atom], amount: Amount) -> bool:
    """'10:15': both numbers; 'twenty to five', 'ten past four'; 'at 12.20'."""
    ahead = word(found, amount.end) == ":" and touching(found, amount.end + 1)
    behind = word(found, amount.start - 1) == ":" and touching(found, amount.start)
    if ahead or (behind and amount.start > 1 and found[amount.start - 2].kind == "number"):
        return True
    return _told(found, amount) or _at_hour(found, amount)


def _told(found: Sequence[Atom], amount: Amount) -> bool:
    """The minutes or the hour of 'twenty to five' and 'quarter past two'; a range would rise."""
    if amount.unit is not None or amount.first != amount.start or amount.end != amount.last:
        return False
    for minutes, hour in ((amount.start, amount.start + 2), (amount.start - 2, amount.start)):
        joint, before = word(found, minutes + 1), word(found, minutes - 1)
        few = word(found, minutes) in _FEW  # 'five to three' may be a vote
        sure = joint == "past" or (joint == "to" and (not few or before in _ABOUT))
        if sure and before != "from" and word(found, minutes) in _MINUTES | _FEW:
            return word(found, hour) in _HOURS and word(found, hour + 1) not in lexicon().nouns
    return False


def _at_hour(found: Sequence[Atom], amount: Amount) -> bool:
    """'At 12.20', and 'shortly after seven' with nothing behind that it counts."""
    if amount.unit is not None or amount.first != amount.start or amount.end != amount.last:
        return False
    number, before = found[amount.start].text, word(found, amount.start - 1)
    if before == "at" and amount.end - amount.start == 1 and _DOTTED.fullmatch(number):
        return True
    ahead = found[amount.end] if amount.end < len(found) else None
    closed = ahead is None or (ahead.kind == "sign" and ahead.text in ".,;)") or ahead.word in _ON
    stands = any(
        atom.word.startswith(_STANDS) for atom in found[max(0, amount.start - 4) : amount.start]
    )
    return before in _WHEN and word(found, amount.start) in _HOURS and closed and not stands
