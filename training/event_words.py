"""Event words marked by readers, kept beside the data: numbers, types and statuses only, no text.

A file of the folder `event_words` is for one source. A line is a document that was read:
``DOC FIRST-LAST NUMBER:WORD+TYPE+STATUS,...``: its sentences FIRST to LAST were read, by the number
at the end of a sentence's id, and those with event words are named. A sentence that was read and is
not named has none; one that was not read keeps None.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from training.labels import EVENTS, STATUS_LETTERS
from training.records import Sentence

FOLDER = Path(__file__).parent / "event_words"
#: One read document in so many is kept for scoring.
HELD_SHARE = 10
#: Where the names of machine-made documents begin.
MACHINE_MADE = "syn-"
_SIZE = re.compile(r"(\d+) sentences read, (\d+) words, (\d+) event words")
_MARK = re.compile(r"(\d+)([A-Z]+)([a-z])")


@dataclass(frozen=True)
class Mark:
    """An event word: its number in the sentence, PLOVER type and status."""

    word: int
    type: str
    status: str


@dataclass(frozen=True)
class Document:
    """Sentences `first` to `last` of a document were read; `marks` by number of the sentence."""

    first: int
    last: int
    marks: dict[int, tuple[Mark, ...]]

    def read(self, number: int) -> bool:
        """Whether the sentence of this number was read."""
        return self.first <= number <= self.last


@dataclass(frozen=True)
class Marked:
    """One file: its documents by name, and the sentences, words and event words it is for."""

    size: tuple[int, int, int]
    documents: dict[str, Document]


def with_event_words(sentences: Sequence[Sentence], file: Path) -> list[Sentence]:
    """The sentences, those that were read with the event words of `file`.

    Raises:
        ValueError: other numbers of sentences, words or event words than the file is for: the data
            are of another release, or are cut into words in another way.
    """
    marked = read_marks(file)
    found = [_with_marks(sentence, marked) for sentence in sentences]
    size = _size(sentence for sentence in found if sentence.events is not None)
    if size != marked.size:
        raise ValueError(f"{file} is for {marked.size} sentences, words, event words; found {size}")
    return found


def _size(sentences: Iterable[Sentence]) -> tuple[int, int, int]:
    layers = [sentence.events or [] for sentence in sentences]
    events = sum(event != EVENTS[0] for layer in layers for event in layer)
    return len(layers), sum(map(len, layers)), events


def _with_marks(sentence: Sentence, marked: Marked) -> Sentence:
    name, number = place(sentence.id)
    document = marked.documents.get(name)
    if document is None or not document.read(number):
        return sentence
    events, statuses = [EVENTS[0]] * len(sentence.words), [""] * len(sentence.words)
    for mark in document.marks.get(number, ()):
        if mark.word < len(events):
            events[mark.word], statuses[mark.word] = mark.type, mark.status
    return replace(sentence, events=events, statuses=statuses)


def place(sentence_id: str) -> tuple[str, int]:
    """Document and number of a sentence.

    >>> place("GUM_news_nasa-12")
    ('GUM_news_nasa', 12)
    """
    name, _, number = sentence_id.rpartition("-")
    return name, int(number)


def is_held(sentence: Sentence) -> bool:
    """Whether the sentence is kept for scoring, by its document; machine-made ones never are."""
    name = place(sentence.id)[0]
    digest = hashlib.sha256(name.encode()).hexdigest()
    return int(digest, 16) % HELD_SHARE == 0 and not name.startswith(MACHINE_MADE)


@cache
def read_marks(file: Path) -> Marked:
    """The marks of a file.

    Raises:
        ValueError: the header does not say the sizes, or a mark has no known type and status.
    """
    text = file.read_text(encoding="utf-8")
    size = _SIZE.search(" ".join(line.strip("# ") for line in text.splitlines()[:8]))
    if size is None:
        raise ValueError(f"{file}: no 'N sentences read, N words, N event words' in the header")
    lines = [line.split() for line in text.splitlines() if line and line[0] != "#"]
    return Marked(
        (int(size[1]), int(size[2]), int(size[3])),
        {name: _document(extent, items, file) for name, extent, *items in lines},
    )


def _document(extent: str, items: Sequence[str], file: Path) -> Document:
    first, _, last = extent.partition("-")
    marks = {}
    for item in items:
        number, _, rest = item.partition(":")
        marks[int(number)] = tuple(_mark(one, file) for one in rest.split(","))
    return Document(int(first), int(last), marks)


def _mark(text: str, file: Path) -> Mark:
    found = _MARK.fullmatch(text)
    if found is None or found[2] not in EVENTS or found[3] not in STATUS_LETTERS:
        raise ValueError(
            f"{file}: {text!r} is no mark: word number, PLOVER type, letter of a status"
        )
    return Mark(int(found[1]), found[2], STATUS_LETTERS[found[3]])
