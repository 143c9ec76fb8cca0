"""Five articles by different outlets about one crisis, read as a reader would (`../shared/seeds`)."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.store import Store, open_store
from dragoman.types import Origin, QuantitySeries, Story


@pytest.fixture(scope="module")
def record(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    with dragoman.open(path) as opened:
        opened.read(seeds)
    return open_store(path, write=False)


@pytest.fixture(scope="module")
def number(record: Store) -> dict[str, str]:
    """The number that a file's name begins with, by article."""
    return {a.id: a.source_id[:3] for a in record.articles()}


def test_four_origins_stand_behind_five_articles(record: Store, number: dict[str, str]) -> None:
    origins = {frozenset(number[a] for a in o.articles) for o in record.facts(Origin)}
    assert origins == {frozenset(x) for x in (["000", "001"], ["002"], ["003"], ["004"])}


def test_three_happenings_follow_each_other(record: Store, number: dict[str, str]) -> None:
    stories = {s.id: s for s in record.facts(Story)}
    after = {s.previous: s for s in stories.values()}
    assert len({s.affair for s in stories.values()}) == 1
    found, at = [], None
    while at in after:
        found.append({number[a] for a in after[at].articles})
        at = after[at].id
    assert found == [{"000", "001"}, {"002", "004"}, {"003"}]


def test_the_toll_is_one_series_with_its_sources(record: Store) -> None:
    found = {tuple(p.value for p in s.points): s for s in record.facts(QuantitySeries)}
    toll = found[9500, 10000, 40000]
    assert [p.relation for p in toll.points] == ["first", "other_measure", "undated"]
    assert (toll.measure, toll.newest) == ("killed", toll.points[0].quantity)
