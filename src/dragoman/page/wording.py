"""What one line says by itself: furniture by its wording, by marks without words, by left-over code.

Wordings are data (`page_furniture.json`); the rules here say where each may be trusted.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.page.dates import is_dated_byline, is_timestamp
from dragoman.page.layout import LONGEST_LINE, LONGEST_NOTE, PROSE_WORDS, Line
from dragoman.page.lexicon import opening_wording, whole_wording

# Longest line, in words, that a wording is trusted on: a paragraph may begin with 'Watch' too.
# Set on the development pages.
_WHOLE_CHARS: Final = 160
_WHOLE_WORDS: Final = 18
_OPENING_WORDS: Final = 45
_OPEN_LINE_WORDS: Final = 300
_INNER_WORDS: Final = 60
_LONG_KINDS: Final = frozenset(
    {"caption", "copyright", "editors_note", "newsletter", "cookie_notice"}
)

_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MARKUP_LINE: Final = re.compile(
    r"(?:</?[A-Za-z!][^<>]{0,300}>|&(?:[A-Za-z]{2,8}|#\d{1,6});|\[/?[a-z_]+(?:\s[^\[\]]{0,200}=[^\[\]]{0,200})?\]|\{\{?[^{}]{0,300}\}?\}|\s)+"
)
_CODE: Final = re.compile(
    r"(?:function\s?\w*\(|var \w+\s?=|(?:window|document|googletag|jQuery|\$)[.(]\w|<script|<!--|\}\s?\)|if\s?\(\w+[.)]|@media\b|[.#][\w-]+\s?\{)"
)
_TIME_CODE: Final = re.compile(
    r"(?:\|\s*|\b(?:play|video|watch|replay|audio|listen)\b.*\s)\(?\d{1,2}:\d\d(?::\d\d)?\)?$",
    re.IGNORECASE,
)
_GLUED_CODE: Final = re.compile(r"[a-z)’']\d{1,2}:\d\d$")
_BRACKETED: Final = re.compile(r"\[[A-Z‘“\"'][^\[\]]{15,250}\]")
_MORE_ON: Final = re.compile(r"more (?:on|from|in|about)\s", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DIGIT: Final = re.compile(r"\d")
_BREADCRUMB: Final = re.compile(r"[^\s>»›|/][^>»›|]{0,40}(?:\s[>»›|]\s[^>»›|]{1,60}){1,12}")
_READ_MORE_END: Final = re.compile(
    r"\bread (?:more|full story|the full story)\W{0,3}$", re.IGNORECASE
)
_ADDRESS_SIGNS: Final = ("your", "Your", "ewsletter", "mail", "nbox")
_ADDRESS: Final = re.compile(
    r"\b(?:sign up|subscribe|your (?:e-?mail|inbox|account|browser|name)|newsletters?|please (?:re-?enter|verify|try|enter|check|log)"
    r"|thank you for|invalid|click(?:ing)?|privacy policy|terms of|unsubscribe|you agree|you must|log in|follow us|error has)\b",
    re.IGNORECASE,
)  # fmt: skip


def wording_kind(line: Line) -> str | None:
    """What kind of furniture the line is by itself, or None."""
    text = line.text if len(line.text) <= LONGEST_LINE else line.text[:LONGEST_LINE]
    return _wordless(text) or _worded(line, text) or _shaped(line, text)


def _wordless(text: str) -> str | None:
    """Lines with nothing to read: marks, counters, addresses, left-over code."""
    if not any(map(str.isalnum, text)):
        return "separator"
    if len(text) <= 300 and _MARKUP_LINE.fullmatch(text):
        return "markup"
    if _CODE.match(text):
        return "markup"
    if len(text) <= 300 and " " not in text and _URL.fullmatch(text):
        return "link"
    return None


def _worded(line: Line, text: str) -> str | None:
    if line.size <= _WHOLE_WORDS and len(text) <= _WHOLE_CHARS and (kind := whole_wording(text)):
        return kind
    most = _OPENING_WORDS if line.closed else _OPEN_LINE_WORDS
    if line.size <= most and (kind := opening_wording(text)):
        return kind
    if line.size <= LONGEST_NOTE:
        found = inner_kind(line)
        if found and len(text[: line.closed_before(found[1])].split()) < PROSE_WORDS:
            return found[0]
        if line.size > most:
            return _long_opening(text)
    return None


def _long_opening(text: str) -> str | None:
    """Of long lines only notes are trusted, and captions of a picture from the files."""
    kind = opening_wording(text, _LONG_KINDS)
    return kind if kind != "caption" or text.startswith("FILE") else None


def inner_kind(line: Line) -> tuple[str, int] | None:
    """Furniture worded somewhere in a line that is not too long for its kind, and where."""
    found = line.inner
    if found and (line.size <= _INNER_WORDS or found[0] in _LONG_KINDS):
        return found
    return None


def _shaped(line: Line, text: str) -> str | None:
    if len(text) <= 120 and is_timestamp(text):
        return "timestamp_line"
    if line.size <= 16 and not line.closed and _YEAR.search(text) and is_dated_byline(text):
        return "byline"
    if not line.closed:
        return _open_shape(line, text)
    return "newsletter" if _addresses_reader(line, text) else None


def _open_shape(line: Line, text: str) -> str | None:
    """Shapes of lines that don't end like a sentence."""
    if line.size <= 40 and (_TIME_CODE.search(text) or _GLUED_CODE.search(text)):
        return "video_stub"
    if (
        line.size <= 20
        and not _DIGIT.search(text)
        and not text.startswith("By ")
        and _BREADCRUMB.fullmatch(text)
    ):
        return "navigation"
    if line.size <= 40 and (_READ_MORE_END.search(text) or _BRACKETED.fullmatch(text)):
        return "related"
    if line.size >= 20 and _MORE_ON.match(text):
        return "related"
    if line.size <= 15 and _URL.search(text, max(0, len(text) - 200)) and not line.has_verb:
        return "link"
    if _is_menu(line, text):
        return "navigation"
    return "newsletter" if _addresses_reader(line, text) else None


def _is_menu(line: Line, text: str) -> bool:
    """A wall of link texts: many words, next to no punctuation, no function words."""
    if line.size < 25 or line.function_share >= 0.12:
        return False
    marks = sum(text.count(mark) for mark in ".,;?!")
    return marks * 20 < min(line.size, 400)


def _addresses_reader(line: Line, text: str) -> bool:
    """A form in one line: four requests to the reader or more, one for every twenty words."""
    if line.size < 10 or "“" in text or not any(sign in text for sign in _ADDRESS_SIGNS):
        return False
    asked = {match.lower() for match in _ADDRESS.findall(text)}
    return len(asked) >= max(4 if line.size > 20 else 3, line.size // 22)
