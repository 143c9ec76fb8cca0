"""Taking analyses in: articles with their facts, where they were read, and what was rejected.

Nothing here depends on the order of reading. An article read at several places carries the smallest
(source_id, path); readings that differ beside the text keep the one of the lowest `pack.rank`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

import apsw

from dragoman import codec
from dragoman.errors import InputError, UsageError
from dragoman.store import faces
from dragoman.store.connection import one, select
from dragoman.store.entries import Added, Entry, SourceRef
from dragoman.store.layers import ARTICLE_LAYERS
from dragoman.store.pack import Packed, pack, printable, printable_rejected, unknowns
from dragoman.types import Analysis, Maker, Rejected

RETRIED = frozenset({"too_slow", "too_much_memory", "crashed"})
"""Reasons that another run may not meet again: an item rejected for one of them is tried again."""

_RETRIED_SQL = str(tuple(sorted(RETRIED)))
_MENDED = f"DELETE FROM quarantine WHERE fingerprint = ? AND (pass < ? OR reason IN {_RETRIED_SQL})"
_INSERT_FACT = {
    layer.name: (
        f"INSERT INTO {layer.name} (article, id, start, data, words) VALUES (?, ?, ?, ?, ?)"
        if layer.pieces
        else f"INSERT INTO {layer.name} (article, id, start, data) VALUES (?, ?, ?, ?)"
    )
    for layer in ARTICLE_LAYERS
}
_DELETE_FACTS = tuple(f"DELETE FROM {layer.name} WHERE article = ?" for layer in ARTICLE_LAYERS)


def next_pass(connection: apsw.Connection) -> int:
    """The number of this writing session."""
    connection.execute(
        "INSERT INTO meta VALUES ('pass', 1) ON CONFLICT DO UPDATE SET value = value + 1"
    )
    return int(one(connection, "SELECT value FROM meta WHERE name = 'pass'"))


def _maker_row(connection: apsw.Connection, maker: Maker | None) -> int:
    """The row of `maker`, made where it is new."""
    if maker is None:
        raise UsageError("an analysis needs the maker that made it (Entry.maker)")
    data = codec.dumps(maker)
    digest = hashlib.sha256(data.encode()).hexdigest()
    connection.execute("INSERT OR IGNORE INTO maker (hash, data) VALUES (?, ?)", (digest, data))
    return int(one(connection, "SELECT rowid FROM maker WHERE hash = ?", digest))


# ---------------------------------------------------------------- one item


def add_entry(connection: apsw.Connection, entry: Entry, pass_: int) -> Added:
    """Write one item; the caller holds the transaction."""
    if entry.rejected is not None:
        return _reject(connection, entry.source, entry.rejected, pass_)
    source = _needed(entry)
    if entry.analysis is None:
        return _sight(connection, source, pass_)
    try:
        packed = packed_of(entry.analysis)
    except InputError as error:
        return _reject(connection, source, _as_rejected(source, error), pass_)
    return _take(connection, entry, packed, pass_)


def _needed(entry: Entry) -> SourceRef:
    """The entry's source with its fingerprint, without which an item would be read again and again."""
    source = entry.source
    if source is None or source.fingerprint is None:
        name = _place(source) if source else "an entry"
        raise UsageError(f"{name}: what is not rejected needs a source with a fingerprint")
    return source


def packed_of(analysis: Analysis | Packed) -> Packed:
    """The rows of an analysis, made now unless a worker did."""
    return pack(analysis) if isinstance(analysis, Analysis) else analysis


def _as_rejected(source: SourceRef, error: InputError) -> Rejected:
    return Rejected(
        path=_place(source),
        reason=error.reason,
        detail=error.detail,
        source_id=source.source_id or None,
    )


def _place(source: SourceRef) -> str:
    return ":".join(part for part in (source.path or source.source_id, source.position) if part)


def _take(connection: apsw.Connection, entry: Entry, packed: Packed, pass_: int) -> Added:
    source = _needed(entry)
    connection.execute(_MENDED, (source.fingerprint, pass_))
    if one(connection, "SELECT 1 FROM removed WHERE id = ?", packed.article):
        return Added(known=1)
    row = article_row(connection, packed.article)
    if row is None:
        row = _insert(connection, packed, entry)
        _place_article(connection, row, packed.source_id, source)
        return Added(added=1)
    _improve(connection, row, packed, entry)
    return _counted(_place_article(connection, row, packed.source_id, source))


def _counted(is_new_place: bool) -> Added:
    return Added(same=1) if is_new_place else Added(known=1)


_SEEN = (
    "SELECT rowid, source_id, data ->> '$.explicit_id' FROM article"
    " WHERE rowid IN (SELECT article FROM source WHERE fingerprint = ?)"
)


