"""Record types to plain JSON values and back. The plain form is the exported form."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman.types import Span

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A record type as dicts, lists and scalars; `from_` becomes 'from', a span `[start, end]`."""
    kind: Any = value.__class__
    if kind in _SCALARS:
        return value
    if kind is Span:
        return [value.start, value.end]
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if is_dataclass(kind):
        return {name: plain(getattr(value, attr)) for attr, name in _names(kind)}  # type: ignore[arg-type]
    return value


_SCALARS = frozenset({str, int, float, bool, type(None)})


def dumps(value: Any) -> str:
    """One line of canonical JSON: fields in the type's order, UTF-8 kept, no blanks."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def load(cls: type[T], data: Any) -> T:
    """The inverse of `plain` for the record type `cls`."""
    return _reader(cls)(data)  # type: ignore[no-any-return, arg-type]


def loads(cls: type[T], line: str) -> T:
    """The inverse of `dumps`."""
    return load(cls, json.loads(line))


@cache
def _names(cls: type) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, f.name.rstrip("_")) for f in fields(cls))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    if hint is Span:
        return lambda v: Span(*v)
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple_reader(args)
    if origin in (Union, types.UnionType):
        return _optional_reader(args)
    if origin is Literal:
        return _same
    return _same


def _same(value: Any) -> Any:
    return value


def _dataclass_reader(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    readers = [(attr, name, _reader(hints[attr])) for attr, name in _names(cls)]
    return lambda d: cls(**{attr: read(d[name]) for attr, name, read in readers if name in d})


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _reader(args[0])
        return lambda v: tuple(item(x) for x in v)
    items = [_reader(a) for a in args]
    return lambda v: tuple(read(x) for read, x in zip(items, v, strict=True))


def _optional_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    inner = [a for a in args if a is not type(None)]
    if len(inner) != 1:
        return _same
    read = _reader(inner[0])
    return lambda v: None if v is None else read(v)
