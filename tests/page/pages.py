"""Pages made up for the tests, and what `describe` says of them in readable form."""

from __future__ import annotations

from dragoman.page import describe
from dragoman.types import Article, Document

STORY = (
    "The harbour authority said on Monday that the ferry had been held in port for two days.",
    "Inspectors found a fault in the steering gear, according to a statement by the owner.",
    "About 300 passengers were put up in hotels, the mayor told a news conference.",
    "The ferry is expected to sail again on Thursday once the repair has been tested.",
    "It was the third time this year that the line had to cancel a crossing to the islands.",
)


def page(*lines: str) -> str:
    return "\n".join(lines)


def around(*, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    """The story between lines before and lines after it."""
    return page(*before, *STORY, *after)


def inside(*lines: str) -> str:
    """The story with lines between its second and third paragraphs."""
    return page(*STORY[:2], *lines, *STORY[2:])


def article(text: str, **given: object) -> Article:
    return describe(Document(text=text, source_id="page.txt", **given))  # type: ignore[arg-type]


def furniture(text: str, **given: object) -> list[tuple[str, str]]:
    """What was marked, as (kind, words)."""
    found = article(text, **given).furniture
    return [(f.kind, text[f.span.start : f.span.end]) for f in found]


def marked(text: str, **given: object) -> list[str]:
    return [words for _, words in furniture(text, **given)]
