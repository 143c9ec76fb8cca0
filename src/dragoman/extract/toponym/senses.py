"""From the place names of one article to the places they mean, one sense a name.

Everything that the article says is put together here: all mentions of a name with the words around
them, the states its demonyms point at ('Turkish officials'), and the country of the outlet's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from dragoman.extract.toponym.context import Context, context, demonyms
from dragoman.extract.toponym.gazetteer import Gazetteer, Place
from dragoman.extract.toponym.lexicon import words
from dragoman.extract.toponym.lookup import SITES, Found, lookup
from dragoman.extract.toponym.names import key
from dragoman.extract.toponym.resolve import Asked, Sense, Setting, resolve
from dragoman.resources import load_json
from dragoman.types import Span

_CAPITALISED: Final = re.compile(r"[A-ZÅÉ][\w’'-]+(?: [A-Z][\w-]+)?")
_IN: Final = re.compile(
    r",? (?:(?:just )?(?:in|near|at|outside|north|south|east|west|of) (?:the )?(?:\w+ )?)*|, "
)
_OF: Final = re.compile(r"[’']s (?:[a-z]+ )?")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z][a-z]{1,4}|[A-Z]\.[A-Z]|W\.? ?Va)\.")
_TELEPHONE: Final = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. ][2-9]\d\d[-.]\d{4}(?![\d-])")
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

    A site that the gazetteer does not have gets the place that the words next to it give
    ('the X Hospital in Rome', 'Rome’s X Stadium').
    """
    found = [lookup(text[span.start : span.end], places) for span in spans]
    asked = _asked(text, spans, found, places)
    senses = dict(zip(asked, resolve(list(asked.values()), setting, places), strict=True))
    own = [_meaning(one, senses, places) for one in found]
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    return tuple(
        _holder_of(i, text, spans, own, order) if _is_site(text, spans[i], found[i]) else own[i]
        for i in range(len(spans))
    )


def _is_site(text: str, span: Span, found: Found | None) -> bool:
    return (found is None or found.site) and bool(SITES.search(text[span.start : span.end]))


def _holder_of(
    i: int, text: str, spans: Sequence[Span], own: Sequence[Meaning | None], order: list[int]
) -> Meaning | None:
    at = order.index(i)
    behind = order[at + 1] if at + 1 < len(order) else None
    ahead = order[at - 1] if at else None
    if behind is not None and _IN.fullmatch(text[spans[i].end : spans[behind].start]):
        holder = own[behind]
    elif ahead is not None and _OF.fullmatch(text[spans[ahead].end : spans[i].start]):
        holder = own[ahead]
    else:
        return own[i]
    return Meaning(holder.place, True, holder.score) if holder else own[i]


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
        outlet=_outlet_state(url),
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


def _outlet_state(url: str | None) -> str | None:
    if not url:
        return None
    domain = (urlsplit(url).hostname or url).rpartition(".")[2].lower()
    if len(domain) != 2 or domain in _GENERIC_DOMAINS:
        return None
    alpha2 = "GB" if domain == "uk" else domain.upper()
    rows = load_json("states.json")["states"].items()
    return next((code for code, row in rows if row["alpha2"] == alpha2), None)
