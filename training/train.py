"""The training loop: multi-task, seeded by step, resumable, with an average of the weights.

Losses as in Dozat and Manning 2017 (arcs, labels), CRF plus cross-entropy on both BIO layers,
and distillation of the sentence vector (cosine, and in-batch similarities). The average of the
weights (Polyak and Juditsky 1992) is what ships.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.augment import augment
from training.crf import Chain
from training.features import CHANGED, IGNORED, Batch, Row, batches, collate, fits, shuffled_batches
from training.labels import ATT, NER
from training.network import Network, load_base
from training.replace_names import Replacer

Losses = dict[str, Tensor]
#: Where the names of the weights begin that only event words need.
EVENT_WEIGHTS = "network.events."


@dataclass(frozen=True)
class Settings:
    """Every number of the recipe; set in the experiment of ENGINE.md unless README.md says why."""

    steps: int = 4600
    seed: int = 1
    budget: int = 2048
    encoder_rate: float = 4e-4
    head_rate: float = 2e-3
    warmup: int = 300
    decay_share: float = 0.6
    news_share: float = 0.42
    names_copies: int = 3
    average: float = 0.998
    distil: float = 1.5
    save_every: int = 250
    threads: int = 2
    peak: float = 1.0
    still_layers: int = 0


class Model(nn.Module):
    """The network and the two tag chains, trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Network()
        self.ner_chain = Chain(NER)
        self.att_chain = Chain(ATT)

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take these weights; those of event words may be missing and then stay as they are.

        Raises:
            ValueError: other weights are missing, or some are of no part of the model.
        """
        missing, unknown = self.load_state_dict(weights, strict=False)
        wrong = [name for name in missing if not name.startswith(EVENT_WEIGHTS)] + unknown
        if wrong:
            raise ValueError(f"these are not the weights of this network: {', '.join(wrong)}")


class Stream:
    """Batches of one pool of rows, a pure function of (seed, index)."""

    def __init__(self, rows: Sequence[Row], settings: Settings, salt: int) -> None:
        self.rows, self.settings, self.salt = [r for r in rows if fits(r)], settings, salt
        self.epoch, self.start, self.groups = -1, 0, [list[Row]()][:0]

    def at(self, index: int) -> list[Row]:
        """The batch at `index`, counted over all epochs; indexes must not go down."""
        while index >= self.start + len(self.groups):
            self.start += len(self.groups)
            self.epoch += 1
            rng = np.random.default_rng((self.settings.seed, self.salt, self.epoch))
            self.groups = shuffled_batches(self.rows, self.settings.budget, rng)
        return self.groups[index - self.start]


class Trainer:
    """Holds the model, its average, the optimiser and the streams."""

    def __init__(
        self,
        settings: Settings,
        trees: Sequence[Row],
        news: Sequence[Row],
        teacher: dict[int, NDArray[np.float32]],
        replacer: Replacer,
        folder: Path,
    ) -> None:
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        self.settings, self.folder, self.teacher = settings, folder, teacher
        self.replacer = replacer
        self.model = Model()
        load_base(self.model.network)
        self.model.network.encoder.keep_still(settings.still_layers)
        self.average = copy.deepcopy(self.model).eval()
        self.optimiser = torch.optim.AdamW(self._groups(), betas=(0.9, 0.98), fused=True)
        self.trees, self.news = Stream(trees, settings, 0), Stream(news, settings, 1)
        self.step = 0
        self.running: dict[str, float] = {}

    def _groups(self) -> list[dict[str, object]]:
        """Encoder matrices, encoder vectors (no decay), heads."""
        named = [(n, p) for n, p in self.model.named_parameters() if p.requires_grad]
        slow = [(n, p) for n, p in named if "encoder." in n and "encoder.case" not in n]
        names = {n for n, _ in slow}
        fast = [p for n, p in named if n not in names]
        rate, head_rate = self.settings.encoder_rate, self.settings.head_rate
        return [
            {"params": [p for _, p in slow if p.ndim > 1], "base": rate, "weight_decay": 0.01},
            {"params": [p for _, p in slow if p.ndim < 2], "base": rate, "weight_decay": 0.0},
            {"params": fast, "base": head_rate, "weight_decay": 0.01},
        ]

    def run(self, until: int | None = None) -> None:
        """Train up to step `until` (default: all), saving as it goes."""
        last = self.settings.steps if until is None else min(until, self.settings.steps)
        started, pieces = time.monotonic(), 0
        self.model.train()
        while self.step < last:
            batch, is_news = self._next()
            pieces += int(batch.inputs["mask"].sum())
            self._update(self._losses(batch, is_news))
            self.step += 1
            if self.step % 50 == 0:
                self._report(pieces / (time.monotonic() - started))
            if self.step % self.settings.save_every == 0 or self.step == last:
                self.save()

    def _next(self) -> tuple[Batch, bool]:
        step, share = self.step, self.settings.news_share
        before, after = int(step * share), int((step + 1) * share)
        is_news = after > before
        rows = self.news.at(before) if is_news else self.trees.at(step - before)
        rng = np.random.default_rng((self.settings.seed, 7, step))
        torch.manual_seed(self.settings.seed * 1_000_003 + step)
        changed = [augment(self.replacer.apply(row, rng), rng) for row in rows]
        return collate(changed), is_news

    def rate(self) -> float:
        """Factor on the learning rates: warm-up, flat at `peak`, linear decay over `decay_share`."""
        s = self.settings
        left = (s.steps - self.step) / (s.steps * s.decay_share)
        return s.peak * max(0.01, min(1.0, (self.step + 1) / s.warmup, left))

    def _losses(self, batch: Batch, is_news: bool) -> Losses:
        net, x = self.model.network, tensors(batch.inputs)
        gold = {name: torch.from_numpy(values) for name, values in batch.gold.items()}
        with torch.autocast("cpu", torch.bfloat16):
            states = net.encoder(x["ids"], x["case"], x["mask"])
            syntax, ner, att = net.words(states, x["first"])
            losses = {} if is_news else self._syntax_losses(syntax, x["wmask"], gold)
            scores = {"ner": net.ner(ner[:, 1:]).float(), "att": net.att(att[:, 1:]).float()}
            vectors = net.sentence(states, x["mask"]).float()
        weights = torch.tensor([row.name_weight for row in batch.rows])
        losses |= _tag_loss("ner", self.model.ner_chain, scores["ner"], gold["ner"], weights)
        losses |= _tag_loss("att", self.model.att_chain, scores["att"], gold["att"], None)
        return losses | self._distil(vectors, batch.rows)

    def _syntax_losses(self, syntax: Tensor, wmask: Tensor, gold: dict[str, Tensor]) -> Losses:
        net = self.model.network
        heads = gold["heads"]
        arcs = net.syntax.arcs(syntax, wmask)
        labels = net.syntax.labels(syntax, heads.clamp(min=0)).float()
        upos = net.upos(syntax[:, 1:]).float()
        return {
            "upos": 0.5 * cross_entropy(upos, gold["upos"]),
            "arc": cross_entropy(arcs, heads),
            "rel": cross_entropy(labels, gold["rels"]),
        }

    def _distil(self, vectors: Tensor, rows: list[Row]) -> Losses:
        """Cosine and in-batch similarities against the teacher, over the unchanged rows."""
        kept = [index for index, row in enumerate(rows) if row.number != CHANGED]
        if not kept:
            return {}
        target = torch.from_numpy(np.stack([self.teacher[rows[i].number] for i in kept]))
        vectors = functional.normalize(vectors[kept], dim=-1)
        cosine = 1 - (vectors * target).sum(-1).mean()
        pairs = (vectors @ vectors.T - target @ target.T).square().mean()
        return {"emb": self.settings.distil * (cosine + 10 * pairs)}

    def _update(self, losses: Losses) -> None:
        factor = self.rate()
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * factor
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self._average()
        for name, value in losses.items():
            now = float(value.detach())
            self.running[name] = 0.98 * self.running.get(name, now) + 0.02 * now

    @torch.no_grad()
    def _average(self) -> None:
        weight = 1 - min(self.settings.average, (self.step + 1) / (self.step + 10))
        pairs = zip(self.average.parameters(), self.model.parameters(), strict=True)
        kept = [(a, p.detach()) for a, p in pairs if p.requires_grad]
        torch._foreach_lerp_([a for a, _ in kept], [p for _, p in kept], weight)

    def _report(self, speed: float) -> None:
        losses = " ".join(f"{name} {value:.3f}" for name, value in self.running.items())
        epochs = f"{self.trees.epoch}/{self.news.epoch}"
        print(f"{self.step} rate {self.rate():.2f} {speed:.0f}/s ep {epochs} {losses}", flush=True)

    def save(self) -> None:
        """Write the checkpoint in one move."""
        state = {
            "step": self.step,
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "settings": asdict(self.settings),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def start_from(self, folder: Path) -> None:
        """Begin with the averaged weights of the checkpoint in another folder."""
        weights = torch.load(folder / "checkpoint.pt", weights_only=True)["average"]
        self.model.load(weights)
        self.average.load_state_dict(self.model.state_dict())

    def resume(self) -> bool:
        """Continue from the folder's checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state = torch.load(path, weights_only=True)
        self.step = state["step"]
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        return True


