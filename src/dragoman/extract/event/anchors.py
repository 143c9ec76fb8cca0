"""Joins an event to the article's other facts: entities, time expressions, places, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from dragoman.extract.event.tree import HYPHENS, Tree
from dragoman.extract.event.words import RELATIVE, TIMES, state_words
from dragoman.resources import load_json
from dragoman.types import (
    Analysis,
    EntityMention,
    EntityPassage,
    PlacePassage,
    Span,
    Timex,
    Toponym,
    When,
)

OPENS: Final = re.compile(r"signal (since|after)\b")
"""In the note of a time expression: the words before it make it the beginning of an interval."""
HIGHEST: Final = 2
"""So many steps above an event may the word stand whose time is also the event's."""
CLAUSES: Final = frozenset({"ccomp", "acl", "parataxis", "csubj", "appos"})
"""Relations of what may have another time than the word it hangs from."""
LEARNED: Final = frozenset(
    {"learn", "discover", "hear", "show", "investigate", "probe", "examine", "publish"}
)
"""Verbs of learning and showing that the word lists of attribution lack."""
DONE_BY_SAYING: Final = frozenset({"announce", "declare", "order", "proclaim", "decree", "call"})
"""Verbs that do by saying so: 'ordered raids on Monday' dates the raids."""
Fact = TypeVar("Fact", Timex, Toponym, EntityMention)


@dataclass(frozen=True, slots=True)
class Within:
    """Facts of one layer in text order, found by where they stand."""

    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> Within:
        """`spans` in ascending order of start."""
        return cls(tuple([span.start for span in spans]), tuple(spans))

    def inside(self, span: Span) -> range:
        """Indices of the facts that start inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


class Anchors:
    """Looks up the earlier layers of one article."""

    def __init__(self, so_far: Analysis) -> None:
        self.article = so_far.article.id
        self.text = so_far.article.text
        self.published = so_far.article.published
        self.timexes, self._timex_at = _ordered(so_far.timexes)
        self.toponyms, self._toponym_at = _ordered(so_far.toponyms)
        self.mentions, self._mention_at = _ordered(so_far.entity_mentions)
        self.quoted = sorted(
            ((part.span, q) for q in so_far.quotations for part in q.content),
            key=lambda pair: pair[0],
        )

    def party(self, tree: Tree, head: int) -> EntityPassage:
        """The phrase of `head` as worded, with the entity that it names or describes."""
        span = tree.span(*_extent(tree, head))
        return EntityPassage(
            text=self.text[span.start : span.end],
            span=span,
            entity=self._entity(span, tree.span(head, head + 1)),
        )

    def _entity(self, phrase: Span, head: Span) -> str | None:
        """The mention that covers the head and shares most with the phrase."""
        near = Span(max(0, phrase.start - 60), phrase.end)
        found = [self.mentions[i] for i in self._mention_at.inside(near)]
        covering = [m for m in found if m.span.start <= head.start and head.end <= m.span.end]
        best = max(covering, key=lambda m: (_shared(m.span, phrase), -len(m.text)), default=None)
        return best.entity if best else None

    def when(self, tree: Tree, word: int, others: frozenset[int]) -> When | None:
        """The date of the event at `word`: the time expression nearest to it in the tree.

        One that hangs from another event (`others`) is that event's. 'Since October' and 'after the 7th'
        begin an interval that the article's own day ends.
        """
        spans = tree.sentence.sentence.tokens
        whole = Span(spans[0].start, spans[-1].end)
        dated = [self.timexes[i] for i in self._timex_at.inside(whole)]
        dated = [t for t in dated if t.type in ("DATE", "TIME") and (t.from_ or t.value)]
        near = _nearest(tree, word, [t.span for t in dated], others)
        if near is None:
            return None
        timex = dated[near]
        if timex.from_ and OPENS.search(timex.made_by.note or ""):
            return When(from_=timex.from_, to=self._told_by(timex.from_), span=timex.span)
        return When(value=timex.value, from_=timex.from_, to=timex.to, span=timex.span)

    def _told_by(self, first: str) -> str | None:
        """The day of writing, by which an event since `first` was told; None if it isn't known or not later."""
        if self.published is None or self.published.precision == "month":
            return None
        day = self.published.value[:10]
        return day if first[:10] < day else None

    def where(self, tree: Tree, word: int, taken: Sequence[Span]) -> PlacePassage | None:
        """The place of the event at `word`: a place behind 'in', 'at', 'near' below it or its verb."""
        for head in _places(tree, word):
            span = tree.span(*tree.phrase(head))
            for index in self._toponym_at.inside(span):
                place = self.toponyms[index]
                return PlacePassage(text=place.text, span=place.span, toponym=place.id)
        return None

    def on_whose_word(self, trigger: Span) -> str | None:
        """The quotation whose content covers the trigger, the narrowest where they nest."""
        covering: list[tuple[int, str]] = []
        for span, quotation in self.quoted:
            if span.start > trigger.start:
                break
            if trigger.end <= span.end:
                covering.append((span.end - span.start, quotation.id))
        return min(covering)[1] if covering else None


def _ordered(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], Within]:
    ordered = tuple(sorted(facts, key=lambda fact: (fact.span, fact.id)))
    return ordered, Within.of([fact.span for fact in ordered])


