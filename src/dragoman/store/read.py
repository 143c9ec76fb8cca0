"""Reading a record: streams in the order of ids, so that any two equal records read the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import apsw

from dragoman import codec
from dragoman.dates import (
    dated_article,
    dated_event_mention,
    dated_quantity,
    dated_story,
    dated_timex,
)
from dragoman.errors import RecordDamaged
from dragoman.identities import WHOLE, Whole
from dragoman.merging import merge_by_id
from dragoman.store import identities
from dragoman.store.connection import one, select
from dragoman.store.entries import Headline, SourceRef
from dragoman.store.layers import ARTICLE_LAYERS, BY_NAME, LINKED, Layer, layer_of, name_of
from dragoman.store.pack import unpack_article
from dragoman.store.withdrawn import dropped as withdrawn_facts
from dragoman.store.withdrawn import furnished, withdrawn
from dragoman.types import Analysis, Article, Dating, Entity, Fact, Maker, Rejected, Story

T = TypeVar("T")
F = TypeVar("F", bound=Fact)

_ARTICLE = "SELECT data, source_id, path, text FROM article"
_FACTS = {
    name: f"SELECT data FROM {name} WHERE NOT {withdrawn(name)} ORDER BY id, data"
    for name in BY_NAME
}
_FACTS |= {name: f"SELECT min(data) FROM {name} GROUP BY id ORDER BY id" for name in LINKED}
_OF_ARTICLE = "article = (SELECT rowid FROM article WHERE id = ?)"
_FACTS_OF = {
    (name, linked): f"SELECT data FROM {name} WHERE {_OF_ARTICLE}"
    f" AND NOT {withdrawn(name) if linked else furnished(name)} ORDER BY id, data"
    for name in BY_NAME
    for linked in (True, False)
}
_FACTS_OF |= {
    (name, linked): f"SELECT min(data) FROM {name} WHERE id IN (SELECT id FROM linked_article"
    f" WHERE article = ? AND layer = '{name}') GROUP BY id ORDER BY id"
    for name in LINKED
    for linked in (True, False)
}
_FACT = {name: f"SELECT min(data) FROM {name} WHERE id = ?" for name in BY_NAME}
_COUNT = {name: f"SELECT count(*) FROM {name} WHERE NOT {withdrawn(name)}" for name in BY_NAME}
_COUNT |= {
    name: f"SELECT count(DISTINCT id) FROM {name} WHERE NOT {withdrawn(name)}" for name in LINKED
}
_COUNT["entity"] = f"SELECT count(DISTINCT id) FROM entity WHERE {identities.FULL}"


def _decoded(what: str, decode: Callable[[], T]) -> T:
    """A row that can't be decoded was not written by us: the record is damaged."""
    try:
        return decode()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordDamaged(
            f"{what} can't be decoded ({error!r}); restore the record from a copy, "
            "or read the inputs into a new one"
        ) from error


# ---------------------------------------------------------------- articles


def articles(
    connection: apsw.Connection, ids: Iterable[str] | None, linked: bool
) -> Iterator[Article]:
    """Articles in the order of ids; those of `ids` that are in the record, or all.

    With `linked`, their furniture is their own and what linkers added, and those without a date have
    the one that the record gives them.
    """
    if ids is None:
        for row in select(connection, f"{_ARTICLE} ORDER BY id"):
            yield _article(connection, row, linked)
        return
    for id_ in sorted(set(ids)):
        for row in select(connection, f"{_ARTICLE} WHERE id = ?", id_):
            yield _article(connection, row, linked)


def _article(connection: apsw.Connection, row: tuple[Any, ...], linked: bool) -> Article:
    def decode() -> Article:
        plain = unpack_article(*row)
        if linked:
            plain["furniture"] = _furniture(connection, plain["id"], plain["furniture"])
        return codec.load(Article, plain)

    article = _decoded("an article", decode)
    if not linked or article.published:
        return article
    dating = dating_of(connection, article.id)
    return dated_article(article, dating) if dating else article


