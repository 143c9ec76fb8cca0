"""Quotation flags for sentences that come already tokenised (treebanks).

The rule itself is `dragoman.text.quotes`, so that training and run time agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.text.quotes import QuotationState
from dragoman.text.tokens import CLOSE, OPEN, STRAIGHT, WORD
from training.records import Sentence

KINDS = {
    '"': STRAIGHT,
    "“": OPEN,
    "``": OPEN,
    "«": OPEN,
    "„": OPEN,
    "”": CLOSE,
    "''": CLOSE,
    "»": CLOSE,
}


def align(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Offsets of words in their sentence text; a word that is not found gets an empty span.

    >>> align(["do", "n't", "go"], "don't go")
    [(0, 2), (2, 5), (6, 8)]
    """
    offsets: list[tuple[int, int]] = []
    position = 0
    for word in words:
        start = text.find(word, position)
        if start < 0 or start - position > 40:
            offsets.append((position, position))
            continue
        position = start + len(word)
        offsets.append((start, position))
    return offsets


def mark_document(sentences: Sequence[Sentence]) -> None:
    """Set `quoted` on the sentences of one document, given in order."""
    state = QuotationState()
    paragraph = 0
    for number, sentence in enumerate(sentences):
        pieces = [
            (start, end, KINDS.get(word, WORD))
            for word, (start, end) in zip(
                sentence.words, align(sentence.words, sentence.text), strict=True
            )
        ]
        paragraph += sentence.new_paragraph and number > 0
        if sentence.new_paragraph or number == 0:
            state.begin(paragraph, pieces[0])
        sentence.quoted = state.flags(sentence.text, pieces)