def _sight(connection: apsw.Connection, source: SourceRef, pass_: int) -> Added:
    """An item with a known fingerprint: every article that it gave also stands here."""
    found = list(select(connection, _SEEN, source.fingerprint))
    is_new = [
        _place_article(connection, row, own_id if explicit else source.source_id, source)
        for row, own_id, explicit in found
    ]
    is_rejected = _sight_rejected(connection, source, pass_)
    return _counted(any(is_new)) if found or not is_rejected else Added(rejected=1)


def _sight_rejected(connection: apsw.Connection, source: SourceRef, pass_: int) -> bool:
    """An item that was rejected elsewhere is rejected here too; false where there is none."""
    sql = "SELECT DISTINCT reason, detail, source_id FROM quarantine WHERE fingerprint = ?"
    found = list(select(connection, sql, source.fingerprint))
    for reason, detail, source_id in found:
        rejected = Rejected(
            path=_place(source), reason=reason, detail=detail, source_id=source_id or None
        )
        _reject(connection, source, rejected, pass_)
    return bool(found)


def _reject(
    connection: apsw.Connection, source: SourceRef | None, rejected: Rejected, pass_: int
) -> Added:
    path = source.path if source is not None and source.path else rejected.path
    fingerprint = source.fingerprint if source is not None else None
    connection.execute(
        "INSERT INTO quarantine (path, reason, detail, source_id, input, fingerprint, pass)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " input = excluded.input, fingerprint = excluded.fingerprint, pass = excluded.pass",
        (*printable_rejected(rejected), printable(path), fingerprint, pass_),
    )
    return Added(rejected=1)


def _place_article(
    connection: apsw.Connection, row: int, source_id: str, source: SourceRef
) -> bool:
    """Note that the article stands at `source` under this id; true where that was not known."""
    source_id, path = printable(source_id), printable(source.path or "")
    place = (source.fingerprint, row, source_id, path)
    known = one(
        connection,
        "SELECT 1 FROM source WHERE fingerprint = ? AND article = ? AND source_id = ? AND path = ?",
        *place,
    )
    connection.execute(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
        " SET position = excluded.position WHERE position IS NOT excluded.position",
        (*place, source.position),
    )
    later = "rowid = ?3 AND (source_id, path) > (?1, ?2)"
    if one(connection, f"SELECT 1 FROM article WHERE {later}", source_id, path, row):
        # Only where it changes something: any UPDATE makes FTS5 write what it has gathered.
        sql = f"UPDATE article SET source_id = ?1, path = ?2 WHERE {later}"
        connection.execute(sql, (source_id, path, row))
    return not known


# ---------------------------------------------------------------- articles and their facts


def article_row(connection: apsw.Connection, article: str) -> int | None:
    """The row of an article's id."""
    found = one(connection, "SELECT rowid FROM article WHERE id = ?", article)
    return None if found is None else int(found)


def _insert(connection: apsw.Connection, packed: Packed, entry: Entry) -> int:
    maker = _maker_row(connection, entry.maker)
    connection.execute(
        "INSERT INTO article (id, maker, source_id, path, title, outlet, url, published, language,"
        " data, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            packed.article,
            maker,
            packed.source_id,
            packed.path,
            *packed.columns,
            packed.data,
            packed.text,
        ),
    )
    row = connection.last_insert_rowid()
    _insert_facts(connection, row, packed)
    _insert_keys(connection, row, entry.keys)
    return row


def _insert_facts(connection: apsw.Connection, row: int, packed: Packed) -> None:
    for name, facts in packed.facts:
        connection.executemany(_INSERT_FACT[name], ((row, *fact) for fact in facts))
    connection.executemany(
        "INSERT INTO dropped VALUES (?, ?, ?, ?)", ((row, *drop) for drop in packed.drops)
    )
    faces.put_article(connection, row, packed.facts)


def _improve(connection: apsw.Connection, row: int, packed: Packed, entry: Entry) -> None:
    """Keep the better of two readings of one article."""
    data = str(one(connection, "SELECT data FROM article WHERE rowid = ?", row))
    if data != packed.data and packed.rank < _rank_of(data):
        rewrite(connection, row, packed, entry)


def _rank_of(data: str) -> tuple[int, str]:
    return unknowns(json.loads(data)), data


def rewrite(connection: apsw.Connection, row: int, packed: Packed, entry: Entry) -> None:
    """Put another reading of the article in place of the stored one; where it was read stays."""
    for sql in (*_DELETE_FACTS, "DELETE FROM dropped WHERE article = ?"):
        connection.execute(sql, (row,))
    connection.execute(
        "UPDATE article SET maker = ?, title = ?, outlet = ?, url = ?, published = ?, language = ?,"
        " data = ?, text = ? WHERE rowid = ?",
        (_maker_row(connection, entry.maker), *packed.columns, packed.data, packed.text, row),
    )
    _insert_facts(connection, row, packed)
    set_keys(connection, row, entry.keys)


