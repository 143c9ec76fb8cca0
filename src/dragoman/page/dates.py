"""Dates that a page states for its own appearance: 'Published: 4 Nov 2023 10:15 GMT'.

Only a line (or the head of a line) made of nothing but labels, names, dates and times is trusted; a date
in a sentence of the story is not a publication date. A date without its year, or numbers that
could be read two ways, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dragoman.types import Precision, Published, Span

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_MONTH: Final = (
    r"(?P<{}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE: Final = (
    r"(?:"
    r"(?P<iso_y>(?:19|20)\d\d)[-/.](?P<iso_m>0?[1-9]|1[0-2])[-/.](?P<iso_d>3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?P<dmy_d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\sof)?[\s.-]+"
    + _MONTH.format("dmy_m")
    + r"[\s.,-]+(?P<dmy_y>(?:19|20)\d\d)"
    r"|"
    + _MONTH.format("mdy_m")
    + r"[\s.-]+(?P<mdy_d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?P<mdy_y>(?:19|20)\d\d)"
    r"|(?P<num_a>\d{1,2})[./-](?P<num_b>\d{1,2})[./-](?P<num_y>(?:19|20)\d\d)"
    r")"
)
_TIME: Final = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?(?:\s?(?:hrs|hours)\b)?(?:\s?\(?(?P<zone>Z|UTC|GMT|[A-Z]{2,4}T?|[+-]\d\d:?\d\d)\b\)?)?(?:\s?\(?(?P<offset>[+-]\d\d?:?(?:\d\d)?)\)?)?"
)
_GAP: Final = r"[\s,|•·–—-]*(?:T|at|on|\s)?[\s,|•·–—-]*"
_STAMP: Final = re.compile(
    rf"(?:(?P<before>(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{{2,4}})?){_GAP})?(?<!\d){_DATE}(?:{_GAP}{_TIME})?",
    re.IGNORECASE,
)  # fmt: skip
_BEFORE: Final = re.compile(_TIME, re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?P<published>(?:first |originally |date )?(?:published|posted|issued|created|released|added|uploaded|publication date|pub(?:lish)? date|submitted|filed|(?<![A-Za-z]\s)date)(?: (?:on|at|date|online|in|time))*)"
    r"|(?P<modified>(?:last |latest )?(?:updated?|modified|edited|revised|changed|amended|corrected)(?: (?:on|at|date|time))*)",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(rf"(?:{_LABEL.pattern})\s?:?", re.IGNORECASE)
_DAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_REST: Final = re.compile(
    rf"[\s:,|•·–—\-/()\[\].]|\b{_DAY}(?!\w)|\bat\b|\bon\b|\b(?:local time|hours?|hrs|ago|minutes?|ist|edt|est|gmt|utc|et|pt|pst|pdt|bst|cet|cest|eet|trt|updated|first)\b",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?!\w)", re.IGNORECASE
)
_AGO: Final = re.compile(
    r"\d{1,3}\+?\s(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\sago", re.IGNORECASE
)
_YEARLESS: Final = re.compile(
    rf"{_MONTH.format('m1')}\s\d{{1,2}}(?!\d)|(?<!\d)\d{{1,2}}\s{_MONTH.format('m2')}(?!\w)",
    re.IGNORECASE,
)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_STAMP_WORDS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday tues thurs january february march april june july august"  # noqa: SIM905
    " september october november december published posted issued created released added uploaded publication publish"
    " submitted filed first originally updated update modified edited revised changed amended corrected latest local"
    " hours minutes seconds months weeks years online minute month second".split()
)
_ZONES: Final = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a line states: which of the two dates of an article, what it says, and where."""

    role: Literal["published", "modified"]
    published: Published
    labelled: bool


def stamps(text: str, start: int) -> Iterator[Stamp]:
    """The dates of a line at offset `start` of the article, each with the label before it."""
    role: Literal["published", "modified"] = "published"
    behind = 0
    for match in _STAMP.finditer(text):
        labels = list(_LABEL.finditer(text, behind, match.start()))
        if labels:
            role = "modified" if labels[-1].lastgroup == "modified" else "published"
        elif behind:
            role = "modified"
        if found := _published(match, start):
            yield Stamp(role, found, bool(labels))
        behind = match.end()


