"""The place a report was filed from: 'ANKARA, Nov 4 (Reuters) -', 'Istanbul, Turkey:', 'By X in Y'."""

from __future__ import annotations

import re
from typing import Final

from dragoman.page.layout import Page
from dragoman.page.lexicon import dateline_cities
from dragoman.types import Dateline, Span

_HEAD_LINES: Final = 8
_UP: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž.’'‘-]*"
_CAPS: Final = rf"{_UP}(?:[ -](?:{_UP}|d[ae]l?|du|al|es|of|the)){{0,4}}"
_NAME: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.’'-]*"
_MIXED: Final = rf"{_NAME}(?:[ -](?:{_NAME}|d[ae]l?|du|al|es|of|the)){{0,3}}"
_REGION: Final = rf"(?:,\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b){_MIXED}\.?){{0,2}}"
_DAY: Final = (
    r"(?:,?\s(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\w{0,6}\.?\s\d{1,2}"
    r"|\d{1,2}\.?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\w{0,6}\.?)(?:,?\s\d{4})?)"
)
_AGENCY: Final = r"(?:\s?[(/\[](?P<agency>[^()\[\]\n]{2,50}?)[)/\]])"
_DASH: Final = r"\s?(?:—|–|--|-{1,2}\s|\.-|―)\s?"
_LEAD: Final = r"(?:\([A-Z][^()]{1,40}\)\s?)?"
_FULL: Final = re.compile(
    rf"{_LEAD}(?P<place>{_CAPS}{_REGION}(?:\s?/\s?{_CAPS}{_REGION}){{0,2}})(?P<date>{_DAY})?(?:\.?{_AGENCY})?(?P<end>{_DASH}|[.:]\s|\s(?=[A-Z]))"
)
_SOFT: Final = re.compile(
    rf"{_LEAD}(?P<place>{_MIXED}{_REGION}(?:\s?/\s?{_MIXED}{_REGION}){{0,2}})(?P<date>{_DAY})?(?:\.?{_AGENCY})?(?P<end>{_DASH}|:\s|\s(?=[A-Z]))"
)
_BYLINE: Final = re.compile(
    rf"[Bb][Yy]:?\s(?:{_NAME}[ ,]+(?:and\s)?){{1,12}}in\s(?P<place>{_MIXED}{_REGION})(?:\W|$)"
)
_BARE: Final = re.compile(rf"{_CAPS}(?:,\s{_CAPS})?")
_SPAN_OF_HEAD: Final = 160
_NO_PLACES: Final = frozenset(
    "FILE PHOTO VIDEO UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE OPINION ANALYSIS EXPLAINER CORRECTION NOTE NEWS REPORT READ MORE ADVERTISEMENT FACTBOX TIMELINE INTERVIEW EDITORIAL".split()  # noqa: SIM905
)


def is_bare_dateline(text: str) -> bool:
    """A known city in capitals alone on a line: 'ANKARA'."""
    return len(text) <= 40 and text.isupper() and bool(_BARE.fullmatch(text)) and _known(text)


def has_dateline(text: str) -> bool:
    return _match(text) is not None


def find_dateline(page: Page) -> Dateline | None:
    """The first dateline in the head of the text: before or at the first lines of prose."""
    seen = 0
    for i, line in enumerate(page.lines):
        if seen >= 2 or i >= _HEAD_LINES * 2:
            return None
        if i != page.title and _may_hold(page.kinds[i]) and (found := _match(line.text)):
            a, b = found
            return Dateline(place=line.text[a:b], span=Span(line.start + a, line.start + b))
        seen += page.is_prose(i)
    return None


def _may_hold(kind: str | None) -> bool:
    return kind in (None, "byline", "timestamp_line")


def _match(text: str) -> tuple[int, int] | None:
    """Offsets of the place in a line that opens with a dateline."""
    if is_bare_dateline(text):
        return 0, len(text)
    head = text[:_SPAN_OF_HEAD]
    if (found := _FULL.match(head)) and _is_full(found):
        return found.span("place")
    if (found := _SOFT.match(head)) and _is_soft(found):
        return found.span("place")
    found = _BYLINE.match(head)
    return found.span("place") if found else None


def _is_full(match: re.Match[str]) -> bool:
    """In capitals: a dash is enough; other endings need a date, an agency or a known city."""
    place = match["place"]
    city = re.split(r"[,/]", place)[0].strip()
    if len(place) > 60 or sum(map(str.isalpha, city)) < 3 or city in _NO_PLACES:
        return False
    if match["date"] or match["agency"]:
        return _is_dash(match) or bool(match["date"]) or _known(place)
    return _is_dash(match) or (match["end"][0] in ":." and _known(place))


def _is_soft(match: re.Match[str]) -> bool:
    """In mixed case: a known city, or a place with its region before a colon, or date and agency."""
    place = match["place"]
    if len(place) > 60:
        return False
    if match["end"].isspace():
        return bool(match["agency"]) and (_known(place) or _two_parts(place))
    if match["date"] or match["agency"]:
        return _known(place) or bool(match["date"] and match["agency"]) or _two_parts(place)
    if _is_dash(match):
        return _known(place) and match["end"].strip() in {"—", "–", "--", "-"}
    return _known(place)


def _two_parts(place: str) -> bool:
    return "," in place and len(place.split()) <= 4


def _is_dash(match: re.Match[str]) -> bool:
    return match["end"][:2].strip()[:1] in {"—", "–", "-", "―"} or match["end"].startswith(".-")


def _known(place: str) -> bool:
    """Is the first place (the city before a comma or a slash) one that datelines name?"""
    city = re.split(r"[,/]", place)[0].strip()
    known = dateline_cities()
    return city in known or city.title() in known or (city.isupper() and _titled(city) in known)


def _titled(city: str) -> str:
    return " ".join(w.capitalize() for w in city.split())
