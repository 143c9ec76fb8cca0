"""Plain words for the fixed words of a record, for people who never coded an event.

The definitions of event types and modes shorten those of the PLOVER codebook (Halterman et al.,
2023). Words that are not listed are shown as they stand, so nothing is hidden.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from typing import Final

from dragoman.types import Published, When
from dragoman.web.months import MONTHS
from dragoman.web.unresolved import in_words

EVENT_TYPES: Final = {
    "AGREE": ("agreed or promised", "agreed to cooperate, or promised to"),
    "CONSULT": ("met or talked", "met, visited, hosted or telephoned"),
    "SUPPORT": ("backed in words", "praised, approved or signed; words, not goods"),
    "CONCEDE": ("gave way in words", "promised to ease, release or stop, with no effect yet"),
    "COOPERATE": ("worked together", "traded, exchanged or worked together in practice"),
    "AID": ("gave aid", "gave material help that serves the one who gets it"),
    "RETREAT": ("gave way in deed", "released, returned, withdrew, stopped fighting or resigned"),
    "REQUEST": ("asked or demanded", "asked, demanded or ordered"),
    "ACCUSE": ("accused or criticised", "criticised, accused, investigated or charged"),
    "REJECT": ("refused", "refused a request, a demand or a proposal"),
    "THREATEN": ("threatened", "warned of serious consequences"),
    "PROTEST": ("protested", "civilians demonstrated, went on strike or obstructed"),
    "SANCTION": ("cut relations", "reduced or ended existing relations, or imposed penalties"),
    "MOBILIZE": ("moved forces", "moved or readied troops or police without using force"),
    "COERCE": ("restricted or arrested", "used power short of violence: arrests, bans, seizures"),
    "ASSAULT": ("used violence", "did, or could do, serious physical harm on purpose"),
}
"""PLOVER type to (in two or three words, in a line)."""

STATUSES: Final = {
    "happened": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "called_for": "called for",
    "denied": "denied",
    "hypothetical": "hypothetical",
}
BASES: Final = {
    "metadata": "from the metadata",
    "stated": "stated in the text",
    "inferred": "inferred",
}
DISCREPANCIES: Final = {
    "figure": "figures",
    "status": "whether it happened",
    "actor": "who did it",
    "recipient": "to whom",
    "date": "on which day",
    "speaker": "who said it",
    "quotation": "wording of a statement",
    "label": "what it is called",
    "dating": "date of an article",
    "alteration": "changed in copying",
    "omission": "left out",
}
"""Kind of a difference to its heading."""

RELATIONS: Final = {
    "first": "",
    "same": "",
    "revision": "revised",
    "contradiction": "differs for the same day",
    "undated": "no day",
    "other_measure": "counts something else",
}
"""How a figure stands to those before it."""

HARMED: Final = frozenset({"killed", "injured", "casualties", "missing", "captive", "detained"})
"""Measures that come first, and of which one in place of another is a change of what is told."""

CELLS: Final = {
    "same": ("●", "as most tell it"),
    "different": ("◆", "differently"),
    "copied": ("○", "as a copy"),
    "silent": ("–", "not told"),
}
"""State of a cell of the coverage matrix to its sign and its words: never colour alone."""

DERIVATIONS: Final = {
    "copy": "copy",
    "rewrite": "rewrite",
    "shared_source": "both from one source",
    "shared_quotation": "only statements in common",
}
ENTITY_KINDS: Final = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "armed_group": "armed group",
    "place": "place",
    "other": "other",
}
FURNITURE: Final = {
    "recurring": "recurs on this outlet’s pages",
    "editors_note": "editor’s note",
}
REASONS: Final = {
    "empty": "empty file",
    "binary": "not text",
    "encoding": "character encoding unknown",
    "not_found": "not found",
    "unreadable": "can't be opened",
    "unknown_type": "unknown type of file",
    "too_large": "too large",
    "bad_json": "broken JSON",
    "bad_fields": "fields missing or of the wrong kind",
    "bad_date": "impossible date",
    "damaged": "damaged",
    "truncated": "cut off",
    "no_text": "no text on the page",
    "too_slow": "took too long",
    "too_much_memory": "took too much memory",
    "crashed": "the reader crashed on it",
    "not_allowed": "address not allowed",
    "robots": "the site asks robots to stay away",
    "http_status": "the server refused",
    "network": "network trouble",
    "not_fetched": "not fetched",
    "duplicate": "read already",
}
LAYER_WORDS: Final = {
    "timexes": "dates",
    "quantities": "figures",
    "toponyms": "places",
    "entities": "people, organisations and states",
    "entity_mentions": "mentions of names",
    "quotations": "quotations",
    "event_mentions": "events",
    "events": "events across articles",
    "derivations": "derivations (which article was made from which)",
    "origins": "origins (which articles go back to one report)",
    "stories": "stories",
    "quantity_series": "figures over time",
    "quotation_groups": "wordings of one statement",
    "discrepancies": "differences between reports",
    "datings": "dates of undated articles",
    "identities": "names known from other articles",
}

_DATE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}(?::\d{2})?)(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)


def words(fixed: str) -> str:
    """'armed_group' → 'armed group'."""
    return fixed.replace("_", " ")


def date(value: str) -> str:
    """An ISO 8601 date or time of any precision in words; anything else as it stands."""
    found = _DATE.fullmatch(value)
    if found is None or (found[2] and not 1 <= int(found[2]) <= 12):
        return value
    year, month, day, time, zone = found.groups()
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    text = " ".join(p for p in parts if p)
    clock = f"{time}{'' if ':' in time else ':00'}" if time else ""
    utc = " UTC" if zone == "Z" else f" UTC{zone}" if zone else ""
    return f"{text}, {clock}{utc}" if time else text


def day_number(value: str | None) -> int | None:
    """The day number of an ISO date or time, of the first day where only month or year is known."""
    known = (value or "")[:10]
    try:
        return datetime.date.fromisoformat(known + "-01-01"[len(known) - 4 :]).toordinal()
    except ValueError:
        return None


def date_range(first: str | None, last: str | None) -> str | None:
    """First and last day in words, one where they are the same; None where both are unknown."""
    if first and last and (whole := _whole(first, last)):
        return date(whole)
    ends = [date(v) for v in (first, last) if v]
    if not ends:
        return None
    if len(ends) == 1:
        return f"from {ends[0]}" if first else f"until {ends[0]}"
    return ends[0] if ends[0] == ends[1] else " to ".join(_shortened(*ends))


def _whole(first: str, last: str) -> str | None:
    """The month or year that two days span: '2022-01-01', '2022-12-31' → '2022'."""
    if first[:4] != last[:4] or len(first) != 10 or len(last) != 10 or first[8:] != "01":
        return None
    if (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4]
    try:
        end = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return first[:7] if first[:7] == last[:7] and end.day == 1 else None


def _shortened(first: str, last: str) -> tuple[str, str]:
    """'4 November 2023', '8 November 2023' → '4', '8 November 2023'."""
    here, there = first.split(" "), last.split(" ")
    while len(here) > 1 and len(here) == len(there) <= 3 and here[-1] == there[-1]:
        here, there = here[:-1], there[:-1]
    return " ".join(here), last


def when(value: When | None) -> str | None:
    """The date of an event in words: its days, or what is known of them ('on a Sunday, date unknown')."""
    if value is None:
        return None
    return date_range(value.from_, value.to) or in_words(value.value)


def published(value: Published | None) -> str:
    """An article's date in words, or 'no date'."""
    return "no date" if value is None else date(value.value)


def number(value: float) -> str:
    """1400.0 → '1,400'."""
    return f"{int(value):,}" if math.isfinite(value) and value == int(value) else f"{value:,.12g}"


def figure(low: float | None, high: float | None, modifier: str) -> str | None:
    """A figure in words: 'about 1,400', '20 to 30', 'more than 10'; None where it names no number ('dozens')."""
    ends = [number(v) for v in (low, high) if v is not None]
    if not ends or modifier == "vague":
        return None
    value = ends[0] if len(set(ends)) == 1 else f"{ends[0]} to {ends[1]}"
    bare = modifier in ("exact", "") or (len(set(ends)) > 1 and modifier in ("range", "between"))
    return value if bare else f"{words(modifier)} {value}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """'1 article', '1,204 articles'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def furniture(kind: str) -> str:
    """What a part of a page is, in words."""
    return FURNITURE.get(kind, words(kind))


def quoted(texts: Iterable[str], most: int = 3) -> str:
    """The words of the articles, each once, in quotation marks; at most `most` of them."""
    different = list(dict.fromkeys(" ".join(t.split()) for t in texts))
    more = "…" if len(different) > most else ""
    return ", ".join(f"‘{t}’" for t in different[:most]) + more
