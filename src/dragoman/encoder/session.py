"""The graph: verified, loaded, run. The only module that imports onnxruntime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.encoder.decode import Chain, plain_chain
from dragoman.encoder.pinned import CONFIG_SHA256
from dragoman.encoder.results import EVENT_TYPES, STATUSES
from dragoman.encoder.rows import Inputs
from dragoman.errors import ModelError

SHIPPED: Final = Path(__file__).parents[1] / "models"
OUTPUTS: Final = ("upos", "arc", "rel", "ner", "att", "event", "status", "emb")
FORMAT: Final = 2  # of config.json
NO_EVENT: Final = "none"  # the first of the labels of event words; the types follow
Outputs = dict[str, NDArray[np.float32]]
_AGAIN = "install the package again (pip install --force-reinstall dragoman)"


class Graph(Protocol):
    """Inputs of a batch to its outputs."""

    def __call__(self, inputs: Inputs, /) -> Outputs: ...


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model this is."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A verified model folder.

    Attributes:
        info: name, version and sha256 of the graph.
        graph: the bytes of the ONNX file that were hashed, so that nothing is read twice.
        vocabulary: the pieces, by number.
        upos, rels, names, attribution: labels, by number; the last two are BIO tags.
        name_chain, attribution_chain: scores of a tag after another.
        max_pieces, max_pieces_per_word: limits of a row and of a word.
        free_batching: a row's result does not depend on the rows beside it.
    """

    info: ModelInfo
    graph: bytes
    vocabulary: dict[str, int]
    upos: tuple[str, ...]
    rels: tuple[str, ...]
    names: tuple[str, ...]
    attribution: tuple[str, ...]
    name_chain: Chain
    attribution_chain: Chain
    max_pieces: int
    max_pieces_per_word: int
    free_batching: bool


def read_model(folder: Path) -> Model:
    """Read and verify a model folder.

    Raises:
        ModelError: a file is missing, altered, or of another format.
    """
    config = _config(folder)
    try:
        return _model(folder, config)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"{folder / 'config.json'} lacks or garbles {error}; expected the fields that "
            f"training/export.py writes: {_AGAIN}"
        ) from error


def _model(folder: Path, config: dict[str, Any]) -> Model:
    graph = _verified(folder, config["graph"])
    labels, chains = config["labels"], config.get("transitions", {})
    names, attribution = tuple(labels["ner"]), tuple(labels["att"])
    _same("event", labels["event"], (NO_EVENT, *EVENT_TYPES))
    _same("status", labels["status"], STATUSES)
    return Model(
        info=ModelInfo(
            str(config.get("name", "dragoman-encoder")),
            str(config.get("version", config["format"])),
            config["graph"]["sha256"],
        ),
        graph=graph,
        vocabulary=_vocabulary(_verified(folder, config["vocabulary"])),
        upos=tuple(labels["upos"]),
        rels=tuple(labels["rel"]),
        names=names,
        attribution=attribution,
        name_chain=_chain(chains.get("ner"), names),
        attribution_chain=_chain(chains.get("att"), attribution),
        max_pieces=config["max_pieces"],
        max_pieces_per_word=config["max_pieces_per_word"],
        free_batching=config.get("batching") == "free",
    )


def _same(name: str, found: Sequence[str], wanted: Sequence[str]) -> None:
    """Check labels that the program knows by their order."""
    if list(found) != list(wanted):
        raise ValueError(f"the labels of {name!r}")


def _config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    content = _read(path)
    if folder == SHIPPED and hashlib.sha256(content).hexdigest() != CONFIG_SHA256:
        raise ModelError(f"{path} is not the one that this version was released with: {_AGAIN}")
    try:
        config = json.loads(content)
    except ValueError as error:
        raise ModelError(f"{path} is no JSON ({error}): {_AGAIN}") from error
    if config.get("format") != FORMAT:
        raise ModelError(
            f"{path} has format {config.get('format')!r}, this program reads {FORMAT}: {_AGAIN}"
        )
    found: dict[str, Any] = config
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} can't be read ({error.strerror}): {_AGAIN}") from error


def _verified(folder: Path, entry: dict[str, str]) -> bytes:
    """The bytes of a file whose sha256 is the one in config.json and, if there is one, beside it."""
    path = folder / entry["file"]
    content = _read(path)
    digest = hashlib.sha256(content).hexdigest()
    beside = path.with_name(path.name + ".sha256")
    expected = [entry["sha256"]]
    if beside.exists():
        expected.append(_read(beside).decode("ascii", "replace").split()[0])
    for wanted in expected:
        if digest != wanted:
            raise ModelError(
                f"{path} has sha256 {digest}, expected {wanted}; it was changed or is from another "
                f"version: {_AGAIN}"
            )
    return content


def _vocabulary(content: bytes) -> dict[str, int]:
    pieces = content.decode("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(pieces) if piece}


def _chain(scores: dict[str, Any] | None, tags: Sequence[str]) -> Chain:
    if scores is None:
        return plain_chain(tags)
    return Chain(np.array(scores["step"], np.float32), np.array(scores["start"], np.float32))


def open_graph(graph: bytes, *, threads: int) -> Graph:
    """An onnxruntime session on the CPU as a function.

    Raises:
        ModelError: onnxruntime can't load it.
    """
    import onnxruntime  # here, so that reading results needs no runtime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = onnxruntime.InferenceSession(graph, options, ["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own classes have no common public base
        raise ModelError(f"onnxruntime can't load the model ({error}): {_AGAIN}") from error

    def run(inputs: Inputs) -> Outputs:
        return dict(zip(OUTPUTS, session.run(OUTPUTS, inputs), strict=True))

    return run
