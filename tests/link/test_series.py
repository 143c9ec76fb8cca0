"""Quantity series from quantities built by hand."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from typing import Any

import pytest

from dragoman.link.series import join
from dragoman.link.series.figures import counted, figures
from dragoman.linking import Affair, Told
from dragoman.types import (
    Analysis,
    Article,
    EntityPassage,
    Linked,
    MadeBy,
    Passage,
    Published,
    Quantity,
    QuantitySeries,
    Span,
    Timex,
    When,
)

RULE = MadeBy(rule="test")


def passage(text: str, words: str | None) -> Passage | None:
    if words is None:
        return None
    start = text.index(words)
    return Passage(text=words, span=Span(start, start + len(words)))


def number(article: str, text: str, words: str, value: float, **given: Any) -> Quantity:
    """A quantity of a text, exact and of people killed unless said otherwise."""
    start = text.index(words)
    modifier = given.get("modifier", "exact")
    source = passage(text, given.get("by"))
    when = given.get("when")
    dated = passage(text, when[0]) if when else None
    return Quantity(
        id=f"qty-{article}-{start}",
        article=article,
        span=Span(start, start + len(words)),
        text=words,
        low=None if modifier == "up_to" else value,
        high=None if modifier in ("at_least", "more_than", "vague") else value,
        modifier=modifier,
        unit=given.get("unit"),
        measure=given.get("measure", "killed"),
        of=passage(text, given.get("of", "people")),
        cause=passage(text, given.get("cause")),
        reported_by=EntityPassage(text=source.text, span=source.span) if source else None,
        as_of=When(value=when[1], from_=when[1], to=when[1], span=dated.span)
        if when and dated
        else None,
        place=None,
        made_by=RULE,
    )


def told(
    name: str,
    text: str,
    *numbers: tuple[Any, ...],
    day: str | None = "2024-03-02",
    **given: Any,
) -> Told:
    """An article of its own origin; `numbers` are (words, value) or (words, value, given)."""
    published = Published(value=day, precision="day", basis="metadata") if day else None
    article = Article(
        id=name,
        source_id=name,
        published=published,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    made = tuple(number(name, text, n[0], n[1], **(n[2] if len(n) > 2 else {})) for n in numbers)
    analysis = Analysis(article=article, quantities=made, timexes=given.get("timexes", ()))
    return Told(analysis=analysis, origin=given.get("origin", f"ori-{name}"), story="sto-1")


def affair(*members: Told) -> Affair:
    return Affair(
        id="aff-1",
        members=tuple(sorted(members, key=lambda t: t.analysis.article.id)),
        stories=(),
        derivations=(),
    )


def series(*members: Told) -> list[QuantitySeries]:
    found = join(affair(*members), Linked()).facts
    return [fact for fact in found if isinstance(fact, QuantitySeries)]


FIRST = told("art-a", "The flood in the valley killed 12 people, officials said.", ("12", 12.0, {"by": "officials"}))  # fmt: skip
LATER = told(
    "art-b",
    "The flood in the valley has killed 19 people, the rescue service said.",
    ("19", 19.0, {"by": "the rescue service"}),
    day="2024-03-04",
)


def test_a_growing_toll_is_one_series_with_its_sources() -> None:
    (found,) = series(FIRST, LATER)
    assert [(p.value, p.as_of, p.reported_by, p.relation) for p in found.points] == [
        (12.0, "2024-03-02", "officials", "first"),
        (19.0, "2024-03-04", "the rescue service", "revision"),
    ]
    assert (found.measure, found.of) == ("killed", "people")
    assert found.newest == found.points[1].quantity


def test_every_number_of_a_series_is_its_member() -> None:
    linked = join(affair(FIRST, LATER), Linked())
    (found,) = linked.facts
    assert {part for part, _ in linked.membership} == {"qty-art-a-31", "qty-art-b-35"}
    assert {whole for _, whole in linked.membership} == {found.id}


def test_what_was_said_before_is_kept() -> None:
    said = Linked(membership=(("a", "b"),))
    assert join(affair(FIRST), said).membership[0] == ("a", "b")


def test_one_number_of_a_measure_to_follow_is_a_series() -> None:
    (found,) = series(FIRST)
    assert [p.relation for p in found.points] == ["first"]


@pytest.mark.parametrize("measure", ["people", "money", "vehicles"])
def test_other_measures_need_two_origins(measure: str) -> None:
    one = told(
        "art-a",
        "The bridge cost 4,310 in all.",
        ("4,310", 4310.0, {"measure": measure, "of": None}),
    )
    other = told(
        "art-b",
        "In all the bridge cost 4,310.",
        ("4,310", 4310.0, {"measure": measure, "of": None}),
    )
    assert series(one) == []
    assert len(series(one, other)) == 1


def test_a_vague_word_alone_is_no_series() -> None:
    vague = ("Dozens", 24.0, {"modifier": "vague", "measure": "injured"})
    assert series(told("art-a", "Dozens of people were hurt in the storm.", vague)) == []


def test_measures_that_nobody_follows_are_left_out() -> None:
    score = told("art-a", "They won 34 games.", ("34", 34.0, {"measure": "score", "of": "games"}))
    assert series(score, replace(score, origin="ori-z")) == []


def test_the_killed_and_the_injured_are_two_series() -> None:
    text = "The crash killed 7 people and injured 51 people near the town."
    both = told("art-a", text, ("7", 7.0), ("51", 51.0, {"measure": "injured"}))
    assert sorted(str(s.measure) for s in series(both)) == ["injured", "killed"]


def test_numbers_of_one_sentence_are_of_two_quantities() -> None:
    text = "The crash killed 2 pilots and 2 children near the town."
    pilots, children = ("2 p", 2.0, {"of": "pilots"}), ("2 c", 2.0, {"of": "children"})
    assert len(series(told("art-a", text, pilots, children))) == 2


def test_a_part_is_its_own_series() -> None:
    whole = told("art-a", "The shelling killed 40 people in the town.", ("40", 40.0))
    part = told(
        "art-b", "The shelling killed 9 children in the town.", ("9", 9.0, {"of": "children"})
    )
    assert len(series(whole, part)) == 2


def test_what_two_articles_of_one_story_give_first_is_the_toll() -> None:
    first = told(
        "art-a",
        "The clinic took in 5 sailors.",
        ("5", 5.0, {"of": "sailors", "measure": "injured"}),
    )
    later = told(
        "art-b", "Now 8 fishermen lie hurt.", ("8", 8.0, {"of": "fishermen", "measure": "injured"})
    )
    assert len(series(first, later)) == 1
    assert len(series(first, replace(later, story="sto-2"))) == 2


def test_the_harmed_among_all_are_no_part_and_some_of_the_harmed_are() -> None:
    text = "4 of the 30 people aboard were injured, 2 of the injured badly, and 1 of whom died."
    of = told("art-a", text, *((f"{n}", float(n), {"measure": "injured"}) for n in (4, 2, 1)))
    assert [(f.value, f.part, f.leads) for f in figures([of])] == [
        (4.0, False, True), (2.0, True, False), (1.0, True, False),
    ]  # fmt: skip


def test_one_odd_reading_does_not_name_a_series() -> None:
    people = [
        told(
            f"art-{n}",
            "There were 19 people aboard the ferry.",
            ("19", 19.0, {"measure": "people"}),
        )
        for n in "abc"
    ]
    odd = told(
        "art-d", "There were 19 people aboard the ferry.", ("19", 19.0, {"measure": "injured"})
    )
    assert {s.measure for s in series(*people, odd)} == {"people"}


def test_another_accident_of_another_year_is_another_quantity() -> None:
    now = told("art-a", "The rail crash near the town killed 7 people.", ("7", 7.0))
    text = "It was the worst since 2004, when a train hit a car and 7 people died."
    start = text.index("2004")
    year = Timex(
        id="tim-1", article="art-b", span=Span(start, start + 4), text="2004", type="DATE",
        value="2004", from_="2004-01-01", to="2004-12-31", anchor=None, made_by=RULE,
    )  # fmt: skip
    then = told("art-b", text, ("7", 7.0), timexes=(year,))
    assert len(series(now, then)) == 2


def test_a_wide_range_is_no_number_that_it_only_holds() -> None:
    range_ = told(
        "art-a",
        "People said the fence was moved by between 8 and 24 people.",
        ("between 8 and 24", 8.0, {"measure": "people"}),
    )
    text = "The people of the town office are asking 24 people."
    asked = told("art-b", text, ("24", 24.0, {"measure": "people"}))
    (quantity,) = range_.analysis.quantities
    wide = replace(quantity, low=8.0, high=24.0)
    range_ = replace(range_, analysis=replace(range_.analysis, quantities=(wide,)))
    assert not series(range_, asked)


def test_nationality_is_part_of_what_is_counted() -> None:
    canadians = told(
        "art-a", "The crash killed 10 Canadians on the coast.", ("10", 10.0, {"of": "Canadians"})
    )
    chileans = told(
        "art-b", "The crash killed 10 Chileans on the coast.", ("10", 10.0, {"of": "Chileans"})
    )
    assert len(series(canadians, chileans)) == 2


@pytest.mark.parametrize(
    ("of", "head", "countries"),
    [
        ("people", None, set()),
        ("U.S. citizens", None, {"USA"}),
        ("American tourists", "traveller", {"USA"}),
        ("Costa Rican pilots", "crew", {"CRI"}),
        ("crew members", "crew", set()),
        ("fishermen", "crew", set()),
        ("men", None, set()),
        ("women", "woman", set()),
        ("players on the minor league team", "player", set()),
        ("", None, set()),
    ],
)
def test_what_is_counted(of: str, head: str | None, countries: set[str]) -> None:
    assert counted(of) == (head, frozenset(countries))


# ---------------------------------------------------------------- points


def report(name: str, value: float, day: str | None, **given: Any) -> Told:
    text = f"The flood in the valley killed {value:.0f} people, it was said."
    return told(name, text, (f"{value:.0f}", value, given), day=day)


def relations(*members: Told) -> list[str]:
    (found,) = series(*members)
    return [point.relation for point in found.points]


def test_two_numbers_of_one_day_contradict_each_other() -> None:
    day = "2024-03-02"
    assert relations(report("art-a", 40, day), report("art-b", 52, day)) == [
        "first",
        "contradiction",
    ]


def test_hedges_reconcile_what_they_can() -> None:
    day = "2024-03-02"
    over = report("art-a", 50, day, modifier="more_than")
    assert relations(over, report("art-b", 51, day)) == ["first", "same"]
    least = report("art-a", 40, day, modifier="at_least")
    assert relations(least, report("art-b", 52, day)) == ["first", "revision"]


def test_a_smaller_number_of_another_source_on_a_later_day_contradicts() -> None:
    before, after = report("art-a", 52, "2024-03-02"), report("art-b", 40, "2024-03-03")
    assert relations(before, after) == ["first", "contradiction"]


def test_reports_without_a_day_come_last_and_revise_nothing() -> None:
    (found,) = series(report("art-a", 40, None), report("art-b", 47, "2024-03-02"))
    assert [(p.as_of, p.relation) for p in found.points] == [
        ("2024-03-02", "first"),
        (None, "undated"),
    ]
    assert found.newest == found.points[0].quantity


def test_a_large_toll_may_have_grown_by_a_report_without_a_day() -> None:
    (found,) = series(report("art-a", 9500, "2024-03-02"), report("art-b", 38000, None))
    assert [p.relation for p in found.points] == ["first", "undated"]


def casualties(name: str, value: float, day: str | None) -> Told:
    text = f"The flood in the valley led to {value:.0f} casualties, it was said."
    given = {"measure": "casualties", "of": "casualties"}
    return told(name, text, (f"{value:.0f}", value, given), day=day)


def test_casualties_revise_no_toll_and_no_toll_revises_them() -> None:
    tolls = report("art-a", 9512, "2024-03-02"), report("art-c", 9913, "2024-03-06")
    (found,) = series(*tolls, casualties("art-b", 10407, "2024-03-04"))
    assert found.measure == "killed"
    assert [(p.value, p.relation) for p in found.points] == [
        (9512, "first"),
        (10407, "other_measure"),
        (9913, "revision"),
    ]
    assert found.newest == found.points[2].quantity


def test_casualties_are_the_toll_where_the_number_is_the_same() -> None:
    day = "2024-03-02"
    assert relations(report("art-a", 9500, day), casualties("art-b", 9500, day)) == [
        "first",
        "same",
    ]


def test_casualties_alone_revise_one_another() -> None:
    one, other = casualties("art-a", 9512, "2024-03-02"), casualties("art-b", 9813, "2024-03-04")
    assert relations(one, other) == ["first", "revision"]


@pytest.mark.parametrize(
    ("measure", "of", "shown"),
    [
        ("injured", "the injured", None),
        ("killed", "the dead", None),
        ("people", "people", None),
        ("killed", "people", "people"),
        ("killed", "the dead fishermen", "the dead fishermen"),
    ],
)
def test_what_is_counted_says_more_than_the_measure(
    measure: str, of: str, shown: str | None
) -> None:
    text = f"The flood took 12: {of} of the valley."
    numbers = ("12", 12.0, {"measure": measure, "of": of})
    (found,) = series(told("art-a", text, numbers), told("art-b", text, numbers))
    assert found.of == shown


def test_a_month_is_a_day_as_good_as_it_goes() -> None:
    (found,) = series(report("art-a", 40, "2024-03-02"), report("art-b", 55, "2024-04"))
    assert [(p.as_of, p.relation) for p in found.points] == [
        ("2024-03-02", "first"),
        ("2024-04", "revision"),
    ]


def test_the_day_that_a_report_names_is_that_of_its_number() -> None:
    text = "As of Friday the flood in the valley had killed 12 people."
    dated = told("art-a", text, ("12", 12.0, {"when": ("Friday", "2024-03-01")}))
    (found,) = series(dated)
    assert (found.points[0].as_of, found.points[0].basis) == ("2024-03-01", "stated")


def test_the_day_of_an_accident_is_not_that_of_its_toll() -> None:
    text = "The flood in the valley on Friday killed 12 people."
    dated = told("art-a", text, ("12", 12.0, {"when": ("Friday", "2024-03-01")}))
    (found,) = series(dated)
    assert (found.points[0].as_of, found.points[0].basis) == ("2024-03-02", "published")


def test_the_number_of_most_origins_stands() -> None:
    day = "2024-03-02"
    (found,) = series(report("art-a", 52, day), report("art-b", 50, day), report("art-c", 50, day))
    newest = next(p for p in found.points if p.quantity == found.newest)
    assert newest.value == 50


# ---------------------------------------------------------------- copies


def copies(of: Told, count: int) -> list[Told]:
    """Copies under other ids, of the same origin."""
    made = []
    for n in range(count):
        name = f"{of.analysis.article.id}-{hashlib.sha256(str(n).encode()).hexdigest()[:4]}"
        quantities = tuple(
            replace(q, id=f"{q.id}-{name}", article=name) for q in of.analysis.quantities
        )
        article = replace(of.analysis.article, id=name)
        made.append(
            replace(of, analysis=replace(of.analysis, article=article, quantities=quantities))
        )
    return made


def shape(found: list[QuantitySeries]) -> list[Any]:
    """The series without the ids of quantities and articles."""
    return [
        (s.id, s.measure, s.of, [(p.value, p.as_of, p.reported_by, p.relation) for p in s.points])
        for s in found
    ]


def test_copies_add_no_series_and_no_point() -> None:
    members = [FIRST, LATER, report("art-c", 19, "2024-03-05")]
    repeated = [copy for member in members for copy in (member, *copies(member, 9))]
    assert shape(series(*repeated)) == shape(series(*members))


def test_the_order_of_articles_changes_nothing() -> None:
    members = [FIRST, LATER, *(report(f"art-{n}", 10 + n, f"2024-03-{n:02}") for n in range(1, 9))]
    expected = join(affair(*members), Linked())
    random.Random(7).shuffle(members)
    shuffled = replace(affair(*members), members=tuple(members))
    assert join(shuffled, Linked()) == expected