def set_keys(connection: apsw.Connection, row: int, keys: Iterable[tuple[str, str]]) -> None:
    """Give the article these link keys and no others; the old and the new ones are to be linked again."""
    mark_dirty(connection, row)
    connection.execute("DELETE FROM link_key WHERE article = ?", (row,))
    _insert_keys(connection, row, keys)


def _insert_keys(connection: apsw.Connection, row: int, keys: Iterable[tuple[str, str]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO link_key VALUES (?, ?, ?)", ((*key, row) for key in keys)
    )
    _freshen(connection, row)


def mark_dirty(connection: apsw.Connection, row: int) -> None:
    """The keys of this article are to be linked again, as it leaves them; too many had them, maybe."""
    connection.execute(
        "INSERT OR IGNORE INTO link_dirty SELECT linker, key FROM link_key WHERE article = ?",
        (row,),
    )
    connection.execute(
        "DELETE FROM link_wide WHERE (linker, key) IN"
        " (SELECT linker, key FROM link_key WHERE article = ?)",
        (row,),
    )
    _freshen(connection, row)


def _freshen(connection: apsw.Connection, row: int) -> None:
    """What this article says is new to the linkers of which it has keys."""
    connection.execute(
        "INSERT OR IGNORE INTO link_fresh SELECT DISTINCT k.linker, a.id FROM link_key k"
        " JOIN article a ON a.rowid = k.article WHERE k.article = ?",
        (row,),
    )


def remove(connection: apsw.Connection, article: str) -> bool:
    """Take an article out for good, facts and all; false where it is not in the record."""
    row = article_row(connection, article)
    connection.execute("INSERT OR IGNORE INTO removed VALUES (?)", (article,))
    if row is None:
        return False
    mark_dirty(connection, row)
    connection.execute("DELETE FROM linked_furniture WHERE article = ?", (article,))
    connection.execute("DELETE FROM article WHERE rowid = ?", (row,))
    return True


# ---------------------------------------------------------------- inputs


def known_fingerprints(connection: apsw.Connection, fingerprints: Sequence[str]) -> set[str]:
    """Those of `fingerprints` that need no reading again."""
    return {fingerprint for fingerprint in fingerprints if knows(connection, fingerprint)}


_KNOWN = (
    "SELECT 1 FROM source WHERE fingerprint = ? UNION ALL SELECT 1 FROM quarantine"
    f" WHERE fingerprint = ? AND reason NOT IN {_RETRIED_SQL} LIMIT 1"
)


def knows(connection: apsw.Connection, fingerprint: str) -> bool:
    """Whether an item with this fingerprint needs no reading again."""
    return one(connection, _KNOWN, fingerprint, fingerprint) is not None


def holds(connection: apsw.Connection, fingerprint: str) -> bool:
    """Whether an item with this fingerprint gave an article."""
    sql = "SELECT 1 FROM source WHERE fingerprint = ? LIMIT 1"
    return one(connection, sql, fingerprint) is not None


_OF_INPUT = " OR ".join(
    ["input = ?1"]
    + [f"input >= ?1 || ':{word} ' AND input < ?1 || ':{word}!'" for word in ("line", "byte")]
)
"""Rows of an input, also those of which only the place is known ('f.jsonl:line 12'); '!' follows ' '."""


def input_done(connection: apsw.Connection, path: str, state: str | None, pass_: int) -> None:
    """An input was read to its end: what it was rejected for earlier and is not now is cleared.

    In this `state` it is skipped from now on, unless something in it is to be tried again.
    """
    path = printable(path)
    connection.execute(f"DELETE FROM quarantine WHERE ({_OF_INPUT}) AND pass < ?2", (path, pass_))
    sql = f"SELECT DISTINCT reason FROM quarantine WHERE {_OF_INPUT}"
    reasons = {reason for (reason,) in select(connection, sql, path)}
    if state is not None and RETRIED.isdisjoint(reasons):
        connection.execute("INSERT OR REPLACE INTO input VALUES (?, ?)", (path, state))


def input_known(connection: apsw.Connection, path: str, state: str) -> bool:
    """Whether the input was read to its end in this very state."""
    sql = "SELECT state FROM input WHERE path = ?"
    return bool(one(connection, sql, printable(path)) == state)


def forget(connection: apsw.Connection, path: str) -> None:
    """Clear what is known of an input's reading, so that it is read again; its articles stay."""
    connection.execute("DELETE FROM input WHERE path = ?", (printable(path),))
    connection.execute(f"DELETE FROM quarantine WHERE {_OF_INPUT}", (printable(path),))
