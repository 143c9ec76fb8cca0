"""Readers: text, HTML, JSON Lines, WARC, feeds and URLs, to documents.

`sources` finds what to read, `read` cuts it into `Raw` items (cheap, streaming, in the parent
process), `parse` turns an item into a `Document` (pure; runs where it can be killed).
"""

from __future__ import annotations

from dragoman.readers.items import Raw, Source
from dragoman.readers.parsing import parse
from dragoman.readers.reading import digest, read
from dragoman.readers.records import FIELDS
from dragoman.readers.sources import sources

__all__ = ["FIELDS", "Raw", "Source", "digest", "parse", "read", "sources"]
