"""The second pass over a store: every linker over the keys whose groups changed since it last did.

What is said of a key is replaced whole, in one transaction with the note that the key is done, so a run
that is stopped leaves the other keys for the next. The result is a function of the articles alone:
neither their order nor how they were batched changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations, islice
from typing import TypeVar, get_args

from dragoman import pipeline
from dragoman.linking import (
    Affair,
    ComponentLinker,
    Edge,
    GroupLinker,
    Linker,
    Member,
    PairLinker,
    Told,
    ends,
    in_order,
)
from dragoman.store import Store
from dragoman.types import Analysis, Derivation, Linked, Origin, Story

KEYS_AT_ONCE = 500
"""Keys linked in one transaction: a commit costs 5 ms, a small group 0.1 ms."""

MOST_MEMBERS = 1000
"""Articles of a key, copies too, that are read to tell how many texts have it; a key with more is wide."""

AFFAIR = "affair"
"""The name under which the joiners' facts stand; its keys are the ids of affairs."""

KEPT = 512
"""Analyses kept in memory while pairs are compared: an article is compared under several keys."""

KEYS_KEPT = 4096
"""Articles whose keys are kept in memory meanwhile; of an article they are some kilobytes."""

T = TypeVar("T")


def link(store: Store) -> None:
    """Runs every linker of the pipeline, in order, then the joiners over the affairs that changed."""
    for linker in pipeline.LINKERS:
        if isinstance(linker, PairLinker):
            store.pass_over_few(linker.name, 2)
            _note_widths(store, linker)
            _link_all(store, linker.name, partial(_link_pairs, store, linker, _Kept(store, linker)))
        elif isinstance(linker, ComponentLinker):
            while store.dirty_count(linker.name):
                _link_all(store, linker.name, partial(_link_component, store, linker, set()))
        else:
            store.pass_over_few(linker.name, linker.fewest)
            _link_all(store, linker.name, partial(_link_group, store, linker))
    _link_all(store, AFFAIR, partial(_link_affair, store))


def _link_all(store: Store, linker: str, link_key: Callable[[str], None]) -> None:
    """Calls `link_key` with every dirty key."""
    dirty = store.dirty(linker)
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
    furnished = store.furnished(linker.name, key)
    linked = linker.link(key, members)
    _put(store, linker, key, linked)
    _tell_anew(store, sorted(furnished ^ {article for article, _ in linked.furniture}))


def _tell_anew(store: Store, articles: Sequence[str]) -> None:
    """What articles say that have more or less furniture now: facts in it are not given."""
    if not articles:
        return
    for linker in pipeline.LINKERS:
        if not isinstance(linker, ComponentLinker) and linker.needs:
            store.touch(linker.name, articles)
    affairs = {affair for article in articles if (affair := store.affair_of(article))}
    store.mark(AFFAIR, sorted(affairs))


def _put(store: Store, linker: Linker, key: str, linked: Linked) -> None:
    """Stores what is said of a key; who follows takes up the articles of edges that changed."""
    before = _edges_said(store, linker, key) if store.speaks(linker.name, key) else set()
    store.put_linked(linker.name, key, linked)
    changed = before ^ {f for f in linked.facts if isinstance(f, Edge)}
    if changed:
        articles = sorted({id_ for edge in changed for id_ in ends(edge)})
        for follower in _followers(linker):
            if isinstance(follower, ComponentLinker):
                store.mark(follower.name, articles)


def _edges_said(store: Store, linker: Linker, key: str) -> set[Edge]:
    return {edge for cls in get_args(Edge) for edge in store.said(linker.name, key, cls)}


def _followers(linker: Linker) -> list[Linker]:
    return [other for other in pipeline.LINKERS if linker.name in other.after]


# ---------------------------------------------------------------- pairs


class _Kept:
    """Analyses with what a linker needs, and keys of articles: the last ones of each kept."""

    def __init__(self, store: Store, linker: PairLinker) -> None:
        self._store, self._linker = store, linker
        self._analyses: dict[str, Analysis] = {}
        self._keys: dict[str, frozenset[str]] = {}

    def analyses(self, ids: Iterable[str]) -> dict[str, Analysis]:
        """The analyses of these articles."""
        kept, needs = self._analyses, self._linker.needs
        found = {id_: kept.pop(id_) for id_ in ids if id_ in kept}
        missing = [id_ for id_ in ids if id_ not in found]
        if missing:
            every = self._store.analyses(missing, layers=needs, linked=False)
            found.update((analysis.article.id, analysis) for analysis in every)
        kept.update(found)
        _shorten(kept, KEPT)
        return found

    def keys(self, id_: str) -> frozenset[str]:
        """The narrow keys of an article: none changes its width while pairs are compared."""
        found = self._keys.get(id_)
        if found is None:
            found = self._keys[id_] = self._store.narrow_keys(self._linker.name, id_)
            _shorten(self._keys, KEYS_KEPT)
        return found


def _shorten(kept: dict[str, T], most: int) -> None:
    """Takes the first entries out, until there are no more than `most`."""
    for id_ in list(islice(kept, max(0, len(kept) - most))):
        del kept[id_]


def _note_widths(store: Store, linker: PairLinker) -> None:
    """Notes which keys say nothing, before any pair is given to one of its keys."""
    with store.transaction():
        for key in store.crowded(linker.name, linker.most):
            wide = len(_texts(store, linker, key)) > linker.most
            store.set_wide(linker.name, key, wide)


