"""Stories and affairs: what is near, what is joined, in what order, and what copies change (nothing)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ids import make_id
from dragoman.link.story import Nearby, Stories
from dragoman.link.story.stories import MOST_REPORTS
from dragoman.types import (
    Analysis,
    Article,
    Derivation,
    Linked,
    Nearness,
    Published,
    Span,
    Story,
    Trace,
)
from tests.link.reports import analysis, article
from tests.timing import within

DAM = (
    "Dam at Lake Orvel bursts after days of rain. The dam above Velmora burst on Tuesday night and "
    "flooded the lower town. Mayor Ilse Brandt said that 4,300 people had left their homes."
)
DAM_AGAIN = (
    "Thousands flee as Orvel dam gives way. Some 4,300 residents of Velmora fled when the dam at Lake "
    "Orvel failed, mayor Ilse Brandt told reporters. The lower town was under water."
)
CHESS = (
    "Teenager wins the Tarlow chess open. Petra Lindqvist, 15, beat the favourite in 41 moves to win "
    "the Tarlow open. Her coach, Jonas Wahl, said she had trained for it all year."
)


def near(one: Article, other: Article, happening: float, **given: float) -> Nearness:
    first, second = sorted((one.id, other.id))
    sign = 1 if first == one.id else -1
    return Nearness(
        id=make_id("nearness", first, second),
        one=first,
        other=second,
        happening=happening,
        affair=given.get("affair", happening),
        order=sign * given.get("order", 0.0),
    )


def copy_of(one: Article, other: Article) -> Derivation:
    return Derivation(
        id=make_id("derivation", *sorted((one.id, other.id))),
        from_=one.id,
        to=other.id,
        kind="copy",
        directed=True,
        score=1.0,
        passages=(),
        basis="",
    )


def report(name: str, day: str | None = None, title: str | None = None) -> Article:
    found = article(f"The text of {name}.", outlet=name, day=day)
    return Article(
        id=found.id,
        source_id=name,
        outlet=name,
        title=title,
        published=found.published,
        text=found.text,
        text_sha256=found.text_sha256,
    )


def join(
    articles: Iterable[Article],
    edges: Iterable[Nearness | Derivation] = (),
    origins: Mapping[str, str] | None = None,
) -> Linked:
    return Stories().join(
        sorted(articles, key=lambda a: a.id), sorted(edges, key=lambda e: e.id), origins or {}
    )


def stories(linked: Linked) -> list[Story]:
    return [fact for fact in linked.facts if isinstance(fact, Story)]


def groups(linked: Linked) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in stories(linked)}


def in_order(linked: Linked) -> list[Story]:
    follows = {s.previous: s for s in stories(linked)}
    found = [follows[None]]
    while found[-1].id in follows:
        found.append(follows[found[-1].id])
    return found


# ---------------------------------------------------------------- pairs


def compared(one: str, other: str, **days: str | None) -> Nearness | None:
    pair = (
        analysis(one, outlet="A", day=days.get("one")),
        analysis(other, outlet="B", day=days.get("other")),
    )
    first, second = sorted(pair, key=lambda a: a.article.id)
    facts = Nearby().compare(first, second).facts
    assert all(isinstance(fact, Nearness) for fact in facts)
    return facts[0] if facts else None  # type: ignore[return-value]


def shared_keys(one: Analysis, other: Analysis) -> set[str]:
    return set(Nearby().keys(one)) & set(Nearby().keys(other))


def test_two_reports_of_one_happening_are_nearer_than_reports_of_two() -> None:
    found, unrelated = compared(DAM, DAM_AGAIN), compared(DAM, CHESS)
    assert found is not None
    assert unrelated is None or unrelated.happening < found.happening / 5


def test_reports_of_one_happening_share_a_key_and_others_do_not() -> None:
    assert shared_keys(analysis(DAM), analysis(DAM_AGAIN))
    assert not shared_keys(analysis(DAM), analysis(CHESS))


def test_keys_of_dated_articles_hold_days_that_neighbours_share() -> None:
    one, other = analysis(DAM, day="2031-05-06"), analysis(DAM, day="2031-05-10")
    year_later = analysis(DAM, day="2032-05-10")
    assert any(key.startswith("d") for key in shared_keys(one, other))
    assert not any(key.startswith("d") for key in shared_keys(one, year_later))


def quoting(text: str, said: str) -> Analysis:
    """A report with a quotation at its end."""
    whole = f"{text} “{said}”"
    found = analysis(whole)
    span = Span(len(text) + 2, len(whole) - 1)
    trace = Trace(id="trc-1", article=found.article.id, sentences=(), quoted=(span,), signatures="")
    return replace(found, traces=(trace,))


SAID = "we will not leave this valley to the water and we will not leave it to the bank"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [(SAID, SAID.upper(), True), (SAID, SAID[:30], False), (SAID, SAID[::-1], False)],
)
def test_ten_words_on_end_that_both_quote_are_a_key(one: str, other: str, shared: bool) -> None:
    assert bool(shared_keys(quoting(DAM, one), quoting(CHESS, other))) == shared


@given(text=st.text(max_size=300), day=st.sampled_from([None, "2031-05-06"]))
def test_any_text_has_a_bounded_number_of_keys(text: str, day: str | None) -> None:
    assert len(Nearby().keys(analysis(text, day=day))) <= 80


def test_articles_in_another_language_have_no_keys() -> None:
    def keys(language: str) -> tuple[str, ...]:
        return Nearby().keys(Analysis(article=replace(article(DAM), language=language)))

    assert keys("en-GB") == keys("English") == Nearby().keys(analysis(DAM))
    assert not keys("de")


def test_an_empty_article_is_near_nothing() -> None:
    found = compared("", DAM)
    assert found is None or found.happening < 0.1


def test_a_pair_is_compared_in_less_than_a_millisecond_once_prepared() -> None:
    linker = Nearby()
    one, other = sorted((analysis(DAM * 20), analysis(DAM_AGAIN * 20)), key=lambda a: a.article.id)
    linker.compare(one, other)
    assert within(0.05, lambda: [linker.compare(one, other) for _ in range(50)])


# ---------------------------------------------------------------- stories


def test_an_article_alone_has_a_story_and_an_affair() -> None:
    one = report("a", "2031-05-06", "A title")
    linked = join([one])
    (story,) = stories(linked)
    assert (story.title, story.from_, story.to) == ("A title", "2031-05-06", "2031-05-06")
    assert (story.articles, story.origins, story.previous) == ((one.id,), 1, None)
    assert set(linked.membership) == {(one.id, story.id), (one.id, story.affair)}


def test_near_reports_are_one_story_and_others_of_the_affair_another() -> None:
    a, b, c, d = (report(n, f"2031-05-0{i}") for i, n in enumerate("abcd", start=1))
    edges = [near(a, b, 0.9), near(c, d, 0.9)]
    edges += [near(x, y, 0.2, affair=0.9) for x in (a, b) for y in (c, d)]
    linked = join([a, b, c, d], edges)
    assert groups(linked) == {frozenset({a.id, b.id}), frozenset({c.id, d.id})}
    assert len({s.affair for s in stories(linked)}) == 1
    first, second = in_order(linked)
    assert (first.from_, second.from_, second.previous) == ("2031-05-01", "2031-05-03", first.id)


def test_background_in_common_does_not_merge_tight_stories() -> None:
    one, other = [report(f"a{i}") for i in range(4)], [report(f"b{i}") for i in range(4)]
    edges = [near(x, y, 0.97) for group in (one, other) for i, x in enumerate(group) for y in group[:i]]  # fmt: skip
    edges += [near(x, y, 0.5, affair=0.95) for x in one for y in other]
    assert len(groups(join([*one, *other], edges))) == 2


def test_a_loose_story_stays_whole() -> None:
    loose = [report(f"a{i}") for i in range(8)]
    edges = [near(x, y, 0.45, affair=0.9) for i, x in enumerate(loose) for y in loose[:i]]
    assert len(groups(join(loose, edges))) == 1


def test_undated_stories_are_put_where_they_fit() -> None:
    early, late = report("early"), report("late", "2031-05-08")
    last = report("last")
    edges = [near(early, late, 0.1, affair=0.9, order=0.8), near(late, last, 0.1, affair=0.9, order=0.7)]  # fmt: skip
    edges += [near(early, last, 0.1, affair=0.9, order=0.9)]
    told = [s.articles for s in in_order(join([early, late, last], edges))]
    assert told == [(early.id,), (late.id,), (last.id,)]


def test_the_title_is_of_the_earliest_central_report() -> None:
    a, b = report("a", "2031-05-02", "Later"), report("b", "2031-05-01", "Earlier")
    c = report("c", "2031-05-01")
    (story,) = stories(join([a, b, c], [near(a, b, 0.9), near(a, c, 0.9), near(b, c, 0.9)]))
    assert story.title == "Earlier"


def test_copies_have_one_voice() -> None:
    a, b, c = report("a"), report("b"), report("c")
    copies = [report(f"a{i}") for i in range(10)]
    edges = [near(a, b, 0.9), near(b, c, 0.9), near(a, c, 0.9)]
    linked = join([a, b, c, *copies], [*edges, *(copy_of(a, x) for x in copies)])
    (story,) = stories(linked)
    assert story.origins == 3
    assert len(story.articles) == 13


def test_articles_of_one_origin_are_of_one_story() -> None:
    a, b = report("a"), report("b")
    assert len(groups(join([a, b], [], {a.id: "ori-1", b.id: "ori-1"}))) == 1
    assert len(groups(join([a, b], [copy_of(a, b)], {a.id: "ori-1", b.id: "ori-2"}))) == 2


@st.composite
def components(draw: st.DrawFn) -> tuple[list[Article], list[Nearness]]:
    count = draw(st.integers(1, 9))
    days = st.sampled_from([None, "2031-05-01", "2031-05-02", "2031-06-01"])
    articles = [report(f"r{i}", draw(days)) for i in range(count)]
    likely = st.sampled_from([None, 0.05, 0.3, 0.6, 0.9, 0.99])
    edges = [
        near(articles[i], articles[j], happening, affair=max(happening, 0.5))
        for i in range(count)
        for j in range(i)
        if (happening := draw(likely)) is not None
    ]
    return articles, edges


@given(components())
@settings(max_examples=60)
def test_every_article_has_one_story_whatever_the_component(
    component: tuple[list[Article], list[Nearness]],
) -> None:
    articles, edges = component
    linked = join(articles, edges)
    told = sorted(id_ for s in stories(linked) for id_ in s.articles)
    assert told == sorted(a.id for a in articles)
    for affair in {s.affair for s in stories(linked)}:
        own = [s for s in stories(linked) if s.affair == affair]
        assert sum(s.previous is None for s in own) == 1
        assert {s.previous for s in own} - {None} < {s.id for s in own}


@given(components(), st.data())
@settings(max_examples=40)
def test_copies_change_no_story(
    component: tuple[list[Article], list[Nearness]], data: st.DataObject
) -> None:
    articles, edges = component
    origins = {a.id: f"ori-{i}" for i, a in enumerate(articles)}
    before = stories(join(articles, edges, origins))
    copied = data.draw(st.sampled_from(articles))
    again = Article(
        id="art-zzzz", source_id="z", text=copied.text, text_sha256=copied.text_sha256,
        published=copied.published,
    )  # fmt: skip
    after = stories(join([*articles, again], edges, {**origins, again.id: origins[copied.id]}))
    assert [(s.id, s.title, s.from_, s.to, s.origins, s.affair, s.previous) for s in before] == [
        (s.id, s.title, s.from_, s.to, s.origins, s.affair, s.previous) for s in after
    ]


def chain(count: int) -> tuple[list[Article], list[Nearness]]:
    articles = [report(f"r{i}") for i in range(count)]
    edges = [
        near(articles[i], articles[j], 0.9 if i % 100 else 0.55, affair=0.9)
        for i in range(count)
        for j in range(max(0, i - 6), i)
    ]
    return articles, edges


def test_a_chain_of_thousands_is_parted() -> None:
    articles, edges = chain(3 * MOST_REPORTS)
    found = stories(join(articles, edges))
    sizes = {s.affair: 0 for s in found}
    for story in found:
        sizes[story.affair] += len(story.articles)
    assert max(sizes.values()) <= MOST_REPORTS


@pytest.mark.slow
def test_hundreds_of_reports_are_joined_within_seconds() -> None:
    articles, edges = chain(MOST_REPORTS)
    assert within(3, lambda: join(articles, edges))


def test_published_to_the_month_is_no_day() -> None:
    one = report("a")
    month = Published(value="2031-05", precision="month", basis="metadata")
    dated = Article(id=one.id, source_id="a", text="", text_sha256="", published=month)
    (story,) = stories(join([dated]))
    assert story.from_ is None
