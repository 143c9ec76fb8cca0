"""Words to readings: rows, batches, the graph, decoding, and long sentences glued together."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder.cache import Key
from dragoman.encoder.decode import (
    Chain,
    best_paths,
    probabilities,
    spans,
    without_addresses,
)
from dragoman.encoder.events import event_words, shifted
from dragoman.encoder.lemma import lemma
from dragoman.encoder.results import EventWord, Labelled, Name, Reading, Vector
from dragoman.encoder.rows import Row, batches, collate, rows_of
from dragoman.encoder.session import Graph, Model
from dragoman.encoder.trees import heads_of
from dragoman.encoder.wordpiece import WordPiece

Ints = NDArray[np.int64]

# Pieces in a batch. On one core with 1 MB of second-level cache 256 and 512 are the same and 1,024
# is 7 % slower (PolNeAR dev, ten articles at a time); larger ones also need more memory.
BATCH_PIECES = 512
GLUE = "parataxis"  # relation of a later part's root to the first part's


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """Labels of one row, as numbers."""

    upos: list[int]
    heads: list[int]  # 0 the root, i the i-th word
    rels: list[int]
    names: list[int]
    name_scores: list[float]
    attribution: list[int]
    attribution_scores: list[float]
    events: list[EventWord]
    vector: Vector
    pieces: int


class Reader:
    """Reads sentences, given as words, with one graph."""

    def __init__(self, model: Model, graph: Graph) -> None:
        self._model = model
        self._graph = graph
        self._split = WordPiece(model.vocabulary, longest=model.max_pieces_per_word)
        self._budget = BATCH_PIECES if model.free_batching else 1
        self._root = model.rels.index("root")
        self._glue = model.rels.index(GLUE)
        self._upos = [sys.intern(tag) for tag in model.upos]
        self._rels = [sys.intern(rel) for rel in model.rels]

    def read(self, keys: Sequence[Key]) -> list[Reading]:
        """The readings of sentences, in order."""
        rows: list[Row] = []
        owners: list[range] = []
        for words, quoted in keys:
            found = rows_of(words, quoted, self._split, self._model.max_pieces)
            owners.append(range(len(rows), len(rows) + len(found)))
            rows += found
        decoded: list[Decoded | None] = [None] * len(rows)
        for group in batches(rows, self._budget):
            chosen = [rows[index] for index in group]
            for index, result in zip(group, self._decode(chosen), strict=True):
                decoded[index] = result
        return [
            self._reading(words, [part for part in decoded[own.start : own.stop] if part])
            for (words, _), own in zip(keys, owners, strict=True)
        ]

    def _decode(self, rows: Sequence[Row]) -> Iterator[Decoded]:
        outputs = self._graph(collate(rows))
        sizes = np.array([row.words for row in rows])
        heads = heads_of(outputs["arc"], sizes)
        rels = self._relations(outputs["rel"], heads)
        upos = outputs["upos"].argmax(-1)
        names, name_scores = _tags(outputs["ner"], sizes, self._model.name_chain)
        said, said_scores = _tags(outputs["att"], sizes, self._model.attribution_chain)
        events = event_words(outputs["event"], outputs["status"], sizes.tolist())
        for i, row in enumerate(rows):
            n = row.words
            yield Decoded(
                upos[i, :n].tolist(), heads[i, :n].tolist(), rels[i, :n].tolist(),
                names[i, :n].tolist(), name_scores[i, :n].tolist(),
                said[i, :n].tolist(), said_scores[i, :n].tolist(), events[i],
                outputs["emb"][i], len(row.ids),
            )  # fmt: skip

    def _relations(self, scores: NDArray[np.float32], heads: Ints) -> Ints:
        """The best relation; 'root' for the root and for nothing else."""
        others = scores.copy()
        others[:, :, self._root] = -np.inf
        return np.where(heads == 0, self._root, others.argmax(-1))

    def _reading(self, words: tuple[str, ...], parts: Sequence[Decoded]) -> Reading:
        whole = parts[0] if len(parts) == 1 else glue(parts, self._glue)
        upos = tuple([self._upos[tag] for tag in whole.upos])
        names = without_addresses(whole.names, words)
        return Reading(
            words=words,
            lemmas=tuple([lemma(word, tag) for word, tag in zip(words, upos, strict=True)]),
            upos=upos,
            heads=tuple([head - 1 for head in whole.heads]),
            rels=tuple([self._rels[rel] for rel in whole.rels]),
            names=tuple(
                Name(*found) for found in _found(names, whole.name_scores, self._model.names)
            ),
            attribution=tuple(
                Labelled(*found)
                for found in _found(
                    whole.attribution, whole.attribution_scores, self._model.attribution
                )
            ),
            vector=_unit(whole.vector),
            events=tuple(whole.events),
        )


def _tags(
    scores: NDArray[np.float32], sizes: Ints, chain: Chain
) -> tuple[Ints, NDArray[np.float32]]:
    chosen = best_paths(scores, sizes, chain)
    return chosen, probabilities(scores, chosen)


def _found(
    tags: list[int], scores: list[float], labels: Sequence[str]
) -> Iterator[tuple[int, int, str, float]]:
    if not any(tags):
        return
    for start, end, kind in spans([labels[tag] for tag in tags]):
        yield start, end, sys.intern(kind), round(sum(scores[start:end]) / (end - start), 4)


def _unit(vector: Vector) -> Vector:
    unit: Vector = (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
    unit.setflags(write=False)
    return unit


def glue(parts: Sequence[Decoded], relation: int) -> Decoded:
    """The parts of a long sentence as one: later roots hang on the first with `relation`."""
    top = parts[0].heads.index(0) + 1
    heads, rels, offset = list(parts[0].heads), list(parts[0].rels), len(parts[0].heads)
    events = list(parts[0].events)
    for part in parts[1:]:
        events += shifted(part.events, offset)
        heads += [head + offset if head else top for head in part.heads]
        rels += [rel if head else relation for head, rel in zip(part.heads, part.rels, strict=True)]
        offset += len(part.heads)
    pieces = sum(part.pieces for part in parts)
    return Decoded(
        upos=[tag for part in parts for tag in part.upos],
        heads=heads,
        rels=rels,
        names=[tag for part in parts for tag in part.names],
        name_scores=[score for part in parts for score in part.name_scores],
        attribution=[tag for part in parts for tag in part.attribution],
        attribution_scores=[score for part in parts for score in part.attribution_scores],
        events=events,
        vector=np.sum([part.vector * (part.pieces / pieces) for part in parts], axis=0),
        pieces=pieces,
    )