def _extent(tree: Tree, head: int) -> tuple[int, int]:
    """The phrase of a party: of 'Norway-Sweden' its own half, of 'so-called rebels' all of it."""
    start, stop = tree.phrase(head)
    if start > 1 and tree.words[start - 1] in HYPHENS and tree.is_joined(start - 2, start):
        start -= 2
    hyphens = [i for i in range(start + 1, stop - 1) if tree.words[i] in HYPHENS]
    for hyphen in hyphens:
        sides = tree.words[hyphen - 1], tree.words[hyphen + 1]
        if set(sides) & state_words() and all(side[0].isupper() for side in sides):
            start, stop = (start, hyphen) if head < hyphen else (hyphen + 1, stop)
    return start, stop


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def _places(tree: Tree, word: int) -> list[int]:
    places = ("in", "at", "near", "outside", "across", "on")
    levels = [word, *[up for up in list(tree.up(word))[:1] if tree.upos[up] == "VERB"]]
    return [found for one in levels for p in places for found in tree.prepositional(one, p)]


def _nearest(tree: Tree, word: int, spans: Sequence[Span], others: frozenset[int]) -> int | None:
    """Index of the span that is nearest in the tree, if no other clause stands between."""
    tokens = tree.sentence.sentence.tokens
    best: tuple[int, int] | None = None
    up = [word, *tree.up(word)]
    depth_of = {one: depth for depth, one in enumerate(up)}
    for index, span in enumerate(spans):
        inside = [
            i
            for i, token in enumerate(tokens)
            if token.start >= span.start and token.end <= span.end
        ]
        if not inside:
            continue
        distance = _distance(tree, inside[-1], depth_of, others)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, index)
    return best[1] if best else None


def _distance(
    tree: Tree, time: int, depth_of: dict[int, int], others: frozenset[int]
) -> int | None:
    """Steps from a time word to the event; None where the time belongs to another clause."""
    down = 0
    word = time
    while word >= 0 and word not in depth_of:
        passed = not down or tree.upos[word] != "VERB" or _describes(tree, word, depth_of)
        if word in others or not passed:
            return None
        if _dates_a_noun(tree, word) and tree.heads[word] not in depth_of:
            return None
        word, down = tree.heads[word], down + 1
        if down > 12:
            return None
    if word < 0 or not _shares(tree, [*depth_of][: depth_of[word]], word, others):
        return None
    return down + 2 * depth_of[word]


def _describes(tree: Tree, verb: int, depth_of: dict[int, int]) -> bool:
    """'The raids that killed two on Monday', 'the raids carried out on Monday': what the event itself did or was."""
    if depth_of.get(tree.heads[verb]) != 0 or tree.rels[verb] != "acl" or "to" in tree.cases(verb):
        return False
    subjects = [tree.lower[c] for c in tree.below(verb, "nsubj")]
    beside = tree.full_rels[verb] == "acl:relcl" and "that" not in subjects
    return not beside and tree.lemmas[verb] not in _told()


def _shares(tree: Tree, below: Sequence[int], dated: int, others: frozenset[int]) -> bool:
    """Whether an event has the day of a word above it; `below`: the event and what stands between them.

    In 'said on Monday that they attacked' and 'learned of the attack on Monday' it is the day of the saying.
    """
    if not below:
        return True
    if len(below) > HIGHEST or any(_has_own_time(tree, word, others) for word in below):
        return False
    if _is_done(tree, below, dated) or (len(below) == 1 and _is_beside(tree, below[0])):
        return True
    above = (*below[1:], dated)
    return not any(tree.upos[word] == "VERB" and tree.lemmas[word] in _told() for word in above)


def _has_own_time(tree: Tree, word: int, others: frozenset[int]) -> bool:
    """A clause but 'the rally at which', 'where they met' and what an event did: 'the raid that killed two'."""
    if tree.full_rels[word] != "acl:relcl":
        return tree.rels[word] in CLAUSES
    placed = any(
        tree.lower[c] in ("where", "when") or (tree.lower[c] == "which" and tree.cases(c))
        for c in tree.children[word]
    )
    did = any(
        tree.full_rels[c] == "nsubj" and tree.lower[c] in RELATIVE for c in tree.children[word]
    )
    return not (placed or (did and tree.heads[word] in others))


def _is_done(tree: Tree, below: Sequence[int], dated: int) -> bool:
    """'Ordered raids on Monday': the day of the saying is that of the deed."""
    nouns = tree.upos[below[0]] == "NOUN" and tree.rels[below[-1]] == "obj"
    joined = all(tree.rels[word] == "conj" for word in below[:-1])
    return nouns and joined and tree.lemmas[dated] in DONE_BY_SAYING


def _is_beside(tree: Tree, event: int) -> bool:
    """'Denied it on Monday and condemned the raid', 'said on Monday, condemning the raid': said the same day."""
    if tree.rels[event] == "conj":
        return tree.lemmas[event] in _told()
    bare = not tree.cases(event) and not tree.below(event, "nsubj")
    return tree.rels[event] == "advcl" and tree.lower[event].endswith("ing") and bare


@cache
def _told() -> frozenset[str]:
    """Verbs of saying, judging and learning: their day is not that of what they speak of."""
    lists = load_json("quotation.json")
    return LEARNED.union(lists["speech"], lists["undergone"])


def _dates_a_noun(tree: Tree, time: int) -> bool:
    """'the October 7 raids': a time before a noun that is no time itself is that noun's."""
    noun = tree.heads[time]
    before = time < noun and tree.rels[time] in ("compound", "nmod", "amod", "nummod")
    dated = tree.lemmas[time] in TIMES and noun >= 0 and tree.lemmas[noun] not in TIMES
    return before and dated and tree.upos[noun] == "NOUN"
