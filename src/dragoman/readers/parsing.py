"""From a `Raw` item to its document: the part that runs where it can be killed."""

from __future__ import annotations

import re

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers import pages, records
from dragoman.readers.encoding import Decoded, decode
from dragoman.readers.items import Raw, reject
from dragoman.types import Document, Rejected

_SPACE = re.compile(r"[\s\ufeff\u200b\x00]*")


def parse(raw: Raw, settings: Settings) -> tuple[Document | Rejected, ...]:
    """The documents in `raw`, or why there is none. Pure: the same bytes give the same answer.

    Raises nothing but `MemoryError`, which the pool that runs it knows how to report.
    """
    try:
        document = _document(raw)
    except InputError as error:
        return (reject(raw, error.reason, error.detail),)
    if len(document.text) > settings.max_text_chars:
        return (reject(raw, "too_large", _too_long(document, settings)),)
    return (document,)


def _too_long(document: Document, settings: Settings) -> str:
    most = settings.max_text_chars
    return f"{len(document.text):,} characters, at most {most:,} in one article; split it, or raise DRAGOMAN_MAX_TEXT_CHARS"


def _document(raw: Raw) -> Document:
    if raw.kind == "json":
        return records.document_of(raw, pages.document_of)
    if raw.kind == "html":
        return pages.document_of(raw)
    return _text(raw)


def _text(raw: Raw) -> Document:
    """Plain text, kept to the character: line ends stay as they are, only a byte order mark goes."""
    decoded = (
        Decoded(raw.data.decode("utf-8"), raw.encoding)
        if raw.encoding
        else decode(raw.data, transport=raw.charset)
    )
    if _SPACE.fullmatch(decoded.text):
        raise InputError(
            "empty",
            "no text, only white space" if decoded.text else "no content in it, not a byte of text",
        )
    notes: list[str | None] = [*raw.notes, decoded.note]
    return Document(
        text=decoded.text,
        source_id=raw.source_id,
        explicit_id=raw.explicit_id,
        path=raw.path,
        url=raw.url,
        outlet=raw.outlet,
        title=raw.title,
        language=raw.language,
        published=pages.hinted("published", raw.published, notes),
        modified=pages.hinted("modified", raw.modified, notes),
        authors=raw.authors,
        encoding=decoded.label,
        notes=tuple(note for note in notes if note),
    )
