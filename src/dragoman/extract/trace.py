"""The trace of an article: what comparing it with others needs of its sentences, kept small.

A sentence leaves 32 bytes: the signs of 256 fixed random projections of its vector (Charikar,
"Similarity estimation techniques from rounding algorithms", 2002). The share of bits in which two
signatures differ estimates the angle between the vectors. Words, names and numbers are read from
the text again when they are needed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder import EncodedSentence
from dragoman.ids import make_id
from dragoman.reading import Reading
from dragoman.types import Analysis, Span, Trace

BITS: Final = 256
STEPS: Final = 512
"""A vector is taken in whole 512ths: sums of whole numbers are exact in any order of adding, so that
every machine that has the same vector finds the same signs."""


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """The analysis with its trace."""
    spans = tuple(Span(s.sentence.start, s.sentence.end) for s in reading.sentences)
    signed = base64.b64encode(signatures([s.reading.vector for s in reading.sentences])).decode()
    quoted = tuple(span for s in reading.sentences for span in _quoted(s))
    article = reading.article.id
    trace = Trace(
        id=make_id("trace", article, spans, quoted, signed),
        article=article,
        sentences=spans,
        quoted=quoted,
        signatures=signed,
    )
    return replace(so_far, traces=(trace,))


def signatures(vectors: list[NDArray[np.float32]]) -> bytes:
    """32 bytes for each unit vector: bit i is set where projection i is positive."""
    if not vectors:
        return b""
    whole = np.round(np.stack(vectors) * STEPS).astype(np.float32)
    return np.packbits(whole @ _directions(whole.shape[1]).T > 0, axis=1).tobytes()


@cache
def _directions(width: int) -> NDArray[np.float32]:
    """`BITS` directions of +1 and -1, from SHA-256 in counter mode: the same everywhere."""
    blocks = range(BITS * width // 256)
    stream = b"".join(hashlib.sha256(f"dragoman trace {i}".encode()).digest() for i in blocks)
    bits = np.unpackbits(np.frombuffer(stream, dtype=np.uint8))
    return (bits.reshape(BITS, width).astype(np.float32) * 2) - 1


def _quoted(sentence: EncodedSentence) -> list[Span]:
    """The runs of words inside double quotation marks."""
    runs: list[Span] = []
    open_ = False
    for token, quoted in zip(sentence.sentence.tokens, sentence.sentence.quoted, strict=True):
        if quoted and open_:
            runs[-1] = Span(runs[-1].start, token.end)
        elif quoted:
            runs.append(token)
        open_ = quoted
    return runs
