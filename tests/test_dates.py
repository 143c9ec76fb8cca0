"""A dating gives its days to the article, its expressions, mentions and figures, and to nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import (
    ANCHOR,
    dated_article,
    dated_event_mention,
    dated_quantity,
    dated_story,
    dated_timex,
    minutes,
    with_date,
)
from dragoman.ids import make_id, text_sha256
from dragoman.types import (
    Analysis,
    Article,
    ArticleSpan,
    Dating,
    EventMention,
    MadeBy,
    Passage,
    Published,
    Quantity,
    Reason,
    ResolvedTimex,
    Span,
    Story,
    Timex,
    When,
)

TEXT = "The bridge at Harn opened on Sunday. On Friday 12 boats had waited."
SUNDAY, FRIDAY = Span(29, 35), Span(40, 46)
MADE = MadeBy(rule="test")


def article(published: Published | None = None) -> Article:
    return Article(
        id="art-1", source_id="one", text=TEXT, text_sha256=text_sha256(TEXT), published=published
    )


def timex(span: Span, value: str) -> Timex:
    return Timex(
        id=make_id("timex", "art-1", *span),
        article="art-1",
        span=span,
        text=TEXT[slice(*span)],
        type="DATE",
        value=value,
        from_=None,
        to=None,
        anchor=None,
        made_by=MADE,
    )


def mention(when: When | None) -> EventMention:
    return EventMention(
        id="evm-1",
        article="art-1",
        type="COOPERATE",
        mode=None,
        trigger=Passage(text="opened", span=Span(19, 25)),
        actor=(),
        recipient=(),
        date=when,
        place=None,
        status="happened",
        attributed_to=None,
        made_by=MADE,
    )


def figure(when: When | None) -> Quantity:
    return Quantity(
        id="qty-1", article="art-1", span=Span(47, 49), text="12", low=12.0, high=12.0,
        modifier="exact", unit=None, measure=None, of=None, cause=None, reported_by=None,
        as_of=when, place=None, made_by=MADE,
    )  # fmt: skip


def dating(**changes: object) -> Dating:
    first = ResolvedTimex(
        timex=make_id("timex", "art-1", *SUNDAY), value="2021-05-02", from_="2021-05-02", to="2021-05-02"
    )  # fmt: skip
    base = Dating(
        id="dat-1",
        article="art-1",
        value="2021-05-03",
        precision="day",
        from_="2021-05-02",
        to="2021-05-04",
        reasons=(
            Reason(text="b", evidence=ArticleSpan(article="art-1", span=SUNDAY)),
            Reason(text="a", evidence=ArticleSpan(article="art-2", span=Span(0, 3))),
            Reason(text="c"),
            Reason(text="d", evidence=ArticleSpan(article="art-1", span=Span(0, 10))),
        ),
        timexes=(first,),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


WHEN = When(value="XXXX-WXX-7", span=SUNDAY)
ANALYSIS = Analysis(
    article=article(),
    timexes=(timex(SUNDAY, "XXXX-WXX-7"), timex(FRIDAY, "XXXX-WXX-5")),
    events=(mention(WHEN),),
    quantities=(figure(When(value="XXXX-WXX-5", span=FRIDAY)),),
)


def test_everything_that_the_dating_resolves_gets_its_days() -> None:
    found = with_date(ANALYSIS, dating())
    assert found.article.published == Published(
        value="2021-05-03", precision="day", basis="inferred", evidence=(Span(0, 10), SUNDAY)
    )
    sunday, friday = found.timexes
    assert (sunday.value, sunday.from_, sunday.to, sunday.anchor) == (
        "2021-05-02", "2021-05-02", "2021-05-02", ANCHOR,
    )  # fmt: skip
    assert friday == ANALYSIS.timexes[1]
    assert found.events[0].date == When(
        value="2021-05-02", from_="2021-05-02", to="2021-05-02", span=SUNDAY
    )
    assert found.quantities == ANALYSIS.quantities


def test_one_fact_gets_what_the_whole_analysis_gets() -> None:
    whole = with_date(ANALYSIS, dating())
    assert dated_article(ANALYSIS.article, dating()) == whole.article
    assert tuple(dated_timex(t, dating()) for t in ANALYSIS.timexes) == whole.timexes
    assert dated_event_mention(ANALYSIS.events[0], dating()) == whole.events[0]
    assert dated_quantity(figure(WHEN), dating()).as_of == whole.events[0].date


def test_a_date_that_the_article_has_stays() -> None:
    stated = Published(value="2021-05-01", precision="day", basis="stated")
    assert dated_article(article(stated), dating()).published == stated


def test_expressions_and_mentions_that_have_days_keep_them() -> None:
    known = replace(
        timex(SUNDAY, "2020-01-05"), from_="2020-01-05", to="2020-01-05", anchor="published"
    )
    assert dated_timex(known, dating()) == known
    when = When(value="2020-01-05", from_="2020-01-05", to="2020-01-05", span=SUNDAY)
    assert dated_event_mention(mention(when), dating()).date == when
    assert dated_event_mention(mention(None), dating()).date is None
    assert dated_quantity(figure(When(value="XXXX")), dating()).as_of == When(value="XXXX")


def test_an_interval_alone_dates_no_article() -> None:
    found = with_date(ANALYSIS, dating(value=None, precision="month"))
    assert found.article.published is None
    assert found.timexes[0].value == "2021-05-02"


@given(st.sampled_from(["art-2", "art-3", ""]))
def test_the_dating_of_another_article_changes_nothing(other: str) -> None:
    assert with_date(ANALYSIS, dating(article=other)) == ANALYSIS
    assert dated_article(ANALYSIS.article, dating(article=other)) == ANALYSIS.article


def test_applying_it_twice_is_applying_it_once() -> None:
    once = with_date(ANALYSIS, dating())
    assert with_date(once, dating()) == once


def test_a_story_runs_over_the_days_that_its_articles_were_given() -> None:
    story = Story(
        id="sto-1", title=None, from_="2031-03-03", to="2031-03-03", articles=("art-1", "art-2"),
        origins=2, affair="aff-1",
    )  # fmt: skip
    one = Dating(
        id="dat-1", article="art-2", value="2031-03-05", precision="day", from_="2031-03-04",
        to="2031-03-06", reasons=(),
    )  # fmt: skip
    assert (dated_story(story, []).from_, dated_story(story, [one]).to) == (
        "2031-03-03",
        "2031-03-05",
    )
    undated = replace(story, from_=None, to=None)
    assert dated_story(undated, [one]).from_ == "2031-03-05"
    other = replace(one, article="art-3")
    month = replace(one, precision="month", value="2031-03")
    assert dated_story(undated, [other, month]) == undated


def at(value: str) -> Published:
    return Published(value=value, precision="minute", basis="metadata")


def test_times_are_compared_across_time_zones() -> None:
    found = minutes(at("2024-03-04T10:30+02:00"), at("2024-03-04T09:00Z"))
    assert found is not None
    assert found[0] < found[1]


def test_days_and_mixed_time_zones_cannot_be_compared_to_the_minute() -> None:
    assert minutes(at("2024-03-04"), at("2024-03-04T09:00")) is None
    assert minutes(at("2024-03-04T10:00Z"), at("2024-03-04T09:00")) is None
    assert minutes(None, at("2024-03-04T09:00")) is None
