"""Web archives: the pages in a WARC file, what else is in it counted, its damaged records by offset."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers.files import MIB, Damage
from dragoman.readers.inflate import decoded
from dragoman.readers.items import Raw, RawKind, place
from dragoman.readers.kinds import sniff
from dragoman.readers.members import Member, members
from dragoman.types import Rejected

_PAYLOAD = ("response", "resource", "conversion")
_KINDS: dict[str, RawKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_NAMED = 8
"""How many of the other content types the summary names."""


@dataclass(frozen=True, slots=True)
class _Payload:
    """What an archived address answered."""

    url: str
    media: str
    charset: str | None
    body: bytes


class _Other(Exception):  # noqa: N818 - no error
    """A record that holds no page; its text says what it is, for the count."""


def cut(file: BinaryIO, path: str, name: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Every archived HTML page and plain text, with a `Rejected` for each damaged record.

    Records of other types (images, redirects, revisits, errors) are counted into one `Rejected` at
    the end; requests, metadata and the archive's own notes are no content and not counted.
    """
    others: Counter[str] = Counter()
    found = 0
    for part in members(file, settings.max_input_mb * MIB):
        found += 1
        position = _position(part)
        if isinstance(part, Damage):
            yield _refused(path, name, position, part.reason, _advised(part))
            continue
        try:
            yield _raw(part, path, name, position, settings)
        except _Other as other:
            others[str(other)] += 1
        except InputError as error:
            yield _refused(path, name, position, error.reason, error.detail)
    others.pop("", None)
    if not found:
        yield Rejected(path=path, reason="empty", detail="holds no WARC record", source_id=name)
    if others:
        yield Rejected(path=path, reason="unknown_type", detail=_summary(others), source_id=name)


def _position(part: Member | Damage) -> str:
    inner = part.inner if isinstance(part, Member) else 0
    return f"byte {part.offset}+{inner}" if inner else f"byte {part.offset}"


def _advised(fault: Damage) -> str:
    return f"{fault.detail}; reading goes on at the next record; fetch the archive again if you can"


def _refused(path: str, name: str, position: str, reason: str, detail: str) -> Rejected:
    return Rejected(path=place(path, position), reason=reason, detail=detail, source_id=name)


def _summary(others: Counter[str]) -> str:
    ranked = sorted(others.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{what} {count}" for what, count in ranked[:_NAMED])
    more = f", {len(ranked) - _NAMED} more kinds" if len(ranked) > _NAMED else ""
    return f"{sum(others.values())} records of other types ({named}{more}) not read"


def _raw(member: Member, path: str, source_id: str, position: str, settings: Settings) -> Raw:
    if member.type == "revisit":
        raise _Other("revisit")
    if member.type not in _PAYLOAD:
        raise _Other("")
    if member.body is None:
        raise InputError("too_large", f"{member.size:,} bytes, at most {settings.max_input_mb} MiB")
    payload = _payload(member, settings.max_input_mb * MIB)
    kind = _kind(payload)
    return Raw(
        kind=kind, path=path, position=position, source_id=source_id, data=payload.body,
        charset=payload.charset, url=payload.url or None,
    )  # fmt: skip


def _kind(payload: _Payload) -> RawKind:
    if payload.url.startswith(("dns:", "whois:")):
        raise _Other("")
    if urlsplit_path(payload.url) == "/robots.txt":
        raise _Other("robots.txt")
    media = payload.media
    if not media:
        return "html" if sniff(payload.body[:4096]) == "html" else "text"
    if media not in _KINDS:
        raise _Other(media)
    return _KINDS[media]


def urlsplit_path(url: str) -> str:
    """The path of a URL; '' where it can't be split."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _payload(member: Member, limit: int) -> _Payload:
    """The body behind the record's and, for a response, the HTTP headers, chunking and coding undone."""
    record = _parsed(member)
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.http_headers is None:
        media, charset = content_type(record.rec_headers.get_header("Content-Type"))
        return _Payload(url, media, charset, record.raw_stream.read())
    status = record.http_headers.get_statuscode()
    if not status.startswith("2"):
        raise _Other(f"HTTP {status[:3]}")
    media, charset = content_type(record.http_headers.get_header("Content-Type"))
    if media and media not in _KINDS:
        raise _Other(media)
    body = _unchunked(record.raw_stream, record.http_headers.get_header("Transfer-Encoding"))
    coding = record.http_headers.get_header("Content-Encoding")
    return _Payload(url, media, charset, decoded(body, coding, limit))


def _parsed(member: Member) -> Any:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    stream = io.BytesIO(member.header + (member.body or b""))
    try:
        record = ArcWarcRecordLoader(verify_http=False, arc2warc=False).parse_record_stream(stream)
        if record.rec_type in _PAYLOAD:
            return record
    except (
        ArchiveLoadFailed,
        StatusAndHeadersParserException,
        EOFError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise InputError("damaged", f"the record's headers can't be read ({error})") from error
    raise _Other("")


def _unchunked(stream: Any, transfer: str | None) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader

    if "chunked" not in (transfer or "").lower():
        return bytes(stream.read())
    return bytes(ChunkedDataReader(stream).read())


def content_type(value: str | None) -> tuple[str, str | None]:
    """Media type (lower case) and charset of a Content-Type header."""
    media, _, rest = (value or "").partition(";")
    for part in rest.split(";"):
        name, _, text = part.partition("=")
        if name.strip().lower() == "charset" and text.strip("\"' "):
            return media.strip().lower(), text.strip("\"' ")
    return media.strip().lower(), None
