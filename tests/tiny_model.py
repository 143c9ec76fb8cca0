"""Writes ``tests/data/tiny_encoder``: a random model of 40 kB with the signature of the real one.

    python -m tests.tiny_model

Run it again only when the signature changes; it needs the package `onnx`, the tests do not.
The "network" mixes sines of the inputs with random matrices; every output depends on every piece.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from dragoman.encoder import EVENT_TYPES, STATUSES
from dragoman.encoder.session import FORMAT

FOLDER = Path(__file__).parent / "data" / "tiny_encoder"
UPOS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
RELS = [
    "acl",
    "advcl",
    "advmod",
    "amod",
    "aux",
    "case",
    "ccomp",
    "compound",
    "conj",
    "cc",
    "det",
    "mark",
    "nmod",
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "parataxis",
    "punct",
    "root",
    "xcomp",
]
NER = ["O"] + [f"{p}-{kind}" for kind in ("PER", "ORG", "LOC", "NAT", "OTH") for p in "BI"]
ATT = ["O"] + [f"{p}-{kind}" for kind in ("SRC", "CUE", "CON") for p in "BI"]
EVENTS = ["none", *EVENT_TYPES]
SIZE = 12
INPUTS = {
    "ids": ("b", "t"),
    "case": ("b", "t"),
    "mask": ("b", "t"),
    "first": ("b", "v"),
    "wmask": ("b", "v"),
}
OUTPUTS = {
    "upos": ("b", "w", len(UPOS)), "arc": ("b", "w", "v"), "rel": ("b", "w", len(RELS)),
    "ner": ("b", "w", len(NER)), "att": ("b", "w", len(ATT)),
    "event": ("b", "w", len(EVENTS)), "status": ("b", "w", len(STATUSES)), "emb": ("b", 384),
}  # fmt: skip


class Builder:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.random = np.random.default_rng(7)
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def matrix(self, name: str, rows: int, columns: int, spread: float = 2.0) -> str:
        values = self.random.normal(0, spread, (rows, columns)).astype(np.float32)
        return self.constant(name, values)

    def node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output


def states(b: Builder) -> str:
    """[b,t,SIZE]: sines of the piece and its case, mixed with the mean over the row."""
    last = b.constant("last", np.array([2]))
    for name in ("ids", "case"):
        b.node("Cast", [name], name + "_f", to=TensorProto.FLOAT)
        b.node("Unsqueeze", [name + "_f", last], name + "_u")
        b.node("MatMul", [name + "_u", b.matrix(name + "_w", 1, SIZE)], name + "_x")
    b.node("Sin", [b.node("Add", ["ids_x", "case_x"], "sum")], "sine")
    b.node("Mul", ["sine", b.node("Unsqueeze", ["mask", last], "mask_u")], "inside")
    b.node("ReduceMean", ["inside"], "mean", axes=[1], keepdims=1)
    mixed = b.node("MatMul", ["mean", b.matrix("mean_w", SIZE, SIZE, 4.0)], "mixed")
    return b.node("Add", ["inside", mixed], "states")


def build() -> onnx.ModelProto:
    b = Builder()
    states(b)
    last = "last"
    b.node(
        "GatherND",
        ["states", b.node("Unsqueeze", ["first", last], "index")],
        "all_words",
        batch_dims=1,
    )
    one, end, axis = (
        b.constant(n, np.array([v])) for n, v in (("one", 1), ("end", 1 << 30), ("axis", 1))
    )
    b.node("Slice", ["all_words", one, end, axis], "words")
    layers = {
        "upos": UPOS,
        "rel": RELS,
        "ner": NER,
        "att": ATT,
        "event": EVENTS,
        "status": STATUSES,
    }
    for name, labels in layers.items():
        b.node("MatMul", ["words", b.matrix(name + "_w", SIZE, len(labels))], name)
    b.node("Transpose", ["all_words"], "heads", perm=[0, 2, 1])
    b.node(
        "MatMul",
        [b.node("MatMul", ["words", b.matrix("arc_w", SIZE, SIZE)], "bilinear"), "heads"],
        "arcs",
    )
    far = b.constant("far", np.float32(1e4))
    b.node(
        "Mul", [b.node("Sub", ["wmask", b.constant("unit", np.float32(1))], "pad"), far], "penalty"
    )
    b.node("Add", ["arcs", b.node("Unsqueeze", ["penalty", "axis"], "penalty_u")], "arc")
    b.node(
        "MatMul",
        [b.node("Squeeze", ["mean", "axis"], "mean_s"), b.matrix("emb_w", SIZE, 384)],
        "emb",
    )
    return finish(b)


def finish(b: Builder) -> onnx.ModelProto:
    whole = {"ids": TensorProto.INT64, "case": TensorProto.INT64, "first": TensorProto.INT64}
    inputs = [
        helper.make_tensor_value_info(n, whole.get(n, TensorProto.FLOAT), s)
        for n, s in INPUTS.items()
    ]
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in OUTPUTS.items()]
    graph = helper.make_graph(b.nodes, "tiny", inputs, outputs, b.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def main(vocabulary: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "encoder.onnx").write_bytes(build().SerializeToString())
    lines = vocabulary.read_text(encoding="utf-8").split("\n")[:3000]
    (FOLDER / "vocab.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    entries = {
        key: {"file": name, "sha256": hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()}
        for key, name in (("graph", "encoder.onnx"), ("vocabulary", "vocab.txt"))
    }
    config = {
        "format": FORMAT, "name": "tiny", "version": "0", **entries,
        "labels": {
            "upos": UPOS, "rel": RELS, "ner": NER, "att": ATT, "event": EVENTS, "status": STATUSES,
        },
        "batching": "free", "max_pieces": 64, "max_pieces_per_word": 20,
    }  # fmt: skip
    (FOLDER / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
