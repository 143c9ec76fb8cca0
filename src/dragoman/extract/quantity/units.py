"""What a number is in: currencies before and behind it, percent, units of measurement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from dragoman.extract.quantity.atoms import Atom, hyphen, touching, word
from dragoman.extract.quantity.lexicon import Unit, lexicon
from dragoman.extract.quantity.numbers import Value

MONEY: Final = "money"
T = TypeVar("T")

_LONGEST: Final = 5
_POWERS: Final = {"square": ("²", "area"), "sq": ("²", "area"), "cubic": ("³", "volume")}
_SCALES: Final = {"c": "°C", "celsius": "°C", "centigrade": "°C", "f": "°F", "fahrenheit": "°F"}
_HEAVY: Final = frozenset(
    [
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "lost",
        "lose",
        "gained",
        "gain",
        "heavy",
        "thrust",
        "force",
        "cocaine",
        "heroin",
        "meat",
        "fish",
        "explosives",
        "marijuana",
        "weight",
        "per",
        "payload",
        "cargo",
        "fat",
    ]
)
_COLDEST: Final = 10
"""Below it a letter C or F behind a digit is more often the name of a model than a temperature."""
_SHARED: Final = frozenset(
    [
        "krone",
        "kroner",
        "krona",
        "kronor",
        "króna",
        "krónur",
        "dinar",
        "dinars",
        "peso",
        "pesos",
        "franc",
        "francs",
        "shillings",
        "dirhams",
        "riyals",
        "rials",
    ]
)
"""Currencies of several countries: money of which the words alone do not say whose."""
_PER: Final = {"second": "s", "hour": "h", "minute": "min"}
_HUNDREDTHS: Final = frozenset(["cent", "cents"])


class InUnit(NamedTuple):
    """A unit, what it measures, where its words end, and a factor to bring the value into it."""

    unit: Unit
    end: int
    factor: float = 1.0


def currency_before(found: Sequence[Atom], start: int) -> tuple[str, int] | None:
    """(ISO 4217 code, first atom) of '$', 'US$', 'Rs', 'EUR' right before atom `start`."""
    names = lexicon()
    for length in (4, 3, 2, 1):
        first = start - length
        if first < 0 or any(not touching(found, j) for j in range(first + 1, start)):
            continue
        text = "".join(atom.text for atom in found[first:start])
        code = names.currency_symbols.get(text)
        if code is None and length == 1 and text in names.currency_codes:
            code = text
        if code and not (touching(found, first) and found[first - 1].kind != "sign"):
            return code, first
    return None


def unit_after(found: Sequence[Atom], value: Value) -> InUnit | None:
    """The unit behind a number, by the longest wording."""
    j = value.end
    if (value.form == "vague" and word(found, j) in ("of", "in")) or hyphen(found, j):
        j += 1
    return (
        _money(found, j)
        or _attached(found, j, value)
        or _powered(found, j)
        or _degrees(found, j)
        or _plain(found, j, value)
    )


def _money(found: Sequence[Atom], j: int) -> InUnit | None:
    names = lexicon()
    if j >= len(found):
        return None
    if found[j].text in names.currency_codes:
        return InUnit(Unit(found[j].text, MONEY), j + 1)
    if found[j].text in ("€", "₽", "£", "₺", "₪") and word(found, j + 1) not in "0123456789":
        return InUnit(Unit(names.currency_symbols[found[j].text], MONEY), j + 1)
    if found[j].text == "p" and touching(found, j) and len(found[j - 1].text) <= 2:
        return InUnit(Unit("GBP", MONEY), j + 1, 0.01)
    code, end = longest(found, j, names.currency_names)
    if code is None and found[j].word in _SHARED:
        return InUnit(Unit("", MONEY), j + 1)
    if code is None:
        return _pounds(found, j)
    return InUnit(Unit(code, MONEY), end, 0.01 if found[end - 1].word in _HUNDREDTHS else 1.0)


def _pounds(found: Sequence[Atom], j: int) -> InUnit | None:
    """Pounds: weight where weight is spoken of near by or things are weighed out, else sterling."""
    if found[j].word not in ("pound", "pounds"):
        return None
    near = [atom.word for atom in found[max(0, j - 10) : j + 4]]
    weighed = bool(_HEAVY.intersection(near)) or word(found, j + 1) == "of" or hyphen(found, j + 1)
    if weighed or (word(found, j + 1) == "(" and _kilograms(found, j + 2)):
        return InUnit(Unit("lb", _thrust(found, j + 1) or "mass"), j + 1)
    return InUnit(Unit("GBP", MONEY), j + 1)


def _kilograms(found: Sequence[Atom], j: int) -> bool:
    """Whether a bracket gives the weight again, in kilograms or tonnes."""
    units = (lexicon().units.get((atom.word,)) for atom in found[j : j + 3])
    return any(unit is not None and unit.dimension == "mass" for unit in units)


def _thrust(found: Sequence[Atom], j: int) -> str | None:
    near = {word(found, j + 1), word(found, j + 2)} if word(found, j) == "of" else set()
    return "force" if near & {"thrust", "force", "pressure"} else None


def _attached(found: Sequence[Atom], j: int, value: Value) -> InUnit | None:
    """'40m', '5x': letters that are units only where they touch the digits."""
    if j != value.end or not touching(found, j) or value.form != "digits":
        return None
    unit = lexicon().attached.get(found[j].text)
    warm = unit is not None and unit.dimension == "temperature"
    return InUnit(unit, j + 1) if unit and (not warm or abs(value.low) >= _COLDEST) else None


def _powered(found: Sequence[Atom], j: int) -> InUnit | None:
    """'square miles', 'cubic metre'."""
    power = _POWERS.get(word(found, j))
    if power is None:
        return None
    k = j + 2 if hyphen(found, j + 1) or word(found, j + 1) == "." else j + 1
    unit = lexicon().units.get((word(found, k),))
    if unit is None or unit.dimension != "distance":
        return None
    return InUnit(Unit(unit.name + power[0], power[1]), k + 1)


def _degrees(found: Sequence[Atom], j: int) -> InUnit | None:
    """'degrees F', '° Celsius', '10C'."""
    if word(found, j) not in ("°", "degree", "degrees"):
        return None
    scale = _SCALES.get(word(found, j + 1))
    return InUnit(Unit(scale or "°", "temperature"), j + (2 if scale else 1))


def _plain(found: Sequence[Atom], j: int, value: Value) -> InUnit | None:
    unit, end = longest(found, j, lexicon().units)
    if unit is None:
        return None
    short = end == j + 1 and len(found[j].text) <= 2 and found[j].kind == "word"
    if short and (
        value.form != "digits" or (found[j].word in ("in", "ha") and not touching(found, j))
    ):
        return None
    per = _PER.get(word(found, end + 1)) if word(found, end) in ("per", "a", "an") else None
    if per and unit.dimension == "distance":
        return InUnit(Unit(f"{unit.name}/{per}", "speed"), end + 2)
    return InUnit(unit._replace(dimension=_thrust(found, end) or unit.dimension), end)


def longest(
    found: Sequence[Atom], j: int, phrases: Mapping[tuple[str, ...], T]
) -> tuple[T | None, int]:
    """The longest phrase that starts at atom `j`, and where it ends."""
    ahead = tuple([atom.word for atom in found[j : j + _LONGEST]])
    for length in range(len(ahead), 0, -1):
        meaning = phrases.get(ahead[:length])
        if meaning is not None:
            return meaning, j + length
    return None, j
