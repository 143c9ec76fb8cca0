"""Who is spoken to: 'told reporters', 'urged the council to', 'said in an interview with the daily'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.extract.quotation.complete import phrase
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.link import Group
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import Tree

_TALKS: Final = frozenset({"address", "briefing", "call", "comment", "conversation", "email", "interview", "letter",
                           "message", "remark", "speech", "statement"})  # fmt: skip
_CALLED: Final = frozenset({"on", "upon", "to"})
_PREPOSITIONS: Final = frozenset({"to", "with"})
_MEANS: Final = frozenset({"after", "before", "by", "during", "over", "through", "via"})
_PERSONAL: Final = frozenset({"him", "her", "them", "us", "me", "you"})


def addressee(tree: Tree, group: Group) -> tuple[int, int] | None:
    """Words `[start, end)` of the one spoken to, or None."""
    if group.cue is None or not group.contents:
        return None
    for word in _candidates(tree, group):
        if _can_hear(tree, word, group.cue) and not _inside_source(group, word):
            start, end = phrase(tree, word)
            return start, _before_means(tree, word, _before_content(group, word, end))
    return None


def _before_means(tree: Tree, word: int, end: int) -> int:
    """'Told the owner by radio at seven': how and when it was said is no part of the one spoken to."""
    cases = (w for w in range(word + 1, end) if tree.sentence.words[w].lower() in _MEANS)
    return next((w for w in cases if tree.rel(w) == "case"), end)


def _candidates(tree: Tree, group: Group) -> Iterator[int]:
    assert group.cue is not None
    for verb in range(group.cue.start, group.cue.end):
        if tree.sentence.upos[verb] not in ("VERB", "NOUN"):
            continue
        lemma = tree.sentence.lemmas[verb]
        if lemma in words("telling", "urging"):
            yield from tree.below(verb, "iobj", "obj")
            yield from (
                w
                for w in tree.below(verb, "nsubj")
                if w > verb and tree.below(verb, "nsubj")[0] < verb
            )
        if _calls_on(tree, verb):
            yield from (w for w in tree.below(verb, "obl") if _case(tree, w) in _CALLED)
        if lemma in words("to"):
            yield from (w for w in tree.below(verb, "obl") if _case(tree, w) == "to")
        yield from _through(tree, verb)


def _through(tree: Tree, verb: int) -> Iterator[int]:
    """'in an interview with the daily', 'in a letter to the council'."""
    for talk in tree.below(verb, "obl", "obj", "nmod"):
        if tree.sentence.lemmas[talk] in _TALKS and not tree.quoted(talk):
            yield from (
                w for w in tree.below(talk, "nmod", "obl") if _case(tree, w) in _PREPOSITIONS
            )


def _calls_on(tree: Tree, verb: int) -> bool:
    """'Called on X to': the infinitive tells it from 'called on Tuesday'."""
    calls = tree.sentence.lemmas[verb] in ("call", "appeal")
    return calls and bool(tree.below(verb, "xcomp", "advcl", "ccomp"))


def _case(tree: Tree, word: int) -> str:
    cases = tree.below(word, "case")
    return tree.sentence.words[cases[0]].lower() if cases else ""


def _can_hear(tree: Tree, word: int, cue: Piece) -> bool:
    sentence = tree.sentence
    if (tree.quoted(word) and not tree.quoted(cue.head)) or sentence.rels[word] == "obl:unmarked":
        return False
    if sentence.upos[word] == "PRON":
        return sentence.words[word].lower() in _PERSONAL
    if sentence.upos[word] == "PROPN":
        return True
    verb = sentence.heads[word]
    asked = sentence.rels[word] in ("obj", "iobj", "nsubj") and bool(
        tree.below(verb, "ccomp", "xcomp", "advcl")
    )
    clause = asked or _calls_on(tree, verb)
    return sentence.upos[word] == "NOUN" and (
        clause or sentence.lemmas[word] in words("hearers", "people")
    )


def _inside_source(group: Group, word: int) -> bool:
    return group.source is not None and group.source.covers(word)


def _before_content(group: Group, word: int, end: int) -> int:
    """The addressee stops where a content begins behind it."""
    starts = [c.start for c in group.contents if word < c.start < end]
    return min(starts, default=end)
