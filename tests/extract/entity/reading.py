"""Sentences made by hand, read by a hand-made encoder, and the entities found in them.

A word is written ``word:UPOS:relation:head:type``: `head` counts from 1, 0 is the root; `type` is the
encoder's name type (PER, ORG, LOC, NAT, OTH) or left out; neighbours of one type are one name, but +
opens a new one. A word in plain letters only gets X as its tag and hangs on the first word. A lemma
other than the word's lower case follows in brackets: ``said(say):VERB:root:0``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from dragoman.encoder import EncodedSentence, Name
from dragoman.encoder import Reading as Encoded
from dragoman.extract.entity import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import Sentence
from dragoman.types import Analysis, Article, Entity, Span

_WORD = re.compile(r"(.+?)(?:\((\w+)\))?:([A-Z]+):([a-z:]+):(\d+)(?::([A-Z]{3}\+?))?")
_TIGHT_BEFORE = frozenset((".", ",", ";", "!", "?", "”", ")", "’s", "-"))
_TIGHT_AFTER = frozenset(("“", "(", "-"))


def article(text: str, id_: str = "art-test") -> Article:
    """An article with this text."""
    return Article(id=id_, source_id="test", text=text, text_sha256=text_sha256(text))


def reading(*sentences: str, id_: str = "art-test") -> Reading:
    """An article of these sentences; one that begins with ¶ opens a paragraph."""
    text, encoded, paragraph = "", [], 0
    for line in sentences:
        new = line.startswith("¶")
        paragraph += new
        text += "" if not text else "\n\n" if new else " "
        rows = [_row(word) for word in line.removeprefix("¶").split()]
        text, sentence = _sentence(text, [row[0] for row in rows], paragraph)
        encoded.append(EncodedSentence(sentence, _encoded(rows)))
    return Reading(article=article(text, id_), sentences=tuple(encoded))


def _row(word: str) -> tuple[str, ...]:
    found = _WORD.fullmatch(word)
    assert found is not None, word
    return tuple(found.groups(default=""))


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
    return text, Sentence(spans[0].start, spans[-1].end, tuple(spans), paragraph, tuple(quoted))


def _encoded(rows: Sequence[tuple[str, ...]]) -> Encoded:
    return Encoded(
        words=tuple(row[0] for row in rows),
        lemmas=tuple(row[1] or row[0].lower() for row in rows),
        upos=tuple(row[2] for row in rows),
        heads=tuple(int(row[4]) - 1 for row in rows),
        rels=tuple(row[3] for row in rows),
        names=tuple(_names([row[5] for row in rows])),
        attribution=(),
        vector=np.zeros(384, np.float32),
    )


def _names(types: Sequence[str]) -> list[Name]:
    found: list[Name] = []
    for place, type_ in enumerate(types):
        last = found[-1] if found else None
        if last and type_ == last.type and last.end_token == place:
            found[-1] = Name(last.start_token, place + 1, last.type, 0.9)
        elif type_:
            found.append(Name(place, place + 1, type_.removesuffix("+"), 0.9))
    return found


def analysis(*sentences: str, id_: str = "art-test") -> Analysis:
    """The article's analysis with its entities."""
    read = reading(*sentences, id_=id_)
    return extract(read, Analysis(article=read.article))


def entities(*sentences: str) -> dict[str, Entity]:
    """Entities by name."""
    return {entity.name: entity for entity in analysis(*sentences).entities}


def mentions(*sentences: str) -> dict[str, list[str]]:
    """The words of the mentions of each entity, by its name, in text order."""
    found = analysis(*sentences)
    return {
        entity.name: [m.text for m in found.entity_mentions if m.entity == entity.id]
        for entity in found.entities
    }
