"""Which place each name means: every candidate is scored with what the article says of the others.

A log-linear model over the candidates of a name, in the line of Lieberman and Samet's adaptive
context features (2012): how weighty the candidate is, what kind it is, which division the words
around the name give, and how much of the article's other places lie in the same state, division or
neighbourhood. The support of the others needs their places, so there are two rounds: the first
without support, the second with that of the first round's distribution, run twice.

One name has one sense in an article. The weights (data/gazetteer_weights.json) were set on the
halves of LGL and GeoWebNews that are for tuning (`python -m benchmarks.quality.toponym.fit`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.toponym.context import KINDS, Context
from dragoman.extract.toponym.gazetteer import NOBODY, Candidates, Gazetteer
from dragoman.resources import load_json

Floats = NDArray[np.float64]

MOST: Final = 150
"""Candidates of one name that are scored, the weightiest: 'San Antonio' has over 400."""
NEAR_KM: Final = 60.0
FAR_KM: Final = 400.0
HOME_KM: Final = 100.0
CITY: Final = 5.0
"""Decimal logarithm of the people from which on a town counts for more than its size."""
EARTH_KM: Final = 6371.0
ROUNDS: Final = 2
STRONG: Final = 0.05
"""Probability from which on a candidate speaks for its neighbours."""
SPOT_DEGREES: Final = 1.0

FEATURES: Final = (
    "weight", "city", "heaviest", "share", "state", "admin1", "admin2", "feature", "capital",
    "alternate", "within", "near", "kind", "other_kind", "outlet", "wording", "told", "home",
    "home_admin1", "namesake", "in_state", "in_admin1", "in_admin2", "close", "around",
    "sole_state", "in_kind", "world", "own_capital",
)  # fmt: skip
ALONE: Final = 20
"""The first so many features need nothing of the other names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to resolve: its spelling in the article, all its mentions' contexts, how many there are."""

    name: str
    contexts: tuple[Context, ...]

    @property
    def times(self) -> float:
        return min(3.0, len(self.contexts))


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where the outlet is at home: its state (ISO alpha-3) and its town's row, None where not known."""

    state: str | None = None
    home: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article says besides its place names.

    Attributes:
        states: states (ISO alpha-3) by demonyms, with how often (a half each, 1.5 at most).
        divisions: rows of divisions by abbreviations and telephone codes, likewise.
        wording: states by institutions spoken of ('Sheriff'), with their share, 0 to 1.
        outlet: where the outlet is at home, by its web address.
    """

    states: tuple[tuple[str, float], ...] = ()
    divisions: tuple[tuple[int, float], ...] = ()
    wording: tuple[tuple[str, float], ...] = ()
    outlet: Outlet = Outlet()


@dataclass(frozen=True, slots=True)
class Sense:
    """The place chosen: its row in the gazetteer, and the model's probability for it."""

    number: int
    score: float


@dataclass(slots=True)
class _Name:
    asked: Asked
    found: Candidates
    alone: Floats
    chance: Floats


def resolve(
    asked: Sequence[Asked], setting: Setting, places: Gazetteer
) -> tuple[Sense | None, ...]:
    """The sense of each name, None where the gazetteer has no place of that name."""
    names = [_prepared(one, setting, places) for one in asked]
    known = [name for name in names if len(name.found)]
    first, second = _weights()
    for name in known:
        name.chance = _softmax(name.alone @ first)
    for _ in range(ROUNDS):
        chances = [
            _softmax(np.hstack([name.alone, extra]) @ second)
            for name, extra in zip(known, supports(known, setting, places), strict=True)
        ]
        for name, chance in zip(known, chances, strict=True):
            name.chance = chance
    return tuple(_best(name) if len(name.found) else None for name in names)


def _best(name: _Name) -> Sense:
    """The likeliest candidate; its score counts what lies in the same spot (a city and its county)."""
    best = int(np.argmax(name.chance))
    lat, lon = name.found.lat, name.found.lon
    spot = (np.abs(lat - lat[best]) < SPOT_DEGREES) & (np.abs(lon - lon[best]) < SPOT_DEGREES)
    spot[best] = True
    return Sense(int(name.found.number[best]), min(1.0, float(name.chance[spot].sum())))


def _softmax(scores: Floats) -> Floats:
    raised: Floats = np.exp(scores - scores.max())
    chances: Floats = raised / raised.sum()
    return chances


