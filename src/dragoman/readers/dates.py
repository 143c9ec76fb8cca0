"""Dates as pages, feeds and data sets write them, to ISO 8601 at the precision they were given in."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from dragoman.types import Precision, Published

FIRST_YEAR, LAST_YEAR = 1600, 2199

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<s>[-/.]?)(?P<month>\d{2})"
    r"(?:(?P=s)(?P<day>\d{2})"
    r"(?:(?:[T\s]+|(?<=\d{8})(?=\d{6}(?!\d)))(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+\-\u2212]\d{2}(?::?\d{2})?)?)?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_TIME = r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_WORDED = tuple(
    re.compile(rf"(?:[a-z]+day,?\s+)?{words}{_TIME}", re.IGNORECASE)
    for words in (
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)


def published(value: str | int | float | date | None) -> Published | None:
    """When something says it appeared, as `Published` of basis 'metadata'; None where unreadable.

    Reads ISO 8601 (basic and extended, any precision from the month), RFC 2822, English month names,
    and seconds or milliseconds since 1970 (UTC). An offset is kept; a midnight without an offset is
    what software writes for 'no time known' and is read as a day. Day and month as mere numbers in
    either order ('04/11/2023') are ambiguous and stay unread.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return _made(value.isoformat(), "day")
    if isinstance(value, int | float):
        return _counted(value)
    text = " ".join(value.split())[:100]
    return _iso(text) or _epoch(text) or _worded(text) or _mail(text)


def _made(value: str, precision: Precision) -> Published | None:
    if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        return None
    return Published(value=value, precision=precision, basis="metadata")


def _iso(text: str) -> Published | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    part = match.groupdict()
    if part["day"] is None:
        return _month(part["year"], part["month"]) if part["s"] else None
    return _parts(part, int(part["month"]))


def _month(year: str, month: str) -> Published | None:
    return _made(f"{year}-{month}", "month") if 1 <= int(month) <= 12 else None


def _parts(part: dict[str, str | None], month: int) -> Published | None:
    try:
        day = date(int(part["year"] or 0), month, int(part["day"] or 0))
        if part["hour"] is None:
            return _made(day.isoformat(), "day")
        hour, minute = _clock(part)
        moment = datetime(day.year, day.month, day.day, hour, minute)
    except ValueError:
        return None
    zone = _zone(part["zone"])
    if part["minute"] is None:
        return _made(f"{moment.isoformat()[:13]}{zone}", "hour")
    seconds = int(part.get("second") or 0)
    if not zone and not (hour or minute or seconds):
        return _made(day.isoformat(), "day")
    return _made(f"{moment.isoformat()[:16]}{zone}", "minute")


def _clock(part: dict[str, str | None]) -> tuple[int, int]:
    hour, minute = int(part["hour"] or 0), int(part["minute"] or 0)
    if half := part.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return hour, minute


def _zone(text: str | None) -> str:
    """An offset as ISO 8601 writes it: '', 'Z' or '+05:30'; raises nothing."""
    if not text:
        return ""
    digits = re.sub(r"\D", "", text).ljust(4, "0")
    if text[0].isalpha() or digits == "0000" or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return "Z"
    return f"{'+' if text[0] == '+' else '-'}{digits[:2]}:{digits[2:]}"


def _moment(moment: datetime) -> Published | None:
    offset = moment.utcoffset()
    if offset is None and not (moment.hour or moment.minute or moment.second or moment.microsecond):
        return _made(moment.date().isoformat(), "day")
    value = moment.replace(tzinfo=None).isoformat()[:16]
    return _made(value + _offset(offset), "minute")


def _offset(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds() // 60)
    if not minutes:
        return "Z"
    return f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _counted(number: int | float) -> Published | None:
    """Seconds or milliseconds since 1970; an eight-digit number that is a date is the date."""
    if isinstance(number, float) and not math.isfinite(number):
        return None
    if isinstance(number, int) and 10_000_000 <= number <= 99_999_999:
        return _iso(str(number))
    if not 1e8 <= abs(number) < 1e14:
        return None
    seconds = number / 1000 if abs(number) >= 1e11 else number
    try:
        return _moment(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
    except OverflowError:
        return None


def _epoch(text: str) -> Published | None:
    if not _NUMBER.fullmatch(text):
        return None
    return _counted(float(text))


def _worded(text: str) -> Published | None:
    for pattern in _WORDED:
        if match := pattern.fullmatch(text):
            part = match.groupdict()
            month = _MONTHS.index(str(part["name"])[:3].lower()) + 1
            return _parts(part, month)
    return None


def _mail(text: str) -> Published | None:
    """RFC 2822, as RSS has it."""
    try:
        return _moment(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
