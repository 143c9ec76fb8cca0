"""What the program joins of the sample collection, against what a careful reader notes in `expected.json`.

`HOLDS` says how far the series go today: a number may rise, and none may fall.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.quality.repetition.repeat import linked
from dragoman import pipeline
from dragoman.store import Store, open_store
from dragoman.types import Derivation, Origin, QuantitySeries, Story
from tests.helpers import sample_documents
from tests.sample.collection import ARTICLES, EXPECTED

KEY_OF = {article["record"] or article["file"]: article["article"] for article in ARTICLES}

HOLDS = {
    "injured in the collision": 2,
    "missing after the collision": 3,
    "held in Tromsø": 1,
    "at the quay in Reykjavik": 0,
}
"""Of the reader's points of a series, how many one series of the program has."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.db"
    linked(map(pipeline.analyze_document, sample_documents()), path)
    with open_store(path, write=False) as store:
        yield store


def keys(store: Store) -> dict[str, str]:
    """The reader's name of each article, by its id."""
    names = {Path(name).name: key for name, key in KEY_OF.items()}
    return {a.id: names[Path(a.source_id).name] for a in store.articles()}


def test_origins_are_those_of_a_reader(record: Store) -> None:
    key = keys(record)
    found = {frozenset(key[id_] for id_ in origin.articles) for origin in record.facts(Origin)}
    assert found == {frozenset(group) for group in EXPECTED["origins"]}


def test_derivations_are_those_of_a_reader(record: Store) -> None:
    key = keys(record)
    found = {
        frozenset((key[d.from_], key[d.to]))
        for d in record.facts(Derivation)
        if d.kind != "shared_quotation"
    }
    assert found == {frozenset((d["from"], d["to"])) for d in EXPECTED["derivations"]}


def test_no_story_holds_what_a_reader_parts(record: Store) -> None:
    key = keys(record)
    known = [frozenset(group) for group in EXPECTED["stories"]]
    for story in record.facts(Story):
        told = frozenset(key[id_] for id_ in story.articles)
        assert any(told <= group for group in known), told


def test_series_hold_the_points_of_a_reader_s_series(record: Store) -> None:
    found = list(record.facts(QuantitySeries))
    held = {e["series"]: max(_held(e, series) for series in found) for e in EXPECTED["series"]}
    assert {name: min(held[name], most) for name, most in HOLDS.items()} == HOLDS, held


def _held(expected: dict[str, object], series: QuantitySeries) -> int:
    """How many points of a reader's series, by day and value, a series has."""
    values = expected["values"]
    assert isinstance(values, list)
    if series.measure != expected["measure"]:
        return 0
    wanted: Counter[object] = Counter((day, float(value)) for day, value, _ in values)
    found: Counter[object] = Counter({(p.as_of, p.value) for p in series.points})
    return (wanted & found).total()
