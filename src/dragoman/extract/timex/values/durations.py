"""Values of durations: 'P2Y6M', 'PT1M30S', 'PXD'."""

from __future__ import annotations

from typing import Final

from dragoman.extract.timex.meanings import Length
from dragoman.extract.timex.values.value import Place, Value

_LETTER: Final = {
    "S": "TS", "MIN": "TM", "H": "TH", "D": "D", "W": "W", "FN": "W", "WE": "WE", "M": "M", "Q": "Q",
    "Y": "Y", "DE": "DE", "CE": "CE", "ML": "ML", "NI": "NI", "": "X",
}  # fmt: skip
_AS: Final = {"FN": (2, "W"), "Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y")}
_HALVES: Final = {
    "Y": ("M", 12),
    "H": ("MIN", 60),
    "MIN": ("S", 60),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
}


def of_length(meaning: Length, place: Place) -> Value:
    published = place.context.published is not None and place.context.to_the_day
    anchor = "published" if meaning.way and published else None
    return Value(type="DURATION", value=duration(meaning.parts), anchor=anchor)


def duration(parts: tuple[tuple[float | None, str], ...]) -> str:
    """'P2Y6M', 'PT1M30S', 'PXD'."""
    days: list[str] = []
    times: list[str] = []
    for count, unit in (piece for part in parts for piece in _whole(*part)):
        letter = _LETTER[unit]
        number = "X" if count is None else f"{count:.10g}"
        (times if letter[0] == "T" else days).append(number + letter.removeprefix("T"))
    return "P" + "".join(days) + ("T" + "".join(times) if times else "")


def _whole(count: float | None, unit: str) -> list[tuple[float | None, str]]:
    """An amount in units that TIMEX3 has: a fortnight P2W, two and a half years P2Y6M."""
    if count is None:
        return [(None, "W" if unit == "FN" else unit)]
    if unit in _HALVES and not float(count).is_integer():
        smaller, factor = _HALVES[unit]
        rest = round((count % 1) * factor)
        whole: list[tuple[float | None, str]] = (
            _whole(float(count // 1), unit) if count >= 1 else []
        )
        if unit in ("DE", "CE"):
            return [(float(count * factor), "Y")]
        return [*whole, (float(rest), smaller)]
    if unit in _AS:
        factor, name = _AS[unit]
        return [(count * factor, name)]
    return [(count, unit)]
