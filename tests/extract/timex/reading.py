"""Articles made by hand, and what the extractor finds in them."""

from __future__ import annotations

from dragoman.extract.timex import read
from dragoman.ids import text_sha256
from dragoman.text import segment
from dragoman.types import Article, Published, Timex

WEDNESDAY = "2023-11-08"


def article(text: str, published: str | None = WEDNESDAY) -> Article:
    """An article with this text, published on that day or on no known day."""
    day = Published(value=published, precision="day", basis="metadata") if published else None
    return Article(
        id="art-test", source_id="test", text=text, text_sha256=text_sha256(text), published=day
    )


def timexes(text: str, published: str | None = WEDNESDAY) -> tuple[Timex, ...]:
    """The time expressions of a text, from its words alone."""
    return read(article(text, published), segment(text))


def values(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """(words, value) of each."""
    return [(t.text, t.value) for t in timexes(text, published)]
