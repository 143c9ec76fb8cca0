"""Keys, dirty keys and what linkers put; search finds events by their summaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.ids import make_id
from dragoman.store import Store, open_store, pairs
from dragoman.types import (
    Aligned,
    Dating,
    Derivation,
    Discrepancy,
    Event,
    Linked,
    Nearness,
    Origin,
    QuantitySeries,
    QuotationGroup,
    Reason,
    SeriesPoint,
    Span,
    Story,
)
from tests.store.objects import TEXT, article, entry, event, generated, span_of, whole_analysis


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


def origin(*articles: str) -> Origin:
    return Origin(id=make_id("origin", articles), root=articles[0], articles=articles)


def test_keys_of_new_articles_are_dirty_until_linked(store: Store) -> None:
    one, two = generated(1), generated(2)
    store.add(
        [entry(one, keys=(("a", "x"), ("a", "y"), ("b", "x"))), entry(two, keys=(("a", "x"),))]
    )
    assert store.dirty_count("a") == 0
    for linker in "ab":
        store.take_up(linker, 1)
    assert (list(store.dirty("a")), list(store.dirty("b"))) == (["x", "y"], ["x"])
    assert store.dirty_count("a") == 2
    assert store.members("a", "x") == tuple(sorted([one.article.id, two.article.id]))
    store.put_linked("a", "x", Linked())
    assert list(store.dirty("a")) == ["y"]
    assert list(store.dirty("none")) == []
    store.change(lambda c: pairs.done(c, "a"))
    store.add([entry(one, keys=(("a", "x"),))])
    store.take_up("a", 1)
    assert list(store.dirty("a")) == ["y"]
    store.add([entry(generated(3), keys=(("a", "x"),))])
    store.take_up("a", 1)
    assert list(store.dirty("a")) == ["x", "y"]


def test_keys_of_fewer_articles_are_not_taken_up(store: Store) -> None:
    store.add([entry(generated(n), keys=(("a", "x"), ("a", f"own {n}"))) for n in range(3)])
    store.take_up("a", 4)
    assert list(store.dirty("a")) == []
    store.take_up("a", 3)
    assert list(store.dirty("a")) == ["x"]


def test_the_first_article_of_each_text_stands_at_a_key_that_not_too_many_have(
    store: Store,
) -> None:
    def standing(key: str, most: int) -> list[str]:
        store.change(lambda c: pairs.settle(c, "a", key, "same", most))
        sql = "SELECT a.id FROM link_stand s JOIN article a ON a.rowid = s.article WHERE s.key = ?"
        return sorted(id_ for (id_,) in store.ask(lambda c: list(c.execute(sql, (key,)))))

    ids = sorted(generated(n).article.id for n in range(4))
    of = {a.article.id: a for a in map(generated, range(4))}
    texts = dict(zip(ids, ("t", "t", "u", "v"), strict=True))
    store.add([entry(of[i], keys=(("a", "x"), ("a", i), ("same", texts[i]))) for i in ids])
    assert standing("x", 3) == [ids[0], *ids[2:]]
    assert standing(ids[0], 3) == []
    store.remove(ids[0])
    assert standing("x", 3) == ids[1:]
    assert standing("x", 2) == []
    assert standing("x", 3) == []  # too many until one leaves
    store.remove(ids[3])
    assert standing("x", 2) == ids[1:3]


def test_a_linker_speaks_of_a_key_while_it_says_something(store: Store) -> None:
    one = generated(1)
    store.add([entry(one)])
    assert not store.speaks("o", "k")
    store.put_linked("o", "k", Linked(facts=(origin(one.article.id),)))
    assert store.speaks("o", "k") and not store.speaks("o", "other")
    store.put_linked("o", "k", Linked())
    assert not store.speaks("o", "k")


def test_keys_can_be_cleared_while_they_are_gone_through(store: Store) -> None:
    keys = tuple(("a", f"{n:05}") for n in range(2500))
    store.add([entry(generated(1), keys=(*keys, ("a", "")))])
    store.take_up("a", 1)
    seen = []
    with store.transaction():
        for key in store.dirty("a"):
            seen.append(key)
            store.put_linked("a", key, Linked())
    assert seen == ["", *(key for _, key in keys)]
    assert store.dirty_count("a") == 0


def test_output_of_a_key_is_replaced(store: Store) -> None:
    one, two, three = (generated(n).article.id for n in range(3))
    store.add([entry(generated(n)) for n in range(3)])
    first = origin(one, two)
    store.put_linked(
        "o", "k", Linked(facts=(first,), membership=((one, first.id), (two, first.id)))
    )
    other = origin(three)
    store.put_linked("o", "else", Linked(facts=(other,), membership=((three, other.id),)))
    assert list(store.facts(Origin)) == sorted([first, other], key=lambda o: o.id)
    assert list(store.wholes(Origin)) == sorted(
        [(one, first.id), (two, first.id), (three, other.id)]
    )
    assert list(store.wholes(Story)) == []
    second = origin(two)
    store.put_linked("o", "k", Linked(facts=(second,), membership=((two, second.id),)))
    assert store.get(first.id) is None
    assert store.whole_of(Origin, two) == second.id and store.whole_of(Origin, one) is None
    assert list(store.facts(Origin, two)) == [second] and list(store.facts(Origin, one)) == []


def test_one_fact_under_two_keys_counts_once(store: Store) -> None:
    one, two = (generated(n).article.id for n in range(2))
    store.add([entry(generated(n)) for n in range(2)])
    span = Span(0, 5)
    derivation = Derivation(
        id=make_id("derivation", one, two),
        from_=one,
        to=two,
        kind="copy",
        directed=False,
        score=1.0,
        passages=(Aligned(from_span=span, to_span=span, similarity=1.0),),
        basis="test",
    )
    for key in "xy":
        store.put_linked("d", key, Linked(facts=(derivation, derivation)))
    assert store.count(Derivation) == 1
    assert list(store.facts(Derivation)) == [derivation]
    assert list(store.facts(Derivation, two)) == [derivation]
    store.put_linked("d", "x", Linked())
    assert store.count(Derivation) == 1


def every_linked() -> tuple[tuple[object, ...], str]:
    analysis = whole_analysis()
    of, quantity, quotation = analysis.article, analysis.quantities[0], analysis.quotations[0]
    point = SeriesPoint(quantity=quantity.id, value=12.0, as_of=None, reported_by=None, origin=None)
    return (
        event(
            of, (analysis.events[0].id,), span_of(of.text, "Twelve boats were lost in the storm.")
        ),
        origin(of.id),
        Story(
            id=make_id("story", 1),
            title=None,
            from_=None,
            to=None,
            articles=(of.id,),
            origins=1,
            affair=make_id("affair", 1),
        ),
        Dating(
            id=make_id("dating", 1),
            article=of.id,
            value="2030-05",
            precision="month",
            from_="2030-05-03",
            to="2030-05-05",
            reasons=(Reason(text="it names the day"),),
        ),
        QuantitySeries(
            id=make_id("quantity_series", 1),
            measure="lost",
            of=None,
            cause=None,
            place=None,
            points=(point,),
        ),
        QuotationGroup(
            id=make_id("quotation_group", 1),
            speaker=None,
            quotations=(quotation.id,),
            wordings=("We will",),
        ),
        Discrepancy(
            id=make_id("discrepancy", 1),
            kind="figure",
            summary="s",
            facts=(quantity.id,),
            articles=(of.id,),
        ),
    ), of.id


def test_every_linked_layer_comes_back_and_is_found_by_its_article(store: Store) -> None:
    store.add([entry(whole_analysis())])
    facts, id_ = every_linked()
    store.put_linked("l", "k", Linked(facts=facts))  # type: ignore[arg-type]
    for fact in facts:
        assert list(store.facts(type(fact))) == [fact]  # type: ignore[type-var]
        assert list(store.facts(type(fact), id_)) == [fact]  # type: ignore[type-var]
        assert list(store.facts(type(fact), "art-none")) == []  # type: ignore[type-var]
        assert store.get(fact.id) == fact  # type: ignore[attr-defined]


def test_search_names_the_event_of_a_mention_once(store: Store) -> None:
    analysis = whole_analysis()
    store.add([entry(analysis)])
    (found,) = [h for h in store.search("fishers") if h.kind == "event"]
    assert found.id == analysis.events[0].id
    assert [
        found.text[m.start - found.span.start : m.end - found.span.start] for m in found.marks
    ] == ["fishers"]
    whole = event(
        analysis.article, (analysis.events[0].id,), span_of(TEXT, "The fishers called for aid.")
    )
    store.put_linked(
        "e", "k", Linked(facts=(whole,), membership=((analysis.events[0].id, whole.id),))
    )
    (found,) = [h for h in store.search("fishers") if h.kind == "event"]
    assert found.id == whole.id
    (found,) = [h for h in store.search("aid") if h.kind == "event"]
    assert found.text == "The fishers called for aid."
    assert [TEXT[m.start : m.end] for m in found.marks] == ["aid"]


def test_an_event_without_summary_or_with_its_article_gone(store: Store) -> None:
    of = article("not stored")
    events = (event(of, ("evm-1",), Span(0, 3)), event(of, ("evm-2",), None))
    store.put_linked("e", "k", Linked(facts=events))
    assert store.count(Event) == 2
    assert store.check().problems == ()


def test_set_keys_and_relink(store: Store) -> None:
    one = generated(1).article.id
    store.add([entry(generated(1), keys=(("a", "x"), ("b", "z")))])
    store.put_linked("a", "x", Linked())
    store.set_keys(one, "a", ["x", "y"])
    assert list(store.dirty("a")) == ["y"]
    store.set_keys(one, "a", ["y"])
    assert list(store.dirty("a")) == ["x", "y"]
    assert store.members("b", "z") == (one,)
    for key in "xy":
        store.put_linked("a", key, Linked())
    store.put_linked("a", "only output", Linked(facts=(origin(one),)))
    store.relink("a")
    assert list(store.dirty("a")) == ["only output", "y"]
    with pytest.raises(UsageError, match="art-none"):
        store.set_keys("art-none", "a", [])


def test_several_keys_in_one_transaction_are_put_together_or_not_at_all(store: Store) -> None:
    one = generated(1).article.id
    store.add([entry(generated(1))])
    with pytest.raises(KeyboardInterrupt), store.transaction():
        store.put_linked("o", "x", Linked(facts=(origin(one),)))
        raise KeyboardInterrupt
    assert store.count(Origin) == 0


def test_what_no_linker_may_say(store: Store) -> None:
    store.add([entry(whole_analysis())])
    with pytest.raises(UsageError, match="linked fact"):
        store.put_linked("l", "k", Linked(membership=(("a", "tim-1"),)))
    with pytest.raises(UsageError, match="facts of one article"):
        store.put_linked("l", "k", Linked(facts=whole_analysis().timexes))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no layer of str"):
        store.count(str)  # type: ignore[type-var, arg-type]


def test_nearness_is_found_from_both_ends_until_it_is_cleared(store: Store) -> None:
    fact = Nearness(
        id="nea-12",
        one="art-1",
        other="art-2",
        happening=0.5,
        affair=0.9,
        order=-0.25,
    )
    store.change(lambda c: pairs.put_near(c, [fact]))
    assert store.edges(Nearness, "art-1") == store.edges(Nearness, "art-2") == (fact,)
    assert store.edges(Nearness, "art-1", faint=0.9) == (fact,)
    assert store.edges(Nearness, "art-1", faint=0.95) == ()
    store.change(lambda c: pairs.clear_near(c, [("art-1", "art-2")]))
    assert store.edges(Nearness, "art-1") == ()
