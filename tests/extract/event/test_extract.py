"""Who did what to whom, on sentences with written-out trees: syntax, frames, what is no event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.event import extract
from dragoman.types import (
    Analysis,
    EntityMention,
    MadeBy,
    Passage,
    Published,
    Quotation,
    Span,
    Timex,
    Toponym,
)
from tests.extract.event.reading import analysis, events, reading, shown

pytestmark = pytest.mark.usefixtures("lexicon_alone")

CASES = [
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC recalled(recall)/VERB/root/0 its/PRON/nmod:poss/4 ambassador/NOUN/obj/2 from/ADP/case/6 Chile(Chile)/PROPN/obl/2/LOC on/ADP/case/8 Monday(Monday)/PROPN/obl/2 ./PUNCT/punct/2",
        ["SANCTION happened recalled: Norway > Chile"],
    ),
    (
        "Two(Two)/NUM/nummod/2 activists(activist)/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 arrested(arrest)/VERB/root/0 by/ADP/case/7 the/DET/det/7 police/NOUN/obl:agent/4 ./PUNCT/punct/4",
        ["COERCE happened arrested: police > Two activists"],
    ),
    (
        "The/DET/det/2 ministers(minister)/NOUN/nsubj/7 of/ADP/case/4 Kenya(Kenya)/PROPN/nmod/2/LOC and/CCONJ/cc/6 Peru(Peru)/PROPN/conj/4/LOC held(hold)/VERB/root/0 talks(talk)/NOUN/obj/7 in/ADP/case/10 Vienna(Vienna)/PROPN/obl/7/LOC ./PUNCT/punct/7",
        ["CONSULT happened talks: ministers of Kenya and Peru >"],
    ),
    (
        "The/DET/det/2 president/NOUN/nsubj/3 met(meet)/VERB/root/0 with/ADP/case/6 the/DET/det/6 envoy/NOUN/obl/3 of/ADP/case/8 Norway(Norway)/PROPN/nmod/6/LOC ./PUNCT/punct/3",
        ["CONSULT happened met: president + envoy of Norway >"],
    ),
    (
        "Rebels(rebel)/NOUN/nsubj/2 attacked(attack)/VERB/root/0 the/DET/det/4 town/NOUN/obj/2 and/CCONJ/cc/6 killed(kill)/VERB/conj/2 three/NUM/nummod/8 soldiers(soldier)/NOUN/obj/6 ./PUNCT/punct/2",
        [
            "ASSAULT happened attacked: Rebels > town",
            "ASSAULT happened killed: Rebels > three soldiers",
        ],
    ),
    (
        "The/DET/det/2 minister/NOUN/nsubj/3 urged(urge)/VERB/root/0 the/DET/det/5 army/NOUN/iobj/3 to/PART/mark/7 lift/VERB/xcomp/3 the/DET/det/9 blockade/NOUN/obj/7 ./PUNCT/punct/3",
        ["REQUEST happened urged: minister > army", "RETREAT called_for lift: army >"],
    ),
    (
        "The/DET/det/2 rebels(rebel)/NOUN/nsubj/3 threatened(threaten)/VERB/root/0 to/PART/mark/5 attack/VERB/xcomp/3 the/DET/det/7 capital/NOUN/obj/5 ./PUNCT/punct/3",
        ["THREATEN happened threatened: rebels >", "ASSAULT hypothetical attack: rebels > capital"],
    ),
    (
        "The/DET/det/2 committee/NOUN/nsubj/3 condemned(condemn)/VERB/root/0 the/DET/det/5 attack/NOUN/obj/3 on/ADP/case/8 the/DET/det/8 embassy/NOUN/nmod/5 ./PUNCT/punct/3",
        ["ACCUSE happened condemned: committee > attack", "ASSAULT happened attack:  > embassy"],
    ),
    (
        "The/DET/det/2 man/NOUN/nsubj/6 arrested(arrest)/VERB/acl/2 by/ADP/case/5 police/NOUN/obl:agent/3 accused(accuse)/VERB/root/0 the/DET/det/8 governor/NOUN/obj/6 of/ADP/case/10 torture/NOUN/nmod/8 ./PUNCT/punct/6",
        ["COERCE happened arrested: police > man", "ACCUSE happened accused: man > governor"],
    ),
    (
        "Kenya(Kenya)/PROPN/nsubj/2/LOC agreed(agree)/VERB/root/0 to/PART/mark/4 send/VERB/xcomp/2 troops/NOUN/obj/4 to/ADP/case/7 Peru(Peru)/PROPN/obl/4/LOC ./PUNCT/punct/2",
        ["AGREE happened agreed: Kenya > Peru", "MOBILIZE planned send: Kenya > Peru"],
    ),
    (
        "The/DET/det/2 company/NOUN/nsubj/3 recalled(recall)/VERB/root/0 its/PRON/nmod:poss/5 product/NOUN/obj/3 from/ADP/case/7 Chile(Chile)/PROPN/obl/3/LOC ./PUNCT/punct/3",
        [],
    ),
    (
        "The/DET/det/2 striker/NOUN/nsubj/3 attacked(attack)/VERB/root/0 the/DET/det/5 goal/NOUN/obj/3 in/ADP/case/9 the/DET/det/9 second/ADJ/amod/9 half/NOUN/obl/3 of/ADP/case/12 the/DET/det/12 match/NOUN/nmod/9 ./PUNCT/punct/3",
        [],
    ),
    (
        "Students(student)/NOUN/nsubj/2 protested(protest)/VERB/root/0 against/ADP/case/5 the/DET/det/5 law/NOUN/obl/2 on/ADP/case/7 Friday(Friday)/PROPN/obl/2 ./PUNCT/punct/2",
        ["PROTEST happened protested: Students >"],
    ),
    (
        "The/DET/det/2 government/NOUN/nsubj/3 refused(refuse)/VERB/root/0 to/PART/mark/5 meet/VERB/xcomp/3 the/DET/det/7 union/NOUN/obj/5 ./PUNCT/punct/3",
        [
            "REJECT happened refused: government > union",
            "CONSULT denied meet: government + union >",
        ],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/4/LOC will/AUX/aux/4 not/PART/advmod/4 lift/VERB/root/0 the/DET/det/6 sanctions(sanction)/NOUN/obj/4 on/ADP/case/9 the/DET/det/9 bank/NOUN/obl/4 ./PUNCT/punct/4",
        ["REJECT planned lift: Norway > bank"],
    ),
    (
        "Did(do)/AUX/aux/3 rebels(rebel)/NOUN/nsubj/3 attack/VERB/root/0 the/DET/det/5 village/NOUN/obj/3 ?/PUNCT/punct/3",
        ["ASSAULT hypothetical attack: rebels > village"],
    ),
    (
        "Five(Five)/NUM/nummod/2 people/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 killed(kill)/VERB/root/0 in/ADP/case/7 an(a)/DET/det/7 earthquake/NOUN/obl/4 ./PUNCT/punct/4",
        [],
    ),
    (
        "Five(Five)/NUM/nummod/2 people/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 killed(kill)/VERB/root/0 in/ADP/case/7 air/NOUN/compound/7 strikes(strike)/NOUN/obl/4 on/ADP/case/10 the/DET/det/10 town/NOUN/obl/4 ./PUNCT/punct/4",
        ["ASSAULT happened strikes:  > Five people"],
    ),
    (
        "Norway(Norway)/PROPN/nsubj/2/LOC said(say)/VERB/root/0 it/PRON/nsubj/5 had(have)/AUX/aux/5 freed(free)/VERB/ccomp/2 the/DET/det/7 prisoners(prisoner)/NOUN/obj/5 ./PUNCT/punct/2",
        ["RETREAT happened freed: Norway > prisoners"],
    ),
    (
        "The/DET/det/2 anniversary/NOUN/nsubj:pass/7 of/ADP/case/5 the/DET/det/5 attack/NOUN/nmod/2 was(be)/AUX/aux:pass/7 marked(mark)/VERB/root/0 in/ADP/case/10 the/DET/det/10 capital/NOUN/obl/7 ./PUNCT/punct/7",
        [],
    ),
    (
        "The/DET/det/2 court/NOUN/nsubj/3 convicted(convict)/VERB/root/0 the/DET/det/5 general/NOUN/obj/3 ./PUNCT/punct/3",
        ["SANCTION happened convicted: court > general"],
    ),
]

BY = MadeBy(rule="test")


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_events_of_a_sentence(line: str, expected: list[str]) -> None:
    assert [shown(e) for e in events(line)] == expected


def test_what_is_no_event_is_counted_with_its_reason() -> None:
    line = next(line for line, _ in CASES if "earthquake" in line)
    assert [d.reason for d in analysis(line).drops] == ["accident"]


def test_every_fact_of_an_event_is_tied_to_its_words() -> None:
    read = reading(CASES[0][0])
    text = read.article.text
    trigger = Span(text.index("recalled"), text.index("recalled") + len("recalled"))
    so_far = Analysis(
        article=read.article,
        timexes=(_timex(text, "Monday"),),
        toponyms=(_toponym(text, "Chile"),),
        entity_mentions=(
            _mention(text, "Norway", "ent-norway"),
            _mention(text, "Chile", "ent-chile"),
        ),
        quotations=(_quotation(text),),
    )
    (event,) = extract(read, so_far).events
    assert event.trigger == Passage(text="recalled", span=trigger)
    assert [a.entity for a in event.actor] == ["ent-norway"]
    assert [r.entity for r in event.recipient] == ["ent-chile"]
    assert event.date is not None
    assert (event.date.value, event.date.from_) == ("2024-05-06", "2024-05-06")
    assert event.attributed_to == "quo-1"
    assert event.made_by.rule == "SANCTION.discontinue:recall+envoy"
    assert event.made_by.note == "past"


@pytest.mark.parametrize(
    ("note", "published", "expected"),
    [
        ("signal since", "2024-06-01", (None, "2024-05-06", "2024-06-01")),
        ("mod MID; signal after", None, (None, "2024-05-06", None)),
        ("signal since", "2024-05-06", (None, "2024-05-06", None)),
        ("signal by", "2024-06-01", ("2024-05-06", "2024-05-06", "2024-05-06")),
    ],
)
def test_since_a_day_begins_an_interval_up_to_the_day_of_writing(
    note: str, published: str | None, expected: tuple[str | None, ...]
) -> None:
    read = reading(CASES[0][0])
    day = _timex(read.article.text, "Monday")
    day = replace(day, made_by=replace(day.made_by, note=note))
    written = Published(value=published, precision="day", basis="metadata") if published else None
    so_far = Analysis(article=replace(read.article, published=written), timexes=(day,))
    (event,) = extract(read, so_far).events
    assert event.date is not None
    assert (event.date.value, event.date.from_, event.date.to) == expected


def test_an_event_outside_the_quotation_has_no_source() -> None:
    read = reading(CASES[0][0], CASES[1][0])
    so_far = Analysis(article=read.article, quotations=(_quotation(CASES_TEXT),))
    sources = [e.attributed_to for e in extract(read, so_far).events]
    assert sources == ["quo-1", None]


def test_a_day_inside_another_noun_dates_that_noun() -> None:
    line = (
        "Norway(Norway)/PROPN/nsubj/2/LOC attacked(attack)/VERB/root/0 Chile(Chile)/PROPN/obj/2/LOC "
        "over/ADP/case/7 the/DET/det/7 {day} killings(killing)/NOUN/obl/2 ./PUNCT/punct/2"
    )
    inside = line.format(day="Monday(Monday)/PROPN/compound/7")
    read = reading(inside)
    so_far = Analysis(article=read.article, timexes=(_timex(read.article.text, "Monday"),))
    dates = {e.trigger.text: e.date for e in extract(read, so_far).events}
    assert "attacked" in dates
    assert dates["attacked"] is None


CASES_TEXT = reading(CASES[0][0]).article.text


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _timex(text: str, words: str) -> Timex:
    return Timex(
        id="tim-1", article="art-test", span=_span(text, words), text=words, type="DATE",
        value="2024-05-06", from_="2024-05-06", to="2024-05-06", anchor=None, made_by=BY,
    )  # fmt: skip


def _toponym(text: str, words: str) -> Toponym:
    return Toponym(
        id="top-1", article="art-test", span=_span(text, words), text=words, geonames_id=1,
        lat=0.0, lon=0.0, country="CHL", made_by=BY,
    )  # fmt: skip


def _mention(text: str, words: str, entity: str) -> EntityMention:
    span = _span(text, words)
    return EntityMention(
        id=f"men-{words}", article="art-test", span=span, text=words, entity=entity, made_by=BY
    )


def _quotation(text: str) -> Quotation:
    whole = Passage(text=text, span=Span(0, len(text)))
    return Quotation(
        id="quo-1", article="art-test", speaker=None, cue=None, content=(whole,),
        kind="indirect", addressee=None, made_by=BY,
    )  # fmt: skip


def test_deaths_in_a_report_of_an_accident_are_no_assault() -> None:
    crash = "A/DET/det/2 ferry/NOUN/nsubj/3 capsized(capsize)/VERB/root/0 ./PUNCT/punct/3"
    wreck = "The/DET/det/2 wreckage/NOUN/nsubj/3 sank(sink)/VERB/root/0 ./PUNCT/punct/3"
    dead = "Five/NUM/nummod/2 people(person)/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 killed(kill)/VERB/root/0 ./PUNCT/punct/4"
    assert not events(crash, wreck, dead)
    (killed,) = analysis(crash, wreck, dead).drops
    assert killed.reason == "accident"
    gunmen = "Gunmen(gunman)/NOUN/nsubj/2 attacked(attack)/VERB/root/0 the/DET/det/4 ferry/NOUN/obj/2 ./PUNCT/punct/2"
    found = [e.trigger.text for e in events(crash, wreck, gunmen, dead)]
    assert "attacked" in found
    assert "accident" not in {d.reason for d in analysis(crash, wreck, gunmen, dead).drops}
