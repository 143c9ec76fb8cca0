"""From the place names of one article to the places they mean, one sense a name.

Everything that the article says is put together here: all mentions of a name with the words around
them, the states its demonyms point at ('Turkish officials'), and the country of the outlet's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np

from dragoman.extract.toponym.context import Context, context, demonyms
from dragoman.extract.toponym.gazetteer import Gazetteer, Place
from dragoman.extract.toponym.lexicon import words
from dragoman.extract.toponym.lookup import SITES, Found, lookup
from dragoman.extract.toponym.names import key
from dragoman.extract.toponym.resolve import Asked, Outlet, Sense, Setting, resolve
from dragoman.resources import load_json
from dragoman.types import Span

_CAPITALISED: Final = re.compile(r"[A-ZÅÉ][\w’'-]+(?: [A-Z][\w-]+)?")
_IN: Final = re.compile(
    r",? (?:(?:just )?(?:in|near|at|outside|north|south|east|west|of) (?:the )?(?:\w+ )?)*|, "
)
_BESIDE: Final = re.compile(r",? (?:(?:just )?(?:in|near|at|outside) (?:the )?(?:\w+ )?)")
_OF: Final = re.compile(r"[’']s (?:[a-z]+ )?")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z][a-z]{1,4}|[A-Z]\.[A-Z]|W\.? ?Va)\.")
_TELEPHONE: Final = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. ][2-9]\d\d[-.]\d{4}(?![\d-])")
AROUND_KM: Final = 161.0
MOST_OF_THEM: Final = 0.6
"""The share of an article's towns that must lie around one of them for it to be a local article."""
MIDDLE_RIGHT: Final = 0.8
CLOSE: Final = 200
"""Characters within which a place of another state speaks against a site's being in the middle."""
_TOWNS: Final = ("PPL", "PPLC", "ADM2")
_GENERIC_DOMAINS: Final = words("generic_domains")
"""Country domains that anyone may use and many do."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention means: the place, whether the mention is only a site in it, and the score."""

    place: Place
    site: bool
    score: float


def meanings(
    text: str, spans: Sequence[Span], setting: Setting, places: Gazetteer
) -> tuple[Meaning | None, ...]:
    """The meaning of each mention of a place, None where it stays unresolved.

    A name that the gazetteer does not have gets the place that the words next to it give ('X, near
    Rome', 'Rome’s X Stadium'), in any of its mentions; a site that has none, that in the middle of a
    local article's towns.
    """
    found = [lookup(text[span.start : span.end], places) for span in spans]
    asked = _asked(text, spans, found, places)
    senses = dict(zip(asked, resolve(list(asked.values()), setting, places), strict=True))
    own = [_meaning(one, senses, places) for one in found]
    stand_ins = _stand_ins(text, spans, found, own)
    return tuple(stand_ins.get(i, meaning) for i, meaning in enumerate(own))


def _stand_ins(
    text: str, spans: Sequence[Span], found: Sequence[Found | None], own: Sequence[Meaning | None]
) -> dict[int, Meaning | None]:
    """By mention, the place put for a site or a name that the gazetteer does not have."""
    sites = {i for i, one in enumerate(found) if _is_site(text, spans[i], one)}
    wanted = [i for i, one in enumerate(found) if one is None or i in sites]
    if not wanted:
        return {}
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    held = {i: _holder_of(i, text, spans, own, order, i in sites) for i in wanted}
    names = {i: key(text[spans[i].start : spans[i].end]) for i in wanted}
    told = {names[i]: meaning for i, meaning in reversed(held.items()) if meaning}
    middle = _middle(own)
    return {
        i: held[i]
        or told.get(names[i])
        or (middle if i in sites and _is_near(spans[i], spans, own, middle) else own[i])
        for i in wanted
    }


def _is_near(
    span: Span, spans: Sequence[Span], own: Sequence[Meaning | None], middle: Meaning | None
) -> bool:
    """Whether no place of another state is named close to a site."""
    return middle is not None and all(
        meaning is None
        or meaning.place.country in (None, middle.place.country)
        or abs(other.start - span.start) > CLOSE
        for other, meaning in zip(spans, own, strict=True)
    )


def _middle(own: Sequence[Meaning | None]) -> Meaning | None:
    """The town that most of an article's towns lie around, where a street or church of it is put.

    None where they lie in several regions. On the tuning halves of LGL and GeoWebNews 85 % of the
    sites that no gazetteer knows lie within 161 km of it.
    """
    towns = [m for m in own if m and m.place.code in _TOWNS and m.place.lat is not None]
    if not towns:
        return None
    points = np.array([(m.place.lat, m.place.lon) for m in towns], float)
    around = [float((_apart_km(points, point) < AROUND_KM).mean()) for point in points]
    best = int(np.argmax(around))
    if around[best] < MOST_OF_THEM:
        return None
    return Meaning(towns[best].place, True, MIDDLE_RIGHT * towns[best].score)


