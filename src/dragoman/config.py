"""One table of settings: name, default, help. A setting is overridden by DRAGOMAN_<NAME> or a keyword."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table; `changes_record` marks those that are part of a record's maker."""

    name: str
    default: int | float
    help: str
    changes_record: bool = False


TABLE = (
    Setting("workers", 2, "worker processes that analyse articles; the record is the same for any number"),
    Setting("batch_articles", 200, "articles written in one transaction"),
    Setting("batch_seconds", 2.0, "a transaction is closed after this long, however few it holds"),
    Setting("article_seconds", 60.0, "longest time for one article; then its worker is ended and the article quarantined"),
    Setting("html_seconds", 10.0, "longest time for one HTML page, likewise"),
    Setting("worker_mb", 512, "memory that one input may take in its worker beyond what the worker needs, in MiB"),
    Setting("max_text_chars", 2_000_000, "longest text taken as one article; longer is quarantined", True),
    Setting("max_input_mb", 256, "largest plain file or page read whole, in MiB; larger is quarantined"),
    Setting("max_line_mb", 64, "longest line of JSON Lines, in MiB; longer is quarantined and skipped"),
    Setting("lock_seconds", 10.0, "how long a second writer waits for the first"),
    Setting("fetch_seconds", 20.0, "longest time for one URL"),
    Setting("fetch_mb", 16, "largest response taken from a URL, in MiB"),
    Setting("fetch_redirects", 5, "redirects followed, each checked like the first address"),
    Setting("query_seconds", 1.0, "longest time of one search"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The values in force; fields are the names of `TABLE`, in its order."""

    workers: int = 2
    batch_articles: int = 200
    batch_seconds: float = 2.0
    article_seconds: float = 60.0
    html_seconds: float = 10.0
    worker_mb: int = 512
    max_text_chars: int = 2_000_000
    max_input_mb: int = 256
    max_line_mb: int = 64
    lock_seconds: float = 10.0
    fetch_seconds: float = 20.0
    fetch_mb: int = 16
    fetch_redirects: int = 5
    query_seconds: float = 1.0

    def recorded(self) -> tuple[tuple[str, str], ...]:
        """The settings that change what a record holds, as (name, value)."""
        return tuple((s.name, str(getattr(self, s.name))) for s in TABLE if s.changes_record)


def load_settings(environ: Mapping[str, str] | None = None, **given: int | float) -> Settings:
    """Defaults, overridden by `environ` (the process's by default), then by `given`.

    Raises `UsageError` for an unknown name or a value that is no number above zero.
    """
    source = os.environ if environ is None else environ
    known = {s.name: s for s in TABLE}
    if unknown := sorted(set(given) - set(known)):
        raise UsageError(f"no setting named {unknown[0]!r}; there are: {', '.join(known)}")
    values: dict[str, int | float] = {
        name: _number(name, source[key])
        for name in known
        if (key := f"DRAGOMAN_{name.upper()}") in source
    }
    values.update({name: _number(name, str(value)) for name, value in given.items()})
    return replace(Settings(), **values)  # type: ignore[arg-type]


def _number(name: str, text: str) -> int | float:
    kind: type[int] | type[float] = {s.name: type(s.default) for s in TABLE}[name]
    try:
        value = kind(text)
    except ValueError:
        value = kind(0)
    if value <= 0:
        raise UsageError(f"setting {name}={text!r}: expected a number above zero ({kind.__name__})")
    return value
