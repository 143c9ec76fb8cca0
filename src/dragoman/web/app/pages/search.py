"""Search and browse: articles, quotations and events, with filters, and the days they fall on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.corrections import layer_of
from dragoman.store import overview, parties
from dragoman.store.browse import Found
from dragoman.types import Event, Fact, Quotation, Story
from dragoman.web import wording
from dragoman.web.app import results
from dragoman.web.app.address import PAGE, STATUSES, TYPES, WHATS, Asked, asked
from dragoman.web.app.histogram import Histogram, histogram
from dragoman.web.app.kept import kept
from dragoman.web.app.page import Call, Page, Table, table
from dragoman.web.app.sources import PageIndex

F = TypeVar("F", bound=Fact)

PLACE = "geonames:"
"""Before the id of a place in a filter; without it the filter is words."""

MEANINGS = 6
"""Places offered that one name means."""

CHOICES = 200
"""Outlets and countries offered to choose from."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose, in words, with how many articles have it where that is counted."""

    value: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, in words, and the address without it."""

    name: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer."""

    outlets: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    types: tuple[Choice, ...]
    statuses: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One of the lists: articles, quotations, events."""

    what: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """A page of finds."""

    asked: Asked
    entity: str | None
    tabs: tuple[Tab, ...]
    chips: tuple[Chip, ...]
    choices: Choices
    places: tuple[Choice, ...]
    total: str
    nothing: bool
    histogram: Histogram | None
    articles: tuple[results.ArticleRow, ...]
    quotations: tuple[results.QuotationRow, ...]
    events: tuple[results.EventRow, ...]
    previous: str | None
    following: str | None
    pages: int


def page(call: Call) -> Page:
    """The finds that the address asks for."""
    want = asked(call.at)
    ids, name = _entity(call, want.entity)
    filters = replace(want.filters, entities=ids)
    found = call.access.find(want.what, filters, query=want.query, limit=PAGE, offset=want.offset)
    articles, quotations, events = _rows(call, want, found)
    last = max(1, -(-found.total // PAGE))
    view = SearchView(
        asked=want,
        entity=name,
        tabs=tuple(Tab(what=w, href=call.at.to(what=w), current=w == want.what) for w in WHATS),
        chips=tuple(_chips(call, name)),
        choices=kept(call.access, "choices", lambda: choices(call)),
        places=_places(call, want.filters.place),
        total=_total(found, want.what),
        nothing=not found.rows,
        histogram=_histogram(call, found, want.what),
        articles=articles,
        quotations=quotations,
        events=events,
        previous=call.at.to(page=want.page - 1) if want.page > 1 else None,
        following=call.at.to(page=want.page + 1) if want.page < last else None,
        pages=last,
    )
    tables = (_table(want.what, articles, quotations, events), *_days(view.histogram))
    title = f"{want.query}: {want.what}" if want.query else want.what.title()
    return Page(title=title, template="search.html.j2", view=view, tables=tables, subject=want.what)


def _entity(call: Call, given: str | None) -> tuple[tuple[str, ...], str | None]:
    """The ids that a filter by person or organisation means, and its name."""
    if given is None:
        return (), None
    if layer_of(given) == "entity":
        found = call.access.entities([given])
        return (given,), (found[0].name if found else given)
    ids = call.access.store.ask(lambda c: parties.named(c, given))
    return ids or (given,), given


def _rows(
    call: Call, want: Asked, found: Found
) -> tuple[
    tuple[results.ArticleRow, ...],
    tuple[results.QuotationRow, ...],
    tuple[results.EventRow, ...],
]:
    ids = [row.id for row in found.rows]
    access = call.access
    if want.what == "articles":
        by_id = {a.id: a for a in access.articles(ids)}
        hits = access.hits(want.query, found) if want.query else ()
        ordered = [by_id[i] for i in ids if i in by_id]
        return tuple(results.article_rows(access, ordered, hits)), (), ()
    index = PageIndex(access, (), open_=True)
    if want.what == "quotations":
        facts = [q for i in ids if (q := access.fact(Quotation, i)) is not None]
        return (), tuple(results.quotation_rows(index, facts)), ()
    events = [e for i in ids if (e := access.fact(Event, i)) is not None]
    return (), (), tuple(results.event_rows(index, events))


def _total(found: Found, what: str) -> str:
    number = wording.plural(found.total, what.removesuffix("s"))
    return f"more than {number}" if found.more else number


def _histogram(call: Call, found: Found, what: str) -> Histogram | None:
    return histogram(found.days, lambda a, b: call.at.to(since=a, until=b), what)


def _table(
    what: str,
    articles: Sequence[results.ArticleRow],
    quotations: Sequence[results.QuotationRow],
    events: Sequence[results.EventRow],
) -> Table:
    if what == "articles":
        return results.article_table(articles)
    return (
        results.quotation_table(quotations) if what == "quotations" else results.event_table(events)
    )


def _days(shown: Histogram | None) -> tuple[Table, ...]:
    """The histogram's table."""
    if shown is None:
        return ()
    rows = [((bar.key, bar.count), bar.href) for bar in shown.bars if bar.count]
    title = f"{shown.unit.title()} by {shown.step}"
    return (table("days", title, (shown.step, shown.unit), rows),)


