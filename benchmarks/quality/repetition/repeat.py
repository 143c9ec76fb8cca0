"""A collection once, and with every article ten times: what the whole engine counts of either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality.analyses import analysed
from benchmarks.quality.derivation.reword import cut, light, strong
from dragoman import pipeline, second_pass
from dragoman.ids import text_sha256
from dragoman.link.derivation.words import prepare
from dragoman.store import Entry, SourceRef, Store, open_store
from dragoman.types import (
    Analysis,
    Discrepancy,
    Document,
    Event,
    Maker,
    Origin,
    QuantitySeries,
    Quotation,
    QuotationGroup,
    Story,
)

COPIES = 5
"""Exact ones, the article itself among them."""
REWORDINGS = (light, strong, cut, light, strong)
COPYING = ("reworded", "alterations", "omissions")
"""What is there to show how a report was copied: a copy that is cut leaves things out, one that is reworded
words things otherwise."""
MAKER = Maker(version="benchmark", model=None, model_sha256=None, settings=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many facts of each kind a record holds. `groups` are statements of several origins, `differences`
    discrepancies among reports. What copying does is counted apart: statements that one origin has in
    several wordings, alterations, omissions."""

    origins: int
    stories: int
    events: int
    events_of_several_origins: int
    series: int
    points: int
    groups: int
    differences: int
    reworded: int
    alterations: int
    omissions: int

    def changes(self, other: Counts) -> dict[str, tuple[int, int]]:
        """The counts that another record has otherwise, but what copying does: (this, other) by name."""
        own, others = asdict(self), asdict(other)
        kept = [name for name in own if name not in COPYING]
        return {name: (own[name], others[name]) for name in kept if own[name] != others[name]}


def compared(documents: Sequence[Document], *, mirrors: bool) -> tuple[Counts, Counts]:
    """What is counted of the documents once, and of each ten times; those without a story of their own left out."""
    ten = [[*map(analysed, repeated(document, mirrors=mirrors))] for document in documents]
    kept = [copies for copies in ten if prepare(copies[0]).told]
    with TemporaryDirectory() as folder:
        once = linked([copies[0] for copies in kept], Path(folder) / "once.db")
        often = linked([copy for copies in kept for copy in copies], Path(folder) / "ten.db")
    return once, often


def repeated(document: Document, *, mirrors: bool) -> list[Document]:
    """The document ten times, half of it reworded; where `mirrors`, the rewordings at other outlets."""
    texts = [document.text] * COPIES + [reword(document.text) for reword in REWORDINGS]
    return [
        replace(
            document,
            text=text,
            source_id=f"{document.source_id}#{number}",
            explicit_id=True,
            url=None,
            outlet=f"mirror{number}.example" if mirrors and number >= COPIES else document.outlet,
        )
        for number, text in enumerate(texts)
    ]


def linked(analyses: Iterable[Analysis], path: Path) -> Counts:
    """What a new record at `path` counts once everything is linked."""
    with open_store(path, write=True) as store:
        store.add([_entry(analysis) for analysis in analyses])
        second_pass.link(store)
        return _counts(store)


def _entry(analysis: Analysis) -> Entry:
    keys = tuple((linker.name, key) for linker in pipeline.LINKERS for key in linker.keys(analysis))
    source = SourceRef(text_sha256(analysis.article.id), analysis.article.source_id)
    return Entry(source=source, analysis=analysis, maker=MAKER, keys=keys)


def _counts(store: Store) -> Counts:
    kinds = Counter(fact.kind for fact in store.facts(Discrepancy))
    origin = dict(store.wholes(Origin))
    quoted = {q.id: origin[q.article] for q in store.facts(Quotation)}
    groups = [{quoted[q] for q in group.quotations} for group in store.facts(QuotationGroup)]
    return Counts(
        origins=store.count(Origin),
        stories=store.count(Story),
        events=store.count(Event),
        events_of_several_origins=sum(event.origins > 1 for event in store.facts(Event)),
        series=store.count(QuantitySeries),
        points=sum(len(series.points) for series in store.facts(QuantitySeries)),
        groups=sum(len(origins) > 1 for origins in groups),
        differences=kinds.total() - kinds["omission"] - kinds["alteration"],
        reworded=sum(len(origins) == 1 for origins in groups),
        alterations=kinds["alteration"],
        omissions=kinds["omission"],
    )
