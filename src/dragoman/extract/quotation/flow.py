"""Contents without a cue in their own sentence: a quotation that runs on, or one that leads on.

A loose content joins the attribution of an earlier sentence or that of the next one, whichever
scores best, or stays alone. The model is of the kind of `link`; its features are below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.extract.quotation.cues import DASHES
from dragoman.extract.quotation.link import Group
from dragoman.extract.quotation.marks import SINGLE
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree

LOOK_BACK: Final = 3  # attributions
FARTHEST: Final = 4  # sentences between a content and the attribution that it joins
_UNSEEN: Final = {"next signs:dash": 4.0}  # too rare in PolNeAR train to be fitted; never doubtful
_HEADING: Final = 10  # words
_ENDS: Final = frozenset({".", "!", "?", "…", "...", ":", ";", ","}) | MARKS
_SHORT: Final = 3  # words beside a content that still let it count as the whole sentence


@dataclass(slots=True)
class Line:
    """One sentence with its groups."""

    index: int
    tree: Tree
    groups: list[Group]


@dataclass(frozen=True, slots=True)
class Content:
    """A content with the sentence it stands in."""

    line: Line
    piece: Piece


@dataclass(slots=True)
class Attribution:
    """One attribution over sentences: the line of its cue (or only content) and its contents."""

    line: Line
    group: Group
    contents: list[Content] = field(default_factory=list)


def flow(lines: Sequence[Line], weights: Mapping[str, float]) -> list[Attribution]:
    """The attributions of an article; contents in text order."""
    by_line = [[attribution_of(line, g) for g in line.groups if g.cue] for line in lines]
    recent: list[Attribution] = []
    alone: list[Attribution] = []
    for number, line in enumerate(lines):
        following = by_line[number + 1] if is_next(lines, number) else []
        for group in line.groups:
            if group.cue is None:
                joined = _join(Content(line, group.contents[0]), recent, following, weights)
                if joined is None:
                    joined = attribution_of(line, group)
                    alone.append(joined)
                recent = latest(recent, [joined])
        recent = latest(recent, by_line[number])
    for found in by_line:
        _share(found)
    return [a for found in (*by_line, alone) for a in found if a.contents or a.group.cue]


def _share(found: Sequence[Attribution]) -> None:
    """What an inner or an outer attribution took from other sentences, both take."""
    for inner in found:
        for outer in (a for a in found if a.group is inner.group.outer):
            _take(outer, inner)
            _take(inner, outer)


def _take(taker: Attribution, giver: Attribution) -> None:
    known = {(c.line.index, c.piece.start) for c in taker.contents}
    far = [c for c in giver.contents if c.line is not giver.line]
    _add(taker, [c for c in far if (c.line.index, c.piece.start) not in known])


def is_next(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is followed by that of the very next sentence."""
    return number + 1 < len(lines) and lines[number + 1].index == lines[number].index + 1


