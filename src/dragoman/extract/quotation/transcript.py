"""Transcripts: a paragraph that opens with a speaker's label, 'SMITH: ...', 'Q: ...'.

The encoder marks the whole line as content, or nothing; a label in capitals is never doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree

LABEL: Final = "label"
_LONGEST: Final = 5  # words of a label
_QUESTION: Final = frozenset({"Q", "A"})


def labelled(tree: Tree, found: Sequence[Piece]) -> list[Piece]:
    """The pieces, with label, colon and the rest in place of a content that holds the label."""
    label = _label(tree)
    if label is None:
        return list(found)
    start, colon = label
    spoken = [p for p in found if p.label == "CON" and p.end > colon + 1 and p.start <= colon + 1]
    if not spoken or any(p.label == "CUE" and p.covers(colon) for p in found):
        return list(found)
    content, score = spoken[0], spoken[0].score
    made = [
        Piece("SRC", start, colon, tree.head_of(start, colon), score, LABEL),
        Piece("CUE", colon, colon + 1, colon, score, LABEL),
        Piece("CON", colon + 1, content.end, tree.head_of(colon + 1, content.end), score),
    ]
    return sorted([*made, *(p for p in found if p.start > colon and p is not content)], key=_start)


def _label(tree: Tree) -> tuple[int, int] | None:
    """Words `[start, colon)` of a label that opens the sentence."""
    words = tree.sentence.words
    start = 1 if words[0] in MARKS else 0
    colon = next(
        (i for i in range(start, min(start + _LONGEST + 1, len(words))) if words[i] == ":"), 0
    )
    if colon <= start or colon + 1 >= len(words):
        return None
    names = words[start:colon]
    capital = all(name.isupper() and len(name) > 1 for name in names if name.isalpha())
    shown = any(name.isalpha() for name in names)
    asked = len(names) == 1 and names[0] in _QUESTION
    return (start, colon) if shown and (capital or asked) else None


def _start(piece: Piece) -> int:
    return piece.start
