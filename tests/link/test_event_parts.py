"""The parts of the event joiner: words, who is who, clustering, the scorer's matrices, readings."""

from __future__ import annotations

import base64
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
from dragoman.link.event.once import once
from dragoman.link.event.scorer import rarity_of, shipped
from dragoman.link.event.view import Sheet, days, times, which
from dragoman.link.event.words import content, family, trigger_lemma, vectors
from dragoman.types import (
    Analysis,
    Article,
    EventMention,
    MadeBy,
    Passage,
    Span,
    Trace,
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


def sheet(number: int, *signatures: bytes, said: dict[int, str] | None = None) -> Sheet:
    """An article of sentences of one character; `said`: sentence → the type of a mention there."""
    spans = tuple(Span(n, n + 1) for n in range(len(signatures)))
    article = Article(id=f"art-{number}", source_id="", text="x" * len(spans), text_sha256="")
    trace = Trace(
        id=f"trc-{number}",
        article=article.id,
        sentences=spans,
        quoted=(),
        signatures=base64.b64encode(b"".join(signatures)).decode(),
    )
    events = tuple(_event(number, at, type_) for at, type_ in (said or {}).items())
    return Sheet(Analysis(article=article, traces=(trace,), events=events))


def _event(number: int, at: int, type_: Any) -> EventMention:
    return EventMention(
        id=f"evm-{number}-{at}-{type_}",
        article=f"art-{number}",
        type=type_,
        mode=None,
        trigger=Passage(text="x", span=Span(at, at + 1)),
        actor=(),
        recipient=(),
        date=None,
        place=None,
        status="happened",
        attributed_to=None,
        made_by=MadeBy(rule="test"),
    )


TOLD, OTHER, ADDED = bytes(32), bytes([255] * 32), bytes([15] * 32)


def test_what_an_origin_repeats_is_told_once() -> None:
    copies = [sheet(n, TOLD, OTHER, said={0: "ASSAULT"}) for n in range(4)]
    found = once((copy, "ori-1") for copy in copies)
    assert set(found.same.values()) == {"evm-0-0-ASSAULT"}
    assert len(found.same) == 4
    assert found.main == {"art-0"}


def test_what_few_readings_of_a_sentence_find_is_of_no_event() -> None:
    sheets = [sheet(n, TOLD, OTHER, said={1: "AID"} if n == 3 else {}) for n in range(4)]
    assert once((s, "ori-1") for s in sheets).same == {}
    several = [sheet(n, TOLD, OTHER, said={1: "AID"} if n > 1 else {}) for n in range(4)]
    assert set(once((s, "ori-1") for s in several).same.values()) == {"evm-2-1-AID"}


def test_what_a_copy_adds_is_told() -> None:
    sheets = [sheet(n, TOLD, OTHER) for n in range(3)]
    longer = sheet(3, TOLD, OTHER, ADDED, said={2: "AID"})
    assert once((s, "ori-1") for s in [*sheets, longer]).same == {"evm-3-2-AID": "evm-3-2-AID"}


def test_two_articles_of_an_origin_may_each_know_more() -> None:
    pair = [sheet(n, TOLD, said={0: type_}) for n, type_ in enumerate(("AID", "ASSAULT"))]
    assert len(once((s, "ori-1") for s in pair).same) == 2
