"""PolNeAR articles with their gold attributions, encoded as the program does.

`with_gold_spans` replaces what the encoder marked by the gold spans, cut at sentence ends, so that
the score shows the linking alone.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from dragoman.encoder import EncodedSentence, Encoder, Labelled
from dragoman.encoder.decode import spans
from dragoman.extract.quotation import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import segment
from dragoman.types import Analysis, Article, Quotation, Span

SHARED: Final = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
FOLDER: Final = SHARED / "data" / "polnear"
SUBSET: Final = 4  # every fourth article of dev
ROLES: Final = {"source": "SRC", "cue": "CUE", "content": "CON"}


class Attribution(NamedTuple):
    """One gold attribution; `source` is empty where the text names none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Gold(NamedTuple):
    """One article with its gold attributions."""

    article: Article
    attributions: tuple[Attribution, ...]


class Read(NamedTuple):
    """A gold article with what the encoder says about it."""

    gold: Gold
    sentences: tuple[EncodedSentence, ...]


def load(part: str, *, every: int = 1) -> list[Gold]:
    """Every n-th article of `part` ('dev' or 'train')."""
    with gzip.open(FOLDER / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_gold(row) for row in rows[::every]]


def _gold(row: dict[str, Any]) -> Gold:
    article = Article(
        id=row["id"], source_id=row["id"], text=row["text"], text_sha256=text_sha256(row["text"])
    )
    return Gold(article, tuple(_attribution(a) for a in row["attributions"]))


def _attribution(row: dict[str, Any]) -> Attribution:
    return Attribution(*(tuple(Span(*span) for span in row[role]) for role in ROLES))


def read(golds: Iterable[Gold], encoder: Encoder) -> list[Read]:
    """The articles, encoded."""
    return [Read(g, encoder.encode(g.article.text, segment(g.article.text))) for g in golds]


def found(one: Read) -> tuple[Quotation, ...]:
    """What the extractor finds."""
    article = one.gold.article
    return extract(
        Reading(article=article, sentences=one.sentences), Analysis(article=article)
    ).quotations


def with_gold_spans(one: Read) -> Read:
    """The same article with the gold spans in place of the encoder's."""
    owner = _owners(one.gold.attributions)
    return one._replace(sentences=tuple(_with_spans(s, owner) for s in one.sentences))


def _owners(attributions: Sequence[Attribution]) -> dict[int, tuple[str, int]]:
    """For each character the role and number of the shortest fragment over it (as in training)."""
    fragments = [
        (span.end - span.start, span, label)
        for attribution in attributions
        for parts, label in zip(attribution, ROLES.values(), strict=True)
        for span in parts
    ]
    owner: dict[int, tuple[str, int]] = {}
    for number, (_, span, label) in enumerate(sorted(fragments, reverse=True)):
        owner.update(dict.fromkeys(range(*span), (label, number)))
    return owner


def _with_spans(sentence: EncodedSentence, owner: dict[int, tuple[str, int]]) -> EncodedSentence:
    tags: list[str] = []
    previous: tuple[str, int] | None = None
    for start, end in sentence.sentence.tokens:
        owners = [owner[i] for i in range(start, end) if i in owner]
        current = max(owners, key=owners.count) if owners else None
        tags.append(
            "O" if current is None else ("I-" if current == previous else "B-") + current[0]
        )
        previous = current
    marked = tuple(Labelled(start, end, label, 1.0) for start, end, label in spans(tags))
    return EncodedSentence(sentence.sentence, replace(sentence.reading, attribution=marked))
