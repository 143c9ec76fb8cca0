"""Sitemaps and news sitemaps (sitemaps.org 0.9, Google News 0.9): the addresses they list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.readers.links import Link
from dragoman.readers.xmltree import local

if TYPE_CHECKING:
    from lxml.etree import _Element


def links(root: _Element) -> Iterator[Link]:
    """The pages of a sitemap, or the sitemaps of an index, in file order."""
    for node in root:
        if local(node).lower() in ("url", "sitemap"):
            told = _told(node)
            if told.get("loc", "").startswith(("http://", "https://")):
                yield _link(told)


def _told(node: _Element) -> dict[str, str]:
    """Text by local name: the entry's own, then those of its <news:news> with that prefix."""
    told: dict[str, str] = {}
    for part in node.iter():
        parent = part.getparent()
        outer = local(parent) if parent is not None and parent is not node else ""
        if part is not node and part.text and part.text.strip():
            told.setdefault(f"{outer}/{local(part)}" if outer else local(part), part.text.strip())
    return told


def _link(told: dict[str, str]) -> Link:
    return Link(
        url=told["loc"],
        title=told.get("news/title"),
        outlet=told.get("publication/name"),
        language=(told.get("publication/language") or "").partition("-")[0].lower() or None,
        published=told.get("news/publication_date"),
        modified=told.get("lastmod"),
    )
