"""Who did it to whom, where another word than the trigger's own phrase says it; each sentence is one class."""

from __future__ import annotations

import pytest

from dragoman.types import EventMention
from tests.extract.event.reading import events

pytestmark = pytest.mark.usefixtures("lexicon_alone")

DEEDS = [
    (
        "The/DET/det/2 attack/NOUN/nsubj/8 that/PRON/obj/5 Norway(Norway)/PROPN/nsubj/5/LOC "
        "launched(launch)/VERB/acl:relcl/2 against/ADP/case/7 Lund(Lund)/PROPN/obl/5/LOC "
        "lasted(last)/VERB/root/0 for/ADP/case/10 hours(hour)/NOUN/obl/8 ./PUNCT/punct/8",
        ["attack: Norway > Lund"],
    ),
    (
        "Two(Two)/NUM/nummod/2 raids(raid)/NOUN/nsubj/8 claimed(claim)/VERB/acl/2 by/ADP/case/7 "
        "the/DET/det/7 Red/ADJ/amod/7/ORG Front(Front)/PROPN/nmod/2/ORG shook(shake)/VERB/root/0 "
        "Lund(Lund)/PROPN/obj/8/PER ./PUNCT/punct/8",
        ["raids: Red Front > -"],
    ),
    (
        "The/DET/det/2 mayor/NOUN/nsubj:pass/4 was(be)/AUX/aux:pass/4 accused(accuse)/VERB/root/0 "
        "of/ADP/case/7 the/DET/det/7 murder/NOUN/obl/4 of/ADP/case/10 a/DET/det/10 clerk/NOUN/nmod/7 "
        "./PUNCT/punct/4",
        ["accused: - > mayor", "murder: mayor > clerk"],
    ),
    (
        "Prosecutors(prosecutor)/NOUN/nsubj/2 charged(charge)/VERB/root/0 the/DET/det/4 "
        "captain/NOUN/obj/2 with/ADP/case/7 the/DET/det/7 killing/NOUN/obl/2 of/ADP/case/10 "
        "two/NUM/nummod/10 sailors(sailor)/NOUN/nmod/7 ./PUNCT/punct/2",
        ["charged: Prosecutors > captain", "killing: captain > two sailors"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/5/LOC is(be)/AUX/cop/5 in/ADP/case/5 peace/NOUN/compound/5 "
        "talks(talk)/NOUN/root/0 with/ADP/case/7 Denmark(Denmark)/PROPN/nmod/5/LOC ./PUNCT/punct/5",
        ["talks: Norway + Denmark > -"],
    ),
    (
        "The/DET/det/2 firm/NOUN/nsubj/5 is(be)/AUX/cop/5 the/DET/det/5 subject/NOUN/root/0 "
        "of/ADP/case/8 an(a)/DET/det/8 investigation/NOUN/nmod/5 by/ADP/case/10 "
        "prosecutors(prosecutor)/NOUN/nmod/8 ./PUNCT/punct/5",
        ["investigation: prosecutors > firm"],
    ),
    (
        "The/DET/det/2 hostages(hostage)/NOUN/nsubj/3 suffered(suffer)/VERB/root/0 torture/NOUN/obj/3 "
        "at/ADP/case/7 the/DET/det/7 hands(hand)/NOUN/obl/3 of/ADP/case/10 the/DET/det/10 "
        "rebels(rebel)/NOUN/nmod/7 ./PUNCT/punct/3",
        ["torture: rebels > hostages"],
    ),
    (
        "The/DET/det/2 government/NOUN/nmod:poss/5 's/PART/case/2 bombing/NOUN/compound/5 "
        "campaign/NOUN/nsubj/9 against/ADP/case/8 the/DET/det/8 rebels(rebel)/NOUN/nmod/5 "
        "continued(continue)/VERB/root/0 ./PUNCT/punct/9",
        ["campaign: government > rebels"],
    ),
    (
        "Soldiers(soldier)/NOUN/nsubj/2 carried(carry)/VERB/root/0 out/ADP/compound:prt/2 a/DET/det/5 "
        "series/NOUN/obj/2 of/ADP/case/7 raids(raid)/NOUN/nmod/5 on/ADP/case/9 "
        "villages(village)/NOUN/nmod/7 ./PUNCT/punct/2",
        ["carried: Soldiers > villages"],
    ),
    (
        "Norwegian(Norwegian)/ADJ/amod/2/NAT raids(raid)/NOUN/nsubj/5 and/CCONJ/cc/4 "
        "bombings(bombing)/NOUN/conj/2 killed(kill)/VERB/root/0 nine/NUM/nummod/7 "
        "villagers(villager)/NOUN/obj/5 ./PUNCT/punct/5",
        ["raids: Norwegian > nine villagers", "bombings: Norwegian > nine villagers"],
    ),
    (
        "The/DET/det/2 breach/NOUN/nsubj/6 of/ADP/case/5 its/PRON/nmod:poss/5 network/NOUN/nmod/2 "
        "affected(affect)/VERB/root/0 thousands(thousand)/NOUN/obj/6 of/ADP/case/9 "
        "customers(customer)/NOUN/nmod/7 ./PUNCT/punct/6",
        ["breach: - > its"],
    ),
    (
        "The/DET/det/2 capture/NOUN/nsubj/8 of/ADP/case/5 the/DET/det/5 town/NOUN/nmod/2 "
        "by/ADP/case/7 rebels(rebel)/NOUN/nmod/2 angered(anger)/VERB/root/0 "
        "Norway(Norway)/PROPN/obj/8/LOC ./PUNCT/punct/8",
        ["capture: rebels > town"],
    ),
    (
        "The/DET/det/2 teacher/NOUN/nmod:poss/4 's/PART/case/2 abduction/NOUN/nsubj/7 by/ADP/case/6 "
        "rebels(rebel)/NOUN/obl/7 angered(anger)/VERB/root/0 Norway(Norway)/PROPN/obj/7/LOC "
        "./PUNCT/punct/7",
        ["abduction: rebels > teacher"],
    ),
    (
        "The/DET/det/5 Norway(Norway)/PROPN/compound/4/ORG -/PUNCT/punct/2 "
        "Sweden(Sweden)/PROPN/compound/5/ORG talks(talk)/NOUN/nsubj/6 ended(end)/VERB/root/0 "
        "on/ADP/case/8 Monday(Monday)/PROPN/obl/6 ./PUNCT/punct/6",
        ["talks: Norway + Sweden > -"],
    ),
    (
        "The/DET/det/3 Oslo(Oslo)/PROPN/compound/3/LOC bombing/NOUN/nsubj/4 "
        "angered(anger)/VERB/root/0 Sweden(Sweden)/PROPN/obj/4/LOC ./PUNCT/punct/4",
        ["bombing: - > Oslo"],
    ),
    (
        "The/DET/det/2 mayor/NOUN/nsubj/5 of/ADP/case/4 Lund(Lund)/PROPN/nmod/2/LOC "
        "held(hold)/VERB/root/0 the/DET/det/7 rebels(rebel)/NOUN/obj/5 responsible/ADJ/xcomp/5 "
        "for/ADP/case/11 the/DET/det/11 killing/NOUN/obl/8 of/ADP/case/14 two/NUM/nummod/14 "
        "sailors(sailor)/NOUN/nmod/11 ./PUNCT/punct/5",
        ["held: mayor of Lund > rebels", "killing: rebels > two sailors"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC criticized(criticize)/VERB/root/0 the/DET/det/4 "
        "rebels(rebel)/NOUN/obj/2 for/ADP/case/7 their/PRON/nmod:poss/7 attack/NOUN/obl/2 "
        "on/ADP/case/9 Lund(Lund)/PROPN/nmod/7/LOC ./PUNCT/punct/2",
        ["criticized: Norway > rebels", "attack: rebels > Lund"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC called(call)/VERB/root/0 the/DET/det/4 raid/NOUN/obj/2 "
        "a/DET/det/6 crime/NOUN/xcomp/2 ./PUNCT/punct/2",
        ["called: Norway > raid", "raid: - > -"],
    ),
    (
        "Norway(Norway)/PROPN/nmod:poss/3/LOC 's/PART/case/1 demand/NOUN/root/0 that/SCONJ/mark/6 "
        "Sweden(Sweden)/PROPN/nsubj/6/LOC leave/VERB/acl:relcl/3 failed(fail)/VERB/acl/3 "
        "./PUNCT/punct/3",
        ["demand: Norway > Sweden"],
    ),
]
"""The event is a noun."""

VERBS = [
    (
        "Norway(Norway)/PROPN/nsubj:pass/3/LOC is(be)/AUX/aux:pass/3 committed(commit)/VERB/root/0 "
        "to/SCONJ/mark/5 helping(help)/VERB/advcl/3 the/DET/det/7 refugees(refugee)/NOUN/obj/5 "
        "./PUNCT/punct/3",
        ["helping: Norway > refugees"],
    ),
    (
        "The/DET/det/2 firm/NOUN/nsubj/11 that/PRON/obj/5 Norway(Norway)/PROPN/nsubj/5/LOC "
        "hired(hire)/VERB/acl:relcl/2 to/PART/mark/7 help/VERB/advcl/5 the/DET/det/9 "
        "refugees(refugee)/NOUN/obj/7 is(be)/AUX/cop/11 Danish(Danish)/ADJ/root/0/NAT "
        "./PUNCT/punct/11",
        ["help: Norway > refugees"],
    ),
    (
        "The/DET/det/2 minister/NOUN/nsubj/13 and/CCONJ/cc/5 his/PRON/nmod:poss/5 deputy/NOUN/conj/2 "
        ",/PUNCT/punct/9 who/PRON/nsubj/9 have/AUX/aux/9 refused(refuse)/VERB/acl:relcl/5 "
        "to/PART/mark/11 negotiate/VERB/xcomp/9 ,/PUNCT/punct/2 met(meet)/VERB/root/0 "
        "Denmark(Denmark)/PROPN/obj/13/LOC ./PUNCT/punct/13",
        [
            "refused: minister + his deputy > -",
            "negotiate: minister + his deputy > -",
            "met: minister + his deputy + Denmark > -",
        ],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC put/VERB/root/0 pressure/NOUN/obj/2 on/ADP/case/5 "
        "Sweden(Sweden)/PROPN/obl/2/LOC to/PART/mark/7 attack/VERB/advcl/2 "
        "Denmark(Denmark)/PROPN/obj/7/LOC ./PUNCT/punct/2",
        ["attack: Sweden > Denmark"],
    ),
    (
        "The/DET/det/2 spy/NOUN/nsubj/12 ,/PUNCT/punct/6 who/PRON/nsubj:pass/6 is(be)/AUX/aux:pass/6 "
        "accused(accuse)/VERB/acl:relcl/2 of/SCONJ/mark/8 killing(kill)/VERB/advcl/6 "
        "two/NUM/nummod/10 sailors(sailor)/NOUN/obj/8 ,/PUNCT/punct/2 met(meet)/VERB/root/0 "
        "the/DET/det/14 minister/NOUN/obj/12 ./PUNCT/punct/12",
        ["accused: - > spy", "killing: spy > two sailors", "met: spy + minister > -"],
    ),
    (
        "The/DET/det/2 statement/NOUN/nsubj/5 by/ADP/case/4 Norway(Norway)/PROPN/nmod/2/LOC "
        "criticized(criticize)/VERB/root/0 Sweden(Sweden)/PROPN/obj/5/LOC ./PUNCT/punct/5",
        ["criticized: Norway > Sweden"],
    ),
    (
        "Police/NOUN/nsubj/3 are(be)/AUX/aux/3 investigating(investigate)/VERB/root/0 "
        "whether/SCONJ/mark/7 the/DET/det/6 driver/NOUN/nsubj/7 killed(kill)/VERB/ccomp/3 a/DET/det/9 "
        "cyclist/NOUN/obj/7 ./PUNCT/punct/3",
        ["investigating: Police > driver", "killed: driver > cyclist"],
    ),
    (
        "The/DET/det/2 rebels(rebel)/NOUN/nsubj/3 offered(offer)/VERB/root/0 to/PART/mark/5 "
        "release/VERB/xcomp/3 him(he)/PRON/obj/5 ./PUNCT/punct/3",
        ["offered: rebels > him", "release: rebels > him"],
    ),
    (
        "The/DET/det/2 clerk/NOUN/nsubj:pass/4 was(be)/AUX/aux:pass/4 fired(fire)/VERB/root/0 "
        "from/ADP/case/7 the/DET/det/7 ministry/NOUN/obl/4 ./PUNCT/punct/4",
        ["fired: ministry > clerk"],
    ),
    (
        "Villagers(villager)/NOUN/nsubj/2 protested(protest)/VERB/root/0 against/ADP/case/5 "
        "the/DET/det/5 killings(killing)/NOUN/obl/2 by/ADP/case/7 soldiers(soldier)/NOUN/nmod/5 "
        "./PUNCT/punct/2",
        ["protested: Villagers > soldiers", "killings: soldiers > -"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC denied(deny)/VERB/root/0 the/DET/det/4 report/NOUN/obj/2 "
        "and/CCONJ/cc/6 vowed(vow)/VERB/conj/2 to/PART/mark/8 help/VERB/xcomp/6 "
        "Sweden(Sweden)/PROPN/obj/8/LOC ./PUNCT/punct/2",
        ["denied: Norway > -", "vowed: Norway > Sweden", "help: Norway > Sweden"],
    ),
    (
        "Soldiers(soldier)/NOUN/nsubj/2 attacked(attack)/VERB/root/0 and/CCONJ/cc/4 "
        "killed(kill)/VERB/conj/2 farmers(farmer)/NOUN/obj/4 ./PUNCT/punct/2",
        ["attacked: Soldiers > farmers", "killed: Soldiers > farmers"],
    ),
]
"""The event is a verb."""


def _parties(event: EventMention) -> str:
    sides = [" + ".join(p.text for p in side) or "-" for side in (event.actor, event.recipient)]
    return f"{event.trigger.text}: {' > '.join(sides)}"


@pytest.mark.parametrize(("line", "wanted"), [*DEEDS, *VERBS])
def test_parties_of_an_event(line: str, wanted: list[str]) -> None:
    found = [_parties(e) for e in events(line)]
    assert [one for one in found if one in wanted] == wanted


def test_a_year_is_nobody() -> None:
    line = (
        "He/PRON/nsubj/2 recalled(recall)/VERB/root/0 the/DET/det/4 raid/NOUN/obj/2 of/ADP/case/6 "
        "1980/NUM/nmod/4 ./PUNCT/punct/2"
    )
    assert all(not event.actor for event in events(line) if event.trigger.text == "raid")


def test_the_halves_of_a_hyphened_pair_are_two_parties() -> None:
    line = next(line for line, wanted in DEEDS if "talks: Norway + Sweden > -" in wanted)
    (talks,) = events(line)
    first, second = talks.actor
    assert first.span.end <= second.span.start


@pytest.mark.parametrize("line", [line for line, _ in (*DEEDS, *VERBS)])
def test_nobody_does_it_to_himself_by_the_same_word(line: str) -> None:
    for event in events(line):
        assert not {p.span for p in event.actor} & {p.span for p in event.recipient}
