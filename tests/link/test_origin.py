"""Every article has one origin; its root is the first report or whom that names."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ids import make_id
from dragoman.link.origin import Origins
from dragoman.types import Article, Credit, Derivation, Origin, Span
from tests.link.reports import article, texts

Kind = Literal["copy", "rewrite", "shared_source", "shared_quotation"]
TEXT = texts()["dam/source"]


def made(one: Article, other: Article, *, kind: Kind = "copy", directed: bool = True) -> Derivation:
    return Derivation(
        id=make_id("derivation", one.id, other.id),
        from_=one.id,
        to=other.id,
        kind=kind,
        directed=directed,
        score=1.0,
        passages=(),
        basis="",
    )


def root(*articles: Article, derivations: tuple[Derivation, ...] = ()) -> str:
    ordered = sorted(articles, key=lambda a: a.id)
    (origin,) = Origins().join(ordered, derivations, {}).facts
    assert isinstance(origin, Origin)
    assert origin.articles == tuple(a.id for a in ordered)
    return origin.root


def report(outlet: str, **given: Any) -> Article:
    return article(f"{TEXT} {outlet}", outlet=outlet, **given)


def test_only_statements_in_common_do_not_join() -> None:
    one, other = report("A"), report("B")
    kinds: tuple[Kind, ...] = ("copy", "rewrite", "shared_source", "shared_quotation")
    joined = [k for k in kinds if Origins().connects(made(one, other, kind=k))]
    assert joined == ["copy", "rewrite", "shared_source"]


def test_an_article_alone_is_its_own_root() -> None:
    one = report("A")
    assert root(one) == one.id


def test_the_agency_of_a_report_is_its_root() -> None:
    assert root(report("A", credits=["Halyard"])) == "Halyard"


def test_copies_credited_to_one_agency_go_back_to_it() -> None:
    one = report("A", credits=["Halyard"])
    other = report("B", credits=["Halyard"])
    plain = report("C")
    edges = (made(one, other, directed=False), made(one, plain))
    assert root(one, other, plain, derivations=edges) == "Halyard"


def test_the_agencys_own_report_is_the_root() -> None:
    own = report("Halyard")
    copy = report("B", credits=["Halyard"])
    assert root(own, copy, derivations=(made(own, copy),)) == own.id


def test_the_first_report_is_the_root_where_nobody_is_named() -> None:
    first = report("B", day="2024-05-01")
    later = report("A", day="2024-05-02")
    assert root(first, later, derivations=(made(first, later),)) == first.id


def test_a_rewriter_that_names_another_source_does_not_change_the_root() -> None:
    first = report("B", day="2024-05-01")
    later = report("A", day="2024-05-02", credits=["Halyard"])
    assert root(first, later, derivations=(made(first, later),)) == first.id


def groups(articles: list[Article], *derivations: Derivation) -> list[set[str]]:
    ordered = sorted(articles, key=lambda a: a.id)
    found = Origins().join(ordered, derivations, {}).facts
    names = {a.id: a.outlet or "" for a in articles}
    return sorted([{names[i] for i in o.articles} for o in found if isinstance(o, Origin)], key=min)


def test_a_reworded_copy_joins_no_other_report() -> None:
    printed = [article(TEXT, outlet=outlet) for outlet in ("A", "B")]
    reworded, other = report("C"), report("D")
    copies = [made(printed[0], one) for one in (printed[1], reworded)]
    close = made(reworded, other, kind="rewrite")
    assert groups([*printed, reworded, other], *copies, close) == [{"A", "B", "C"}, {"D"}]


def test_a_copy_of_a_report_printed_once_joins_what_was_made_from_it() -> None:
    first, copy, other = (report(outlet) for outlet in "ABC")
    found = groups([first, copy, other], made(first, copy), made(copy, other, kind="rewrite"))
    assert found == [{"A", "B", "C"}]


def chain(*articles: Article) -> tuple[Derivation, ...]:
    """Each a copy of the one before, it isn't told in which direction."""
    return tuple(made(a, b, directed=False) for a, b in pairwise(articles))


def named(outlet: str, *mediums: str, begin: str = "", kind: Any = "report") -> Article:
    """A report in which media are named where they stand first in its text."""
    one = article(f"{begin}{' '.join(mediums)} {TEXT} {outlet}", outlet=outlet)
    found = tuple(
        Credit(agency=m, span=Span(at, at + len(m)), kind=kind)
        for m in mediums
        if (at := one.text.index(m)) >= 0
    )
    return replace(one, credits=found)


def test_a_medium_named_in_passing_is_no_root() -> None:
    told = named("A", "Valley Chronicle")
    passing = named("A", "Valley Chronicle", begin=f"{TEXT[:600]} ")
    assert root(told) == "Valley Chronicle"
    assert root(passing) == passing.id


def test_a_medium_that_is_named_again_and_again_is_the_root() -> None:
    often = named("A", "Valley Chronicle", begin=f"{TEXT[:600]} ")
    text = f"{often.text} Valley Chronicle said. Valley Chronicle had."
    assert root(replace(often, text=text)) == "Valley Chronicle"


def test_a_medium_whose_reporter_tells_it_from_the_place_is_the_root() -> None:
    far = named("A", "Valley Chronicle", begin=f"{TEXT[:600]} ")
    at = far.text.index("Valley Chronicle") + len("Valley Chronicle")
    there = f"{far.text[:at]}’s Ida Moor, reporting from the harbour, said the talks went on."
    assert root(replace(far, text=there)) == "Valley Chronicle"


def test_an_outlet_that_credits_itself_is_its_own_root() -> None:
    own = named("valleychronicle.example", "Valley Chronicle", kind="agency")
    assert root(own) == own.id


def test_the_report_whose_outlet_the_others_name_is_the_root() -> None:
    first = report("news.halyard.example", day="2024-05-03")
    others = [named(outlet, "Halyard", begin=f"{TEXT[:600]} ") for outlet in ("B", "C")]
    assert root(first, *others, derivations=chain(first, *others)) == first.id


def test_an_agency_outweighs_the_medium_that_it_quotes() -> None:
    wired = named("A", "Halyard", kind="agency")
    others = [named(outlet, "Valley Chronicle") for outlet in ("B", "C")]
    assert root(wired, *others, derivations=chain(wired, *others)) == "Halyard"


@given(
    links=st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["copy", "rewrite"])),
        max_size=8,
    ),
    stray=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
)
def test_copies_of_every_report_reworded_or_not_change_no_group(
    links: list[tuple[int, int, Kind]], stray: list[tuple[int, int]]
) -> None:
    """`stray`: rewordings that are as close to another report as to their own."""
    texts_ = [f"{TEXT} {n}" for n in range(6)]
    firsts = [article(text, outlet=f"{n}") for n, text in enumerate(texts_)]
    edges = [made(firsts[a], firsts[b], kind=kind) for a, b, kind in links if a != b]
    copies = [article(text, outlet=f"{n}#1") for n, text in enumerate(texts_)]
    reworded = [article(f"{text} again", outlet=f"{n}#2") for n, text in enumerate(texts_)]
    own = [made(a, b) for pair in (copies, reworded) for a, b in zip(firsts, pair, strict=True)]
    strays = [made(reworded[a], firsts[b], kind="rewrite") for a, b in stray if a != b]
    ten = groups([*firsts, *copies, *reworded], *edges, *own, *strays)
    assert [{name.split("#")[0] for name in group} for group in ten] == groups(firsts, *edges)
