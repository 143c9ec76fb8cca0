"""Where reports differ, over the whole record: by kind, the most consequential first."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.link.discrepancy import ORDER
from dragoman.store import overview
from dragoman.types import Discrepancy, Story
from dragoman.web import linked, wording
from dragoman.web.access import Access
from dragoman.web.app.address import PAGE, asked
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.sources import PageIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTab:
    """One kind of difference, how many there are, and its list; all kinds together have no name."""

    name: str
    number: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference with the story that its articles belong to."""

    view: linked.DiscrepancyView
    story: str | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesView:
    """A page of differences."""

    tabs: tuple[KindTab, ...]
    rows: tuple[Difference, ...]
    page: int
    pages: int
    previous: str | None
    following: str | None


def page(call: Call) -> Page:
    """The differences of the record, of one kind where the address names one."""
    access, number, kind = call.access, asked(call.at).page, call.at.get("kind")
    corrected = not access.machine
    numbers = access.store.ask(lambda c: overview.differing(c, ORDER, corrected=corrected))
    ids = access.store.ask(
        lambda c: overview.differences(
            c, ORDER, PAGE, (number - 1) * PAGE, kind=kind, corrected=corrected
        )
    )
    total = sum(n for k, n in numbers if kind in (None, k))
    pages = max(1, -(-total // PAGE))
    rows = tuple(d for id_ in ids if (d := _difference(access, id_)) is not None)
    view = DifferencesView(
        tabs=(
            KindTab(name="all", number=sum(n for _, n in numbers), href=call.at.to(kind=None), current=kind is None),
            *(KindTab(name=wording.DISCREPANCIES.get(k, k), number=n, href=call.at.to(kind=k), current=k == kind) for k, n in numbers),
        ),
        rows=rows,
        page=number,
        pages=pages,
        previous=call.at.to(page=number - 1) if number > 1 else None,
        following=call.at.to(page=number + 1) if number < pages else None,
    )  # fmt: skip
    shown = table("differences", "Differences", ("id", "kind", "summary", "story"), [
        ((d.view.id, d.view.heading, d.view.summary, d.story), f"/explain/{d.view.id}") for d in rows])  # fmt: skip
    return Page(
        title="Where reports differ",
        template="differences.html.j2",
        view=view,
        tables=(shown,),
        subject="differences",
    )


def _difference(access: Access, id_: str) -> Difference | None:
    fact = access.fact(Discrepancy, id_)
    if fact is None:
        return None
    index = PageIndex(access, (), open_=True)
    for view in linked.discrepancy_views(index, [fact]):
        story = _story(access, fact)
        return Difference(
            view=view,
            story=None if story is None else story.title or "Untitled story",
            href=None if story is None else f"/story/{story.id}",
        )
    return None


def _story(access: Access, fact: Discrepancy) -> Story | None:
    for article in fact.articles:
        whole = access.whole_of(Story, article)
        if whole is not None:
            return access.fact(Story, whole)
    return None
