"""Which source and which contents belong to a cue, within one sentence.

Each content chooses the cue that scores best, or none; each cue chooses its source in the same
way. A score is the sum of the weights of the pair's features (`features`); the weights are those
of a multinomial logistic regression (`benchmarks/quality/quotation/fit.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.extract.quotation.complete import source_of, subject_in
from dragoman.extract.quotation.cues import cue_of, swallowed_cue
from dragoman.extract.quotation.features import content_features, source_features
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.silent import misplaced, speaks
from dragoman.extract.quotation.tree import Tree

Weights = Mapping[str, float]
Features = Callable[[Tree, Piece, Piece, Sequence[Piece]], list[str]]


@dataclass(slots=True)
class Group:
    """One attribution in the making: at most one cue and one source, contents left to right.

    `outer` is the attribution whose content this one stands in (`nested`). `doubtful`: the marked
    source stands where only the object of such a cue can.
    """

    cue: Piece | None
    source: Piece | None = None
    contents: list[Piece] = field(default_factory=list)
    outer: Group | None = None
    doubtful: bool = False


def link(tree: Tree, found: Sequence[Piece], weights: Mapping[str, Weights]) -> list[Group]:
    """Groups in the order of their cues, then contents without a cue as groups of their own."""
    cues = [piece for piece in found if piece.label == "CUE"]
    groups = [Group(cue) for cue in cues]
    loose: list[Group] = []
    for content in (piece for piece in found if piece.label == "CON"):
        place = choose(tree, content, cues, found, content_features, weights["content"])
        if place is None:
            loose.append(_loose(tree, content, found))
        else:
            groups[place].contents.append(content)
    groups += loose
    for group in groups:
        if group.cue is not None and group.source is None:
            _find_source(tree, group, group.cue, found, weights["source"])
    return groups


def _find_source(
    tree: Tree, group: Group, cue: Piece, found: Sequence[Piece], weights: Weights
) -> None:
    """Give a group its source, unless the tree says that it does not speak."""
    source = _source(tree, cue, found, weights)
    if source is not None and speaks(tree, source, cue):
        group.source = source
    else:
        group.doubtful = source is not None and misplaced(tree, source, cue)
        _take_subject(tree, group, cue)


def _take_subject(tree: Tree, group: Group, cue: Piece) -> None:
    """Make the subject among the contents the source."""
    source = subject_in(tree, cue, group.contents)
    if source is not None and tree.sentence.upos[cue.head] == "VERB" and speaks(tree, source, cue):
        group.source = source
        group.contents = [c for c in group.contents if not c.covers(source.head)]


def _loose(tree: Tree, content: Piece, found: Sequence[Piece]) -> Group:
    swallowed = swallowed_cue(tree, content)
    if swallowed is None:
        return Group(cue_of(tree, content, found), contents=[content])
    source = source_of(tree, swallowed, [swallowed])
    end = min(swallowed.start, source.start) if source else swallowed.start
    said = replace(content, end=end, head=tree.head_of(content.start, end))
    return Group(swallowed, source, [said])


def _source(tree: Tree, cue: Piece, found: Sequence[Piece], weights: Weights) -> Piece | None:
    """The marked source that scores best, else one that the tree gives."""
    sources = [piece for piece in found if piece.label == "SRC"]
    place = choose(tree, cue, sources, found, _of_source, weights)
    chosen = sources[place] if place is not None else source_of(tree, cue, [*found, cue])
    if chosen is not None and tree.rel(chosen.head) == "appos" and _is_free_participle(tree, cue):
        return _main_subject(tree, cue, sources)
    return chosen


def _is_free_participle(tree: Tree, cue: Piece) -> bool:
    """'..., claiming that': it shares the subject of a verb that it hangs on."""
    free = tree.rel(cue.head) == "advcl" and not tree.below(cue.head, "nsubj")
    return free and tree.sentence.words[cue.head].endswith("ing")


def _main_subject(tree: Tree, cue: Piece, sources: Sequence[Piece]) -> Piece | None:
    """The marked source that is the subject of a verb above the cue, nearest first."""
    for verb in tree.up(cue.head):
        for source in sources:
            if tree.sentence.heads[source.head] == verb and tree.rel(source.head) == "nsubj":
                return source
    return None


def choose(
    tree: Tree,
    piece: Piece,
    candidates: Sequence[Piece],
    others: Sequence[Piece],
    features: Features,
    weights: Weights,
) -> int | None:
    """The place of the best candidate for a piece, or None where none scores above `none`."""
    best, place = weights.get("none", 0.0), None
    for index, candidate in enumerate(candidates):
        names = features(tree, piece, candidate, others)
        score = sum(weights.get(name, 0.0) for name in names)
        if score > best:
            best, place = score, index
    return place


def _of_source(tree: Tree, cue: Piece, source: Piece, others: Sequence[Piece]) -> list[str]:
    return source_features(tree, source, cue, others)