@cache
def _weights() -> tuple[Floats, Floats]:
    table: dict[str, Any] = load_json("gazetteer_weights.json")
    first = np.array([table["first"][name] for name in FEATURES[:ALONE]])
    second = np.array([table["second"][name] for name in FEATURES])
    return first, second


# ---------------------------------------------------------------- one name by itself


def _prepared(asked: Asked, setting: Setting, places: Gazetteer) -> _Name:
    found = _cut(places.candidates(asked.name), asked, places)
    if not len(found):
        return _Name(asked, found, np.zeros((0, ALONE)), np.zeros(0))
    return _Name(asked, found, _alone(asked, found, setting, places), np.zeros(len(found)))


def _cut(found: Candidates, asked: Asked, places: Gazetteer) -> Candidates:
    if len(found) <= MOST:
        return found
    kept = np.arange(len(found)) < MOST
    rows = [row for context in asked.contexts for row in context.within]
    if rows:
        kept |= _lies_in(found, rows, places)
    return Candidates(*(getattr(found, name)[kept] for name in Candidates.__slots__))


def _alone(asked: Asked, found: Candidates, setting: Setting, places: Gazetteer) -> Floats:
    codes = {code: places.codes.index(code) for code in ("PCLI", "ADM1", "ADM2", "PPL", "PPLC")}
    is_code = {code: found.code == number for code, number in codes.items()}
    town = is_code["PPL"] | is_code["PPLC"]
    named = is_code["PCLI"] | is_code["ADM1"] | is_code["ADM2"] | town
    right, wrong = _kinds(asked, {**is_code, "PPL": town})
    state, home = setting.outlet.state, _home(found, setting.outlet.home, places)
    outlet = places.countries.index(state) if state in places.countries else -1
    size = np.log10(found.weight + 1)
    columns = [
        size, np.maximum(size - CITY, 0.0), found.weight == found.weight.max(),
        found.weight / max(1.0, found.weight.sum()), is_code["PCLI"], is_code["ADM1"],
        is_code["ADM2"], ~named, is_code["PPLC"], found.alternate,
        _told(found, [c.within for c in asked.contexts], places),
        _told(found, [c.near for c in asked.contexts], places),
        right, wrong, found.country == outlet, _worded(found, setting, places),
        _spoken(found, setting, places), *home, _namesake(found, town),
    ]  # fmt: skip
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _home(found: Candidates, home: int | None, places: Gazetteer) -> tuple[Any, Any]:
    """How near each candidate is to the outlet's home town, 0 to 1; whether in its division."""
    if home is None:
        return np.zeros(len(found)), np.zeros(len(found), bool)
    town = places.at(np.array([home]))
    a, b = _on_sphere([found]), _on_sphere([town])
    distance = EARTH_KM * np.arccos(np.clip(a @ b[0], -1.0, 1.0))
    near = np.where(np.isnan(distance), 0.0, np.exp(-distance / HOME_KM))
    division = town.admin1[0]
    return near, (found.admin1 == division) & (division != NOBODY) | (found.number == division)


def _namesake(found: Candidates, town: Any) -> Any:
    """Which candidates are towns in a division of the same name: New York."""
    return town & np.isin(found.admin1, found.number)


def _worded(found: Candidates, setting: Setting, places: Gazetteer) -> Floats:
    said = {places.countries.index(code): share for code, share in setting.wording}
    return np.array([said.get(int(country), 0.0) for country in found.country])


def _spoken(found: Candidates, setting: Setting, places: Gazetteer) -> Floats:
    said = dict(setting.divisions)
    return np.array([min(1.0, said.get(int(row), 0.0)) for row in found.admin1])


def _kinds(asked: Asked, is_code: dict[str, Any]) -> tuple[Any, Any]:
    said = {context.kind for context in asked.contexts if context.kind}
    right = np.zeros(len(is_code["PPL"]), bool)
    for kind in said:
        right |= is_code[kind]
    others = [is_code[kind] for kind in KINDS if kind not in said]
    wrong = np.logical_or.reduce(others) if said and others else np.zeros(len(right), bool)
    return right, wrong


def _told(found: Candidates, said: list[tuple[int, ...]], places: Gazetteer) -> Any:
    rows = [row for one in said for row in one]
    return _lies_in(found, rows, places) if rows else np.zeros(len(found), bool)


def _lies_in(found: Candidates, rows: Sequence[int], places: Gazetteer) -> Any:
    """Whether each candidate lies in one of some divisions or states (and is not one of them)."""
    holders = np.array(sorted(set(rows)), np.int64)
    held = np.isin(found.admin1, holders) | np.isin(found.admin2, holders)
    states = [p.country for p in map(places.place, holders.tolist()) if p.code == "PCLI"]
    inside = [places.countries.index(code) for code in states if code]
    held |= np.isin(found.country, inside) & ~np.isin(found.number, holders)
    return held


