"""The files that ship: int8 ONNX, vocabulary, config.json, and the sha256 of the graph.

Word embeddings are int8 with a scale a row; the encoder's matrices int8 with a scale a column and
activations with a scale a piece (`training.rowwise`); the tag heads stay fp32: naive quantisation of
everything costs up to 3.6 points.
Only ONNX, JSON and text are written, nothing that executes on loading.
"""

from __future__ import annotations

import copy
import hashlib
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.decode import OUTPUTS, Chains, Runner, chains_of
from training.features import MAX_PIECES_PER_WORD, Row, collate, fits
from training.labels import (
    ATT,
    CASE,
    CASE_VALUES,
    EVENTS,
    FORMAT,
    NER,
    QUOTED,
    RELATIONS,
    STATUSES,
    UPOS,
)
from training.network import MAX_PIECES, Network, base_folder
from training.rowwise import input_ranges, quantise
from training.train import Model

OPSET = 17
INPUTS = ("ids", "case", "mask", "first", "wmask")
AXES = {
    "ids": {0: "b", 1: "t"},
    "case": {0: "b", 1: "t"},
    "mask": {0: "b", 1: "t"},
    "first": {0: "b", 1: "w1"},
    "wmask": {0: "b", 1: "w1"},
    "upos": {0: "b", 1: "w"},
    "arc": {0: "b", 1: "w", 2: "w1"},
    "rel": {0: "b", 1: "w"},
    "ner": {0: "b", 1: "w"},
    "att": {0: "b", 1: "w"},
    "event": {0: "b", 1: "w"},
    "status": {0: "b", 1: "w"},
    "emb": {0: "b"},
}
#: What the weights were learned from; the model card says more.
TRAINING_DATA = (
    {"name": "all-MiniLM-L6-v2 (base weights, vocabulary)", "licence": "Apache-2.0"},
    {"name": "UD English-EWT 2.16 train", "licence": "CC BY-SA 4.0"},
    {"name": "UNER English-EWT v1 train (names)", "licence": "CC BY-SA 4.0"},
    {
        "name": "UD English-GUM 2.16 train without essay, fiction, letter, podcast, whow",
        "licence": "annotation CC BY 4.0; texts CC BY, CC BY-SA, CC BY-ND or public domain",
    },
    {"name": "PolNeAR 1.0.0 train with its machine-made names", "licence": "none stated"},
    {"name": "event words marked by hand on parts of these and on PLV train", "licence": "PLV: none stated"},
    {"name": "event words marked by hand on synthetic PLOVER stories (machine-made)", "licence": "MIT"},
    {"name": "event words marked by hand on articles of the data sets of Giveme5W1H", "licence": "Apache-2.0; articles their publishers'"},
    {"name": "re3d without its non-commercial documents", "licence": "OGL, public domain, CC BY(-SA)"},
)  # fmt: skip


class RowQuantised(nn.Module):
    """An embedding table in int8 with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("quantised", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.quantised[ids].float() * self.scale[ids]


def export(
    model: Model, out: Path, *, calibration: Sequence[Row] = (), reduce_range: bool = False
) -> Path:
    """Write the int8 graph and its companions into `out`; returns the path of the graph.

    The graph reads `calibration` rows first, to fix the scales of its activations.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        network = copy.deepcopy(model.network)
        network.encoder.word = RowQuantised(network.encoder.word.weight.detach())
        to_onnx(network, plain)
        graph = onnx.load(str(plain))
        seen = input_ranges(graph, [collate([row]).inputs for row in calibration if fits(row)])
        onnx.save(quantise(graph, seen, reduce_range=reduce_range), str(path))
    shutil.copyfile(base_folder() / "vocab.txt", out / "vocab.txt")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (out / "encoder.onnx.sha256").write_text(f"{digest}  encoder.onnx\n", encoding="utf-8")
    text = json.dumps(config(chains_of(model), digest, out), indent=1, ensure_ascii=False)
    (out / "config.json").write_text(text + "\n", encoding="utf-8")
    return path


def to_onnx(network: Network, path: Path) -> None:
    """Trace the network into an fp32 graph with dynamic batch, pieces and words."""
    network.eval()
    ids = torch.ones(2, 12, dtype=torch.long)
    first = torch.tensor([[0, 1, 2, 4, 5, 7, 8, 9]] * 2)
    example = (ids, torch.zeros_like(ids), torch.ones(2, 12), first, torch.ones(2, 8))
    logging.disable(logging.WARNING)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=AXES, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def config(chains: Chains, digest: str, folder: Path) -> dict[str, Any]:
    """What the runtime must know about the graph."""
    return {
        "format": FORMAT,
        "graph": {"file": "encoder.onnx", "sha256": digest},
        "vocabulary": {"file": "vocab.txt", "sha256": _sha256(folder / "vocab.txt")},
        "labels": {
            "upos": UPOS,
            "rel": RELATIONS,
            "ner": NER,
            "att": ATT,
            "event": EVENTS,
            "status": STATUSES,
        },
        "case": CASE | {"quoted": QUOTED, "values": CASE_VALUES},
        "batching": "free",
        "max_pieces": MAX_PIECES,
        "max_pieces_per_word": MAX_PIECES_PER_WORD,
        "transitions": {
            "ner": {"step": _listed(chains.ner[0]), "start": _listed(chains.ner[1])},
            "att": {"step": _listed(chains.att[0]), "start": _listed(chains.att[1])},
        },
        "training_data": TRAINING_DATA,
    }


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _listed(values: NDArray[np.float32]) -> Any:
    return np.round(values.astype(float), 4).tolist()


def read_chains(path: Path) -> Chains:
    """The chain scores as config.json holds them."""
    found = json.loads(path.read_text(encoding="utf-8"))["transitions"]
    return Chains(
        *((np.array(found[k]["step"]), np.array(found[k]["start"])) for k in ("ner", "att"))
    )


def onnx_runner(path: Path, threads: int = 2) -> Runner:
    """An ONNX file as a function from inputs to outputs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])

    def run(inputs: dict[str, NDArray[np.generic]]) -> dict[str, NDArray[np.float32]]:
        found: Sequence[NDArray[np.float32]] = session.run(list(OUTPUTS), inputs)
        return dict(zip(OUTPUTS, found, strict=True))

    return run
