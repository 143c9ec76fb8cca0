"""What a feed or sitemap says about a page that it points at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address ('' where there is none) and what its listing says of it; dates as worded."""

    url: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
