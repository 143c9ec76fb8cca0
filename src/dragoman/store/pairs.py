"""Which articles a linker of pairs compares, and how near it finds them.

An article *stands* at a key where it is the first, by id, of those with the same text, and two texts at
least have the key and no more than the linker's `most`. Which articles stand where depends on the articles
in the record alone; it is kept, so that a key that gains or loses an article tells which pairs that changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import apsw

from dragoman.linking import nearness
from dragoman.store.connection import one, select
from dragoman.types import Nearness

TABLES = """
-- articles that were added, replaced or removed since the linker last ran
CREATE TABLE link_fresh (
  linker TEXT NOT NULL, article TEXT NOT NULL,
  PRIMARY KEY (linker, article)) STRICT, WITHOUT ROWID;

-- the articles that stand for their texts at keys of a linker of pairs
CREATE TABLE link_stand (
  linker TEXT NOT NULL, key TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (linker, key, article)) STRICT, WITHOUT ROWID;
CREATE INDEX link_stand_article ON link_stand (article);

-- pairs of articles, neither of them fresh, that have more or only fewer keys in common than they had
CREATE TABLE link_pair (
  linker TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, more INTEGER NOT NULL,
  PRIMARY KEY (linker, one, other)) STRICT, WITHOUT ROWID;

