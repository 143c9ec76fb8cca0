"""What a stated number leaves open: rounding, hedges and words such as 'dozens'.

A number is read twice: as what its words usually mean ('more than 50' is a little over 50), and as
what they can be held to ('more than 50' is not below 50, and that is all).
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from dragoman.types import Quantity

LITTLE: Final = 0.025
"""How far from the stated number a hedge usually takes it: 'nearly 10,000' is above 9,750."""

LOOSE: Final = 0.15
"""How far 'about', 'nearly' and 'just over' may stretch before a reader calls them wrong."""

ROUNDED: Final = 100
"""From here on a number that ends in noughts may be a rounded one."""

VAGUE: Final = 10.0
"""'Dozens' and 'hundreds' reach to this multiple of the least that they mean."""


class Range(NamedTuple):
    """All numbers that a statement allows, ends included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether some number fits both statements."""
        return self.low <= other.high and other.low <= self.high


def usual(quantity: Quantity) -> Range:
    """What the words usually mean."""
    low, high = _ends(quantity)
    slack = _rounding(low)
    match quantity.modifier:
        case "about":
            slack = max(slack, LITTLE * low)
            return Range(low - slack, high + slack)
        case "nearly" | "less_than":
            return Range(low * (1 - LITTLE), low)
        case "more_than" | "at_least":
            return Range(low, high if high > low else low * (1 + LITTLE))
        case "up_to":
            return Range(high * (1 - LITTLE), high)
        case "vague":
            return Range(low, high)
        case _:
            return Range(low - slack, high + slack)


def strict(quantity: Quantity) -> Range:
    """What the words can be held to."""
    low, high = _ends(quantity)
    slack = _rounding(low)
    match quantity.modifier:
        case "about":
            slack = max(slack, LOOSE * low)
            return Range(low - slack, high + slack)
        case "nearly":
            return Range(low * (1 - LOOSE), low)
        case "less_than" | "up_to":
            return Range(-math.inf, high)
        case "more_than" | "at_least":
            return Range(low, math.inf)
        case "vague":
            return Range(low, math.inf)
        case _:
            return Range(low - slack, high + slack)


def _ends(quantity: Quantity) -> tuple[float, float]:
    low, high = quantity.low, quantity.high
    if low is None:
        low = high if high is not None else 0.0
    if high is None:
        high = low * VAGUE if quantity.modifier == "vague" else low
    return low, max(low, high)


def _rounding(value: float) -> float:
    """Half of the last digit that is not nought: 50 for 9,500, nothing for 51."""
    if not value or abs(value) < ROUNDED or value != round(value):
        return 0.0
    unit = 10.0
    while value % (unit * 10) == 0:
        unit *= 10
    return unit / 2 if value % unit == 0 else 0.0


def telling(value: float) -> float:
    """How much it says that two reports have the same number: 0 for 'two', 1 for '145.5 million'.

    The more digits before the noughts, and the larger, the less it is chance.
    """
    if not math.isfinite(value) or value == 0:
        return 0.0
    digits = len(f"{abs(value):.10g}".replace(".", "").strip("0"))
    return min(1.0, 0.3 * (digits - 1) + 0.1 * math.log10(1 + abs(value)))