def latest(recent: Sequence[Attribution], newer: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that a next content may continue, oldest first."""
    kept = [a for a in recent if _is_open(a) and not any(a is other for other in newer)]
    return [*kept, *(a for a in newer if _is_open(a))][-LOOK_BACK:]


def _is_open(attribution: Attribution) -> bool:
    """Whether it has contents, or ends its sentence and waits for one: 'She added:'."""
    cue = attribution.group.cue
    return bool(attribution.contents) or (cue is not None and _ends(attribution.line, cue))


def attribution_of(line: Line, group: Group) -> Attribution:
    return Attribution(line, group, [Content(line, piece) for piece in group.contents])


def _join(
    content: Content,
    recent: Sequence[Attribution],
    following: Sequence[Attribution],
    weights: Mapping[str, float],
) -> Attribution | None:
    """The attribution that took the content, now with it; None where none scores above `none`.

    Where the next sentence's attribution takes it, a chain without a cue that it continues goes too.
    """
    if _is_heading(content):
        return None
    least = weights.get("none", 0.0)
    scored = [
        (_score(names, weights), attribution)
        for attribution, names in candidates(content, recent, following)
    ]
    scored = [(score, attribution) for score, attribution in scored if score > least]
    if not scored:
        return None
    chosen = max(scored, key=lambda pair: pair[0])[1]
    leads = [pair for pair in scored if any(pair[1] is a for a in following)]
    if chosen.group.cue is None and leads:
        chosen = max(leads, key=lambda pair: pair[0])[1]
    _add(chosen, [content])
    if any(chosen is attribution for attribution in following):
        for chain in (a for _, a in scored if a.group.cue is None):
            _add(chosen, chain.contents)
            chain.contents = []
    return chosen


def _score(names: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, _UNSEEN.get(name, 0.0)) for name in names)


def _add(attribution: Attribution, contents: Sequence[Content]) -> None:
    """Take in contents, in text order; nearly always they come in order, and nothing is sorted."""
    had = attribution.contents
    in_order = not had or not contents or _place(had[-1]) <= _place(contents[0])
    had.extend(contents)
    if not in_order:
        had.sort(key=_place)


def _place(content: Content) -> tuple[int, int]:
    return content.line.index, content.piece.start


def candidates(
    content: Content, recent: Sequence[Attribution], following: Sequence[Attribution]
) -> Iterator[tuple[Attribution, list[str]]]:
    """What a loose content may join, each with its features."""
    for rank, attribution in enumerate(reversed(recent)):
        last = attribution.contents[-1] if attribution.contents else None
        line = last.line if last else attribution.line
        if 0 <= content.line.index - line.index <= FARTHEST:
            names = [f"rank:{rank}", f"back:{content.line.index - line.index}"]
            between = content.line.tree.paragraph - line.tree.paragraph
            names.append(f"paragraphs:{min(between, 3)}")
            yield attribution, [*names, *_back(content, attribution, last)]
    for rank, attribution in enumerate(following[:2]):
        yield attribution, [f"next:{rank}", *_ahead(content, attribution)]


def _back(content: Content, attribution: Attribution, last: Content | None) -> Iterator[str]:
    if last is None:
        yield f"waits>{_marks(content)}"
        if attribution.line.tree.sentence.words[-1] == ":":
            yield "waits at a colon"
        return
    yield f"marks:{_marks(last)}>{_marks(content)}"
    yield f"whole:{_whole(content)}"
    yield f"ran to the end:{_ends(last.line, last.piece)}"
    cue = attribution.group.cue
    if cue is None:
        yield "chain"
    elif attribution.line is last.line:
        yield f"cue {'behind' if cue.start >= last.piece.end else 'before'}"


def _ahead(content: Content, attribution: Attribution) -> Iterator[str]:
    first = attribution.contents[0] if attribution.contents else None
    line = attribution.line
    yield f"next paragraphs:{min(line.tree.paragraph - content.line.tree.paragraph, 2)}"
    yield f"next marks:{_marks(content)}>{_marks(first) if first else 'empty'}"
    yield f"next whole:{_whole(content)}"
    cue, source = attribution.group.cue, attribution.group.source
    if cue and source and len(line.tree) - (cue.end - cue.start) - (source.end - source.start) <= 1:
        yield f"next signs:{'dash' if line.tree.sentence.words[cue.start] in DASHES else 'words'}"
    if first and cue and first.line is line:
        yield f"next cue {'behind' if cue.start >= first.piece.end else 'before'}"


def _marks(content: Content) -> str:
    """How a content is quoted: it opens with a mark, stands inside marks, or neither."""
    tree, piece = content.line.tree, content.piece
    first = tree.sentence.words[piece.start]
    if tree.opens(piece.start) or first in SINGLE or (piece.start and tree.opens(piece.start - 1)):
        return "opens"
    return "inside" if tree.quoted(piece.start) else "plain"


def _is_heading(content: Content) -> bool:
    """A short line of its own without a full stop and outside double marks: no one goes on there."""
    tree, words = content.line.tree, content.line.tree.sentence.words
    last = len(tree) - 1
    if words[last] in SINGLE and last:
        last -= 1
    stopped = words[last] in _ENDS or tree.quoted(max(last - 1, 0))
    return not stopped and last < _HEADING and not tree.quoted(content.piece.head)


def _whole(content: Content) -> bool:
    words = len(content.line.tree)
    return words - (content.piece.end - content.piece.start) <= _SHORT


def _ends(line: Line, piece: Piece) -> bool:
    return len(line.tree) - piece.end <= 2
