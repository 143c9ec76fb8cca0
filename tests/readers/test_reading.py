"""Sources are opened, cut and bounded; any bytes under any name give items or reasons, never a failure."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.readers import Raw, Source, read, sources
from dragoman.types import Document, Rejected

from .helpers import (
    SENTENCE,
    article,
    documents,
    items,
    members,
    page,
    read_all,
    record,
    rejected,
    response,
)


class Pipe(io.RawIOBase):
    """Bytes that can be read once and not searched, as standard input is."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._data.readinto(buffer)


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Document | Rejected]:
    with io.TextIOWrapper(io.BufferedReader(Pipe(data))) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        return read_all("-")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SENTENCE.encode(), SENTENCE),
        (json.dumps({"text": SENTENCE}).encode() + b"\n", SENTENCE),
        (json.dumps([{"text": SENTENCE}], indent=1).encode(), SENTENCE),
        (gzip.compress(json.dumps({"text": SENTENCE}).encode()), SENTENCE),
        (page(article()).encode(), "Pier to be repaired"),
        (
            f"<rss><channel><item><description>{SENTENCE}</description></item></channel></rss>".encode(),
            SENTENCE,
        ),
        (record(response(page(article()).encode())), "Pier to be repaired"),
        (members(record(response(page(article()).encode()))), "Pier to be repaired"),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, text: str
) -> None:
    (one,) = piped(monkeypatch, data)
    assert isinstance(one, Document), one
    assert one.text.startswith(text)
    assert one.path == "-"


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"\0\1\2" * 100, "binary"), (b'{"text": 1}', "bad_fields")],
)
def test_bad_standard_input_is_refused(
    monkeypatch: pytest.MonkeyPatch, data: bytes, reason: str
) -> None:
    assert [r.reason for r in rejected(piped(monkeypatch, data))] == [reason]


def test_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "\n Zürich,\r\n\tTuesday. \u2028 \u00a0“Ends.”\r \n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (one,) = documents(read_all(tmp_path))
    assert (one.text, one.source_id, one.path, one.encoding) == (
        text,
        "a.txt",
        str(tmp_path / "a.txt"),
        "utf-8",
    )


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_a_text_without_words_is_empty(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert [r.reason for r in rejected(read_all(tmp_path))] == ["empty"]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    (one,) = items(path, max_input_mb=1)
    assert isinstance(one, Rejected)
    assert (one.path, one.reason) == (str(path), "too_large")


def test_a_file_that_goes_away_after_listing_is_not_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    (source,) = sources([path])
    path.unlink()
    assert isinstance(source, Source)
    (one,) = read(source, fields={}, settings=Settings())
    assert isinstance(one, Rejected)
    assert one.reason == "not_found"


def test_a_truncated_gzip_text_names_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(SENTENCE.encode())[:-4])
    (one,) = items(path)
    assert isinstance(one, Rejected)
    assert (one.path, one.reason) == (f"{path}:byte 0", "truncated")


def test_the_fingerprint_is_of_what_decides_the_result(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name in ("a.txt", "x/a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE)
    prints = [
        i.fingerprint
        for s in sources([tmp_path])
        if isinstance(s, Source)
        for i in read(s, fields={}, settings=Settings())
        if isinstance(i, Raw)
    ]
    same, other, moved = prints
    assert same == moved != other


def test_bad_files_cost_no_good_one(tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"", "binary.txt": bytes(range(256)) * 200, "broken.jsonl": b'{"text": "A whole sentence."}\n{"text": \n{"nothing": 1}\n',
        "cut.warc.gz": b"\x1f\x8b\x08\x00" + bytes(range(255, 0, -1)), "deep.html": b"<html><body>" + b"<div>" * 20_000 + b"x", "cut.xml": b"<rss><channel><item>",
    }  # fmt: skip
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(SENTENCE)
    found = read_all(tmp_path)
    assert [d.text for d in documents(found)] == ["A whole sentence.", "x", SENTENCE]
    assert [(Path(r.path).name, r.reason) for r in rejected(found)] == [
        ("binary.txt", "binary"), ("broken.jsonl:line 2", "bad_json"), ("broken.jsonl:line 3", "bad_fields"),
        ("cut.warc.gz:byte 0", "damaged"), ("cut.xml", "damaged"), ("empty.txt", "empty"),
    ]  # fmt: skip
    assert all(len(r.detail) > 10 for r in rejected(found))


_START = st.sampled_from(
    [
        b"",
        b"\x1f\x8b\x08\0",
        b"WARC/1.0\r\n",
        b"<rss>",
        b"<html>",
        b"{",
        b"[",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b'<?xml version="1.0"?>',
        b"\x1b$B",
        gzip.compress(b'{"text": "x"}'),
    ]
)
_NAMES = st.sampled_from(
    [
        "a.txt",
        "a.html",
        "a.jsonl",
        "a.json",
        "a.jsonl.gz",
        "a.warc",
        "a.warc.gz",
        "a.xml",
        "a.rss",
        "a.txt.gz",
        "a.unknown",
    ]
)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=_START,
    data=st.binary(max_size=400)
    | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")),
    name=_NAMES,
)
def test_any_bytes_under_any_name_are_documents_or_rejections(
    tmp_path: Path, start: bytes, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(start + data)
    found = read_all(path)
    path.unlink()
    assert found
    for one in found:
        assert isinstance(one, Document | Rejected)
        if isinstance(one, Document):
            one.text.encode("utf-8")
            assert one.text.strip()
        else:
            (one.path + one.detail).encode("utf-8")