def dating_of(connection: apsw.Connection, article: str) -> Dating | None:
    """The date that the record gives an article."""
    sql = (
        "SELECT data FROM dating WHERE id = (SELECT min(id) FROM linked_article"
        " WHERE article = ? AND layer = 'dating')"
    )
    data = one(connection, sql, article)
    return None if data is None else decode_fact(BY_NAME["dating"], data)


def _furniture(connection: apsw.Connection, article: str, own: list[Any]) -> list[Any]:
    """The article's own furniture and what linkers added, by span and kind."""
    sql = 'SELECT DISTINCT start, "end", kind FROM linked_furniture WHERE article = ?'
    added = set(select(connection, sql, article))
    if not added:
        return own
    every = {(*piece["span"], piece["kind"]) for piece in own} | added
    return [{"span": [start, end], "kind": kind} for start, end, kind in sorted(every)]


def analyses(
    connection: apsw.Connection, ids: Iterable[str] | None, names: frozenset[str], linked: bool
) -> Iterator[Analysis]:
    """Articles with their facts of the named layers, in the order of ids; drops are not kept.

    The facts of a layer stand in the order of the text, as the extractors give them.
    """
    layers = [layer for layer in ARTICLE_LAYERS if layer.name in names]
    for article in articles(connection, ids, linked):
        found = {
            layer.field: _in_order(layer, facts(connection, layer, article.id, linked))
            for layer in layers
        }
        yield Analysis(article=article, **found)


def _in_order(layer: Layer, found: Iterable[Any]) -> tuple[Any, ...]:
    """By where they begin; those that begin nowhere last, as they came."""
    starts = ((layer.start(fact), place, fact) for place, fact in enumerate(found))
    return tuple(f for *_, f in sorted(starts, key=lambda s: (s[0] is None, s[0] or 0, s[1])))


_FILTERS = {
    "outlet": "outlet = :outlet",
    "language": "language = :language",
    "since": "published >= :since",
    "until": "substr(published, 1, length(:until)) <= :until",
}


def headlines(
    connection: apsw.Connection, filters: dict[str, str | None], limit: int, offset: int
) -> list[Headline]:
    """Articles without their texts, newest first (undated last), then by id."""
    given = {name: value for name, value in filters.items() if value is not None}
    where = " AND ".join(["1", *(_FILTERS[name] for name in sorted(given))])
    rows = connection.execute(
        f"SELECT id, title, outlet, url, published, language FROM article WHERE {where}"
        " ORDER BY published DESC, id LIMIT :limit OFFSET :offset",
        {**given, "limit": limit, "offset": offset},
    )
    return [_headline(*row) for row in rows]


def _headline(id_: Any, title: Any, outlet: Any, url: Any, published: Any, lang: Any) -> Headline:
    return Headline(id=id_, title=title, outlet=outlet, url=url, published=published, language=lang)


def sources(connection: apsw.Connection, article: str) -> tuple[SourceRef, ...]:
    """All places where an article was read, by source_id and path."""
    sql = (
        "SELECT s.fingerprint, s.source_id, s.path, s.position FROM source s"
        " JOIN article a ON a.rowid = s.article WHERE a.id = ? ORDER BY 2, 3, 1"
    )
    rows = select(connection, sql, article)
    return tuple(SourceRef(f, source_id, path or None, at) for f, source_id, path, at in rows)


# ---------------------------------------------------------------- facts


def count(connection: apsw.Connection, layer: Layer | None) -> int:
    """Number of facts of a layer; of articles where `layer` is None."""
    sql = "SELECT count(*) FROM article" if layer is None else _COUNT[layer.name]
    return int(one(connection, sql))


def facts(
    connection: apsw.Connection, layer: Layer, article: str | None, linked: bool = True
) -> Iterator[Any]:
    """Facts of a layer in the order of ids: all, or those of one article.

    Of a linked layer, those that speak of the article. Over the whole record an entity is one, made
    of what its articles say of it. With `linked`, days that the record gave are in their places, an entity
    is whom its name means (`Identity`), and strays, which linkers see, are left out.
    """
    if layer.cls is Entity and article is None and linked:
        found = identities.entities(connection)
        yield from merge_by_id(replace(decode_fact(layer, d), id=whole) for whole, d in found)
        return
    if article is None:
        rows = select(connection, _FACTS[layer.name])
    else:
        rows = select(connection, _FACTS_OF[layer.name, linked], article)
    decoded = (decode_fact(layer, data) for (data,) in rows)
    if layer.cls is Entity and article is None:
        yield from merge_by_id(decoded)
    elif linked and (layer.name in _DATED or layer.name in WHOLE):
        yield from map(
            partial(_told, connection, layer, {}, identities.wholes(connection)), decoded
        )
    elif linked and layer.cls is Story:
        yield from map(partial(_dated_story, connection), decoded)
    else:
        yield from decoded


