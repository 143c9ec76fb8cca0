"""Files are opened only where that is safe, and compressed ones give all they have before they fail."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.readers.files import Damage, GzipStream, expanded, open_regular, read_whole


def drained(data: bytes, size: int = 100) -> tuple[bytes, Damage | None]:
    """All content of gzip `data` up to a fault, and the fault."""
    stream = GzipStream(io.BytesIO(data))
    content = b""
    try:
        while piece := stream.take(size):
            content += piece
    except Damage as fault:
        return content, fault
    return content, None


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (("none", "not_found"), (".", "unreadable"), ("pipe", "unreadable")):
        with pytest.raises(InputError) as caught:
            open_regular(str(tmp_path / name))
        assert caught.value.reason == reason


def test_reading_whole_stops_at_the_limit() -> None:
    assert read_whole(io.BytesIO(b"x" * (1 << 20)), 1) == b"x" * (1 << 20)
    with pytest.raises(
        InputError, match="more than 1 MiB; split it, or raise DRAGOMAN_MAX_INPUT_MB"
    ):
        read_whole(io.BytesIO(b"x" * ((1 << 20) + 1)), 1)


def test_a_compression_bomb_is_not_expanded_beyond_the_limit() -> None:
    bomb = gzip.compress(b"\0" * (64 << 20))
    with pytest.raises(InputError, match="too_large"):
        read_whole(expanded(io.BytesIO(bomb)), 1)


@given(st.lists(st.binary(max_size=400), max_size=5), st.integers(1, 500))
def test_consecutive_members_give_their_content(parts: list[bytes], size: int) -> None:
    content, fault = drained(b"".join(map(gzip.compress, parts)), size)
    assert (content, fault) == (b"".join(parts), None)


@given(st.binary(min_size=1, max_size=5_000), st.integers(1, 30))
def test_a_cut_member_gives_what_it_has_and_is_called_truncated(content: bytes, cut: int) -> None:
    whole = gzip.compress(content)
    got, fault = drained(whole[: -min(cut, len(whole) - 1)])
    assert fault is not None
    assert (fault.reason, fault.offset) == ("truncated", 0)
    assert content.startswith(got)


def test_a_cut_behind_much_text_loses_only_the_end() -> None:
    content = os.urandom(100_000)
    got, fault = drained(gzip.compress(content)[:-9])
    assert fault is not None
    assert content.startswith(got)
    assert len(got) > 99_000


def test_a_broken_checksum_is_damage_at_its_member() -> None:
    first, second = gzip.compress(b"a" * 1000), bytearray(gzip.compress(b"b" * 1000))
    second[-6] ^= 0xFF
    got, fault = drained(first + bytes(second))
    assert got == b"a" * 1000 + b"b" * 1000
    assert fault is not None
    assert (fault.reason, fault.offset) == ("damaged", len(first))


def test_a_fault_inside_loses_only_what_is_behind_it() -> None:
    content = os.urandom(8_000)
    whole = bytearray(gzip.compress(content))
    whole[4_000:4_100] = b"\xff" * 100
    got, fault = drained(bytes(whole))
    assert fault is not None
    assert got[:3_000] == content[:3_000]


def test_padding_after_the_last_member_is_no_fault() -> None:
    assert drained(gzip.compress(b"abc") + b"\0" * 40_000) == (b"abc", None)


def test_plain_data_is_left_as_it_is() -> None:
    assert expanded(io.BytesIO(b"plain")).read() == b"plain"
    assert expanded(io.BytesIO(b"")).read() == b""
