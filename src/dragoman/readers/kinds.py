"""Which kind of input something is: by its name, by its declared content type, by its first bytes."""

from __future__ import annotations

import re

from dragoman.readers.files import GZIP_MAGIC
from dragoman.readers.items import SourceKind

EXTENSIONS: dict[str, SourceKind] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".warc": "warc",
    ".wet": "warc",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
}

CONTENT_TYPES: dict[str, SourceKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "jsonl",
    "application/jsonl": "jsonl",
    "application/jsonlines": "jsonl",
    "application/x-jsonlines": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/ndjson": "jsonl",
    "application/warc": "warc",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
}

KNOWN = ", ".join(EXTENSIONS) + ", each also with .gz"

_UNTOLD = {"", "text/plain", "application/octet-stream", "application/gzip", "application/x-gzip"}
_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body|div|p|article|script)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(\?xml|rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.IGNORECASE)


def by_name(name: str) -> SourceKind | None:
    """The kind that a file name's extension tells, '.gz' set aside; None for an unknown one."""
    stem = name.lower().removesuffix(".gz")
    dot = stem.rfind(".")
    return EXTENSIONS.get(stem[dot:]) if dot > 0 else None


def by_content_type(content_type: str, name: str, head: bytes) -> SourceKind | None:
    """The kind of a response; a type that tells nothing falls to the name, then the first bytes."""
    media = content_type.partition(";")[0].strip().lower()
    if media in CONTENT_TYPES:
        return CONTENT_TYPES[media]
    if media in _UNTOLD:
        return by_name(name) or sniff(head)
    return None


def sniff(head: bytes) -> SourceKind:
    """The kind that the first bytes look like; 'text' where they look like nothing else."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]
    if start.startswith(b"WARC/"):
        return "warc"
    if start[:1] in (b"{", b"["):
        return "jsonl"
    if start.startswith(b"<"):
        return "html" if is_page(start) else "feed" if _FEED.match(start) else "text"
    return "text"


def is_page(head: bytes) -> bool:
    """True where markup begins as an HTML page does, also as XHTML under an XML declaration."""
    feed = _FEED.search(head)
    page = _PAGE.search(head)
    if page is None:
        return False
    declared = feed is not None and feed.group(1).lower() == b"?xml"
    roots = _FEED.search(head, feed.end()) if declared and feed else feed
    return roots is None or page.start() < roots.start()


def is_gzip(head: bytes) -> bool:
    """True for the first bytes of gzip data."""
    return head.startswith(GZIP_MAGIC)
