"""What lines are by where they stand: repeats of the headline, labels, runs of links, the tail.

No wording is needed here; a line is judged by its length, its verb, its end and its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dragoman.page.dateline import is_bare_dateline
from dragoman.page.layout import PROSE_WORDS, Line, Page
from dragoman.page.title import same_headline

# Set on the development pages and on the cluster articles outside the benchmark.
_LABEL_WORDS: Final = 3
_TAIL_WORDS: Final = 14
_LINK_WORDS: Final = 30
_REPEAT_WORDS: Final = 25
_PROSE_LINES: Final = 3
_NAME: Final = re.compile(
    r"(?:[Bb][Yy]:?\s)?[A-ZÀ-Þ][\w.’'-]+(?:\s(?:[A-ZÀ-Þ][\w.’'-]*|van|von|de|bin|al|el|da)){1,3}(?:(?:,|\sand|\s&)\s[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}){0,3}(?:,\s[A-Z]\S*(?:\s\S+){0,2})?"
)
_BYLINE: Final = re.compile(r"[Bb][Yy]:?\s[A-ZÀ-Þ][\w.’'-]+[^.!?]{0,120}$")


def mark_structure(page: Page) -> None:
    """Marks, in `page.kinds`, the lines that their place gives away."""
    _repeated_titles(page)
    _repeated_lines(page)
    _link_runs(page)
    _charts(page)
    _head(page)
    _tail(page)
    _menus(page)


def _repeated_titles(page: Page) -> None:
    """Later copies of the headline; rewordings of it only before the story begins."""
    if page.title is None:
        return
    title, first = page.lines[page.title], page.first_prose()
    for i, line in enumerate(page.lines):
        if i == page.title or page.kinds[i] is not None or line.size > 2 * title.size + 4:
            continue
        near = i < first and not line.closed and line.size >= 4 and same_headline(title, line)
        if near or (line.words and line.words == title.words and line.size >= 3):
            page.kinds[i] = "repeated_title"


def _repeated_lines(page: Page) -> None:
    """A short open line that stands twice: an advertisement's label, a photographer's name.

    Of a paragraph that stands twice the later copies are marked.
    """
    seen: set[str] = set()
    for i, line in enumerate(page.lines):
        if page.kinds[i] is None and line.prose:
            page.kinds[i] = "repeated_line" if line.text in seen else None
            seen.add(line.text)
    counts = Counter(line.text for line in page.lines if _may_repeat(line))
    for i, line in enumerate(page.lines):
        if page.kinds[i] is None and i != page.title and counts.get(line.text, 0) > 1:
            page.kinds[i] = "repeated_line"


def _may_repeat(line: Line) -> bool:
    return line.size <= _REPEAT_WORDS and not line.closed and line.text[0] not in "\"“‘'«("


def _link_runs(page: Page) -> None:
    """Headlines that follow 'Related articles' or 'Read more:' up to the next prose."""
    for i, kind in enumerate(page.kinds):
        if kind == "related" and _announces(page.lines[i]):
            _mark_run(page, i + 1)


def _charts(page: Page) -> None:
    """The name of a chart stands open right before its 'Source:'."""
    for i in range(page.first_prose() + 1, len(page.lines)):
        before = page.lines[i - 1]
        sourced = page.kinds[i] == "reporting_credit" and page.lines[i].text.startswith("Source")
        if (
            sourced
            and page.kinds[i - 1] is None
            and not before.closed
            and before.size <= _TAIL_WORDS
        ):
            page.kinds[i - 1] = "caption"


def _menus(page: Page) -> None:
    """A page without a sentence, a quarter of it furniture already, is furniture from end to end."""
    known = sum(kind is not None for kind in page.kinds)
    told = any(line.closed or line.sentences > 1 for line in page.lines)
    if known * 4 < len(page.lines) or told:
        return
    for i, kind in enumerate(page.kinds):
        if kind is None and i != page.title:
            page.kinds[i] = "navigation"


def _announces(line: Line) -> bool:
    return line.size <= 8 and (line.text.endswith(":") or not line.closed)


def _mark_run(page: Page, start: int) -> None:
    after = page.last_prose()
    for j in range(start, len(page.lines)):
        line = page.lines[j]
        if page.kinds[j] is not None or j == page.title:
            continue
        if line.closed and not (j > after and line.text[-1] in "?!"):
            return
        most = _LINK_WORDS if j < after else 3 * _LINK_WORDS
        if line.size > most or (j < after and j > start):
            return
        if j < after and (line.size < 5 or not line.has_verb):
            return
        page.kinds[j] = "related"


def _head(page: Page) -> None:
    """Labels and bylines before the story: few words, no verb, no sentence."""
    first = page.first_prose()
    if first >= len(page.lines):
        return
    for i in range(first):
        line = page.lines[i]
        if page.kinds[i] is not None or i == page.title or line.closed or line.bullet:
            continue
        if is_bare_dateline(line.text):
            continue
        if _BYLINE.match(line.text) and line.size <= 16:
            page.kinds[i] = "byline"
        elif (
            line.size <= _LABEL_WORDS and not line.has_verb and line.words and ": " not in line.text
        ):
            named = page.title is not None and i > page.title and _NAME.fullmatch(line.text)
            page.kinds[i] = "byline" if named else "section_label"


def _tail(page: Page) -> None:
    """Open lines behind the last prose, unless they continue a list of the story."""
    last = _last_sentence(page)
    tail = list(range(last + 1, len(page.lines)))
    known = any(page.kinds[i] is not None for i in tail)
    if last < 0 or (not known and sum(map(page.is_prose, range(last + 1))) < _PROSE_LINES):
        return
    listed = page.lines[last].text.endswith(":")
    open_lines = [i for i in tail if _is_tail_line(page, i)]
    if listed or _is_list(page, open_lines):
        return
    for i in open_lines:
        line = page.lines[i]
        if known or len(open_lines) > 1 or not line.has_verb:
            page.kinds[i] = _tail_kind(page, line)


def _last_sentence(page: Page) -> int:
    """Index of the last closed line of the story, however short, or -1."""
    told = (i for i, line in enumerate(page.lines) if page.kinds[i] is None and line.closed)
    return max((i for i in told if _is_told(page.lines[i])), default=-1)


def _is_told(line: Line) -> bool:
    """A sentence of the story; a short question may be a headline."""
    return line.size >= PROSE_WORDS or (line.size >= 3 and line.text[-1] not in "?:")


def _is_tail_line(page: Page, index: int) -> bool:
    line = page.lines[index]
    if page.kinds[index] is not None or line.bullet or index == page.title:
        return False
    if line.closed and line.text[-1] not in "?:":
        return False
    return line.size <= _TAIL_WORDS and line.text[0] not in '"“‘«'


def _tail_kind(page: Page, line: Line) -> str:
    if _NAME.fullmatch(line.text):
        return "author_box"
    return "related" if line.size >= 5 else "trailing_label"


def _is_list(page: Page, indices: list[int]) -> bool:
    """Three or more lines of one make with commas or numbers: names of the dead, results, terms."""
    if len(indices) < 3:
        return False
    marked = sum(any(c in page.lines[i].text for c in ",;0123456789") for i in indices)
    return marked >= 0.6 * len(indices)
