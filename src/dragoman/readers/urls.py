"""URLs as sources: the response read by what it is, feeds and sitemaps followed to their pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers import feeds, lines, warc
from dragoman.readers.fetch import Fetcher, Response
from dragoman.readers.files import Damage, expanded, read_whole
from dragoman.readers.items import Raw, SourceKind, place, shown
from dragoman.readers.kinds import by_content_type
from dragoman.readers.links import Link
from dragoman.readers.warc import content_type
from dragoman.types import Rejected

MAX_LISTINGS = 500
"""Sitemaps fetched from one index, at most; each may list 50,000 pages."""


class Web:
    """Reads URLs; a `feeds.Follower` for the entries of feeds."""

    def __init__(
        self, fields: Mapping[str, str], settings: Settings, fetcher: Fetcher | None = None
    ) -> None:
        self._fields = fields
        self._settings = settings
        self._fetcher = fetcher or Fetcher(settings)
        self._listings: set[str] = set()

    def read(self, url: str) -> Iterator[Raw | Rejected]:
        """Whatever is at `url`: a page, a text, JSON Lines, an archive, or a feed and its pages."""
        yield from self._got(url, shown(url), None, None)

    def page(self, link: Link, path: str, position: str | None) -> Iterator[Raw | Rejected]:
        """The page behind an entry of a feed; what the feed said of it goes along."""
        yield from self._got(link.url, path, position, link)

    def listing(self, url: str) -> Iterator[Raw | Rejected]:
        """A sitemap of an index, once; past `MAX_LISTINGS` the rest is refused."""
        if url in self._listings:
            return
        if len(self._listings) >= MAX_LISTINGS:
            detail = f"{MAX_LISTINGS} sitemaps of this index were read; name this one itself"
            yield Rejected(
                path=shown(url), reason="not_fetched", detail=detail, source_id=shown(url)
            )
            return
        self._listings.add(url)
        yield from self.read(url)

    def _got(
        self, url: str, path: str, position: str | None, link: Link | None
    ) -> Iterator[Raw | Rejected]:
        try:
            response = self._fetcher.get(url)
            kind = _kind(response)
            if link is not None and kind not in ("html", "text"):
                detail = f"a {kind} where a page was expected; name it itself"
                raise InputError("unknown_type", detail)
        except InputError as error:
            yield _refused(url, place(path, position), error)
            return
        if kind in ("html", "text"):
            yield _page(response, kind, path, position, link or Link(url=response.url))
        else:
            yield from self._container(response, kind, path)

    def _container(
        self, response: Response, kind: SourceKind, path: str
    ) -> Iterator[Raw | Rejected]:
        name = _name(response.url)
        body = io.BytesIO(response.body)
        if kind == "jsonl":
            yield from lines.cut(body, path, name, fields=self._fields, settings=self._settings)
        elif kind == "warc":
            yield from warc.cut(body, path, name, self._settings)
        else:
            yield from self._feed(response, path, name)

    def _feed(self, response: Response, path: str, name: str) -> Iterator[Raw | Rejected]:
        try:
            data = read_whole(expanded(io.BytesIO(response.body)), feeds.MAX_FEED_MB)
        except InputError as error:
            yield _refused(response.url, path, error)
            return
        except Damage as fault:
            yield _refused(
                response.url, path, InputError(fault.reason, f"byte {fault.offset}: {fault.detail}")
            )
            return
        charset = content_type(response.content_type)[1]
        feed = feeds.Feed(data, path, name, charset=charset, url=response.url)
        yield from feeds.cut(feed, self)


def _page(response: Response, kind: SourceKind, path: str, position: str | None, link: Link) -> Raw:
    return Raw(
        kind="text" if kind == "text" else "html", path=path, position=position,
        source_id=response.url, data=response.body, charset=content_type(response.content_type)[1],
        url=response.url, title=link.title, outlet=link.outlet, language=link.language,
        published=link.published, modified=link.modified, authors=link.authors,
    )  # fmt: skip


def _kind(response: Response) -> SourceKind:
    try:
        head = expanded(io.BytesIO(response.body)).read(4096)
    except Damage:
        head = b""
    kind = by_content_type(response.content_type, urlsplit(response.url).path, head)
    if kind is None:
        media = ascii(response.content_type[:80])
        raise InputError(
            "unknown_type",
            f"content type {media}; expected a page, a feed, text, JSON Lines or WARC",
        )
    return kind


def _name(url: str) -> str:
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return shown(last) or url


def _refused(url: str, path: str, error: InputError) -> Rejected:
    detail = error.detail if shown(url) == path else f"{shown(url)}: {error.detail}"
    return Rejected(path=path, reason=error.reason, detail=detail, source_id=shown(url))
