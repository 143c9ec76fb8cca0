"""Five articles about one affair, one of them dated: the days that a careful reader gives to the others.

The reader's days, by number of the file: 0 and 1 announce a visit for 'Sunday' and tell of 'Saturday', the
day before it; 2 tells of the visit, which 4 dates to a Monday; 3 tells of June and July of the next year.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.link.dating import join
from dragoman.link.derivation import Derivations
from dragoman.linking import Affair, Told
from dragoman.types import Analysis, Dating, Derivation, Document, Linked

STORIES = {"000": "first", "001": "first", "002": "second", "004": "second", "003": "third"}


@pytest.fixture(scope="module")
def analyses(seeds: list[Path]) -> list[Analysis]:
    documents = [Document(text=p.read_text("utf-8"), source_id=p.name[:3]) for p in seeds]
    found = [pipeline.analyze_document(document) for document in documents]
    return sorted(found, key=lambda a: a.article.id)


@pytest.fixture(scope="module")
def found(analyses: list[Analysis]) -> dict[str, Dating]:
    compare = Derivations().compare
    facts = [f for one, other in combinations(analyses, 2) for f in compare(one, other).facts]
    made = tuple(f for f in facts if isinstance(f, Derivation) and f.kind == "rewrite")
    origins = {d.to: d.from_ for d in made}
    told = tuple(
        Told(
            analysis=a,
            origin=origins.get(a.article.id, a.article.id),
            story=STORIES[a.article.source_id],
        )
        for a in analyses
    )
    affair = Affair(id="aff-1", members=told, stories=(), derivations=made)
    names = {a.article.id: a.article.source_id for a in analyses}
    return {names[f.article]: f for f in join(affair, Linked()).facts if isinstance(f, Dating)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("000", "2023-11-04", "2023-11-05"),
        ("001", "2023-11-04", "2023-11-04"),
        ("002", "2023-11-06", "2023-11-08"),
    ],
)
def test_the_day_is_that_of_a_careful_reader(
    found: dict[str, Dating], name: str, first: str, last: str
) -> None:
    dating = found[name]
    assert dating.precision == "day"
    assert dating.value is not None
    assert first <= dating.value <= last
    assert dating.from_ <= last
    assert first <= dating.to


@pytest.mark.slow
def test_what_nothing_pins_keeps_a_long_interval(found: dict[str, Dating]) -> None:
    assert found["003"].value is None
    assert found["003"].from_ <= "2024-07-31" <= found["003"].to
    assert "004" not in found


@pytest.mark.slow
def test_saturday_is_one_day_in_all_of_them(
    found: dict[str, Dating], analyses: list[Analysis]
) -> None:
    saturdays = {t.id for a in analyses for t in a.timexes if t.text == "Saturday"}
    values = [r.value for d in found.values() for r in d.timexes if r.timex in saturdays]
    assert len(values) >= 3
    assert set(values) == {"2023-11-04"}
