"""The second pass over a store: every linker over the keys whose groups changed since it last did.

What is said of a key is replaced whole, in one transaction with the note that the key is done, so a run
that is stopped leaves the other keys for the next. The result is a function of the articles alone:
neither their order nor how they were batched changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations, islice

from dragoman import pipeline
from dragoman.linking import ComponentLinker, GroupLinker, Linker, Member, PairLinker
from dragoman.store import Store
from dragoman.types import Analysis, Derivation, Linked, Origin

KEYS_AT_ONCE = 500
"""Keys linked in one transaction: a commit costs 5 ms, a small group 0.1 ms."""

MOST_MEMBERS = 1000
"""Articles of a key, copies too, that are read to tell how many texts have it; a key with more is wide."""

KEPT = 512
"""Analyses kept in memory while pairs are compared: an article is compared under several keys."""


def link(store: Store) -> None:
    """Runs every linker of the pipeline, in order."""
    for linker in pipeline.LINKERS:
        if isinstance(linker, PairLinker):
            store.pass_over_alone(linker.name)
            _link_all(store, linker, partial(_note_width, store, linker), done=False)
            _link_all(store, linker, partial(_link_pairs, store, linker, _Analyses(store, linker)))
        elif isinstance(linker, ComponentLinker):
            while store.dirty_count(linker.name):
                _link_all(store, linker, partial(_link_component, store, linker, set()))
        else:
            _link_all(store, linker, partial(_link_group, store, linker))


def _link_all(
    store: Store, linker: Linker, link_key: Callable[[str], None], *, done: bool = True
) -> None:
    """Calls `link_key` with every dirty key; keys that it leaves dirty (not `done`) come once."""
    dirty = iter(list(store.dirty(linker.name))) if not done else store.dirty(linker.name)
    while keys := list(islice(dirty, KEYS_AT_ONCE)):
        with store.transaction():
            for key in keys:
                link_key(key)


# ---------------------------------------------------------------- groups


def _link_group(store: Store, linker: GroupLinker, key: str) -> None:
    ids = store.members(linker.name, key)
    origins = {i: store.whole_of(Origin, i) for i in ids} if linker.after else {}
    members = [
        Member(analysis=analysis, origin=origins.get(analysis.article.id))
        for analysis in store.analyses(ids, layers=linker.needs, linked=False)
    ]
    _put(store, linker, key, linker.link(key, members))


def _put(store: Store, linker: Linker, key: str, linked: Linked) -> None:
    """Stores what is said of a key; who follows takes up the articles of derivations that changed."""
    followers = [f.name for f in _followers(linker) if not hasattr(f, "link")]
    before = set(store.said(linker.name, key, Derivation)) if followers else set()
    store.put_linked(linker.name, key, linked)
    if followers:
        changed = before ^ {f for f in linked.facts if isinstance(f, Derivation)}
        articles = sorted({id_ for d in changed for id_ in (d.from_, d.to)})
        for name in followers:
            store.mark(name, articles)


def _followers(linker: Linker) -> list[Linker]:
    return [other for other in pipeline.LINKERS if linker.name in other.after]


# ---------------------------------------------------------------- pairs


class _Analyses:
    """Analyses with what a linker needs, the last ones kept."""

    def __init__(self, store: Store, linker: PairLinker) -> None:
        self._store, self._needs = store, linker.needs
        self._kept: dict[str, Analysis] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Analysis]:
        """The analyses of these articles."""
        found = {id_: self._kept.pop(id_) for id_ in ids if id_ in self._kept}
        missing = [id_ for id_ in ids if id_ not in found]
        for analysis in self._store.analyses(missing, layers=self._needs, linked=False):
            found[analysis.article.id] = analysis
        self._kept.update(found)
        for id_ in list(islice(self._kept, max(0, len(self._kept) - KEPT))):
            del self._kept[id_]
        return found


def _note_width(store: Store, linker: PairLinker, key: str) -> None:
    """Notes whether a key says nothing, before any pair is given to one of its keys."""
    store.set_wide(linker.name, key, len(_texts(store, linker, key)) > linker.most)


def _texts(store: Store, linker: PairLinker, key: str) -> Sequence[str]:
    """One article of each text that has a key; more than `linker.most` where they are too many."""
    return store.texts(linker.name, key, linker.same, max(MOST_MEMBERS, linker.most))


def _link_pairs(store: Store, linker: PairLinker, analyses: _Analyses, key: str) -> None:
    """Compares the pairs that belong to this key: to the first of the keys that both have."""
    ids = _texts(store, linker, key)
    pairs = [] if len(ids) > linker.most else _own_pairs(store, linker, key, ids)
    of = analyses.of(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    linked = [linker.compare(of[one], of[other]) for one, other in pairs]
    facts = tuple(fact for said in linked for fact in said.facts)
    _put(store, linker, key, Linked(facts=facts))


def _own_pairs(
    store: Store, linker: PairLinker, key: str, ids: Sequence[str]
) -> list[tuple[str, str]]:
    if len(ids) < 2:
        return []
    keys = {id_: store.narrow_keys(linker.name, id_) for id_ in ids}
    return [
        (one, other)
        for one, other in combinations(ids, 2)
        if key == _owner(keys[one], keys[other], linker.least)
    ]


def _owner(one: frozenset[str], other: frozenset[str], least: int) -> str | None:
    """The first of the keys that both have; None where they are fewer than `least` (or than either's)."""
    common = one & other
    return min(common) if len(common) >= min(least, len(one), len(other)) else None


# ---------------------------------------------------------------- components


def _link_component(store: Store, linker: ComponentLinker, done: set[str], article: str) -> None:
    """Joins the component of an article anew; what was joined with it and no longer is comes next.

    `done` are the articles of components joined in this round: each is joined once.
    """
    if article in done:
        return
    component, derivations = _component(store, linker, article)
    before = {id_: store.whole_of(Origin, id_) for id_ in component}
    left = _clear(store, linker, {article, *component}) - component
    if component:
        articles = list(store.articles(component, linked=False))
        store.put_linked(linker.name, min(component), linker.join(articles, derivations))
    for follower in _followers(linker):
        store.touch(
            follower.name, [id_ for id_ in component if store.whole_of(Origin, id_) != before[id_]]
        )
    store.mark(linker.name, sorted(left))
    done |= component


def _component(
    store: Store, linker: ComponentLinker, article: str
) -> tuple[set[str], list[Derivation]]:
    """The articles that derivations connect with this one, and those derivations."""
    derivations: dict[str, Derivation] = {}
    component: set[str] = set()
    waiting = {article}
    while waiting:
        present = {a.id for a in store.articles(waiting, linked=False)}
        component |= present
        found = [d for id_ in present for d in store.facts(Derivation, id_) if linker.connects(d)]
        derivations.update((d.id, d) for d in found)
        waiting = {id_ for d in found for id_ in (d.from_, d.to)} - component - waiting
    kept = [d for _, d in sorted(derivations.items()) if {d.from_, d.to} <= component]
    return component, kept


def _clear(store: Store, linker: ComponentLinker, articles: set[str]) -> set[str]:
    """Takes back what was said of these articles; answers with all articles that it was said of."""
    keys = {key for id_ in articles for key in store.keys_about(linker.name, Origin, id_)}
    spoken = {
        id_
        for key in keys
        for said in store.said(linker.name, key, Origin)
        for id_ in said.articles
    }
    for key in sorted(keys | articles):
        store.put_linked(linker.name, key, Linked())
    return spoken