# ---------------------------------------------------------------- filters


def choices(call: Call) -> Choices:
    """What the filters offer, of the whole record."""
    store = call.access.store
    outlets = store.ask(lambda c: overview.outlets(c, CHOICES))
    countries = store.ask(lambda c: overview.facets(c, "country", CHOICES))
    return Choices(
        outlets=tuple(Choice(name, name, number) for name, number in outlets),
        countries=tuple(Choice(code, code, number) for code, number in sorted(countries)),
        types=tuple(Choice(t, f"{t.lower()}: {wording.EVENT_TYPES[t][0]}") for t in TYPES),
        statuses=tuple(Choice(s, wording.STATUSES[s]) for s in STATUSES),
    )


def _places(call: Call, words: str | None) -> tuple[Choice, ...]:
    """The places that typed words mean, where they mean several; `value` is an address."""
    if words is None or words.startswith(PLACE):
        return ()
    found = call.access.store.ask(lambda c: overview.meanings(c, words, MEANINGS))
    if len(found) < 2:
        return ()
    return tuple(Choice(call.at.to(place=p.key), _place(p), p.articles) for p in found)


def _place(found: overview.Place) -> str:
    return f"{found.name} ({found.country})" if found.country else found.name


_NAMES = {
    "q": "words",
    "since": "from",
    "until": "to",
    "outlet": "outlet",
    "origin": "origin",
    "story": "story",
    "country": "country",
    "entity": "who",
    "type": "event type",
    "status": "status",
    "place": "place",
}


def _chips(call: Call, entity: str | None) -> list[Chip]:
    found = []
    for name, label in _NAMES.items():
        value = call.at.get(name)
        if value is not None:
            shown = entity if name == "entity" and entity else value
            if name == "place":
                shown = _place_name(call, value)
            elif name == "story" and (story := call.access.store.fact(Story, value)) is not None:
                shown = story.title or value
            found.append(Chip(label, _worded(name, shown), call.at.to(**{name: None})))
    return found


def _place_name(call: Call, value: str) -> str:
    """A place by its name; what was typed where it is no id that the record has."""
    number = value.removeprefix(PLACE)
    if number == value or not (number.isascii() and number.isdigit() and len(number) <= 12):
        return value
    found = call.access.store.ask(lambda c: overview.place(c, int(number)))
    return value if found is None else _place(found)


def _worded(name: str, value: str) -> str:
    if name in ("since", "until"):
        return wording.date(value)
    if name == "status":
        return wording.STATUSES.get(value, value)
    return value
