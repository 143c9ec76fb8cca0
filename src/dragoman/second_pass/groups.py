"""Linkers of groups: all articles under a key together, or each where the group has something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dragoman import pipeline
from dragoman.linking import (
    ComponentLinker,
    GroupLinker,
    Linker,
    Member,
    MemberLinker,
    PairLinker,
    ends,
)
from dragoman.second_pass.steps import AFFAIR, hear_of_edges, in_batches
from dragoman.store import Store, links
from dragoman.types import Derivation, Linked, Origin


def link_groups(store: Store, linker: GroupLinker) -> None:
    """Links every group that changed."""
    store.take_up(linker.name, linker.fewest)
    in_batches(store, store.dirty(linker.name), partial(_link_group, store, linker))


def _link_group(store: Store, linker: GroupLinker, key: str) -> None:
    ids = store.members(linker.name, key)
    origins = {i: store.whole_of(Origin, i) for i in ids} if linker.after else {}
    members = [
        Member(analysis=analysis, origin=origins.get(analysis.article.id))
        for analysis in store.analyses(ids, layers=linker.needs, linked=False)
    ]
    _put(store, linker, key, linker.link(key, members) if len(ids) >= linker.fewest else Linked())


def _put(store: Store, linker: Linker, key: str, linked: Linked) -> None:
    """Stores what is said of a key; who follows takes up the articles of edges that changed."""
    before = set(store.said(linker.name, key, Derivation))
    furnished = store.furnished(linker.name, key)
    store.put_linked(linker.name, key, linked)
    changed = before ^ {fact for fact in linked.facts if isinstance(fact, Derivation)}
    hear_of_edges(store, linker, sorted({id_ for edge in changed for id_ in ends(edge)}))
    _tell_anew(store, sorted(furnished ^ {article for article, _ in linked.furniture}))


def _tell_anew(store: Store, articles: Sequence[str]) -> None:
    """What articles say that have more or less furniture now: facts in it are not given."""
    if not articles:
        return
    for linker in pipeline.LINKERS:
        if isinstance(linker, PairLinker) and linker.needs:
            store.freshen(linker.name, articles)
        elif not isinstance(linker, ComponentLinker) and linker.needs:
            store.touch(linker.name, articles)
    affairs = {affair for article in articles if (affair := store.affair_of(article))}
    store.mark(AFFAIR, sorted(affairs))


# ---------------------------------------------------------------- members


def link_members(store: Store, linker: MemberLinker) -> None:
    """Links every group that lost an article or has a new one."""
    in_batches(store, store.dirty(linker.name), partial(_link_members, store, linker))
    new = store.ask(lambda connection: list(links.grown(connection, linker.name)))
    in_batches(store, new, lambda both: _add_member(store, linker, *both))
    store.take_up(linker.name, linker.fewest)
    in_batches(store, store.dirty(linker.name), partial(_link_members, store, linker))


def _link_members(store: Store, linker: MemberLinker, key: str) -> None:
    """Says anew of all members what the group has."""
    ids = store.members(linker.name, key)
    enough = len(ids) >= linker.fewest
    if enough and linker.holds(store.analyses(ids, layers=linker.needs, linked=False)):
        every = store.analyses(ids, layers=linker.needs, linked=False)
        furniture = tuple(piece for a in every for piece in linker.of(key, a).furniture)
        _put(store, linker, key, Linked(furniture=furniture))
    else:
        _put(store, linker, key, Linked())


def _add_member(store: Store, linker: MemberLinker, key: str, article: str) -> None:
    """Says of a new member what its group has."""
    every = store.analyses([article], layers=linker.needs, linked=False)
    pieces = [piece for analysis in every for piece in linker.of(key, analysis).furniture]
    store.change(lambda c: links.add_furniture(c, linker.name, key, pieces))
    _tell_anew(store, [article])
