"""Sentences with trees made by hand, and the quantities that are found in them.

A word is written ``word|lemma|UPOS|head|relation``; heads count from 0, the root's is -1; a leading
``~`` glues it to the word before.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dragoman.encoder import EncodedSentence, Name
from dragoman.encoder import Reading as Encoded
from dragoman.extract.quantity import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import Sentence, segment
from dragoman.types import Analysis, Article, Quantity, Span


def article(text: str) -> Article:
    """An article with this text."""
    return Article(id="art-test", source_id="test", text=text, text_sha256=text_sha256(text))


def tree(*lines: str, names: tuple[Name, ...] = ()) -> Reading:
    """An article of sentences with their trees; `names` stand in the first."""
    text, encoded = "", []
    for number, line in enumerate(lines):
        rows = [word.split("|") for word in line.split()]
        spans = []
        for row in rows:
            word = row[0].removeprefix("~")
            text += word if not text or row[0].startswith("~") else f" {word}"
            spans.append(Span(len(text) - len(word), len(text)))
        sentence = Sentence(
            spans[0].start, spans[-1].end, tuple(spans), number, (False,) * len(rows)
        )
        encoded.append(EncodedSentence(sentence, _encoded(rows, names if number == 0 else ())))
    return Reading(article=article(text), sentences=tuple(encoded))


def _encoded(rows: list[list[str]], names: tuple[Name, ...]) -> Encoded:
    return Encoded(
        words=tuple(row[0].removeprefix("~") for row in rows),
        lemmas=tuple(row[1] for row in rows),
        upos=tuple(row[2] for row in rows),
        heads=tuple(int(row[3]) for row in rows),
        rels=tuple(row[4] for row in rows),
        names=names,
        attribution=(),
        vector=np.zeros(384, np.float32),
    )


def flat(text: str) -> Reading:
    """The text with a tree that says nothing: every word hangs on the first."""
    encoded = []
    for sentence in segment(text):
        words = [text[a:b] for a, b in sentence.tokens]
        rows = [
            f"{w}|{w.lower()}|{_class(w)}|{-1 if i == 0 else 0}|dep".rsplit("|", 4)
            for i, w in enumerate(words)
        ]
        encoded.append(EncodedSentence(sentence, _encoded(rows, ())))
    return Reading(article=article(text), sentences=tuple(encoded))


def _class(word: str) -> str:
    if any(c.isdecimal() for c in word):
        return "NUM"
    return "NOUN" if word.isalpha() and word.endswith("s") else "X"


def analysis(read: Reading, **layers: Any) -> Analysis:
    """The analysis with quantities; `layers` are those found before."""
    return extract(read, Analysis(article=read.article, **layers))


def quantities(*lines: str, **layers: Any) -> tuple[Quantity, ...]:
    """The quantities in these trees."""
    return analysis(tree(*lines), **layers).quantities


def measures(*lines: str) -> list[tuple[str, str | None]]:
    """(words, measure) of each."""
    return [(q.text, q.measure) for q in quantities(*lines)]
