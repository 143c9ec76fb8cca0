"""Exports are read again by strict readers, and every format holds the same values."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import click
import pyarrow.parquet as pq
import pytest

import dragoman
from dragoman.cli.commands import ALL
from dragoman.corrections import correction
from dragoman.errors import DragomanError, UsageError
from dragoman.export import FORMATS, export_record
from dragoman.export.rows import TABLES
from dragoman.export.schema import arrow_schema, columns
from dragoman.ids import make_id
from dragoman.store import open_store
from dragoman.types import ArticleSpan, Dating, Linked, Reason, ResolvedTimex, Span
from tests.export.objects import STORY
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
    file = tmp_path / FORMATS[format_][-1].file
    file.unlink()
    file.mkdir()  # nothing can be moved there
    with pytest.raises(DragomanError, match="can't write the export"):
        written(record, tmp_path, format_)
    assert not (tmp_path / "manifest.json").exists()


@pytest.mark.parametrize("format_", FORMATS)
def test_two_exports_of_a_record_are_the_same(by_hand: Path, tmp_path: Path, format_: str) -> None:
    one, two = (written(by_hand, tmp_path / name, format_) for name in ("one", "two"))
    files = {f.file for f in FORMATS[format_]} | {"manifest.json"}
    assert {path.name for path in one.iterdir()} == files
    for name in files:
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_record_gives_every_file(tmp_path: Path, format_: str) -> None:
    with dragoman.open(tmp_path / "r.db"):
        pass
    folder = written(tmp_path / "r.db", tmp_path / "out", format_)
    counts = json.loads((folder / "manifest.json").read_text())["counts"]
    assert counts == {f.name: 0 for f in FORMATS[format_]}
    assert {path.name for path in folder.iterdir()} == {
        *(f.file for f in FORMATS[format_]),
        "manifest.json",
    }


def test_the_command_offers_every_format() -> None:
    (option,) = (p for p in ALL["export"].params if p.name == "format_")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_datings_and_corrections_are_tables_too(
    by_hand: Path, tmp_path: Path, format_: str
) -> None:
    copy = Path(shutil.copy(by_hand, tmp_path / "r.db"))
    target = STORY[1].article.id
    with open_store(copy, write=True) as store:
        store.put_linked("dates", "all", Linked(facts=(_dating(target),)))
        store.correct(correction("date", target, "2031-03-02", "by hand", made="2031-03-04T00:00Z"))
    rows = exported(copy, tmp_path / "jsonl")
    assert len(rows["datings"]) == len(rows["corrections"]) == 1
    written(copy, tmp_path / format_, format_)
    for name in ("datings", "corrections"):
        path = tmp_path / format_ / f"{name}.{format_}"
        if format_ == "parquet":
            assert pq.read_table(path).to_pylist() == rows[name]
        else:
            with path.open(newline="", encoding="utf-8") as file:
                read = list(csv.DictReader(file, strict=True))
            assert read == [{k: _cell(v) for k, v in row.items()} for row in rows[name]]


def _dating(id_: str) -> Dating:
    why = Reason(text="It tells of Monday.", evidence=ArticleSpan(article=id_, span=Span(20, 26)))
    return Dating(
        id=make_id("dating", id_), article=id_, value="2031-03-03", precision="day",
        from_="2031-03-03", to="2031-03-04", reasons=(why,),
        timexes=(ResolvedTimex(timex="tim-0", value="2031", from_="2031-01-01", to="2031-12-31"),),
    )  # fmt: skip


def test_an_unknown_format_is_named(record: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there are: jsonl, csv, parquet"):
        written(record, tmp_path, "xlsx")


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_documented_with_its_own_files(format_: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    assert f"`{format_}`" in text
    if format_ not in ("jsonl", "csv", "parquet"):
        assert all(f"`{file.file}`" in text for file in FORMATS[format_])
