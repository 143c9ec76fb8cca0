"""``python -m training STAGE``: prepare, train, refine, events, export, evaluate, card (or all).

``ablate`` is a stage of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when torch is first imported

import torch

from training.ablate import ablations, as_table
from training.card import write_card
from training.decode import chains_of
from training.evaluate import Scores, evaluate
from training.event_heads import HeadSettings
from training.export import export, onnx_runner, read_chains, to_onnx
from training.features import to_rows, word_splitter
from training.pipeline import (
    REFINING,
    checkpoints,
    learn_events,
    load_blend,
    refine,
    train,
    with_marks,
)
from training.prepare import prepare
from training.train import Model, Settings

HERE = Path(__file__).parent
CALIBRATION_STEP = 50  # every 50th news sentence, some 500, sets the scales of the int8 graph


def main() -> None:
    """Parse the command line and run the stage."""
    arguments = _parser().parse_args()
    stages = {
        "prepare": _prepare,
        "train": _train,
        "refine": _refine,
        "events": _events,
        "export": _export,
        "evaluate": _evaluate,
        "card": _card,
    }
    others = {"ablate": _ablate}
    wanted = stages if arguments.stage == "all" else [arguments.stage]
    for stage in wanted:
        (stages | others)[stage](arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    stages = ["prepare", "train", "refine", "events", "export", "evaluate", "card", "ablate", "all"]
    parser.add_argument("stage", choices=stages)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model files")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="prepared data")
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "main", help="checkpoints, log")
    parser.add_argument("--steps", type=int, default=Settings().steps)
    parser.add_argument("--threads", type=int, default=Settings().threads)
    parser.add_argument("--reduce-range", action="store_true", help="7-bit weights (no VNNI)")
    return parser


def _prepare(arguments: argparse.Namespace) -> None:
    for part, sentences in prepare(arguments.data, arguments.work).items():
        print(f"{part}: {len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words")


def _train(arguments: argparse.Namespace) -> None:
    settings = replace(Settings(), steps=arguments.steps, threads=arguments.threads)
    train(arguments.data, arguments.work, arguments.run, settings)


def _refine(arguments: argparse.Namespace) -> None:
    settings = replace(REFINING, threads=arguments.threads)
    refine(arguments.data, arguments.work, arguments.run, settings)


def _events(arguments: argparse.Namespace) -> None:
    torch.set_num_threads(arguments.threads)
    learn_events(arguments.data, arguments.work, arguments.run, HeadSettings())


def _export(arguments: argparse.Namespace) -> None:
    news = prepare(arguments.data, arguments.work)["polnear_train"][::CALIBRATION_STEP]
    path = export(
        load_blend(arguments.run),
        arguments.out,
        calibration=to_rows(news, word_splitter()),
        reduce_range=arguments.reduce_range,
    )
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def last_weights(run: Path) -> Model:
    """The model of the last step of the second part, not its average."""
    model = Model()
    model.load(checkpoints(run)[1]["model"])
    return model.eval()


def _evaluate(arguments: argparse.Namespace) -> None:
    """Score the fp32 network and the int8 file on the same data; write scores.json."""
    parts = with_marks(prepare(arguments.data, arguments.work))
    model = load_blend(arguments.run)
    torch.set_num_threads(arguments.threads)
    chains = read_chains(arguments.out / "config.json")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        to_onnx(model.network, plain)
        scores = {
            "fp32": evaluate(onnx_runner(plain, arguments.threads), chains_of(model), parts),
            "int8": evaluate(
                onnx_runner(arguments.out / "encoder.onnx", arguments.threads), chains, parts
            ),
        }
    config = json.loads((arguments.out / "config.json").read_text(encoding="utf-8"))
    stored = scores | {"sha256": config["graph"]["sha256"]}
    (arguments.run / "scores.json").write_text(json.dumps(stored, indent=1), encoding="utf-8")
    show(scores)


def _card(arguments: argparse.Namespace) -> None:
    print(write_card(HERE / "MODEL_CARD.template.md", arguments.run, arguments.out))


def _ablate(arguments: argparse.Namespace) -> None:
    parts = prepare(arguments.data, arguments.work)
    run: Path = arguments.run
    print(as_table(ablations(load_blend(run), last_weights(run), parts)))


def show(scores: dict[str, Scores]) -> None:
    """Print the scores side by side."""
    for name in scores["fp32"]:
        print(f"{name:24} {scores['fp32'][name]:8.3f} {scores['int8'][name]:8.3f}")


if __name__ == "__main__":
    main()
