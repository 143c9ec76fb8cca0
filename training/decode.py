"""From the graph's outputs to labels, for evaluation: tree decoding and constrained BIO paths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from dragoman.encoder.decode import without_addresses
from training.crf import best_path
from training.features import Row, batches, collate, fits
from training.labels import ATT, EVENTS, NER, RELATIONS, STATUSES, UPOS
from training.train import Model, tensors

Floats = NDArray[np.float32]
Outputs = dict[str, Floats]
Runner = Callable[[dict[str, NDArray[np.generic]]], Outputs]
OUTPUTS = ("upos", "arc", "rel", "ner", "att", "event", "status", "emb")


@dataclass
class Reading:
    """What the model says about one sentence."""

    upos: list[str]
    heads: list[int]
    rels: list[str]
    ner: list[str]
    att: list[str]
    events: list[str]
    statuses: list[str]
    emb: Floats


@dataclass(frozen=True)
class Chains:
    """Transition and start scores of both BIO layers."""

    ner: tuple[Floats, Floats]
    att: tuple[Floats, Floats]


def chains_of(model: Model) -> Chains:
    """The learned chain scores of a model as arrays."""

    def arrays(chain: torch.nn.Module) -> tuple[Floats, Floats]:
        step, first = chain.scores()
        return step.detach().numpy(), first.detach().numpy()

    return Chains(arrays(model.ner_chain), arrays(model.att_chain))


def runner(model: Model, *, fast: bool = False) -> Runner:
    """The network itself as a function from inputs to outputs; `fast` in bf16."""
    network = model.network.eval()

    def run(inputs: dict[str, NDArray[np.generic]]) -> Outputs:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=fast):
            found = network(**tensors(inputs))
        return {name: value.float().numpy() for name, value in zip(OUTPUTS, found, strict=True)}

    return run


def predict(
    run: Runner, rows: Sequence[Row], model: Model | Chains, budget: int = 4096
) -> list[Reading | None]:
    """Readings in the order of `rows`; None for a row that is too long."""
    chains = model if isinstance(model, Chains) else chains_of(model)
    order = sorted((i for i, row in enumerate(rows) if fits(row)), key=lambda i: rows[i].length)
    found: list[Reading | None] = [None] * len(rows)
    positions = iter(order)
    for group in batches((rows[i] for i in order), budget):
        outputs = run(collate(group).inputs)
        for index, row in enumerate(group):
            single = {name: value[index] for name, value in outputs.items()}
            found[next(positions)] = read(single, row.words, chains)
    return found


def read(outputs: Outputs, words: Sequence[str], chains: Chains) -> Reading:
    """Decode one sentence of these words."""
    size = len(words)
    names = without_addresses(best_path(outputs["ner"][:size], *chains.ner), words)
    return Reading(
        upos=[UPOS[i] for i in outputs["upos"][:size].argmax(-1)],
        heads=tree(outputs["arc"][:size, : size + 1]),
        rels=[RELATIONS[i] for i in outputs["rel"][:size].argmax(-1)],
        ner=[NER[i] for i in names],
        att=[ATT[i] for i in best_path(outputs["att"][:size], *chains.att)],
        events=event_types(outputs["event"][:size]),
        statuses=[STATUSES[i] for i in outputs["status"][:size].argmax(-1)],
        emb=outputs["emb"],
    )


def event_types(scores: Floats) -> list[str]:
    """Scores [w,17] to the best type of every word that is more likely an event word than not."""
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    none = shares[:, 0] / shares.sum(-1)
    best = 1 + shares[:, 1:].argmax(-1)
    return [
        EVENTS[kind] if less < 0.5 else EVENTS[0] for kind, less in zip(best, none, strict=True)
    ]


def tree(scores: Floats) -> list[int]:
    """Heads of the best tree with one root, scores [w,w+1], column 0 the root.

    The best head of each word where these already form a tree, else Chu-Liu-Edmonds.
    """
    heads = scores.argmax(1).tolist()
    if is_tree(heads):
        return heads
    words = len(heads)
    square = np.full((words + 1, words + 1), -1e9)
    square[1:] = scores
    candidates = np.argsort(-scores[:, 0])[:3]
    best: tuple[float, list[int]] | None = None
    for root in candidates:
        trial = square.copy()
        trial[1:, 0] = -1e9
        trial[root + 1, :] = -1e9
        trial[root + 1, 0] = scores[root, 0]
        found = maximum_arborescence(trial)[1:].tolist()
        total = float(sum(scores[i, h] for i, h in enumerate(found)))
        if best is None or total > best[0]:
            best = total, found
    assert best is not None
    return best[1]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether 1-based heads (0: root) form a tree with exactly one root."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def maximum_arborescence(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Chu-Liu-Edmonds on scores[dependent, head], node 0 the root; heads[0] is -1."""
    size = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -1e9)
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = np.array([i for i in range(size) if i not in set(cycle)])
    ring = np.array(cycle)
    into, entry, leave = _contract(scores, heads, rest, ring)
    inner = maximum_arborescence(into)
    result = heads.copy()
    for position in range(1, len(rest)):
        head = inner[position]
        result[rest[position]] = ring[leave[position]] if head == len(rest) else rest[head]
    head = inner[len(rest)]
    result[ring[entry[head]]] = rest[head]
    return result


def _contract(
    scores: NDArray[np.float64],
    heads: NDArray[np.int64],
    rest: NDArray[np.int64],
    ring: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """The graph with the cycle as one node, and where the best arcs enter and leave it."""
    count = len(rest)
    small = np.full((count + 1, count + 1), -1e9)
    small[:count, :count] = scores[np.ix_(rest, rest)]
    outward = scores[np.ix_(rest, ring)]
    small[:count, count] = outward.max(1)
    inside = scores[ring, heads[ring]]
    inward = scores[np.ix_(ring, rest)] - inside[:, None]
    small[count, :count] = inward.max(0) + inside.sum()
    return small, inward.argmax(0), outward.argmax(1)


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """One cycle of a head assignment, or None."""
    state = np.zeros(len(heads), np.int8)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if node > 0 and state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return None
