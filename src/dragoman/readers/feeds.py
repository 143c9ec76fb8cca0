"""RSS, Atom and news sitemaps: their entries as items, or as links to be followed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from dragoman.errors import InputError
from dragoman.readers import sitemaps
from dragoman.readers.items import Raw, place
from dragoman.readers.links import Link
from dragoman.readers.plain import stripped
from dragoman.readers.xmltree import Tree, tree_of
from dragoman.types import Rejected

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_FEED_MB = 64
"""Largest feed or sitemap, in MiB; the sitemap protocol allows 50 MB."""
TEASER = 1_000
"""Characters from which a description is the article rather than a teaser of it."""
SUMMARY_ONLY = "the feed gives a summary only"

_FEEDS = ("rss", "feed", "rdf", "channel")
_SITEMAPS = ("urlset", "sitemapindex")


class Follower(Protocol):
    """Fetches what a feed points at."""

    def page(self, link: Link, path: str, position: str | None) -> Iterator[Raw | Rejected]:
        """The page behind an entry; `path` and `position` are the listing's."""

    def listing(self, url: str) -> Iterator[Raw | Rejected]:
        """The sitemap behind an entry of a sitemap index."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's bytes and where they came from."""

    data: bytes
    path: str
    name: str
    charset: str | None = None
    url: str | None = None


def cut(feed: Feed, follower: Follower | None) -> Iterator[Raw | Rejected]:
    """The entries of a feed, or the pages of a sitemap; an XHTML file under .xml is the page it is.

    Entries without content are fetched through `follower`; without one they give their summary, or
    are counted into one `Rejected` ('not_fetched'). A broken feed gives the entries that could be
    kept and a `Rejected` ('damaged') with line and column; an entry cut short is not kept.
    """
    try:
        tree = tree_of(feed.data, feed.charset)
        yield from _page(feed) if tree.name == "html" else _listed(feed, tree, follower)
    except InputError as error:
        yield refused(feed, error.reason, error.detail)
        return
    if tree.fault and tree.name != "html":
        detail = f"{tree.fault}; what came before was read; fetch the file again"
        yield refused(feed, "damaged", detail)


def _page(feed: Feed) -> Iterator[Raw]:
    yield Raw(
        kind="html",
        path=feed.path,
        source_id=feed.name,
        data=feed.data,
        charset=feed.charset,
        url=feed.url,
    )


def _listed(feed: Feed, tree: Tree, follower: Follower | None) -> Iterator[Raw | Rejected]:
    if tree.root is None:
        return
    if tree.name in _SITEMAPS:
        yield from _sitemap(feed, tree, follower)
    elif tree.name in _FEEDS:
        yield from _entries(feed, tree, follower)
    else:
        expected = "expected RSS, Atom, a sitemap or XHTML"
        yield refused(feed, "unknown_type", f"XML with the root element {tree.name!r}; {expected}")


def refused(feed: Feed, reason: str, detail: str, position: str | None = None) -> Rejected:
    """The quarantine's line for a feed or one of its entries."""
    return Rejected(
        path=place(feed.path, position), reason=reason, detail=detail, source_id=feed.name
    )


# ---------------------------------------------------------------- sitemaps


def _sitemap(feed: Feed, tree: Tree, follower: Follower | None) -> Iterator[Raw | Rejected]:
    assert tree.root is not None
    links = list(sitemaps.links(tree.root))[: -1 if tree.cut else None]
    if not links:
        yield refused(feed, "empty", "a sitemap without addresses")
    elif follower is None:
        yield _not_fetched(feed, [link.url for link in links])
    elif tree.name == "sitemapindex":
        for link in links:
            yield from follower.listing(link.url)
    else:
        for number, link in enumerate(links, 1):
            yield from follower.page(link, feed.path, f"item {number}")


def _not_fetched(feed: Feed, urls: list[str]) -> Rejected:
    what = f"{len(urls):,} pages are listed without their text, the first {urls[0][:200]}"
    return refused(feed, "not_fetched", f"{what}; follow links to fetch them")


# ---------------------------------------------------------------- RSS and Atom


