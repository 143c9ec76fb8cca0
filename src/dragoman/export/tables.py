"""Writes one table of a record as JSON Lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.export.rows import ReadSide, Row, Table, rows
from dragoman.export.schema import arrow_schema, columns

_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
BATCH = 2_000
"""Rows of one Parquet row group: bounds memory at some 10 MB for articles of 800 words."""


def write_jsonl(table: Table, record: ReadSide, path: Path) -> int:
    """One object a line, UTF-8; returns the number of rows, as all writers do."""
    return write_lines(rows(record, table), path)


def write_lines(objects: Iterator[Row], path: Path) -> int:
    """Objects as JSON Lines; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for one in objects:
            out.write(one_line(one) + "\n")
            count += 1
    return count


def one_line(value: Any) -> str:
    """`compact`, on one line also for readers that break lines at U+0085, U+2028 and U+2029."""
    return compact(value).translate(_BREAKS)


def compact(value: Any) -> str:
    """JSON without blanks, with every character as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_csv(table: Table, record: ReadSide, path: Path) -> int:
    """RFC 4180 with a header; a nested value is its JSON, null is empty."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        names = columns(table)
        writer.writerow(names)
        for row in rows(record, table):
            writer.writerow([_cell(row[name]) for name in names])
            count += 1
    return count


def _cell(value: Any) -> Any:
    return compact(value) if isinstance(value, list | dict | bool) else value


def write_parquet(table: Table, record: ReadSide, path: Path) -> int:
    """Compressed with zstd, with the schema of `arrow_schema`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema, count = arrow_schema(table), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _batches(rows(record, table)):
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
