"""From a source to its items: files, standard input and URLs, cut up but not yet understood."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.config import Settings
from dragoman.errors import InputError, UsageError
from dragoman.readers import feeds, lines, warc
from dragoman.readers.files import CHUNK, Damage, digest_of, expanded, open_regular, read_whole
from dragoman.readers.items import Raw, Source, SourceKind, place
from dragoman.readers.kinds import sniff
from dragoman.readers.records import FIELDS
from dragoman.types import Rejected

if TYPE_CHECKING:
    from dragoman.readers.urls import Web


def digest(source: Source) -> str | None:
    """SHA-256, in hex, of a local file's bytes; None for a URL, standard input, or where unreadable."""
    return None if source.file is None else digest_of(source.file)


def read(
    source: Source, *, fields: Mapping[str, str], settings: Settings, follow: bool = False
) -> Iterator[Raw | Rejected]:
    """The items in a source, in order, each once; what can't be read is a `Rejected` among them.

    `fields` maps our field of a JSON record to the column it is in. `follow` fetches the pages that
    a feed or sitemap on disk only links to; for a URL that is always so. Nothing is fetched
    otherwise. Raises `UsageError` for a field that does not exist, and nothing while it is read.
    """
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise UsageError(f"no field named {unknown[0]!r}; there are: {', '.join(FIELDS)}")
    return _Reader(source, fields, settings, follow).items()


class _Reader:
    """One source being read."""

    def __init__(
        self, source: Source, fields: Mapping[str, str], settings: Settings, follow: bool
    ) -> None:
        self._source = source
        self._fields = fields
        self._settings = settings
        self._follow = follow

    def items(self) -> Iterator[Raw | Rejected]:
        try:
            if self._source.kind == "url":
                yield from self._web().read(self._source.path)
            elif self._source.kind == "stdin":
                yield from self._stdin(sys.stdin.buffer)
            else:
                yield from self._file()
        except InputError as error:
            yield self._refused(error.reason, error.detail)
        except Damage as fault:
            yield self._refused(
                fault.reason, f"{fault.detail}; compress or fetch it again", f"byte {fault.offset}"
            )
        except OSError as error:
            yield self._refused(
                "unreadable", f"{error.strerror or error}; check the disk and permissions"
            )

    def _web(self) -> Web:
        from dragoman.readers.urls import Web

        return Web(self._fields, self._settings)

    def _file(self) -> Iterator[Raw | Rejected]:
        with open_regular(self._source.file or self._source.path) as file:
            yield from self._opened(file, self._source.kind)

    def _opened(self, file: BinaryIO, kind: SourceKind) -> Iterator[Raw | Rejected]:
        path, name, settings = self._source.path, self._source.name, self._settings
        if kind == "jsonl":
            yield from lines.cut(file, path, name, fields=self._fields, settings=settings)
        elif kind == "warc":
            yield from warc.cut(file, path, name, settings)
        elif kind == "feed":
            yield from self._feed(file)
        else:
            yield self._whole(file, kind)

    def _whole(self, file: BinaryIO, kind: SourceKind) -> Raw:
        data = read_whole(expanded(file), self._settings.max_input_mb)
        return Raw(
            kind="html" if kind == "html" else "text", path=self._source.path,
            source_id=self._source.name, data=data,
        )  # fmt: skip

    def _feed(self, file: BinaryIO) -> Iterator[Raw | Rejected]:
        data = read_whole(expanded(file), min(feeds.MAX_FEED_MB, self._settings.max_input_mb))
        if not data.strip():
            raise InputError("empty", "no content in it, not a byte of text")
        feed = feeds.Feed(data, self._source.path, self._source.name)
        yield from feeds.cut(feed, self._web() if self._follow else None)

    def _stdin(self, pipe: BinaryIO) -> Iterator[Raw | Rejected]:
        """Standard input by its first bytes; JSON Lines streamed, the rest read whole."""
        stream = expanded(pipe)
        kind = sniff(stream.peek(CHUNK))
        if kind != "warc":
            yield from self._opened(cast(BinaryIO, stream), kind)
            return
        with (
            tempfile.TemporaryFile() as copy
        ):  # archives are searched for the next record after a fault
            shutil.copyfileobj(stream, copy)
            copy.seek(0)
            yield from self._opened(cast(BinaryIO, copy), kind)

    def _refused(self, reason: str, detail: str, position: str | None = None) -> Rejected:
        path = place(self._source.path, position)
        return Rejected(path=path, reason=reason, detail=detail, source_id=self._source.name)
