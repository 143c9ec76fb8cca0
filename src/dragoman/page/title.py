"""The headline: where a given title stands in the text, or the first line that looks like one."""

from __future__ import annotations

import re
from typing import Final

from dragoman.page.dateline import has_dateline
from dragoman.page.fragments import opening_label
from dragoman.page.layout import Line, Page
from dragoman.types import Span

# Set on the development pages: titles have 4 to 30 words; a line in sentence case that is long or
# tells the past with an article and an auxiliary is a standfirst or a caption.
_FEWEST_WORDS: Final = 4
_MOST_WORDS: Final = 30
_MOST_SENTENCE_CASE: Final = 16
_HEAD_LINES: Final = 12
_ARTICLES: Final = frozenset({"the", "a", "an"})
_PAST: Final = frozenset({"was", "were", "had", "been"})
_SAME: Final = 0.8
_SITE_NAME: Final = re.compile(r"\s[|–—-]\s[^|]{2,40}$")
_BYLINE: Final = re.compile(r"[Bb][Yy]:?\s[A-Z]")


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def same_headline(one: Line, other: Line) -> bool:
    """Two wordings of one headline: equal, or the shorter's content words are mostly in the longer."""
    if one.words and one.words == other.words:
        return True
    small, large = sorted((one.content, other.content), key=len)
    return len(small) >= 4 and len(small & large) >= 0.7 * len(small)


def looks_like_headline(line: Line) -> bool:
    """Long enough, short enough, no closing full stop, no dateline, byline or list mark."""
    if not _FEWEST_WORDS <= line.size <= _MOST_WORDS or len(line.text) > 250 or line.bullet:
        return False
    if line.text[-1] in ".:;,…" or _begins_low(line.text) or _BYLINE.match(line.text):
        return False
    if has_dateline(line.text) or opening_label(line.text):
        return False
    return line.title_case or not _is_sentence(line)


def _begins_low(text: str) -> bool:
    """Does it go on from another line? A name such as 'iPhone' begins a headline too."""
    return text[0].islower() and not any(map(str.isupper, text.split(None, 1)[0]))


def _is_sentence(line: Line) -> bool:
    words = set(line.words)
    if line.size > _MOST_SENTENCE_CASE:
        return True
    return line.size > 10 and bool(words & _ARTICLES and words & _PAST)


def find_title(page: Page) -> int | None:
    """Index of the line that is the headline of a text whose title was not given."""
    last = min(page.first_prose(), _HEAD_LINES, len(page.lines))
    if page.first_prose() >= len(page.lines):
        return None
    heads = (i for i in range(last) if page.kinds[i] is None)
    return next((i for i in heads if looks_like_headline(page.lines[i])), None)


def locate_title(page: Page, title: str) -> tuple[int, Span] | None:
    """Line and span of a given title in the text: a line of its own, else words inside one."""
    wanted = [w for t in dict.fromkeys((title, _SITE_NAME.sub("", title))) if (w := words_of(t))]
    for words in wanted:
        if found := _own_line(page, words) or _inside(page, words):
            return found
    return _nearly(page, wanted[0]) if wanted else None


def _head(page: Page) -> range:
    return range(min(_HEAD_LINES * 2, len(page.lines)))


def _own_line(page: Page, words: list[str]) -> tuple[int, Span] | None:
    for i in _head(page):
        line = page.lines[i]
        if line.size <= 2 * len(words) + 8 and words_of(line.text[:1000]) == words:
            return i, line.span
    return None


def _inside(page: Page, words: list[str]) -> tuple[int, Span] | None:
    """The title's words in a row, in the first lines; a title of one or two words needs its own line."""
    if len(words) < _FEWEST_WORDS:
        return None
    pattern = re.compile(r"\W{1,4}".join(map(re.escape, words[:60])), re.IGNORECASE)
    for i in list(_head(page))[:_HEAD_LINES]:
        line = page.lines[i]
        held = words[0] in line.text[:2000].casefold()
        if held and (match := pattern.search(line.text[:2000])):
            return i, Span(line.start + match.start(), line.start + match.end())
    return None


def _nearly(page: Page, words: list[str]) -> tuple[int, Span] | None:
    wanted = set(words)
    for i in list(_head(page))[:_HEAD_LINES]:
        line = page.lines[i]
        if line.size > _MOST_WORDS or line.size < _FEWEST_WORDS:
            continue
        found = set(words_of(line.text))
        if len(found & wanted) >= _SAME * len(found | wanted):
            return i, line.span
    return None
