"""Dragoman reads the news as evidence: who did what, who said what, how many, on whose word.

import dragoman
analysis = dragoman.analyze(text, published="2024-03-04")
with dragoman.open("record.db") as record:
    record.read(["articles/"])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.pipeline import analyze, analyze_many
    from dragoman.record import Record
    from dragoman.record import open_record as open  # noqa: A004 - the name the contract gives it

__all__ = ["Record", "__version__", "analyze", "analyze_many", "open"]

_HOMES = {
    "analyze": ("dragoman.pipeline", "analyze"),
    "analyze_many": ("dragoman.pipeline", "analyze_many"),
    "open": ("dragoman.record", "open_record"),
    "Record": ("dragoman.record", "Record"),
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that `import dragoman` costs nothing."""
    from importlib import import_module, metadata

    if name == "__version__":
        return metadata.version("dragoman")
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
