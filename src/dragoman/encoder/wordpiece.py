"""WordPiece as BERT's uncased models use it (Devlin et al. 2019; Wu et al. 2016), for single words.

Equal to the `tokenizers` library on the development data (tests/test_encoder.py); written anew so
that the program needs no tokeniser package at run time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

UNKNOWN: Final = "[UNK]"
_LONGEST_WORD = 100  # characters; BERT gives up on longer ones
_REMEMBERED = 60_000  # words; about 12 MB
_IDEOGRAPHS: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def _is_control(char: str) -> bool:
    return char not in "\t\n\r" and unicodedata.category(char)[0] == "C"


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if code < 128:
        return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return unicodedata.category(char)[0] == "P"


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return code >= 0x3400 and any(low <= code <= high for low, high in _IDEOGRAPHS)


def normalise(word: str) -> str:
    """Lower case without accents and control characters."""
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = [char for char in word if char not in "\0\ufffd" and not _is_control(char)]
    spaced = "".join(f" {char} " if _is_ideograph(char) else char for char in kept)
    plain = unicodedata.normalize("NFD", spaced)
    return "".join(char.lower() for char in plain if unicodedata.category(char) != "Mn")


def basic_tokens(word: str) -> Iterator[str]:
    """The runs between white space, with every punctuation mark alone."""
    for run in normalise(word).split():
        if run.isalnum():
            yield run
            continue
        start = 0
        for index, char in enumerate(run):
            if _is_punctuation(char):
                if index > start:
                    yield run[start:index]
                yield char
                start = index + 1
        if start < len(run):
            yield run[start:]


class WordPiece:
    """Splits words into the numbers of their pieces, and remembers them."""

    def __init__(self, vocabulary: Mapping[str, int], *, longest: int) -> None:
        """`longest`: pieces kept of a word; the rest of an over-long word is not read."""
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._longest = longest
        self._known: dict[str, tuple[int, ...]] = {}

    def split(self, word: str) -> tuple[int, ...]:
        """The pieces of one word: at least one, at most `longest`."""
        found = self._known.get(word)
        if found is None:
            found = self._split(word[: self._longest * _LONGEST_WORD])
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = found
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        pieces: list[int] = []
        for token in basic_tokens(word):
            pieces.extend(self._longest_match(token))
            if len(pieces) >= self._longest:
                break
        return tuple(pieces[: self._longest]) or (self._unknown,)

    def _longest_match(self, token: str) -> list[int]:
        if len(token) > _LONGEST_WORD:
            return [self._unknown]
        pieces: list[int] = []
        start, prefix = 0, ""
        while start < len(token):
            end = self._match(token, start, prefix)
            if end == start:
                return [self._unknown]
            pieces.append(self._vocabulary[prefix + token[start:end]])
            start, prefix = end, "##"
        return pieces

    def _match(self, token: str, start: int, prefix: str) -> int:
        """The end of the longest piece that begins at `start`, or `start` if there is none."""
        for end in range(len(token), start, -1):
            if prefix + token[start:end] in self._vocabulary:
                return end
        return start