def _apart_km(points: Any, point: Any) -> Any:
    """Distances on the plane that touches the earth at `point`: right enough for a region."""
    east = (points[:, 1] - point[1] + 180.0) % 360.0 - 180.0
    return 111.2 * np.hypot(points[:, 0] - point[0], east * np.cos(np.radians(point[0])))


def _is_site(text: str, span: Span, found: Found | None) -> bool:
    return (found is None or found.site) and bool(SITES.search(text[span.start : span.end]))


def _holder_of(
    i: int,
    text: str,
    spans: Sequence[Span],
    own: Sequence[Meaning | None],
    order: list[int],
    site: bool,
) -> Meaning | None:
    """The place that the words behind mention `i` put it in, or whose it is by those ahead."""
    at = order.index(i)
    behind = order[at + 1] if at + 1 < len(order) else None
    ahead = order[at - 1] if at else None
    between = _IN if site else _BESIDE
    if behind is not None and between.fullmatch(text[spans[i].end : spans[behind].start]):
        return _inside(own[behind], own[i])
    if site and ahead is not None and _OF.fullmatch(text[spans[ahead].end : spans[i].start]):
        return _inside(own[ahead], own[i])
    return own[i]


def _inside(holder: Meaning | None, own: Meaning | None) -> Meaning | None:
    """Something in a place: where that is a state or wider, its middle says nothing."""
    if holder is None or (own is not None and holder.place.code not in _TOWNS):
        return own
    place = holder.place
    if place.code not in (*_TOWNS, "ADM1"):
        place = replace(place, lat=None, lon=None)
    return Meaning(place, True, holder.score)


def _meaning(
    found: Found | None, senses: dict[str, Sense | None], places: Gazetteer
) -> Meaning | None:
    sense = senses.get(key(found.name)) if found else None
    if found is None or sense is None:
        return None
    return Meaning(places.place(sense.number), found.site, sense.score)


def _asked(
    text: str, spans: Sequence[Span], found: Iterable[Found | None], places: Gazetteer
) -> dict[str, Asked]:
    names: dict[str, Found] = {}
    contexts: dict[str, list[Context]] = {}
    for span, one in zip(spans, found, strict=True):
        if one is None:
            continue
        folded = key(one.name)
        names.setdefault(folded, one)
        contexts.setdefault(folded, []).append(context(text, span, places))
    return {folded: Asked(one.name, tuple(contexts[folded])) for folded, one in names.items()}


def setting_of(text: str, url: str | None, places: Gazetteer) -> Setting:
    """What `text` and its address say besides place names: see `Setting`."""
    return Setting(
        states=_demonym_states(text),
        divisions=_told_divisions(text, places),
        wording=_wording(text, places),
        outlet=_outlet(url, places),
    )


def _demonym_states(text: str) -> tuple[tuple[str, float], ...]:
    times: dict[str, float] = {}
    table = demonyms()
    for found in _CAPITALISED.findall(text):
        for word in (found, found.partition(" ")[0]):
            if code := table.get(word):
                times[code] = min(1.5, times.get(code, 0.0) + 0.5)
                break
    return tuple(sorted(times.items()))


def _told_divisions(text: str, places: Gazetteer) -> tuple[tuple[int, float], ...]:
    """Divisions by abbreviations that end in a stop ('Minn.') and by telephone area codes."""
    times: dict[int, float] = {}
    for match in _ABBREVIATED.finditer(text):
        if (row := places.abbreviations.get(match[0])) is not None:
            times[row] = min(1.5, times.get(row, 0.0) + 0.5)
    for match in _TELEPHONE.finditer(text):
        if (row := places.area_codes.get(match[1])) is not None:
            times[row] = min(1.5, times.get(row, 0.0) + 1.0)
    return tuple(sorted(times.items()))


def _wording(text: str, places: Gazetteer) -> tuple[tuple[str, float], ...]:
    """States by the institutions that the article speaks of: the share of the state among them."""
    times = {code: sum(map(text.count, words)) for code, words in places.wordings.items()}
    whole = sum(times.values()) + 1
    return tuple((code, n / whole) for code, n in sorted(times.items()) if n)


def _outlet(url: str | None, places: Gazetteer) -> Outlet:
    """The state and, where it is known, the home town of the outlet with an address."""
    host = (urlsplit(url).hostname or url).lower().removeprefix("www.") if url else ""
    home = places.outlets.get(host) or places.outlets.get(host.partition(".")[2])
    if isinstance(home, int):
        return Outlet(places.place(home).country, home)
    return Outlet(home or _domain_state(host.rpartition(".")[2]))


@cache
def _domain_state(domain: str) -> str | None:
    """The state of a top-level domain, if only its own outlets use it."""
    if len(domain) != 2 or domain in _GENERIC_DOMAINS:
        return None
    alpha2 = "GB" if domain == "uk" else domain.upper()
    rows = load_json("states.json")["states"].items()
    return next((code for code, row in rows if row["alpha2"] == alpha2), None)
