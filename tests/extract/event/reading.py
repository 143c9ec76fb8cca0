"""Sentences whose trees are written out, and what the extractor finds in them.

A word is written ``word(lemma)/UPOS/relation/head/name``: `head` counts from 1, 0 is the root; the
lemma is left out where it is the word in lower case, and `name` (PER, ORG, LOC, NAT) where there is none.
"""

from __future__ import annotations

import re

import numpy as np

from dragoman.encoder import EncodedSentence, EventWord, Name
from dragoman.encoder import Reading as Encoded
from dragoman.extract.event import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import Sentence
from dragoman.types import Analysis, Article, EventMention, Span

_ANY_TYPE, _ANY_STATUS = (1 / 16,) * 16, (0.62, 0.14, 0.09, 0.05, 0.04, 0.06)
"""Every word may tell an event, nobody knows which, in the usual status: the lexicon and the tree decide."""
_WORD = re.compile(r"(.+?)(?:\((.+?)\))?/([A-Z]+)/([a-z:]+)/(\d+)(?:/([A-Z]+))?")


def reading(*lines: str) -> Reading:
    """An article of these sentences."""
    text, encoded = "", []
    for number, line in enumerate(lines):
        rows = [match.groups() for word in line.split() if (match := _WORD.fullmatch(word))]
        assert len(rows) == len(line.split()), line
        spans = []
        for row in rows:
            text += " " if text else ""
            spans.append(Span(len(text), len(text) + len(row[0])))
            text += row[0]
        quoted = tuple(False for _ in spans)
        sentence = Sentence(spans[0].start, spans[-1].end, tuple(spans), number, quoted)
        encoded.append(EncodedSentence(sentence, _encoded(rows)))
    article = Article(id="art-test", source_id="t", text=text, text_sha256=text_sha256(text))
    return Reading(article=article, sentences=tuple(encoded))


def _encoded(rows: list[tuple[str, ...]]) -> Encoded:
    names, start = [], 0
    while start < len(rows):
        stop = start + 1
        if rows[start][5]:
            while stop < len(rows) and rows[stop][5] == rows[start][5]:
                stop += 1
            names.append(Name(start, stop, rows[start][5], 1.0))
        start = stop
    return Encoded(
        words=tuple(r[0] for r in rows),
        lemmas=tuple(r[1] or r[0].lower() for r in rows),
        upos=tuple(r[2] for r in rows),
        heads=tuple(int(r[4]) - 1 for r in rows),
        rels=tuple(r[3] for r in rows),
        names=tuple(names),
        attribution=(),
        vector=np.zeros(384, dtype=np.float32),
        events=tuple(EventWord(n, _ANY_TYPE, _ANY_STATUS) for n in range(len(rows))),
    )


def analysis(*lines: str) -> Analysis:
    """The analysis of these sentences."""
    read = reading(*lines)
    return extract(read, Analysis(article=read.article))


def events(*lines: str) -> tuple[EventMention, ...]:
    """The events of these sentences."""
    return analysis(*lines).events


def shown(event: EventMention) -> str:
    """'TYPE status trigger: actor + actor > recipient', as the tests write an expected event."""
    sides = [" + ".join(p.text for p in side) for side in (event.actor, event.recipient)]
    return f"{event.type} {event.status} {event.trigger.text}: {sides[0]} > {sides[1]}".strip()
