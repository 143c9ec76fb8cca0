"""Facts that the record found to be none: those inside lines that recur, and strays.

Lines that recur are the page's words, not the article's; a stray is an accident of how one copy words what
the others tell (`Linked.strays`). Such facts stay stored and are not given, so that they are back when the line
recurs no more or the copy is alone. Linkers are given strays, as they told them. A fact stands where it
begins. An entity is not given where all its mentions in an article are withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from dragoman.store.connection import one
from dragoman.store.layers import ARTICLE_LAYERS

REASON = "in_recurring_furniture"
STRAY = "read_in_an_altered_copy_alone"

TABLES = """
-- facts of articles that belong to nothing, as a linker says of a key
CREATE TABLE stray (
  id TEXT NOT NULL, linker TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (id, linker, key)) STRICT, WITHOUT ROWID;
CREATE INDEX stray_key ON stray (linker, key);
"""

_MAY_STRAY = frozenset({"event_mention"})
_PLACED = frozenset(layer.name for layer in ARTICLE_LAYERS if layer.name not in ("entity", "trace"))
_IN_FURNITURE = (
    "EXISTS (SELECT 1 FROM article a JOIN linked_furniture f ON f.article = a.id"
    ' WHERE a.rowid = {0}.article AND f.start <= {0}.start AND {0}.start < f."end")'
)
_MENTIONS = (
    "(SELECT {1} FROM entity_mention m WHERE m.article = {0}.article"
    " AND m.data ->> '$.entity' = {0}.id)"
)
_HAS_FURNITURE = (
    "EXISTS (SELECT 1 FROM article a JOIN linked_furniture f ON f.article = a.id"
    " WHERE a.rowid = {0}.article)"
)


def withdrawn(layer: str) -> str:
    """An SQL condition on a row of the layer's table: whether the fact is not given."""
    return f"({furnished(layer)} OR {_stray(layer)})" if layer in _MAY_STRAY else furnished(layer)


def furnished(layer: str) -> str:
    """The same for facts in lines that recur alone: what is not given to linkers either."""
    if layer in _PLACED:
        return _IN_FURNITURE.format(layer)
    if layer == "entity":
        left = _MENTIONS.format(layer, f"min({_IN_FURNITURE.format('m')})")
        return f"({_HAS_FURNITURE.format(layer)} AND coalesce({left}, 0))"
    return "0"


def _stray(layer: str) -> str:
    return f"EXISTS (SELECT 1 FROM stray s WHERE s.id = {layer}.id)"


def dropped(connection: apsw.Connection) -> Iterator[tuple[str, str, int]]:
    """(layer, reason, count) of the facts that are withdrawn."""
    for layer in sorted((*_PLACED, "entity")):
        asked = [(REASON, furnished(layer))]
        if layer in _MAY_STRAY:
            asked.append((STRAY, f"{_stray(layer)} AND NOT {furnished(layer)}"))
        for reason, condition in asked:
            number = one(connection, f"SELECT count(*) FROM {layer} WHERE {condition}")
            if number:
                yield layer, reason, number
