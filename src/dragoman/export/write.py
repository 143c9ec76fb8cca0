"""Writes a record into a folder in one of the formats, with a manifest that says what is there.

Each file is written beside its final name and moved there when whole; the manifest comes last, so
a folder with a manifest is a finished export. All files show the record as it was at one moment.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dragoman.errors import DiskFull, DragomanError, UsageError
from dragoman.export.annotations import write_annotations
from dragoman.export.geojson import write_events, write_places
from dragoman.export.polecat import write_polecat
from dragoman.export.rows import TABLES, LeftOut, ReadSide, Table
from dragoman.export.tables import write_csv, write_jsonl, write_parquet

SCHEMA = 1
"""Version of the exported fields; it grows when a field changes its meaning."""

TableWriter: TypeAlias = Callable[[Table, ReadSide, Path], int]
Writer: TypeAlias = Callable[[ReadSide, Path, LeftOut], int]
"""Writes a file, returns its rows, and counts in `LeftOut` what has no place in it."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export: its name without and with the ending, and what writes it."""

    name: str
    file: str
    write: Writer


def _table(writer: TableWriter, ending: str, table: Table) -> File:
    def write(record: ReadSide, path: Path, _left_out: LeftOut) -> int:
        return writer(table, record, path)

    return File(table.name, f"{table.name}.{ending}", write)


def _tables(writer: TableWriter, ending: str) -> tuple[File, ...]:
    return tuple(map(partial(_table, writer, ending), TABLES))


FORMATS: dict[str, tuple[File, ...]] = {
    "jsonl": _tables(write_jsonl, "jsonl"),
    "csv": _tables(write_csv, "csv"),
    "parquet": _tables(write_parquet, "parquet"),
    "polecat": (File("events", "events.tsv", write_polecat),),
    "geojson": (
        File("events", "events.geojson", write_events),
        File("places", "places.geojson", write_places),
    ),
    "annotations": (
        File("annotations", "annotations.jsonl", write_annotations),
        *(f for f in _tables(write_jsonl, "jsonl") if f.name in ("articles", "entities")),
    ),
}
"""The files of each format, in the order in which they are written."""


def export_record(record: ReadSide, folder: Path, *, format_: str = "jsonl") -> dict[str, int]:
    """Writes the files of a format into `folder` (made where absent) and returns rows by file.

    Raises `UsageError` for an unknown format, `DiskFull` and `DragomanError` where writing fails.
    """
    if format_ not in FORMATS:
        raise UsageError(f"no export format {format_!r}; there are: {', '.join(FORMATS)}")
    left_out = LeftOut()
    with _named_faults(folder), record.snapshot():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "manifest.json").unlink(missing_ok=True)
        counts = {f.name: _write(record, f, folder, left_out) for f in FORMATS[format_]}
        _manifest(record, folder, format_, counts, left_out)
    return counts


def _write(record: ReadSide, file: File, folder: Path, left_out: LeftOut) -> int:
    path = folder / file.file
    unfinished = path.with_name(path.name + ".part")
    count = file.write(record, unfinished, left_out)
    unfinished.replace(path)
    return count


def _manifest(
    record: ReadSide, folder: Path, format_: str, counts: dict[str, int], left_out: LeftOut
) -> None:
    makers = [
        {
            "version": maker.version,
            "model": maker.model,
            "model_sha256": maker.model_sha256,
            "settings": dict(maker.settings),
            "articles": articles,
        }
        for maker, articles in record.makers()
    ]
    dropped = [{"layer": a, "reason": b, "count": n} for a, b, n in record.dropped()]
    absent = [{"file": a, "reason": b, "count": n} for (a, b), n in sorted(left_out.items())]
    manifest = {
        "schema": SCHEMA,
        "format": format_,
        "counts": counts,
        "made_by": makers,
        "dropped": dropped,
        "left_out": absent,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _named_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        where = os.fspath(fault.filename or folder)
        if fault.errno == errno.ENOSPC:
            raise DiskFull(
                f"{where}: the disk is full; free some space and export again"
            ) from fault
        raise DragomanError(
            f"{where}: can't write the export ({fault.strerror}); name a folder you may write to"
        ) from fault
