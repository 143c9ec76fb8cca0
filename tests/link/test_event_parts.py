"""The parts of the event joiner: words, who is who, clustering, the scorer's matrices, readings."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.event.blocks import LARGEST, blocks
from dragoman.link.event.cast import Cast, plain
from dragoman.link.event.cluster import clusters
from dragoman.link.event.features import features
from dragoman.link.event.mention import Mention, Party
from dragoman.link.event.scorer import rarity_of, shipped
from dragoman.link.event.view import days, times, which
from dragoman.link.event.words import content, family, trigger_lemma, vectors
from dragoman.types import (
    When,
)
from tests.link.event_reports import ENTITIES, entity


def mention(number: int, **said: Any) -> Mention:
    plain: dict[str, Any] = {
        "lemmas": ("attack",),
        "type": "ASSAULT",
        "words": frozenset({"night", "town"}),
        "origin": f"ori-{number}",
    }
    return Mention(id=f"evm-{number}", article=f"art-{number}", **{**plain, **said})


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("visited", "visit"), ("strikes", "strike"), ("talks", "talk"), ("withdrew", "withdraw")],
)
def test_a_trigger_has_a_lemma(word: str, lemma: str) -> None:
    assert trigger_lemma(word) == lemma


def test_a_noun_and_its_verb_are_one_family() -> None:
    assert family("refusal") == family("refuse") == "refuse"


def test_words_that_mean_nearly_the_same_are_near() -> None:
    near, far = vectors(["withdraw", "withdrawal"]), vectors(["withdraw", "sing"])
    assert near[0] @ near[1] > 0.8 > far[0] @ far[1]
    assert not vectors(["zzyzx"]).any()


def test_content_leaves_function_words_out() -> None:
    assert content("The ministers had met in the town") == ("minister", "meet", "town")


def test_names_lose_accents_and_the_dotless_i() -> None:
    assert plain("Gül Kalın") == "gul kalin"


def test_a_surname_that_two_bear_stays_apart() -> None:
    cast = Cast.of([*ENTITIES, entity("Ole Berg", "person")])
    assert cast.same["ent-Berg"] == "ent-Berg"
    assert Cast.of(ENTITIES).same["ent-Berg"] == "ent-Anna Berg"


def test_one_name_is_one_body_whatever_each_article_took_it_for() -> None:
    two = [entity("Union", "organisation"), entity("Union", "person")]
    cast = Cast.of([two[0], *[e for e in two[1:] if e.id != two[0].id]])
    assert len(set(cast.same.values())) == 1


def test_what_has_no_entity_stands_for_the_body_it_names() -> None:
    cast = Cast.of([entity("Acme", "organisation")])
    party = cast.party("Acme's board", None, within=["ent-Acme"])
    assert party == Party(stands_for=frozenset({"ent-Acme"}), words=frozenset({"acme", "board"}))


def test_days_and_times_of_a_date() -> None:
    day = When(value="2024-03-02", from_="2024-03-02", to="2024-03-02")
    assert days(day) == (738947, 738947)
    assert times(day) == {"03-02", "W6"}
    assert times(When(value="XXXX-10-07")) == {"10-07"}
    assert times(When(value="XXXX-WXX-6TNI")) == {"W6"}
    assert (days(When(value="XXXX")), times(None)) == (None, frozenset())
    assert days(When(value="x", from_="-1000", to="-1000")) is None


@pytest.mark.parametrize(
    ("before", "told"),
    [("in its fourth nuclear ", "fourth"), ("after another ", "other"), ("they said the ", "")],
)
def test_which_of_several(before: str, told: str) -> None:
    assert which(before) == told


def test_average_linkage_does_not_chain() -> None:
    likely = np.array([[1, 0.9, 0.1], [0.9, 1, 0.9], [0.1, 0.9, 1]], dtype=np.float32)
    never = np.zeros((3, 3), dtype=bool)
    assert clusters(likely, never, 0.6) == [[0, 1], [2]]
    assert clusters(likely, never, 0.4) == [[0, 1, 2]]


def test_what_is_kept_apart_stays_apart() -> None:
    likely = np.ones((3, 3), dtype=np.float32)
    never = np.zeros((3, 3), dtype=bool)
    never[0, 2] = never[2, 0] = True
    assert clusters(likely, never, 0.5) == [[0, 1], [2]]


@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_every_row_is_in_one_group(size: int, random: Random) -> None:
    draw = np.random.default_rng(random.randrange(10**6))
    likely = draw.random((size, size)).astype(np.float32)
    likely = np.maximum(likely, likely.T)
    never = draw.random((size, size)) > 0.8
    never |= never.T
    groups = clusters(likely, never, 0.5)
    assert sorted(row for group in groups for row in group) == list(range(size))
    assert not any(never[a, b] for group in groups for a in group for b in group if a != b)


def test_features_are_symmetric_and_equal_mentions_are_likely_one() -> None:
    several = [mention(n, actors=(Party(ids=frozenset({"ent-1"})),)) for n in range(3)]
    found = features(several, rarity_of(several))
    assert all(np.allclose(matrix, matrix.T) for matrix in found.values())
    assert set(shipped().weights) <= set(found)
    assert shipped().likely(found)[0, 1] > 0.8


def test_unlike_mentions_are_unlikely_one() -> None:
    pair = [mention(1), mention(2, lemmas=("sing",), words=frozenset({"choir"}))]
    assert shipped().score(pair, rarity_of(pair))[0, 1] < 0.2


def test_blocks_hold_every_mention_once_and_never_too_many() -> None:
    many = [mention(n, lemmas=(("attack", "raid")[n % 2],)) for n in range(3 * LARGEST)]
    found = list(blocks(many))
    assert max(map(len, found)) <= LARGEST
    assert sorted(m.id for block in found for m in block) == sorted(m.id for m in many)
