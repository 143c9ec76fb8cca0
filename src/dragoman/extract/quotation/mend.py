"""What the encoder marked, mended where the tree shows that a piece begins or ends in the wrong place.

'As reported by the daily' holds its source; '... to overtake it and become' breaks off before an
object; '... announced this fall that' says when it was announced, not what. Each rule changes one
end of one piece and never takes words that another piece has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.extract.quotation.complete import agents
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree

_DASHES: Final = frozenset({"--", "–", "—"})
_STOPS: Final = MARKS | _DASHES | {",", ";", ":", "(", ")", "...", "…"}
_HOLDS: Final = frozenset(
    {"obj", "xcomp", "ccomp", "compound:prt", "flat", "fixed", "obl:unmarked"}
)
_VERBAL: Final = ("AUX", "PART", "SCONJ")
_LEADING: Final = (*_VERBAL, "ADP", "DET", "SYM", "ADV", "NUM")
_OPENING: Final = 6  # words before 'that' in which a time may stand
_SET_IN: Final = ("ahead", "at", "during", "in", "on")


def mended(tree: Tree, found: Sequence[Piece]) -> list[Piece]:
    """The pieces, left to right, each with its ends put right."""
    made: list[Piece] = []
    for place, piece in enumerate(found):
        if piece.label == "CUE":
            made += _cue(tree, piece, found)
        elif piece.label == "CON":
            before = found[place - 1].end if place else 0
            limit = found[place + 1].start if place + 1 < len(found) else len(tree)
            made.append(_content(tree, piece, before, limit))
        else:
            made.append(piece)
    return made


def _cue(tree: Tree, cue: Piece, found: Sequence[Piece]) -> list[Piece]:
    """The cue, without the agent that it holds and without what stands behind a dash."""
    for word in range(cue.start + 1, cue.end - 1):
        if tree.sentence.words[word] in _DASHES:
            return [_cut(tree, cue, cue.start, word), _cut(tree, cue, word + 1, cue.end)]
    verbs = [w for w in range(cue.start, cue.end) if tree.sentence.upos[w] == "VERB"]
    held = [agent for verb in verbs for agent in agents(tree, verb) if cue.covers(agent)]
    if not held or any(piece.label == "SRC" for piece in found):
        return [cue]
    by = min(tree.below(held[0], "case"))
    if not cue.start < by:
        return [cue]
    source = Piece("SRC", by + 1, cue.end, held[0], cue.score, "agent")
    return [_cut(tree, cue, cue.start, by), source]


def _cut(tree: Tree, piece: Piece, start: int, end: int) -> Piece:
    return replace(piece, start=start, end=end, head=tree.head_of(start, end))


def _content(tree: Tree, content: Piece, before: int, limit: int) -> Piece:
    start = _from_clause(tree, _behind_time(tree, content), content, before)
    end = _whole(tree, start, _before_setting(tree, content), limit)
    if (start, end) == (content.start, content.end):
        return content
    return _cut(tree, content, start, end)


def _behind_time(tree: Tree, content: Piece) -> int:
    """'This fall that work ...': where the clause begins, if only a time of the cue stands before."""
    sentence = tree.sentence
    for mark in range(content.start + 1, min(content.start + _OPENING, content.end - 1)):
        if sentence.words[mark].lower() != "that" or sentence.rels[mark] != "mark":
            continue
        clause = sentence.heads[mark]
        timed = tree.sentence.heads[clause]
        before = [tree.head_of(content.start, mark)]
        if tree.rel(clause) == "ccomp" and all(
            sentence.heads[w] == timed and tree.rel(w) == "obl" for w in before
        ):
            return mark
    return content.start


def _from_clause(tree: Tree, start: int, content: Piece, before: int) -> int:
    """'[The ship ran aground at ten] this morning, the owner said': the start of the clause that the content
    only ends, where no other piece (up to word `before`) stands in it."""
    verb = tree.sentence.heads[content.head]
    whole = tree.sentence.upos[verb] == "VERB" and before <= tree.first[verb] < verb < start
    told = tree.sentence.heads[verb] >= content.end and bool(tree.below(verb, "nsubj"))
    return tree.first[verb] if whole and told and _asides(tree, content) else start


def _asides(tree: Tree, content: Piece) -> bool:
    """Whether a content is a time, a place or a reason, and no clause of its own."""
    return tree.rel(content.head) in ("obl", "advmod", "advcl")


def _before_setting(tree: Tree, content: Piece) -> int:
    """'The decision in an interview': where what is said ends, if it is a noun, and where it was said begins."""
    sentence = tree.sentence
    if sentence.rels[content.head] != "obj" or tree.quoted(content.head):
        return content.end
    for word in range(content.head + 1, content.end):
        if sentence.lemmas[word] not in words("settings") or tree.quoted(word):
            continue
        cases = [c for c in tree.below(word, "case") if c > content.head]
        if cases and sentence.words[cases[0]].lower() in _SET_IN:
            return cases[0]
    return content.end


def _whole(tree: Tree, start: int, end: int, limit: int) -> int:
    """Where a content ends that breaks off inside a phrase; `limit` is where the next piece begins."""
    while start < end < limit and _breaks_off(tree, start, end):
        grown = _phrase_end(tree, end, limit)
        if grown == end:
            break
        end = grown
    return end


def _breaks_off(tree: Tree, start: int, end: int) -> bool:
    """Whether the last word leads to the next ones, or the next word completes the last."""
    sentence, last = tree.sentence, end - 1
    if sentence.upos[end] == "PUNCT" or not _STOPS.isdisjoint(sentence.words[last : end + 1]):
        return False
    leads_to = sentence.heads[last]
    if leads_to >= end and sentence.upos[last] in _LEADING:
        return sentence.upos[last] in _VERBAL or start <= sentence.heads[leads_to] < end
    child = next((c for c in tree.children[last] if tree.first[c] == end), None)
    return child is not None and sentence.rels[child] in _HOLDS


def _phrase_end(tree: Tree, end: int, limit: int) -> int:
    """Behind the phrase that the last word leads to, without what a comma or a mark sets apart."""
    sentence, last = tree.sentence, end - 1
    if sentence.heads[last] >= end:
        top = sentence.heads[last]
    else:
        top = next(c for c in tree.children[last] if tree.first[c] == end)
    stop = min(tree.last[top] + 1, limit)
    return next((w for w in range(end, stop) if sentence.words[w] in _STOPS), stop)