# ---------------------------------------------------------------- with the other names


def supports(names: list[_Name], setting: Setting, places: Gazetteer) -> list[Floats]:
    """For each name, (candidates, 9): how much the rest of the article speaks for each of them."""
    if not names:
        return []
    ends = np.cumsum([0, *(len(name.found) for name in names)])
    table = _Joined.of(names, places)
    mass = table.chance * table.times
    nowhere = places.countries.index("")
    state = _shares(table.country, nowhere, mass, table.owner, _said_states(setting, places))
    first = _shares(table.admin1, NOBODY, mass, table.owner, dict(setting.divisions))
    second = _shares(table.admin2, NOBODY, mass, table.owner, {})
    close, around = _neighbours(table, mass)
    sole = state > 0.5
    kind = _shares(table.kind, -1, mass, table.owner, {})
    own = np.where(table.capital, state, 0.0)
    world = np.where(table.capital, _shares(table.global_, 0, mass, table.owner, {}), 0.0)
    columns = np.stack([state, first, second, close, around, sole, kind, world, own], axis=1)
    return [columns[a:b] for a, b in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class _Joined:
    """The candidates of all names under each other; `owner` is the number of the name, `global_` is
    1 for states and capitals."""

    owner: Any
    country: Any
    admin1: Any
    admin2: Any
    kind: Any
    capital: Any
    global_: Any
    point: Floats
    chance: Floats
    times: Floats

    @classmethod
    def of(cls, names: list[_Name], places: Gazetteer) -> _Joined:
        found = [name.found for name in names]
        code = np.concatenate([one.code for one in found])
        number = np.concatenate([one.number for one in found])
        admin1 = np.concatenate([one.admin1 for one in found])
        admin2 = np.concatenate([one.admin2 for one in found])
        sizes = [len(one) for one in found]
        capital = code == places.codes.index("PPLC")
        return cls(
            owner=np.repeat(np.arange(len(names)), sizes),
            country=np.concatenate([one.country for one in found]),
            admin1=np.where(code == places.codes.index("ADM1"), number, admin1),
            admin2=np.where(code == places.codes.index("ADM2"), number, admin2),
            kind=np.where(capital, places.codes.index("PPL"), code),
            capital=capital,
            global_=(capital | (code == places.codes.index("PCLI"))).astype(np.int64),
            point=_on_sphere(found),
            chance=np.concatenate([name.chance for name in names]),
            times=np.repeat([name.asked.times for name in names], sizes),
        )


def _on_sphere(found: list[Candidates]) -> Floats:
    lat = np.radians(np.concatenate([one.lat for one in found]))
    lon = np.radians(np.concatenate([one.lon for one in found]))
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _said_states(setting: Setting, places: Gazetteer) -> dict[int, float]:
    return {places.countries.index(code): times for code, times in setting.states}


def _shares(group: Any, none: int, mass: Floats, owner: Any, said: dict[int, float]) -> Floats:
    """The share of the other names' mass, and of what is said, in each candidate's group."""
    _, where = np.unique(group, return_inverse=True)
    total = np.bincount(where, mass)
    own = np.zeros((owner[-1] + 1, len(total)))
    np.add.at(own, (owner, where), mass)
    extra = np.array([said.get(int(g), 0.0) for g in group]) if said else np.zeros(len(group))
    others = total[where] - own[owner, where] + extra
    whole = mass.sum() + sum(said.values()) - own.sum(axis=1)[owner]
    return np.where(group == none, 0.0, others / np.maximum(whole, 1.0))


def _neighbours(table: _Joined, mass: Floats) -> tuple[Floats, Floats]:
    """Mass of the other names around each candidate, by distance, as log1p of the weighted sum."""
    strong = np.flatnonzero((table.chance > STRONG) & np.isfinite(table.point[:, 0]))
    cosine = np.clip(table.point @ table.point[strong].T, -1.0, 1.0)
    distance = EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * cosine))
    distance = np.where(np.isnan(distance), np.inf, distance)
    other = (table.owner[:, None] != table.owner[strong][None, :]) * mass[strong]
    close = (np.exp(-distance / NEAR_KM) * other).sum(axis=1)
    around = (np.exp(-distance / FAR_KM) * other).sum(axis=1)
    return np.log1p(close), np.log1p(around)
