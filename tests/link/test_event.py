"""Mentions of one thing are one event; other days, hosts, speakers and copies are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.event import join
from dragoman.linking import Affair, Told
from dragoman.types import Derivation, Event, Linked
from tests.link.event_reports import joined, linked, report, say

VISIT = "Anna Berg will visit Sudria for talks on fishing."
MADE = "Anna Berg visited Sudport and saw the harbour."


def visit(number: int, text: str, recipient: str, **more: object) -> Told:
    trigger = "visited" if "visited" in text else "visit"
    told = {k: more.pop(k) for k in ("day", "status", "actor") if k in more}
    one = say(
        trigger, "CONSULT", str(told.pop("actor", "Anna Berg")), recipient, mode="visit", **told
    )
    return report(number, text, one, **more)


def test_a_plan_and_what_became_of_it_are_one_event_that_happened() -> None:
    (event,) = joined(
        visit(1, VISIT, "Sudria", status="planned", published="2024-03-01"),
        visit(2, MADE, "Sudport", published="2024-03-05"),
    )
    assert (event.status, event.articles, event.origins) == ("happened", 2, 2)
    assert (event.actor, event.recipient) == (("ent-Anna Berg",), ("ent-Sudria",))


def test_a_plan_that_most_tell_of_stays_one() -> None:
    plans = [visit(n, VISIT, "Sudria", status="planned", published="2024-03-02") for n in range(5)]
    early = visit(9, MADE, "Sudport", published="2024-03-01")
    (event,) = joined(*plans, early)
    assert event.status == "planned"


def test_visits_to_two_states_are_two() -> None:
    assert (
        len(joined(visit(1, VISIT, "Sudria"), visit(2, "Anna Berg visited Osteria.", "Osteria")))
        == 2
    )


def test_other_days_are_other_events_and_a_weekday_fits_its_date() -> None:
    one = visit(1, VISIT, "Sudria", day="2024-03-02")
    assert len(joined(one, visit(2, MADE, "Sudria", day="2024-03-09"))) == 2
    assert len(joined(one, visit(3, MADE, "Sudria", day="XXXX-WXX-6"))) == 1


def test_a_surname_is_the_one_full_name_that_bears_it() -> None:
    (event,) = joined(
        visit(1, VISIT, "Sudria"), visit(2, "Berg visited Sudria.", "Sudria", actor="Berg")
    )
    assert event.actor == ("ent-Anna Berg",)


@pytest.mark.parametrize("actor", ["Norland", "foreign minister", "Norland's minister Anna Berg"])
def test_a_state_its_minister_and_her_office_are_one_party(actor: str) -> None:
    text = f"{actor} recalled the ambassador from Sudria on Monday."
    one = report(1, text, say("recalled", "SANCTION", actor, "Sudria"))
    other = report(
        2,
        "Anna Berg recalled the ambassador from Sudria.",
        say("recalled", "SANCTION", "Anna Berg", "Sudria"),
    )
    assert len(joined(one, other)) == 1


def test_two_ministers_are_two_speakers() -> None:
    one = report(1, "Anna Berg accused Sudria.", say("accused", "ACCUSE", "Anna Berg", "Sudria"))
    other = report(2, "Carl Dahl accused Sudria.", say("accused", "ACCUSE", "Carl Dahl", "Sudria"))
    assert len(joined(one, other)) == 2


def test_talks_within_a_visit_are_an_event_of_their_own() -> None:
    text = "Anna Berg visited Sudria.\nShe held talks with Eva Falk."
    told = report(
        1,
        text,
        say("visited", "CONSULT", "Anna Berg", "Sudria", mode="visit"),
        say("talks", "CONSULT", "Anna Berg|Eva Falk"),
    )
    assert len(joined(told)) == 2


def test_a_meeting_of_the_same_two_is_one_by_whatever_name() -> None:
    one = report(1, "Anna Berg met Eva Falk.", say("met", "CONSULT", "Anna Berg|Eva Falk"))
    other = report(
        2,
        "The conversation of Eva Falk and Anna Berg took an hour.",
        say("conversation", "CONSULT", "Eva Falk|Anna Berg"),
    )
    assert len(joined(one, other)) == 1


def test_two_triggers_of_one_sentence_are_two_events_also_in_its_copy() -> None:
    text = "Norland shelled Sudria and shelled Sudria again."
    both = [say("shelled", "ASSAULT", "Norland", "Sudria", nth=n) for n in (1, 2)]
    events = joined(report(1, text, *both), report(2, text, *both))
    assert [e.articles for e in events] == [2, 2]


def test_the_third_and_the_fourth_are_two() -> None:
    texts = [f"Norland held its {n} missile test at sea." for n in ("third", "fourth")]
    told = [
        report(i, t, say("test", "MOBILIZE", "Norland", mode="weapons"))
        for i, t in enumerate(texts)
    ]
    assert len(joined(*told)) == 2


def test_a_mention_of_nobody_joins_nothing() -> None:
    told = [
        report(1, "Norland attacked Sudria.", say("attacked", "ASSAULT", "Norland", "Sudria")),
        report(2, "The night was quiet after the attack.", say("attack", "ASSAULT"), story="sto-2"),
        report(
            3, "Osteria attacked a convoy.", say("attacked", "ASSAULT", "Osteria"), story="sto-3"
        ),
    ]
    assert len(joined(*told)) == 3


def test_who_did_it_may_be_told_in_two_ways() -> None:
    """Accounts that name different actors of one attack stand side by side in one event."""
    told = [
        report(1, "Norland shelled Sudria on Monday.", say("shelled", "ASSAULT", "Norland", "Sudria", day="2024-03-04")),
        report(2, "Osteria shelled Sudria on Monday.", say("shelled", "ASSAULT", "Osteria", "Sudria", day="2024-03-04")),
    ]  # fmt: skip
    (event,) = joined(*told)
    assert event.actor == ("ent-Norland", "ent-Osteria")


def test_each_origin_has_one_vote() -> None:
    wrong = [
        visit(n, f"{VISIT}\nMore {n}.", "Sudria", origin="ori-1", day="2024-03-02", status="denied")
        for n in range(3)
    ]
    right = [
        visit(n, f"{MADE}\nMore {n}.", "Sudria", origin=f"ori-{n}", day="2024-03-02")
        for n in (11, 12)
    ]
    (event,) = joined(*wrong, *right)
    assert (event.status, event.articles, event.origins) == ("happened", 5, 3)


def test_copies_change_neither_the_event_nor_its_id() -> None:
    first = visit(1, f"{VISIT}\nIt rained.", "Sudria", origin="ori-1")
    second = visit(2, MADE, "Sudport", origin="ori-2")
    copies = [visit(n, f"{VISIT}\nIt rained.", "Sudria", origin="ori-1") for n in range(10, 20)]
    (alone,), (among,) = joined(first, second), joined(first, second, *copies)
    assert (among.id, among.origins) == (alone.id, alone.origins)
    assert (among.actor, among.recipient, among.status) == (
        alone.actor,
        alone.recipient,
        alone.status,
    )


def test_whom_a_pronoun_means_is_told_by_who_repeats_it() -> None:
    """The first report says 'it'; another of its origin names the state."""
    said = {"trigger": "attacked", "type_": "ASSAULT", "recipient": "Sudria"}
    one = report(
        1, "It had earlier attacked Sudria at sea.", say(actor="It", **said), origin="ori-1"
    )
    two = report(
        2,
        "Norland had earlier attacked Sudria at sea.",
        say(actor="Norland", **said),
        origin="ori-1",
    )
    (event,) = joined(one, two)
    (named,) = joined(two)
    assert event.actor == named.actor != ()


def test_what_only_a_changed_copy_reads_is_no_event() -> None:
    """'Made' reads as nothing and 'accused' as something, which no event of its origin is: a stray."""
    text = f"{VISIT}\nThe envoy made the council wait for its letter."
    changed = f"{VISIT}\nThe envoy accused the council, wait for its letter."
    copies = [visit(n, text, "Sudria", origin="ori-1") for n in range(1, 6)]
    other = visit(9, changed, "Sudria", origin="ori-1")
    read = report(9, changed, say("accused", "ACCUSE"), origin="ori-1")
    both = replace(other.analysis, events=(*other.analysis.events, *read.analysis.events))
    members = [*copies, replace(other, analysis=both)]
    made = Derivation(
        id="der-1", from_=copies[0].analysis.article.id, to=other.analysis.article.id, kind="copy",
        directed=False, score=1.0, passages=(), basis="",
    )  # fmt: skip
    ordered = tuple(sorted(members, key=lambda m: m.analysis.article.id))
    affair = Affair(id="aff-1", members=ordered, stories=(), derivations=(made,))
    found = join(affair, Linked())
    (event,) = (f for f in found.facts if isinstance(f, Event))
    assert len(event.mentions) == len(copies) + 1
    assert found.strays == tuple(m.id for m in read.analysis.events)


def test_what_an_altered_copy_alone_reads_of_a_report_without_events_founds_none() -> None:
    """A stray: a mention that belongs to no event. Told by the copy alone, it is one."""
    text = "The team asked for better maps of the coast.\nNobody answered the letter for a week."
    changed = text.replace("asked for", "toured")
    copies = [report(n, text, origin="ori-1") for n in range(1, 4)]
    other = report(9, changed, say("toured", "CONSULT", mode="visit"), origin="ori-1")
    made = Derivation(
        id="der-1", from_=copies[0].analysis.article.id, to=other.analysis.article.id, kind="copy",
        directed=False, score=1.0, passages=(), basis="",
    )  # fmt: skip
    ordered = tuple(sorted([*copies, other], key=lambda m: m.analysis.article.id))
    affair = Affair(id="aff-1", members=ordered, stories=(), derivations=(made,))
    found = join(affair, Linked())
    assert (found.facts, found.membership) == ((), ())
    assert found.strays == tuple(m.id for m in other.analysis.events)
    assert [event.origins for event in joined(other)] == [1]


def test_the_summary_is_a_whole_sentence_of_the_body() -> None:
    text = "Berg to visit Sudria\nAnna Berg will visit Sudria on Sunday for talks on fishing."
    told = report(
        1,
        text,
        say("visit", "CONSULT", "Berg", "Sudria", mode="visit"),
        say("visit", "CONSULT", "Anna Berg", "Sudria", mode="visit", nth=2),
        title=True,
    )
    (event,) = joined(told)
    assert event.summary is not None
    start, end = event.summary.span
    assert text[start:end].startswith("Anna Berg will visit")


def test_an_affair_without_events_says_nothing() -> None:
    assert joined(report(1, "It rained all day.")) == []


REPORTS = [
    visit(1, VISIT, "Sudria", status="planned"),
    visit(2, MADE, "Sudport"),
    visit(3, "Anna Berg visited Osteria on Friday.", "Osteria"),
    report(4, "Norland accused Sudria of theft.", say("accused", "ACCUSE", "Norland", "Sudria")),
    report(5, "Norland attacked Sudria.", say("attacked", "ASSAULT", "Norland", "Sudria")),
    report(6, "Norland, it said, accused Sudria of theft.", say("accused", "ACCUSE", "Norland", "Sudria")),
]  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.permutations(REPORTS))
def test_the_order_of_articles_changes_nothing(members: list[Told]) -> None:
    assert linked(members) == linked(REPORTS)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(REPORTS), unique_by=lambda t: t.analysis.article.id))
def test_every_mention_is_of_one_event(members: list[Told]) -> None:
    found = linked(members)
    parts = [part for part, _ in found.membership]
    assert sorted(parts) == sorted(m.id for t in members for m in t.analysis.events)
    assert {whole for _, whole in found.membership} == {f.id for f in found.facts}
