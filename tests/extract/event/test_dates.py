"""Which events have the day of a sentence: not those that are only spoken or learned of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.event import extract
from dragoman.types import Analysis, MadeBy, Span, Timex
from tests.extract.event.reading import analysis, reading, shown

pytestmark = pytest.mark.usefixtures("lexicon_alone")

LEARNED = (
    "Guards(guard)/NOUN/nsubj/2 learned(learn)/VERB/root/0 of/ADP/case/5 the/DET/det/5 attack/NOUN/obl/2 "
    "on/ADP/case/8 the/DET/det/8 depot/NOUN/nmod/5 on/ADP/case/10 Monday(Monday)/PROPN/obl/2 ./PUNCT/punct/2"
)
SAID = (
    "Norland(Norland)/PROPN/nsubj/2/LOC said(say)/VERB/root/0 on/ADP/case/4 Monday(Monday)/PROPN/obl/2 "
    "that/SCONJ/mark/7 rebels(rebel)/NOUN/nsubj/7 attacked(attack)/VERB/ccomp/2 the/DET/det/9 depot/NOUN/obj/7 "
    "./PUNCT/punct/2"
)
ACCUSED = (
    "Norland(Norland)/PROPN/nsubj/2/LOC accused(accuse)/VERB/root/0 rebels(rebel)/NOUN/obj/2 of/ADP/case/6 "
    "an(a)/DET/det/6 attack/NOUN/obl/2 on/ADP/case/8 Monday(Monday)/PROPN/obl/2 and/CCONJ/cc/10 "
    "condemned(condemn)/VERB/conj/2 the/DET/det/12 governor/NOUN/obj/10 ./PUNCT/punct/2"
)
ORDERED = (
    "Norland(Norland)/PROPN/nsubj/2/LOC ordered(order)/VERB/root/0 on/ADP/case/4 Monday(Monday)/PROPN/obl/2 "
    "raids(raid)/NOUN/obj/2 against/ADP/case/7 Veldmark(Veldmark)/PROPN/nmod/5/LOC ./PUNCT/punct/2"
)
KILLED = (
    "Norland(Norland)/PROPN/nsubj/2/LOC mourned(mourn)/VERB/root/0 after/ADP/case/5 the/DET/det/5 raids(raid)/NOUN/obl/2 "
    "that/PRON/nsubj/7 lasted(last)/VERB/acl:relcl/5 until/ADP/case/9 Monday(Monday)/PROPN/obl/7 ./PUNCT/punct/2"
)
RELATED = (
    "Rebels(rebel)/NOUN/nsubj/2 stormed(storm)/VERB/root/0 the/DET/det/4 depot/NOUN/obj/2 on/ADP/case/6 "
    "Monday(Monday)/PROPN/obl/2 after/ADP/case/8 talks(talk)/NOUN/obl/2 with/ADP/case/10 "
    "Norland(Norland)/PROPN/nmod/8/LOC ,/PUNCT/punct/14 which/PRON/nsubj/14 had(have)/AUX/aux/14 "
    "arrested(arrest)/VERB/acl:relcl/10 a/DET/det/16 general/NOUN/obj/14 ./PUNCT/punct/2"
)
MET = (
    "The/DET/det/2 students(student)/NOUN/nsubj:pass/4 were(be)/AUX/aux:pass/4 met(meet)/VERB/root/0 "
    "with/ADP/case/7 riot/NOUN/compound/7 police/NOUN/obl/4 ./PUNCT/punct/4"
)


def _dated(line: str) -> dict[str, bool]:
    """The event words of a sentence, and whether they have its day."""
    read = reading(line)
    at = read.article.text.index("Monday")
    day = Timex(
        id="tim-1", article="art-test", span=Span(at, at + 6), text="Monday", type="DATE",
        value="2024-05-06", from_="2024-05-06", to="2024-05-06", anchor=None, made_by=MadeBy(rule="test"),
    )  # fmt: skip
    found = extract(read, replace(Analysis(article=read.article), timexes=(day,))).events
    return {event.trigger.text: event.date is not None for event in found}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LEARNED, {"attack": False}),
        (SAID, {"attacked": False}),
        (ACCUSED, {"accused": True, "attack": False, "condemned": True}),
        (ORDERED, {"raids": True}),
        (KILLED, {"raids": True}),
        (RELATED, {"stormed": True, "talks": True, "arrested": False}),
    ],
)
def test_a_day_of_saying_or_learning_is_none_of_the_deed(
    line: str, expected: dict[str, bool]
) -> None:
    assert _dated(line) == expected


def test_what_is_met_with_something_meets_nobody() -> None:
    said = analysis(MET)
    assert "answered_with" in [drop.reason for drop in said.drops]
    assert not [shown(event) for event in said.events if event.type == "CONSULT"]
