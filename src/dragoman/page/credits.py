"""Whom the article names as where its report comes from.

Three kinds. 'agency': a credit line, the agency in a dateline, a copyright. 'report': the text says that a
medium reported it, or was told it (`reports`). 'syndicated': a feed or agencies without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.page.layout import Page
from dragoman.page.lexicon import media
from dragoman.page.media import (
    NAME,
    agency_credit,
    canonical,
    is_medium,
    name_key,
    report_credit,
    syndicated_credit,
)
from dragoman.page.reports import reports
from dragoman.types import Credit, Span

_HEAD_CHARS: Final = 160
_PARENS: Final = re.compile(r"[(\[/]([^()\[\]/]{2,50}(?:/[^()\[\]/]{2,30})?)[)\]/]")
_COPYRIGHT: Final = re.compile(
    rf"(?:©|\(c\)|\bcopyright\b)[\s©,]*(?:\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{{2,4}})?)?[\s,©]*(?:by\s)?(?P<name>{NAME})",
    re.IGNORECASE,
)
_ALL_RIGHTS: Final = re.compile(rf"(?P<name>{NAME})[.,]?\sAll [Rr]ights [Rr]eserved")
_INPUTS: Final = re.compile(
    r"\b(?:with|from)?\s?(?:additional |agency )?(?:inputs?|reports?|reporting|files|material|information|contributions?)\s(?:by|from)\s(?P<names>[^.)\]]{2,120})",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"(?:source|via|credit|agency)s?\s?:\s?(?P<names>.{2,60})", re.IGNORECASE
)
_WRITER: Final = re.compile(
    rf"(?P<name>{NAME})\s(?:(?:writers?|reporters?|correspondents?|journalists?|staff|staffers?)\b.{{0,160}}\s)?(?:also\s)?contributed\b"
)
_ORIGINAL: Final = re.compile(
    rf"\b(?:originally|first)\s(?:published|appeared|reported|ran|posted|written)\s(?:in|on|by|at|with|for)\s(?P<name>{NAME})"
    rf"|\b(?:read|see)\sthe\soriginal\s(?:article|story|report|version|post)\s(?:on|at|in)\s(?P<name2>{NAME})"
    rf"|\b(?:republished|reprinted|reproduced|syndicated|translated|excerpted)\s(?:with\spermission\s)?(?:from|by)\s(?P<name3>{NAME})",
    re.IGNORECASE,
)
_FEED: Final = re.compile(
    r"\bsyndicated (?:news )?feed\b|\b(?:news )?agency feed\b|\b(?:from|by) (?:a |an )?(?:news )?(?:wire|agencies|agency|wires)(?: (?:feed|service|services|reports?))?(?=[.,)\]]|$)|\bwire (?:service|services|reports)\b",
    re.IGNORECASE,
)
_AGENCIES: Final = re.compile(
    r"[(\[—–-]*\s?(?P<word>(?:[Nn]ews\s)?[Aa]gencies|AGENCIES|Wire [Rr]eports|Agency [Rr]eports?)\W{0,3}"
)
_NAMED_BY: Final = (
    (("©", "(c)", "copyright"), _COPYRIGHT),
    (("all rights",), _ALL_RIGHTS),
    (("contributed",), _WRITER),
)
_FEED_SIGNS: Final = ("feed", "wire", "agenc")


def find_credits(page: Page) -> tuple[Credit, ...]:
    """One credit for each name, the strongest kind first found, in order of place."""
    found: dict[str, Credit] = {}
    for credit in (*_credit_lines(page), *reports(page)):
        key = "" if credit.kind == "syndicated" else name_key(credit.agency)
        if not any(longer != key and longer.endswith(key) for longer in found):
            found.setdefault(key, credit)
    return tuple(sorted(found.values(), key=lambda c: (c.span or Span(0, 0), c.agency)))


def _credit_lines(page: Page) -> Iterator[Credit]:
    first, last = page.first_prose(), page.last_prose()
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        if kind == "caption":
            continue
        if kind == "byline":
            yield from _byline(line.text, line.start)
            continue
        if kind is None or i < first:
            if i <= first + 1:
                yield from _opening(line.text[:_HEAD_CHARS], line.start)
            if line.size <= 60 and (i <= first or i >= last):
                yield from _closing(line.text, line.start)
        elif len(line.text) <= 1500:
            yield from _furniture(line.text, line.start)


def _opening(text: str, start: int) -> Iterator[Credit]:
    """'ANKARA, Nov 4 (Reuters) -', '(CNN) A small plane', 'MOSCOW, November 4. /TASS/'."""
    for match in _PARENS.finditer(text):
        names = re.split(r"\s?[/,-]\s|/|\s?&\s", match[1])
        known = [n for n in names if canonical(n) or (n in media() and n.isupper())]
        lone = match.start() <= 16 and re.fullmatch(r"[A-Z][A-Z&]{2,9}", match[1])
        if (known and match.start() < 110) or (lone and match[0][0] == "("):
            for name in known or names[:1]:
                at = start + match.start(1) + match[1].index(name)
                yield agency_credit(name, at)


def _closing(text: str, start: int) -> Iterator[Credit]:
    """A bare agency as a line, or behind the last sentence: '— AFP', '(AP)'."""
    bare = re.fullmatch(
        r"[(\[—–-]*\s?(?:By\s)?(?:The\s)?(?P<name>[\w .-]{2,40}?)[)\]]?[.,]?(?:,\s[A-Z]\w+)?", text
    )
    end = re.search(
        r"(?:[—–(\[]|\s[-–—]{1,2}\s?)(?P<name>[A-Za-z][\w .-]{1,40}?)[)\]]?\.?$", text[-60:]
    )
    listed = re.split(r"\s?[-/,&|]\s?|\sand\s", text) if len(text) <= 60 else []
    if len(listed) > 1 and all(canonical(name) or canonical(name.upper()) for name in listed):
        for name in listed:
            yield agency_credit(
                canonical(name) or name.upper(), start + text.index(name), len(name)
            )
    elif bare and canonical(bare["name"]):
        yield agency_credit(bare["name"], start + bare.start("name"))
    elif end and canonical(end["name"]):
        yield agency_credit(end["name"], start + max(0, len(text) - 60) + end.start("name"))
    if len(text) <= 40 and (match := _AGENCIES.fullmatch(text)):
        yield syndicated_credit(match["word"], start + match.start("word"))
    yield from _noted(text, start)


def _byline(text: str, start: int) -> Iterator[Credit]:
    """'By Jane Roe | AP', 'AFP, Saturday 4 Nov 2023', 'Reuters Published November 7, 2023'."""
    pattern = r"\s?[|,/–—]\s?|\s-\s|\band\b|\b[Bb]y\s|\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b"
    at = 0
    for part in re.split(pattern, text):
        at = text.index(part, at) if part else at
        if (name := part.strip()) and canonical(name):
            yield agency_credit(name, start + text.index(name, at))


def _furniture(text: str, start: int) -> Iterator[Credit]:
    """Lines around the story: copyright, 'Source:', 'With inputs from', editor's notes."""
    lowered = text.lower()
    for signs, pattern in _NAMED_BY:
        for match in pattern.finditer(text) if any(s in lowered for s in signs) else ():
            if name := _known_part(match["name"]):
                yield agency_credit(name, start + match.start("name") + match["name"].index(name))
    for pattern in (_INPUTS, _SOURCE):
        for match in pattern.finditer(text):
            yield from _listed(match["names"], start + match.start("names"))
    yield from _closing(text, start) if len(text) <= 200 else _noted(text, start)


