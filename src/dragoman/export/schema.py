"""Columns and Arrow types of the exported tables, read off the record types."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.export.rows import Table
from dragoman.types import Article, Span


def columns(table: Table) -> list[str]:
    """Names of a table's columns, in order."""
    names = [f.name.rstrip("_") for f in fields(table.cls)]
    if table.cls is Article:
        names.append("furniture_kinds")
    return names + [column for column, _ in table.added]


def arrow_schema(table: Table) -> Any:
    """The table's `pyarrow.Schema`: spans are lists of two integers, nested values are structs."""
    import pyarrow as pa

    hints = get_type_hints(table.cls)
    types_by_name = {f.name.rstrip("_"): arrow_type(hints[f.name]) for f in fields(table.cls)}
    if table.cls is Article:
        types_by_name["furniture"] = pa.list_(pa.list_(pa.int64()))
        types_by_name["furniture_kinds"] = pa.list_(pa.string())
    return pa.schema([(n, types_by_name.get(n, pa.string())) for n in columns(table)])


def arrow_type(hint: Any) -> Any:
    """The Arrow type of a type hint of a record type."""
    import pyarrow as pa

    scalars = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in scalars:
        return scalars[hint]
    if hint is Span:
        return pa.list_(pa.int64())
    if is_dataclass(hint):
        return _struct(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple:
        return pa.list_(arrow_type(args[0]))
    if origin in (Union, types.UnionType):
        return arrow_type(next(a for a in args if a is not type(None)))
    if origin is Literal:
        return pa.string()
    raise TypeError(f"no Arrow type for {hint!r}; add one to {__name__}")


def _struct(cls: Any) -> Any:
    import pyarrow as pa

    hints = get_type_hints(cls)
    return pa.struct([(f.name.rstrip("_"), arrow_type(hints[f.name])) for f in fields(cls)])
