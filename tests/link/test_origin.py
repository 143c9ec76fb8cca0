"""Every article has one origin; its root is the first report or whom that names."""

from __future__ import annotations

from typing import Any, Literal

from dragoman.ids import make_id
from dragoman.link.origin import Origins
from dragoman.types import Article, Derivation, Origin
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
