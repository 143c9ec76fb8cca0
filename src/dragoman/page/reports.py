"""Who reported it: 'X reported', 'as reported by X', 'told X', 'X’s R. S., reporting from'.

A medium is one the lexicon knows, one whose last word says so ('... Times'), or one that the text introduces
('the newspaper ...'); ministries, companies and persons report too, but are sources of the story, not of its
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.page.layout import Page
from dragoman.page.lexicon import media
from dragoman.page.media import (
    CAP,
    NAME,
    canonical,
    introduced,
    is_medium,
    may_be_medium,
    report_credit,
)
from dragoman.types import Credit

_MOST: Final = 300
_CUE: Final = re.compile(
    r"(?:reported|reports|reporting|according to|told|citing|quoted by|interview with|spoke to|speaking to|said|says|claimed|writes|wrote|revealed|published)\b"
)
_BEFORE: Final = re.compile(
    rf"(?P<name>{NAME})(?:,\s[^,.;]{{2,60}},)?(?:\s(?:has|have|had|first|also|later|earlier|then|news agency|newspaper))*\s$"
)
_AFTER: Final = re.compile(
    rf"\s(?:by\s|in\s|on\s|to\s)?(?:(?:the|a|an|state-run|official|local|pro-government)\s)*(?:[\w-]+\s){{0,4}}?(?P<name>{NAME})"
)
_STAFF: Final = re.compile(
    rf"(?P<name>{NAME})[’']s?\s(?:{CAP}[ ]){{1,3}}$|(?P<name2>{NAME})[’']s?\s(?:{CAP}[ ]){{0,2}}{CAP},\s$"
)
_BEFORE_CUES: Final = frozenset(
    {"reported", "reports", "said", "says", "claimed", "writes", "wrote", "revealed", "published"}
)
_STRONG_BEFORE: Final = frozenset({"reported", "reports"})
_AFTER_CUES: Final = frozenset(
    {
        "reported",
        "according to",
        "told",
        "citing",
        "quoted by",
        "interview with",
        "spoke to",
        "speaking to",
    }
)
_OFFICIAL: Final = re.compile(
    r"\s(?:the\s)?(?:(?:semi-)?official|state(?:-run|-owned)?|pro-government|independent|daily|newspaper|news agency|broadcaster)\s"
)
_BETWEEN: Final = frozenset(
    {
        "has",
        "have",
        "had",
        "first",
        "also",
        "later",
        "earlier",
        "then",
        "agency",
        "newspaper",
        "dpa",
    }
)
_TRIMS: Final = frozenset(
    "On In At As But And The While When Yet Still Meanwhile However Since After Before Earlier Later Also Citing From".split()  # noqa: SIM905
)
_DEMONYM: Final = re.compile(
    r"(?:[a-z]an|ese|ish|[ae]li|qi|[ao]ni|French|Greek|Dutch|Swiss|Czech|Thai|Local|State|German)$"
)
_NAME_START: Final = re.compile(r"(?<![\w’'-])(?=[A-ZÀ-ÖØ-ÞĀ-Ž]|the\s|al-)")


def reports(page: Page) -> Iterator[Credit]:
    left = _MOST
    for i, line in enumerate(page.lines):
        if page.kinds[i] not in (None, "byline") or i == page.title:
            continue
        for match in _CUE.finditer(line.text):
            if match.start() and line.text[match.start() - 1].isalnum():
                continue
            left -= 1
            if left < 0:
                return
            yield from _around(line.text, line.start, match)


def _around(text: str, start: int, cue: re.Match[str]) -> Iterator[Credit]:
    word = cue[0]
    low = max(0, cue.start() - (90 if word in _STRONG_BEFORE else 60))
    before, after = text[low : cue.start()], text[cue.end() : cue.end() + 90]
    if word in _BEFORE_CUES and (found := _subject(before, word)):
        yield report_credit(found[0], start + low + found[1])
        return
    if word == "reporting" or word in _BEFORE_CUES:
        yield from _staff(before, start + low)
    official = word in ("said", "says") and _OFFICIAL.match(after)
    if (word in _AFTER_CUES or official) and (found := _object(before, after, word)):
        yield report_credit(found[0], start + cue.end() + found[1])


def _subject(before: str, cue: str) -> tuple[str, int] | None:
    """The medium that stands before 'reported'; before 'said' only with its noun or a known name."""
    match = _last(_BEFORE, before) if _may_end_in_name(before) else None
    if match is None:
        return None
    name, at = _trimmed(match["name"], match.start("name"))
    if name.lower() in {"the", "a", "an"} or _DEMONYM.search(name):
        return None
    if cue in _STRONG_BEFORE and is_medium(name):
        return name, at
    named = introduced(before, name)
    sure = (canonical(name) and len(name) > 2) or (name in media() and len(name.split()) > 1)
    return (name, at) if named or sure else None


def _may_end_in_name(before: str) -> bool:
    """Is the word before the cue a name, or one that may stand between a name and the cue?"""
    last = before.rsplit(None, 1)[-1:] or [""]
    word = last[0]
    return not word[:1].islower() or word.endswith(",") or word in _BETWEEN


def _object(before: str, after: str, cue: str) -> tuple[str, int] | None:
    """The medium behind 'according to', 'told', 'as reported by'."""
    match = _AFTER.match(after)
    if match is None:
        return None
    name, at = _trimmed(match["name"], match.start("name"))
    gap = after[: match.start("name")].split()
    if is_medium(name) and not (len(gap) > 3 and name not in media()):
        return name, at
    if introduced(after[: match.end()], name):
        return name, at
    passive = cue == "reported" and after.lstrip().startswith("by ")
    as_reported = bool(re.search(r"\bas\s(?:first\s)?$", before)) and len(gap) == 1
    return (name, at) if passive and as_reported and may_be_medium(name) else None


def _staff(before: str, start: int) -> Iterator[Credit]:
    """'Al Jazeera’s R. S., reporting from Ankara', 'The Times’ A. B. reported'."""
    if (match := _last(_STAFF, before)) is None:
        return
    group = "name" if match["name"] else "name2"
    name, at = _trimmed(match[group], match.start(group))
    name = re.sub(r"[’']s?$", "", name)
    if is_medium(name):
        yield report_credit(name, start + at)


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that ends at the cue and begins at a word."""
    for at in _NAME_START.finditer(before):
        if match := pattern.match(before, at.start()):
            return match
    return None


def _trimmed(name: str, at: int) -> tuple[str, int]:
    """Without an opening word of the sentence ('While CNN') or an article."""
    while (head := re.match(r"(\w+)\s", name)) and (head[1] in _TRIMS or head[1] == "the"):
        if head[1] == "The" and name in media():
            break
        name, at = name[head.end() :], at + head.end()
    owner = re.match(r".*\w[’']s?\s(?=[A-Z])", name)
    if owner and name not in media():
        name, at = name[owner.end() :], at + owner.end()
    return name, at
