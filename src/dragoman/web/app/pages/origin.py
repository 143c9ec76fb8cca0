"""An origin: one report, and every article that goes back to it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from dragoman.types import Article, Derivation, Origin
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.lineage import Lineage, lineage
from dragoman.web.app.page import Call, Page, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One derivation among the articles: from whom, how, and the two side by side."""

    from_: str
    to: str
    kind: str
    directed: bool
    score: float
    passages: int
    basis: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPage:
    """An origin's page. `root` is the agency or outlet that the articles go back to."""

    id: str
    root: str
    first: results.ArticleRow | None
    articles: tuple[results.ArticleRow, ...]
    made: tuple[Made, ...]
    lineage: Lineage | None


def page(call: Call) -> Page:
    """The origin that the address names."""
    access, id_ = call.access, call.parts[0]
    origin = access.fact(Origin, id_) if id_.startswith("ori-") else None
    if origin is None:
        raise HTTPException(404, f"No origin {id_!r} is in this record.")
    articles = sorted(access.articles(origin.articles), key=_by_time)
    names = {a.id: f"{a.outlet or a.source_id}, {wording.published(a.published)}" for a in articles}
    facts = {d.id: d for a in articles for d in access.facts(Derivation, a.id)}
    made = [d for _, d in sorted(facts.items()) if d.from_ in names and d.to in names]
    rows = tuple(results.article_rows(access, articles))
    view = OriginPage(
        id=id_,
        root=names.get(origin.root, origin.root),
        first=rows[0] if rows else None,
        articles=rows,
        made=tuple(_made(d, names) for d in sorted(made, key=lambda d: (-d.score, d.id))),
        lineage=lineage(access, articles, made) if len(articles) > 2 else None,
    )
    derivations = table("derivations", "Who copied whom", ("from", "to", "kind", "directed", "score", "basis"), [
        ((m.from_, m.to, m.kind, "yes" if m.directed else "no", m.score, m.basis), m.href) for m in view.made])  # fmt: skip
    return Page(
        title=f"One origin: {view.root}",
        template="origin.html.j2",
        view=view,
        tables=(results.article_table(rows), derivations),
        subject="articles",
    )


def _by_time(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _made(fact: Derivation, names: dict[str, str]) -> Made:
    return Made(
        from_=names[fact.from_],
        to=names[fact.to],
        kind=wording.DERIVATIONS[fact.kind],
        directed=fact.directed,
        score=fact.score,
        passages=len(fact.passages),
        basis=fact.basis,
        href=f"/compare/{fact.from_}/{fact.to}",
    )


def articles_of(access: Access, id_: str) -> tuple[str, ...]:
    """The articles that go back to an origin."""
    origin = access.fact(Origin, id_)
    return () if origin is None else origin.articles
