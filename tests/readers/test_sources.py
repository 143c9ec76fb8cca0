"""Paths, folders, globs and URLs become sources in a fixed order; what can't be one says why."""

from __future__ import annotations

import hashlib
import os
import socket
import sys
from pathlib import Path

import pytest

from dragoman.readers import Source, digest, sources
from dragoman.types import Rejected

from .helpers import SENTENCE, documents, read_all


def found(*inputs: str | Path) -> list[Source]:
    return [s for s in sources(inputs) if isinstance(s, Source)]


def refused(*inputs: str | Path) -> list[Rejected]:
    return [s for s in sources(inputs) if isinstance(s, Rejected)]


def test_a_folder_is_read_recursively_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c/z.jsonl", "c/a.warc.gz", "d.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [Path(s.path).relative_to(tmp_path).as_posix() for s in found(tmp_path)] == [
        "a.html", "b.txt", "c/a.warc.gz", "c/z.jsonl", "d.xml",
    ]  # fmt: skip
    assert [s.kind for s in found(tmp_path)] == ["html", "text", "warc", "jsonl", "feed"]


def test_hidden_files_and_records_are_passed_over_in_a_folder(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "r.db-wal", "r.db-shm", "r.db.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "r.db").write_bytes(b"SQLite format 3\0 and so on")
    assert list(sources([tmp_path])) == []


def test_an_unknown_extension_in_a_folder_is_counted(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "other.db").write_bytes(b"no database")
    reasons = [(r.path, r.reason) for r in refused(tmp_path)]
    assert reasons == [
        (str(tmp_path / "other.db"), "unknown_type"),
        (str(tmp_path / "photo.jpg"), "unknown_type"),
    ]
    assert ".jsonl" in refused(tmp_path)[0].detail


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Plain words.", "text"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b'{"text": "x"}', "jsonl"),
        (b"WARC/1.0\r\n", "warc"),
        (b'<?xml version="1.0"?><rss>', "feed"),
        (b"<urlset>", "feed"),
    ],
)
def test_a_file_named_outright_is_known_by_its_first_bytes(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    path = tmp_path / "download.dat"
    path.write_bytes(content)
    assert [s.kind for s in found(path)] == [kind]


def test_xhtml_under_xml_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    path.write_bytes(
        b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">'
    )
    assert found(path)[0].kind == "html"


def test_what_does_not_exist_is_refused_by_name() -> None:
    (one,) = refused("no/such/file.txt")
    assert (one.path, one.reason) == ("no/such/file.txt", "not_found")
    assert "check the path" in one.detail


def test_globs_are_expanded_in_order_and_an_empty_one_is_refused(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [s.name for s in found(f"{tmp_path}/*.txt")] == ["a.txt", "b.txt"]
    assert [s.name for s in found(f"{tmp_path}/**/*.txt")] == ["a.txt", "b.txt", "c.txt"]
    assert [r.reason for r in refused(f"{tmp_path}/*.nothing")] == ["not_found"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "what [1] is it?.txt"
    path.write_text("x")
    assert [s.name for s in found(path)] == ["what [1] is it?.txt"]


def test_links_to_folders_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    assert [s.name for s in found(tmp_path)] == ["a.txt"]
    assert [(Path(r.path).name, r.reason) for r in refused(tmp_path)] == [
        ("dead.txt", "not_found"),
        ("self.txt", "unreadable"),
    ]


def test_pipes_sockets_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    here = Path.cwd()
    os.chdir(tmp_path)  # socket paths are short
    try:
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind("plug.txt")
    finally:
        os.chdir(here)
    details = [
        r.detail.partition(",")[0] for r in refused(tmp_path, tmp_path / "pipe.txt", "/dev/null")
    ]
    assert details == ["a named pipe", "a socket", "a named pipe", "a device"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    (one,) = read_all(path)
    assert isinstance(one, Rejected)
    assert one.reason == "unreadable"


def test_odd_characters_in_names_become_printable_and_the_file_is_read(tmp_path: Path) -> None:
    names = [
        b"caf\xe9.txt",
        b"new\nline.txt",
        b"quo'te\".txt",
        "Göteborg – 東京.txt".encode(),
        b"\x1b[31m.txt",
    ]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(SENTENCE.encode())
    assert all(s.path.isprintable() and s.path.encode("utf-8") for s in found(tmp_path))
    assert sorted(d.source_id for d in documents(read_all(tmp_path))) == [
        "Göteborg – 東京.txt", "\\x1b[31m.txt", "caf\\xe9.txt", "new\\nline.txt", "quo'te\".txt",
    ]  # fmt: skip


def test_a_null_in_a_path_is_no_crash() -> None:
    assert [r.reason for r in refused("a\0b.txt")] == ["unreadable"]


def test_standard_input_and_urls_are_sources() -> None:
    assert [
        (s.path, s.kind) for s in found("-", "https://paper.example/a", "HTTP://paper.example")
    ] == [
        ("-", "stdin"),
        ("https://paper.example/a", "url"),
        ("HTTP://paper.example", "url"),
    ]


@pytest.mark.parametrize("url", ["ftp://paper.example/a", "file:///etc/passwd", "gopher://x"])
def test_other_schemes_are_refused(url: str) -> None:
    assert [r.reason for r in refused(url)] == ["not_allowed"]


def test_the_digest_is_of_the_files_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    (source,) = found(path)
    assert digest(source) == hashlib.sha256(b"abc").hexdigest()
    assert digest(Source(path="https://paper.example", kind="url")) is None
    path.unlink()
    assert digest(source) is None


def test_a_very_deep_folder_is_no_crash(tmp_path: Path) -> None:
    depth = min(600, sys.getrecursionlimit())
    deep = tmp_path.joinpath(*["d"] * depth)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(SENTENCE)
    assert [s.name for s in found(tmp_path)] == ["a.txt"]
