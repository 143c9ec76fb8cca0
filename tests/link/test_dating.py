"""Undated reports get the days that dated reports, their own words and each other betray, with reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.dating import join
from dragoman.link.dating.clues import WEIGHTS, ClueKind
from dragoman.resources import load_json
from dragoman.types import Analysis, Dating, Linked, ResolvedTimex
from tests.link.dating_reports import affair, datings, event, made_from, report, toll

# One affair in the invented port of Vellin, May 2019: 14 May was a Tuesday.
STRIKE = report(
    "strike",
    "Dockers in Vellin walked out on Tuesday over new rosters. The port authority said on Tuesday "
    "that 12 ships were waiting outside the harbour.",
    day="2019-05-14",
)
ECHO = report(
    "echo",
    "Dockers in Vellin walked out on Tuesday over new rosters, their union said. The rosters were "
    "announced in March. Talks will open on Thursday.",
)
LATER = report(
    "later",
    "The ferries of Vellin sail again. Dockers in Vellin had walked out on 14 May over new rosters. "
    "The port reopened on Saturday and the rosters were withdrawn on Friday.",
)
UNBOUND = report(
    "unbound", "The harbour of Vellin is the oldest on the coast. Few boats call there."
)


def value(found: dict[str, Dating], name: str) -> str | None:
    return found[name].value


def test_a_weekday_that_a_dated_report_fixes_dates_the_article() -> None:
    found = datings(affair(STRIKE, ECHO))
    assert value(found, "echo") in ("2019-05-14", "2019-05-15")
    assert found["echo"].from_ <= "2019-05-14" <= found["echo"].to
    texts = [reason.text for reason in found["echo"].reasons]
    assert "What it dates 'Tuesday' another report dates 2019-05-14." in texts
    assert "Of the story, another report was written on 2019-05-14." in texts
    assert found["echo"].contradictions == ()


def test_the_evidence_stands_in_the_articles() -> None:
    articles = {a.article.id: a.article for a in (STRIKE, ECHO, LATER)}
    found = datings(affair(STRIKE, ECHO, LATER))
    evidence = [r.evidence for d in found.values() for r in d.reasons if r.evidence]
    assert evidence
    for place in evidence:
        text = articles[place.article].text
        assert 0 <= place.span.start < place.span.end <= len(text)


def test_a_date_that_the_article_has_is_left_alone() -> None:
    assert "strike" not in datings(affair(STRIKE, ECHO))
    assert join(affair(STRIKE), Linked()).facts == ()


def test_relative_expressions_get_their_days_where_the_interval_pins_them() -> None:
    found = datings(
        affair(STRIKE, ECHO, replace(STRIKE, article=replace(STRIKE.article, id="art-z")))
    )
    names = {t.id: t.text for t in ECHO.timexes}
    resolved = {names[r.timex]: r for r in found["echo"].timexes}
    assert resolved["Tuesday"].value == "2019-05-14"
    assert resolved["Thursday"].value == "2019-05-16"
    assert (resolved["March"].from_, resolved["March"].to) == ("2019-03-01", "2019-03-31")


def test_only_a_year_and_the_affair_date_nothing_that_is_not_bound() -> None:
    assert datings(affair(UNBOUND)) == {}
    assert datings(affair(ECHO, UNBOUND)) == {}


def test_an_absolute_date_in_the_words_is_enough_for_a_beginning() -> None:
    words = "Dockers in Vellin walked out on 14 May 2019. The port reopened on 18 May 2019."
    found = datings(affair(report("own", words)))
    assert "2019-05-14" <= found["own"].from_ <= "2019-05-18" <= found["own"].to
    assert any("18 May 2019" in reason.text for reason in found["own"].reasons)


def test_the_address_of_the_page_holds_a_day() -> None:
    words = "Dockers in Vellin stayed at home."
    found = datings(affair(report("web", words, url="https://example.org/2019/05/16/dockers.html")))
    assert (found["web"].value, found["web"].precision) == ("2019-05-16", "day")
    assert found["web"].reasons[0].text == "The address of the page holds the date 2019-05-16."


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2019/13/45/x",
        "https://example.org/a/120190516000",
        "https://example.org/2019/05/16/2018/01/02",
        None,
    ],
)
def test_an_address_without_one_day_dates_nothing(url: str | None) -> None:
    assert datings(affair(report("web", "Dockers in Vellin stayed at home.", url=url))) == {}


def test_undated_articles_help_each_other() -> None:
    bound = report("bound", ECHO.article.text, url="https://example.org/2019/05/15/dockers.html")
    alone = datings(affair(LATER))
    together = datings(affair(LATER, bound))
    assert "later" not in alone
    assert together["later"].from_ >= "2019-04-15"
    assert together["later"].from_ <= "2019-05-18" <= together["later"].to


def test_a_rewrite_is_near_its_source() -> None:
    other = report("other", "In Vellin, men who load ships have stopped work because of rosters.")
    stories = {"other": "another story"}
    far = datings(affair(STRIKE, other, stories=stories))
    made = made_from(STRIKE, other, "rewrite", directed=True)
    near = datings(affair(STRIKE, other, stories=stories, derivations=[made]))
    assert near["other"].value == "2019-05-14"
    assert "It is a rewrite of an article written on 2019-05-14." in [
        reason.text for reason in near["other"].reasons
    ]
    assert "other" not in far or far["other"].value is None


VISIT = "Minister Ilse Marn will visit Tolvany on Sunday, her office said on Friday."
MET = "Ilse Marn and ministers of Tolvany spoke for two hours in the capital."


def _with_visit(of: Analysis, trigger: str, status: str) -> Analysis:
    parties = (("Ilse Marn", "AAA", "person"), ("Tolvany", "BBB", "state"))
    entities, mention = event(of, trigger, parties, status)  # type: ignore[arg-type]
    return replace(of, entities=entities, events=(mention,))


def test_what_is_announced_comes_before_what_is_told_as_done() -> None:
    ahead = _with_visit(report("ahead", VISIT), "visit", "planned")
    done = _with_visit(report("done", MET, day="2019-05-21"), "spoke", "happened")
    stories = {"ahead": "one", "done": "two"}
    found = datings(affair(ahead, done, stories=stories))["ahead"]
    assert found.to <= "2019-05-21"
    assert found.value in ("2019-05-17", "2019-05-18")
    assert "It announces what another report of 2019-05-21 tells as done." in [
        reason.text for reason in found.reasons
    ]


def test_what_is_told_as_done_comes_after_its_announcement() -> None:
    ahead = _with_visit(report("ahead", VISIT, day="2019-05-17"), "visit", "planned")
    done = _with_visit(report("done", MET), "spoke", "happened")
    found = datings(affair(ahead, done, stories={"ahead": "one", "done": "two"}))["done"]
    assert found.from_ >= "2019-05-15"
    assert "It tells as done what another report of 2019-05-17 announces." in [
        reason.text for reason in found.reasons
    ]


def test_a_total_that_only_grows_lies_between_those_of_dated_reports() -> None:
    flood = "the flood in the Orvel valley"

    def counted(name: str, number: str, day: str | None) -> Analysis:
        of = report(name, f"{number} people died in {flood}, officials said.", day=day)
        return replace(of, quantities=(toll(of, number, flood),))

    reports = [
        counted("low", "120", "2019-05-02"),
        counted("high", "310", "2019-05-30"),
        counted("between", "205", None),
    ]
    found = datings(affair(*reports))["between"]
    assert "2019-05-02" <= found.from_ <= found.to <= "2019-05-30"
    texts = " ".join(reason.text for reason in found.reasons)
    assert "is higher than the '120' of a report written on 2019-05-02" in texts
    assert "is lower than the '310' of a report written on 2019-05-30" in texts


def test_what_does_not_fit_is_reported_and_moves_little() -> None:
    crowd = [
        report(f"dated-{n}", STRIKE.article.text + f" Crane {n} stood still.", day="2019-05-14")
        for n in range(3)
    ]
    odd = report(
        "odd",
        "Dockers in Vellin walked out on 2 May over new rosters. The port authority said that 12 "
        "ships were waiting outside the harbour.",
        url="https://example.org/2019/05/15/dockers.html",
    )
    wrong = report("wrong", "Dockers in Vellin walked out yesterday over new rosters.", url="https://example.org/2019/05/20/a.html")  # fmt: skip
    found = datings(affair(*crowd, odd, wrong))
    assert found["wrong"].value == "2019-05-20"
    (first, *_) = found["wrong"].contradictions
    assert first.text.endswith("That does not fit 2019-05-20.")
    assert first.evidence is not None


def test_months_since_an_opening_month_lie_after_it() -> None:
    opening = report("opening", "Vellin closed its port in October.", day="2018-10-12")
    since = report(
        "since",
        "Since October, no ship has entered Vellin. A court found in March that the closure was "
        "lawful. The council met in April.",
    )
    found = datings(affair(opening, since, stories={"since": "another"}))
    assert found["since"].to >= "2019-04-01"


def test_the_order_of_the_reports_and_other_facts_do_not_matter() -> None:
    whole = affair(STRIKE, ECHO, LATER, UNBOUND)
    found = join(whole, Linked())
    assert join(affair(UNBOUND, LATER, ECHO, STRIKE), Linked()) == found
    said = Linked(membership=(("a", "b"),))
    assert join(whole, said).membership == said.membership
    assert join(whole, said).facts == found.facts


def test_copies_of_the_known_reports_weigh_no_more_than_one() -> None:
    origins = {f"copy-{n}": STRIKE.article.id for n in range(10)}
    copies = [report(name, STRIKE.article.text, day="2019-05-14") for name in origins]
    other = report("weeks", "Vellin has a new crane.", day="2019-06-20")
    few = datings(affair(STRIKE, other, UNBOUND))
    many = datings(affair(STRIKE, *copies, other, UNBOUND, origins=origins))
    assert few["unbound"].to >= "2019-06-20"
    assert many["unbound"].to >= "2019-06-20"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2019-99-99", "9999-12", "2019-05"])
def test_odd_dates_break_nothing(day: str) -> None:
    found = datings(affair(report("odd", STRIKE.article.text, day=day), ECHO, LATER))
    assert "odd" not in found or found["odd"].reasons


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [STRIKE.article.text, ECHO.article.text, LATER.article.text, UNBOUND.article.text,
                 "", "On Monday, in 2019. Yesterday. 30 February. Last week, next year."]
            ),
            st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_reports_give_sound_datings(given_: list[tuple[str, str | None]]) -> None:
    reports = [report(f"r{n}", text, day=day) for n, (text, day) in enumerate(given_)]
    ids = {a.article.id for a in reports if a.article.published is None}
    timexes = {t.id for a in reports for t in a.timexes}
    facts = join(affair(*reports), Linked()).facts
    for fact in facts:
        assert isinstance(fact, Dating)
        assert fact.article in ids
        assert fact.from_ <= fact.to
        assert fact.value is None or fact.from_[: len(fact.value)] <= fact.value <= fact.to
        assert fact.reasons
        assert {r.timex for r in fact.timexes} <= timexes
        assert all(isinstance(r, ResolvedTimex) and r.from_ <= r.to for r in fact.timexes)
    assert len({fact.id for fact in facts}) == len(facts)


def test_the_report_that_is_most_alike_is_a_reason() -> None:
    other = report("other", "The port of Sarn closed a quay.", day="2019-05-01")
    own = report(
        "own", "Dockers in Vellin walked out over new rosters; ships wait outside the harbour."
    )
    found = datings(affair(STRIKE, other, own))
    assert any("most like one written on" in r.text for r in found["own"].reasons)


def test_every_kind_of_clue_counts_for_something() -> None:
    powers = load_json(WEIGHTS)["powers"]
    assert set(powers) <= set(get_args(ClueKind))
    assert all(0 < power < 2 for power in powers.values())
