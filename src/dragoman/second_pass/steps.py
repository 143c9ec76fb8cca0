"""What the kinds of linkers have in common: keys gone through in transactions, and who follows whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import TypeVar

from dragoman import pipeline
from dragoman.linking import ComponentLinker, Linker
from dragoman.store import Store

AT_ONCE = 500
"""Keys linked in one transaction: a commit costs 5 ms, a small group 0.1 ms."""

AFFAIR = "affair"
"""The name under which the joiners' facts stand; its keys are the ids of affairs."""

T = TypeVar("T")


def in_batches(store: Store, things: Iterable[T], act: Callable[[T], None]) -> None:
    """Acts on every thing, which is asked for when the one before was acted on; `AT_ONCE` in one transaction."""
    rest = iter(things)
    for first in rest:
        with store.transaction():
            for thing in chain([first], islice(rest, AT_ONCE - 1)):
                act(thing)


def followers(linker: Linker) -> list[Linker]:
    """Who looks at what a linker says."""
    return [other for other in pipeline.LINKERS if linker.name in other.after]


def hear_of_edges(store: Store, linker: Linker, articles: Sequence[str]) -> None:
    """Who joins what edges connect takes up these articles, as edges of theirs changed."""
    for follower in followers(linker):
        if articles and isinstance(follower, ComponentLinker):
            store.mark(follower.name, articles)
