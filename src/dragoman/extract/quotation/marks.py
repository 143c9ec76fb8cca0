"""Quotation marks: tidy ends of a passage, and whether it is quoted directly.

Works on words of one sentence. Double marks follow `dragoman.text.quotes`; single ones are told
from apostrophes by the white space around them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.extract.quotation.tree import MARKS, Tree
from dragoman.types import QuotationKind

SINGLE: Final = frozenset("'‘’")
_EDGES: Final = frozenset({",", ";", ":", "--", "-", "–", "—", "…", "..."})
_LEADING: Final = _EDGES | {".", "!", "?", ")", "]"}
_TRAILING: Final = _EDGES | {"(", "["}
_FUNCTION: Final = ("ADP", "DET", "CCONJ")
_CREDIT: Final = 8  # words of a dateline with its credit
_LEAST: Final = 3  # words that stay when those of no meaning at the end go


def tidy(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that belong to a content, leave out commas and stops that do not."""
    start, end = _trim(tree, _behind_credit(tree, start, end), end)
    if start > 0 and _opens(tree, start - 1):
        start -= 1
    if end < len(tree) and _closes(tree, start, end):
        end += 1
    elif end - start > 1 and tree.sentence.words[end - 1] == "." and not tree.quoted(end - 1):
        end -= 1
    return start, end


def _behind_credit(tree: Tree, start: int, end: int) -> int:
    """Where a content begins that took in a credit: 'CITY (AGENCY) The ...'."""
    words = tree.sentence.words
    for word in range(1, min(_CREDIT, end - 1) if start == 0 else 0):
        if words[word + 1] == ")" and words[word].isupper() and len(words[word]) > 1:
            return word + 2
    return start


def _trim(tree: Tree, start: int, end: int) -> tuple[int, int]:
    words = tree.sentence.words
    while end - start > 1 and words[start] in _LEADING:
        start += 1
    while end - start > 1 and words[end - 1] in _TRAILING and not _marked(words, end):
        end -= 1
    while end - start > _LEAST and _dangles(tree, end - 1):
        end -= 1
    return start, end


def _marked(words: tuple[str, ...], end: int) -> bool:
    return end < len(words) and words[end] in MARKS | SINGLE


def _dangles(tree: Tree, word: int) -> bool:
    """A last word that only leads to what is no longer there: 'during a'."""
    return (
        tree.sentence.upos[word] in _FUNCTION
        and tree.sentence.heads[word] > word
        and not tree.quoted(word)
    )


def _opens(tree: Tree, word: int) -> bool:
    return tree.opens(word) or tree.sentence.words[word] == "‘"


def _closes(tree: Tree, start: int, end: int) -> bool:
    """Whether the mark behind a content closes a quotation that the content holds."""
    words = tree.sentence.words
    if words[end] in MARKS:
        return tree.quoted(end - 1)
    return words[end] in SINGLE and any(word in SINGLE for word in words[start:end])


def kind(parts: Iterable[tuple[Tree, int, int]]) -> QuotationKind:
    """Direct where every word is quoted, indirect where none is, else mixed."""
    quoted = plain = 0
    for tree, start, end in parts:
        single = _in_single_marks(tree, start, end)
        for word in range(start, end):
            if tree.sentence.upos[word] == "PUNCT":
                continue
            if tree.quoted(word) or single[word - start]:
                quoted += 1
            else:
                plain += 1
    if not quoted:
        return "indirect"
    return "mixed" if plain else "direct"


def _in_single_marks(tree: Tree, start: int, end: int) -> list[bool]:
    """For every word of a stretch, whether it stands between single marks."""
    words, spans = tree.sentence.words, tree.sentence.sentence.tokens
    flags, inside = [False] * (end - start), False
    if SINGLE.isdisjoint(words[start:end]):
        return flags
    for word in range(start, end):
        if words[word] in SINGLE:
            tight_before = word > 0 and spans[word - 1].end == spans[word].start
            tight_after = word + 1 < len(words) and spans[word].end == spans[word + 1].start
            if not inside:
                inside = tight_after and (not tight_before or words[word] == "‘")
            else:
                inside = not tight_before
        flags[word - start] = inside
    return flags
