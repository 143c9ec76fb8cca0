"""Nominal events without a party, and what is no event for all its words."""

from __future__ import annotations

import pytest

from tests.extract.event.reading import analysis, events, shown

pytestmark = pytest.mark.usefixtures("lexicon_alone")

ALONE = [
    (
        "Customers(customer)/NOUN/nsubj/2 learned(learn)/VERB/root/0 of/ADP/case/6 the/DET/det/6 data/NOUN/compound/6 breach/NOUN/obl/2 ./PUNCT/punct/2",
        ["COERCE happened breach:  >"],
    ),
    (
        "Prices(price)/NOUN/nsubj/2 rose(rise)/VERB/root/0 after/ADP/case/6 the/DET/det/6 nuclear/ADJ/amod/6 test/NOUN/obl/2 ./PUNCT/punct/2",
        ["MOBILIZE happened test:  >"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj:pass/3/LOC was(be)/AUX/aux:pass/3 seized(seize)/VERB/root/0 with/ADP/case/5 breaches(breach)/NOUN/obl/3 ./PUNCT/punct/3",
        [],
    ),
    (
        "New/ADJ/amod/2 sanctions(sanction)/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 imposed(impose)/VERB/root/0 ./PUNCT/punct/4",
        ["SANCTION happened imposed:  >"],
    ),
    (
        "Police/NOUN/nsubj/2 fined(fine)/VERB/root/0 the/DET/det/4 driver/NOUN/obj/2 for/SCONJ/mark/6 violating(violate)/VERB/advcl/2 the/DET/det/8 ban/NOUN/obj/6 ./PUNCT/punct/2",
        ["SANCTION happened fined: Police > driver", "REJECT happened violating: driver >"],
    ),
]


@pytest.mark.parametrize(("line", "expected"), ALONE)
def test_a_definite_or_described_noun_stands_without_a_party(
    line: str, expected: list[str]
) -> None:
    assert [shown(e) for e in events(line)] == expected


NONE = [
    (
        "The/DET/det/2 missile/NOUN/nsubj/4 can/AUX/aux/4 destroy/VERB/root/0 the/DET/det/6 city/NOUN/obj/4 ./PUNCT/punct/4",
        "only_possible",
    ),
    (
        "Critics(critic)/NOUN/nsubj/3 may/AUX/aux/3 condemn/VERB/root/0 the/DET/det/5 president/NOUN/obj/3 ./PUNCT/punct/3",
        "only_possible",
    ),
    (
        "We/PRON/nsubj/2 promise/VERB/root/0 you/PRON/iobj/2 aid/NOUN/obj/2 ./PUNCT/punct/2",
        "addressed_to_the_reader",
    ),
]


@pytest.mark.parametrize(("line", "reason"), NONE)
def test_what_is_no_event_has_its_reason(line: str, reason: str) -> None:
    found = analysis(line)
    assert found.events == ()
    assert reason in [drop.reason for drop in found.drops]


def test_a_rocket_is_no_weapon_in_a_report_of_space_flight() -> None:
    launch = "The/DET/det/3 rocket/NOUN/compound/3 launch/NOUN/nsubj:pass/5 was(be)/AUX/aux:pass/5 delayed(delay)/VERB/root/0 ./PUNCT/punct/5"
    flight = "Astronauts(astronaut)/NOUN/nsubj/2 saw(see)/VERB/root/0 the/DET/det/4 moon/NOUN/obj/2 ,/PUNCT/punct/6 mars/NOUN/conj/4 and/CCONJ/cc/8 asteroids(asteroid)/NOUN/conj/4 ./PUNCT/punct/2"
    assert [e.type for e in events(launch)] == ["MOBILIZE"]
    assert [d.reason for d in analysis(launch, flight).drops] == ["space_flight"]
