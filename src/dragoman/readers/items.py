"""What the readers hand over: a `Source` to read and the `Raw` items that are in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dragoman.types import Rejected

SourceKind: TypeAlias = Literal["text", "html", "jsonl", "warc", "feed", "url", "stdin"]
RawKind: TypeAlias = Literal["text", "html", "json"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file, URL or standard input.

    `path` is what messages and the record show: always printable UTF-8. `file` is what opens the
    file (it may hold bytes that are no UTF-8, as surrogate escapes); None for a URL and for '-'.
    """

    path: str
    kind: SourceKind
    file: str | None = None

    @property
    def name(self) -> str:
        """The last part of the path: the `source_id` of a file that holds one article."""
        return self.path.rstrip("/").rpartition("/")[2] or self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One item of a source, cut out but not yet understood: the input of `parse`.

    `charset` is what the transport declared; `encoding` is set where a container was decoded and
    `data` is UTF-8 now. `published` and `modified` are as worded by the container. `fragment`
    marks HTML that is an article's body rather than a page.
    """

    kind: RawKind
    path: str
    source_id: str
    data: bytes
    position: str | None = None
    explicit_id: bool = False
    charset: str | None = None
    encoding: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    fragment: bool = False
    notes: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, over everything that decides the result; where it lies does not."""
        given = (
            self.kind, self.source_id, self.explicit_id, self.charset, self.encoding, self.url,
            self.outlet, self.title, self.language, self.published, self.modified, self.authors,
            self.fields, self.fragment, self.notes,
        )  # fmt: skip
        seen = hashlib.sha256(json.dumps(given).encode("ascii"))
        seen.update(self.data)
        return seen.hexdigest()

    @property
    def where(self) -> str:
        """Path and position, such as 'news.jsonl:line 12'."""
        return place(self.path, self.position)


def place(path: str, position: str | None) -> str:
    """An input as the quarantine names it: the path, then the position where there is one."""
    return path if position is None else f"{path}:{position}"


def reject(item: Raw, reason: str, detail: str) -> Rejected:
    """The quarantine's line for one item."""
    return Rejected(path=item.where, reason=reason, detail=detail, source_id=item.source_id)


def shown(path: str) -> str:
    """A path that any terminal, JSON and database can hold: odd bytes and controls as escapes."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(char: str) -> str:
    return char if char == " " else char.encode("unicode_escape").decode("ascii")
