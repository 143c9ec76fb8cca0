"""Who published the page: where its own notes say so, else the domain it was read from."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from dragoman.page.layout import Page
from dragoman.page.media import canonical
from dragoman.types import Span

_NAME: Final = r"(?:The |the )?[A-Z0-9][\w&.’'-]*(?: (?:of |de |and |& )?[A-Z0-9][\w&’'-]*){0,4}"
_STAFF: Final = re.compile(
    rf"\b(?:edited|created|verified|modified|reviewed|written|produced|published|changed) by (?:the )?(?P<name>{_NAME})(?:[’']s)? (?:staff|team|editors?|journalists?|newsroom|editorial)"
)
_COPYRIGHT: Final = re.compile(
    rf"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s©,]*(?:\([cC]\))?[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{{2,4}})?)?[\s,©]*(?:by )?(?P<name>{_NAME})"
)
_ALL_RIGHTS: Final = re.compile(rf"(?P<name>{_NAME})[.,]? All [Rr]ights [Rr]eserved")
_NOISE: Final = re.compile(
    r"\b(?:All|Rights|Reserved|Copyright|Policy|Terms|Privacy|Reuse|Notice)\b"
)
_NOTES: Final = frozenset(
    {"editors_note", "copyright", "subscription", "reporting_credit", "newsletter"}
)
_SECOND_LEVEL: Final = frozenset(
    "ac co com edu gen go gob gov gub info mil ne net nom or org press web".split()  # noqa: SIM905
)


def find_outlet(page: Page) -> tuple[str, Span] | None:
    """The outlet that a note or a copyright line names, and where; agencies are credits instead."""
    for i, line in enumerate(page.lines):
        if page.kinds[i] in _NOTES and (found := _named(line.text[:1500])):
            name, at = found
            return name, Span(line.start + at, line.start + at + len(name))
    return None


def _named(text: str) -> tuple[str, int] | None:
    for pattern in (_STAFF, _COPYRIGHT, _ALL_RIGHTS):
        for match in pattern.finditer(text):
            name = _NOISE.split(match["name"])[0].rstrip(" .,’'-")
            if re.search(r"[A-Za-z]{2}", name) and not canonical(name):
                return name, match.start("name")
    return None


def domain_of(url: str) -> str | None:
    """The registered domain of an address: 'news.example.co.uk/a' gives 'example.co.uk'."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return None
    labels = host.split(".")
    if len(labels) < 2 or all(label.isdigit() for label in labels) or not all(labels):
        return None
    keep = 3 if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL and len(labels) > 2 else 2
    return ".".join(labels[-keep:])
