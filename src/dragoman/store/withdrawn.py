"""Facts inside lines that the record found to recur: they are the page's words, not the article's.

Such facts stay stored and are not given, so that they are back when the line recurs no more. A fact
stands where it begins. An entity is not given where all its mentions in an article are withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from dragoman.store.connection import select
from dragoman.store.layers import ARTICLE_LAYERS

REASON = "in_recurring_furniture"

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
    """An SQL condition on a row of the layer's table: whether the fact is withdrawn."""
    if layer in _PLACED:
        return _IN_FURNITURE.format(layer)
    if layer == "entity":
        left = _MENTIONS.format(layer, f"min({_IN_FURNITURE.format('m')})")
        return f"({_HAS_FURNITURE.format(layer)} AND coalesce({left}, 0))"
    return "0"


def dropped(connection: apsw.Connection) -> Iterator[tuple[str, str, int]]:
    """(layer, reason, count) of the facts that are withdrawn."""
    for layer in sorted((*_PLACED, "entity")):
        sql = f"SELECT count(*) FROM {layer} WHERE {withdrawn(layer)}"
        for (number,) in select(connection, sql):
            if number:
                yield layer, REASON, number
