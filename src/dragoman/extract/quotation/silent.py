"""Cues whose subject does not speak: 'she was asked', 'asked whether ..., he', 'it seems'.

There the encoder's source is the one spoken to or about, and no speaker is better than a wrong one.
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import Tree

_OWNERS: Final = frozenset({"among", "by", "from", "of", "to", "with"})
_AS_SAYING: Final = 2  # words behind 'was quoted'
_MEANING: Final = ("VERB", "ADJ", "NOUN")
_ACTIVE: Final = frozenset({"nsubj", "aux", "mark", "obj", "iobj"})


def speaks(tree: Tree, source: Piece, cue: Piece) -> bool:
    """False where the source is the subject of a verb that is passive or of seeming."""
    if is_quoted_as_saying(tree, cue):
        return True
    if _introduced(tree, source):
        return not _elsewhere(tree, source, cue)
    if _seems(tree, source, cue) or misplaced(tree, source, cue) or _other_says(tree, source, cue):
        return False
    return not _undergone(tree, cue.head)


def _other_says(tree: Tree, source: Piece, cue: Piece) -> bool:
    """'The daily reported, the women condemned ...': the verb has a subject, and it is not the source."""
    if tree.sentence.upos[cue.head] != "VERB" or cue.covers(tree.sentence.heads[source.head]):
        return False
    own = [word for word in tree.below(cue.head, "nsubj") if word < cue.start]
    return bool(own) and not any(_is_source(tree, word, source) for word in own)


def _is_source(tree: Tree, word: int, source: Piece) -> bool:
    """Whether a subject is the source, or a word that only points to it."""
    related = (
        tree.sentence.upos[word] == "PRON"
        and tree.sentence.rels[tree.sentence.heads[word]] == "acl:relcl"
    )
    return related or source.covers(word) or tree.first[word] <= source.head <= tree.last[word]


def _elsewhere(tree: Tree, source: Piece, cue: Piece) -> bool:
    """'Reported by users, it has been found ...', 'revealed in a filing with the office': of another verb.

    Asked of a cue that is a passive verb; a name with 'by' must be that verb's own agent.
    """
    sentence = tree.sentence
    passive = any(sentence.rels[child] == "aux:pass" for child in tree.children[cue.head])
    if not passive or sentence.upos[cue.head] != "VERB":
        return False
    case = next(iter(tree.below(source.head, "case")), None)
    if case is not None and sentence.words[case].lower() == "by":
        return not cue.covers(sentence.heads[source.head])
    return (
        sentence.lemmas[cue.head] in words("speech") and sentence.rels[source.head] != "nmod:poss"
    )


def is_quoted_as_saying(tree: Tree, cue: Piece) -> bool:
    """'She was quoted as saying': the one passive whose subject speaks."""
    lemmas = tree.sentence.lemmas[cue.start : cue.end + _AS_SAYING]
    return tree.sentence.lemmas[cue.head] in words("quoting") and "say" in lemmas


def _seems(tree: Tree, source: Piece, cue: Piece) -> bool:
    """'She seems', 'he drew'; not 'she seemed to suggest', 'he appeared pleased with'."""
    upos = tree.sentence.upos
    telling = [word for word in range(cue.start, cue.end) if upos[word] in _MEANING]
    if telling != [cue.head] or tree.sentence.lemmas[cue.head] not in words("seeming"):
        return False
    return source.head < cue.head and tree.rel(source.head) == "nsubj"


def misplaced(tree: Tree, source: Piece, cue: Piece) -> bool:
    """'..., recalls the envoy': only verbs of saying have their subject behind them."""
    own = cue.covers(tree.sentence.heads[source.head]) and source.start >= cue.end
    return (
        own
        and tree.sentence.rels[source.head] in ("obj", "nsubj")
        and tree.sentence.lemmas[cue.head] not in words("inverted")
    )


def _undergone(tree: Tree, verb: int) -> bool:
    """A verb of saying in the passive, or its past participle beside another clause."""
    sentence = tree.sentence
    if sentence.lemmas[verb] not in words("undergone") or sentence.upos[verb] != "VERB":
        return False
    rels = {sentence.rels[child] for child in tree.children[verb]}
    if "aux:pass" in rels:
        return True
    ends = sentence.words[verb].lower().endswith(("ed", "told", "seen", "known"))
    return ends and sentence.rels[verb] in ("acl", "advcl") and rels.isdisjoint(_ACTIVE)


def _introduced(tree: Tree, source: Piece) -> bool:
    """Whether a source is named with 'by', 'to' and the like, or owns the cue."""
    near = range(max(source.start - 2, 0), source.head)
    marked = any(tree.sentence.words[word].lower() in _OWNERS for word in near)
    return marked or tree.sentence.rels[source.head] in ("obl:agent", "nmod:poss")
