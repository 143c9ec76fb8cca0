"""The records of a WARC file, framed one by one, so that a damaged one costs only itself.

ISO 28500: a version line, header lines, a blank line, Content-Length bytes, two line ends; where
compressed, each record is a gzip member of its own (one member for all is read too).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from dragoman.readers.files import CHUNK, GZIP_MAGIC, Damage, GzipStream

MAX_HEADER = 1 << 16
MAX_FAULTS = 1_000
MAX_TRIES = 100_000
_VERSION = b"WARC/"
_BLANK = b"\r\n"


@dataclass(frozen=True, slots=True)
class Member:
    """One record: where it begins, its type, header block and body (None where over the limit).

    `offset` is a byte of the file, that of the gzip member if compressed; `inner` the byte of that
    member's content, above 0 only where a member holds several records.
    """

    offset: int
    inner: int
    type: str
    header: bytes
    size: int
    body: bytes | None


class _Stream:
    """The content of a WARC file with look-ahead, and where in the file each piece of it comes from.

    A fault met in looking ahead waits in `fault` until the content before it is used up.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._gzip = GzipStream(file) if file.read(2) == GZIP_MAGIC else None
        file.seek(0)
        self._begin_at(0)

    def _begin_at(self, offset: int) -> None:
        self._held = b""
        self._at = offset
        self._marks = [(offset, offset)]
        self.fault: Damage | None = None

    def place(self) -> tuple[int, int]:
        """Where the next content stands: the byte in the file (of its gzip member), the byte in that."""
        if self._gzip is None:
            return self._at, 0
        while len(self._marks) > 1 and self._marks[1][0] <= self._at:
            del self._marks[0]
        content, member = self._marks[0]
        return member, self._at - content

    def look(self, size: int) -> bytes:
        """At least `size` bytes of look-ahead; fewer at the end, or before a fault."""
        while len(self._held) < size and self.fault is None:
            try:
                data = self._more()
            except Damage as fault:
                self.fault = fault
                break
            if not data:
                break
            self._held += data
        return self._held

    def fill(self, size: int) -> bytes:
        """The same, but a fault that nothing stands before is raised."""
        held = self.look(size)
        if not held and self.fault is not None:
            raise self.fault
        return held

    def take(self, size: int) -> bytes:
        """Exactly the next `size` bytes, fewer only at the end."""
        pieces = [self._drop(size)]
        missing = size - len(pieces[0])
        while missing > 0 and self.fill(1):
            pieces.append(self._drop(missing))
            missing -= len(pieces[-1])
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Pass over `size` bytes without holding them; returns how many there were."""
        passed = 0
        while passed < size and self.fill(1):
            passed += len(self._drop(size - passed))
        return passed

    def skip_blank(self) -> bool:
        """Pass over line ends between records; False at the end of the file."""
        while self.fill(1):
            rest = self._held.lstrip(_BLANK)
            self._drop(len(self._held) - len(rest))
            if rest:
                return True
        return False

    def _drop(self, size: int) -> bytes:
        data, self._held = self._held[:size], self._held[size:]
        self._at += len(data)
        return data

    def _more(self) -> bytes:
        if self._gzip is None:
            return self._file.read(CHUNK)
        data = self._gzip.take(CHUNK)
        if self._gzip.member != self._marks[-1][1]:
            self._marks.append((self._at + len(self._held), self._gzip.member))
        return data

    def resume(self, after: int) -> bool:
        """Go to the next place past byte `after` where a record begins; False where there is none."""
        mark = _VERSION if self._gzip is None else GZIP_MAGIC + b"\x08"
        for offset in islice(_places(self._file, mark, after + 1), MAX_TRIES):
            if self._begins(offset):
                return True
        return False

    def _begins(self, offset: int) -> bool:
        self._begin_at(offset)
        if self._gzip is None:
            self._file.seek(offset)
        else:
            self._gzip.restart(offset)
        return self.look(len(_VERSION) + 1).startswith((_VERSION + b"1", _VERSION + b"0"))


def _places(file: BinaryIO, mark: bytes, start: int) -> Iterator[int]:
    """Offsets of `mark` in the file from `start` on; the file may be moved between two of them."""
    base, window = start, b""
    file.seek(start)
    while data := file.read(CHUNK):
        window += data
        found = window.find(mark)
        while found >= 0:
            yield base + found
            found = window.find(mark, found + 1)
        kept = window[-len(mark) + 1 :]
        base += len(window) - len(kept)
        window = kept
        file.seek(base + len(kept))


def members(file: BinaryIO, limit: int) -> Iterator[Member | Damage]:
    """Every record in file order, and a `Damage` for each place where the framing or gzip breaks.

    Bodies over `limit` bytes are passed over unheld. After a fault reading goes on at the next
    gzip member, or the next WARC version line, that begins a record.
    """
    stream = _Stream(file)
    for faults in range(MAX_FAULTS + 1):
        try:
            while (member := _next(stream, limit)) is not None:
                yield member
            return
        except Damage as fault:
            yield fault
            if faults == MAX_FAULTS:
                yield Damage(
                    "damaged", fault.offset, f"{faults} faults so far; what follows is not read"
                )
            if not stream.resume(fault.offset):
                return


def _next(stream: _Stream, limit: int) -> Member | None:
    if not stream.skip_blank():
        return None
    start, inner = stream.place()
    header = _header(stream, start)
    kind, size = _fields(header, start)
    if size > limit:
        passed, body = stream.skip(size), None
    else:
        body = stream.take(size)
        passed = len(body)
    if passed < size:
        cause = f"the file ends after {passed:,} of the record's {size:,} bytes"
        raise Damage("truncated", start, cause)
    _ends(stream, start)
    return Member(start, inner, kind, header, size, body)


def _header(stream: _Stream, start: int) -> bytes:
    held = stream.fill(len(_VERSION))
    if not held.startswith(_VERSION):
        raise Damage("damaged", start, "no WARC record begins here")
    while (end := held.find(b"\r\n\r\n")) < 0:
        if len(held) > MAX_HEADER:
            raise Damage("damaged", start, f"no end of the record's header in {MAX_HEADER:,} bytes")
        before = len(held)
        held = stream.look(before + 1)
        if len(held) == before:
            cause = Damage("truncated", start, "the file ends inside a record's header")
            raise stream.fault or cause
    return stream.take(end + 4)


def _fields(header: bytes, start: int) -> tuple[str, int]:
    """Type and length from a header block; both are mandatory."""
    found = {}
    for line in header.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        found[name.strip().lower()] = value.strip()
    length = found.get(b"content-length", b"")
    if not length.isdigit() or len(length) > 15 or b"warc-type" not in found:
        raise Damage("damaged", start, "the record's header names no type or no length")
    return found[b"warc-type"].decode("ascii", "replace").lower(), int(length)


def _ends(stream: _Stream, start: int) -> None:
    """After a record come two line ends, another record or nothing; else its length is wrong.

    Looking ahead also makes a gzip member give its checksum before its record is used; a fault
    of a later member is no fault of this one.
    """
    rest = stream.look(len(_VERSION) + 4).lstrip(_BLANK)
    if not rest and stream.fault is not None and stream.fault.offset <= start:
        raise stream.fault
    tail = stream.look(0)
    if rest and not tail.startswith((_VERSION, b"\r\n\r\n", b"\n\n")):
        raise Damage("damaged", start, "the record's length does not lead to the next record")
