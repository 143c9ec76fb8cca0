"""Who first reported a figure, who took it over, and what they changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_fake import article, quantity

from dragoman.ids import make_id
from dragoman.types import (
    Aligned,
    Article,
    Derivation,
    EntityPassage,
    Published,
    Quantity,
    Span,
)
from dragoman.web import linked
from dragoman.web.evidence import Source
from dragoman.web.firsts import LATER, FirstReport, Kin, change, first_reports
from dragoman.web.views import Facts

TEXT = "At least 7,000 people were displaced, the council said. {} more words."


def report(number: int, day: str | None, words: str = "7,000") -> Article:
    text = TEXT.format(number).replace("7,000", words)
    published = None if day is None else Published(value=day, precision="day", basis="metadata")
    return replace(article(text), published=published, outlet=f"Outlet {number}")


def figure(source: Article, words: str, value: float, **more: Any) -> Quantity:
    return replace(quantity(source, words, value), **{"measure": "displaced", **more})


def kin(
    articles: Sequence[Article],
    facts: Sequence[Quantity],
    origins: dict[str, str] | None = None,
    derivations: Sequence[Derivation] = (),
) -> Kin:
    """All of one origin unless told otherwise."""
    of = origins or {a.id: "one" for a in articles}
    return Kin(
        origin_of=lambda a: of.get(a, a),
        agency_of=lambda origin: "Agency" if origin == "one" else None,
        articles_of=lambda origin: [a.id for a in articles if of.get(a.id) == origin],
        derivations=derivations,
        figures_of=lambda a: [q for q in facts if q.article == a],
        beside=lambda one, other: f"/{one}/{other}",
    )


def told(
    articles: Sequence[Article],
    series: Sequence[Quantity],
    make: Callable[..., Kin] = kin,
    **more: Any,
) -> tuple[FirstReport, ...]:
    facts = [
        Facts(
            source=Source(a, n), timexes=(), quantities=(), toponyms=(), mentions=(), quotations=(), events=(),
        )
        for n, a in enumerate(articles, 1)
    ]  # fmt: skip
    return first_reports(
        linked.Index(facts, ()), series, make(articles, series, **more), "displaced"
    )


def derived(one: Article, other: Article, spans: tuple[Span, Span], *, directed: bool = True) -> Derivation:  # fmt: skip
    passage = Aligned(from_span=spans[0], to_span=spans[1], similarity=0.9)
    return Derivation(
        id=make_id("derivation", one.id, other.id), from_=one.id, to=other.id, kind="rewrite",
        directed=directed, score=0.9, passages=(passage,), basis="",
    )  # fmt: skip


def test_a_copy_that_changes_the_number_says_so_beside_the_source() -> None:
    first, copy = report(1, "2024-05-01"), report(2, "2024-05-02", "7,200")
    reports = told([first, copy], [figure(first, "7,000", 7000), figure(copy, "7,200", 7200)])
    (source,) = reports[0].sources
    assert (source.ref.outlet, source.agency, source.instead) == ("Outlet 1", "Agency", None)
    (taken,) = source.copies
    assert taken.ref.outlet == "Outlet 2" and taken.href == f"/{first.id}/{copy.id}"
    assert taken.change == "gives 7,200 instead of 7,000"
    (changed,) = reports[1].sources
    assert changed.instead is not None and changed.instead.ref.outlet == "Outlet 1"
    assert changed.copies == ()


def test_a_figure_outside_the_series_is_found_in_its_place() -> None:
    first, copy = report(1, "2024-05-01"), report(2, "2024-05-02", "7,200")
    mine, theirs = figure(first, "7,000", 7000), figure(copy, "7,200", 7200)
    edge = derived(first, copy, (Span(0, 40), Span(0, 40)))

    def with_all(articles: Any, _series: Any) -> Kin:
        return kin(articles, [mine, theirs], derivations=[edge])

    (row,) = told([first, copy], [mine], with_all)
    assert [c.change for c in row.sources[0].copies] == ["gives 7,200 instead of 7,000"]


def test_a_copy_without_the_figure_left_it_out() -> None:
    first, copy = report(1, "2024-05-01"), report(2, "2024-05-02", "many")
    (row,) = told([first, copy], [figure(first, "7,000", 7000)])
    assert [c.ref.outlet for c in row.sources[0].left_out] == ["Outlet 2"]


def test_of_one_day_what_was_made_from_another_comes_after_it() -> None:
    articles = [report(n, "2024-05-01") for n in (1, 2)]
    edge = derived(*sorted(articles, key=lambda a: a.id, reverse=True), (Span(0, 9), Span(0, 9)))  # type: ignore[misc]
    series = [figure(a, "7,000", 7000) for a in articles]
    (row,) = told(articles, series, derivations=[edge])
    assert row.sources[0].ref.id == edge.from_
    assert [c.change for c in row.sources[0].copies] == [None]


def test_independent_reports_of_one_day_are_all_first_and_later_ones_are_not() -> None:
    articles = [report(1, "2024-05-01"), report(2, "2024-05-01"), report(3, "2024-05-02"), report(4, None)]  # fmt: skip
    series = [figure(a, "7,000", 7000) for a in articles]
    (row,) = told(articles, series, origins={a.id: a.id for a in articles})
    assert {s.ref.outlet for s in row.firsts} == {"Outlet 1", "Outlet 2"}
    assert [s.ref.outlet for s in row.others] == ["Outlet 3", "Outlet 4"]
    assert all(s.agency is None for s in row.sources)


def test_of_many_later_reports_the_rest_is_counted() -> None:
    articles = [report(n, f"2024-05-{n + 1:02}") for n in range(LATER + 4)]
    series = [figure(a, "7,000", 7000) for a in articles]
    (row,) = told(articles, series, origins={a.id: a.id for a in articles})
    assert len(row.sources) == LATER + 1 and row.more == 3


def by(words: str, entity: str | None = None) -> EntityPassage:
    return EntityPassage(text=words, span=Span(0, len(words)), entity=entity)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {}, None),
        ({}, {"text": "some 7,000"}, "words it ‘some 7,000’"),
        ({}, {"modifier": "about", "text": "about 7,000"}, "‘about 7,000’ instead of ‘7,000’"),
        ({}, {"low": 8.0, "high": 8.0}, "gives 8 instead of 7,000"),
        ({}, {"measure": "people"}, None),
        ({"measure": "killed"}, {"measure": "injured"}, "of injured instead of killed"),
        ({}, {"reported_by": by("the council")}, "adds the source ‘the council’"),
        ({"reported_by": by("the council")}, {}, "leaves out the source ‘the council’"),
        ({"reported_by": by("the council")}, {"reported_by": by("Council")}, None),
        ({"reported_by": by("he")}, {"reported_by": by("Mara Ilves")}, None),
        ({"reported_by": by("Ilves", "e")}, {"reported_by": by("Mara Ilves", "e")}, None),
        (
            {"reported_by": by("the council")}, {"reported_by": by("officials")},
            "on the word of ‘officials’ instead of ‘the council’",
        ),
    ],
)  # fmt: skip
def test_what_a_report_makes_of_a_figure(before: dict[str, Any], after: dict[str, Any], said: str | None) -> None:  # fmt: skip
    one = figure(report(1, None), "7,000", 7000)
    assert change(replace(one, **before), replace(one, **after)) == said


DAYS = st.lists(
    st.tuples(st.sampled_from([None, "2024-05-01", "2024-05-02"]), st.integers(0, 2), st.sampled_from([7000.0, 7200.0])),
    min_size=1, max_size=7,
)  # fmt: skip


@given(DAYS)
def test_every_report_of_a_number_stands_once_and_nothing_is_lost(
    rows: list[tuple[str | None, int, float]],
) -> None:
    articles = [report(n, day) for n, (day, _, _) in enumerate(rows)]
    origins = {a.id: f"origin {o}" for a, (_, o, _) in zip(articles, rows, strict=True)}
    series = [figure(a, "7,000", v) for a, (_, _, v) in zip(articles, rows, strict=True)]
    reports = told(articles, series, origins=origins)
    for report_ in reports:
        value = float(report_.value.replace(",", ""))
        same = [c.ref.id for s in report_.sources for c in s.copies if "instead" not in (c.change or "")]  # fmt: skip
        given_ = [*(s.ref.id for s in report_.sources), *same]
        assert sorted(given_) == sorted(q.article for q in series if q.low == value)
    assert {r.value for r in reports} == {f"{q.low:,.0f}" for q in series if q.low}
