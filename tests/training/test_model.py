"""Chains, trees and rows against brute force, without weights."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training import augment, decode, features  # noqa: E402
from training.crf import Chain, best_path  # noqa: E402
from training.labels import CASE, QUOTED, UPOS, bio, may_follow  # noqa: E402
from training.records import Sentence  # noqa: E402

TAGS = bio(["PER", "LOC"])


def paths(words: int) -> list[tuple[int, ...]]:
    """Every tag path of `words` words that BIO allows."""
    found = itertools.product(range(len(TAGS)), repeat=words)
    return [p for p in found if all(
        may_follow("O" if i == 0 else TAGS[p[i - 1]], TAGS[t]) for i, t in enumerate(p))]  # fmt: skip


def test_chain_loss_and_best_path_agree_with_enumeration() -> None:
    torch.manual_seed(0)
    chain = Chain(TAGS)
    torch.nn.init.normal_(chain.step)
    scores = torch.randn(1, 4, len(TAGS))
    step, first = (x.detach() for x in chain.scores())

    def score(path: tuple[int, ...]) -> float:
        moved = sum(step[a, b] for a, b in itertools.pairwise(path))
        return float(first[path[0]] + moved + sum(scores[0, i, t] for i, t in enumerate(path)))

    every = {path: score(path) for path in paths(4)}
    gold = max(every, key=every.__getitem__)
    total = torch.logsumexp(torch.tensor(list(every.values())), 0)
    loss = chain.loss(scores, torch.tensor([gold]), torch.ones(1, 4))
    assert float(loss.detach()) == pytest.approx(float(total) - every[gold], abs=1e-4)
    assert best_path(scores[0].numpy(), step.numpy(), first.numpy()) == list(gold)


def test_padding_does_not_change_the_chain_loss() -> None:
    torch.manual_seed(1)
    chain, scores = Chain(TAGS), torch.randn(1, 5, len(TAGS))
    tags, mask = torch.tensor([[1, 2, 0, 0, 0]]), torch.tensor([[1.0, 1, 1, 0, 0]])
    short = chain.loss(scores[:, :3], tags[:, :3], mask[:, :3])
    assert torch.allclose(chain.loss(scores, tags, mask), short, atol=1e-5)


@pytest.mark.parametrize("seed", range(20))
def test_tree_is_the_best_of_all_trees(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    scores[np.arange(4), np.arange(4) + 1] = -1e4
    trees = [h for h in itertools.product(range(5), repeat=4) if decode.is_tree(h)]
    best = max(trees, key=lambda h: sum(scores[i, head] for i, head in enumerate(h)))
    assert decode.tree(scores) == list(best)


def row(words: str, **layers: object) -> features.Row:
    split = words.split()
    sentence = Sentence("s", "d", split, [False] * len(split), **layers)  # type: ignore[arg-type]
    return features.to_row(sentence, 0, lambda word: [len(word)] * min(len(word), 2))


def test_rows_point_at_first_pieces() -> None:
    batch = features.collate([row("a bcd e"), row("xyz")])
    assert batch.inputs["first"].tolist() == [[0, 1, 2, 4], [0, 1, 0, 0]]
    assert batch.inputs["ids"].tolist() == [[101, 1, 3, 3, 1, 102], [101, 3, 3, 102, 0, 0]]
    assert batch.inputs["wmask"].tolist() == [[1, 1, 1, 1], [1, 1, 0, 0]]
    assert (batch.gold["upos"] == features.IGNORED).all()


def test_batches_keep_to_their_budget_and_lose_nothing() -> None:
    rows = [row("w " * n) for n in (3, 1, 2, 9, 4)]
    groups = list(features.batches(rows, 16))
    assert [r for group in groups for r in group] == rows
    assert all(len(g) == 1 or len(g) * max(r.length for r in g) <= 16 for g in groups)


def test_headline_case_keeps_quotation_and_small_words() -> None:
    plain = row("talks of peace")
    plain.case[0] += QUOTED
    assert augment.recase(plain, augment.title_case).case == [CASE["capitalised"] + QUOTED, 0, 1]


def test_headline_loses_only_a_leaf_stop() -> None:
    gold = row(
        "He left .",
        upos=["PRON", "VERB", "PUNCT"],
        heads=[2, 0, 2],
        rels=["nsubj", "root", "punct"],
    )
    cut = augment.headline(gold)
    assert (cut.words, cut.heads, len(cut.pieces)) == (["He", "left"], [2, 0], 2)
    assert cut.upos == [UPOS.index("PRON"), UPOS.index("VERB")]
