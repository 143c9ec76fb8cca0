"""The second pass over a store: every linker over what changed since it last ran.

What is said of a key or a pair is replaced whole, in one transaction with the note that it is done, so a run
that is stopped leaves the rest for the next. The result is a function of the articles alone: neither their
order nor how they were batched changes it. What an article costs depends on the articles that it has something
in common with, not on how many there are.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman import pipeline
from dragoman.linking import ComponentLinker, Linker, MemberLinker, PairLinker
from dragoman.second_pass.affairs import AFFAIR, link_affairs
from dragoman.second_pass.components import link_components
from dragoman.second_pass.groups import link_groups, link_members
from dragoman.second_pass.pairs import link_pairs
from dragoman.second_pass.parts import link_parts
from dragoman.store import Store
from dragoman.store.pairs import done

__all__ = ["link"]


def link(store: Store, told: Callable[[str], None] = lambda _: None) -> None:
    """Runs every linker of the pipeline, in order, then the joiners over the affairs that changed.

    `told` is called with the name of each as it begins.
    """
    for linker in pipeline.LINKERS:
        told(linker.name)
        _link(store, linker)
        store.change(lambda connection, name=linker.name: done(connection, name))  # type: ignore[misc]
    told(AFFAIR)
    link_affairs(store)


def _link(store: Store, linker: Linker) -> None:
    if isinstance(linker, PairLinker):
        link_pairs(store, linker)
    elif isinstance(linker, MemberLinker):
        link_members(store, linker)
    elif not isinstance(linker, ComponentLinker):
        link_groups(store, linker)
    elif linker.most is None:
        link_components(store, linker)
    else:
        link_parts(store, linker, linker.most)
