"""The first page: what the record holds, when, of whom, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from dragoman.store import overview, parties
from dragoman.store.browse import Filters
from dragoman.types import (
    Discrepancy,
    Event,
    Origin,
    Story,
)
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app.histogram import Histogram, histogram
from dragoman.web.app.kept import kept
from dragoman.web.app.page import Call, Page, table
from dragoman.web.app.pages.stories import StoryRow, story_rows, story_table

SHOWN = 8
"""Rows of each list on the first page."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something there are, and the list of them; '' where there is none."""

    number: int
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Top:
    """One of the most: a name, in how many articles, and where it leads."""

    label: str
    number: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The first page. `refused` counts the inputs that were not read."""

    counts: tuple[Count, ...]
    histogram: Histogram | None
    stories: tuple[StoryRow, ...]
    copied: tuple[Top, ...]
    outlets: tuple[Top, ...]
    people: tuple[Top, ...]
    states: tuple[Top, ...]
    refused: int
    corrected: int


def page(call: Call) -> Page:
    """What the record holds; kept until the record changes."""
    view = kept(call.access, "home", lambda: _view(call.access))
    counts = table("counts", "What the record holds", ("what", "number"), [((c.label, c.number), c.href) for c in view.counts])  # fmt: skip
    outlets = table("outlets", "Outlets", ("outlet", "articles"), [((o.label, o.number), o.href) for o in view.outlets])  # fmt: skip
    return Page(
        title=call.record,
        template="home.html.j2",
        view=view,
        tables=(counts, story_table(view.stories), outlets),
        subject="home",
    )


def _view(access: Access) -> HomeView:
    store = access.store
    days = access.find("articles", Filters(), query=None, limit=1).days
    stories = store.ask(lambda c: overview.largest(c, "story", SHOWN))
    named = store.ask(lambda c: parties.most_mentioned(c, ("person", "state"), SHOWN))
    return HomeView(
        counts=tuple(_counts(access)),
        histogram=histogram(days, lambda a, b: f"/search?since={a}&until={b}", "articles"),
        stories=tuple(story_rows(access, [id_ for id_, _ in stories])),
        copied=tuple(_copied(access)),
        outlets=tuple(_outlets(access)),
        people=_most(access, named["person"]),
        states=_most(access, named["state"]),
        refused=sum(1 for _ in access.quarantine()),
        corrected=len(access.overlay.corrections),
    )


def _counts(access: Access) -> Iterator[Count]:
    store = access.store
    corrected = not access.machine
    totals = store.ask(lambda c: overview.totals(c, corrected=corrected))
    yield _count(totals.articles, "article", "/search")
    yield _count(store.count(Origin), "independent origin", "/search")
    yield _count(store.count(Story), "story", "/stories", "stories")
    events = store.ask(lambda c: overview.left_out(c, "event", "wrong", "merge"))
    yield _count(store.count(Event) - corrected * events, "event", "/search?what=events")
    yield _count(totals.quotations, "quotation", "/search?what=quotations")
    yield _count(totals.quantities, "figure", "")
    wrong = store.ask(lambda c: overview.left_out(c, "discrepancy", "wrong"))
    number = store.count(Discrepancy) - corrected * wrong
    yield _count(
        number, "difference between reports", "/differences", "differences between reports"
    )


def _count(number: int, label: str, href: str, plural: str | None = None) -> Count:
    return Count(number, wording.plural(number, label, plural).split(" ", 1)[1], href)


def _copied(access: Access) -> list[Top]:
    """The reports that most articles go back to."""
    found = []
    for id_, number in access.store.ask(lambda c: overview.largest(c, "origin", SHOWN)):
        origin = access.fact(Origin, id_)
        if origin is not None and number > 1:
            root = access.article(origin.root if origin.root[:4] == "art-" else origin.articles[0])
            title = root.title if root is not None and root.title else origin.root
            outlet = root.outlet if root is not None and origin.root[:4] == "art-" else origin.root
            found.append(Top(f"{outlet or 'Outlet not named'}: {title}", number, f"/origin/{id_}"))
    return found


def _outlets(access: Access) -> list[Top]:
    rows = access.store.ask(lambda c: overview.outlets(c, SHOWN))
    return [Top(name, number, f"/search?outlet={quote(name)}") for name, number in rows]


def _most(access: Access, rows: tuple[tuple[str, int], ...]) -> tuple[Top, ...]:
    names = {e.id: e.name for e in access.entities([id_ for id_, _ in rows])}
    return tuple(
        Top(names[access.overlay.into(id_)], number, f"/entity/{id_}")
        for id_, number in rows
        if access.overlay.into(id_) in names
    )
