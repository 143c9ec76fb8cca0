"""Writes a record's tables as JSON Lines, CSV or Parquet, with a manifest that says what they hold.

Each file is written beside its final name and moved there when whole; the manifest comes last, so
a folder with a manifest is a finished export.
"""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import DiskFull, DragomanError, UsageError
from dragoman.export.rows import TABLES, ReadSide, Row, Table, rows
from dragoman.export.schema import arrow_schema, columns

SCHEMA = 1
"""Version of the exported fields; it grows when a field changes its meaning."""

BATCH = 2_000
"""Rows of one Parquet row group: bounds memory at some 10 MB for articles of 800 words."""


def export_record(record: ReadSide, folder: Path, *, format_: str = "jsonl") -> dict[str, int]:
    """Writes every table into `folder` (made where absent) and returns rows written by table.

    Raises `UsageError` for an unknown format, `DiskFull` and `DragomanError` where writing fails.
    """
    if format_ not in FORMATS:
        raise UsageError(f"no export format {format_!r}; there are: {', '.join(FORMATS)}")
    with _named_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "manifest.json").unlink(missing_ok=True)
        counts = {t.name: _table(record, t, folder, format_) for t in TABLES}
        _manifest(record, folder, format_, counts)
    return counts


def _table(record: ReadSide, table: Table, folder: Path, format_: str) -> int:
    path = folder / f"{table.name}.{format_}"
    unfinished = path.with_name(path.name + ".part")
    count = FORMATS[format_](table, rows(record, table), unfinished)
    unfinished.replace(path)
    return count


def _jsonl(table: Table, lines: Iterator[Row], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in lines:
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def _csv(table: Table, lines: Iterator[Row], path: Path) -> int:
    """RFC 4180 with a header; a nested value is its JSON, null is empty."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        names = columns(table)
        writer.writerow(names)
        for row in lines:
            writer.writerow([_cell(row[name]) for name in names])
            count += 1
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def _parquet(table: Table, lines: Iterator[Row], path: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema, count = arrow_schema(table), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _batches(lines):
            out.write_table(pa.Table.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def _batches(lines: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in lines:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _manifest(record: ReadSide, folder: Path, format_: str, counts: dict[str, int]) -> None:
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
    manifest = {
        "schema": SCHEMA,
        "format": format_,
        "counts": counts,
        "made_by": makers,
        "dropped": dropped,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")


FORMATS: dict[str, Callable[[Table, Iterator[Row], Path], int]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}


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
