"""Exports are read again by strict readers, and every format holds the same values."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import dragoman
from dragoman.errors import DragomanError, UsageError
from dragoman.export import FORMATS, export_record
from dragoman.export.rows import TABLES
from dragoman.export.schema import arrow_schema, columns
from tests.helpers import exported

TEXTS = {
    "plain.txt": "Harbour reopens after three days of storms\n\nVALMERA (Reuters) - It reopened on Monday.\n",
    "odd.txt": 'A, "b"; c\r\n=1+1\r\nÅse said: “Ja.” \u202eabc\u202c \U0001f600\tend, she added on Friday.\r\n',
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    (folder / "empty.txt").write_bytes(b"")
    with dragoman.open(folder / "r.db") as opened:
        opened.read(folder)
    return folder / "r.db"


def written(record: Path, folder: Path, format_: str) -> Path:
    with dragoman.open(record, write=False) as opened:
        export_record(opened.store, folder, format_=format_)
    return folder


def test_every_table_has_its_file_and_rows_in_order(record: Path, tmp_path: Path) -> None:
    tables = exported(record, tmp_path)
    assert set(tables) == {t.name for t in TABLES}
    for name, rows in tables.items():
        if name != "quarantine":
            assert [r["id"] for r in rows] == sorted(r["id"] for r in rows)
    assert [r["reason"] for r in tables["quarantine"]] == ["empty"]
    assert {a["text"] for a in tables["articles"]} == set(TEXTS.values())


def test_no_field_is_left_out(record: Path, tmp_path: Path) -> None:
    for table in TABLES:
        for row in exported(record, tmp_path)[table.name]:
            assert list(row) == columns(table)


def test_the_manifest_counts(record: Path, tmp_path: Path) -> None:
    manifest = json.loads((written(record, tmp_path, "jsonl") / "manifest.json").read_text())
    assert manifest["schema"] == 1
    assert manifest["counts"]["articles"] == 2
    assert manifest["made_by"][0]["version"] == dragoman.__version__


def test_csv_gives_back_every_value(record: Path, tmp_path: Path) -> None:
    rows = exported(record, tmp_path / "jsonl")
    written(record, tmp_path / "csv", "csv")
    for table in TABLES:
        with (tmp_path / "csv" / f"{table.name}.csv").open(newline="", encoding="utf-8") as file:
            read = list(csv.DictReader(file, strict=True))
        assert [{k: _cell(v) for k, v in row.items()} for row in rows[table.name]] == read


def _cell(value: Any) -> str:
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "" if value is None else str(value)


def test_parquet_gives_back_every_value(record: Path, tmp_path: Path) -> None:
    rows = exported(record, tmp_path / "jsonl")
    written(record, tmp_path / "parquet", "parquet")
    for table in TABLES:
        read = pq.read_table(tmp_path / "parquet" / f"{table.name}.parquet")
        assert read.schema.equals(arrow_schema(table))
        assert read.to_pylist() == rows[table.name]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_unfinished_export_has_no_manifest(record: Path, tmp_path: Path, format_: str) -> None:
    written(record, tmp_path, format_)
    assert not list(tmp_path.glob("*.part"))
    (tmp_path / f"articles.{format_}").unlink()
    (tmp_path / f"articles.{format_}").mkdir()  # nothing can be moved there
    with pytest.raises(DragomanError, match="can't write the export"):
        written(record, tmp_path, format_)
    assert not (tmp_path / "manifest.json").exists()


def test_an_unknown_format_is_named(record: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there are: jsonl, csv, parquet"):
        written(record, tmp_path, "xlsx")
