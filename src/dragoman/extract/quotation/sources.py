"""The source as a passage: its tidy span, its entity, and whether the text leaves it unnamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dragoman.encoder import Name
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree
from dragoman.types import EntityMention, Span

_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
_EDGE: Final = (
    frozenset({",", ";", ":", "-", "--", "–", "—", ".", "by", "By", "to", "from"}) | MARKS
)
_NAMING: Final = frozenset({"call", "identify", "name"})
_ANONYMITY: Final = frozenset({"anonymity", "anonymously"})


class Mentions:
    """The entity mentions of an article, to be asked by offset."""

    def __init__(self, mentions: Sequence[EntityMention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self._longest = max((m.span.end - m.span.start for m in mentions), default=0)
        self._named = _by_last_word(mentions)

    def at(self, span: Span) -> str | None:
        """The entity of the shortest mention that holds the span's first character, or None."""
        low = bisect_left(self._starts, span.start - self._longest)
        high = bisect_left(self._starts, span.end)
        over = [
            m
            for m in self._mentions[low:high]
            if m.span.start < span.end and span.start < m.span.end
        ]
        return min(over, key=lambda m: m.span.end - m.span.start).entity if over else None

    def named(self, word: str) -> str | None:
        """The one entity of the article with a name that ends in this word, or None."""
        found = self._named.get(word.casefold(), set())
        return next(iter(found)) if len(found) == 1 else None


def _by_last_word(mentions: Sequence[EntityMention]) -> dict[str, set[str]]:
    """Entities by the last word of the names that they go by in the article."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        last = mention.text.split()[-1]
        if last[0].isupper() and mention.text[0].isupper():
            found.setdefault(last.casefold(), set()).add(mention.entity)
    return found


def tidy_source(tree: Tree, source: Piece) -> tuple[int, int]:
    """A source without commas, marks and prepositions at its edges."""
    start, end = source.start, source.end
    while end - start > 1 and _hangs(tree, end - 1):
        end -= 1
    while end - start > 1 and tree.sentence.words[start] in _EDGE:
        start += 1
    return start, end


def _hangs(tree: Tree, word: int) -> bool:
    """A last word that belongs to what follows: a comma, 'who', or the 'on' of 'at its office on'."""
    if tree.sentence.words[word] in _EDGE | _RELATIVE:
        return True
    return tree.sentence.upos[word] in ("ADP", "CCONJ") and tree.sentence.rels[word] in (
        "case",
        "cc",
    )


def speaker_of(tree: Tree, source: Piece, mentions: Mentions) -> str | None:
    """The entity that a source stands for; None where it joins several ('the mayor and the vicar')."""
    found = entity_of(tree, source.head, mentions)
    joined = [word for word in tree.below(source.head, "conj") if source.covers(word)]
    if any(entity_of(tree, word, mentions) != found for word in joined):
        return None
    if found is None:
        beside = (w for w in _beside(tree, source.head) if source.covers(w))
        found = next((e for w in beside if (e := entity_of(tree, w, mentions)) is not None), None)
    if found is None and not joined and (name := _titled(tree, source)) is not None:
        found = mentions.at(tree.span(name, name + 1))
    return found


def _titled(tree: Tree, source: Piece) -> int | None:
    """The last word of the one person's name of a source that is not the head of its phrase.

    'College dean Ada Holm', 'Ada Holm, author of ...': it ends the source or a comma follows.
    """
    inside = [
        name
        for name in tree.sentence.names
        if name.type == "PER" and source.start <= name.start_token and name.end_token <= source.end
    ]
    if len(inside) != 1:
        return None
    start, end = inside[0].start_token, inside[0].end_token
    ends = end == source.end or tree.sentence.words[end] == ","
    return end - 1 if ends and not _hangs_on(tree, source, start) else None


def _hangs_on(tree: Tree, source: Piece, name: int) -> bool:
    """Whether a name belongs to another noun of the source: 'a study by Holm', 'advisers to Mr Holm'.

    Not so in 'one of the lawyers, Ada Holm' and 'director of the Space Agency Ada Holm'.
    """
    sentence = tree.sentence
    before = [w for w in range(source.start, name) if sentence.upos[w] in ("ADP", "VERB")]
    if not before or sentence.words[name - 1] == "," or sentence.lemmas[name - 1] in _NAMING:
        return False
    return not any(n.end_token == name and n.start_token > before[-1] for n in sentence.names)


def _beside(tree: Tree, word: int) -> list[int]:
    """Names of the same one: an apposition; of a speech or a paper, whose it is ('her speech')."""
    own = tree.below(word, "appos", "flat")
    if tree.sentence.lemmas[word] in words("settings", "documents"):
        own += [w for w in tree.children[word] if tree.sentence.rels[w] == "nmod:poss"]
    return own


def entity_of(tree: Tree, word: int, mentions: Mentions) -> str | None:
    """The entity that a noun or pronoun stands for; of 'who', the noun that it refers to."""
    if tree.sentence.words[word].lower() in _RELATIVE:
        verb = next((up for up in tree.up(word) if tree.sentence.rels[up] == "acl:relcl"), None)
        if verb is None:
            return None
        word = tree.sentence.heads[verb]
    found = mentions.at(tree.span(word, word + 1))
    if found is None and tree.sentence.upos[word] == "PROPN":
        found = mentions.named(tree.sentence.words[word])
    return found


def is_unnamed(tree: Tree, source: Piece, cue: Piece | None) -> bool:
    """Whether a source is people that the text does not name, or that asked not to be named."""
    sentence = tree.sentence
    if any(_names(name, source) for name in sentence.names):
        return False
    inside = {sentence.words[word].lower() for word in range(source.start, source.end)}
    if not inside.isdisjoint(words("unnamed")):
        return True
    head = sentence.upos[source.head] == "NOUN" and sentence.lemmas[source.head] in words("people")
    return head or (cue is not None and _asked_anonymity(tree))


def _names(name: Name, source: Piece) -> bool:
    """Whether a name is that of a person in the source, or of the whole source ('People for ...')."""
    if name.type == "PER":
        return name.start_token < source.end and source.start < name.end_token
    return (
        name.start_token <= source.head < name.end_token and name.end_token - name.start_token > 1
    )


def _asked_anonymity(tree: Tree) -> bool:
    return any(word.lower() in _ANONYMITY for word in tree.sentence.words)
