"""Named features of a pair of pieces, for the linear model that links them (`link`).

What counts is how the tree joins the two (PARC and PolNeAR have been linked so since Pareti 2015),
how far apart they are, and what stands between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import Tree

_SHARING = ("conj", "xcomp", "advcl", "acl", "aux", "ccomp", "parataxis", "cop")
_FAR = 12


def content_features(tree: Tree, content: Piece, cue: Piece, others: Sequence[Piece]) -> list[str]:
    """Of a content and the cue that may govern it."""
    found = [*_governed(tree, content, cue, "cue>con"), *_governed(tree, cue, content, "con>cue")]
    found = found or _siblings(tree, content, cue)
    found += _distance(tree, content, cue, others)
    found.append(f"order:{'after' if content.start >= cue.end else 'before'}")
    found += _credit(tree, cue)
    if tree.quoted(content.head) and not tree.quoted(cue.head):
        found.append("quoted")
    if tree.quoted(cue.head) and not tree.quoted(content.head):
        found.append("cue quoted")
    return found


def source_features(tree: Tree, source: Piece, cue: Piece, others: Sequence[Piece]) -> list[str]:
    """Of a source and the cue whose speaker it may be."""
    found = _direct(tree, source, cue) or _shared(tree, source, cue)
    found = found or _siblings(tree, source, cue)
    found += _distance(tree, source, cue, others)
    found.append(f"order:{'after' if source.start >= cue.end else 'before'}")
    found += _credit(tree, cue)
    if tree.quoted(source.head) != tree.quoted(cue.head):
        found.append("across marks")
    return found


def _credit(tree: Tree, cue: Piece) -> list[str]:
    """'According to': its content is the clause beside it, its source the noun behind it."""
    return ["according"] if tree.sentence.words[cue.start].lower() == "according" else []


def _direct(tree: Tree, source: Piece, cue: Piece) -> list[str]:
    if cue.covers(tree.sentence.heads[source.head]):
        return [f"src:{tree.sentence.rels[source.head]}"]
    if source.covers(tree.sentence.heads[cue.head]):
        return [f"cue:{tree.sentence.rels[cue.head]}"]
    return []


def _shared(tree: Tree, source: Piece, cue: Piece) -> list[str]:
    """A subject (or other dependent) of a verb that the cue hangs on: 'X came and said'."""
    path: list[str] = []
    for word in tree.up(cue.head):
        if tree.sentence.heads[source.head] == word:
            return [
                f"shared:{path[-1] if path else 'same'}:{tree.rel(source.head)}",
                f"up:{min(len(path), 3)}",
            ]
        if tree.rel(word) not in _SHARING or len(path) > 4:
            return []
        path.append(tree.rel(word))
    return []


def _governed(tree: Tree, low: Piece, high: Piece, name: str) -> Iterator[str]:
    previous = low.head
    for steps, word in enumerate(tree.up(low.head)):
        if high.covers(word):
            yield f"{name}:{tree.rel(previous)}"
            yield f"{name}:steps:{min(steps, 3)}"
            return
        previous = word


def _siblings(tree: Tree, one: Piece, other: Piece) -> list[str]:
    heads = tree.sentence.heads
    return ["siblings"] if heads[one.head] == heads[other.head] != -1 else ["unrelated"]


def _distance(tree: Tree, one: Piece, other: Piece, others: Sequence[Piece]) -> list[str]:
    low, high = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
    between = [p for p in others if low <= p.start and p.end <= high]
    taken = sum(p.end - p.start for p in between)
    upos = tree.sentence.upos
    free = sum(1 for word in range(low, min(high, low + 60)) if upos[word] != "PUNCT") - taken
    found = [f"{p.label} between" for p in between]
    found += ["word between"] * min(max(free, 0), _FAR)
    if not between and free <= 0:
        found.append("adjacent")
    return found
