"""Undoing a Content-Encoding, bounded: a small body may hold a very large one."""

from __future__ import annotations

import zlib

from dragoman.errors import InputError

_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def decoded(body: bytes, encodings: str | None, limit: int) -> bytes:
    """`body` with the comma-separated `encodings` undone, the last first; at most `limit` bytes.

    Raises `InputError`: too_large, damaged, truncated, or encoding for a method that is not known.
    """
    names = [name.strip().lower() for name in (encodings or "").split(",")]
    for name in reversed([n for n in names if n not in ("", "identity")]):
        body = _undone(body, name, limit)
    if len(body) > limit:
        raise InputError("too_large", f"{len(body):,} bytes, at most {limit:,}")
    return body


def _undone(body: bytes, name: str, limit: int) -> bytes:
    if name == "br":
        return _brotli(body, limit)
    if name not in _WINDOW:
        raise InputError("encoding", f"compressed by {name!r}; expected gzip, deflate or br")
    try:
        return _inflated(body, _WINDOW[name], limit)
    except zlib.error as error:
        if name == "deflate":
            return _raw_deflate(body, limit)
        raise InputError("damaged", f"{name} data is broken ({error})") from error


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    machine = zlib.decompressobj(window)
    data = machine.decompress(body, limit + 1)
    if len(data) > limit:
        raise InputError("too_large", f"expands to more than {limit:,} bytes")
    if not machine.eof:
        raise InputError("truncated", "the compressed data ends early")
    return data


def _raw_deflate(body: bytes, limit: int) -> bytes:
    """Deflate without its zlib wrapper, which some servers send."""
    try:
        return _inflated(body, -zlib.MAX_WBITS, limit)
    except zlib.error as error:
        raise InputError("damaged", f"deflate data is broken ({error})") from error


def _brotli(body: bytes, limit: int) -> bytes:
    try:
        import brotli  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise InputError(
            "encoding", "compressed by 'br'; pip install brotli, then read it again"
        ) from None
    try:
        machine = brotli.Decompressor()
        data: bytes = machine.process(body, output_buffer_limit=limit + 1)
    except (TypeError, brotli.error) as error:
        raise InputError("damaged", f"br data can't be expanded ({error})") from error
    if len(data) > limit:
        raise InputError("too_large", f"expands to more than {limit:,} bytes")
    return data
