"""'... after the minister appeared to threaten ...': a verb of seeming inside what another says.

The encoder may break a content at such a verb; then its parts are one content again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.link import Group
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import Tree


def rejoined(tree: Tree, groups: Sequence[Group]) -> list[Group]:
    """The groups without those of a seeming verb whose subject ends another's content."""
    kept = list(groups)
    for group in groups:
        if group.cue is None or group.source is not None or not group.contents:
            continue
        if tree.sentence.lemmas[group.cue.head] not in words("seeming"):
            continue
        if _joined(group.cue, group.contents[-1].end, [g for g in kept if g is not group]):
            kept = [g for g in kept if g is not group]
    return kept


def _joined(cue: Piece, end: int, others: Sequence[Group]) -> bool:
    """Widen the content that ends where the cue begins; False where there is none."""
    for other in others:
        for place, content in enumerate(other.contents):
            if content.end == cue.start and content.start < cue.start and end > cue.end:
                other.contents[place] = replace(content, end=end, rule="rejoined")
                return True
    return False
