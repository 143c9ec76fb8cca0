"""The parts of story linking: words and their weights, groups, places of sentences, order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.story.cluster import NEAR, UNKNOWN, Pair, happenings, log_odds, parts
from dragoman.link.story.order import chronology
from dragoman.link.story.prepare import prepare
from dragoman.link.story.words import HEAVIEST, rarity, stem, words
from tests.link.reports import analysis


def stems(text: str) -> list[str]:
    return [word.stem for _, word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("strikes", "striking"), ("planned", "plan"), ("cities", "city"), ("rescued", "rescue")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("plane", "plan"), ("family", "famine")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_spellings_of_a_name_and_of_a_state_are_one() -> None:
    assert stems("Žarko Čukić") == stems("Zarko Cukic")
    assert stems("Norwegian Norwegians Norway") == stems("Norway Norway Norway")


def test_everyday_words_weigh_nothing_and_unknown_ones_most() -> None:
    assert "the" not in stems("the Zqwxv")
    assert rarity("the") == 0
    assert rarity(stem("police")) < rarity(stem("glacier")) < rarity("zqwxv", name=True) == HEAVIEST


def test_what_comes_early_counts_more() -> None:
    filler = " ".join(f"Then line {i} said little." for i in range(20))
    found = prepare(analysis(f"A glacier fell. {filler} A volcano was mentioned."))
    assert found.terms[stem("glacier")] > found.terms[stem("volcano")]


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(-6, 4)), max_size=40))
def test_parts_hold_every_number_once_and_no_more_than_they_may(
    rows: list[tuple[int, int, float]],
) -> None:
    pairs = [Pair(min(i, j), max(i, j), near) for i, j, near in rows if i != j]
    found = parts(12, pairs, 4)
    assert sorted(i for part in found for i in part) == list(range(12))
    assert max(map(len, found)) <= 4
    assert found == parts(12, reversed(pairs), 4)


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_happenings_hold_every_report_once(count: int, seed: int) -> None:
    near = np.random.default_rng(seed).uniform(-6, NEAR, (count, count))
    found = happenings((near + near.T) / 2)
    assert sorted(i for group in found for i in group) == list(range(count))


def test_reports_that_nothing_is_known_of_stay_apart() -> None:
    assert len(happenings(np.full((5, 5), UNKNOWN))) == 5
    assert happenings(np.zeros((0, 0))) == []


def test_log_odds_are_kept_within_bounds() -> None:
    assert log_odds(1.0) == NEAR
    assert log_odds(0.5) == pytest.approx(0.0)


def test_dates_come_before_what_is_told() -> None:
    order = np.array([[0.0, 1.0], [-1.0, 0.0]])
    assert chronology([[0], [1]], ["2031-05-02", "2031-05-01"], order) == [1, 0]
    assert chronology([[0], [1]], [None, None], order) == [0, 1]
    assert chronology([[0], [1]], [None, None], -order) == [1, 0]
