"""Bytes built by hand for the readers' tests; every text is invented."""

from __future__ import annotations

import gzip
from pathlib import Path

from dragoman.config import Settings
from dragoman.readers import Raw, Source, parse, read, sources
from dragoman.types import Document, Rejected

SETTINGS = Settings()
SENTENCE = "The harbour council met on Monday and agreed to repair the northern pier before winter."


def read_all(
    *inputs: str | Path, fields: dict[str, str] | None = None, settings: Settings = SETTINGS
) -> list[Document | Rejected]:
    """Everything that comes out of `inputs`, through all three steps."""
    found: list[Document | Rejected] = []
    for source in sources(inputs):
        if isinstance(source, Rejected):
            found.append(source)
            continue
        for item in read(source, fields=fields or {}, settings=settings):
            found.extend(parse(item, settings) if isinstance(item, Raw) else (item,))
    return found


def items(path: Path, **given: object) -> list[Raw | Rejected]:
    """The items of one named file."""
    (source,) = sources([path])
    assert isinstance(source, Source)
    return list(read(source, fields={}, settings=Settings(**given)))  # type: ignore[arg-type]


def documents(found: list[Document | Rejected]) -> list[Document]:
    return [d for d in found if isinstance(d, Document)]


def rejected(found: list[Document | Rejected] | list[Raw | Rejected]) -> list[Rejected]:
    return [r for r in found if isinstance(r, Rejected)]


def page(body: str, head: str = "", lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def article(paragraphs: int = 6) -> str:
    """An article's markup: a heading and as many paragraphs, each one different."""
    parts = [
        f"<p>{SENTENCE} This is paragraph number {n} of the report.</p>" for n in range(paragraphs)
    ]
    return f"<article><h1>Pier to be repaired</h1>{''.join(parts)}</article>"


def record(
    body: bytes, kind: str = "response", url: str = "http://paper.example/a", media: str = ""
) -> bytes:
    """One WARC record around `body` (for a response: an HTTP message)."""
    media = media or ("application/http; msgtype=response" if kind == "response" else "text/plain")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2023-11-04T10:15:00Z\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(
    body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = ""
) -> bytes:
    """An HTTP message."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n"
    return head.encode() + body


def members(*records: bytes) -> bytes:
    """Each record as a gzip member of its own, as archives are written."""
    return b"".join(gzip.compress(r, mtime=0) for r in records)
