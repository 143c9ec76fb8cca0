"""An analysis as the rows that the store writes: pure, so that a worker process can do it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from dragoman import codec
from dragoman.errors import InputError
from dragoman.store.layers import ARTICLE_LAYERS, Layer, searched
from dragoman.types import Analysis, Article, Rejected

FactRow: TypeAlias = tuple[str | int | None, ...]
"""(id, start, data) or, in a searched layer, (id, start, data, words)."""

_BESIDE = ("source_id", "path", "text")
"""Fields of an article that have columns of their own and are left out of `data`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """The rows of one analysis. `columns` are title, outlet, url, published, language.

    `rank` orders readings of the same article that differ in what was given beside the text: the
    one with most fields given, then with the smallest data, is kept, whatever came first.
    """

    article: str
    source_id: str
    path: str
    columns: tuple[str | None, ...]
    rank: tuple[int, str]
    text: str
    facts: tuple[tuple[str, tuple[FactRow, ...]], ...]
    drops: tuple[tuple[str, str, int], ...]

    @property
    def data(self) -> str:
        """The article's line without the fields that have columns of their own."""
        return self.rank[1]


def pack(analysis: Analysis) -> Packed:
    """The rows of `analysis`. Raises `InputError` ('encoding') for characters that no file can hold."""
    article = analysis.article
    drops = Counter((drop.layer, drop.reason) for drop in analysis.drops)
    facts = tuple((layer.name, _rows(layer, analysis, drops)) for layer in ARTICLE_LAYERS)
    packed = Packed(
        article=article.id,
        source_id=printable(article.source_id),
        path=printable(article.path or ""),
        columns=_columns(article),
        rank=rank(article),
        text=article.text,
        facts=tuple((name, rows) for name, rows in facts if rows),
        drops=tuple((layer, reason, n) for (layer, reason), n in sorted(drops.items())),
    )
    _check_encodable(packed)
    return packed


def rank(article: Article) -> tuple[int, str]:
    """How many of the article's fields nobody gave, and its data."""
    data = codec.plain(article)
    kept = {name: value for name, value in data.items() if name not in _BESIDE}
    return unknowns(kept), json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def unknowns(kept: dict[str, Any]) -> int:
    """How many fields nobody gave: what is inferred counts as not given."""
    given = {name: value for name, value in kept.items() if name != "inferred"}
    return sum(value in (None, []) for value in given.values()) + len(kept.get("inferred", ()))


def unpack_article(data: str, source_id: str, path: str, text: str) -> dict[str, Any]:
    """The article's plain form from its columns; fields in the type's order."""
    kept = json.loads(data)
    kept.update(source_id=source_id, path=path or None, text=text)
    return {f.name: kept[f.name] for f in fields(Article)}


def printable(text: str) -> str:
    """`text` with bytes of a file name that are no UTF-8 written as '\\udcff'."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def printable_rejected(rejected: Rejected) -> tuple[str, str, str, str]:
    """(path, reason, detail, source_id) as stored; source_id '' stands for none."""
    row = (rejected.path, rejected.reason, rejected.detail, rejected.source_id or "")
    path, reason, detail, source_id = map(printable, row)
    return path, reason, detail, source_id


def _columns(article: Article) -> tuple[str | None, ...]:
    published = article.published.value if article.published else None
    return (article.title, article.outlet, article.url, published, article.language)


def _rows(layer: Layer, analysis: Analysis, drops: Counter[tuple[str, str]]) -> tuple[FactRow, ...]:
    """One row for each id, in the order of ids; what shares an id is counted as dropped."""
    rows: dict[str, FactRow] = {}
    for row in sorted((_row(layer, fact) for fact in getattr(analysis, layer.field)), key=repr):
        id_ = str(row[0])
        if id_ in rows:
            drops[layer.name, "same_fact" if rows[id_] == row else "same_id"] += 1
        rows.setdefault(id_, row)
    return tuple(rows.values())


def _row(layer: Layer, fact: Any) -> FactRow:
    words = (searched(layer.pieces(fact)),) if layer.pieces else ()
    return (fact.id, layer.start(fact), codec.dumps(fact), *words)


def _check_encodable(packed: Packed) -> None:
    rows = (str(value) for _, facts in packed.facts for row in facts for value in row)
    for value in _chain(packed, rows):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError(
                "encoding",
                f"half of a surrogate pair (U+{ord(value[error.start]):04X}) stands at character "
                f"{error.start}: not text that a file can hold; write the whole character instead",
            ) from None


def _chain(packed: Packed, rows: Iterable[str]) -> Iterable[str]:
    yield packed.text
    yield packed.data
    yield from (value for value in packed.columns if value is not None)
    yield from rows
    yield from (part for layer, reason, _ in packed.drops for part in (layer, reason))
