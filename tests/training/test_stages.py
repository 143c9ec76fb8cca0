"""The second part of a run: what it leaves still, how its rates go, where it begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training.crf import Chain  # noqa: E402
from training.network import LAYERS, Encoder  # noqa: E402
from training.pipeline import REFINED, REFINING, blended  # noqa: E402
from training.train import Model, Trainer  # noqa: E402


def trainer_at(step: int, settings: object = REFINING) -> Trainer:
    """A trainer that was never set up, for what depends on the step only."""
    bare = Trainer.__new__(Trainer)
    bare.settings, bare.step = settings, step  # type: ignore[assignment]
    return bare


@pytest.mark.parametrize("layers", [0, 3, LAYERS])
def test_still_layers_learn_nothing_and_the_others_do(layers: int) -> None:
    encoder = Encoder()
    encoder.keep_still(layers)
    learns = [all(p.requires_grad for p in layer.parameters()) for layer in encoder.layers]
    assert learns == [False] * layers + [True] * (LAYERS - layers)
    assert not encoder.word.weight.requires_grad
    assert encoder.case.weight.requires_grad == (layers == 0)


def test_rates_rise_stay_flat_and_fall_to_almost_nothing() -> None:
    s = replace(REFINING, steps=1000, warmup=50, decay_share=0.7, peak=0.4)
    rates = [trainer_at(step, s).rate() for step in range(1000)]
    assert rates[0] == pytest.approx(0.4 / 50)
    assert set(rates[50:300]) == {0.4}
    assert rates[-1] < 0.01 and all(a >= b for a, b in pairwise(rates[50:]))


def test_the_second_part_begins_with_the_average_of_the_first(tmp_path: Path) -> None:
    torch.manual_seed(3)
    last, average = Model(), Model()
    average.ner_chain.first.data.fill_(2.5)
    torch.save(
        {"model": last.state_dict(), "average": average.state_dict()}, tmp_path / "checkpoint.pt"
    )
    later = trainer_at(0)
    later.model, later.average = Model(), Model()
    later.start_from(tmp_path)
    for model in (later.model, later.average):
        assert torch.equal(model.ner_chain.first, average.ner_chain.first)
    assert tmp_path / REFINED != tmp_path


def test_blended_weights_lie_between_both_parts() -> None:
    first = {"w": torch.tensor([0.0, 2.0]), "allowed": torch.tensor([True, False])}
    second = {"w": torch.tensor([1.0, 2.0]), "allowed": torch.tensor([True, False])}
    found = blended(first, second, 0.4)
    assert torch.allclose(found["w"], torch.tensor([0.4, 2.0]))
    assert torch.equal(found["allowed"], first["allowed"])


def test_preferring_the_outside_changes_only_steps_to_it() -> None:
    chain = Chain(["O", "B-PER", "I-PER"])
    step, first = (scores.clone() for scores in chain.scores())
    chain.prefer_outside(0.4)
    after, after_first = chain.scores()
    assert torch.allclose(after - step, torch.tensor([[0.4, 0.0, 0.0]] * 3))
    assert torch.allclose(after_first - first, torch.tensor([0.4, 0.0, 0.0]))
