"""JSON Lines cut into records: streamed, bounded in memory, with every fault at its line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any, BinaryIO

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers.files import MIB, Damage, Readable, expanded, read_whole
from dragoman.readers.items import Raw, place
from dragoman.types import Rejected

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class _Cutter:
    """The items of one JSON input; counts what it hands out, so that none is an empty input."""

    def __init__(self, path: str, name: str, fields: Mapping[str, str], settings: Settings) -> None:
        self.path = path
        self.name = name
        self.fields = tuple(sorted(fields.items()))
        self.settings = settings
        self.count = 0

    def item(self, data: bytes, position: str) -> Raw:
        self.count += 1
        return Raw(
            kind="json", path=self.path, position=position, source_id=self.name,
            data=data, fields=self.fields,
        )  # fmt: skip

    def refuse(self, reason: str, detail: str, position: str | None = None) -> Rejected:
        self.count += 1
        return Rejected(
            path=place(self.path, position), reason=reason, detail=detail, source_id=self.name
        )

    def lines(self, file: Readable) -> Iterator[Raw | Rejected]:
        """One item a line; a line over the limit is skipped without being held."""
        limit = self.settings.max_line_mb * MIB
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            if len(line) > limit and not line.endswith(b"\n"):
                size = len(line) + _skip_line(file)
                yield self.refuse("too_large", self._too_long(size), f"line {number}")
            elif data := line.removeprefix(_BOM).strip() if number == 1 else line.strip():
                yield self.item(data, f"line {number}")

    def _too_long(self, size: int) -> str:
        most = self.settings.max_line_mb
        return f"{size:,} bytes in one line, at most {most} MiB; split it, or raise DRAGOMAN_MAX_LINE_MB"

    def document(self, data: bytes) -> Iterator[Raw | Rejected]:
        """One JSON value over several lines: an object is an item, an array as many as it holds."""
        try:
            value: Any = json.loads(data.decode("utf-8-sig"))
        except json.JSONDecodeError as error:
            yield self.refuse("bad_json", f"line {error.lineno}, column {error.colno}: {error.msg}")
        except UnicodeDecodeError as error:
            yield self.refuse(
                "encoding", f"byte {error.start} is not UTF-8; convert the file to UTF-8"
            )
        except (ValueError, RecursionError) as error:
            yield self.refuse(
                "bad_json", f"{_cause(error)}; JSON Lines, one object a line, is read in any size"
            )
        else:
            rows = value if isinstance(value, list) else [value]
            for number, row in enumerate(rows, 1):
                yield self.item(json.dumps(row).encode("ascii"), f"item {number}")


def cut(
    file: BinaryIO, path: str, name: str, *, fields: Mapping[str, str], settings: Settings
) -> Iterator[Raw | Rejected]:
    """The records of JSON Lines, or of one JSON object or array; gzip is seen by itself.

    A truncated or damaged gzip member ends the reading with a `Rejected` that names its byte and
    the last line; everything before it has been handed out.
    """
    cutter = _Cutter(path, name, fields, settings)
    try:
        stream = expanded(file)
        yield from _items(cutter, stream, settings)
        if not cutter.count:
            yield cutter.refuse("empty", "holds no record; expected one JSON object a line")
    except InputError as error:
        yield cutter.refuse(error.reason, error.detail)
    except Damage as fault:
        detail = f"{fault.detail}; {cutter.count} records before it were read; fetch or compress it again"
        yield cutter.refuse(fault.reason, detail, f"byte {fault.offset}")


def _items(cutter: _Cutter, stream: BufferedReader, settings: Settings) -> Iterator[Raw | Rejected]:
    head = stream.peek(4096)
    if head.startswith(_WIDE):
        raise InputError(
            "encoding", "UTF-16; JSON Lines is UTF-8: convert it (iconv -f utf-16 -t utf-8)"
        )
    if is_one_value(head):
        yield from cutter.document(read_whole(stream, settings.max_input_mb))
    else:
        yield from cutter.lines(stream)


def is_one_value(head: bytes) -> bool:
    """True where JSON begins as an array or as an object spread over lines, not as JSON Lines."""
    start = head.removeprefix(_BOM).lstrip()
    return start.startswith(b"[") or (start[:1] == b"{" == start.partition(b"\n")[0].strip())


def _skip_line(file: Readable) -> int:
    """Read to the end of the line, a MiB at a time; returns the bytes passed over."""
    passed = 0
    while piece := file.readline(MIB):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed


def _cause(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
