"""The heads of event words, trained alone on a network that is still.

The marks are few beside the other layers, so the rest of the network is trained first, its states at
the words of the marked sentences are taken once, and only these heads learn from them: a minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.features import Row, batches, collate, fits
from training.network import HIDDEN, MIXED_LAYERS, EventWords
from training.train import Model, cross_entropy, tensors

#: Share of the loss of statuses in that of event words.
STATUS_SHARE = 0.25


@dataclass(frozen=True)
class HeadSettings:
    """The recipe of the heads; README.md says how it was chosen."""

    rounds: int = 12
    words: int = 512
    rate: float = 2e-3
    warmup: int = 100
    seed: int = 1


@dataclass
class Words:
    """Words that were read: states of the upper layers [n,L*H], type [n] and status [n]."""

    states: Tensor
    events: Tensor
    statuses: Tensor

    def where(self, chosen: Tensor) -> Words:
        """The words that `chosen` [n] says."""
        return Words(self.states[chosen], self.events[chosen], self.statuses[chosen])


@torch.no_grad()
def marked_words(model: Model, rows: Sequence[Row], budget: int = 4096) -> Words:
    """Run the network over the rows that were read, by length, and keep its states at their words."""
    network = model.network.eval()
    read = sorted((r for r in rows if r.events is not None and fits(r)), key=lambda r: r.length)
    found: list[Words] = []
    for group in batches(read, budget):
        batch = collate(group)
        x = tensors(batch.inputs)
        states = network.encoder(x["ids"], x["case"], x["mask"])[-MIXED_LAYERS:]
        index = x["first"][:, 1:, None].expand(-1, -1, HIDDEN)
        upper = torch.cat([torch.gather(state, 1, index) for state in states], -1)
        inside = x["wmask"][:, 1:] > 0
        gold = [torch.from_numpy(batch.gold[name])[inside] for name in ("events", "statuses")]
        found.append(Words(upper[inside].half(), *gold))
    parts = ("states", "events", "statuses")
    return Words(*(torch.cat([getattr(one, part) for one in found]) for part in parts))


def train_heads(model: Model, rows: Sequence[Row], settings: HeadSettings) -> EventWords:
    """Fresh heads for a model, learned from the rows that were read; put into it and returned."""
    model.network.events = learned_heads(marked_words(model, rows), settings)
    return model.network.events


def learned_heads(words: Words, settings: HeadSettings) -> EventWords:
    """Fresh heads, learned from words and the states of a network that is still."""
    torch.manual_seed(settings.seed)
    heads = EventWords().train()
    optimiser = torch.optim.AdamW(heads.parameters(), lr=settings.rate, weight_decay=0.01)
    steps = settings.rounds * (len(words.events) // settings.words)
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: _rate(step, steps, settings)
    )
    drawn: list[Tensor] = []
    for _ in range(steps):
        drawn = drawn or list(torch.randperm(len(words.events)).split(settings.words)[:-1])
        _learn(heads, words, drawn.pop(), optimiser)
        scheduler.step()
    return heads.eval()


def _rate(step: int, steps: int, settings: HeadSettings) -> float:
    """Warm-up, then down to almost nothing."""
    return max(0.02, min((step + 1) / settings.warmup, 1 - step / steps))


def _learn(
    heads: EventWords, words: Words, chosen: Tensor, optimiser: torch.optim.Optimizer
) -> None:
    event, status = heads.of_words(words.states[chosen].float())
    gold = {"events": words.events[chosen][None], "statuses": words.statuses[chosen][None]}
    losses = event_losses(event[None], status[None], gold)
    optimiser.zero_grad(set_to_none=True)
    torch.stack(list(losses.values())).sum().backward()
    optimiser.step()


def event_losses(event: Tensor, status: Tensor, gold: dict[str, Tensor]) -> dict[str, Tensor]:
    """Cross-entropy of the types of all words that were read, and of the statuses of event words."""
    if not bool((gold["events"] >= 0).any()):
        return {}
    losses = {"event": cross_entropy(event, gold["events"])}
    if bool((gold["statuses"] >= 0).any()):
        losses["status"] = STATUS_SHARE * cross_entropy(status, gold["statuses"])
    return losses
