"""Around a count: its cause or agent, its place, and the date it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from dragoman.extract.quantity.counted import Counted
from dragoman.extract.quantity.frames import Measured
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.nouns import TOLLS
from dragoman.extract.quantity.tree import Tree
from dragoman.types import PlacePassage, Span, Timex, Toponym, When

_IN: Final = frozenset(
    ["in", "from", "during", "after", "amid", "under", "when", "following", "by", "since"]
)
_AT: Final = frozenset(
    [
        "in",
        "at",
        "near",
        "across",
        "outside",
        "around",
        "inside",
        "throughout",
        "within",
        "off",
        "on",
        "over",
    ]
)
_VAGUE: Final = ("PAST_REF", "FUTURE_REF")  # 'recent': no date that a count could hold for
_CUT: Final = ("acl", "appos", "parataxis", "punct", "advcl", "cc", "conj", "dep")


def phrase(tree: Tree, head: int) -> Span:
    """A noun phrase without relative clauses and appositions, as an unbroken stretch."""
    keep = {head}
    for child in tree.below(head):
        if (child < head and not tree.is_rel(child, "case", "punct", "cc", "mark", "advmod")) or (
            child > head and not tree.is_rel(child, *_CUT)
        ):
            keep.update(tree.subtree(child))
    first = last = head
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    return tree.span(first, last)


def _with_joined(tree: Tree, head: int) -> Span:
    """The phrase with what is joined to it: 'strikes and the ground campaign'."""
    span = phrase(tree, head)
    for child in tree.below(head, "conj"):
        if tree.upos[child] in ("NOUN", "PROPN") and not tree.below(child, "nummod"):
            span = Span(span.start, max(span.end, phrase(tree, child).end))
    return span


# ---------------------------------------------------------------- cause


def cause(tree: Tree, found: Counted, measured: Measured) -> Span | None:
    """Who or what did it to them, in the article's words; for counts of people harmed or held."""
    if measured.measure not in TOLLS or measured.anchor is None:
        return None
    for word in _governing(tree, found, measured.anchor):
        subject = _subject(tree, word, found)
        named = None if subject is None or tree.upos[subject] == "PRON" else subject
        ways = (
            _agent(tree, word),
            named,
            _circumstance(tree, word),
            subject,
            _happened(tree, word),
        )
        for head in ways:
            if head is not None:
                return _with_joined(tree, head)
    return None


def _happened(tree: Tree, word: int) -> int | None:
    """'when a bomb exploded': a happening as the subject of the clause of time."""
    for clause in tree.below(word, "advcl"):
        for child in tree.below(clause, "nsubj"):
            if tree.lemmas[child] in lexicon().happenings:
                return child
    return None


def _governing(tree: Tree, found: Counted, anchor: int) -> Iterable[int]:
    """The frame's word, then what it and the count stand under, at most four."""
    chain = [anchor, found.node]
    if found.noun is not None:
        chain.append(found.noun)
    for below, word in pairwise(list(tree.above(anchor))[:4]):
        if tree.rels[below] == "acl:relcl" and below not in (found.node, found.noun):
            break
        if tree.is_rel(below, "parataxis"):
            break
        chain.append(word)
        if tree.upos[word] == "VERB" and tree.lemmas[word] not in lexicon().causing:
            break
    return dict.fromkeys(chain)


def _agent(tree: Tree, word: int) -> int | None:
    """'by' of a passive."""
    for child in tree.below(word, "obl"):
        if tree.case(child) == "by" and tree.upos[child] in ("NOUN", "PROPN", "PRON"):
            return child
    return None


def _subject(tree: Tree, word: int, found: Counted) -> int | None:
    """The subject of 'killed 12', 'left 12 dead', 'resulted in the deaths of 12'."""
    counted_itself = word in (found.node, found.noun)
    if counted_itself or tree.upos[word] != "VERB" or tree.lemmas[word] not in lexicon().causing:
        return None
    for child in tree.below(word, "nsubj", "csubj"):
        within = found.tokens[0] < word and found.tokens[0] in tree.subtree(child)
        if tree.rels[child] not in ("nsubj", "csubj") or within:
            continue
        if tree.lower[child] in ("which", "that", "who"):
            return _antecedent(tree, word)
        seen = tree.lemmas[word] == "see" and tree.lemmas[child] not in lexicon().happenings
        return None if seen else child
    if tree.below(word, "nsubj") or tree.heads[word] < 0:
        return None
    if tree.is_rel(word, "acl"):
        own = tree.heads[word] in (found.node, found.noun) or tree.below(word, "mark", "case")
        return None if own else tree.heads[word]
    if tree.is_rel(word, "advcl"):
        return _resulting(tree, tree.heads[word])
    return _shared(tree, word) if tree.is_rel(word, "conj", "xcomp") else None


