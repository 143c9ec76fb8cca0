"""Text to HTML with marks: the characters of an article stay what and where they are.

`to_html` gives markup whose `textContent` is the text, code point for code point. Marks may nest
and cross; a mark that is crossed is cut into pieces, the first of which carries its id. Characters
that could hide or reorder text are shown by a label made in the style sheet (`data-c`), which is
no part of the text. Two kinds of code points can't stand in an HTML document, U+0000 and lone
surrogates: each is written as one U+FFFD, as an HTML parser would, so offsets still hold. A
carriage return is written as a reference, else the parser would turn it into a line feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from dragoman.types import Span

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_SURROGATE = "\ud800-\udfff"
_SPECIAL = re.compile(f"[{_CONTROL}{_BIDI}{_SURROGATE}]+|\r")
_IMPOSSIBLE = re.compile(f"[\x00{_SURROGATE}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span to be shown: `kind` becomes the class; `id`, `href` and `back` are its links.

    `id` is the anchor of the mark; with `href` the mark is a link; with `back` a link follows it
    that the style sheet shows only while the mark is the target of the page's address.
    """

    span: Span
    kind: str
    id: str | None = None
    href: str | None = None
    back: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text in a wrapper of its own, such as furniture. Blocks don't overlap.

    `whole` is true where it fills its lines and can be folded; `label` says what it is.
    """

    span: Span
    label: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two neighbouring boundaries, with the marks on it, outermost first."""

    span: Span
    marks: tuple[Mark, ...]


def visible(text: str) -> str:
    """`text` for a field of a page: control and direction characters become readable labels."""
    return _SPECIAL.sub(lambda m: " " if m[0] == "\r" else _label(m[0]), text)


def segments(
    text: str,
    marks: Iterable[Mark],
    *,
    start: int = 0,
    end: int | None = None,
    cuts: Iterable[int] = (),
) -> tuple[Segment, ...]:
    """`text[start:end]` cut at every boundary of a mark and at `cuts`, in order, none empty.

    Marks are cut to the range; empty and impossible ones are left out.
    """
    stop = len(text) if end is None else end
    fitting = [m for m in marks if m.span.start < m.span.end <= len(text) and m.span.start >= 0]
    inside = [m for m in fitting if m.span.start < stop and m.span.end > start]
    inside.sort(key=lambda m: (m.span.start, -m.span.end))
    edges = {start, stop, *(c for c in cuts if start < c < stop)}
    edges.update(e for m in inside for e in m.span if start < e < stop)
    return tuple(_sweep(sorted(edges), inside)) if start < stop else ()


def _sweep(edges: Sequence[int], marks: Sequence[Mark]) -> Iterator[Segment]:
    waiting = 0
    active: list[Mark] = []
    for begin, finish in pairwise(edges):
        active = [m for m in active if m.span.end > begin]
        while waiting < len(marks) and marks[waiting].span.start <= begin:
            active.append(marks[waiting])
            waiting += 1
        yield Segment(Span(begin, finish), tuple(active))


def to_html(
    text: str,
    marks: Iterable[Mark] = (),
    *,
    start: int = 0,
    end: int | None = None,
    blocks: Sequence[Block] = (),
    gaps: Sequence[Span] = (),
) -> Markup:
    """`text[start:end]` as HTML with `marks`, in `blocks` where given, paragraphs apart by `gaps`.

    `gaps` are stretches of line breaks that the style sheet shows as one small distance.
    """
    cuts = [edge for item in (*(b.span for b in blocks), *gaps) for edge in item]
    out = _Writer(text, {b.span.start: b for b in blocks}, {g.start for g in gaps})
    for segment in segments(text, marks, start=start, end=end, cuts=cuts):
        out.write(segment)
    out.close()
    return Markup("".join(out.parts))


class _Writer:
    """Keeps the elements that are open while the segments pass, in order, nested rightly."""

    def __init__(self, text: str, blocks: dict[int, Block], gaps: set[int]) -> None:
        self.parts: list[str] = []
        self._text, self._blocks, self._gaps = text, blocks, gaps
        self._open: list[Mark] = []
        self._block: Block | None = None
        self._begun: set[int] = set()

    def write(self, segment: Segment) -> None:
        if self._block is not None and segment.span.start >= self._block.span.end:
            self.close()
        if segment.span.start in self._blocks:
            self.close()
            self._enter(self._blocks[segment.span.start])
        self._match(segment.marks)
        body = _escaped(self._text, segment.span)
        gap = segment.span.start in self._gaps
        self.parts.append(f'<span class="g">{body}</span>' if gap else body)

    def close(self) -> None:
        """Ends all open marks and the open block."""
        self._match(())
        if self._block is not None:
            self.parts.append("</details>" if self._block.whole else "</span>")
        self._block = None

    def _enter(self, block: Block) -> None:
        label = _attribute(block.label)
        self.parts.append(
            f'<details class="furn" open><summary aria-label="{label}" data-label="{label}"></summary>'
            if block.whole
            else f'<span class="furn" data-label="{label}">'
        )
        self._block = block

    def _match(self, marks: Sequence[Mark]) -> None:
        """Ends and begins elements until exactly `marks` are open."""
        same = 0
        for opened, wanted in zip(self._open, marks, strict=False):
            if opened is not wanted:
                break
            same += 1
        while len(self._open) > same:
            self.parts.append(_end(self._open.pop()))
        for mark in marks[same:]:
            self.parts.append(_begin(mark, first=id(mark) not in self._begun))
            self._begun.add(id(mark))
            self._open.append(mark)


def _begin(mark: Mark, *, first: bool) -> str:
    name = "a" if mark.href else "span"
    anchor = f' id="{_attribute(mark.id)}"' if mark.id and first else ""
    href = f' href="{_attribute(mark.href)}"' if mark.href else ""
    return f'<{name}{anchor} class="{_attribute(mark.kind)}"{href}>'


def _end(mark: Mark) -> str:
    end = "</a>" if mark.href else "</span>"
    return end + (f'<a class="b" href="{_attribute(mark.back)}"></a>' if mark.back else "")


def _attribute(value: str) -> str:
    return str(escape(visible(value)))


def _escaped(text: str, span: Span) -> str:
    part = str(escape(text[span.start : span.end]))
    if not _SPECIAL.search(part):
        return part
    before_newline = text[span.end : span.end + 1] == "\n"
    return _SPECIAL.sub(lambda m: _shown(m, before_newline), part)


def _shown(match: re.Match[str], before_newline: bool) -> str:
    found = match[0]
    if found != "\r":
        safe = _IMPOSSIBLE.sub("\ufffd", found)
        return f'<span class="c" data-c="{_label(found)}">{safe}</span>'
    rest = match.string[match.end() : match.end() + 1]
    ends_line = rest == "\n" or (not rest and before_newline)
    return "&#13;" if ends_line else '<span class="r">&#13;</span>'


def _label(found: str) -> str:
    if len(set(found)) > 1:
        return f"[{len(found)} control characters]"
    times = f" ×{len(found)}" if len(found) > 1 else ""
    return f"[U+{ord(found[0]):04X}{times}]"
