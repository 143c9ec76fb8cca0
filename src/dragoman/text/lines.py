"""Lines and paragraphs as offsets.

A blank line always ends a paragraph. A single line break ends one too, unless the text is wrapped:
the line before is long, has no closing punctuation, and the next goes on in lower case; or the
whole block is wrapped at one width.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from dragoman.types import Span

_LINE: Final = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]*\S)?")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CLOSED = tuple('.!?:;…"”»')
_BULLET: Final = re.compile(r"[-*•▪●■►–—·]|\(?\w{1,2}[.)]\s")

# Set on the cluster articles (outlet pages as text) and on UD news rewrapped at 60 to 100 columns.
_LONG_LINE = 40
_WRAPPED_WIDTH = 110
_WRAPPED_LINES = 3
_WRAPPED_LOWER = 0.4


def lines(text: str) -> tuple[Span, ...]:
    """The lines that are not blank, without the white space around them."""
    return tuple([Span(*match.span()) for match in _LINE.finditer(text)])


def _blocks(text: str, found: tuple[Span, ...]) -> list[list[Span]]:
    """Lines with no blank line between them."""
    blocks: list[list[Span]] = []
    for line in found:
        if blocks and _breaks(text, blocks[-1][-1].end, line.start) == 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _breaks(text: str, start: int, end: int) -> int:
    return 1 if end == start + 1 else len(_BREAK.findall(text, start, end))


def _goes_on(text: str, line: Span) -> bool:
    return text[line.start].islower()


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Is every line break of this block only there to keep the lines short?"""
    if len(block) < _WRAPPED_LINES or max(b - a for a, b in block) > _WRAPPED_WIDTH:
        return False
    if min(b - a for a, b in block[:-1]) < _LONG_LINE:
        return False
    if any(_BULLET.match(text, line.start, line.end) for line in block):
        return False
    lower = sum(_goes_on(text, line) for line in block[1:])
    return lower >= _WRAPPED_LOWER * (len(block) - 1)


def _joined(text: str, before: Span, after: Span) -> bool:
    if before.end - before.start < _LONG_LINE or text[before.end - 1] in _CLOSED:
        return False
    return _goes_on(text, after)


def _paragraphs_of(text: str, block: list[Span]) -> list[Span]:
    if _is_wrapped(text, block):
        return [Span(block[0].start, block[-1].end)]
    merged = [block[0]]
    for before, after in pairwise(block):
        if _joined(text, before, after):
            merged[-1] = Span(merged[-1].start, after.end)
        else:
            merged.append(after)
    return merged


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs: lines, with the lines of wrapped text put together."""
    blocks = _blocks(text, lines(text))
    return tuple(span for block in blocks for span in _paragraphs_of(text, block))
