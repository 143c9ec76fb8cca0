"""Lines of a page and what they look like, before anyone asks what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dragoman.page.lexicon import finite_verbs, function_words, inner_wording
from dragoman.text import paragraphs
from dragoman.types import Span

MOST_LINES: Final = 4_000
"""Lines judged: the first and last 2,000. No article has more; a longer text is a table or a log."""

LONGEST_LINE: Final = 1_500
"""Code points of a line within which wordings are sought; a longer line is judged by its two ends."""

LONGEST_NOTE: Final = 120
"""Words of a line within which furniture is sought behind other sentences."""

PROSE_WORDS: Final = 8
"""A line of as many words with closing punctuation is prose. Set on the development pages."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CLOSERS: Final = "\"'”’»)]}›“ \u00a0Â\u200b*"
_CLOSING: Final = frozenset(".!?…:;。！？؟۔।")
_NEXT: Final = re.compile(r"[.!?][\"'”’)]?\s[\"'“‘(\[]?[A-Z]")
_EMBED: Final = re.compile(r"\(@\w{1,30}\)[^()]{0,60}$|(?:pic\.twitter\.com|https?://t\.co)/\w+$")
_FOOTNOTE: Final = re.compile(r"(?:\[\d{1,3}\])+$")
_BULLET: Final = re.compile(r"[-*•▪■●►–—·‣◦✓]\s?\S|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")


@dataclass(frozen=True)
class Line:
    """One line without the white space around it: its place in the text and its words."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def size(self) -> int:
        """Number of words, as blanks tell them."""
        return len(self.text.split(None, 400))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words in lower case, of the first 1,500 characters."""
        return tuple(_WORD.findall(self.text[:LONGEST_LINE].lower()))

    @cached_property
    def closed(self) -> bool:
        """Does it end with the punctuation of a sentence?"""
        body = _FOOTNOTE.sub("", self.text[-12:]).rstrip(_CLOSERS)
        return (bool(body) and body[-1] in _CLOSING) or self.embedded

    @cached_property
    def embedded(self) -> bool:
        """Does it end as a quoted post does, with its writer's handle or a short link?"""
        return bool(_EMBED.search(self.text, max(0, len(self.text) - 120)))

    @cached_property
    def sentences(self) -> int:
        """About how many sentences: ends of sentences that a capital follows, and one."""
        return 1 + len(_NEXT.findall(self.text[:LONGEST_LINE]))

    @cached_property
    def prose(self) -> bool:
        """A sentence or more: long enough and closed, or much longer with a sentence end inside."""
        if self.size < PROSE_WORDS:
            return False
        return self.closed or (self.size >= 40 and ". " in self.text)

    @cached_property
    def inner(self) -> tuple[str, int] | None:
        """The first wording of furniture inside a line that is not too long, and where it begins."""
        return inner_wording(self.text[:LONGEST_LINE]) if self.size <= LONGEST_NOTE else None

    def closed_before(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins in the line; 0 for the first."""
        starts = [m.end() - 1 for m in _NEXT.finditer(self.text[:LONGEST_LINE], 0, offset + 1)]
        start = starts[-1] if starts else 0
        return start - (self.text[start - 1] in "([“") if start else 0

    @cached_property
    def has_verb(self) -> bool:
        """Is there a word that is mostly a finite verb, or a regular past form?"""
        verbs = finite_verbs()
        return any(w in verbs or (len(w) > 4 and w.endswith("ed")) for w in self.words)

    @cached_property
    def function_share(self) -> float:
        """Share of English function words among the words; 0 where there are none."""
        known = function_words()
        return sum(w in known for w in self.words) / len(self.words) if self.words else 0.0

    @cached_property
    def bullet(self) -> bool:
        return bool(_BULLET.match(self.text))

    @cached_property
    def content(self) -> frozenset[str]:
        """Words that are no function words, for comparing two lines."""
        return frozenset(self.words) - function_words()

    @cached_property
    def title_case(self) -> bool:
        """Do most of the longer words begin with a capital?"""
        longer = [w for w in self.text.split()[:40] if len(w) > 3 and w[0].isalpha()]
        return bool(longer) and sum(w[0].isupper() for w in longer) >= 0.7 * len(longer)


@dataclass(slots=True)
class Page:
    """The lines of a text and what each was found to be (`kinds`), with the pieces inside lines."""

    text: str
    lines: tuple[Line, ...]
    kinds: list[str | None] = field(default_factory=list)
    title: int | None = None

    def first_prose(self) -> int:
        """Index of the first line of prose that is no furniture, or the number of lines."""
        return next((i for i in range(len(self.lines)) if self.is_prose(i)), len(self.lines))

    def last_prose(self) -> int:
        """Index of the last line of prose that is no furniture, or -1."""
        return next((i for i in reversed(range(len(self.lines))) if self.is_prose(i)), -1)

    def is_prose(self, index: int) -> bool:
        return self.kinds[index] is None and self.lines[index].prose


def read_page(text: str) -> Page:
    """The page of a text, nothing marked yet; the lines of wrapped paragraphs are put together."""
    spans = paragraphs(text)
    if len(spans) > MOST_LINES:
        half = MOST_LINES // 2
        spans = spans[:half] + spans[-half:]
    lines = tuple(Line(a, b, text[a:b]) for a, b in spans)
    return Page(text, lines, [None] * len(lines))
