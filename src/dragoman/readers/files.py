"""Opening files without surprises: regular files only, gzip seen by its magic, sizes bounded."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import stat
import zlib
from typing import BinaryIO, Protocol

from dragoman.errors import InputError

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 14
MIB = 1 << 20

_SPECIAL = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Readable(Protocol):
    """The two ways in which the readers take bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes."""

    def readline(self, size: int = -1, /) -> bytes:
        """Up to the next line feed, or `size` bytes."""


class Damage(Exception):  # noqa: N818 - what was found, not what was done wrong
    """A compressed or framed stream breaks: `reason` damaged or truncated, at byte `offset`."""

    def __init__(self, reason: str, offset: int, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.offset = offset
        self.detail = detail


def open_regular(path: str) -> BinaryIO:
    """Open a regular file for reading; raises `InputError` (not_found, unreadable) otherwise.

    Opened without blocking, so that a named pipe without a writer is refused rather than waited for.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise _cannot_open(error) from error
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise InputError("unreadable", special(mode))


def special(mode: int) -> str:
    """The sentence that refuses a path which is no regular file, from its `st_mode`."""
    what = next((word for test, word in _SPECIAL if test(mode)), "no regular file")
    return f"{what}, expected a regular file; pipe its content in and name '-' instead"


def _cannot_open(error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError("not_found", "no such file or folder; check the path")
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError("unreadable", f"{cause}; check its permissions")


def digest_of(path: str) -> str | None:
    """SHA-256, in hex, of a file's bytes, read in pieces; None where it can't be read."""
    try:
        with open_regular(path) as file:
            seen = hashlib.sha256()
            while piece := file.read(MIB):
                seen.update(piece)
            return seen.hexdigest()
    except (InputError, OSError):
        return None


def expanded(file: BinaryIO) -> io.BufferedReader:
    """The file from its start, or what its gzip members hold; told apart by the first two bytes."""
    plain = file if isinstance(file, io.BufferedReader) else io.BufferedReader(_Unclosed(file))
    if not plain.peek(2).startswith(GZIP_MAGIC):
        return plain
    return io.BufferedReader(GzipStream(plain), buffer_size=4 * CHUNK)


class _Unclosed(io.RawIOBase):
    """A stream in memory as a raw one; the stream itself stays open."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def read_whole(file: Readable, limit_mb: int) -> bytes:
    """All bytes; raises `InputError` (too_large) beyond `limit_mb` MiB, holding no more than that."""
    limit = limit_mb * MIB
    pieces: list[bytes] = []
    held = 0
    while piece := file.read(MIB):
        pieces.append(piece)
        held += len(piece)
        if held > limit:
            raise InputError(
                "too_large",
                f"more than {limit_mb} MiB; split it, or raise DRAGOMAN_MAX_INPUT_MB",
            )
    return b"".join(pieces)


class GzipStream(io.RawIOBase):
    """The content of consecutive gzip members, delivering everything up to a fault.

    Raises `Damage` with the byte offset of the member that is broken or cut. `member` is the
    offset of the member being read.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._pending = b""
        self._inflate: zlib._Decompress | None = None
        self._damage: Damage | None = None
        self._taken = 0
        self.member = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with up to its length of content; 0 at the end."""
        data = self.take(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def take(self, size: int) -> bytes:
        """One to `size` bytes of content; b'' at the end."""
        if self._damage is not None:
            damage, self._damage = self._damage, None
            raise damage
        while self._inflate is not None or self._begin():
            if data := self._step(size):
                return data
        return b""

    def restart(self, offset: int) -> None:
        """Go on at the member that begins at `offset`."""
        self._file.seek(offset)
        self._pending, self._inflate = b"", None
        self._taken = self.member = offset

    def _more(self) -> bytes:
        data = self._file.read(CHUNK)
        self._taken += len(data)
        return data

    def _begin(self) -> bool:
        while not self._pending.strip(b"\0"):
            self._pending = self._more()
            if not self._pending:
                return False
        self._pending = self._pending.lstrip(b"\0")
        self.member = self._taken - len(self._pending)
        self._inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return True

    def _step(self, size: int) -> bytes:
        assert self._inflate is not None
        given = self._pending or self._more()
        before = self._inflate.copy()
        try:
            data = self._inflate.decompress(given, size)
        except zlib.error as error:
            detail = f"gzip data is broken ({_cause(error)})"
            self._damage, self._inflate = Damage("damaged", self.member, detail), None
            return _salvaged(before, given, size) or self.take(size)
        if self._inflate.eof:
            self._pending, self._inflate = self._inflate.unused_data, None
        else:
            self._pending = self._inflate.unconsumed_tail
            if not given and not data:
                self._inflate = None
                raise Damage("truncated", self.member, "the file ends inside gzip data")
        return data


def _salvaged(machine: zlib._Decompress, given: bytes, size: int) -> bytes:
    """What stands before the fault, which a call for the whole of `given` does not deliver."""
    data = b""
    with contextlib.suppress(zlib.error):
        for at in range(len(given)):
            data += machine.decompress(given[at : at + 1], max(1, size - len(data)))
    return data[:size]


def _cause(error: zlib.error) -> str:
    return str(error).rpartition(": ")[2]