CREATE TABLE near (
  one TEXT NOT NULL, other TEXT NOT NULL,
  happening REAL NOT NULL, affair REAL NOT NULL, before REAL NOT NULL,
  PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
CREATE INDEX near_other ON near (other);
"""

MOST_COPIES = 1000
"""Articles of a key, copies too, that are read to tell how many texts have it; a key with more is wide."""

_HOLDERS = (
    "SELECT k.article, a.id, (SELECT min(s.key) FROM link_key s WHERE s.article = k.article"
    " AND s.linker = ?) FROM link_key k JOIN article a ON a.rowid = k.article"
    " WHERE k.linker = ? AND k.key = ?"
)


def settle(connection: apsw.Connection, linker: str, key: str, same: str, most: int) -> None:
    """Note who stands at a key now. Pairs that this concerns, but for those of fresh articles, wait to be
    compared; the key is clean then. Texts are told apart by the articles' key of linker `same`."""
    if not _is_wide(connection, linker, key):
        _stand(connection, linker, key, _first_of_texts(connection, linker, key, same, most))
    connection.execute("DELETE FROM link_dirty WHERE linker = ? AND key = ?", (linker, key))


def _is_wide(connection: apsw.Connection, linker: str, key: str) -> bool:
    """Whether it was noted that too many texts have a key. Who takes an article out clears the note, so
    that a key with one stays wide."""
    sql = "SELECT 1 FROM link_wide WHERE linker = ? AND key = ?"
    return one(connection, sql, linker, key) is not None


def _first_of_texts(
    connection: apsw.Connection, linker: str, key: str, same: str, most: int
) -> dict[int, str]:
    """Who stands at a key, as rows and ids; nobody where it is wide, which is noted."""
    first: dict[str, tuple[str, int]] = {}
    for number, (row, id_, text) in enumerate(select(connection, _HOLDERS, same, linker, key)):
        first[text or id_] = min((id_, row), first.get(text or id_, (id_, row)))
        if len(first) > most or number >= MOST_COPIES:
            connection.execute("INSERT INTO link_wide VALUES (?, ?)", (linker, key))
            return {}
    return {row: id_ for id_, row in first.values()} if len(first) > 1 else {}


def _stand(connection: apsw.Connection, linker: str, key: str, now: dict[int, str]) -> None:
    sql = (
        "SELECT s.article, a.id FROM link_stand s JOIN article a ON a.rowid = s.article"
        " WHERE s.linker = ? AND s.key = ?"
    )
    old: dict[int, str] = dict(select(connection, sql, linker, key))
    gained, lost = now.keys() - old.keys(), old.keys() - now.keys()
    connection.executemany(
        "DELETE FROM link_stand WHERE linker = ? AND key = ? AND article = ?",
        ((linker, key, row) for row in lost),
    )
    connection.executemany(
        "INSERT INTO link_stand VALUES (?, ?, ?)", ((linker, key, row) for row in gained)
    )
    _concerned(connection, linker, [now[row] for row in gained], list(now.values()), more=True)
    _concerned(connection, linker, [old[row] for row in lost], list(old.values()), more=False)


def _concerned(
    connection: apsw.Connection,
    linker: str,
    some: Sequence[str],
    every: Sequence[str],
    *,
    more: bool,
) -> None:
    """Pairs of one of `some` and one of `every` wait, unless one of them is fresh: they have a key more in
    common, or one fewer."""
    known = _known(connection, linker, some)
    others = _known(connection, linker, every) if known else []
    connection.executemany(
        "INSERT INTO link_pair VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET more = max(more, excluded.more)",
        ((linker, min(a, b), max(a, b), more) for a in known for b in others if a != b),
    )


def _known(connection: apsw.Connection, linker: str, articles: Sequence[str]) -> list[str]:
    """Those of some articles that are not fresh."""
    if not articles:
        return []
    marks = ",".join("?" * len(articles))
    sql = f"SELECT article FROM link_fresh WHERE linker = ? AND article IN ({marks})"
    is_fresh = {id_ for (id_,) in select(connection, sql, linker, *articles)}
    return [id_ for id_ in articles if id_ not in is_fresh]


def fresh(connection: apsw.Connection, linker: str) -> list[str]:
    """The fresh articles, removed ones first, then in order of time."""
    sql = (
        "SELECT f.article FROM link_fresh f LEFT JOIN article a ON a.id = f.article"
        " WHERE f.linker = ? ORDER BY a.published, f.article"
    )
    return [id_ for (id_,) in select(connection, sql, linker)]


def done(connection: apsw.Connection, linker: str, article: str | None = None) -> None:
    """An article is no longer fresh; none is where `article` is None."""
    if article is None:
        connection.execute("DELETE FROM link_fresh WHERE linker = ?", (linker,))
    else:
        sql = "DELETE FROM link_fresh WHERE linker = ? AND article = ?"
        connection.execute(sql, (linker, article))


_ENOUGH = (
    "(n >= :least OR n >= (SELECT count(*) FROM (SELECT 1 FROM link_key WHERE article = :row"
    " AND linker = :linker LIMIT :least)) OR n >= (SELECT count(*) FROM (SELECT 1 FROM link_key"
    " WHERE article = c.row AND linker = :linker LIMIT :least)))"
)
"""Whether two articles stand together at enough keys: at `least`, or at as many as one of them has."""

_PARTNERS = (
    "SELECT a.id, n, EXISTS (SELECT 1 FROM link_fresh f WHERE f.linker = :linker"
    " AND f.article = a.id) FROM (SELECT o.article AS row, count(*) AS n FROM link_stand s"
    " CROSS JOIN link_stand o ON o.linker = s.linker AND o.key = s.key WHERE s.article = :row"
    " AND s.linker = :linker AND o.article <> :row GROUP BY o.article) c"
    f" CROSS JOIN article a ON a.rowid = c.row WHERE {_ENOUGH} ORDER BY a.id"
)
_TOGETHER = (
    "SELECT 1 FROM (SELECT :other AS row, count(*) AS n FROM link_stand s CROSS JOIN link_stand o"
    " ON o.linker = s.linker AND o.key = s.key AND o.article = :other WHERE s.article = :row"
    f" AND s.linker = :linker) c WHERE n > 0 AND {_ENOUGH}"
)
_ROW = "SELECT rowid FROM article WHERE id = ?"


class Partner(NamedTuple):
    """An article that stands with another at enough keys: at how many, and whether it is fresh."""

    article: str
    keys: int
    fresh: bool


def partners(connection: apsw.Connection, linker: str, article: str, least: int) -> list[Partner]:
    """The articles that stand with this one at enough keys, in order of id."""
    row = one(connection, _ROW, article)
    if row is None:
        return []
    found = connection.execute(_PARTNERS, {"row": row, "linker": linker, "least": least})
    return [Partner(id_, keys, bool(is_fresh)) for id_, keys, is_fresh in found]


def together(connection: apsw.Connection, linker: str, pair: tuple[str, str], least: int) -> bool:
    """Whether two articles stand together at enough keys."""
    row, other = (one(connection, _ROW, id_) for id_ in pair)
    if row is None or other is None:
        return False
    values = {"row": row, "other": other, "linker": linker, "least": least}
    return connection.execute(_TOGETHER, values).fetchone() is not None


def waiting(
    connection: apsw.Connection, linker: str, most: int
) -> list[tuple[tuple[str, str], bool]]:
    """Pairs, at most so many, that wait, and whether they have a key more in common than they had."""
    sql = "SELECT one, other, more FROM link_pair WHERE linker = ? ORDER BY one, other LIMIT ?"
    return [((a, b), bool(more)) for a, b, more in select(connection, sql, linker, most)]


def compared(connection: apsw.Connection, linker: str, pairs: Iterable[tuple[str, str]]) -> None:
    """These pairs wait no longer."""
    sql = "DELETE FROM link_pair WHERE linker = ? AND one = ? AND other = ?"
    connection.executemany(sql, ((linker, *pair) for pair in pairs))


# ---------------------------------------------------------------- how near two articles are


def put_near(connection: apsw.Connection, facts: Iterable[Nearness]) -> None:
    """Say how near two articles each are, in place of what was said."""
    connection.executemany(
        "INSERT OR REPLACE INTO near VALUES (?, ?, ?, ?, ?)",
        ((f.one, f.other, f.happening, f.affair, f.order) for f in facts),
    )


def clear_near(connection: apsw.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Nothing is known of these pairs any more."""
    connection.executemany("DELETE FROM near WHERE one = ? AND other = ?", pairs)


_NEAR = "SELECT one, other, happening, affair, before FROM near"


def near(connection: apsw.Connection, article: str, faint: float) -> Iterator[Nearness]:
    """What is known of an article and others, in the order of the others' ids; nothing below `faint`."""
    for column in ("other", "one"):  # those before this article come first
        sql = f"{_NEAR} WHERE {column} = ? AND max(happening, affair) >= ? ORDER BY 1, 2"
        for row in select(connection, sql, article, faint):
            yield nearness(*row)


def near_pair(connection: apsw.Connection, pair: tuple[str, str]) -> tuple[Nearness, ...]:
    """What is known of a pair."""
    rows = select(connection, f"{_NEAR} WHERE one = ? AND other = ?", *pair)
    return tuple(nearness(*row) for row in rows)


def near_among(connection: apsw.Connection, articles: Iterable[str]) -> Iterator[Nearness]:
    """What is known of pairs of these articles, in order of id."""
    some = frozenset(articles)
    for article in sorted(some):
        for row in select(connection, f"{_NEAR} WHERE one = ? ORDER BY 2", article):
            if row[1] in some:
                yield nearness(*row)


def add(connection: apsw.Connection) -> None:
    """Adds the tables to a record that has none; all of its articles are then to be linked again."""
    connection.execute(
        TABLES
        + "DROP TABLE IF EXISTS nearness; DELETE FROM linked_article WHERE layer = 'nearness';"
        "DELETE FROM derivation WHERE linker = 'derivation';"
        "DELETE FROM linked_article WHERE linker = 'derivation'; DELETE FROM link_wide;"
        "INSERT INTO link_fresh SELECT DISTINCT k.linker, a.id"
        " FROM link_key k JOIN article a ON a.rowid = k.article;"
        "DELETE FROM link_dirty;"
        "INSERT OR IGNORE INTO link_dirty SELECT linker, key FROM linked_article"
    )
