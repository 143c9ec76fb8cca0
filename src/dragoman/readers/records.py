"""One JSON record to a document: the fields that were asked for, their types, their oddities noted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dragoman.errors import InputError
from dragoman.readers.dates import published
from dragoman.readers.items import Raw
from dragoman.types import Document, Published

FIELDS = (
    "text",
    "html",
    "id",
    "title",
    "outlet",
    "url",
    "published",
    "modified",
    "language",
    "authors",
)
"""The fields that a record may have; `--field ours=theirs` reads ours from another column."""

_SURROGATE = re.compile("[\ud800-\udfff]")

ParsePage = Callable[[Raw], Document]


def document_of(raw: Raw, parse_page: ParsePage) -> Document:
    """The document in one JSON object. `text` is kept to the character; `html` goes to `parse_page`.

    Raises `InputError`: bad_json, bad_fields (wrong types, or neither text nor html), encoding, empty.
    """
    record = _Record(_load(raw.data), dict(raw.fields))
    text = record.string("text")
    html = None if text and text.strip() else record.string("html")
    if text is None and html is None:
        raise record.without_text()
    source_id = record.source_id()
    item = replace(raw, source_id=source_id or raw.source_id, explicit_id=source_id is not None)
    if html is not None:
        return _page(item, html, record, parse_page)
    if not text or not text.strip():
        raise InputError("empty", f"field {record.column('text')!r} holds no text")
    given = Document(
        text=text,
        source_id=item.source_id,
        explicit_id=item.explicit_id,
        path=item.path,
        encoding="utf-8",
    )
    return record.described(given)


def _load(data: bytes) -> dict[str, Any]:
    try:
        value: Any = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            "encoding", f"byte {error.start} of it is not UTF-8; JSON Lines is UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise InputError(
            "bad_json", f"column {error.colno}: {error.msg}; expected one JSON object"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError("bad_json", f"{error}; expected one JSON object") from error
    if not isinstance(value, dict):
        raise InputError(
            "bad_fields", f"{_kind(value)}; expected an object with {' or '.join(FIELDS[:2])}"
        )
    return value


def _page(item: Raw, html: str, record: _Record, parse_page: ParsePage) -> Document:
    """A page inside a record; what the record itself says goes before what the page says."""
    fragment = re.search(r"<(!doctype|html|head|body)\b", html[:4096], re.IGNORECASE) is None
    data = html.encode("utf-8", "replace") if _SURROGATE.search(html) else html.encode()
    page = replace(
        item, kind="html", data=data, encoding="utf-8", fragment=fragment, url=record.string("url")
    )
    return record.described(parse_page(page))


class _Record:
    """A decoded object, read by our names for its fields."""

    def __init__(self, values: dict[str, Any], columns: dict[str, str]) -> None:
        self._values = values
        self._columns = columns
        self._notes: list[str] = []

    def column(self, name: str) -> str:
        return self._columns.get(name, name)

    def string(self, name: str) -> str | None:
        value = self._values.get(self.column(name))
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(name, value, "a string")
        return self._mended(name, value)

    def line(self, name: str) -> str | None:
        """A string without outer white space; None for one that is empty."""
        return (self.string(name) or "").strip() or None

    def source_id(self) -> str | None:
        value = self._values.get(self.column("id"))
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.line("id")

    def names(self, name: str) -> tuple[str, ...]:
        value = self._values.get(self.column(name))
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(kept for v in value if (kept := self._mended(name, v).strip()))
        if value is None or isinstance(value, str):
            return (found,) if (found := self.line(name)) else ()
        raise self._wrong(name, value, "a string or a list of strings")

    def date(self, name: str) -> Published | None:
        value = self._values.get(self.column(name))
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            raise self._wrong(name, value, "an ISO 8601 date or a number")
        found = published(value)
        if found is None and value is not None and str(value).strip():
            self._notes.append(
                f"{name} {_short(value)} is not a date that can be read; expected ISO 8601"
            )
        return found

    def without_text(self) -> InputError:
        has = ", ".join(_short(name) for name in list(self._values)[:20]) or "none"
        wanted = " nor ".join(repr(self.column(name)) for name in FIELDS[:2])
        return InputError(
            "bad_fields",
            f"neither {wanted} in it; its fields: {has}; name the right one by --field text=NAME",
        )

    def described(self, document: Document) -> Document:
        """`document` with what the record says of itself; the page's word stands where it is silent."""
        # every field is read before the notes are taken: reading makes them
        told = replace(
            document,
            title=self.line("title") or document.title,
            outlet=self.line("outlet") or document.outlet,
            url=self.line("url") or document.url,
            language=self.line("language") or document.language,
            published=self.date("published") or document.published,
            modified=self.date("modified") or document.modified,
            authors=self.names("authors") or document.authors,
        )
        return replace(told, notes=tuple(dict.fromkeys((*document.notes, *self._notes))))

    def _mended(self, name: str, value: str) -> str:
        """Half a surrogate pair is no character and can't be stored: U+FFFD takes its one place."""
        if value.isascii() or not (found := _SURROGATE.search(value)):
            return value
        mended, count = _SURROGATE.subn("\ufffd", value)
        self._notes.append(
            f"{name}: {count} lone surrogates, the first at {found.start()}, read as U+FFFD"
        )
        return mended

    def _wrong(self, name: str, value: Any, expected: str) -> InputError:
        return InputError(
            "bad_fields", f"field {self.column(name)!r} is {_kind(value)}, expected {expected}"
        )


def _kind(value: Any) -> str:
    kinds = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        type(None): "null",
    }
    return kinds.get(type(value), "a number")


def _short(value: Any) -> str:
    text = repr(value)
    return ascii(value)[:80] if _SURROGATE.search(text) or len(text) > 80 else text
