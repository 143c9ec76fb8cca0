"""Sentences to rows of numbers: pieces, case, first pieces, gold indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.labels import (
    ATT,
    EVENTS,
    NER,
    QUOTED,
    RELATIONS,
    STATUSES,
    UPOS,
    case_of,
    relation,
)
from training.network import MAX_PIECES, base_folder
from training.records import Sentence

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_PIECES_PER_WORD = 20
IGNORED = -100
CHANGED = -1  # the number of a row whose words are not those of any sentence
Ints = NDArray[np.int64]
Split = Callable[[str], list[int]]


@dataclass
class Row:
    """One sentence in numbers; gold arrays are None where the layer is not annotated."""

    number: int
    words: list[str]
    pieces: list[list[int]]
    case: list[int]
    upos: list[int] | None
    heads: list[int] | None
    rels: list[int] | None
    ner: list[int] | None
    att: list[int] | None
    name_weight: float = 1.0
    events: list[int] | None = None
    statuses: list[int] | None = None

    @property
    def length(self) -> int:
        """Pieces with CLS and SEP."""
        return sum(map(len, self.pieces)) + 2


def word_splitter() -> Split:
    """A function from a word to the ids of its pieces, cached."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    known: dict[str, list[int]] = {}

    def split(word: str) -> list[int]:
        if word not in known:
            ids = tokenizer.encode(word, add_special_tokens=False).ids
            known[word] = ids[:MAX_PIECES_PER_WORD] or [UNKNOWN]
        return known[word]

    return split


def to_row(sentence: Sentence, number: int, split: Split) -> Row:
    """Numbers of one sentence."""
    quoted = zip(sentence.words, sentence.quoted, strict=True)
    return Row(
        number=number,
        words=sentence.words,
        pieces=[split(word) for word in sentence.words],
        case=[case_of(word) + QUOTED * inside for word, inside in quoted],
        upos=_indexes(sentence.upos, UPOS),
        heads=sentence.heads,
        rels=_indexes([relation(r) for r in sentence.rels], RELATIONS) if sentence.rels else None,
        ner=_indexes(sentence.ner, NER),
        att=_indexes(sentence.att, ATT),
        name_weight=sentence.name_weight,
        events=_indexes(sentence.events, EVENTS),
        statuses=_indexes(sentence.statuses, STATUSES),
    )


def _indexes(labels: Sequence[str | None] | None, names: Sequence[str]) -> list[int] | None:
    if labels is None:
        return None
    lookup = {name: index for index, name in enumerate(names)}
    return [lookup.get(label, IGNORED) if label else IGNORED for label in labels]


def to_rows(sentences: Iterable[Sentence], split: Split) -> list[Row]:
    """Rows of all sentences, numbered as they come."""
    return [to_row(sentence, number, split) for number, sentence in enumerate(sentences)]


@dataclass
class Batch:
    """Padded arrays of the graph's inputs and the gold; see the graph signature in README."""

    rows: list[Row]
    inputs: dict[str, NDArray[np.generic]]
    gold: dict[str, Ints]


def collate(rows: list[Row]) -> Batch:
    """Pad rows into one batch; gold is IGNORED where it is missing or padding."""
    shape, words = (len(rows), max(row.length for row in rows)), max(len(r.pieces) for r in rows)
    inputs = {
        "ids": np.zeros(shape, np.int64),
        "case": np.zeros(shape, np.int64),
        "mask": np.zeros(shape, np.float32),
        "first": np.zeros((len(rows), words + 1), np.int64),
        "wmask": np.zeros((len(rows), words + 1), np.float32),
    }
    layers = ("upos", "heads", "rels", "ner", "att", "events", "statuses")
    gold = {layer: np.full((len(rows), words), IGNORED, np.int64) for layer in layers}
    for index, row in enumerate(rows):
        _fill(inputs, index, row)
        for layer in layers:
            if getattr(row, layer) is not None:
                gold[layer][index, : len(row.pieces)] = getattr(row, layer)
    return Batch(rows, inputs, gold)


def _fill(inputs: dict[str, NDArray[np.generic]], index: int, row: Row) -> None:
    sizes = np.array([len(pieces) for pieces in row.pieces])
    words, length = len(sizes), row.length
    flat = [piece for pieces in row.pieces for piece in pieces]
    inputs["ids"][index, :length] = [CLS, *flat, SEP]
    inputs["case"][index, 1 : length - 1] = np.repeat(row.case, sizes)
    inputs["mask"][index, :length] = 1
    inputs["first"][index, 1 : words + 1] = 1 + np.cumsum(sizes) - sizes
    inputs["wmask"][index, : words + 1] = 1


def fits(row: Row) -> bool:
    """Whether a row goes through the network whole."""
    return row.length <= MAX_PIECES and bool(row.pieces)


def batches(rows: Iterable[Row], budget: int) -> Iterator[list[Row]]:
    """Groups of consecutive rows whose padded size stays within `budget` pieces."""
    group: list[Row] = []
    longest = 0
    for row in rows:
        longest = max(longest, row.length)
        if group and (len(group) + 1) * longest > budget:
            yield group
            group, longest = [], row.length
        group.append(row)
    if group:
        yield group


def shuffled_batches(rows: Sequence[Row], budget: int, rng: np.random.Generator) -> list[list[Row]]:
    """Batches of rows of like length, in random order."""
    noisy = np.array([row.length for row in rows]) + rng.uniform(0, 6, len(rows))
    groups = list(batches((rows[i] for i in np.argsort(noisy)), budget))
    return [groups[i] for i in rng.permutation(len(groups))]
