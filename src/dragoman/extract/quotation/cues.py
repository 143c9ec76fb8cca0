"""Cues that the encoder left out: the word that governs a content, a colon, a dash.

Asked only for a content that no marked cue took.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.extract.quotation.complete import agents
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree

GOVERNOR: Final = "governor"
SCORE: Final = 0.5  # of a piece that only the tree speaks for
DASHES: Final = frozenset({"-", "--", "–", "—", "―"})
CLOSING: Final = MARKS - {"“", "„", "«"}
_LEAST_QUOTED: Final = 3  # words
_COMPLEMENTS: Final = ("ccomp", "xcomp", "obj", "obl", "parataxis", "nmod", "acl")
_AUXILIARY: Final = ("aux", "aux:pass", "cop", "compound:prt")


def participles(tree: Tree, found: Sequence[Piece]) -> list[Piece]:
    """Unmarked participles of saying that govern a marked content: '..., claiming that ...'.

    Without them the content would go to the sentence's main cue.
    """
    made = []
    for content in found:
        word = tree.sentence.heads[content.head]
        if content.label != "CON" or not 0 <= word < content.start or _taken(word, found):
            continue
        says = tree.sentence.lemmas[word] in words("speech") and tree.sentence.words[word].endswith(
            "ing"
        )
        if says and tree.sentence.upos[word] == "VERB" and tree.rel(content.head) in _COMPLEMENTS:
            made.append(Piece("CUE", word, word + 1, word, SCORE, "participle"))
    return made


def cue_of(tree: Tree, content: Piece, found: Sequence[Piece]) -> Piece | None:
    """A cue for a content that has none, or None."""
    return (
        _mark(tree, content, found)
        or _governor(tree, content, found)
        or _parenthesis(tree, content, found)
    )


def _mark(tree: Tree, content: Piece, found: Sequence[Piece]) -> Piece | None:
    """'Name: words' and '"Words" - Name'."""
    for piece in found:
        if piece.label != "SRC":
            continue
        if content.start - piece.end == 1 and tree.sentence.words[piece.end] == ":":
            return Piece("CUE", piece.end, piece.end + 1, piece.end, SCORE, "colon")
        if piece.start - content.end == 1 and tree.sentence.words[content.end] in DASHES:
            return Piece("CUE", content.end, content.end + 1, content.end, SCORE, "dash")
    return None


def _governor(tree: Tree, content: Piece, found: Sequence[Piece]) -> Piece | None:
    """The verb, noun or adjective whose complement the content is."""
    word = tree.sentence.heads[content.head]
    if word < 0 or tree.rel(content.head) not in _COMPLEMENTS:
        return None
    if tree.sentence.upos[word] not in ("VERB", "NOUN", "ADJ") or _taken(word, found):
        return None
    start, end = word, word + 1
    for child in tree.children[word]:
        if tree.sentence.rels[child] in _AUXILIARY and not _taken(child, found):
            if child == end:
                end += 1
            elif child == start - 1:
                start -= 1
    return Piece("CUE", start, end, word, SCORE, GOVERNOR)


def _parenthesis(tree: Tree, content: Piece, found: Sequence[Piece]) -> Piece | None:
    """A verb of saying beside the content: '"...", she said', '..., as reported by the daily'."""
    for word in tree.below(content.head, "parataxis", "advcl"):
        said = tree.sentence.lemmas[word] in words("speech") and word >= content.end
        if said and not _taken(word, found) and _has_speaker(tree, word):
            return Piece("CUE", word, word + 1, word, SCORE, "parenthesis")
    return None


def swallowed_cue(tree: Tree, content: Piece) -> Piece | None:
    """The verb of saying in a quotation whose closing mark is missing: '“Not now, she told us.'"""
    if not tree.quoted(content.head) or any(
        w in CLOSING for w in tree.sentence.words[content.start + 1 :]
    ):
        return None
    for word in range(content.start + _LEAST_QUOTED, content.end):
        if tree.sentence.lemmas[word] not in words("speaking") or tree.rel(word) not in (
            "parataxis",
            "root",
        ):
            continue
        speakers = tree.below(word, "nsubj")
        if (
            speakers
            and tree.sentence.upos[speakers[0]] == "PROPN"
            and tree.first[speakers[0]] > content.start + 1
        ):
            return Piece("CUE", word, word + 1, word, SCORE, "unclosed")
    return None


def _has_speaker(tree: Tree, verb: int) -> bool:
    if tree.rel(verb) == "parataxis":
        return bool(tree.below(verb, "nsubj"))
    as_said = any(tree.sentence.words[mark].lower() == "as" for mark in tree.below(verb, "mark"))
    return as_said and bool(agents(tree, verb))


def _taken(word: int, found: Sequence[Piece]) -> bool:
    return any(piece.covers(word) for piece in found)
