"""The joiners over affairs: what the articles of an affair say together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dragoman import pipeline
from dragoman.linking import Affair, Told, ends, in_order
from dragoman.second_pass.steps import AFFAIR, in_batches
from dragoman.store import Store, read
from dragoman.types import Derivation, Linked, Origin, Story

__all__ = ["AFFAIR", "link_affairs"]


def link_affairs(store: Store) -> None:
    """Tells anew every affair that changed."""
    in_batches(store, store.dirty(AFFAIR), partial(_link_affair, store))


def _link_affair(store: Store, id_: str) -> None:
    """What the articles of an affair say together; nothing where it has none left."""
    articles = store.parts_of(id_)
    linked = pipeline.join_affair(_affair(store, id_, articles)) if articles else Linked()
    store.put_linked(AFFAIR, id_, linked)


def _affair(store: Store, id_: str, articles: Sequence[str]) -> Affair:
    origins, stories = (
        store.ask(lambda c, cls=cls: read.wholes_of(c, cls, articles))  # type: ignore[misc]
        for cls in (Origin, Story)
    )
    own = frozenset(articles)
    members = tuple(
        Told(
            analysis=analysis,
            origin=origins.get(analysis.article.id, analysis.article.id),
            story=stories.get(analysis.article.id, analysis.article.id),
        )
        for analysis in store.analyses(articles, linked=False)
    )
    every = store.ask(lambda c: list(read.about(c, Derivation, articles)))
    return Affair(
        id=id_,
        members=members,
        stories=in_order(store.ask(lambda c: list(read.about(c, Story, articles)))),
        derivations=tuple(d for d in every if own.issuperset(ends(d))),
    )
