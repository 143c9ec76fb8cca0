"""What the pages need of a record, and the part of it that one page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dragoman.dates import dated_article
from dragoman.errors import UsageError
from dragoman.types import Article, Dating, Fact, LinkedFact, Maker, Rejected, Story

F = TypeVar("F", bound=Fact)

LAYERS = (
    "timexes", "quantities", "toponyms", "entities", "entity_mentions", "quotations",
    "event_mentions", "events", "derivations", "origins", "stories", "quantity_series",
    "quotation_groups", "discrepancies", "datings", "identities",
)  # fmt: skip
"""Names of the layers of facts, as the exports name their files."""


class ReadSide(Protocol):
    """The reading half of a record, as far as pages use it."""

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Articles by id, with furniture of their own and of the linkers."""
        ...

    def facts(self, cls: type[F], article: str | None = None) -> Iterator[F]:
        """Facts of a class by id, of the whole record or one article."""
        ...

    def wholes(self, cls: type[LinkedFact]) -> Iterator[tuple[str, str]]:
        """(part id, whole id) for the wholes of a class."""
        ...

    def quarantine(self) -> Iterator[Rejected]: ...

    def makers(self) -> Iterator[tuple[Maker, int]]: ...

    def dropped(self) -> Iterator[tuple[str, str, int]]: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles that a page shows, in reading order, and the story it is limited to."""

    articles: tuple[Article, ...]
    story: Story | None
    total: int
    """Articles in the whole record."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(a.id for a in self.articles)


def select(store: ReadSide, story: str | None) -> Selection:
    """All articles, or those of one story, with inferred dates. Raises `UsageError` for an unknown story."""
    everything = sorted(_dated(store), key=reading_order)
    if story is None:
        return Selection(tuple(everything), None, len(everything))
    found = _story(store, story)
    members = set(found.articles)
    chosen = tuple(a for a in everything if a.id in members)
    return Selection(chosen, found, len(everything))


def _dated(store: ReadSide) -> Iterator[Article]:
    """All articles; those without a date have the one that the record found for them."""
    datings = {d.article: d for d in store.facts(Dating)}
    for article in store.articles():
        dating = datings.get(article.id)
        yield dated_article(article, dating) if dating else article


def reading_order(article: Article) -> tuple[str, str, str]:
    """By date (undated last), outlet and id."""
    date = article.published.value if article.published else "9999"
    return (date, article.outlet or "", article.id)


def _story(store: ReadSide, story: str) -> Story:
    known = {s.id: s for s in store.facts(Story)}
    if story in known:
        return known[story]
    if not known:
        raise UsageError(f"no story {story!r}: the record holds no stories; leave --story out")
    some = ", ".join(list(known)[:5])
    raise UsageError(f"no story {story!r} in the record; there are {len(known)}, such as {some}")
