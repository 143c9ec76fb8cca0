"""Invented reports on one affair for the tests of dating: read for their dates, without an encoder."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Literal
from zlib import crc32

import numpy as np

from dragoman.extract import timex
from dragoman.ids import make_id, text_sha256
from dragoman.link.dating import join
from dragoman.linking import Affair, Told
from dragoman.text import segment
from dragoman.types import (
    Analysis,
    Article,
    Dating,
    Derivation,
    DerivationKind,
    Entity,
    EntityPassage,
    EventMention,
    Linked,
    MadeBy,
    Passage,
    Published,
    Quantity,
    Span,
    Trace,
)

MADE = MadeBy(rule="test")


def report(name: str, text: str, *, day: str | None = None, url: str | None = None) -> Analysis:
    """An article with its time expressions and its trace; `day` is when it appeared."""
    article = Article(
        id=make_id("article", name),
        source_id=name,
        text=text,
        text_sha256=text_sha256(text),
        url=url,
        published=Published(value=day, precision="day", basis="metadata") if day else None,
    )
    sentences = segment(text)
    spans = tuple(Span(s.start, s.end) for s in sentences)
    signs = b"".join(_signature(text[s.start : s.end]) for s in spans)
    trace = Trace(
        id=make_id("trace", article.id),
        article=article.id,
        sentences=spans,
        quoted=(),
        signatures=base64.b64encode(signs).decode(),
    )
    return Analysis(article=article, timexes=timex.read(article, sentences), traces=(trace,))


def _signature(sentence: str) -> bytes:
    """32 bytes in which sentences with words in common agree: the signs of sums over the words."""
    total = np.zeros(256)
    for word in re.findall(r"\w+", sentence.lower()):
        total += np.random.default_rng(crc32(word.encode())).choice([-1.0, 1.0], 256)
    return np.packbits(total > 0).tobytes()


def affair(
    *reports: Analysis,
    stories: dict[str, str] | None = None,
    origins: dict[str, str] | None = None,
    derivations: Sequence[Derivation] = (),
) -> Affair:
    """The reports as one affair: of one story, each its own origin, where nothing else is named."""
    told = [
        Told(
            analysis=a,
            origin=(origins or {}).get(a.article.source_id, a.article.id),
            story=(stories or {}).get(a.article.source_id, "story"),
        )
        for a in sorted(reports, key=lambda a: a.article.id)
    ]
    return Affair(id="aff-1", members=tuple(told), stories=(), derivations=tuple(derivations))


def datings(of: Affair) -> dict[str, Dating]:
    """What is found, by the name of the report."""
    names = {m.analysis.article.id: m.analysis.article.source_id for m in of.members}
    facts = join(of, Linked()).facts
    return {names[f.article]: f for f in facts if isinstance(f, Dating)}


def made_from(
    one: Analysis, other: Analysis, kind: DerivationKind, *, directed: bool
) -> Derivation:
    """`other` was made from `one`."""
    ids = one.article.id, other.article.id
    return Derivation(
        id=make_id("derivation", *ids), from_=ids[0], to=ids[1], kind=kind, directed=directed,
        score=0.9, passages=(), basis="test",
    )  # fmt: skip


def event(
    of: Analysis,
    trigger: str,
    parties: Sequence[tuple[str, str | None, Literal["person", "state"]]],
    status: Literal["planned", "happened"],
) -> tuple[tuple[Entity, ...], EventMention]:
    """The entities and a mention of a meeting: `parties` are (name as in the text, country, kind)."""
    text, article = of.article.text, of.article.id
    entities, passages = [], []
    for name, country, kind in parties:
        id_ = make_id("entity", name)
        entities.append(
            Entity(id=id_, name=name, kind=kind, country=country, sector=None, aliases=(), roles=())
        )
        at = text.index(name)
        passages.append(EntityPassage(text=name, span=Span(at, at + len(name)), entity=id_))
    at = text.index(trigger)
    mention = EventMention(
        id=make_id("event_mention", article, at), article=article, type="CONSULT", mode="visit",
        trigger=Passage(text=trigger, span=Span(at, at + len(trigger))), actor=tuple(passages),
        recipient=(), date=None, place=None, status=status, attributed_to=None, made_by=MADE,
    )  # fmt: skip
    return tuple(entities), mention


def toll(of: Analysis, number: str, cause: str) -> Quantity:
    """A count of people killed by `cause`, both as in the text."""
    text = of.article.text
    at, why = text.index(number), text.index(cause)
    value = float(number.replace(",", ""))
    return Quantity(
        id=make_id("quantity", of.article.id, at), article=of.article.id,
        span=Span(at, at + len(number)), text=number, low=value, high=value, modifier="exact",
        unit=None, measure="killed", of=None, cause=Passage(text=cause, span=Span(why, why + len(cause))),
        reported_by=None, as_of=None, place=None, made_by=MADE,
    )  # fmt: skip
