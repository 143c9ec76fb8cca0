"""Facts in lines that recur over the record are not given, in any way, until the lines recur no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store, open_store
from dragoman.types import (
    Analysis,
    Article,
    Entity,
    EntityMention,
    EventMention,
    Furniture,
    Linked,
    Quotation,
)
from tests.store.objects import article, entry, mention, quotation, span_of, whole_analysis


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", write=True) as opened:
        yield opened


FURNISHED = "Read our report.\nMira Lund signed with Ada Holm in Orlen.\n“We agreed,” she said."


def furnished(store: Store, *parts: str) -> Article:
    """An article with a quotation and a mention; the lines of `parts` recur."""
    of = article(FURNISHED)
    facts = Analysis(
        article=of,
        quotations=(quotation(of, "We agreed,"),),
        events=(mention(of, "Mira Lund", "signed"),),
    )
    store.add([entry(facts)])
    recurring(store, of, *parts)
    return of


def recurring(store: Store, of: Article, *parts: str) -> None:
    pieces = [(of.id, Furniture(span=span_of(of.text, p), kind="recurring")) for p in parts]
    store.put_linked("furniture", "k", Linked(furniture=tuple(pieces)))


def test_facts_in_lines_that_recur_are_not_given_until_they_recur_no_more(store: Store) -> None:
    of = furnished(store, "“We agreed,” she said.", "Read our report.")
    assert (list(store.facts(Quotation)), list(store.facts(Quotation, of.id))) == ([], [])
    assert (store.count(Quotation), store.count(EventMention)) == (0, 1)
    (analysis,) = store.analyses(linked=False)
    assert (analysis.quotations, len(analysis.events)) == ((), 1)
    assert [hit.kind for hit in store.search("agreed")] == ["article"]
    assert list(store.dropped()) == [("quotation", "in_recurring_furniture", 1)]
    recurring(store, of, "Read our report.")
    assert (store.count(Quotation), len(list(store.facts(Quotation)))) == (1, 1)
    assert {hit.kind for hit in store.search("agreed")} == {"article", "quotation"}
    assert list(store.dropped()) == []


def test_an_entity_is_withdrawn_with_the_last_of_its_mentions(store: Store) -> None:
    whole = whole_analysis()
    store.add([entry(whole)])
    every = sorted(store.facts(EntityMention), key=lambda m: m.span)
    gone = every[0].entity
    spans = [m.span for m in every if m.entity == gone]
    assert len(spans) < len(every) or len(spans) == 1
    pieces = [(whole.article.id, Furniture(span=span, kind="recurring")) for span in spans]
    for some in (pieces[:-1], pieces):
        store.put_linked("furniture", "k", Linked(furniture=tuple(some)))
        left = {e.id for e in store.facts(Entity)}
        assert (gone in left) == (len(some) < len(pieces))


def test_strays_are_given_to_linkers_alone(store: Store) -> None:
    of = furnished(store)
    (told,) = store.facts(EventMention)
    store.put_linked("affair", "aff-1", Linked(strays=(told.id,)))
    assert (list(store.facts(EventMention)), store.count(EventMention)) == ([], 0)
    assert [a.events for a in store.analyses([of.id])] == [()]
    assert [a.events for a in store.analyses([of.id], linked=False)] == [(told,)]
    assert list(store.dropped()) == [("event_mention", "read_in_an_altered_copy_alone", 1)]
    store.put_linked("affair", "aff-1", Linked())
    assert list(store.facts(EventMention)) == [told]
    assert list(store.dropped()) == []