def tensors(inputs: dict[str, NDArray[np.generic]]) -> dict[str, Tensor]:
    """The graph inputs as tensors."""
    return {name: torch.from_numpy(values) for name, values in inputs.items()}


def cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean over the words that have gold; 0 if none has."""
    if not bool((gold >= 0).any()):
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def _tag_loss(
    name: str, chain: Chain, scores: Tensor, gold: Tensor, weights: Tensor | None
) -> Losses:
    """Half CRF, half cross-entropy a word, over the rows that have the layer; {} if none has."""
    rows = (gold >= 0).any(1)
    if not bool(rows.any()):
        return {}
    scores, gold = scores[rows], gold[rows]
    mask = (gold >= 0).float()
    weight = torch.ones(len(gold)) if weights is None else weights[rows]
    chained = chain.loss(scores, gold.clamp(min=0), mask)
    plain = functional.cross_entropy(
        scores.transpose(1, 2), gold, ignore_index=IGNORED, reduction="none"
    ).sum(1)
    return {name: ((chained + plain) / 2 * weight).sum() / mask.sum()}


@torch.no_grad()
def sentence_vectors(network: Network, rows: Sequence[Row], *, cased: bool) -> NDArray[np.float32]:
    """Unit sentence vectors by row position (zeros for rows that do not fit)."""
    found = np.zeros((len(rows), 384), np.float32)
    order = sorted((i for i, row in enumerate(rows) if fits(row)), key=lambda i: rows[i].length)
    positions = iter(order)
    with torch.autocast("cpu", torch.bfloat16):
        for group in batches((rows[i] for i in order), 4096):
            x = tensors(collate(group).inputs)
            case = x["case"] if cased else torch.zeros_like(x["case"])
            vectors = network.sentence(network.encoder(x["ids"], case, x["mask"]), x["mask"])
            for vector in functional.normalize(vectors.float(), dim=-1).numpy():
                found[next(positions)] = vector
    return found
