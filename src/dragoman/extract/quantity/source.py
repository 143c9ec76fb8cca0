"""Who reported a number: the source exactly as the text words it.

First the article's quotations: the innermost whose content holds the number. Where none does, the
tree: 'according to X', and X as the subject of a verb of saying or finding above the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.extract.quantity.context import phrase
from dragoman.extract.quantity.counted import Counted
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.tree import Tree
from dragoman.types import EntityMention, EntityPassage, Quotation, Span

_SAID_RELS: Final = ("ccomp", "parataxis", "xcomp", "obj", "advcl", "obl")
_BY: Final = frozenset([("according", "to"), ("as", "per")])
_FOUND: Final = frozenset(
    [
        "report",
        "estimate",
        "claim",
        "cite",
        "count",
        "reveal",
        "disclose",
        "confirm",
    ]
)


def reported_by(
    tree: Tree,
    found: Counted,
    span: Span,
    quotations: Sequence[Quotation],
    mentions: Sequence[EntityMention],
    text: str,
    anchor: int | None = None,
) -> EntityPassage | None:
    """The source of the number, with its entity where one is known.

    `anchor` is the word of the frame of the harmed or held: 'claimed' in 'claimed 10 lives' is no
    cue, and an aside (', which killed 12,') is the article's own word, not that of whom it reports.
    """
    if (beside := _beside(tree, found)) is not None:
        return _passage(beside, mentions, text)
    frame = None if anchor is None else tree.span(anchor, anchor)
    aside = None if anchor is None else _aside(tree, found)
    quoted = _quoted(span, [q for q in quotations if not (q.cue and q.cue.span == frame)], aside)
    if quoted is not None:
        return quoted if quoted.entity else _passage(_trimmed(quoted), mentions, text)
    source = next(_said(tree, found, anchor), None)
    if source is None and aside is None:
        source = _according(tree, found) or _afterthought(tree, found)
    return None if source is None else _passage(source, mentions, text)


def _aside(tree: Tree, found: Counted) -> int | None:
    """Where a clause with ', which' or ', who' begins that holds the count, outside quotation marks."""
    for word in tree.above(found.node):
        if tree.rels[word] != "acl:relcl" or tree.sentence.sentence.quoted[word]:
            continue
        first = tree.subtree(word)[0]
        opened = tree.lower[first] == "," or (first > 0 and tree.lower[first - 1] == ",")
        first += tree.lower[first] == ","
        if opened and tree.lower[first] in ("which", "who"):
            return tree.span(first, first).start
    return None


def _quoted(span: Span, quotations: Sequence[Quotation], aside: int | None) -> EntityPassage | None:
    """The speaker of the innermost quotation that holds a span, and of an aside all of it."""
    holding = [
        (sum(p.span.end - p.span.start for p in quotation.content), quotation.speaker)
        for quotation in quotations
        if quotation.speaker
        and any(c.isalpha() for c in quotation.speaker.text)
        and not (quotation.cue and _acts(quotation.cue.text))
        and any(
            p.span.start < span.end and span.start < p.span.end
            for p in quotation.content
            if aside is None or p.span.start >= aside
        )
    ]
    return min(holding, key=lambda pair: pair[0])[1] if holding else None


def _trimmed(source: EntityPassage) -> Span:
    """Without the relative pronoun that opens what is said of it."""
    words = source.text.rsplit(maxsplit=1)
    if len(words) < 2 or words[1] not in ("which", "who"):
        return source.span
    return Span(source.span.start, source.span.start + len(words[0].rstrip(",")))


def _acts(cue: str) -> bool:
    """Whether a cue does something with words and vouches for nothing: 'apologised', 'ordered'."""
    return any(word.startswith(lexicon().acts) for word in cue.lower().split())


def _said(tree: Tree, found: Counted, anchor: int | None) -> Iterator[Span]:
    """Subjects of verbs of saying above the number, the innermost first."""
    below = found.node
    for word in tree.above(found.node):
        said = (
            word not in (below, anchor)
            and tree.lemmas[word] in lexicon().speech
            and _holds(tree, word, below)
        )
        if said and (source := _speaker(tree, word)) is not None:
            yield phrase(tree, source)
        if (
            anchor is not None
            and tree.rels[word] == "acl:relcl"
            and _aside(tree, found) is not None
        ):
            return
        below = word


def _holds(tree: Tree, verb: int, below: int) -> bool:
    """Whether what is below a verb of saying is what is said."""
    if tree.upos[verb] != "VERB" or not tree.is_rel(below, *_SAID_RELS):
        return False
    if tree.is_rel(below, "obl"):
        return tree.lemmas[verb] in ("put", "place", "estimate") and tree.case(below) == "at"
    return (
        tree.lemmas[verb] in _FOUND
        if tree.is_rel(below, "obj")
        else not tree.is_rel(below, "advcl")
    )


def _speaker(tree: Tree, verb: int) -> int | None:
    """The verb's subject; without one, the noun it describes or the subject of the verb above."""
    for child in tree.below(verb, "nsubj"):
        if tree.lower[child] in ("that", "which", "who"):
            return tree.heads[verb] if tree.is_rel(verb, "acl") else None
        return child if tree.rels[child] == "nsubj" and tree.lower[child] != "it" else None
    head = tree.heads[verb]
    if head < 0:
        return None
    if tree.is_rel(verb, "acl") and tree.upos[head] in ("NOUN", "PROPN"):
        return head
    if tree.is_rel(verb, "advcl", "conj", "xcomp"):
        return next((c for c in tree.below(head, "nsubj") if tree.rels[c] == "nsubj"), None)
    return None


def _beside(tree: Tree, found: Counted) -> Span | None:
    """'50,000 according to X, 200,000 according to Y': each its own."""
    i = found.last + 1
    if tree.lower[i : i + 2] == ("according", "to") and tree.heads[i] > i + 1:
        return phrase(tree, tree.heads[i])
    return None


def _according(tree: Tree, found: Counted) -> Span | None:
    """'according to X', hanging on a word above the number."""
    above = set(tree.above(found.node))
    for i, word in enumerate(tree.lower):
        if i + 2 >= len(tree) or (word, tree.lower[i + 1]) not in _BY:
            continue
        source = tree.heads[i] if tree.heads[i] > i + 1 else tree.heads[i + 1]
        if source > i and (tree.heads[source] in above or tree.heads[source] < 0):
            return phrase(tree, source)
    return None


def _afterthought(tree: Tree, found: Counted) -> Span | None:
    """'..., X said' behind the number, wherever the tree has hung it."""
    for verb in range(found.tokens[-1] + 2, len(tree)):
        if tree.upos[verb] != "VERB" or tree.lemmas[verb] not in lexicon().speech:
            continue
        subject = next((c for c in tree.below(verb, "nsubj") if c < verb), None)
        if subject is None or tree.below(verb, "ccomp", "obj", "xcomp"):
            continue
        first = tree.subtree(subject)[0]
        if first > found.tokens[-1] and "," in (tree.lower[first], tree.lower[first - 1]):
            return phrase(tree, subject)
    return None


def _passage(span: Span, mentions: Sequence[EntityMention], text: str) -> EntityPassage:
    return EntityPassage(
        text=text[span.start : span.end], span=span, entity=_entity(span, mentions)
    )


def _entity(span: Span, mentions: Sequence[EntityMention]) -> str | None:
    """The entity of the mention that covers most of the source, and at least half of it."""
    best, best_size = None, (span.end - span.start) / 2
    for mention in mentions:
        size = min(span.end, mention.span.end) - max(span.start, mention.span.start)
        if size >= best_size:
            best, best_size = mention.entity, size
    return best
