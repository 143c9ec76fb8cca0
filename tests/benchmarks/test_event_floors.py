"""Events stay above their floors on PLV-train, PLOVER records and marked articles (keys 'event.*').

A key that ends in '_at_most' is a ceiling.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.quality.event import clusters, corpus, pairs
from benchmarks.quality.event.__main__ import table
from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED
from dragoman.types import EntityMention, EntityPassage, EventMention, MadeBy, Passage, Span

FLOORS = Path(__file__).parents[2] / "benchmarks" / "quality" / "floors.json"


@pytest.mark.slow
@pytest.mark.skipif(
    not corpus.PLV.exists() or not (SHIPPED / "encoder.onnx").exists(),
    reason="the development data (../shared, or DRAGOMAN_SHARED) or the model is not here",
)
def test_event_scores_stay_above_their_floors() -> None:
    floors = {
        key.removeprefix("event."): floor
        for key, floor in json.loads(FLOORS.read_text("utf-8")).items()
        if key.startswith("event.")
    }
    assert floors
    rows = table(Encoder.load())
    wrong = {
        key: _measured(key, rows) for key, floor in floors.items() if not _kept(key, floor, rows)
    }
    assert not wrong


def _measured(key: str, rows: dict[str, dict[str, float]]) -> float:
    row, _, measure = key.removesuffix("_at_most").rpartition(".")
    return rows[row][measure]


def _kept(key: str, floor: float, rows: dict[str, dict[str, float]]) -> bool:
    value = _measured(key, rows)
    return value <= floor if key.endswith("_at_most") else value >= floor


def _event(
    type_: str, status: str, actor: tuple[int, int], recipient: tuple[int, int]
) -> EventMention:
    text = "Norway met Chile"
    party = [EntityPassage(text=text[a:b], span=Span(a, b)) for a, b in (actor, recipient)]
    return EventMention(
        id="evm-1", article="art-1", type=type_, mode=None,  # type: ignore[arg-type]
        trigger=Passage(text="met", span=Span(7, 10)), actor=(party[0],), recipient=(party[1],),
        date=None, place=None, status=status, attributed_to=None,  # type: ignore[arg-type]
        made_by=MadeBy(rule="test", score=0.8),
    )  # fmt: skip


def test_a_pair_needs_both_parties_and_its_type() -> None:
    pair = pairs.Pair("Norway met Chile", (0, 6), (11, 16), "AGREE")
    planned = _event("CONSULT", "planned", (0, 6), (11, 16))
    turned = _event("AGREE", "happened", (11, 16), (0, 6))
    result = pairs.Result(pair, (planned, turned))
    assert result.matching == [planned]
    assert (result.typed, result.folded) == (False, True)
    assert pairs.Result(pair, (_event("AGREE", "happened", (0, 6), (11, 16)),)).typed


def test_macro_f1_counts_each_type_alike() -> None:
    assert pairs.macro_f1([("A", "A"), ("A", "A"), ("B", "A")]) == pytest.approx(0.4)


def test_precision_and_status_of_a_marked_article() -> None:
    marked = clusters.Marked((7, 10), frozenset({"CONSULT"}), frozenset({"planned"}))
    sheet = clusters.Sheet("1", "c", "Norway met Chile", (marked,), True)
    right, wrong = (_event(t, "happened", (0, 6), (11, 16)) for t in ("CONSULT", "AID"))
    scores = clusters.scores([clusters.Read(sheet, (right, wrong))])
    assert scores["precision"] == 0.5
    assert scores["recall"] == 1.0
    assert (scores["status"], scores["false_happened"]) == (0.0, 1.0)


def _party_scores(event: EventMention, mentions: tuple[EntityMention, ...]) -> dict[str, float]:
    marked = clusters.Marked(
        (7, 10), frozenset({"CONSULT"}), frozenset({"happened"}), actor=(0, 6), recipient=(11, 16)
    )
    sheet = clusters.Sheet("1", "c", "Norway met Chile", (marked,), True, blind=True)
    return clusters.party_scores([clusters.Read(sheet, (event,), mentions)])


def test_parties_of_a_right_event_are_compared_where_they_are_marked() -> None:
    turned = _event("CONSULT", "happened", (11, 16), (11, 16))
    scores = _party_scores(turned, ())
    assert (scores["actor"], scores["recipient"], scores["recall_with_party"]) == (0.0, 1.0, 1.0)


def test_another_mention_of_the_marked_party_is_right() -> None:
    turned = _event("CONSULT", "happened", (11, 16), (11, 16))
    entity = [replace(party, entity="ent-1") for party in turned.actor]
    mention = EntityMention(
        id="m", article="art-1", text="Norway", span=Span(0, 6), entity="ent-1",
        made_by=turned.made_by,
    )  # fmt: skip
    scores = _party_scores(replace(turned, actor=tuple(entity)), (mention,))
    assert (scores["actor"], scores["actor_span"]) == (1.0, 0.0)


def test_both_sides_of_a_mutual_event_are_its_actors() -> None:
    met = _event("CONSULT", "happened", (0, 6), (11, 16))
    mutual = replace(met, actor=(*met.actor, *met.recipient), recipient=())
    scores = _party_scores(mutual, ())
    assert (scores["recipient"], scores["recipient_span"]) == (1.0, 0.0)


def test_a_party_where_none_is_marked_is_counted() -> None:
    marked = clusters.Marked((7, 10), frozenset({"CONSULT"}), frozenset({"happened"}))
    sheet = clusters.Sheet("1", "c", "Norway met Chile", (marked,), True, blind=True)
    given = clusters.Read(sheet, (_event("CONSULT", "happened", (0, 6), (11, 16)),))
    assert clusters.party_scores([given])["actor_unmarked"] == 1.0


@pytest.mark.skipif(not corpus.CLUSTERS.exists(), reason="the cluster articles are not here")
def test_marked_articles_are_sixty_at_least_and_every_span_lies_in_its_text() -> None:
    sheets = [*clusters.sheets(), *clusters.clean_sheets()]
    assert sum(sheet.complete for sheet in sheets) >= 60
    for sheet in sheets:
        for m in sheet.marked:
            spans = (m.span, m.actor or m.span, m.recipient or m.span)
            assert all(0 <= start < end <= len(sheet.text) for start, end in spans)
