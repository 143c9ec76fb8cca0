"""Listed differences against the judged ones: the share that is real, and the share that is found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

import dragoman.readers
from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import SHARED
from benchmarks.quality.series.corpus import affair, affairs
from dragoman import pipeline
from dragoman.config import load_settings
from dragoman.linking import Affair
from dragoman.readers import Raw
from dragoman.types import Analysis, Discrepancy, Document, Linked, Span, Story

HERE = Path(__file__).parent
SEEDS = SHARED / "seeds"

QUICK = ("nc-008", "nc-014", "nc-034", "nc-054", "seeds")
"""Groups small enough for a test."""

ALIKE = 0.5
"""Share of facts that a listed difference has in common with a judged one to be the same."""

Place = tuple[str, int]
"""Source id of an article, and where a fact starts in it."""


@dataclass(frozen=True)
class Row:
    """One difference: its group of articles, kind, the places of its facts, the articles it names."""

    group: str
    kind: str
    facts: frozenset[Place]
    articles: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether the facts stand in several articles: something that most tell, not one source."""
        return len({article for article, _ in self.facts}) > 1


@dataclass(frozen=True)
class Judged:
    """A difference that a reader judged, and whether it was listed."""

    row: Row
    real: bool
    listed: bool


@dataclass(frozen=True)
class Score:
    """All judged differences, and the listed ones that nobody judged."""

    judged: tuple[Judged, ...]
    unjudged: tuple[Row, ...]


def judgements() -> list[tuple[Row, bool]]:
    """The judged differences with the verdict: whether a reader should be told."""
    rows = map(json.loads, (HERE / "judged.jsonl").read_text("utf-8").splitlines())
    return [
        (_row(r["group"], r["kind"], map(tuple, r["facts"]), r["articles"]), r["real"])
        for r in rows
    ]


def _row(group: str, kind: str, facts: Iterable[Place], articles: Iterable[str]) -> Row:
    return Row(group, kind, frozenset(facts), frozenset(articles))


def score(groups: Sequence[str] | None = None) -> Score:
    """The score over some groups of articles (all judged ones where None)."""
    known = [(row, real) for row, real in judgements() if groups is None or row.group in groups]
    listed = [row for name in sorted({row.group for row, _ in known}) for row in _listed(name)]
    judged = tuple(
        Judged(row, real, any(_same(row, other) for other in listed)) for row, real in known
    )
    new = tuple(row for row in listed if not any(_same(row, other) for other, _ in known))
    return Score(judged, new)


def table(found: Score) -> dict[str, float]:
    """precision: of the listed, the share judged real (what nobody judged counts as not real);
    found: of the real ones, the share that is listed."""
    listed = [j for j in found.judged if j.listed]
    real = [j for j in found.judged if j.real]
    size = len(listed) + len(found.unjudged)
    return {
        "precision": sum(j.real for j in listed) / size if size else 0.0,
        "found": sum(j.listed for j in real) / len(real) if real else 0.0,
    }


def by_kind(found: Score) -> dict[str, int]:
    """How many of each kind are listed."""
    rows = [*(j.row for j in found.judged if j.listed), *found.unjudged]
    return dict(sorted(Counter(row.kind for row in rows).items()))


def _same(one: Row, other: Row) -> bool:
    """Of an omission, the articles that leave it out tell which it is; of all others, the facts."""
    if (one.group, one.kind) != (other.group, other.kind):
        return False
    if one.kind == "omission":
        return _overlap(one.articles, other.articles) and one.whole == other.whole
    return _overlap(one.facts, other.facts)


def _overlap(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


# ---------------------------------------------------------------- what the program lists


def _listed(group: str) -> list[Row]:
    """The differences in one group of articles, taken as one affair."""
    found = _one_story(_seeds() if group == "seeds" else affairs([group])[group])
    said = reduce(lambda known, join: join(found, known), pipeline.JOINERS, Linked())
    analyses = [m.analysis for m in found.members]
    places, sources = _places(analyses), {a.article.id: a.article.source_id for a in analyses}
    return [
        _row(
            group,
            fact.kind,
            (places[f] for f in fact.facts if f in places),
            (sources[a] for a in fact.articles),
        )
        for fact in said.facts
        if isinstance(fact, Discrepancy)
    ]


def _one_story(found: Affair) -> Affair:
    """The affair with all its articles in one story."""
    ids = tuple(m.analysis.article.id for m in found.members)
    story = Story(
        id=f"sto-{found.id}", title=None, from_=None, to=None, articles=ids,
        origins=len({m.origin for m in found.members}), affair=found.id,
    )  # fmt: skip
    return replace(found, stories=(story,))


def _seeds() -> Affair:
    """The five articles of the seeds, as one affair."""
    return affair("seeds", map(analysed, _texts()))


def _texts() -> list[Document]:
    settings = load_settings()
    raws = [
        raw
        for source in dragoman.readers.sources([SEEDS])
        if not hasattr(source, "reason")
        for raw in dragoman.readers.read(source, fields={}, settings=settings)
    ]
    parsed = (
        d for raw in raws if isinstance(raw, Raw) for d in dragoman.readers.parse(raw, settings)
    )
    return [document for document in parsed if isinstance(document, Document)]


def _places(analyses: Iterable[Analysis]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for analysis in analyses:
        source = analysis.article.source_id
        spans: list[tuple[str, Span]] = [(q.id, q.content[0].span) for q in analysis.quotations]
        spans += [(q.id, q.span) for q in analysis.quantities]
        spans += [(m.id, m.span) for m in analysis.entity_mentions]
        spans += [(e.id, e.trigger.span) for e in analysis.events]
        found.update({id_: (source, span.start) for id_, span in spans})
    return found
