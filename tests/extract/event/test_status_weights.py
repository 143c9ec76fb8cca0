"""Rules, words and the encoder put together into one status."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.encoder import STATUSES, EventWord
from dragoman.extract.event.status import weights
from dragoman.extract.event.status.evidence import told
from dragoman.types import Status
from tests.extract.event.reading import events

NOTE = "'attack' itself, more than happened (past)"
_NONE = (0.0,) * 6
_NAMED = {"rule happened": (2.0, 0.0, 0.0, 0.0, 0.0, 0.0), "gov0 plan obj": (0, 0, 4, 0, 0, 0)}
SMALL = weights.StatusWeights(
    {name: tuple(map(float, row)) for name, row in _NAMED.items()},
    heard=tuple(tuple(float(a == b) for b in range(6)) for a in range(6)),
    heard_noun=(_NONE,) * 6,
    base=_NONE,
    least=0.6,
    least_against=0.8,
    least_denied=0.9,
)
_SHARES = st.lists(st.floats(0.1, 1), min_size=6, max_size=6).map(
    lambda row: tuple(value / sum(row) for value in row)
)


def _word(*statuses: float) -> EventWord:
    return EventWord(0, (1 / 16,) * 16, statuses)


@given(_SHARES, st.sets(st.sampled_from([*_NAMED, "never seen"])), st.booleans())
def test_shares_sum_to_one(heard: tuple[float, ...], names: set[str], noun: bool) -> None:
    shares = weights.shipped().shares(tuple(names), _word(*heard), noun=noun)
    assert math.isclose(sum(shares), 1)
    assert all(0 <= share <= 1 for share in shares)


@given(_SHARES)
def test_what_the_encoder_alone_reads_stays_as_it_is(heard: tuple[float, ...]) -> None:
    shares = SMALL.shares((), _word(*heard), noun=False)
    assert shares == pytest.approx(heard)


@given(_SHARES, st.sampled_from(STATUSES))
def test_told_as_real_only_from_the_least_probability_on(
    shares: tuple[float, ...], by_rule: Status
) -> None:
    least = {"happened": 0.6, "ongoing": 0.6, "denied": 0.9}.get(by_rule, 0.8)
    told_as = SMALL.status(shares, by_rule)
    assert (told_as in weights.REAL) == (shares[0] + shares[1] >= least)


def test_an_unreal_status_of_the_rules_stays_unless_another_is_twice_as_likely() -> None:
    assert SMALL.status((0.1, 0.0, 0.4, 0.0, 0.1, 0.3), "hypothetical") == "hypothetical"
    assert SMALL.status((0.1, 0.0, 0.5, 0.0, 0.2, 0.2), "hypothetical") == "planned"


def test_what_speaks_most_is_named() -> None:
    names = ("rule happened", "gov0 plan obj")
    assert SMALL.strongest(names, None, "planned", "happened") == "gov0 plan obj"
    assert SMALL.strongest(names, None, "denied", "planned") is None
    sure = _word(0.005, 0.005, 0.97, 0.005, 0.005, 0.01)
    assert SMALL.strongest(names, sure, "planned", "happened") is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("gov0 order obj", "'order' above it"),
        ("gov order", "'order' above it"),
        ("light order", "'order' carries it"),
        ("light form past", "read so in its sentence"),
        ("govform1 ing", "the form of the word above it"),
        ("own planned", "its own clause"),
        ("why happened past", "read so in its sentence"),
    ],
)
def test_evidence_is_told_in_words(name: str, shown: str) -> None:
    assert told(name) == shown


def test_the_shipped_weights_have_a_row_for_every_rule_status() -> None:
    named = weights.shipped().named
    assert all(f"rule {status}" in named for status in STATUSES)


def test_where_the_weights_overrule_the_rules_both_are_told(
    lexicon_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    overruling = replace(SMALL, named={"lemma attack": (0.0, 0.0, 5.0, 0.0, 0.0, 0.0)})
    monkeypatch.setattr(weights, "shipped", lambda: overruling)
    line = "Rebels(rebel)/NOUN/nsubj/2 attacked(attack)/VERB/root/0 Larnok(Larnok)/PROPN/obj/2/LOC"
    (event,) = events(line)
    assert (event.status, event.made_by.note) == ("planned", NOTE)