def _texts(store: Store, linker: PairLinker, key: str) -> Sequence[str]:
    """One article of each text that has a key; more than `linker.most` where they are too many."""
    return store.texts(linker.name, key, linker.same, max(MOST_MEMBERS, linker.most))


def _link_pairs(store: Store, linker: PairLinker, kept: _Kept, key: str) -> None:
    """Compares the pairs that belong to this key: to the last of the keys that both have."""
    ids = _texts(store, linker, key)
    pairs = [] if len(ids) > linker.most else _own_pairs(linker, kept, key, ids)
    of = kept.analyses(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    linked = [linker.compare(of[one], of[other]) for one, other in pairs]
    _put(store, linker, key, Linked(facts=tuple(fact for said in linked for fact in said.facts)))


def _own_pairs(
    linker: PairLinker, kept: _Kept, key: str, ids: Sequence[str]
) -> list[tuple[str, str]]:
    if len(ids) < 2:
        return []
    keys = {id_: kept.keys(id_) for id_ in ids}
    return [
        (one, other)
        for one, other in combinations(ids, 2)
        if key == _owner(keys[one], keys[other], linker.least)
    ]


def _owner(one: frozenset[str], other: frozenset[str], least: int) -> str | None:
    """The last of the keys that both have; None where they are fewer than `least` (or than either's).

    Keys are linked in their order: where keys of days come last, articles of the same days are
    compared one soon after the other, while they are kept.
    """
    common = one & other
    return max(common) if len(common) >= min(least, len(one), len(other)) else None


# ---------------------------------------------------------------- components


def _link_component(store: Store, linker: ComponentLinker, done: set[str], article: str) -> None:
    """Joins the component of an article anew; what was joined with it and no longer is comes next.

    `done` are the articles of components joined in this round: each is joined once.
    """
    if article in done:
        return
    component, edges = _component(store, linker, article)
    asked = store.dirty_among(linker.name, {article, *component})
    before = {id_: store.whole_of(linker.whole, id_) for id_ in component}
    said = _clear(store, linker, {article, *component})
    linked = _joined(store, linker, component, edges)
    if component:
        store.put_linked(linker.name, min(component), linked)
    for follower in _followers(linker):
        changed = [id_ for id_ in component if store.whole_of(linker.whole, id_) != before[id_]]
        store.touch(follower.name, changed)
    _mark_affairs(store, said, linked, asked)
    store.mark(linker.name, sorted({id_ for whole in said for id_ in whole.articles} - component))
    done |= component


def _joined(
    store: Store, linker: ComponentLinker, component: set[str], edges: Sequence[Edge]
) -> Linked:
    """What the linker says of a component."""
    if not component:
        return Linked()
    articles = list(store.articles(component, linked=False))
    origins = {id_: store.whole_of(Origin, id_) or id_ for id_ in component} if linker.after else {}
    return linker.join(articles, edges, origins)


def _component(store: Store, linker: ComponentLinker, article: str) -> tuple[set[str], list[Edge]]:
    """The articles that edges connect with this one, and those edges."""
    edges: dict[str, Edge] = {}
    component: set[str] = set()
    waiting = {article}
    while waiting:
        present = {id_ for id_ in waiting if store.has_article(id_)}
        component |= present
        every = (edge for id_ in present for cls in linker.edges for edge in store.edges(cls, id_))
        found = [edge for edge in every if linker.connects(edge)]
        edges.update((edge.id, edge) for edge in found)
        waiting = {id_ for edge in found for id_ in ends(edge)} - component - waiting
    return component, [e for _, e in sorted(edges.items()) if component.issuperset(ends(e))]


def _clear(store: Store, linker: ComponentLinker, articles: set[str]) -> set[Origin | Story]:
    """Takes back what was said of these articles; answers with it."""
    keys = {key for id_ in articles for key in store.keys_about(linker.name, linker.whole, id_)}
    said = {whole for key in keys for whole in store.said(linker.name, key, linker.whole)}
    for key in sorted(keys | articles):
        store.put_linked(linker.name, key, Linked())
    return said


# ---------------------------------------------------------------- affairs


def _mark_affairs(
    store: Store, before: Iterable[Origin | Story], linked: Linked, asked: Iterable[str]
) -> None:
    """Affairs whose stories changed, or that hold an article that was asked for, are told anew."""
    old, new = ({f for f in facts if isinstance(f, Story)} for facts in (before, linked.facts))
    if not old and not new:
        return
    asked_of = (store.affair_of(id_) for id_ in asked)
    affairs = {affair for affair in asked_of if affair} | {story.affair for story in old ^ new}
    store.mark(AFFAIR, sorted(affairs))


def _link_affair(store: Store, id_: str) -> None:
    """What the articles of an affair say together; nothing where it has none left."""
    articles = store.parts_of(id_)
    linked = pipeline.join_affair(_affair(store, id_, articles)) if articles else Linked()
    store.put_linked(AFFAIR, id_, linked)


def _affair(store: Store, id_: str, articles: Sequence[str]) -> Affair:
    members = tuple(
        Told(
            analysis=analysis,
            origin=store.whole_of(Origin, analysis.article.id) or analysis.article.id,
            story=store.whole_of(Story, analysis.article.id) or analysis.article.id,
        )
        for analysis in store.analyses(articles, linked=False)
    )
    stories = {s for article in articles for s in store.facts(Story, article, linked=False)}
    derivations = {d for article in articles for d in store.facts(Derivation, article)}
    return Affair(
        id=id_,
        members=members,
        stories=in_order(stories),
        derivations=tuple(
            sorted((d for d in derivations if set(ends(d)) <= set(articles)), key=lambda d: d.id)
        ),
    )
