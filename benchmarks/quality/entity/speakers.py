"""Pronouns that say something, with whom they mean, read by hand: 'she added', 'it has condemned'.

`speakers.json` holds no text: each row is a set ('clusters' or 'polnear'), an article's id there, the
characters of the pronoun, and those of a name of whom it means (null where the article names
nobody). A pronoun is right when its entity is that of the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.quality.entity.corpus import jsonl
from benchmarks.quality.entity.reading import readings
from benchmarks.quality.entity.score import Tally
from dragoman.extract import entity, timex, toponym
from dragoman.reading import Reading
from dragoman.types import Analysis, Span

LABELS: Final = Path(__file__).with_name("speakers.json")
FILES: Final = {
    "clusters": ("clusters", "articles.jsonl.gz"),
    "polnear": ("polnear", "dev.jsonl.gz"),
}
PERSONAL: Final = ("he", "she")


@dataclass(frozen=True, slots=True)
class Label:
    """A pronoun of an article and a name of whom it means, None where nobody is named."""

    article: str
    pronoun: Span
    name: Span | None


def labels(part: str) -> dict[str, list[Label]]:
    """The labels of 'tune' or 'test' by set."""
    found: dict[str, list[Label]] = {}
    for set_, article, start, end, first, last in json.loads(LABELS.read_text("utf-8"))[part]:
        name = None if first is None else Span(first, last)
        found.setdefault(set_, []).append(Label(article, Span(start, end), name))
    return found


def speakers(part: str) -> dict[str, Tally]:
    """Tallies of 'speaker' (he, she) and 'speaking_thing' (it, they)."""
    tallies = {"speaker": Tally(), "speaking_thing": Tally()}
    for set_, listed in labels(part).items():
        wanted = {label.article for label in listed}
        texts = {row["id"]: row["text"] for row in jsonl(*FILES[set_]) if row["id"] in wanted}
        read = readings(f"speakers-{set_}-{part}", sorted(texts.items()))
        for id_, reading in read.items():
            _score(reading, [label for label in listed if label.article == id_], tallies)
    return tallies


def speaker_rows(tallies: dict[str, Tally]) -> dict[str, float]:
    """The rows of benchmarks/quality/floors.json, without 'entity.'."""
    found = tallies["speaker"]
    return {"speaker_precision": found.precision, "speaker_recall": found.recall}


def _score(reading: Reading, listed: Sequence[Label], tallies: dict[str, Tally]) -> None:
    analysis = Analysis(article=reading.article)
    for extract in (timex.extract, toponym.extract, entity.extract):
        analysis = extract(reading, analysis)
    said = {m.span: m.entity for m in analysis.entity_mentions}
    text = reading.article.text
    for label in listed:
        word = text[label.pronoun.start : label.pronoun.end].lower()
        tally = tallies["speaker" if word in PERSONAL else "speaking_thing"]
        found = said.get(label.pronoun)
        right = found is not None and found in set(_named(analysis, label.name))
        tally.gold += label.name is not None
        tally.said += found is not None
        tally.right += right
        if not right and (found is not None or label.name is not None):
            tally.errors.append(_error(analysis, label, found))


def _named(analysis: Analysis, name: Span | None) -> Iterator[str]:
    """The entities of the mentions that share characters with a name, its owner's pronouns left out."""
    for mention in analysis.entity_mentions:
        by_pronoun = mention.made_by.rule.startswith(("entity.pronoun", "entity.speaker"))
        over = name and mention.span.start < name.end and name.start < mention.span.end
        if over and not by_pronoun:
            yield mention.entity


def _error(analysis: Analysis, label: Label, found: str | None) -> str:
    text, at = analysis.article.text, label.pronoun
    names = {entity.id: entity.name for entity in analysis.entities}
    gold = text[label.name.start : label.name.end] if label.name else None
    before = " ".join(text[max(0, at.start - 160) : at.start].split())
    said = names[found] if found else None
    return f"{label.article} {said!r} gold {gold!r} | {before} [{text[at.start : at.end]}]"
