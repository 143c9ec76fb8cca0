"""The joiners over affairs: what the articles of an affair say together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dragoman import pipeline
from dragoman.linking import Affair, Told, ends, in_order
from dragoman.second_pass.steps import AFFAIR, in_batches
from dragoman.store import Store
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
