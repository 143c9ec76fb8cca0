"""Groups of mentions seen as one mention each, what a word takes up, and who can't be one party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.event.cast import Cast, is_many
from dragoman.link.event.features import features
from dragoman.link.event.mention import Mention
from dragoman.link.event.union import as_one, completed
from dragoman.link.event.view import is_definite
from tests.link.event_reports import entity, joined, report, say
from tests.link.test_event_parts import mention


@pytest.mark.parametrize("words", ["89 people", "at least two men", "dozens of women", "1,200 homes"])  # fmt: skip
def test_several_by_their_wording(words: str) -> None:
    assert is_many(words)


@pytest.mark.parametrize("words", ["a 67-year-old man", "67-year-old man", "the minister", "one man", "2nd mate"])  # fmt: skip
def test_one_by_its_wording(words: str) -> None:
    assert not is_many(words)


def test_the_arrest_of_one_is_not_that_of_many() -> None:
    told = [
        report(1, "Police arrested Eva Falk in Sudport.", say("arrested", "COERCE", "", "Eva Falk", mode="arrest")),
        report(2, "Police arrested 89 people in Sudport.", say("arrested", "COERCE", "", "89 people", mode="arrest")),
    ]  # fmt: skip
    assert len(joined(*told)) == 2


def test_a_conflict_of_two_is_not_that_of_others() -> None:
    text = "The Norland and Sudria conflict goes on.\nIt is unlike the conflict in Osteria."
    told = report(
        1,
        text,
        say("conflict", "ASSAULT", "Norland|Sudria"),
        say("conflict", "ASSAULT", "", "Osteria", nth=2),
    )
    assert len(joined(told)) == 2


@pytest.mark.parametrize(
    ("before", "trigger", "definite"),
    [
        ("He fled after the ", "attack", True),
        ("since this data ", "breach", True),
        ("and the company ", "attacked", False),
        ("They fear an ", "attack", False),
        ("", "attack", False),
    ],
)
def test_a_word_that_takes_up_what_was_told(before: str, trigger: str, definite: bool) -> None:
    assert is_definite(before, trigger) is definite


def test_the_attack_is_the_one_that_the_article_tells() -> None:
    text = (
        "Norland attacked the port of Sudria at dawn.\nNobody slept after the attack, a baker says."
    )
    told = report(
        1, text, say("attacked", "ASSAULT", "Norland", "Sudria"), say("attack", "ASSAULT", nth=2)
    )
    (event,) = joined(told)
    assert event.actor == ("ent-Norland",)


def test_another_attack_is_another() -> None:
    text = "Norland attacked the port of Sudria at dawn.\nNobody had slept since a previous attack."
    told = report(
        1, text, say("attacked", "ASSAULT", "Norland", "Sudria"), say("attack", "ASSAULT", nth=2)
    )
    assert len(joined(told)) == 2


def test_what_groups_tell_together_joins_them() -> None:
    """Neither sentence of the second article names both sides; together they do."""
    one = report(1, "Norland raided the port of Sudria.", say("raided", "COERCE", "Norland", "Sudria"))  # fmt: skip
    text = "Norland raided a port.\nThe raid on Sudria was its second."
    other = report(
        2,
        text,
        say("raided", "COERCE", "Norland"),
        say("raid", "COERCE", "", "Sudria", nth=2),
    )
    (event,) = joined(one, other)
    assert event.origins == 2


def test_one_word_for_two_protests_is_no_reason_to_join_them() -> None:
    text = "Norland left the talks in protest at the fees.\nA protest by bakers is to follow."
    told = report(
        1, text, say("protest", "PROTEST", "Norland"), say("protest", "PROTEST", "bakers", nth=2)
    )
    assert len(joined(told)) == 2


def test_a_word_for_a_body_may_be_the_body() -> None:
    """'The guard' and 'Harbour Guard', an armed group: a word that one is named with, where the other has no name."""
    known, other = entity("Harbour Guard", "armed_group"), entity("Harbour Watch", "armed_group")
    cast = Cast.of([known, other])
    named, unnamed = cast.party("Harbour Guard", known.id), cast.party("the guard", None)
    pair = [mention(n, actors=(p,)) for n, p in enumerate((named, unnamed))]
    rivals = [mention(n, actors=(cast.party(e.name, e.id),)) for n, e in enumerate((known, other))]
    assert features(pair, {})["actor called"][0, 1] == 1
    assert features(rivals, {})["actor called"][0, 1] == 0


def test_the_summary_names_both_sides_and_is_not_what_takes_the_event_up() -> None:
    text = (
        "The attack on the harbour town, long feared by many, began on Monday at dawn.\n"
        "On Monday Norland attacked Sudria at dawn, as it had said it would do."
    )
    told = report(
        1,
        text,
        say("attack", "ASSAULT", "", "harbour town", day="2024-03-04"),
        say("attacked", "ASSAULT", "Norland", "Sudria", day="2024-03-04"),
    )
    (event,) = joined(told)
    assert event.summary is not None
    assert text[slice(*event.summary.span)].startswith("On Monday Norland")


def test_the_summary_says_what_the_event_is() -> None:
    """Told as planned and as done, an event that happened is shown by a sentence that says so."""
    told = [
        report(1, "Norland will attack Sudria from the sea on Monday, its admiral said at noon.",
               say("attack", "ASSAULT", "Norland", "Sudria", day="2024-03-04", status="planned"),
               published="2024-03-02"),
        report(2, "Norland attacked Sudria from the sea, its admiral said at noon.",
               say("attacked", "ASSAULT", "Norland", "Sudria"), published="2024-03-05"),
    ]  # fmt: skip
    (event,) = joined(*told)
    assert event.summary is not None
    assert event.summary.article == told[1].analysis.article.id


def test_a_mention_keeps_its_days_and_gets_those_it_lacks() -> None:
    dated, vague, other = (mention(n, days=d) for n, d in enumerate([(5, 9), None, (7, 20)]))
    assert completed(dated, [other]).days == (5, 9)
    assert completed(vague, [dated, other]).days == (7, 9)
    assert completed(vague, [dated, mention(4, days=(30, 30))]).days is None


@given(st.permutations([mention(1, days=(5, 9)), mention(2), mention(3, places=frozenset({"bay"}))]))  # fmt: skip
def test_the_order_of_a_group_changes_nothing(group: list[Mention]) -> None:
    whole = as_one(group)
    assert (whole.id, whole.days, whole.places) == ("evm-1", (5, 9), frozenset({"bay"}))
