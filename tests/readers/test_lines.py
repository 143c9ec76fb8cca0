"""JSON Lines are streamed; a bad line costs only itself and is named by its number."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.errors import UsageError
from dragoman.readers import Raw, Source, read
from dragoman.readers.lines import cut, is_one_value
from dragoman.types import Rejected

from .helpers import SENTENCE, documents, items, read_all, rejected

LINE = json.dumps({"text": SENTENCE}).encode()


def test_each_line_is_one_record_and_blank_lines_are_none(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + LINE + b"\r\n\n  \n" + LINE)
    found = documents(read_all(path))
    assert [(d.text, d.source_id, d.path) for d in found] == [
        (SENTENCE, "news.jsonl", str(path)),
        (SENTENCE, "news.jsonl", str(path)),
    ]


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_bytes(LINE + b'\n{"text": \n{"nothing": 1}\n[1]\n{"text": "\xff"}\n' + LINE)
    found = read_all(path)
    assert len(documents(found)) == 2
    assert [(r.path.removeprefix(str(path)), r.reason) for r in rejected(found)] == [
        (":line 2", "bad_json"),
        (":line 3", "bad_fields"),
        (":line 4", "bad_fields"),
        (":line 5", "encoding"),
    ]
    details = [r.detail for r in rejected(found)]
    assert details[0] == "column 9: Expecting value; expected one JSON object"
    assert "its fields: 'nothing'" in details[1]
    assert "--field text=NAME" in details[1]
    assert "byte 10" in details[3]


def test_a_line_over_the_limit_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(LINE + b'\n{"text": "')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\n' + LINE + b"\n")
    tracemalloc.start()
    found = items(path, max_line_mb=2)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 << 20
    assert [i.position for i in found if isinstance(i, Raw)] == ["line 1", "line 3"]
    (long,) = rejected(found)
    assert (long.path, long.reason) == (f"{path}:line 2", "too_large")
    assert "104,857,613 bytes in one line, at most 2 MiB" in long.detail


def test_a_truncated_gzip_gives_everything_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    rows = b"".join(
        json.dumps({"text": f"{SENTENCE} {n * 7919}"}).encode() + b"\n" for n in range(5_000)
    )
    path.write_bytes(gzip.compress(rows)[:-2_000])
    found = items(path)
    (fault,) = rejected(found)
    assert (fault.path, fault.reason) == (f"{path}:byte 0", "truncated")
    assert f"{len(found) - 1} records before it were read" in fault.detail
    assert len(found) > 4_000


def test_damaged_gzip_is_reported_at_its_member(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl.gz"
    first = gzip.compress(LINE + b"\n")
    path.write_bytes(first + gzip.compress(LINE)[:15] + b"\xff" * 40)
    found = items(path)
    assert [type(i) for i in found] == [Raw, Rejected]
    assert rejected(found)[0].path == f"{path}:byte {len(first)}"


def test_gzip_under_a_plain_name_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(gzip.compress(LINE))
    assert len(documents(read_all(path))) == 1


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    for name, data in (("a.jsonl", b""), ("b.jsonl", b"\n\n"), ("c.jsonl.gz", gzip.compress(b""))):
        path = tmp_path / name
        path.write_bytes(data)
        assert [(r.path, r.reason) for r in rejected(read_all(path))] == [(str(path), "empty")]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (f'[{{"text": "{SENTENCE}"}},\n {{"text": "Second."}}]', [SENTENCE, "Second."]),
        (f'{{\n  "text": "{SENTENCE}"\n}}\n', [SENTENCE]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
)
def test_json_may_be_an_array_an_object_or_lines(
    tmp_path: Path, content: str, texts: list[str]
) -> None:
    path = tmp_path / "news.json"
    path.write_text(content)
    assert [d.text for d in documents(read_all(path))] == texts


def test_broken_json_over_several_lines_names_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    path.write_text('[{"text": "One."},\n {"text": oops}]')
    (one,) = rejected(read_all(path))
    assert (one.reason, one.detail) == ("bad_json", "line 2, column 11: Expecting value")


def test_json_nested_without_end_is_bad_json(tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl"):
        path = tmp_path / name
        path.write_text('{"text": ' + "[" * 100_000 if name == "a.jsonl" else "[" * 100_000)
        assert [r.reason for r in rejected(read_all(path))] == ["bad_json"]


def test_utf16_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "wide.jsonl"
    path.write_text('{"text": "x"}\n', encoding="utf-16")
    (one,) = rejected(read_all(path))
    assert one.reason == "encoding"
    assert "iconv" in one.detail


def test_other_columns_are_mapped_and_an_unknown_field_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"body": "Words.", "head": "T", "key": 7, "extra": [1]}\n')
    (one,) = documents(read_all(path, fields={"text": "body", "title": "head", "id": "key"}))
    assert (one.text, one.title, one.source_id, one.explicit_id) == ("Words.", "T", "7", True)
    with pytest.raises(UsageError, match="no field named 'texts'; there are: text, html, id"):
        read(Source(path="-", kind="stdin"), fields={"texts": "body"}, settings=Settings())


def test_order_of_the_mapping_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(LINE)
    source = Source(path=str(path), kind="jsonl", file=str(path))
    ways = ({"text": "a", "id": "b"}, {"id": "b", "text": "a"})
    prints = {
        i.fingerprint
        for fields in ways
        for i in read(source, fields=fields, settings=Settings())
        if isinstance(i, Raw)
    }
    assert len(prints) == 1


def test_one_value_is_told_from_lines() -> None:
    assert is_one_value(b' [\n{"text"')
    assert is_one_value(b'{\r\n "text"')
    assert not is_one_value(b'{"text": 1}\n{')
    assert not is_one_value(b"")


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes_are_items_or_rejections(data: bytes) -> None:
    for found in cut(io.BytesIO(data), "x", "x", fields={}, settings=Settings()):
        assert isinstance(found, Raw | Rejected)


def test_nothing_heavy_is_imported_for_json() -> None:
    import subprocess

    code = "import sys, dragoman.readers; print(sorted({'lxml', 'trafilatura', 'feedparser', 'warcio', 'charset_normalizer', 'ssl'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