def is_timestamp(text: str) -> bool:
    """Does the line hold a date or a time and, beyond that, labels and separators only?"""
    if not any(map(str.isdigit, text)):
        return len(text) < 40 and bool(_LABEL.fullmatch(text.strip(" :|")))
    if any(word not in _STAMP_WORDS for word in _LONG_WORD.findall(text.lower())):
        return False
    rest, dates = _STAMP.subn(" ", text)
    rest, times = _CLOCK.subn(" ", rest)
    rest, ages = _AGO.subn(" ", rest)
    rest, yearless = _YEARLESS.subn(" ", rest)
    rest = _REST.sub("", _LABEL.sub(" ", rest))
    return bool(dates or times or ages or yearless) and not rest.strip()


def is_dated_byline(text: str) -> bool:
    """Does the line hold names and a date only: 'AFP, Saturday 4 Nov 2023', 'Jane Roe | 4.11.2023'?"""
    rest, dates = _STAMP.subn(" ", text)
    if not dates:
        return False
    rest = _CLOCK.sub(" ", re.sub(r"(?<=\s):", " ", _LABELLED.sub(" ", rest)))
    if ":" in rest:
        return False
    rest = re.sub(rf"\b{_DAY}(?!\w)|\b(?:and|by|at|on|in|[A-Z]{{2,4}})\b|[^\w\s]", " ", rest)
    words = rest.split()
    return len(words) <= 5 and all(word[0].isupper() for word in words)


def leading_stamp(text: str) -> int:
    """Length of a labelled date that opens a line of prose ('date 2023-11-08 ...'), or 0."""
    label = _LABEL.match(text)
    if label is None:
        return 0
    gap = re.compile(r"[\s:|–—-]{1,4}").match(text, label.end())
    match = _STAMP.match(text, gap.end()) if gap else None
    return match.end() if match else 0


def _published(match: re.Match[str], start: int) -> Published | None:
    day = _day(match)
    if day is None:
        return None
    evidence = (Span(start + match.start(), start + match.end()),)
    clock, precision = _clock(match)
    return Published(value=day + clock, precision=precision, basis="stated", evidence=evidence)


def _day(match: re.Match[str]) -> str | None:
    """ISO day of a date, or None where the numbers can be read two ways or name no day."""
    part = match.groupdict()
    if part["num_y"]:
        a, b = int(part["num_a"]), int(part["num_b"])
        if a == b or a > 12 or "." in match[0]:
            return _iso(part["num_y"], b, a)
        return _iso(part["num_y"], a, b) if b > 12 else None
    if part["iso_y"]:
        return _iso(part["iso_y"], int(part["iso_m"]), int(part["iso_d"]))
    form = "dmy" if part["dmy_y"] else "mdy"
    return _iso(part[f"{form}_y"], _month(part[f"{form}_m"]), int(part[f"{form}_d"]))


def _month(name: str) -> int:
    return next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))


def _iso(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> tuple[str, Precision]:
    """The time of day with its offset where known, and how precise it makes the date."""
    before = match["before"]
    time = _BEFORE.match(before) if before and not match["hour"] else match
    if time is None or time["hour"] is None or not (time["minute"] or time["half"]):
        return "", "day"
    hour = _hour(int(time["hour"]), (time["half"] or "").lower())
    if hour is None:
        return "", "day"
    offset = _offset(time["offset"] or "") or _ZONES.get((time["zone"] or "").upper(), "")
    offset = offset or _offset(time["zone"] or "")
    if time["minute"]:
        return f"T{hour:02}:{time['minute']}{offset}", "minute"
    return f"T{hour:02}{offset}", "hour"


def _hour(hour: int, half: str) -> int | None:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.startswith("p") else 0)


def _offset(words: str) -> str:
    """'+03:00' of '+0300', '+3' or '+03:00'; nothing of anything else."""
    digits = re.sub(r"\D", "", words)
    if not words or words[0] not in "+-" or not digits:
        return ""
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{words[0]}{int(hours):02}:{minutes}"