def _noted(text: str, start: int) -> Iterator[Credit]:
    """'originally published on X', 'from a syndicated feed'."""
    lowered = text.lower()
    for match in _ORIGINAL.finditer(text) if "original" in lowered or "ed " in lowered else ():
        group = next(g for g in ("name", "name2", "name3") if match[g])
        name = match[group].rstrip(".")
        if name[0].isupper() and (is_medium(name) or name.isupper() or canonical(name)):
            yield report_credit(name, start + match.start(group))
    for match in _FEED.finditer(text) if any(s in lowered for s in _FEED_SIGNS) else ():
        yield syndicated_credit(match[0], start + match.start())


def _listed(names: str, start: int) -> Iterator[Credit]:
    """'AFP and Reuters' → both; 'agencies' → syndicated."""
    for match in re.finditer(r"[^,/;&|]+?(?=\s?[,/;&|]|\sand\s|$)", names):
        name = re.sub(r"^\s*(?:and\s)?(?:the\s)?", "", match[0], flags=re.IGNORECASE).strip(
            " .()[]"
        )
        at = start + match.start() + match[0].find(name)
        if canonical(name):
            yield agency_credit(name, at)
        elif re.fullmatch(
            r"(?:news |wire )?agenc(?:ies|y)(?: reports?| inputs?)?|wires?(?: reports| services)?",
            name,
            re.IGNORECASE,
        ):
            yield syndicated_credit(name, at)


def _known_part(name: str) -> str | None:
    """The agency at the start of a longer match ('The Associated Press. All rights')."""
    words = re.sub(r"^[Tt]he\s", "", name).rstrip(".").split()
    for size in range(len(words), 0, -1):
        part = " ".join(words[:size]).rstrip(".")
        if canonical(part) and part in name:
            return part
    return None
