"""Two articles side by side: passages in common joined, and what each adds and omits."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from starlette.exceptions import HTTPException

from dragoman.link.derivation import Derivations
from dragoman.types import Aligned, Article, Derivation, Origin
from dragoman.web import views, wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.aligned import Alignment, align
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.sources import PageSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Two articles and how they go together; `how` is None where neither was made from the other.

    `maker` is the id of the article that the other was made from, where that can be told.
    """

    left: views.ArticleView
    right: views.ArticleView
    how: str | None
    maker: str | None
    basis: str | None
    derivation: str | None
    same_origin: bool
    alignment: Alignment
    swapped: str


def page(call: Call) -> Page:
    """The two articles that the address names."""
    access = call.access
    left, right = (_article(access, id_) for id_ in call.parts)
    derivation = _derivation(access, left, right)
    compared = derivation or _compared(access, left, right)
    origins = [access.whole_of(Origin, a.id) for a in (left, right)]
    view = ComparePage(
        left=_view(access, left, 1),
        right=_view(access, right, 2),
        how=wording.DERIVATIONS[compared.kind] if compared else None,
        maker=_source_of(compared),
        basis=compared.basis if compared else None,
        derivation=derivation.id if derivation else None,
        same_origin=origins[0] is not None and origins[0] == origins[1],
        alignment=align(left, right, _passages(compared, left)),
        swapped=f"/compare/{right.id}/{left.id}",
    )
    rows = [
        (("both" if r.left and r.right else "first" if r.left else "second", *r.texts, r.similarity), "")
        for r in view.alignment.rows
    ]  # fmt: skip
    names = (view.left.ref.outlet, view.right.ref.outlet)
    return Page(
        title=f"{names[0]} and {names[1]}, side by side",
        template="compare.html.j2",
        view=view,
        tables=(
            table("passages", "Passages", ("in", "first", "second", "similarity"), rows),
            results.article_table(
                results.ArticleRow(view=v, snippet=Markup("")) for v in (view.left, view.right)
            ),
        ),
        subject="articles",
    )


def _article(access: Access, id_: str) -> Article:
    article = access.article(id_)
    if article is None:
        raise HTTPException(404, f"No article {id_!r} is in this record.")
    return article


def _view(access: Access, article: Article, number: int) -> views.ArticleView:
    return views.article_view(PageSource(article, number), results.origin_ref(access, article.id))


def _derivation(access: Access, left: Article, right: Article) -> Derivation | None:
    """The closest derivation between the two, either way."""
    found = [d for d in access.facts(Derivation, left.id) if {d.from_, d.to} == {left.id, right.id}]
    return max(found, key=lambda d: (d.score, d.id), default=None)


def _source_of(compared: Derivation | None) -> str | None:
    """The id of the source of the two."""
    return compared.from_ if compared is not None and compared.directed else None


def _passages(compared: Derivation | None, left: Article) -> tuple[Aligned, ...]:
    """Aligned passages with the left article first."""
    if compared is None or compared.from_ == left.id:
        return compared.passages if compared else ()
    return tuple(
        Aligned(from_span=p.to_span, to_span=p.from_span, similarity=p.similarity)
        for p in compared.passages
    )


def _compared(access: Access, left: Article, right: Article) -> Derivation | None:
    """What the linker says of two articles that the record did not compare."""
    linker = Derivations()
    pair = sorted((left.id, right.id))
    analyses = {
        a.article.id: a for a in access.store.analyses(pair, layers=linker.needs, linked=False)
    }
    if len(analyses) < 2 or any(not a.traces for a in analyses.values()):
        return None
    said = linker.compare(analyses[pair[0]], analyses[pair[1]])
    return next((f for f in said.facts if isinstance(f, Derivation)), None)
