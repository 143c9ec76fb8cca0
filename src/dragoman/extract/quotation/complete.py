"""What the encoder left out, read from the tree: a cue's source and its content.

Each rule is one relation of Universal Dependencies. A rule is only asked where the encoder marked
the cue but not the part, and gives a piece whose `rule` names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.silent import is_quoted_as_saying
from dragoman.extract.quotation.tree import Tree

_CLIMB: Final = ("conj", "xcomp", "advcl", "parataxis", "aux", "cop", "ccomp")
_LEAVES_OUT: Final = frozenset({"relcl", "parataxis", "punct", "cc", "conj", "advcl"})
_CREDITS: Final = frozenset({"according", "per"})
_LEADS: Final = frozenset(
    {"case", "punct", "cc", "mark", "advmod", "parataxis", "discourse", "cop", "nsubj", "aux"}
)
_EMPTY: Final = frozenset({"it", "there", "this", "that", "which", "what", "whatever"})


def source_of(tree: Tree, cue: Piece, taken: Sequence[Piece]) -> Piece | None:
    """A source for a cue that has none: subject, agent, possessor, or the noun a clause hangs on."""
    for rule, word in _sources(tree, cue):
        if any(piece.covers(word) for piece in taken) or not _can_speak(tree, word):
            continue
        if rule.endswith("subject") and not _plausible(tree, word, cue):
            continue
        if rule == "described noun" and not _can_state(tree, word):
            continue
        start, end = phrase(tree, word)
        start, end = _outside(start, end, word, taken)
        return Piece("SRC", start, end, word, cue.score, rule)
    return None


def _sources(tree: Tree, cue: Piece) -> Iterator[tuple[str, int]]:
    inside = range(cue.start, cue.end)
    if not is_quoted_as_saying(tree, cue):
        yield from (("agent", w) for word in inside for w in agents(tree, word))
    passive = any(
        tree.sentence.rels[c] in ("nsubj:pass", "aux:pass")
        for w in inside
        for c in tree.children[w]
    )
    if passive:
        if is_quoted_as_saying(tree, cue):
            yield from (("subject", w) for w in _children(tree, cue.head, "nsubj:pass"))
        return
    for word in inside:
        if tree.sentence.words[word].lower() in _CREDITS and not cue.covers(
            tree.sentence.heads[word]
        ):
            yield "credit", tree.sentence.heads[word]
        yield from (("possessor", w) for w in _children(tree, word, "nmod:poss"))
    yield from _subjects(tree, cue.head)


def agents(tree: Tree, verb: int) -> list[int]:
    """Who a passive verb says it was done by: 'reported by the daily', not 'reported by Tuesday'."""
    found = _children(tree, verb, "obl:agent", "obl")
    return [word for word in found if _named_with_by(tree, word)]


def _named_with_by(tree: Tree, word: int) -> bool:
    cases = {tree.sentence.words[case].lower() for case in tree.below(word, "case")}
    return "by" in cases and tree.sentence.lemmas[word].lower() not in words("dates")


def _subjects(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """The subject of a verb, or of the verb that it shares one with; the noun that it describes."""
    for steps, up in enumerate(tree.up(word)):
        found = _children(tree, up, "nsubj")
        if found:
            yield "subject" if not steps else "shared subject", found[0]
            return
        rel = tree.sentence.rels[up]
        if rel == "acl:relcl" or (rel == "acl" and tree.sentence.words[up].endswith("ing")):
            yield "described noun", tree.sentence.heads[up]
            return
        if tree.rel(up) not in _CLIMB:
            return


def _children(tree: Tree, word: int, *rels: str) -> list[int]:
    return [child for child in tree.children[word] if tree.sentence.rels[child] in rels]


def _can_speak(tree: Tree, word: int) -> bool:
    upos = tree.sentence.upos[word]
    if upos == "PRON":
        return tree.sentence.words[word].lower() not in _EMPTY
    return upos in ("NOUN", "PROPN", "NUM")


def _plausible(tree: Tree, word: int, cue: Piece) -> bool:
    """A name or a person's pronoun, or the subject of a verb of saying."""
    if tree.sentence.upos[word] in ("PROPN", "PRON"):
        return True
    verbs = {tree.sentence.lemmas[w] for w in range(cue.start, cue.end)}
    return not verbs.isdisjoint(words("speech", "telling", "urging"))


def _can_state(tree: Tree, word: int) -> bool:
    """A name, people, or a document: 'a statement saying', not 'a step suggesting'."""
    if tree.sentence.upos[word] in ("PROPN", "PRON"):
        return True
    return tree.sentence.lemmas[word] in words("documents", "people", "hearers")


def phrase(tree: Tree, word: int) -> tuple[int, int]:
    """A noun with its modifiers and appositions, without clauses and coordination behind commas."""
    start, end = word, word + 1
    for child in tree.children[word]:
        if child < word:
            if tree.rel(child) not in _LEADS:
                start = min(start, tree.first[child])
        else:
            rel = tree.sentence.rels[child]
            aside = tree.sentence.upos[tree.first[child]] == "PUNCT" and tree.rel(child) != "appos"
            if aside or rel.rpartition(":")[2] in _LEAVES_OUT or tree.first[child] != end:
                break
            end = tree.last[child] + 1
    return start, end


def _outside(start: int, end: int, word: int, taken: Sequence[Piece]) -> tuple[int, int]:
    """Cut a stretch around `word` so that it overlaps no piece."""
    for piece in taken:
        if piece.end <= word:
            start = max(start, piece.end)
        elif piece.start > word:
            end = min(end, piece.start)
    return start, end


def subject_in(tree: Tree, cue: Piece, contents: Sequence[Piece]) -> Piece | None:
    """The subject of an active verb that the encoder took for content, where more content follows.

    'The council has called the vote illegal': a speaker, where a passive or a verb of seeming
    would have none.
    """
    for content in contents:
        for word in tree.below(cue.head, "nsubj"):
            before = content.covers(word) and content.end <= cue.start
            if before and len(contents) > 1 and _can_state(tree, word):
                start, end = phrase(tree, word)
                start, end = max(start, content.start), min(end, content.end)
                return Piece("SRC", start, end, word, content.score, "subject")
    return None
