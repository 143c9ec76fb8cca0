"""What is costly to find and the same for every page of a record: kept until the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar

from dragoman.web.access import Access

T = TypeVar("T")

MOST: Final = 8
"""Things kept, the last used ones."""

_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_lock = Lock()


def kept(access: Access, name: str, make: Callable[[], T]) -> T:
    """What `make` found for the record as it is now, with or without its corrections."""
    key = (name, access.machine, *_state(access.store.path))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]  # type: ignore[no-any-return]
    found = make()
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return found


def forget() -> None:
    """Nothing is kept any more."""
    with _lock:
        _kept.clear()


def _state(path: Path) -> tuple[object, ...]:
    """What changes whenever the record does."""
    stats = [p.stat() for p in (path, path.with_name(path.name + "-wal")) if p.exists()]
    return (path, *((s.st_mtime_ns, s.st_size) for s in stats))
