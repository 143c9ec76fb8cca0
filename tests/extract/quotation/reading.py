"""Sentences made by hand, read by a hand-made encoder, and what the extractor finds in them.

A word is written ``word:UPOS:relation:head:mark``: `head` counts from 1, 0 is the root; `mark` is S
(source), C (cue), Q (content) or left out, with + where a new piece begins beside one of its kind.
A lemma other than the word's lower case follows in brackets: ``said(say):VERB:root:0:C``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from dragoman.encoder import EncodedSentence, Labelled, Name
from dragoman.encoder import Reading as Encoded
from dragoman.extract.quotation import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import Sentence
from dragoman.types import Analysis, Article, EntityMention, Quotation, Span

LABELS = {"S": "SRC", "C": "CUE", "Q": "CON"}
_WORD = re.compile(r"(.+?)(?:\((\w+)\))?:([A-Z]+):([a-z:]+):(\d+)(?::([SCQ]\+?))?")
_TIGHT_BEFORE = frozenset(".,;:!?”’)")
_TIGHT_AFTER = frozenset("“‘(")


def article(text: str) -> Article:
    """An article with this text."""
    return Article(id="art-test", source_id="test", text=text, text_sha256=text_sha256(text))


def reading(*sentences: str, names: Sequence[tuple[int, int, int]] = ()) -> Reading:
    """An article of these sentences; `names` are people, as (sentence, first word, last + 1).

    A sentence that begins with ¶ opens a paragraph.
    """
    text, encoded, paragraph = "", [], 0
    for number, line in enumerate(sentences):
        new = line.startswith("¶")
        paragraph += new
        text += "" if not text else "\n\n" if new else " "
        rows = [_WORD.fullmatch(word) for word in line.removeprefix("¶").split()]
        found = [row.groups() for row in rows if row is not None]
        assert len(found) == len(rows), line
        people = tuple(Name(a, b, "PER", 1.0) for n, a, b in names if n == number)
        text, sentence = _sentence(text, [row[0] for row in found], paragraph)
        encoded.append(EncodedSentence(sentence, _encoded(found, people)))
    return Reading(article=article(text), sentences=tuple(encoded))


def _sentence(text: str, words: Sequence[str], paragraph: int) -> tuple[str, Sentence]:
    spans, quoted, inside, glue = [], [], False, True
    for word in words:
        text += "" if glue or word in _TIGHT_BEFORE else " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        glue = word in _TIGHT_AFTER
        inside = inside and word != "”"
        quoted.append(inside)
        inside = inside or word == "“"
    sentence = Sentence(spans[0].start, spans[-1].end, tuple(spans), paragraph, tuple(quoted))
    return text, sentence


def _encoded(rows: Sequence[tuple[str, ...]], people: tuple[Name, ...]) -> Encoded:
    return Encoded(
        words=tuple(row[0] for row in rows),
        lemmas=tuple(row[1] or row[0].lower() for row in rows),
        upos=tuple(row[2] for row in rows),
        heads=tuple(int(row[4]) - 1 for row in rows),
        rels=tuple(row[3] for row in rows),
        names=people,
        attribution=tuple(_marked([row[5] or "" for row in rows])),
        vector=np.zeros(384, np.float32),
    )


def _marked(marks: Sequence[str]) -> list[Labelled]:
    found: list[Labelled] = []
    for place, mark in enumerate(marks):
        if not mark:
            continue
        last = found[-1] if found else None
        if last and last.end_token == place and last.label == LABELS[mark[0]] and "+" not in mark:
            found[-1] = Labelled(last.start_token, place + 1, last.label, 0.9)
        else:
            found.append(Labelled(place, place + 1, LABELS[mark[0]], 0.9))
    return found


def analysis(read: Reading, mentions: tuple[EntityMention, ...] = ()) -> Analysis:
    """The article's analysis with its quotations."""
    return extract(read, Analysis(article=read.article, entity_mentions=mentions))


def quotations(*sentences: str) -> tuple[Quotation, ...]:
    """The quotations in these sentences."""
    return analysis(reading(*sentences)).quotations


def who_said_what(*sentences: str) -> list[tuple[str | None, str | None, list[str]]]:
    """(speaker, cue, contents) of each."""
    return [
        (
            q.speaker.text if q.speaker else None,
            q.cue.text if q.cue else None,
            [p.text for p in q.content],
        )
        for q in quotations(*sentences)
    ]
