"""Whole sentences credited by an aside: '..., as reported by the agency', 'according to X, ...'.

Asked where the encoder marked the aside's cue and no content for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.link import Group
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import Tree

_COMMAS: Final = frozenset({",", "-", "--", "–", "—", "("})
_LEAST: Final = 3  # words
_CREDIT: Final = 8  # words of a dateline or credit


def credited(tree: Tree, groups: Sequence[Group]) -> None:
    """Give a content to the cues of asides that have a source and no content."""
    for group in groups:
        cue, source = group.cue, group.source
        if cue and source and not group.contents and _is_aside(tree, cue):
            content = _content(tree, cue, source)
            group.contents = [] if content is None else [content]


def _is_aside(tree: Tree, cue: Piece) -> bool:
    first = tree.sentence.words[cue.start].lower()
    if first in ("according", "per"):
        return True
    before = tree.sentence.words[cue.start - 1].lower() if cue.start else ""
    return "as" in (first, before) and tree.sentence.lemmas[cue.head] in words("speaking")


def _content(tree: Tree, cue: Piece, source: Piece) -> Piece | None:
    """The sentence up to the aside, or behind it where the aside comes first."""
    start = min(cue.start, source.start)
    while start and tree.sentence.words[start - 1].lower() in ("as", ",", "-", "–", "—", "("):
        start -= 1
    if start >= _LEAST:
        return _piece(tree, _behind_credit(tree, start), start, cue)
    behind = max(cue.end, source.end)
    comma = next((w for w in range(behind, len(tree)) if tree.sentence.words[w] in _COMMAS), None)
    return None if comma is None else _piece(tree, comma + 1, len(tree), cue)


def _behind_credit(tree: Tree, end: int) -> int:
    """Where the sentence begins behind a dateline or credit: 'CITY (Agency) - The ...'."""
    opening = tree.sentence.words[: min(_CREDIT, end)]
    closing = [i for i, word in enumerate(opening) if word in (")", "—", "–", "--")]
    return closing[-1] + 1 if closing and tree.sentence.words[closing[-1]] != "," else 0


def _piece(tree: Tree, start: int, end: int, cue: Piece) -> Piece | None:
    if end - start < _LEAST:
        return None
    return Piece("CON", start, end, tree.head_of(start, end), cue.score, "aside")
