"""Linkers of pairs: who has keys in common is compared; what is said of a pair stands under both ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from typing import TypeAlias

from dragoman.linking import Edge, PairLinker, ends
from dragoman.second_pass.steps import AT_ONCE, hear_of_edges, in_batches
from dragoman.store import Store
from dragoman.store import pairs as tables
from dragoman.types import Analysis, Derivation, Linked, Nearness

KEPT = 1500
"""Analyses kept in memory while pairs are compared: an article is compared with several others."""

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
    fresh = store.ask(lambda connection: tables.fresh(connection, linker.name))
    in_batches(store, fresh, partial(_link_fresh, store, linker, kept))
    while waiting := store.ask(lambda c: tables.waiting(c, linker.name, AT_ONCE)):
        in_batches(store, waiting, partial(_link_pair, store, linker, kept))


def _settle(store: Store, linker: PairLinker, key: str) -> None:
    store.change(lambda c: tables.settle(c, linker.name, key, linker.same, linker.most))


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


def _link_fresh(store: Store, linker: PairLinker, kept: _Kept, article: str) -> None:
    """Compares an article with those that share its keys, in place of all that was said of it."""
    others = store.ask(lambda c: tables.partners(c, linker.name, article, linker.least))
    after: dict[Pair, frozenset[Edge]] = {}
    of = kept.of([*others, article]) if others else {}
    for other in others:
        pair = (min(article, other), max(article, other))
        if said := _compared(linker, of, pair):
            after[pair] = said
    _replace(store, linker, _said_of(store, linker, article), after, article)
    store.change(lambda c: tables.done(c, linker.name, article))


def _link_pair(store: Store, linker: PairLinker, kept: _Kept, waiting: tuple[Pair, bool]) -> None:
    """Compares two articles that have come to stand together at enough keys; takes back what was said of
    two that no longer do. Two that have fewer keys in common, and still enough, were compared before."""
    pair, more = waiting
    before = {pair: said} if (said := _said_of_pair(store, linker, pair)) else {}
    after = before
    if before or more:
        if not store.ask(lambda c: tables.together(c, linker.name, pair, linker.least)):
            after = {}
        elif not before:
            after = {pair: _compared(linker, kept.of(pair), pair)}
    _replace(store, linker, before, after, pair[0])
    store.change(lambda c: tables.compared(c, linker.name, pair))


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
    changed = [p for p in {**before, **after} if before.get(p) != (after.get(p) or None)]
    for pair in changed:
        _put(store, linker, pair, after.get(pair, frozenset()))
    hear_of_edges(store, linker, [article] if changed else [])


def _put(store: Store, linker: PairLinker, pair: Pair, said: frozenset[Edge]) -> None:
    if linker.gives is Nearness:
        store.change(lambda c: tables.clear_near(c, pair))
        for edge in said:
            if isinstance(edge, Nearness):
                store.change(lambda c, fact=edge: tables.put_near(c, fact))  # type: ignore[misc]
    else:
        facts = tuple(edge for edge in said if isinstance(edge, Derivation))
        store.put_linked(linker.name, " ".join(pair), Linked(facts=facts))
