"""Furniture inside a line of the story: a date stamp before it, a link behind it, code between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.page.dates import leading_stamp
from dragoman.page.layout import Line
from dragoman.page.wording import inner_kind
from dragoman.types import Furniture, Span

_INSIDE: Final = re.compile(
    r"(?P<markup>(?:https?://t\.co/\w+\s?)*(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)|&nbsp;|</?(?:p|br|div|span|a|b|i|em|strong|img|h[1-6]|ul|ol|li|iframe|script|style|figure|blockquote|table|tr|td)(?:\s[^<>]{0,300})?/?>"
    r"|\[/?(?:caption|embed|gallery|video|audio|ad|adsense|vc_\w+|et_pb_\w+|youtube|tweet|sc_\w+)(?:\s[^\[\]]{0,300})?\])",
)
_INSIDE_SIGNS: Final = ("t.co/", "pic.twitter", "&nbsp;", "<", "[")
_LABELS: Final = re.compile(
    r"(?P<section_label>(?:Story|STORY|Key|KEY|Article|News|Report)\s(?:[Hh]ighlights?|HIGHLIGHTS|[Pp]oints|POINTS|[Ss]ummary)\b(?=\s))"
    r"|(?P<timestamp_line>(?:(?:Last\s)?[Uu]pdated?|UPDATED?|Published|PUBLISHED)\s?\|)"
    r"|(?P<advertisement>ADVERTISE?MENTS?\b)"
)
_TRAILING: Final = re.compile(
    r"(?:(?P<advertisement>\bADVERTISE?MENTS?)|(?P<related>(?<=[.!?”\"’])\s(?:Read [Mm]ore|READ MORE)(?: (?:here|[Hh]ere))?)"
    r"|(?P<reporting_credit>[(\[](?:Reporting|Writing|Editing|Edited|Written|Translated|Additional reporting|With inputs?|Compiled)\s[^()\[\]]{5,400}[)\]])"
    r"|(?P<editors_note>[(\[](?:(?:Note|Disclaimer|Except for|This (?:story|article|report|post|copy))\b)[^()\[\]]{5,400}[)\]]))[.\s]*$"
)
_ENDING_CHARS: Final = 450
_ENDING_SIGNS: Final = (")", "]", "MENT", "MENTS", "ore", "ORE", "ere")


def opening_label(text: str) -> bool:
    """Does the line begin with a label of the page, such as 'Story highlights'?"""
    return bool(_LABELS.match(text))


def fragments(line: Line) -> Iterator[Furniture]:
    """The pieces of a line that are not the story, in order and apart from each other."""
    behind = 0
    for kind, start, end in sorted(_found(line), key=lambda found: found[1:]):
        if start >= behind and end > start:
            yield Furniture(span=Span(line.start + start, line.start + end), kind=kind)
            behind = end


def _found(line: Line) -> Iterator[tuple[str, int, int]]:
    if stamp := leading_stamp(line.text[:80]):
        yield "timestamp_line", 0, stamp
    if match := _LABELS.match(line.text):
        yield match.lastgroup or "", *match.span()
    if any(sign in line.text for sign in _INSIDE_SIGNS):
        for match in _INSIDE.finditer(line.text):
            yield "markup", match.start(), _rstrip(line.text, *match.span())
    if inner := inner_kind(line):
        yield inner[0], line.closed_before(inner[1]), len(line.text)
    ending = max(0, len(line.text) - _ENDING_CHARS)
    if line.text.rstrip(" .").endswith(_ENDING_SIGNS) and (
        match := _TRAILING.search(line.text, ending)
    ):
        kind = match.lastgroup or ""
        start = match.start(kind)
        start += len(line.text[start:]) - len(line.text[start:].lstrip())
        yield kind, start, match.end(kind)


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
