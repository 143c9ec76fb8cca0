"""Where a sentence ends: rules over the tokens of one paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.text.lexicon import words
from dragoman.text.tokens import (
    ABBR,
    BULLET,
    CLOSE,
    LEFT,
    OPEN,
    RIGHT,
    STOP,
    STRAIGHT,
    TITLE,
    WORD,
    Piece,
)

LONGEST: Final = 200  # tokens; a longer sentence is cut at its best place
_EARLIEST_CUT = 100  # tokens; no cut of a long sentence before this
_GO_ON = ",;:)]}'’%/"  # marks that no sentence begins with
_ADDRESS = ("http", "www.", "pic.twitter")
_LOOK_AHEAD = 4  # words in which a reporting verb may follow a closed quotation
_MAY_END: Final = frozenset({BULLET, STOP, ABBR})
_LONGEST_RUN = 12  # stops and closing marks in a row that are looked through, so time stays linear
_ENUMERATOR = 3  # code points of "12" or "(a" before a stop that numbers a paragraph


def _closers(text: str, tokens: list[Piece], index: int) -> int:
    """The first token after a stop that is neither another stop nor a mark that closes."""
    index += 1
    limit = min(len(tokens), index + _LONGEST_RUN)
    while index < limit:
        start, _, kind = tokens[index]
        attached = start == tokens[index - 1][1]
        closes = kind in (CLOSE, RIGHT) or (kind == STRAIGHT and attached)
        closes = closes or (kind == OPEN and attached and not _attached(tokens, index + 1))
        if closes and not attached and kind == RIGHT and text[start] in "'’":
            closes = False
        if kind == STOP or closes:
            index += 1
        elif note := _note(text, tokens, index):
            index = note
        else:
            break
    return index


def _attached(tokens: list[Piece], index: int) -> bool:
    """Is there no white space between this token and the one before?"""
    return index < len(tokens) and tokens[index][0] == tokens[index - 1][1]


def _note(text: str, tokens: list[Piece], index: int) -> int:
    """The token after a reference mark such as '[6]', or 0."""
    if index + 2 >= len(tokens) or text[tokens[index][0]] != "[":
        return 0
    (_, left, _), (start, end, _), (right, stop, _) = tokens[index : index + 3]
    return (
        index + 3 if left == start and text[start:end].isdigit() and text[right:stop] == "]" else 0
    )


def _first_word(tokens: list[Piece], index: int) -> int:
    """The first word at or after a token, past marks that open."""
    limit = min(len(tokens), index + _LONGEST_RUN)
    while index < limit and tokens[index][2] in (STRAIGHT, OPEN, LEFT, RIGHT):
        index += 1
    return index


def _reported(text: str, tokens: list[Piece], index: int) -> bool:
    """Does 'Smith said' or 'the minister asked' follow? Then the quotation's stop ends nothing."""
    for start, end, kind in tokens[index : index + _LOOK_AHEAD]:
        if kind not in (WORD, TITLE):
            return False
        word = text[start:end]
        if word.lower() in words("reporting"):
            return True
        if not (word[0].isupper() or word.islower()):
            return False
    return False


def _ends_at_stop(text: str, tokens: list[Piece], index: int, after: int) -> bool:
    """Is this full stop, question mark, exclamation mark or ellipsis the end?"""
    word = _first_word(tokens, after)
    if index == 0 or word >= len(tokens) or (index <= 2 and _numbers(text, tokens, index)):
        return False
    start, end, _ = tokens[word]
    first = text[start]
    if first in _GO_ON:
        return False
    closed = any(kind != STOP for _, _, kind in tokens[index + 1 : after])
    if first.islower() and not text.startswith(_ADDRESS, start):
        return not closed and word == after and _ends_before_lower(text, tokens, index, after)
    if closed and text[tokens[index][1] - 1] in "?!…" and _reported(text, tokens, word):
        return False
    if _attached(tokens, after):
        return _missing_space(text, tokens[index][0], text[start:end], after > index + 1)
    return True


def _ends_before_lower(text: str, tokens: list[Piece], index: int, after: int) -> bool:
    """'he left. then' ends; 'Yahoo! has', 'well ... it' and 'Cardi B. says' do not."""
    (first, last, _), (start, end, _) = tokens[index - 1], tokens[index]
    plain = text[start:end] in (".", "?", "!") and after == index + 1
    return (
        plain and not _attached(tokens, after) and last - first > 1 and text[first:last].islower()
    )


def _numbers(text: str, tokens: list[Piece], index: int) -> bool:
    """'1.' or 'a.' at the start of a paragraph."""
    label = text[tokens[0][0] : tokens[index][0]].strip("([")
    return 0 < len(label) < _ENUMERATOR and (label.isdigit() or len(label) == 1)


def _missing_space(text: str, stop: int, following: str, closed: bool) -> bool:
    """'tonight.The' ends; '3.The' or '.NET' does not."""
    before = text[stop - 1]
    if before.islower() or before in "\"”)'’" or closed:
        return True
    return following.istitle() and following.lower() in words("starters")


def _ends_at_abbreviation(text: str, tokens: list[Piece], index: int, after: int) -> bool:
    word = _first_word(tokens, after)
    if word >= len(tokens):
        return False
    following = text[tokens[word][0] : tokens[word][1]]
    if not following[0].isupper():
        return False
    if word > after:
        return tokens[after][2] != LEFT or following.lower() in words("starters")
    lower = text[tokens[index][0] : tokens[index][1] - 1].lower()
    if lower in words("ends_before_capital"):
        return not _goes_on_with_time(text, tokens, word)
    return following.lower() in words("starters") and (following.istitle() or following in "AI")


def _goes_on_with_time(text: str, tokens: list[Piece], index: int) -> bool:
    """'9 a.m. EST', '9 a.m. Friday', '9 a.m. North Korean time'."""
    ahead = [text[start:end].lower() for start, end, _ in tokens[index : index + _LOOK_AHEAD]]
    return ahead[0] in words("time_zones") or "time" in ahead[1:]


def _ends(text: str, tokens: list[Piece], index: int) -> int:
    """The token at which the next sentence begins if one ends at `index`, else 0."""
    after = _closers(text, tokens, index)
    if after > index + _LONGEST_RUN:
        return 0  # a row of dots; its last ones decide
    if tokens[index][2] == STOP:
        ends = _ends_at_stop(text, tokens, index, after)
    else:
        ends = _ends_at_abbreviation(text, tokens, index, after)
    return after if ends else 0


def cuts(text: str, tokens: list[Piece]) -> list[int]:
    """Indices of the tokens at which a sentence of this paragraph begins, the first one too."""
    starts = [0]
    for index in [i for i, token in enumerate(tokens) if token[2] in _MAY_END]:
        if tokens[index][2] == BULLET:
            if index > starts[-1]:
                starts.append(index)
            continue
        after = _ends(text, tokens, index)
        if starts[-1] < after < len(tokens):
            starts.append(after)
    return starts


def _best_cut(text: str, tokens: list[Piece], start: int) -> int:
    """The best place to cut a sentence that is too long: after a stop, ; : , or anywhere."""
    window = range(start + LONGEST, start + _EARLIEST_CUT, -1)
    for marks in (".!?…", ";:", ",", "—–-"):
        for index in window:
            if text[tokens[index - 1][0]] in marks:
                return index
    return start + LONGEST


def bounded(text: str, tokens: list[Piece], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences, none longer than `LONGEST`."""
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        first = start
        while end - first > LONGEST:
            cut = _best_cut(text, tokens, first)
            yield first, cut
            first = cut
        yield first, end
