"""Linear-chain CRF over BIO tags (Lafferty et al. 2001): loss and the best path.

Transitions that BIO forbids are fixed at FORBIDDEN; the others are learned and go into
config.json, where the runtime finds them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.labels import may_follow

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Transition scores between tags, and scores of the first tag."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        allowed = torch.tensor([[may_follow(a, b) for b in tags] for a in tags])
        first = torch.tensor([may_follow("O", tag) for tag in tags])
        self.register_buffer("allowed", allowed)
        self.register_buffer("first_allowed", first)
        self.step = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.first = nn.Parameter(torch.zeros(len(tags)))

    def scores(self) -> tuple[Tensor, Tensor]:
        """(transition [K,K] from row to column, start [K]) with forbidden ones set."""
        step = self.step.masked_fill(~self.allowed, FORBIDDEN)
        return step, self.first.masked_fill(~self.first_allowed, FORBIDDEN)

    @torch.no_grad()
    def prefer_outside(self, amount: float) -> None:
        """Add to the score of every step to the first tag, which is 'O'; fewer and surer spans."""
        self.step[:, 0] += amount
        self.first[0] += amount

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of each row [b]; mask [b,w] is 1 for a prefix of words."""
        step, first = self.scores()
        gold = self._path_score(emissions, tags, mask, step, first)
        alpha = first + emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            reached = torch.logsumexp(alpha[:, :, None] + step, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None] > 0, reached, alpha)
        return torch.logsumexp(alpha, 1) - gold

    def _path_score(
        self, emissions: Tensor, tags: Tensor, mask: Tensor, step: Tensor, first: Tensor
    ) -> Tensor:
        emitted = torch.gather(emissions, 2, tags[:, :, None])[:, :, 0] * mask
        moved = step[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return emitted.sum(1) + moved.sum(1) + first[tags[:, 0]]


def best_path(
    emissions: NDArray[np.float32], step: NDArray[np.float32], first: NDArray[np.float32]
) -> list[int]:
    """Viterbi path of one row: emissions [w,K] to w tag indexes."""
    score = first + emissions[0]
    back: list[NDArray[np.int64]] = []
    for row in emissions[1:]:
        reached = score[:, None] + step
        back.append(reached.argmax(0))
        score = reached.max(0) + row
    path = [int(score.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
