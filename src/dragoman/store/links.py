"""What linkers say: keys of articles, keys to be linked again, and a linker's output for a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import apsw

from dragoman import codec
from dragoman.errors import UsageError
from dragoman.ids import PREFIXES
from dragoman.store.connection import one, select
from dragoman.store.layers import BY_NAME, LINKED, LINKED_LAYERS, layer_of, name_of
from dragoman.types import Event, Linked, Span

_CHUNK = 1000
_DIRTY = "SELECT key FROM link_dirty WHERE linker = ? AND key >= ? ORDER BY key LIMIT ?"
_OUTPUT = (*sorted(LINKED), "membership", "linked_furniture", "linked_article")
_CLEAR = tuple(f"DELETE FROM {table} WHERE linker = ? AND key = ?" for table in _OUTPUT)
_INSERT = {
    layer.name: (
        f"INSERT OR IGNORE INTO {layer.name} (id, linker, key, data, words) VALUES (?, ?, ?, ?, ?)"
        if layer.pieces
        else f"INSERT OR IGNORE INTO {layer.name} (id, linker, key, data) VALUES (?, ?, ?, ?)"
    )
    for layer in LINKED_LAYERS
}
_ARTICLE_OF = {
    name: f"SELECT a.id FROM {name} f JOIN article a ON a.rowid = f.article WHERE f.id = ?"
    for name in BY_NAME
    if name not in LINKED
}


def dirty(connection: apsw.Connection, linker: str) -> Iterator[str]:
    """The keys to be linked again, in order; the caller may clear them while it goes on."""
    last = ""
    while True:
        rows = list(select(connection, _DIRTY, linker, last, _CHUNK))
        yield from (key for (key,) in rows)
        if len(rows) < _CHUNK:
            return
        last = rows[-1][0] + "\0"


def dirty_count(connection: apsw.Connection, linker: str) -> int:
    """How many keys are to be linked again."""
    sql = "SELECT count(*) FROM link_dirty WHERE linker = ?"
    return int(one(connection, sql, linker))


def members(connection: apsw.Connection, linker: str, key: str) -> tuple[str, ...]:
    """The ids of the articles that share a key, in order."""
    sql = (
        "SELECT a.id FROM link_key k JOIN article a ON a.rowid = k.article"
        " WHERE k.linker = ? AND k.key = ? ORDER BY a.id"
    )
    return tuple(id_ for (id_,) in select(connection, sql, linker, key))


def relink(connection: apsw.Connection, linker: str) -> None:
    """All keys of a linker are to be linked again: those that articles have and those with output."""
    tables = ("link_key", *_OUTPUT)
    for table in tables:
        connection.execute(
            f"INSERT OR IGNORE INTO link_dirty SELECT linker, key FROM {table} WHERE linker = ?",
            (linker,),
        )


def set_linker_keys(
    connection: apsw.Connection, row: int, linker: str, keys: tuple[str, ...]
) -> None:
    """Give an article the keys of one linker; those that come or go are to be linked again."""
    sql = "SELECT key FROM link_key WHERE linker = ? AND article = ?"
    old = {key for (key,) in select(connection, sql, linker, row)}
    for key in sorted(old ^ set(keys)):
        if key in old:
            connection.execute(
                "DELETE FROM link_key WHERE linker = ? AND key = ? AND article = ?",
                (linker, key, row),
            )
        else:
            connection.execute("INSERT INTO link_key VALUES (?, ?, ?)", (linker, key, row))
        connection.execute("INSERT OR IGNORE INTO link_dirty VALUES (?, ?)", (linker, key))


# ---------------------------------------------------------------- output of a key


def put_linked(connection: apsw.Connection, linker: str, key: str, linked: Linked) -> None:
    """Replace what `linker` says about `key`; the key is clean then. The caller holds the transaction."""
    for sql in _CLEAR:
        connection.execute(sql, (linker, key))
    for fact in linked.facts:
        _put_fact(connection, linker, key, fact)
    connection.executemany(
        "INSERT OR IGNORE INTO membership VALUES (?, ?, ?, ?, ?)",
        ((_whole_layer(whole), part, whole, linker, key) for part, whole in linked.membership),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO linked_furniture VALUES (?, ?, ?, ?, ?, ?)",
        ((article, *f.span, f.kind, linker, key) for article, f in linked.furniture),
    )
    connection.execute("DELETE FROM link_dirty WHERE linker = ? AND key = ?", (linker, key))


def _whole_layer(whole: str) -> str:
    name = name_of(whole)
    if name not in LINKED:
        known = ", ".join(f"{PREFIXES[n]}-" for n in sorted(LINKED))
        raise UsageError(
            f"membership in {whole!r}: expected the id of a linked fact, which begins with {known}"
        )
    return str(name)


def _put_fact(connection: apsw.Connection, linker: str, key: str, fact: Any) -> None:
    layer = layer_of(type(fact))
    if layer.name not in LINKED:
        raise UsageError(
            f"{type(fact).__name__} {fact.id}: a linker can't give facts of one article"
        )
    words = (_summary(connection, fact),) if isinstance(fact, Event) else ()
    values = (fact.id, linker, key, codec.dumps(fact), *words)
    connection.execute(_INSERT[layer.name], values)
    articles = {_article(connection, part) for part in layer.parts(fact)}
    connection.executemany(
        "INSERT OR IGNORE INTO linked_article VALUES (?, ?, ?, ?, ?)",
        ((article, layer.name, fact.id, linker, key) for article in articles if article),
    )


def _article(connection: apsw.Connection, part: str) -> str | None:
    """The article that a part is, or stands in; None where it is not in the record."""
    name = name_of(part)
    if name == "article":
        return part
    if name not in _ARTICLE_OF:
        return None
    found: str | None = one(connection, _ARTICLE_OF[name], part)
    return found


def _summary(connection: apsw.Connection, event: Event) -> str:
    """The words of an event's summary, as they stand in its article."""
    if event.summary is None:
        return ""
    return passage(connection, event.summary.article, event.summary.span) or ""


def passage(connection: apsw.Connection, article: str, span: Span) -> str | None:
    """`article.text[span.start:span.end]`, or None where the article is not in the record."""
    text: str | None = one(connection, "SELECT text FROM article WHERE id = ?", article)
    return None if text is None else text[span.start : span.end]
