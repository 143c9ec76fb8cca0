"""Linkers of components: articles that edges connect, joined anew where an edge or an article changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from dragoman.linking import ComponentLinker, Edge, ends
from dragoman.second_pass.steps import AFFAIR, followers, in_batches
from dragoman.store import Store
from dragoman.store.pairs import near_among
from dragoman.types import Derivation, Linked, Nearness, Origin, Story


def link_components(store: Store, linker: ComponentLinker) -> None:
    """Joins the components of all articles that changed."""
    store.take_up(linker.name, 1)
    while store.dirty_count(linker.name):
        in_batches(store, store.dirty(linker.name), partial(_link_component, store, linker, set()))


def _link_component(store: Store, linker: ComponentLinker, done: set[str], article: str) -> None:
    """Joins the component of an article anew; what was joined with it and no longer is comes next.

    `done` are the articles of components joined in this round: each is joined once.
    """
    if article in done:
        return
    component = _component(store, linker, article)
    left = join(store, linker, component, {article, *component})
    store.mark(linker.name, sorted(left))
    done |= component


def _component(store: Store, linker: ComponentLinker, article: str) -> set[str]:
    """The articles that edges connect with this one."""
    component: set[str] = set()
    waiting = {article}
    while waiting:
        present = {id_ for id_ in waiting if store.has_article(id_)}
        component |= present
        every = (
            edge
            for id_ in present
            for cls in linker.edges
            for edge in store.edges(cls, id_, faint=linker.faint)
        )
        found = [edge for edge in every if linker.connects(edge)]
        waiting = {id_ for edge in found for id_ in ends(edge)} - component - waiting
    return component


def join(
    store: Store, linker: ComponentLinker, component: set[str], articles: set[str]
) -> set[str]:
    """Joins a component anew, in place of all that was said of `articles`: those of the component, and
    such as are in the record no longer. Answers with the other articles of which that was said."""
    asked = store.dirty_among(linker.name, articles)
    before = {id_: store.whole_of(linker.whole, id_) for id_ in component}
    said = _clear(store, linker, articles)
    linked = _joined(store, linker, component)
    if component:
        store.put_linked(linker.name, min(component), linked)
    for follower in followers(linker):
        changed = [id_ for id_ in component if store.whole_of(linker.whole, id_) != before[id_]]
        store.touch(follower.name, changed)
    _mark_affairs(store, said, linked, asked)
    return {id_ for whole in said for id_ in whole.articles} - component


def _joined(store: Store, linker: ComponentLinker, component: set[str]) -> Linked:
    """What the linker says of a component."""
    if not component:
        return Linked()
    articles = list(store.articles(component, linked=False))
    origins = {id_: store.whole_of(Origin, id_) or id_ for id_ in component} if linker.after else {}
    return linker.join(articles, _edges(store, linker, component), origins)


def _edges(store: Store, linker: ComponentLinker, component: set[str]) -> Sequence[Edge]:
    """All edges among some articles, in order of id."""
    among: dict[str, Edge] = {}
    if Nearness in linker.edges:
        near = store.ask(lambda c: list(near_among(c, component)))
        among.update((edge.id, edge) for edge in near)
    if Derivation in linker.edges:
        every = (edge for id_ in component for edge in store.edges(Derivation, id_))
        among.update((e.id, e) for e in every if component.issuperset(ends(e)))
    return [edge for _, edge in sorted(among.items())]


def _clear(store: Store, linker: ComponentLinker, articles: set[str]) -> set[Origin | Story]:
    """Takes back what was said of these articles; answers with it."""
    keys = {key for id_ in articles for key in store.keys_about(linker.name, linker.whole, id_)}
    said = {whole for key in keys for whole in store.said(linker.name, key, linker.whole)}
    for key in sorted(keys | articles):
        store.put_linked(linker.name, key, Linked())
    return said


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