def _told(
    connection: apsw.Connection,
    layer: Layer,
    known: dict[str, Dating | None],
    whole: Whole,
    fact: Any,
) -> Any:
    """The fact with the days that the record gives and whom its names mean."""
    if layer.name in WHOLE:
        fact = WHOLE[layer.name](fact, whole)
    return _dated(connection, layer, known, fact) if layer.name in _DATED else fact


_DATED: dict[str, Callable[[Any, Dating], Any]] = {
    "timex": dated_timex,
    "quantity": dated_quantity,
    "event_mention": dated_event_mention,
}
_KEPT = 1000


def _dated(
    connection: apsw.Connection, layer: Layer, known: dict[str, Dating | None], fact: Any
) -> Any:
    """The fact with the days that the record gives its article; `known` keeps those looked up."""
    if fact.article not in known:
        if len(known) >= _KEPT:
            known.clear()
        known[fact.article] = dating_of(connection, fact.article)
    dating = known[fact.article]
    return _DATED[layer.name](fact, dating) if dating else fact


def _dated_story(connection: apsw.Connection, story: Story) -> Story:
    """The story with the days that the record gives its articles."""
    found = (dating_of(connection, article) for article in story.articles)
    return dated_story(story, [dating for dating in found if dating])


def decode_fact(layer: Layer, data: str) -> Any:
    """The fact of a stored line."""
    return _decoded(f"a row of {layer.name}", lambda: codec.loads(layer.cls, data))


def get(connection: apsw.Connection, id_: str) -> Any:
    """The article or fact with this id, or None; an affair is no fact, only its stories are."""
    name = name_of(id_)
    if name == "article":
        return next(articles(connection, [id_], linked=True), None)
    return fact(connection, BY_NAME[name], id_) if name in BY_NAME else None


def fact(connection: apsw.Connection, layer: Layer, id_: str) -> Any:
    """The fact of a layer with this id, or None; an entity as one of its articles has it."""
    data = one(connection, _FACT[layer.name], id_)
    if data is None:
        return None
    found = decode_fact(layer, data)
    if layer.cls is Story:
        return _dated_story(connection, found)
    if layer.cls is Entity:
        return found
    return _told(connection, layer, {}, identities.wholes(connection), found)


def said(connection: apsw.Connection, layer: Layer, linker: str, key: str) -> Iterator[Any]:
    """The facts of a layer that a linker says of a key, in the order of ids."""
    sql = f"SELECT data FROM {layer.name} WHERE linker = ? AND key = ? ORDER BY id"
    return (decode_fact(layer, data) for (data,) in select(connection, sql, linker, key))


def wholes(connection: apsw.Connection, layer: Layer) -> Iterator[tuple[str, str]]:
    """(part id, whole id) for the wholes of a linked layer, in the order of parts."""
    sql = "SELECT DISTINCT part, whole FROM membership WHERE layer = ? ORDER BY part, whole"
    return ((part, whole) for part, whole in select(connection, sql, layer.name))


_WITHOUT_PASSAGES = {"derivation": "json_set(min(data), '$.passages', json('[]'))"}


def edges(connection: apsw.Connection, layer: Layer, article: str) -> Iterator[Any]:
    """Facts of a linked layer that speak of an article, in the order of ids; without passages."""
    data = _WITHOUT_PASSAGES.get(layer.name, "min(data)")
    sql = (
        f"SELECT {data} FROM {layer.name} WHERE id IN (SELECT id FROM linked_article"
        " WHERE article = ? AND layer = ?) GROUP BY id ORDER BY id"
    )
    rows = select(connection, sql, article, layer.name)
    return (decode_fact(layer, row) for (row,) in rows)