def _entries(feed: Feed, tree: Tree, follower: Follower | None) -> Iterator[Raw | Rejected]:
    told = _parsed(tree.root)
    entries = told.entries[: -1 if tree.cut else None]
    unread: list[str] = []
    for number, entry in enumerate(entries, 1):
        item = _Entry(feed, tree, told, entry, f"item {number}")
        yield from _one(item, follower, unread)
    if unread:
        yield _not_fetched(feed, unread)
    if not told.entries and not tree.fault:
        yield refused(feed, "empty", "a feed without entries")


def _parsed(root: _Element | None) -> Any:
    """The feed by feedparser, from well-formed XML only: its loose parser never sees hostile input."""
    import feedparser
    from lxml import etree

    xml = etree.tostring(root, encoding="utf-8", xml_declaration=True) if root is not None else b""
    try:
        return feedparser.parse(io.BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    except MemoryError:
        raise
    except Exception as error:  # a library's heuristics on hostile input: the feed is at fault
        raise InputError("damaged", f"can't be read as a feed ({error!r:.100})") from error


def _one(item: _Entry, follower: Follower | None, unread: list[str]) -> Iterator[Raw | Rejected]:
    body, whole = item.body()
    if body and (whole or follower is None or item.link.url == ""):
        yield item.raw(body, whole)
    elif item.link.url and follower is not None:
        yield from follower.page(item.link, item.feed.path, item.position)
    elif item.link.url:
        unread.append(item.link.url)
    else:
        yield refused(
            item.feed, "no_text", "an entry without text and without a link", item.position
        )


class _Entry:
    """One entry, in feedparser's terms, read into ours."""

    def __init__(self, feed: Feed, tree: Tree, told: Any, entry: Any, position: str) -> None:
        self.feed = feed
        self.position = position
        self._entry = entry
        self._tree = tree
        self._told = told
        self.link = self._link()

    def body(self) -> tuple[str, bool]:
        """The entry's markup or text, and whether it is the article rather than a summary."""
        contents = [c.get("value") or "" for c in dict.get(self._entry, "content") or ()]
        content = max(contents, key=len, default="")
        summary: str = dict.get(self._entry, "summary") or ""
        if content.strip() and len(content) >= len(summary):
            return content, True
        return summary if summary.strip() else "", len(stripped(summary)) >= TEASER

    def raw(self, body: str, whole: bool) -> Raw:
        link = self.link
        return Raw(
            kind="html", fragment=True, data=body.encode("utf-8", "replace"), encoding=self._tree.decoded.label,
            path=self.feed.path, position=self.position, source_id=self._id(),
            url=link.url or None, title=link.title, outlet=link.outlet, language=link.language,
            published=link.published, modified=link.modified, authors=link.authors,
            notes=() if whole else (SUMMARY_ONLY,),
        )  # fmt: skip

    def _id(self) -> str:
        return str(
            dict.get(self._entry, "id") or self.link.url or f"{self.feed.name}:{self.position}"
        )

    def _link(self) -> Link:
        updated, appeared = self._text("updated"), self._text("published")
        if str(self._told.version).startswith("rss") and not appeared:
            updated, appeared = None, updated
        source = dict.get(self._entry, "source") or {}
        names = (str(a.get("name") or "").strip() for a in dict.get(self._entry, "authors") or ())
        return Link(
            url=_web(self._text("link")),
            title=_line(self._text("title")),
            outlet=_line(source.get("title")) or _line(dict.get(self._told.feed, "title")),
            language=(self._text("language") or dict.get(self._told.feed, "language") or "")
            .partition("-")[0]
            .lower()
            or None,
            published=appeared,
            modified=updated,
            authors=tuple(dict.fromkeys(name for name in names if name)),
        )

    def _text(self, name: str) -> str | None:
        # dict.get: feedparser's own get stands in other fields for missing ones
        value = dict.get(self._entry, name)
        return value.strip() or None if isinstance(value, str) else None


def _line(text: object) -> str | None:
    return " ".join(stripped(text).split()) or None if isinstance(text, str) else None


def _web(address: str | None) -> str:
    text = address or ""
    return text if text.startswith(("http://", "https://")) else ""
