"""Archives give their pages; a damaged record is named by its byte and costs only itself."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.readers import Raw
from dragoman.readers.members import MAX_FAULTS
from dragoman.readers.members import members as framed
from dragoman.readers.warc import content_type, cut
from dragoman.types import Rejected

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

PAGE = page(article()).encode()


def archived(data: bytes, **given: object) -> list[Raw | Rejected]:
    return list(cut(io.BytesIO(data), "a.warc", "a.warc", Settings(**given)))  # type: ignore[arg-type]


def pages(found: list[Raw | Rejected]) -> list[Raw]:
    return [i for i in found if isinstance(i, Raw)]


def numbered(count: int) -> list[bytes]:
    return [
        record(response(page(article(n + 2)).encode()), url=f"http://paper.example/{n}")
        for n in range(count)
    ]


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_carry_their_address_charset_and_offset(tmp_path: Path, compressed: bool) -> None:
    first = record(b"software: test\r\n", "warcinfo")
    second = record(response("Caf\xe9".encode("latin-1") + PAGE, "text/html; charset=ISO-8859-1"))
    parts = [members(first), members(second)] if compressed else [first, second]
    path = tmp_path / ("a.warc.gz" if compressed else "a.warc")
    path.write_bytes(b"".join(parts))
    (one,) = items(path)
    assert isinstance(one, Raw)
    assert (one.kind, one.url, one.charset) == ("html", "http://paper.example/a", "ISO-8859-1")
    assert (one.position, one.source_id) == (
        f"byte {len(parts[0])}",
        path.name,
    )
    (found,) = documents(read_all(path))
    assert SENTENCE in found.text
    assert found.encoding == "iso-8859-1 (declared)"


def test_resources_and_extracted_texts_are_read() -> None:
    data = record(PAGE, "resource", media="text/html") + record(
        SENTENCE.encode(), "conversion", media="text/plain"
    )
    assert [(r.kind, r.data) for r in pages(archived(data))] == [
        ("html", PAGE),
        ("text", SENTENCE.encode()),
    ]


def _chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (body[:10], body[10:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "extra"),
    [
        (_chunked(PAGE), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate\r\n"),
        (_chunked(gzip.compress(PAGE)), "Transfer-Encoding: Chunked\r\nContent-Encoding: GZIP\r\n"),
        (PAGE, "Content-Encoding: identity\r\n"),
    ],
)
def test_transfer_and_content_codings_are_undone(body: bytes, extra: str) -> None:
    (one,) = archived(record(response(body, extra=extra)))
    assert isinstance(one, Raw)
    assert one.data == PAGE


@pytest.mark.parametrize(
    ("body", "extra", "reason"),
    [
        (gzip.compress(PAGE)[:-20], "Content-Encoding: gzip\r\n", "truncated"),
        (b"no gzip at all", "Content-Encoding: gzip\r\n", "damaged"),
        (b"\x28\xb5\x2f\xfd", "Content-Encoding: zstd\r\n", "encoding"),
        (gzip.compress(b"\0" * (3 << 20)), "Content-Encoding: gzip\r\n", "too_large"),
    ],
)
def test_a_coding_that_fails_costs_its_record_only(body: bytes, extra: str, reason: str) -> None:
    found = archived(record(response(body, extra=extra)) + record(response(PAGE)), max_input_mb=1)
    assert [r.reason for r in rejected(found)] == [reason]
    assert rejected(found)[0].path == "a.warc:byte 0"
    assert len(pages(found)) == 1


def test_what_is_no_page_is_counted_once() -> None:
    others = [
        record(response(b"GIF89a", "image/gif")), record(response(b"GIF89a", "image/gif")),
        record(response(b"", "text/html", "404 Not Found")), record(b"", "revisit"),
        record(response(b"User-agent: *", "text/plain"), url="http://paper.example/robots.txt"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"), record(b"x", "metadata"),
    ]  # fmt: skip
    found = archived(b"".join(others) + record(response(PAGE)))
    assert len(pages(found)) == 1
    (told,) = rejected(found)
    assert (told.path, told.reason) == ("a.warc", "unknown_type")
    assert (
        told.detail
        == "5 records of other types (image/gif 2, HTTP 404 1, revisit 1, robots.txt 1) not read"
    )


def test_a_damaged_member_is_named_by_its_byte_and_the_rest_is_read() -> None:
    parts = [members(r) for r in numbered(5)]
    broken = bytearray(parts[2])
    broken[len(broken) // 2 : len(broken) // 2 + 20] = b"\0" * 20
    found = archived(b"".join([*parts[:2], bytes(broken), *parts[3:]]))
    assert [r.url for r in pages(found)] == [f"http://paper.example/{n}" for n in (0, 1, 3, 4)]
    (fault,) = rejected(found)
    assert (fault.path, fault.reason) == (f"a.warc:byte {len(parts[0]) + len(parts[1])}", "damaged")


def test_a_wrong_checksum_costs_its_own_record_not_the_one_before() -> None:
    parts = [members(r) for r in numbered(3)]
    broken = bytearray(parts[1])
    broken[-6] ^= 0xFF
    found = archived(parts[0] + bytes(broken) + parts[2])
    assert [r.url for r in pages(found)] == ["http://paper.example/0", "http://paper.example/2"]
    assert rejected(found)[0].path == f"a.warc:byte {len(parts[0])}"


@pytest.mark.parametrize("length", [5, 100_000_000])
def test_a_wrong_length_in_a_plain_archive_is_found_out(length: int) -> None:
    parts = numbered(4)
    size = len(parts[1].partition(b"\r\n\r\n")[2]) - 4
    parts[1] = parts[1].replace(b"Content-Length: %d" % size, b"Content-Length: %d" % length)
    found = archived(b"".join(parts), max_input_mb=1)
    assert [r.url for r in pages(found)] == [f"http://paper.example/{n}" for n in (0, 2, 3)]
    assert rejected(found)[0].path == f"a.warc:byte {len(parts[0])}"


def test_a_truncated_archive_gives_all_before_the_cut() -> None:
    for data in (members(*numbered(4)), b"".join(numbered(4))):
        found = archived(data[:-50])
        assert len(pages(found)) == 3
        assert [r.reason for r in rejected(found)] == ["truncated"]


def test_all_records_in_one_gzip_member_are_read_too() -> None:
    assert len(pages(archived(gzip.compress(b"".join(numbered(3)))))) == 3


def test_rubbish_between_records_is_one_fault() -> None:
    parts = numbered(2)
    found = archived(parts[0] + b"rubbish\r\nmore WARC/x rubbish\r\n" + parts[1])
    assert len(pages(found)) == 2
    assert [(r.path, r.reason) for r in rejected(found)] == [
        (f"a.warc:byte {len(parts[0])}", "damaged")
    ]


@pytest.mark.parametrize(
    "data", [b"no archive", b"\x1f\x8b\x08\x00" + os.urandom(300), gzip.compress(b"text")]
)
def test_a_file_that_is_no_archive_is_damaged(data: bytes) -> None:
    found = archived(data)
    assert pages(found) == []
    assert {r.reason for r in rejected(found)} <= {"damaged", "truncated"}
    assert rejected(found)[0].path == "a.warc:byte 0"


def test_an_empty_archive_is_empty() -> None:
    assert [r.reason for r in rejected(archived(b""))] == ["empty"]
    assert [r.reason for r in rejected(archived(gzip.compress(b"")))] == ["empty"]


def test_a_record_over_the_limit_is_passed_over_unheld() -> None:
    found = archived(record(response(b"x" * (2 << 20))) + record(response(PAGE)), max_input_mb=1)
    assert [r.reason for r in rejected(found)] == ["too_large"]
    assert len(pages(found)) == 1


def test_endless_faults_end() -> None:
    found = archived(b"WARC/1.0\r\nbad\r\n\r\n" * (MAX_FAULTS * 3))
    assert len(found) == MAX_FAULTS + 2
    assert rejected(found)[-1].detail.startswith(
        f"{MAX_FAULTS} faults so far; what follows is not read"
    )


def test_content_types_are_taken_apart() -> None:
    assert content_type('Text/HTML; x=1; Charset="UTF-8"') == ("text/html", "UTF-8")
    assert content_type(None) == ("", None)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.binary(max_size=60)
        | st.sampled_from(
            [
                b"WARC/1.0\r\n",
                b"\r\n\r\n",
                b"WARC-Type: response\r\n",
                b"Content-Length: 4\r\n",
                b"HTTP/1.1 200 OK\r\n",
                b"\x1f\x8b\x08\0",
                members(record(b"x", "resource")),
            ]
        ),
        max_size=8,
    )
)
def test_any_bytes_are_items_or_rejections(parts: list[bytes]) -> None:
    data = b"".join(parts)
    for found in archived(data):
        assert isinstance(found, Raw | Rejected)
    offsets = [m.offset for m in framed(io.BytesIO(data), 1000)]
    assert all(0 <= offset <= len(data) for offset in offsets)
