"""Linkers of pairs: who has keys in common is compared; what is said of a pair stands under both ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush, nsmallest
from itertools import islice
from typing import TypeAlias

from dragoman.linking import Edge, PairLinker, ends
from dragoman.second_pass.steps import AT_ONCE, hear_of_edges, in_batches
from dragoman.store import Store
from dragoman.store import pairs as tables
from dragoman.store.pairs import Partner
from dragoman.types import Analysis, Derivation, Linked, Nearness

KEPT = 1000
"""Analyses kept in memory while pairs are compared: an article is compared with several others."""

WAITING = 20_000
"""Partners of compared articles that may wait to be next; of more the lesser half is let go."""

Pair: TypeAlias = tuple[str, str]
Said: TypeAlias = Mapping[Pair, frozenset[Edge]]


def link_pairs(store: Store, linker: PairLinker) -> None:
    """Compares every pair that is new or that has come to share enough keys, or no longer does.

    First it is settled who stands at the keys that changed; then fresh articles are compared with all
    that are not fresh (any more), so that of two fresh ones the later compares both; then the pairs of
    others that this concerns.
    """
    store.take_up(linker.name, 2)
    in_batches(store, store.dirty(linker.name), partial(_settle, store, linker))
    kept = _Kept(store, linker)
    in_batches(store, _walked(store, linker), partial(_link_fresh, store, linker, kept))
    while waiting := store.ask(lambda c: tables.waiting(c, linker.name, AT_ONCE)):
        with store.transaction():
            for pair, more in waiting:
                _link_pair(store, linker, kept, pair, more=more)
            done = [pair for pair, _ in waiting]
            store.change(lambda c, done=done: tables.compared(c, linker.name, done))  # type: ignore[misc]


def _settle(store: Store, linker: PairLinker, key: str) -> None:
    store.change(lambda c: tables.settle(c, linker.name, key, linker.same, linker.most))


def _walked(store: Store, linker: PairLinker) -> Iterator[tuple[str, Sequence[Partner]]]:
    """The fresh articles with their partners, each after the one with which it has most in common as far as
    that can be: what it is compared with was read lately, however large the record."""
    waiting: list[tuple[int, str]] = []
    seen: set[str] = set()
    for first in store.ask(lambda connection: tables.fresh(connection, linker.name)):
        heappush(waiting, (0, first))
        while waiting:
            _, article = heappop(waiting)
            if article not in seen:
                seen.add(article)
                found = _partners(store, linker, article)
                yield article, found
                for partner in found:
                    if partner.fresh and partner.article not in seen:
                        heappush(waiting, (-partner.keys, partner.article))
                if len(waiting) > WAITING:
                    waiting = nsmallest(WAITING // 2, waiting)


def _partners(store: Store, linker: PairLinker, article: str) -> list[Partner]:
    return store.ask(lambda c: tables.partners(c, linker.name, article, linker.least))


class _Kept:
    """Analyses with what a linker needs: the last ones kept."""

    def __init__(self, store: Store, linker: PairLinker) -> None:
        self._store, self._needs = store, linker.needs
        self._analyses: dict[str, Analysis] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Analysis]:
        """The analyses of these articles."""
        kept = self._analyses
        found = {id_: kept.pop(id_) for id_ in ids if id_ in kept}
        missing = [id_ for id_ in ids if id_ not in found]
        if missing:
            every = self._store.analyses(missing, layers=self._needs, linked=False)
            found.update((analysis.article.id, analysis) for analysis in every)
        kept.update(found)
        for id_ in list(islice(kept, max(0, len(kept) - KEPT))):
            del kept[id_]
        return found


def _link_fresh(
    store: Store, linker: PairLinker, kept: _Kept, found: tuple[str, Sequence[Partner]]
) -> None:
    """Compares an article with those of its partners that are not fresh, in place of all that was said of it."""
    article, partners = found
    others = [partner.article for partner in partners if not partner.fresh]
    after: dict[Pair, frozenset[Edge]] = {}
    of = kept.of([*others, article]) if others else {}
    for other in others:
        pair = (min(article, other), max(article, other))
        if said := _compared(linker, of, pair):
            after[pair] = said
    _replace(store, linker, _said_of(store, linker, article), after, article)
    store.change(lambda c: tables.done(c, linker.name, article))


def _link_pair(store: Store, linker: PairLinker, kept: _Kept, pair: Pair, *, more: bool) -> None:
    """Compares two articles that have come to stand together at enough keys; takes back what was said of
    two that no longer do. Two that have fewer keys in common, and still enough, were compared before."""
    before = {pair: said} if (said := _said_of_pair(store, linker, pair)) else {}
    after = before
    if before or more:
        if not store.ask(lambda c: tables.together(c, linker.name, pair, linker.least)):
            after = {}
        elif not before:
            after = {pair: _compared(linker, kept.of(pair), pair)}
    if after is not before:
        _replace(store, linker, before, after, pair[0])


def _said_of_pair(store: Store, linker: PairLinker, pair: Pair) -> frozenset[Edge]:
    """What the linker says of a pair."""
    if linker.gives is Nearness:
        return frozenset(store.ask(lambda c: tables.near_pair(c, pair)))
    return frozenset(store.said(linker.name, " ".join(pair), Derivation))


def _compared(linker: PairLinker, of: Mapping[str, Analysis], pair: Pair) -> frozenset[Edge]:
    linked = linker.compare(of[pair[0]], of[pair[1]])
    return frozenset(fact for fact in linked.facts if isinstance(fact, Edge))


def _said_of(store: Store, linker: PairLinker, article: str) -> Said:
    """What the linker says of an article and others."""
    found: defaultdict[Pair, set[Edge]] = defaultdict(set)
    if linker.gives is Nearness:
        edges: Iterable[Edge] = store.edges(Nearness, article)
    else:
        keys = store.keys_about(linker.name, Derivation, article)
        edges = (edge for key in keys for edge in store.said(linker.name, key, Derivation))
    for edge in edges:
        found[_pair(edge)].add(edge)
    return {pair: frozenset(said) for pair, said in found.items()}


def _pair(edge: Edge) -> Pair:
    one, other = sorted(ends(edge))
    return one, other


def _replace(store: Store, linker: PairLinker, before: Said, after: Said, article: str) -> None:
    """Stores what is new; where anything is, who follows takes up the article."""
    pairs = [p for p in {**before, **after} if before.get(p) != (after.get(p) or None)]
    changed = {pair: after.get(pair, frozenset()) for pair in pairs}
    if linker.gives is Nearness:
        _put_near(store, changed)
    else:
        for pair, said in changed.items():
            facts = tuple(edge for edge in said if isinstance(edge, Derivation))
            store.put_linked(linker.name, " ".join(pair), Linked(facts=facts))
    hear_of_edges(store, linker, [article] if changed else [])


def _put_near(store: Store, changed: Said) -> None:
    facts = [edge for said in changed.values() for edge in said if isinstance(edge, Nearness)]
    store.change(lambda c: tables.clear_near(c, changed))
    store.change(lambda c: tables.put_near(c, facts))
