"""From a form to a correction in the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from dragoman.config import Settings
from dragoman.corrections import Correction, correction, layer_of
from dragoman.errors import UsageError
from dragoman.store import Store, open_store, parties

_ID = re.compile(r"\b(?:ent|evt)-[0-9a-f]{16}\b")


def correct(record: Path, settings: Settings, form: Mapping[str, str]) -> None:
    """Keeps the correction that a form asks for. Raises `UsageError` where it makes no sense."""

    def change(store: Store) -> None:
        target = form.get("target", "")
        if layer_of(target) in (None, "affair") or store.get(target) is None:
            raise UsageError(f"{target!r} is not in this record, so there is nothing to set right")
        store.correct(_wanted(store, form))

    _write(record, settings, change)


def undo(record: Path, settings: Settings, form: Mapping[str, str]) -> None:
    """Takes a correction back. Raises `UsageError` where it is not in force."""
    _write(record, settings, lambda store: store.undo(form.get("correction", ""), _now()))


def _wanted(store: Store, form: Mapping[str, str]) -> Correction:
    kind, target, value = (form.get(name, "") for name in ("kind", "target", "value"))
    if kind == "merge":
        value = _same(store, target, value)
    return correction(kind, target, value, form.get("note"), made=_now())


def _same(store: Store, target: str, given: str) -> str:
    """The id that a user means by an id, the address of a page, or a name."""
    if found := _ID.search(given):
        if store.get(found[0]) is None:
            raise UsageError(f"{found[0]} is not in this record; copy the id of something that is")
        return found[0]
    ids = [i for i in store.ask(lambda c: parties.named(c, given.strip())) if i != target]
    if len(ids) != 1:
        many = f"{len(ids)} others are called {given!r}: give the id of one, such as {ids[0]}" if ids else f"nobody else is called {given!r} in this record: give its full name, or its id"  # fmt: skip
        raise UsageError(many)
    return ids[0]


def _write(record: Path, settings: Settings, change: Callable[[Store], None]) -> None:
    with open_store(record, write=True, settings=settings) as store:
        change(store)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