def parts_of(connection: apsw.Connection, whole: str) -> tuple[str, ...]:
    """The parts that belong to a whole, in order."""
    sql = "SELECT DISTINCT part FROM membership WHERE whole = ? ORDER BY part"
    return tuple(part for (part,) in select(connection, sql, whole))


def affair_of(connection: apsw.Connection, article: str) -> str | None:
    """The affair that an article belongs to."""
    sql = "SELECT min(whole) FROM membership WHERE layer = 'affair' AND part = ?"
    found: str | None = one(connection, sql, article)
    return found


def whole_of(connection: apsw.Connection, layer: Layer, part: str) -> str | None:
    """The whole of a linked layer that `part` belongs to (the first by id), or None."""
    sql = "SELECT min(whole) FROM membership WHERE layer = ? AND part = ?"
    found: str | None = one(connection, sql, layer.name, part)
    return found


def wholes_of(connection: apsw.Connection, cls: type[Fact], parts: Iterable[str]) -> dict[str, str]:
    """The same of several parts, by part; those that belong to none are not there."""
    sql = (
        "SELECT part, min(whole) FROM membership WHERE layer = ?"
        " AND part IN (SELECT value FROM json_each(?)) GROUP BY part"
    )
    return dict(select(connection, sql, layer_of(cls).name, json.dumps(list(parts))))


def about(connection: apsw.Connection, cls: type[F], articles: Iterable[str]) -> Iterator[F]:
    """The facts of a linked type that speak of any of some articles, in the order of ids, as they were said."""
    layer = layer_of(cls)
    sql = (
        f"SELECT min(data) FROM {layer.name} WHERE id IN (SELECT id FROM linked_article"
        " WHERE article IN (SELECT value FROM json_each(?)) AND layer = ?) GROUP BY id ORDER BY id"
    )
    rows = select(connection, sql, json.dumps(list(articles)), layer.name)
    return (decode_fact(layer, data) for (data,) in rows)


# ---------------------------------------------------------------- how it was made


def quarantine(connection: apsw.Connection) -> Iterator[Rejected]:
    """What was rejected, by path, reason, detail."""
    sql = "SELECT path, reason, detail, source_id FROM quarantine ORDER BY 1, 2, 3, 4"
    for path, reason, detail, source_id in select(connection, sql):
        yield Rejected(path=path, reason=reason, detail=detail, source_id=source_id or None)


def dropped(connection: apsw.Connection) -> Iterator[tuple[str, str, int]]:
    """(layer, reason, count) of what was seen and is not given."""
    sql = "SELECT layer, reason, sum(count) FROM dropped GROUP BY 1, 2"
    rows = ((layer, reason, number) for layer, reason, number in select(connection, sql))
    return iter(sorted([*rows, *withdrawn_facts(connection)]))


def makers(connection: apsw.Connection) -> Iterator[tuple[Maker, int]]:
    """What made the articles, and how many each made; none that made none."""
    sql = (
        "SELECT m.data, count(*) FROM maker m JOIN article a ON a.maker = m.rowid"
        " GROUP BY m.rowid ORDER BY m.data"
    )
    for data, number in select(connection, sql):
        yield _maker(data), number


def _maker(data: str) -> Maker:
    return _decoded("a maker", lambda: codec.loads(Maker, data))


def maker_of(connection: apsw.Connection, article: str) -> Maker | None:
    """What made the analysis of an article; None where it is not in the record."""
    sql = "SELECT m.data FROM maker m JOIN article a ON a.maker = m.rowid WHERE a.id = ?"
    data = one(connection, sql, article)
    return None if data is None else _maker(data)


def made_by_others(connection: apsw.Connection, maker: Maker) -> tuple[str, ...]:
    """Ids, in order, of the articles that something else than `maker` made."""
    sql = (
        "SELECT a.id FROM article a JOIN maker m ON m.rowid = a.maker"
        " WHERE m.data <> ? ORDER BY a.id"
    )
    return tuple(id_ for (id_,) in select(connection, sql, codec.dumps(maker)))
