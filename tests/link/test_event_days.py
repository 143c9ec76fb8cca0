"""The day of an event comes from whoever tells it; what can't be of one day is not one event."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.event.view import bounds
from dragoman.link.event.when import Days, common
from dragoman.linking import Told
from tests.link.event_reports import joined, report, say
from tests.link.test_event import visit

PUBLISHED = "2024-03-04"


def recall(number: int, text: str, trigger: str, recipient: str = "Sudria", **more: Any) -> Told:
    told = {k: more.pop(k) for k in ("day", "status") if k in more}
    one = say(trigger, "SANCTION", "Norland", recipient, mode="discontinue", **told)
    return report(number, text, one, **more)


def test_the_day_is_that_of_any_report_which_gives_one() -> None:
    told = [
        recall(1, "Norland recalled its ambassador to Sudria.", "recalled"),
        recall(2, "Norland said it would recall its ambassador to Sudria on Saturday.", "recall",
               day="2024-03-02", status="planned"),
    ]  # fmt: skip
    (event,) = joined(*told)
    assert event.date is not None
    assert (event.date.from_, event.date.to, event.status) == (
        "2024-03-02", "2024-03-02", "happened",
    )  # fmt: skip


def test_what_repeats_a_sentence_may_give_the_day_that_it_lacks() -> None:
    text = "Norland said it was recalling its ambassador to Sudria over the fish."
    told = [
        recall(1, text, "recalling", status="ongoing", origin="ori-1"),
        recall(2, text.replace("said", "told us"), "recalling", day="2024-03-02", origin="ori-1"),
    ]
    (event,) = joined(*told)
    assert event.date is not None and event.date.from_ == "2024-03-02"


DAYS = st.tuples(st.integers(1, 28), st.integers(1, 28)).map(
    lambda d: Days(f"2024-03-{min(d):02d}", f"2024-03-{max(d):02d}")
)


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_common_days_lie_in_every_interval_or_some_are_apart(days: list[Days]) -> None:
    found = common(days)
    if found is None:
        assert max(d.first for d in days) > min(d.last for d in days)
    else:
        assert found.first <= found.last
        assert all(d.first <= found.first and found.last <= d.last for d in days)


@given(st.permutations([Days("2024-03-01", "2024-03-31", "2024-03"), Days("2024-03-04", "2024-03-10"),
                        Days("2024-03-09", "2024-03-10", "2024-W10-WE")]))  # fmt: skip
def test_the_order_of_the_days_changes_nothing(days: list[Days]) -> None:
    assert common(days) == Days("2024-03-09", "2024-03-10", "2024-W10-WE")


def test_a_later_story_tells_the_event_of_an_earlier_one_as_background() -> None:
    """Sentence by sentence little is alike; what the first story tells together is what the second recalls."""
    first = "Norland recalls envoy to Sudria over fish\nThe envoy is being recalled for consultations, it said."
    told = [
        report(1, first, say("recalls", "SANCTION", "Norland", "Sudria", mode="discontinue"),
               say("recalled", "SANCTION", mode="discontinue", status="ongoing")),
        recall(2, "Norland recalled its ambassador to Sudria on Saturday.", "recalled", day="2024-03-02"),
        recall(3, "In a grave step after months of quarrels, Norland recalled its man on Saturday.", "recalled", "",
               day="2024-03-02", story="sto-2"),
    ]  # fmt: skip
    (event,) = joined(*told)
    assert event.origins == 3


@pytest.mark.parametrize("days", [("2024-03-02", "2024-04-02"), ("2024-03-02", "2024-03-03")])
def test_what_is_done_again_on_another_day_is_another_event(days: tuple[str, str]) -> None:
    told = [
        report(n, f"Norland shelled Sudport in Sudria, said report {n}.",
               say("shelled", "ASSAULT", "Norland", "Sudria", day=day), story=f"sto-{n}")
        for n, day in enumerate(days)
    ]  # fmt: skip
    assert len(joined(*told)) == 2


def test_visits_that_two_stories_tell_without_a_day_are_two() -> None:
    told = [
        visit(1, "Anna Berg visited Sudria for the opening of a long bridge that bakers and fishers had wanted.", "Sudria"),
        visit(2, "After months of silence over unpaid harbour fees, Anna Berg visited Sudria with a cheque.", "Sudria",
              story="sto-2"),
    ]  # fmt: skip
    assert len(joined(*told)) == 2


def test_talks_of_every_month_are_as_many() -> None:
    told = [
        report(n, f"Anna Berg and Eva Falk held talks on fish, round {n}.",
               say("talks", "CONSULT", "Anna Berg|Eva Falk", day=f"2024-0{n}-05"), story=f"sto-{n}")
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert len(joined(*told)) == 3


def test_a_visit_to_come_is_not_the_one_of_last_month() -> None:
    told = [
        visit(1, "Anna Berg visited Sudria.", "Sudria", day="2024-02-02", published=PUBLISHED),
        visit(2, "Anna Berg plans to visit Sudria.", "Sudria", status="planned", published=PUBLISHED),
    ]  # fmt: skip
    assert len(joined(*told)) == 2


def test_a_rally_of_last_week_and_one_to_come_of_others_are_two() -> None:
    text = "Anna Berg led a rally in Nordhaven last week.\nA group plans a march and a rally at a dock."
    told = report(
        1,
        text,
        say("rally", "PROTEST", "Anna Berg", day="2024-02-25", place="Nordhaven"),
        say("rally", "PROTEST", "group", status="planned", nth=2),
        published=PUBLISHED,
    )
    assert len(joined(told)) == 2


def test_what_was_done_previously_is_not_the_news() -> None:
    told = [
        report(1, "A court in Sudria convicted Eva Falk on Monday.",
               say("convicted", "SANCTION", "", "Eva Falk", day=PUBLISHED), published=PUBLISHED),
        report(2, "Eva Falk was previously convicted of theft.",
               say("convicted", "SANCTION", "", "Eva Falk"), published=PUBLISHED),
    ]  # fmt: skip
    assert len(joined(*told)) == 2


def test_old_figures_beside_the_news_lend_it_no_day() -> None:
    text = (
        "Some 50 people were injured on the pier.\nSome 20 people were injured in March 2015 alone."
    )
    told = report(
        1,
        text,
        say("injured", "ASSAULT", "", "50 people"),
        say("injured", "ASSAULT", "", "20 people", nth=2, day="2015-03-02"),
        published=PUBLISHED,
    )
    news, old = sorted(joined(told), key=lambda e: e.date is not None)
    assert news.date is None and old.date is not None


@pytest.mark.parametrize(("published", "events"), [("2024-03-04", 1), ("2024-02-02", 2)])
def test_what_reports_recall_by_its_day_is_one(published: str, events: int) -> None:
    """A month later 'the raids of 1 February' are one; of yesterday's news there may be several."""
    told = [
        report(1, "Sudria mourns those who died in the raids of 1 February.",
               say("raids", "ASSAULT", "", "Sudria", day="2024-02-01"), published=published),
        report(2, "The quarrel began with the Norland attack on 1 February, a professor says.",
               say("attack", "ASSAULT", "Norland", day="2024-02-01"), published=published, story="sto-2"),
    ]  # fmt: skip
    assert len(joined(*told)) == events


def test_bounds_need_a_day_of_the_report_and_none_of_the_mention() -> None:
    (told,) = report(1, "Norland will attack Sudria.", say("attack", "ASSAULT", status="planned")).analysis.events  # fmt: skip
    (dated,) = report(1, "Norland will attack.", say("attack", "ASSAULT", status="planned", day="2024-03-09")).analysis.events  # fmt: skip
    assert bounds(told, "Norland will ", 100) == (98, None)
    assert bounds(told, "Norland will ", None) == bounds(dated, "", 100) == (None, None)
