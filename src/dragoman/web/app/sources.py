"""Articles and facts of a page, fetched as they are needed, with links that lead to the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from dragoman.corrections import layer_of
from dragoman.dates import dated_event_mention, dated_quantity, dated_timex
from dragoman.store import FACT_TYPES
from dragoman.types import (
    Article,
    Dating,
    Entity,
    EntityMention,
    EventMention,
    Quantity,
    Quotation,
    Span,
    Timex,
    Toponym,
)
from dragoman.web.access import Access
from dragoman.web.evidence import Evidence, Source
from dragoman.web.linked import Index
from dragoman.web.readside import reading_order
from dragoman.web.views import Facts

T = TypeVar("T")


class PageSource(Source):
    """An article whose reader is a page of its own: evidence leads there."""

    def __init__(self, article: Article, number: int) -> None:
        super().__init__(article, number)
        self.ref = replace(self.ref, href=f"/article/{article.id}")

    def link(self, fact: str) -> str:
        """The address of a fact in the article's reader."""
        return f"{self.ref.href}#{fact}"

    def evidence(
        self, href: str, spans: Sequence[Span], parts: Iterable[tuple[str, Span]] = ()
    ) -> Evidence:
        """The sentences of a fact; a fragment stands for one in the article's reader."""
        there = f"{self.ref.href}{href}" if href.startswith("#") else href
        return super().evidence(there, spans, parts)


class _Fetched(Mapping[str, T]):
    """What is fetched by its id when it is asked for, once; ids that lead to nothing are not in it."""

    def __init__(self, found: Mapping[str, T] | None = None) -> None:
        self._found: dict[str, T | None] = dict(found or {})

    def _fetch(self, id_: str) -> T | None:
        raise NotImplementedError

    def _get(self, id_: str) -> T | None:
        if id_ not in self._found:
            self._found[id_] = self._fetch(id_)
        return self._found[id_]

    def __getitem__(self, id_: str) -> T:
        found = self._get(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._get(id_) is not None

    def __iter__(self) -> Iterator[str]:
        return (id_ for id_, found in self._found.items() if found is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Sources(_Fetched[Source]):
    """Sources by article id. Those of `numbers` come in that order; others as they are asked for."""

    def __init__(self, access: Access, articles: Sequence[Article], *, open_: bool) -> None:
        super().__init__({a.id: PageSource(a, number) for number, a in enumerate(articles, 1)})
        self._access, self._open = access, open_

    def _fetch(self, id_: str) -> Source | None:
        article = self._access.article(id_) if self._open else None
        return None if article is None else PageSource(article, 0)


class _FactsById(_Fetched[Any]):
    """Facts by id, of the layers that have evidence."""

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def _fetch(self, id_: str) -> Any:
        layer = layer_of(id_) or ""
        return self._access.fact(FACT_TYPES[layer], id_) if layer in _WITH_EVIDENCE else None


_WITH_EVIDENCE = frozenset(
    {"timex", "quantity", "toponym", "entity_mention", "quotation", "event_mention"}
)


class _Names(dict[str, str]):
    """Names of entities by id, fetched together once, then one by one."""

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def get(self, id_: str, default: Any = None) -> Any:
        if id_ not in self:
            found = self._access.entities([id_]) if layer_of(id_) == "entity" else ()
            self[id_] = found[0].name if found else default or id_
        return self[id_]


class PageIndex(Index):
    """The views' index over a store: nothing is loaded before it is shown.

    With `open_`, articles beyond those given are fetched when something points at them.
    """

    def __init__(self, access: Access, articles: Iterable[Article], *, open_: bool = False) -> None:
        super().__init__((), ())
        ordered = sorted(articles, key=reading_order)
        self.sources = cast(dict[str, Source], _Sources(access, ordered, open_=open_))
        self.names = _Names(access)
        self._facts = cast(dict[str, Any], _FactsById(access))


def facts_of(access: Access, source: Source) -> Facts:
    """All that was read from one article, in the order of its text.

    Where the record dates the article, its time expressions have their days.
    """
    id_ = source.article.id
    found = _facts_of(access, source, id_)
    for dating in access.facts(Dating, id_):
        return replace(
            found,
            timexes=tuple(dated_timex(t, dating) for t in found.timexes),
            quantities=tuple(dated_quantity(q, dating) for q in found.quantities),
            events=tuple(dated_event_mention(e, dating) for e in found.events),
        )
    return found


def _facts_of(access: Access, source: Source, id_: str) -> Facts:
    return Facts(
        source=source,
        timexes=tuple(sorted(access.facts(Timex, id_), key=lambda t: t.span)),
        quantities=tuple(sorted(access.facts(Quantity, id_), key=lambda q: q.span)),
        toponyms=tuple(sorted(access.facts(Toponym, id_), key=lambda t: t.span)),
        mentions=tuple(sorted(access.facts(EntityMention, id_), key=lambda m: m.span)),
        quotations=tuple(
            sorted(access.facts(Quotation, id_), key=lambda q: [p.span for p in q.content])
        ),
        events=tuple(sorted(access.facts(EventMention, id_), key=lambda e: e.trigger.span)),
    )


def entities_of(access: Access, facts: Facts) -> tuple[Entity, ...]:
    """The entities that an article mentions, each made of what all articles say of it."""
    return access.entities(dict.fromkeys(m.entity for m in facts.mentions))
