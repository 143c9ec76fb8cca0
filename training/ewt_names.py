"""Names of EWT's training part, kept beside the data: numbers and types only, no text.

The treebank has no names. `ewt_names.txt` has them for every sentence: persons, organisations and
places of Universal NER (Mayhew et al. 2024), the other two types by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from training.labels import tags_from_spans
from training.records import Sentence

FILE = Path(__file__).parent / "ewt_names.txt"
_SPAN = re.compile(r"(\d+)-(\d+)([A-Z]+)")
_SIZE = re.compile(r"(\d+) sentences, (\d+) words")
Span = tuple[int, int, str]


def with_names(sentences: Sequence[Sentence], file: Path = FILE) -> list[Sentence]:
    """EWT's training sentences, in the order of the file, with the names of `file`.

    Raises:
        ValueError: the treebank is another release: it has other numbers of sentences or words.
    """
    size, spans = read_spans(file)
    found = len(sentences), sum(len(sentence.words) for sentence in sentences)
    if found != size:
        raise ValueError(
            f"{file} is for {size} sentences and words of EWT, this release has {found}"
        )
    return [
        replace(sentence, ner=tags_from_spans(len(sentence.words), spans.get(number, ())))
        for number, sentence in enumerate(sentences)
    ]


@cache
def read_spans(file: Path) -> tuple[tuple[int, int], dict[int, tuple[Span, ...]]]:
    """(sentences, words) that the file is for, and the spans by number of the sentence.

    Raises:
        ValueError: the header does not say the sizes.
    """
    text = file.read_text(encoding="utf-8")
    size = _SIZE.search(text)
    if size is None:
        raise ValueError(f"{file}: no 'N sentences, N words' in the header")
    lines = (line.partition(" ") for line in text.splitlines() if line[:1].isdigit())
    spans = {int(number): tuple(_spans(rest)) for number, _, rest in lines}
    return (int(size[1]), int(size[2])), spans


def _spans(line: str) -> Iterator[Span]:
    for start, end, kind in _SPAN.findall(line):
        yield int(start), int(end), kind
