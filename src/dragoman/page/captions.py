"""Captions and credits of pictures: by their credit, by what they point at, by their missing full stop.

In a page whose paragraphs close with punctuation, a long line in the body that does not is the text
under a picture; pages lose the markup, the missing full stop stays. Subheads are shorter.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.page.layout import Page
from dragoman.page.lexicon import agencies, media

# Set on the development pages and the cluster articles outside the benchmark: subheads have up to
# nine words; even on a page of pictures a third of the longer lines close.
_OPEN_WORDS: Final = 10
_RUN_WORDS: Final = 6
_VERBLESS_WORDS: Final = 12
_TABLE_COLONS: Final = 3
_MOST_WORDS: Final = 70
_MOST_IN_SENTENCES: Final = 40
_CLOSED_SHARE: Final = 0.33
_PROSE_LINES: Final = 3

_CREDIT_NAMES: Final = (
    r"AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?: Images)?|GETTY(?: IMAGES)?|Associated Press|Bloomberg|Shutterstock|iStock|Alamy"
    r"|Xinhua|XINHUA|Anadolu|AA|Agencies|ANI|PTI|Sputnik|TASS|Rex|REX|PA|WENN|Splash|Handout|HANDOUT|File|FILE|Photo|Image|Courtesy|courtesy"
)
_ENDING: Final = re.compile(
    rf"(?:[(\[][^()\[\]]{{0,80}}(?:/\s?[A-Z]|\bvia\s[A-Z]|\b(?:Photo|Picture|Image|Photograph|photo|picture)s?\b|\b(?:file|File|FILE)\b)[^()\[\]]{{0,60}}[)\]]\s?(?:[(\[][^()\[\]]{{0,60}}[)\]])?"
    rf"|(?:REUTERS|Reuters|AFP|EPA)\s?/\s?[A-Z][^.]{{2,50}}"
    rf"|\b(?:Photo|Image|Picture|Photograph|PHOTO|PHOTOGRAPH|IMAGE)s?(?:\s[Cc]redit|\s[Cc]ourtesy|\s[Bb]y)?\s?[:/|]\s?.{{2,60}}"
    rf"|(?:[|/©]\s?|\s-\s)(?:{_CREDIT_NAMES})(?:\s.{{0,30}})?"
    rf"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?(?:{_CREDIT_NAMES})(?:\s\w+)?"
    rf"|(?:Getty Images|GETTY IMAGES|Newslook|Shutterstock)(?:,\s(?:FILE|File))?"
    rf"|(?<![.!?”\"’'…])\s\((?:The )?(?:{_CREDIT_NAMES})\))[.\s]*$"
)
_CREDIT_ONLY: Final = re.compile(
    rf"(?:[A-Z][\w.’'-]*\s){{0,4}}[A-Z][\w.’'-]*\s?[/|]\s?(?:The\s)?[A-Z][\w.’'-]*(?:\s[\w.’'-]+){{0,3}}|(?:{_CREDIT_NAMES})|[A-Za-z][\w-]+\.(?:com|org|net|co|gov|edu)"
)
_OPENING: Final = re.compile(
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|GETTY|Alamy|PA|Rex|Twitter|Facebook|Instagram|YouTube|Handout|Supplied)(?:\s(?:Images|or licensors|Photo))?(?:\s?[-–|:/]\s?\S+)?\s[A-Z]"
)
_POINTING: Final = re.compile(
    r"\((?:pictured|above|below|left|right|centre|center|second from (?:left|right)|file (?:photo|picture|image)|picture[^()]{0,40}|pictured [^()]{0,60})\)?|\bpictured\b(?:,| here| above| below| in| with| on| at| is)|[.!?]\sPictured\b|\bin this (?:file|undated|handout|combination)? ?(?:photo|picture|image|still|grab)\b|\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|here|during|after|before|above|below)\b.{0,80}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_ENDING_SIGNS: Final = (
    "/", "|", "©", "hoto", "HOTO", "icture", "mage", "IMAGE", "via ", " - ", "file", "File", "FILE",
    "AP)", "AFP)", "PA)", "AA)", "EPA)", "ANI)", "PTI)", "euters)", "loomberg)", "Press)", "Newslook", "Shutterstock", "ourtesy",
)  # fmt: skip
_POINTING_SIGNS: Final = (
    "pictured", "(above", "(below", "(left", "(right", "(cent", "(second", "(file", "(picture", "in this ", " seen ", " shown ",
)  # fmt: skip
_QUOTED: Final = "\"“‘'«"
_SHORT_CREDIT_WORDS: Final = 6
_CREDITED_WORDS: Final = 130
_SHINGLE: Final = 5
_COVERED: Final = 0.8
_COMPOSITE_WORDS: Final = 12


def mark_stated_captions(page: Page) -> None:
    """Marks captions that say so: by a credit, or by pointing at the picture."""
    first, last = page.first_prose(), page.last_prose()
    for i, line in enumerate(page.lines):
        if page.kinds[i] is not None or i == page.title:
            continue
        if line.text in agencies() and not first < i < last:
            page.kinds[i] = "reporting_credit"
        elif _says_so(page, i):
            page.kinds[i] = "caption"


def mark_open_captions(page: Page) -> None:
    """Marks captions whose missing full stop says so, and those put together from the text."""
    _mark_open_lines(page)
    if "caption" in page.kinds:
        _mark_composites(page)


def _says_so(page: Page, index: int) -> bool:
    line = page.lines[index]
    if line.text.startswith("By "):
        return False
    if line.size <= _SHORT_CREDIT_WORDS and _is_credit(line.text):
        return True
    if line.size > _CREDITED_WORDS:
        return False
    if _ends_in_credit(line.text[-160:]):
        return True
    if line.size > _MOST_WORDS:
        return False
    if _OPENING.match(line.text) and not line.closed and line.size >= _RUN_WORDS:
        return True
    return line.text[0] not in _QUOTED and _points(line.text)


def _ends_in_credit(ending: str) -> bool:
    return any(map(ending.__contains__, _ENDING_SIGNS)) and bool(_ENDING.search(ending))


def _points(text: str) -> bool:
    """Does it speak of the picture it stands under?"""
    lowered = text.lower()
    return any(map(lowered.__contains__, _POINTING_SIGNS)) and bool(_POINTING.search(text))


def _is_credit(text: str) -> bool:
    """A photographer's or a library's name alone on a line."""
    return bool(_CREDIT_ONLY.fullmatch(text)) or text in media() or text in agencies()


def _mark_composites(page: Page) -> None:
    """Two sentences or more that stand elsewhere in the text, in different lines: put under a picture."""
    shingles = {i: _shingles(line.words) for i, line in enumerate(page.lines) if not page.kinds[i]}
    first: dict[tuple[str, ...], int] = {}
    last: dict[tuple[str, ...], int] = {}
    for i, found in shingles.items():
        last.update(dict.fromkeys(found, i))
        for shingle in found:
            first.setdefault(shingle, i)
    for i, found in shingles.items():
        if not _COMPOSITE_WORDS <= page.lines[i].size <= _MOST_WORDS or i == page.title:
            continue
        owners = [o for s in found if (o := first[s]) != i or (o := last[s]) != i]
        if len(owners) >= _COVERED * len(found) and len(set(owners)) > 1:
            page.kinds[i] = "caption"


def _shingles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _mark_open_lines(page: Page) -> None:
    first, last = page.first_prose(), page.last_prose()
    body = [
        i for i in range(first, last) if page.kinds[i] is None and page.lines[i].size >= _OPEN_WORDS
    ]
    closed = sum(page.lines[i].closed for i in body)
    if closed < max(_PROSE_LINES, _CLOSED_SHARE * len(body)):
        return
    for i in body:
        if _is_open_sentence(page, i, _OPEN_WORDS):
            page.kinds[i] = "caption"
    for i in range(first, last):
        beside = "caption" in (page.kinds[i - 1] if i else None, page.kinds[i + 1])
        if beside and page.kinds[i] is None and _is_open_sentence(page, i, _RUN_WORDS):
            page.kinds[i] = "caption"


def _is_open_sentence(page: Page, index: int, fewest: int) -> bool:
    """A sentence without its full stop that is no list item, no quotation and no headline."""
    line = page.lines[index]
    if line.closed or line.bullet or not fewest <= line.size <= _MOST_WORDS:
        return False
    if line.sentences > 1 and line.size > _MOST_IN_SENTENCES:
        return False
    if line.text.count(":") >= _TABLE_COLONS or "\n" in line.text:
        return False
    if line.text[0] in _QUOTED or line.text[0].islower() or line.text[-1] in ",-–—":
        return False
    certain = line.has_verb or (line.size >= _VERBLESS_WORDS and not _in_run(page, index))
    return certain and not _in_list(page, index)


def _in_run(page: Page, index: int) -> bool:
    """Among three or more open lines without a verb: a list, of names or of results."""
    near = page.lines[max(0, index - 2) : index + 3]
    return sum(not line.closed and not line.has_verb for line in near) >= 3


def _in_list(page: Page, index: int) -> bool:
    """Behind a line that announces something, or among lines that are marked as items."""
    before = page.lines[index - 1] if index else None
    return before is not None and (before.text.endswith(":") or before.bullet)