def _shared(tree: Tree, word: int) -> int | None:
    """The subject that a verb shares with the one above: 'burned 12 and killed 40'."""
    for above in list(tree.above(word))[1:4]:
        for child in tree.below(above, "nsubj"):
            if tree.rels[child] == "nsubj" and tree.lower[child] not in ("which", "that", "who"):
                return child
            return None
        if not tree.is_rel(above, "conj", "xcomp"):
            break
    return None


def _antecedent(tree: Tree, word: int) -> int | None:
    """What a relative clause describes: 'the raids that officials say killed 12'."""
    clause = next((w for w in list(tree.above(word))[:4] if tree.is_rel(w, "acl")), None)
    return None if clause is None else tree.heads[clause]


def _resulting(tree: Tree, verb: int) -> int | None:
    """The happening in 'carried out a raid, killing 12', else who did it."""
    for child in tree.below(verb, "obj", "nsubj"):
        if tree.lemmas[child] in lexicon().happenings:
            return child
    subject = next((c for c in tree.below(verb, "nsubj") if tree.rels[c] == "nsubj"), None)
    if subject is not None and tree.lower[subject] in ("which", "that", "who"):
        return _antecedent(tree, verb)
    return subject


def _circumstance(tree: Tree, word: int) -> int | None:
    """'in Israeli strikes', 'from the explosion': a happening with its preposition."""
    for child in tree.below(word, "obl", "nmod"):
        known = (
            tree.lemmas[child] in lexicon().happenings or tree.lower[child] in lexicon().happenings
        )
        if known and (tree.case(child) in _IN or tree.case(child) == ""):
            return child
    return None


# ---------------------------------------------------------------- place


def place(
    tree: Tree, found: Counted, toponyms: Sequence[Toponym], text: str
) -> PlacePassage | None:
    """The nearest place of the same clause that stands behind 'in', 'near' and the like."""
    clause = set(tree.subtree(tree.clause(found.node)))
    best: tuple[int, PlacePassage] | None = None
    for head, passage in _places(tree, toponyms, text):
        if head in clause and _located(tree, head):
            distance = abs(head - found.node)
            if best is None or distance < best[0]:
                best = distance, passage
    return best[1] if best else None


def _places(
    tree: Tree, toponyms: Sequence[Toponym], text: str
) -> Iterable[tuple[int, PlacePassage]]:
    start, end = tree.span(0, len(tree) - 1)
    inside = [t for t in toponyms if start <= t.span.start < end]
    for toponym in inside:
        tokens = tree.tokens(toponym.span)
        yield (
            _head(tree, tokens),
            PlacePassage(text=toponym.text, span=toponym.span, toponym=toponym.id),
        )
    if toponyms:
        return
    for name in tree.sentence.names:
        if name.type == "LOC":
            span = tree.span(name.start_token, name.end_token - 1)
            yield (
                _head(tree, range(name.start_token, name.end_token)),
                PlacePassage(text=text[span.start : span.end], span=span),
            )


def _head(tree: Tree, tokens: range) -> int:
    return next((t for t in tokens if tree.heads[t] not in tokens), tokens[0])


def _located(tree: Tree, head: int) -> bool:
    """Whether a place, or the phrase it stands in, has a preposition of place."""
    for word in list(tree.above(head))[:4]:
        if tree.upos[word] not in ("PROPN", "NOUN"):
            return False
        if tree.case(word):
            return tree.case(word) in _AT
    return False


# ---------------------------------------------------------------- as of


def as_of(tree: Tree, found: Counted, timexes: Sequence[Timex]) -> When | None:
    """The nearest date or time of the count's own clause."""
    verb = tree.clause(found.node)
    best: tuple[bool, int, Timex] | None = None
    start, end = tree.span(0, len(tree) - 1)
    for timex in timexes:
        if timex.type not in ("DATE", "TIME") or not start <= timex.span.start < end:
            continue
        if timex.value in _VAGUE:
            continue
        head = _head(tree, tree.tokens(timex.span))
        clause = head if head == verb else tree.clause(head)
        under = clause != verb
        if under and not (tree.heads[clause] == verb and tree.is_rel(clause, "advcl")):
            continue
        candidate = under, abs(head - found.node), timex
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    if best is None:
        return None
    timex = best[2]
    return When(value=timex.value, from_=timex.from_, to=timex.to, span=timex.span)
