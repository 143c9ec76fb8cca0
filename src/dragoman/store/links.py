"""What linkers say: keys of articles, keys to be linked again, and a linker's output for a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import apsw

from dragoman import codec
from dragoman.errors import UsageError
from dragoman.ids import PREFIXES
from dragoman.store import faces
from dragoman.store.connection import one, select
from dragoman.store.layers import BY_NAME, LINKED, LINKED_LAYERS, WHOLES, layer_of, name_of
from dragoman.types import Event, Furniture, Linked, Span

_CHUNK = 1000
_DIRTY = "SELECT key FROM link_dirty WHERE linker = ? AND key >= ? ORDER BY key LIMIT ?"
_FACES = ("event_face", "event_party")
_OUTPUT = (
    *sorted(LINKED), "membership", "linked_furniture", "stray", "linked_article", *_FACES,
)  # fmt: skip
_CLEAR = {table: f"DELETE FROM {table} WHERE linker = ? AND key = ?" for table in _OUTPUT}
_FILLED = " UNION ALL ".join(
    f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table} WHERE linker = ?1 AND key = ?2)"
    for table in _OUTPUT
)
"""The tables that hold something said of a key: most keys are linked for the first time."""
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


def take_up(connection: apsw.Connection, linker: str, fewest: int) -> None:
    """The keys of fresh articles are to be linked again, where `fewest` articles have them, unless it is noted
    that too many do or furniture is said there: what that means for fresh articles is `grown`."""
    connection.execute(
        "INSERT OR IGNORE INTO link_dirty SELECT k.linker, k.key FROM link_fresh f"
        " CROSS JOIN article a ON a.id = f.article"
        " CROSS JOIN link_key k ON k.article = a.rowid AND k.linker = f.linker"
        " WHERE f.linker = ?1 AND EXISTS (SELECT 1 FROM link_key o WHERE o.linker = k.linker"
        " AND o.key = k.key LIMIT 1 OFFSET ?2) AND NOT EXISTS"
        " (SELECT 1 FROM link_wide w WHERE w.linker = k.linker AND w.key = k.key) AND NOT EXISTS"
        " (SELECT 1 FROM linked_furniture l WHERE l.linker = k.linker AND l.key = k.key)",
        (linker, fewest - 1),
    )


def dirty_count(connection: apsw.Connection, linker: str) -> int:
    """How many keys are to be linked again."""
    sql = "SELECT count(*) FROM link_dirty WHERE linker = ?"
    return int(one(connection, sql, linker))


def dirty_among(connection: apsw.Connection, linker: str, keys: Iterable[str]) -> frozenset[str]:
    """Those of `keys` that are to be linked again."""
    sql = "SELECT 1 FROM link_dirty WHERE linker = ? AND key = ?"
    return frozenset(key for key in keys if one(connection, sql, linker, key) is not None)


def members(connection: apsw.Connection, linker: str, key: str) -> tuple[str, ...]:
    """The ids of the articles that share a key, in order."""
    sql = (
        "SELECT a.id FROM link_key k JOIN article a ON a.rowid = k.article"
        " WHERE k.linker = ? AND k.key = ? ORDER BY a.id"
    )
    return tuple(id_ for (id_,) in select(connection, sql, linker, key))


def speaks(connection: apsw.Connection, linker: str, key: str) -> bool:
    """Whether a linker says anything of articles under a key."""
    sql = "SELECT 1 FROM linked_article WHERE linker = ? AND key = ? LIMIT 1"
    return one(connection, sql, linker, key) is not None


def mark(connection: apsw.Connection, linker: str, keys: Iterable[str]) -> None:
    """These keys are to be linked again."""
    connection.executemany(
        "INSERT OR IGNORE INTO link_dirty VALUES (?, ?)", ((linker, key) for key in keys)
    )


def keys_about(
    connection: apsw.Connection, linker: str, layer: str, article: str
) -> frozenset[str]:
    """Keys under which a linker says facts of a layer that speak of an article."""
    sql = "SELECT key FROM linked_article WHERE article = ? AND layer = ? AND linker = ?"
    return frozenset(key for (key,) in select(connection, sql, article, layer, linker))


def relink(connection: apsw.Connection, linker: str) -> None:
    """All keys of a linker are to be linked again: those that articles have and those with output."""
    connection.execute("DELETE FROM link_wide WHERE linker = ?", (linker,))
    connection.execute(
        "INSERT OR IGNORE INTO link_fresh SELECT DISTINCT k.linker, a.id FROM link_key k"
        " JOIN article a ON a.rowid = k.article WHERE k.linker = ?",
        (linker,),
    )
    tables = ("link_key", *_OUTPUT)
    for table in tables:
        connection.execute(
            f"INSERT OR IGNORE INTO link_dirty SELECT linker, key FROM {table} WHERE linker = ?",
            (linker,),
        )


def touch(connection: apsw.Connection, linker: str, articles: Iterable[str]) -> None:
    """The keys of these articles are to be linked again by `linker`."""
    connection.executemany(
        "INSERT OR IGNORE INTO link_dirty SELECT k.linker, k.key FROM link_key k"
        " JOIN article a ON a.rowid = k.article WHERE k.linker = ? AND a.id = ?",
        ((linker, article) for article in articles),
    )


def freshen(connection: apsw.Connection, linker: str, articles: Iterable[str]) -> None:
    """What these articles say is new to `linker`; their keys are what they were."""
    connection.executemany(
        "INSERT OR IGNORE INTO link_fresh VALUES (?, ?)", ((linker, id_) for id_ in articles)
    )


def grown(connection: apsw.Connection, linker: str) -> Iterator[tuple[str, str]]:
    """(key, article) of fresh articles of which a linker says nothing under a key, while it says of others
    there that they have furniture."""
    sql = (
        "SELECT k.key, a.id FROM link_fresh f CROSS JOIN article a ON a.id = f.article"
        " CROSS JOIN link_key k ON k.article = a.rowid AND k.linker = f.linker WHERE f.linker = ?"
        " AND EXISTS (SELECT 1 FROM linked_furniture l WHERE l.linker = k.linker AND l.key = k.key)"
        " AND NOT EXISTS (SELECT 1 FROM linked_furniture l WHERE l.article = a.id"
        " AND l.linker = k.linker AND l.key = k.key)"
    )
    return ((key, article) for key, article in select(connection, sql, linker))


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
        connection.execute("DELETE FROM link_wide WHERE linker = ? AND key = ?", (linker, key))
    connection.execute(
        "INSERT OR IGNORE INTO link_fresh SELECT ?, id FROM article WHERE rowid = ?", (linker, row)
    )


# ---------------------------------------------------------------- output of a key


def put_linked(connection: apsw.Connection, linker: str, key: str, linked: Linked) -> None:
    """Replace what `linker` says about `key`; the key is clean then. The caller holds the transaction."""
    filled = {table for (table,) in select(connection, _FILLED, linker, key)}
    dated = faces.dated(connection, linker, key) if "dating" in filled else ()
    for table in filled:
        connection.execute(_CLEAR[table], (linker, key))
    for fact in linked.facts:
        _put_fact(connection, linker, key, fact)
    faces.put_linked(connection, linker, key, linked.facts, dated)
    connection.executemany(
        "INSERT OR IGNORE INTO membership VALUES (?, ?, ?, ?, ?)",
        ((_whole_layer(whole), part, whole, linker, key) for part, whole in linked.membership),
    )
    add_furniture(connection, linker, key, linked.furniture)
    connection.executemany(
        "INSERT INTO stray VALUES (?, ?, ?)", ((id_, linker, key) for id_ in linked.strays)
    )
    connection.execute("DELETE FROM link_dirty WHERE linker = ? AND key = ?", (linker, key))


def add_furniture(
    connection: apsw.Connection, linker: str, key: str, pieces: Iterable[tuple[str, Furniture]]
) -> None:
    """Add furniture of articles to what `linker` says about `key`."""
    connection.executemany(
        "INSERT OR IGNORE INTO linked_furniture VALUES (?, ?, ?, ?, ?, ?)",
        ((article, *f.span, f.kind, linker, key) for article, f in pieces),
    )


def furnished(connection: apsw.Connection, linker: str, key: str) -> frozenset[str]:
    """Articles with lines that a linker says, under a key, to be furniture."""
    sql = "SELECT DISTINCT article FROM linked_furniture WHERE linker = ? AND key = ?"
    return frozenset(article for (article,) in select(connection, sql, linker, key))


def _whole_layer(whole: str) -> str:
    name = name_of(whole)
    if name not in WHOLES:
        known = ", ".join(f"{PREFIXES[n]}-" for n in sorted(WHOLES))
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
