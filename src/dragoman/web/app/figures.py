"""A story's figures over time: each series with who gave each number first and what copies made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from dragoman.store import overview
from dragoman.types import Derivation, Origin, Quantity, QuantitySeries
from dragoman.web import linked, wording
from dragoman.web.access import Access
from dragoman.web.app.page import Table, table
from dragoman.web.app.sources import PageIndex
from dragoman.web.firsts import Kin, first_reports
from dragoman.web.together import SeriesRow

COPIES = 40
"""Articles of one origin in which a figure is looked for."""

LOOKED_AT = 60
"""Series of a story, those of most reports first, among which those in most articles are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A series and all its figures, those of copies too: they have no point in it."""

    series: QuantitySeries
    figures: tuple[Quantity, ...]

    @property
    def articles(self) -> int:
        """In how many articles the figure stands."""
        return len({q.article for q in self.figures})


def told(access: Access, series: Iterable[QuantitySeries]) -> list[Told]:
    """Those of the series that several articles give: people harmed first, then those in most articles."""
    most = sorted(series, key=lambda s: (-len(s.points), s.id))[:LOOKED_AT]
    found = [Told(one, tuple(_figures(access, one))) for one in most]
    several = [one for one in found if one.articles > 1]
    return sorted(several, key=_order)


def _order(one: Told) -> tuple[bool, int, int, str]:
    harmed = one.series.measure in wording.HARMED
    return (not harmed, -one.articles, -len(one.series.points), one.series.id)


def _figures(access: Access, series: QuantitySeries) -> Iterator[Quantity]:
    members = access.store.ask(lambda c: overview.parts_of(c, "quantity_series", series.id))
    for id_ in dict.fromkeys((*members, *(p.quantity for p in series.points))):
        if (fact := access.fact(Quantity, id_)) is not None:
            yield fact


def series_rows(
    access: Access, index: PageIndex, series: Sequence[Told], derivations: Sequence[Derivation]
) -> Iterator[SeriesRow]:
    """The series as a page shows them, in the given order."""
    kin = kin_of(access, derivations)
    for one in series:
        members = {one.series.id: [q.id for q in one.figures]}
        for view in linked.series_views(index, [one.series], members):
            yield SeriesRow(
                view=view, firsts=first_reports(index, one.figures, kin, one.series.measure)
            )


def kin_of(access: Access, derivations: Sequence[Derivation]) -> Kin:
    """How the articles of the record go together, looked up as it is needed."""

    @cache
    def origin_of(article: str) -> str:
        return access.whole_of(Origin, article) or article

    @cache
    def agency_of(id_: str) -> str | None:
        origin = access.fact(Origin, id_) if id_.startswith("ori-") else None
        return None if origin is None or origin.root.startswith("art-") else origin.root

    @cache
    def articles_of(id_: str) -> tuple[str, ...]:
        origin = access.fact(Origin, id_) if id_.startswith("ori-") else None
        return (id_,) if origin is None else origin.articles[:COPIES]

    @cache
    def figures_of(article: str) -> tuple[Quantity, ...]:
        return tuple(sorted(access.facts(Quantity, article), key=attrgetter("span")))

    return Kin(
        origin_of=origin_of,
        agency_of=agency_of,
        articles_of=articles_of,
        derivations=derivations,
        figures_of=figures_of,
        beside=lambda one, other: f"/compare/{one}/{other}",
    )


# ---------------------------------------------------------------- tables


def figure_tables(rows: Sequence[SeriesRow]) -> Iterator[Table]:
    """The points, who gave each number first, and what became of it in the other articles."""
    points = [(r.view, p) for r in rows for p in r.view.points]
    yield table("figures", "Figures over time", ("series", "title", "value", "as_of", "reported_by", "article"), [
        ((v.id, v.title, p.value, p.as_of, p.reported_by, p.ref.id if p.ref else None), p.href)
        for v, p in points])  # fmt: skip
    sources = [(r.view.title, f.value, s) for r in rows for f in r.firsts for s in f.sources]
    yield table("first_reports", "Who first reported each figure", ("series", "value", "reported_by", "date", "article", "agency", "first", "worded", "on_word_of"), [
        ((title, value, s.ref.outlet, s.ref.date, s.ref.id, s.agency, "yes" if s.first else "no", s.said, s.on_word_of), s.href)
        for title, value, s in sources])  # fmt: skip
    copies = [(title, value, s, c, c.change or "in the same words") for title, value, s in sources for c in s.copies]  # fmt: skip
    copies += [(title, value, s, c, "leaves it out") for title, value, s in sources for c in s.left_out]  # fmt: skip
    yield table("copies", "What copies made of each figure", ("series", "value", "source", "copy", "date", "article", "change"), [
        ((title, value, s.ref.outlet, c.ref.outlet, c.ref.date, c.ref.id, what), c.href or "")
        for title, value, s, c, what in copies])  # fmt: skip
