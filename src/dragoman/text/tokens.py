"""Words as offsets, after the conventions of Universal Dependencies English (EWT, GUM 2.16).

A *chunk* is a run without white space. A chunk is cut by one regular expression whose quantifiers
are possessive or bounded, so the time is linear in its length; short chunks are remembered. The
kind of a token tells the sentence splitter where to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dragoman.text.lexicon import alternatives, contractions, words

WORD: Final = 0
STOP: Final = 1  # . ! ? … and runs of them
ABBR: Final = 2  # a word that keeps its full stop, and may end a sentence
TITLE: Final = 3  # a word that keeps its full stop, and never ends one
STRAIGHT: Final = 4  # " '' ``: opens or closes
OPEN: Final = 5  # “ „ «
CLOSE: Final = 6  # ” »
RIGHT: Final = 7  # ) ] } ' ’
LEFT: Final = 8  # ( [ { ‘
BULLET: Final = 9

Piece = tuple[int, int, int]  # start, end, kind

_LONGEST_CACHED = 48  # code points of a chunk; longer ones hardly ever come again

_MARKS: Final = {
    mark: kind
    for kind, marks in (
        (STRAIGHT, ('"', "''", "``", "＂")),
        (OPEN, "“„«"),
        (CLOSE, "”»"),
        (RIGHT, ")]}'’"),
        (LEFT, "([{‘"),
        (BULLET, "•▪●■►◆"),
    )
    for mark in marks
}

_W = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]"  # word characters, with combining marks
_CJK = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_APOSTROPHES = rf"(?:['’`´](?=\w){_W}++)*+"
_WORD = rf"{_W}++{_APOSTROPHES}"
_NUMBER = r"\d++(?:[.,:/]\d++)*+"


def _grammar() -> re.Pattern[str]:
    domains, units = alternatives("domains"), alternatives("units")
    return re.compile(
        "|".join(
            (
                r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?()\[\]{}'’]",
                r"[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
                rf"(?<![\w.])(?:[A-Za-z0-9_-]{{1,63}}\.){{1,4}}(?:{domains})(?![\w-])(?:/[\w./?=&%-]*[\w/=&%])?",
                r"(?<!\w)(?:[^\W\d_]\.){2,8}(?![^\W\d_])",
                r"(?<!\w)(?:[^\W\d_]\.){1,8}[^\W\d_](?!\w)(?!\.\w)",
                r"(?<![\w-])(?:\d{1,4}-)?(?:\d{3}-)?\d{3}-\d{4}(?![\w-])",
                r"(?<![\w-])(?:\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2})(?![\w-])",
                rf"(?i:{_NUMBER}(?=(?:{units})(?!\w)))",
                rf"{_NUMBER}(?:['’]s(?!\w)|{_W}*+)",
                r"(?<![\w.])\.\d++",
                r"['’]\d0s(?!\w)",
                rf"(?i:(?<!\w)['’](?:{alternatives('apostrophe_words')}|s|re|ve|ll|d|m)(?!\w))",
                r"(?<!\S)(?:[:;=][-']?[)(\]\[DPp|]|:-?/|<3|\^_\^)(?!\S)",
                r"(?<!\w)[#@][^\W\d]\w*+",
                rf"(?i:(?<![\w-])(?:{alternatives('prefixes')})-(?=[^\W\d]){_WORD})",
                r"[A-Z]{1,3}\$(?=\d)",
                r"(?<!\w)[^\W\d_]{1,4}&[^\W\d_]{1,4}(?!\w)",
                r"(?<![\w/])[^\W\d_]/[^\W\d_]{1,3}(?![\w/])",
                _CJK,
                rf"(?:(?!{_CJK}){_W})++{_APOSTROPHES}",
                r"[.!?…。！？]++",
                r"''|``",
                r"([-*=~#+<>|$])\1*+",
                r"[^\w\s](?:[\ufe0e\ufe0f\u0300-\u036f\U0001f3fb-\U0001f3ff]|\u200d[^\w\s])*+",
            )
        ),
        re.DOTALL,
    )


_TOKEN: Final = _grammar()
_CLITIC: Final = re.compile(r"(?i)(?<=\w)(?:n['’`´]t|['’`´](?:s|re|ve|ll|d|m))$")
_NEVER_LAST = ("e.g.", "i.e.")
_AFTER_ABBREVIATION = ",;:)"  # marks that can't follow a full stop: 'Wash., said'


def _clitics(word: str) -> list[int]:
    """Where a word is cut into syntactic words: ``shouldn't've`` → [6, 9]."""
    cut = contractions().get(word.lower())
    if cut is not None:
        return [cut] if word.islower() or word.istitle() or len(word) > 4 else []
    cuts: list[int] = []
    end = len(word)
    while end > 2 and (match := _CLITIC.search(word[max(0, end - 8) : end])):
        end = max(0, end - 8) + match.start()
        cuts.insert(0, end)
    return cuts


def _abbreviated(word: str, follow: str) -> bool:
    """Does this word keep the full stop after it? `follow` is what comes next: d, U, l or ''."""
    lower = word.lower()
    if follow == "d" and lower in words("abbreviations_before_digit"):
        return True
    if lower in words("abbreviations_before_capital"):
        return (follow == "U" and word[0].isupper()) or (
            follow == "d" and lower in words("may_end")
        )
    if lower in words("abbreviations"):
        return True
    return len(word) == 1 and word.isalpha() and word.isupper() and follow == "U" and word != "I"


def _kind(token: str) -> int:
    kind = _MARKS.get(token)
    if kind is not None:
        return kind
    if not token.endswith((".", "!", "?", "…", "。", "！", "？")):
        return WORD
    if not any(char.isalnum() for char in token[:64]):
        return STOP
    if token[-1] != ".":
        return WORD
    return TITLE if token.lower() in _NEVER_LAST else ABBR


def _pieces(chunk: str, follow: str) -> Iterator[Piece]:
    """The tokens of one chunk, offsets from its start."""
    position, size = 0, len(chunk)
    while position < size:
        match = _TOKEN.match(chunk, position)
        end = match.end() if match else position + 1
        token = chunk[position:end]
        if end < size and chunk[end] == "." and _keeps_stop(chunk, position, end, follow):
            lower = token.lower()
            ends = lower in words("may_end") or len(token) == 1
            yield position, end + 1, ABBR if ends else TITLE
            position = end + 1
            continue
        yield from _syntactic(token, position)
        position = end


def _keeps_stop(chunk: str, start: int, end: int, follow: str) -> bool:
    rest = chunk[end + 1 : end + 2]
    if rest == ".":
        return False
    if rest:
        follow = "U" if rest.isupper() or rest in _AFTER_ABBREVIATION else _class_of(rest)
    return _abbreviated(chunk[start:end], follow)


def _syntactic(token: str, start: int) -> Iterator[Piece]:
    """A surface token as one or more syntactic words."""
    last = 0
    if len(token) > 1 and (token.isalpha() or token[0] not in ".!?'’") and len(token) < 40:
        for cut in _clitics(token):
            yield start + last, start + cut, WORD
            last = cut
    yield start + last, start + len(token), _kind(token[last:])


@lru_cache(maxsize=1 << 15)
def _cached(chunk: str, follow: str) -> tuple[Piece, ...]:
    return tuple(_pieces(chunk, follow))


def _class_of(char: str) -> str:
    """What stands at the start of the next chunk: digit, Upper case, l for anything else."""
    return "d" if char.isdigit() else "U" if char.isupper() else "l"


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Tokens of ``text[start:end]`` with their kinds, offsets into `text`."""
    result: list[Piece] = []
    chunks = text[start:end].split()
    spread = sum(map(len, chunks)) + len(chunks) - 1 == end - start  # one blank between each two
    last = start - 1
    for chunk in chunks:
        first = last + 1 if spread else text.index(chunk, max(last, start))
        last = first + len(chunk)
        follow = _follow(text, last, end) if chunk[-1] == "." else ""
        found = _cached(chunk, follow) if last - first <= _LONGEST_CACHED else _pieces(chunk, follow)  # fmt: skip
        for a, b, kind in found:
            result.append((first + a, first + b, kind))
    return result


def _follow(text: str, last: int, end: int) -> str:
    """The class of what comes after a chunk that ends at `last`, within its stretch."""
    after = text[last + 1 : min(last + 2, end)]
    return _class_of(after) if after else ""
