"""Which tokens stand inside an open double quotation, from sentence to sentence.

A quotation that runs on opens every new paragraph with a mark and closes only the last one; the
state carries over such paragraphs, at most `LONGEST` of them.
"""

from __future__ import annotations

from typing import Final

from dragoman.text.tokens import CLOSE, OPEN, STRAIGHT, Piece

LONGEST: Final = 3  # paragraphs; a mark left open by mistake must not quote the rest of the page
_MARKS: Final = frozenset({STRAIGHT, OPEN, CLOSE})


class QuotationState:
    """Follows the marks of one document in order."""

    __slots__ = ("_carried", "_opened", "_paragraph", "open")

    def __init__(self) -> None:
        self.open = False
        self._paragraph = 0
        self._opened = 0  # the paragraph in which the open quotation began
        self._carried = False  # it runs on, and the next mark opens it again

    def begin(self, paragraph: int, first: Piece) -> None:
        """Enter a paragraph that begins with the token `first`."""
        self._paragraph = paragraph
        runs_on = first[2] in (STRAIGHT, OPEN) and paragraph - self._opened < LONGEST
        self._carried = self.open and runs_on
        self.open = False

    def flags(self, text: str, tokens: list[Piece]) -> list[bool]:
        """One flag a token; the marks themselves are outside."""
        if not self.open and _MARKS.isdisjoint([token[2] for token in tokens]):
            return [False] * len(tokens)
        result = []
        for token in tokens:
            if token[2] in _MARKS:
                self._read(text, token)
                result.append(False)
            else:
                result.append(self.open)
        return result

    def _read(self, text: str, token: Piece) -> None:
        start, end, kind = token
        opens = kind == OPEN or (kind == STRAIGHT and self._straight_opens(text, start, end))
        if opens and kind == OPEN and self.open and text[start] == "“" and self._closes(text, end):
            opens = False  # „so“ in the German manner
        if opens and not self.open:
            self._opened = self._opened if self._carried else self._paragraph
        self._carried = False
        self.open = opens

    @staticmethod
    def _closes(text: str, end: int) -> bool:
        return not text[end : end + 1].isalnum()

    def _straight_opens(self, text: str, start: int, end: int) -> bool:
        """A straight mark opens after white space and before a word, closes the other way round."""
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        space_before, space_after = before.isspace() or before in "([—–-", after.isspace()
        if space_before != space_after:
            return space_before
        return not self.open
