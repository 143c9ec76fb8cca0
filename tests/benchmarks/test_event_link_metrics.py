"""The coreference measures against values worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.event_link.metrics import assignment, b_cubed, ceaf_e, conll, muc


def partition(*clusters: str) -> dict[str, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


GOLD = partition("abc", "defg")
FOUND = partition("ab", "cd", "efg")


def test_muc() -> None:
    """abc keeps 1 of 2 links, defg 2 of 3; ab has 1 of 1 right, cd 0 of 1, efg 2 of 2."""
    assert muc(GOLD, FOUND) == pytest.approx((3 / 5, 3 / 4))


def test_b_cubed() -> None:
    """a, b: 2/3; c: 1/3; d: 1/4; e, f, g: 3/4. And a, b: 1; c, d: 1/2; e, f, g: 1."""
    assert b_cubed(GOLD, FOUND) == pytest.approx((float(Fraction(25, 42)), 6 / 7))


def test_ceaf_e() -> None:
    """abc with ab: 4/5; defg with efg: 6/7; over two chains, over three."""
    best = Fraction(4, 5) + Fraction(6, 7)
    assert ceaf_e(GOLD, FOUND) == pytest.approx((float(best / 2), float(best / 3)))


def test_the_best_match_is_not_the_greedy_one() -> None:
    assert assignment([[0.9, 0.8], [0.8, 0.1]]) == pytest.approx(1.6)
    assert assignment([[0.5], [0.9], [0.4]]) == pytest.approx(0.9)


def test_singletons_alone_have_no_links() -> None:
    alone = partition("a", "b")
    assert (muc(alone, alone).f1, b_cubed(alone, alone).f1, ceaf_e(alone, alone).f1) == (0, 1, 1)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=14), st.data())
def test_scores_are_shares_and_the_truth_scores_best(gold: list[int], data: st.DataObject) -> None:
    found = data.draw(st.lists(st.integers(0, 4), min_size=len(gold), max_size=len(gold)))
    one, two = dict(enumerate(gold)), dict(enumerate(found))
    for measure in (muc, b_cubed, ceaf_e):
        score = measure(one, two)
        assert 0 <= score.recall <= 1 + 1e-9 and 0 <= score.precision <= 1 + 1e-9
        swapped = measure(two, one)
        assert (score.recall, score.precision) == pytest.approx((swapped.precision, swapped.recall))
    assert conll(one, two) <= conll(one, one) + 1e-9
