"""The development sets with their gold, as sentences the encoder can read."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.encoder import EncodedSentence, Encoder
from dragoman.text import Sentence, segment, tokenize
from dragoman.types import Span
from training.event_words import FOLDER, is_held, with_event_words
from training.prepare import build, is_news
from training.records import Sentence as Gold

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parents[3] / "shared"))
DATA = SHARED / "data"
SIMILARITIES = HERE / "similarities.json"
_GROUP = 64  # sentences read at once

# The subset keeps one sentence (or article) in so many; about 20 seconds on one core.
SUBSET = {"ewt": 8, "gum": 8, "re3d": 3, "polnear": 12}

# Sources of marked sentences; PolNeAR's few take half a minute to cut into words.
MARKED = ("ewt", "gum", "re3d", "plv", "clusters")
MARKED_SUBSET = ("gum", "plv")

Pair = tuple[Gold, EncodedSentence]


@dataclass(frozen=True, slots=True)
class Parts:
    """Gold sentences by source."""

    ewt: list[Gold]
    gum: list[Gold]
    news: list[Gold]  # re3d's non-commercial part and GUM's news
    polnear: list[Gold]


def parts(*, subset: bool) -> Parts:
    """All sentences, or the fixed subset."""
    ewt, gum, polnear, re3d = (
        build(f"{name}_dev", DATA) for name in ("ewt", "gum", "polnear", "re3d")
    )
    news = [one for one in gum if is_news(one)]
    if not subset:
        return Parts(ewt, gum, re3d + news, polnear)
    return Parts(
        ewt[:: SUBSET["ewt"]],
        gum[:: SUBSET["gum"]],
        re3d[:: SUBSET["re3d"]] + news,
        _articles(polnear, SUBSET["polnear"]),
    )


def marked(*, subset: bool) -> list[Gold]:
    """The sentences with event words that were kept from training; PolNeAR's are left out."""
    names = MARKED_SUBSET if subset else MARKED
    sentences = [
        one
        for name in names
        for one in with_event_words(build(f"{name}_train", DATA), FOLDER / f"{name}.txt")
    ]
    return [one for one in sentences if one.events is not None and is_held(one)]


def _articles(sentences: Sequence[Gold], step: int) -> list[Gold]:
    names = list(dict.fromkeys(one.doc for one in sentences))[::step]
    chosen = set(names)
    return [one for one in sentences if one.doc in chosen]


def read(encoder: Encoder, sentences: Sequence[Gold]) -> list[Pair]:
    """Each gold sentence with what the encoder says of its words."""
    found: list[EncodedSentence] = []
    for start in range(0, len(sentences), _GROUP):
        texts = [_as_text(one) for one in sentences[start : start + _GROUP]]
        found += [results[0] for results in encoder.encode_all(texts)]
    return list(zip(sentences, found, strict=True))


def _as_text(gold: Gold) -> tuple[str, list[Sentence]]:
    """The words with a blank between them, and the sentence over them."""
    spans, end = [], 0
    for word in gold.words:
        spans.append(Span(end, end + len(word)))
        end += len(word) + 1
    text = " ".join(gold.words)
    return text, [Sentence(0, len(text), tuple(spans), 0, tuple(gold.quoted))]


def records(name: str) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file of the shared data."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def news_pairs() -> tuple[list[tuple[str, Sentence]], list[tuple[str, Sentence]], list[float]]:
    """500 pairs of news sentences and their similarity to the original encoder."""
    stored = json.loads(SIMILARITIES.read_text(encoding="utf-8"))["pairs"]
    texts = {row["id"]: row["text"] for row in records("polnear/dev")}
    cut = {
        name: {(one.start, one.end): one for one in segment(text)} for name, text in texts.items()
    }

    def sentence(place: list[Any]) -> tuple[str, Sentence]:
        name, start, end = place
        tokens = tokenize(texts[name], start, end)
        plain = Sentence(start, end, tokens, 0, (False,) * len(tokens))
        return texts[name], cut[name].get((start, end), plain)

    left, right = ([sentence(pair[side]) for pair in stored] for side in (0, 1))
    return left, right, [pair[2] for pair in stored]
