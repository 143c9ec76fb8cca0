"""Names that one article leaves open, joined with whom its story or affair names; all names are invented."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.entity import join
from dragoman.linking import Affair, with_identities
from dragoman.types import Analysis, Identity, Linked
from tests.link.entity.reports import Named, affair, body, person, report

FULL = report("Darla Vexley spoke, and Vexley left.", person("Darla Vexley", "Vexley"))
SHORT = report("Vexley said the bridge would hold.", person("Vexley"))
HARBOUR = report(
    "The Harbour Border Corps (HBC) met.", body("Harbour Border Corps", "HBC"), outlet="Gazette"
)


def joined(of: Affair) -> dict[str, str]:
    """Name of the open entity → that of whom it is."""
    names = {e.id: e.name for told in of.members for e in told.analysis.entities}
    said = join(of, Linked())
    assert said.membership == tuple((i.entity, i.whole) for i in identities(said))
    return {names[i.entity]: names[i.whole] for i in identities(said)}


def identities(said: Linked) -> list[Identity]:
    return [fact for fact in said.facts if isinstance(fact, Identity)]


def one(text: str, *named: Named) -> Analysis:
    return report(text, *named, outlet="Tribune")


def test_a_surname_is_the_one_person_of_the_story_who_bears_it() -> None:
    assert joined(affair([FULL, SHORT])) == {"Vexley": "Darla Vexley"}


def test_where_the_story_names_nobody_the_affair_is_asked() -> None:
    found = identities(join(affair([FULL], [SHORT]), Linked()))
    near = identities(join(affair([FULL, SHORT]), Linked()))
    assert [i.entity for i in found] == [i.entity for i in near]
    assert found[0].score < near[0].score and "affair" in found[0].basis


def test_the_story_goes_before_the_affair() -> None:
    other = one("Romil Vexley rowed.", person("Romil Vexley"))
    assert joined(affair([FULL, SHORT], [other])) == {"Vexley": "Darla Vexley"}


@pytest.mark.parametrize("apart", [False, True])
def test_two_of_one_surname_leave_it_open(apart: bool) -> None:
    other = one("Romil Vexley rowed.", person("Romil Vexley"))
    stories = ([FULL, other], [SHORT]) if apart else ([FULL, other, SHORT],)
    assert joined(affair(*stories)) == {}


def test_spellings_of_one_person_are_no_two() -> None:
    other = one("Darla M. Vexley rowed.", person("Darla M. Vexley"))
    assert joined(affair([FULL, other, SHORT])) == {"Vexley": "Darla M. Vexley"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mr Vexley said it would hold.", person("Vexley")),
        ("Vexley said he would stay.", person("Vexley", pronouns="he")),
        ("Darla said so. Vexley left.", person("Darla")),
        ("Norman Vexley sang; the name was cut.", Named("Vexley")),
        ("Vexley and Darla Vexley met.", person("Vexley")),
    ],
)
def test_what_does_not_agree_leaves_it_open(text: str, named: Named) -> None:
    woman = report("Ms Vexley, Darla Vexley, spoke.", person("Darla Vexley", "Vexley"))
    more = (person("Darla Vexley"),) if "and Darla" in text else ()
    assert joined(affair([woman, one(text, named, *more)])) == {}


def test_countries_that_differ_leave_it_open() -> None:
    full = report("Darla Vexley spoke.", person("Darla Vexley", country="NRL"))
    short = one("Vexley spoke.", person("Vexley", country="SUD"))
    assert joined(affair([full, short])) == {}


@pytest.mark.parametrize("surname", ["Kelly", "Scott"])
def test_a_given_name_is_a_surname_behind_another_given_name_alone(surname: str) -> None:
    short = one(f"{surname} rowed.", person(surname))
    behind = report(f"Mary {surname} spoke.", person(f"Mary {surname}"))
    before = report(f"{surname} Vexley spoke.", person(f"{surname} Vexley", surname))
    assert joined(affair([behind, short])) == {surname: f"Mary {surname}"}
    assert joined(affair([before, short])) == {}
    assert joined(affair([behind, before, short])) == {}


def test_a_surname_that_stands_first() -> None:
    full = report("Vraq Donwen spoke; Vraq left.", person("Vraq Donwen", "Vraq"))
    assert joined(affair([full, one("Vraq rowed.", person("Vraq"))])) == {"Vraq": "Vraq Donwen"}


def test_an_initial_must_be_that_of_the_given_name() -> None:
    right, wrong = (one(f"{i}. Vexley rowed.", person(f"{i}. Vexley")) for i in "DR")
    assert joined(affair([FULL, right])) == {"D. Vexley": "Darla Vexley"}
    assert joined(affair([FULL, wrong])) == {}


def test_an_acronym_is_the_body_that_it_is_given_to_or_spells() -> None:
    short = report("The HBC said no.", body("HBC"), outlet="Post")
    spelt = report("The Harbour Border Corps met.", body("Harbour Border Corps"))
    assert joined(affair([HARBOUR, short])) == {"HBC": "Harbour Border Corps"}
    assert joined(affair([spelt, short])) == {"HBC": "Harbour Border Corps"}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("HBC West", "HBC"),  # a part of it
        ("Harbour Corps", "HC"),  # two letters stand for too much
        ("Elm Moss Corp", "EMC"),  # 'Corp' is no part of a name's acronym
    ],
)
def test_bodies_that_an_acronym_does_not_name(full: str, short: str) -> None:
    names = report(f"The {full} met.", body(full))
    assert joined(affair([names, one(f"The {short} met.", body(short))])) == {}


def test_two_bodies_of_one_acronym_leave_it_open() -> None:
    other = report("The Hill Boat Club raced.", body("Hill Boat Club"), outlet="Mail")
    short = report("The HBC said no.", body("HBC"))
    assert joined(affair([HARBOUR, other, short])) == {}


def test_a_body_that_the_lexicon_knows_is_nobody_else() -> None:
    short = report("The HBC said no.", body("HBC", known=True), outlet="Post")
    assert joined(affair([HARBOUR, short])) == {}


def test_a_person_is_no_body() -> None:
    assert joined(affair([HARBOUR, one("HBC said no.", person("HBC"))])) == {}


def test_names_that_nobody_has_in_full_are_one_within_a_story() -> None:
    first = report("Vexley rowed.", person("Vexley"), day="2024-05-01")
    later = one("Vexley sang.", person("Vexley"))
    said = join(affair([first, later]), Linked())
    assert said.membership == ((later.entities[0].id, first.entities[0].id),)
    assert joined(affair([first], [later])) == {}
    assert len(join(affair([HARBOUR], [first, later]), Linked()).facts) == 1


def test_given_names_alone_join_nobody() -> None:
    first, later = report("Darla rowed.", person("Darla")), one("Darla sang.", person("Darla"))
    mary = [report("Mary rowed.", person("Mary")), one("Mary sang.", person("Mary"))]
    full = report("Mary Vexley spoke.", person("Mary Vexley", "Mary"))
    assert joined(affair(mary)) == {} and joined(affair([full, *mary])) == {}
    assert len(joined(affair([first, later]))) <= 1


def test_never_across_affairs() -> None:
    assert joined(affair([FULL])) == {} and joined(affair([SHORT])) == {}


def test_an_affair_is_told_with_whom_names_mean() -> None:
    of = affair([FULL, SHORT])
    known = with_identities(of, identities(join(of, Linked())))
    told = {t.analysis.article.id: t.analysis for t in known.members}
    short, whole = told[SHORT.article.id], FULL.entities[0].id
    assert [e.id for e in short.entities] == [m.entity for m in short.entity_mentions] == [whole]
    assert short.quotations[0].speaker is not None
    assert short.quotations[0].speaker.entity == whole
    assert told[FULL.article.id] is FULL


NAMES = ("Vexley", "Darla Vexley", "D. Vexley", "Romil Vexley", "Quarn", "Ila Quarn", "HBC")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), max_size=9), st.integers())
def test_any_order_gives_the_same_and_no_whole_is_a_part(
    told: list[tuple[str, int]], seed: int
) -> None:
    articles = [
        (report(f"{name} met {n}.", body(name) if name == "HBC" else person(name)), story)
        for n, (name, story) in enumerate(told)
    ]
    said = join(_in(articles), Linked())
    random.Random(seed).shuffle(articles)
    assert join(_in(articles), Linked()) == said
    parts, wholes = {p for p, _ in said.membership}, {w for _, w in said.membership}
    assert parts.isdisjoint(wholes) and len(parts) == len(said.membership)
    of = {i: a.article.id for a, _ in articles for i in (e.id for e in a.entities)}
    assert all(i.article == of[i.entity] for i in identities(said))


def _in(articles: Iterable[tuple[Analysis, int]]) -> Affair:
    found = list(articles)
    return affair(*([a for a, story in found if story == n] for n in range(3)))
