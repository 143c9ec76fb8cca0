"""Sentences made by hand, as the encoder would give them, for tests of the place names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.encoder import EncodedSentence, Name
from dragoman.encoder.results import Reading as Words
from dragoman.extract.toponym import extract
from dragoman.reading import Reading
from dragoman.text import segment
from dragoman.types import Analysis, Article, Dateline, Toponym


def sentences(text: str, names: Mapping[str, str]) -> tuple[EncodedSentence, ...]:
    """`text` cut into sentences; every stretch in `names` is a name of that type ('LOC', 'PER', ...)."""
    return tuple(_encoded(text, sentence, names) for sentence in segment(text))


def _encoded(text: str, sentence: object, names: Mapping[str, str]) -> EncodedSentence:
    tokens = sentence.tokens  # type: ignore[attr-defined]
    words = tuple(text[a:b] for a, b in tokens)
    found = _names(words, names)
    inside = {i for name in found for i in range(name.start_token, name.end_token)}
    upos = tuple("PROPN" if i in inside else "NOUN" for i in range(len(words)))
    heads = (-1,) + (0,) * (len(words) - 1)
    rels = ("root",) + ("dep",) * (len(words) - 1)
    reading = Words(
        words,
        tuple(w.lower() for w in words),
        upos,
        heads,
        rels,
        found,
        (),
        np.zeros(1, np.float32),
    )
    return EncodedSentence(sentence, reading)  # type: ignore[arg-type]


def _names(words: Sequence[str], names: Mapping[str, str]) -> tuple[Name, ...]:
    found: list[Name] = []
    taken: set[int] = set()
    for name, kind in sorted(names.items(), key=lambda item: -len(item[0])):
        parts = tuple(name.split())
        for i in range(len(words) - len(parts) + 1):
            here = set(range(i, i + len(parts)))
            if tuple(words[i : i + len(parts)]) == parts and not here & taken:
                taken |= here
                found.append(Name(i, i + len(parts), kind, 0.9))
    return tuple(sorted(found, key=lambda name: name.start_token))


def article(text: str, url: str | None = None, dateline: Dateline | None = None) -> Article:
    return Article(
        id="art-0", source_id="a", text=text, text_sha256="0", url=url, dateline=dateline
    )


def toponyms(
    text: str, names: Mapping[str, str], url: str | None = None, dateline: Dateline | None = None
) -> dict[str, Toponym]:
    """The toponyms of a text by their words; the first of each."""
    made = article(text, url, dateline)
    reading = Reading(article=made, sentences=sentences(text, names))
    found = extract(reading, Analysis(article=made)).toponyms
    return {one.text: one for one in reversed(found)}
