"""What articles say together: on whose word, who tells what, what one has alone, and how much is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_web_dossier import words_of
from web_fake import FIRST, SECOND, FakeStore, article, passage, sample
from web_parse import Reader

from dragoman.dates import dated_article
from dragoman.types import (
    ArticleSpan,
    Dating,
    Entity,
    EntityPassage,
    Event,
    EventMention,
    Quotation,
    QuotationGroup,
    Reason,
    Span,
    Story,
    When,
)
from dragoman.web import linked, render, together
from dragoman.web.differing import compared
from dragoman.web.dossier import build
from dragoman.web.events import UNNAMED, telling
from dragoman.web.evidence import Source
from dragoman.web.sidebyside import alone_view
from dragoman.web.together import BRIEF, BRIEF_FROM, first, limits_for
from dragoman.web.views import Facts


def index() -> linked.Index:
    """The index of the invented record."""
    store = sample()
    facts = [
        Facts(
            source=Source(a, n),
            timexes=(),
            quantities=(),
            toponyms=(),
            mentions=(),
            quotations=tuple(store.facts(Quotation, a.id)),
            events=tuple(store.facts(EventMention, a.id)),
        )
        for n, a in enumerate(store.articles(), 1)
    ]
    return linked.Index(facts, store.facts(Entity))


def mention() -> EventMention:
    (found,) = sample().facts(EventMention)
    assert isinstance(found, EventMention)
    return found


# ---------------------------------------------------------------- on whose word


def test_an_event_says_whose_word_it_stands_on() -> None:
    assert (
        telling(index(), [mention()]).words
        == "On the word of ‘council leader Mara Ilves’ in 1 article"
    )


def test_an_article_may_tell_it_as_its_own() -> None:
    own = replace(mention(), attributed_to=None)
    other = replace(mention(), article="art-2")
    assert telling(index(), [own]).words == "1 article tells it as its own"
    assert telling(index(), [own, replace(own, article="art-3"), other]).words == (
        "2 articles tell it as their own; on the word of ‘council leader Mara Ilves’ in 1 article"
    )


def test_a_source_that_is_not_on_the_page_is_said_to_be_unnamed() -> None:
    found = telling(index(), [replace(mention(), attributed_to="quo-elsewhere")])
    assert found.attributed == ((UNNAMED, 1),)


def test_who_did_it_may_stand_on_another_word_than_that_it_was_done() -> None:
    (entity,) = sample().facts(Entity)
    named = replace(mention(), actor=(replace(mention().actor[0], entity=entity.id),))
    bare = replace(mention(), actor=(), attributed_to=None, article="art-2")
    found = telling(index(), [named, bare], [entity.id])
    assert found.words == (
        "1 article tells it without saying who did it; on the word of ‘council leader Mara Ilves’ in 1 article"
    )
    assert found.lead == f"{found.words}:"
    by_name = replace(bare, actor=(replace(mention().actor[0], text="the Council of Veldmark"),))
    assert telling(index(), [named, bare, by_name], [entity.id]).own == 1
    assert telling(index(), [bare], [entity.id]).own == 1, "no mention names the actor"


def test_a_mention_says_that_it_names_no_actor(monkeypatch: pytest.MonkeyPatch) -> None:
    (entity,), (event,) = sample().facts(Entity), sample().facts(Event)
    named = replace(mention(), actor=(replace(mention().actor[0], entity=entity.id),))
    bare = replace(
        mention(), id="evm-bare", trigger=passage(FIRST, "left"), actor=(), attributed_to=None
    )
    here = index()
    known = {m.id: m for m in (named, bare)}
    monkeypatch.setattr(here, "fact", known.get)
    view = linked.event_view(here, replace(event, mentions=tuple(known)))
    assert [m.names_actor for m in view.mentions] == [True, False]


def spoken(text: str, entity: str | None, article_id: str) -> tuple[Quotation, EventMention]:
    """A statement of a speaker, and a mention that is taken from it."""
    (said, *_) = (q for q in sample().facts(Quotation) if q.speaker)
    speaker = EntityPassage(text=text, span=Span(0, len(text)), entity=entity)
    quoted = replace(said, id=f"quo-{article_id}", speaker=speaker)
    return quoted, replace(mention(), attributed_to=quoted.id, article=article_id)


def attributed(
    monkeypatch: pytest.MonkeyPatch, *speakers: tuple[str, str | None]
) -> tuple[tuple[str, int], ...]:
    """Who an event of these speakers is attributed to, one article each."""
    pairs = [spoken(*who, f"art-{n}") for n, who in enumerate(speakers)]
    known, here = {q.id: q for q, _ in pairs}, index()
    monkeypatch.setattr(here, "fact", known.get)
    return telling(here, [m for _, m in pairs]).attributed


def test_speakers_are_named_and_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    (entity,) = sample().facts(Entity)
    pronouns = [("It", entity.id), ("which", entity.id), ("Its", entity.id)]
    assert attributed(monkeypatch, *pronouns) == (("Council of Veldmark", 3),)
    assert attributed(monkeypatch, ("Veldmark’s council", entity.id)) == (
        ("Veldmark’s council", 1),
    )
    several = [("the council", entity.id), ("Veldmark’s council", entity.id)]
    assert attributed(monkeypatch, *several) == (("Council of Veldmark", 2),)
    assert attributed(monkeypatch, ("He", None)) == (("He", 1),)
    assert attributed(monkeypatch, ("He", "ent-elsewhere")) == (("He", 1),)


# ---------------------------------------------------------------- the first lines of a story


def timeline(*events: Event, origins: dict[str, str] | None = None) -> list[str]:
    (story,) = sample().facts(Story)
    (view,) = linked.story_views(index(), [story], events, origins)
    return [e.id for e in view.events]


def test_background_gives_way_and_what_has_no_day_takes_part() -> None:
    (event,) = sample().facts(Event)
    old = replace(event, date=When(from_="2021", to="2021"), origins=9, articles=9)
    past = [replace(old, id=f"evt-old-{n}") for n in range(linked.TOP_EVENTS)]
    bare = replace(event, id="evt-bare", date=None)
    found = timeline(*past, event, bare)
    assert len(found) == linked.TOP_EVENTS
    assert found[-2:] == [event.id, "evt-bare"]


def test_of_a_story_its_own_origins_count_then_what_stands_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linked, "TOP_EVENTS", 1)
    (event,), here = sample().facts(Event), index()
    one, two = (a.id for a in sorted(sample().articles(), key=lambda a: a.text != FIRST))
    first, later = (
        replace(mention(), id=f"evm-{word}", trigger=passage(FIRST, word))
        for word in ("recalled", "people")
    )
    again = replace(later, id="evm-again", article=two, trigger=passage(SECOND, "people"))
    known = {m.id: m for m in (first, later, again)}
    monkeypatch.setattr(here, "fact", known.get)
    early = replace(event, id="evt-z", mentions=(first.id,))
    late = replace(event, id="evt-a", mentions=(later.id, again.id))

    def foremost(origins: dict[str, str]) -> list[str]:
        (story,) = sample().facts(Story)
        (view,) = linked.story_views(here, [story], (early, late), origins)
        return [e.id for e in view.events]

    assert foremost({}) == ["evt-a"]
    assert foremost({one: "ori-1", two: "ori-1"}) == ["evt-z"]


def test_every_line_of_an_event_says_on_whose_word() -> None:
    page = render(sample())
    lines = page.count('class="word"') + page.count('class="lead-in"')
    (events,) = (build(sample()).together.events.items,)
    in_timeline = sum(len(s.events) for s in build(sample()).together.stories.items)
    assert lines == len(events) + in_timeline > 0
    assert page.count("on the word of") + page.count("the article tells it as its own") > 0


# ---------------------------------------------------------------- who tells what


def test_the_matrix_of_a_story_says_who_tells_what() -> None:
    store = sample()
    ids = [a.id for a in store.articles()]
    groups = tuple(store.facts(QuotationGroup))
    events = tuple(store.facts(Event))
    found = linked.matrix_view(index(), ids, (*groups, *events), {}, by="articles")
    assert [r.kind for r in found.rows] == ["statement", "event"]
    assert [c.state for c in found.rows[0].cells] == ["same", "same"]
    assert sorted(c.state for c in found.rows[1].cells) == ["same", "silent"]
    told = next(c for c in found.rows[1].cells if c.state == "same")
    assert told.sign == "●"
    assert told.href == f"#{mention().id}"
    assert "recalled" in found.rows[1].label


def test_a_story_of_one_origin_has_no_matrix() -> None:
    assert len(build(sample()).together.coverage) == 0


# ---------------------------------------------------------------- side by side


def test_what_one_article_has_alone() -> None:
    one = next(a for a in sample().articles() if a.text == FIRST)
    where = FIRST.index('"We will talk')
    common = [Span(where, FIRST.index("reporters.") + len("reporters."))]
    found = alone_view(Source(one, 1), common, 2)
    assert not any("We will talk" in sentence for sentence in found.shown)
    assert len(found.shown) == 2
    assert found.sentences == found.of - 1
    assert "Leave a comment" not in " ".join(found.shown)


def test_differing_words_are_marked_and_punctuation_is_not() -> None:
    left, right = compared("We will talk, he said", "We will not talk he said")
    assert "mark" not in left
    assert '<mark class="diff">not </mark>' in right


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", "\u202ehidden"])
def test_compared_words_are_only_ever_text(text: str) -> None:
    for side in compared(text, f"other {text}"):
        assert "<b>" not in side
        assert "\u202e" not in side


# ---------------------------------------------------------------- dates that were found


def dating() -> Dating:
    (undated,) = (a for a in FakeStore([article("It snowed on Monday.")]).articles())
    where = ArticleSpan(article=undated.id, span=Span(10, 19))
    return Dating(
        id="dat-1", article=undated.id, value="2031-03-03", precision="day", from_="2031-03-02",
        to="2031-03-04", reasons=(Reason(text="It names a Monday", evidence=where),),
        contradictions=(Reason(text="It names snow in summer"),),
    )  # fmt: skip


def test_a_found_date_stands_with_its_chain_of_reasons() -> None:
    page = render(FakeStore([article("It snowed on Monday.")], [dating()]))
    pieces = words_of(page)
    assert "most likely 3 March 2031 · 2 to 4 March 2031" in pieces
    assert "Why: 1 step It names a Monday It snowed on Monday." in pieces
    assert "What does not fit It names snow in summer" in pieces
    assert "3 March 2031 inferred" in pieces


def test_articles_of_a_found_date_are_in_order_of_it() -> None:
    found = article("It snowed on Monday.")
    assert dated_article(found, dating()).published is not None
    (shown,) = build(FakeStore([found], [dating()])).articles
    assert shown.ref.iso == "2031-03-03"


# ---------------------------------------------------------------- how much is shown


def test_the_rest_is_counted() -> None:
    assert first(iter("abcde"), 2) == together.Shown(("a", "b"), 3)
    assert first([], 2) == together.Shown((), 0)


def test_many_articles_make_a_brief_page() -> None:
    assert limits_for(BRIEF_FROM - 1) == together.Limits()
    assert limits_for(BRIEF_FROM) == BRIEF


def test_a_brief_page_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "BRIEF_FROM", 1)
    page = render(sample())
    words = words_of(page)
    assert "1 time expression are marked" not in words
    assert "1 time expression is marked in the texts" in words
    reader = Reader(page)
    inner = {h[1:] for t, a in reader.tags if t == "a" and (h := str(a["href"])).startswith("#")}
    assert inner <= set(reader.ids)
    assert SECOND.split()[-1] in words
