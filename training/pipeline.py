"""The stages in order: rows, teacher vectors, training, and training on with the lower layers still."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.event_heads import HeadSettings, train_heads
from training.event_words import FOLDER, is_held, with_event_words
from training.ewt_names import with_names
from training.features import Row, to_rows, word_splitter
from training.network import Network, load_base
from training.prepare import prepare
from training.records import Sentence
from training.replace_names import replacer
from training.train import EVENT_WEIGHTS, Model, Settings, Trainer, sentence_vectors

#: Folder of the second part of a run, inside that of the first.
REFINED = "refined"
#: File of a run with the weights of the heads of event words.
EVENT_HEADS = "events.pt"
#: The second part: 50 steps up to 0.4 of the first one's rates, 30 % of them flat, down to zero.
REFINING = Settings(steps=1150, seed=2, warmup=50, decay_share=0.7, peak=0.4, still_layers=3)
#: Share of the second part in the weights that ship; the rest is the first part's.
BLEND = 0.4
#: What is added to the score of every step to no name (tuned, see README).
OUTSIDE = 0.4
Weights = dict[str, torch.Tensor]


@dataclass
class Pools:
    """Rows to train on: `trees` (with re3d) and `news`; `rows` has each of both once."""

    trees: list[Row]
    news: list[Row]
    rows: list[Row]


def pools(data: Path, work: Path, settings: Settings) -> Pools:
    """Prepare the data and turn the training parts into rows."""
    parts = prepare(data, work)
    sentences = [*with_names(parts["ewt_train"])]
    for part in ("gum_train", "re3d_train", "polnear_train"):
        sentences += parts[part]
    rows = to_rows(sentences, word_splitter())
    trees = [row for row in rows if row.upos is not None]
    news = [row for row in rows if row.att is not None]
    named = [row for row in rows if row.upos is None and row.att is None]
    return Pools(trees + named * settings.names_copies, news, rows)


def with_marks(parts: dict[str, list[Sentence]]) -> dict[str, list[Sentence]]:
    """The parts with the event words of those that were read."""
    marked = {f"{file.stem}_train": file for file in sorted(FOLDER.glob("*.txt"))}
    return parts | {part: with_event_words(parts[part], file) for part, file in marked.items()}


def teacher_vectors(rows: list[Row], work: Path) -> dict[int, NDArray[np.float32]]:
    """Sentence vectors of the original encoder for all training rows, stored by their words."""
    path = work / "teacher.npz"
    known: dict[str, NDArray[np.float16]] = {}
    if path.exists():
        with np.load(path) as stored:
            known = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
    keys = [hashlib.md5(" ".join(row.words).encode()).hexdigest() for row in rows]
    missing = {key: row for key, row in zip(keys, rows, strict=True) if key not in known}
    if missing:
        network = load_base(Network()).eval()
        found = sentence_vectors(network, list(missing.values()), cased=False)
        known |= dict(zip(missing, found.astype(np.float16), strict=True))
        np.savez(path, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    pairs = zip(keys, rows, strict=True)
    return {row.number: known[key].astype(np.float32) for key, row in pairs}


def train(data: Path, work: Path, run: Path, settings: Settings) -> Trainer:
    """Train to the end, or on from the checkpoint in `run`."""
    torch.set_num_threads(settings.threads)
    trainer = _trainer(data, work, run, settings)
    if trainer.resume():
        print(f"resumed at step {trainer.step}", flush=True)
    trainer.run()
    return trainer


def refine(data: Path, work: Path, run: Path, settings: Settings) -> Trainer:
    """Train the upper layers and the heads on from the average that `train` left in `run`.

    Checkpoints go into the folder REFINED of `run`.
    """
    torch.set_num_threads(settings.threads)
    trainer = _trainer(data, work, run / REFINED, settings)
    if trainer.resume():
        print(f"resumed at step {trainer.step}", flush=True)
    else:
        trainer.start_from(run)
    trainer.run()
    return trainer


def learn_events(data: Path, work: Path, run: Path, settings: HeadSettings) -> None:
    """Train the heads of event words on the blended parts of a run; they go into EVENT_HEADS."""
    parts = with_marks(prepare(data, work))
    marked = [one for part in parts.values() for one in part if one.events is not None]
    rows = to_rows([one for one in marked if not is_held(one)], word_splitter())
    heads = train_heads(load_blend(run), rows, settings)
    torch.save(heads.state_dict(), run / EVENT_HEADS)


def load_blend(run: Path) -> Model:
    """Both parts' averages blended, with the heads of event words if they were trained."""
    model = Model()
    first, second = checkpoints(run)
    model.load(blended(first["average"], second["average"]))
    model.ner_chain.prefer_outside(OUTSIDE)
    if (run / EVENT_HEADS).exists():
        model.network.events.load_state_dict(torch.load(run / EVENT_HEADS, weights_only=True))
    print(f"weights of steps {first['step']} and {second['step']}")
    return model.eval()


def checkpoints(run: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The checkpoints of both parts of a run."""
    first, second = (
        torch.load(folder / "checkpoint.pt", weights_only=True) for folder in (run, run / REFINED)
    )
    return first, second


def _trainer(data: Path, work: Path, folder: Path, settings: Settings) -> Trainer:
    pool = pools(data, work, settings)
    teacher = teacher_vectors(pool.rows, work)
    names = replacer(pool.rows, word_splitter())
    return Trainer(settings, pool.trees, pool.news, teacher, names, folder)


def blended(first: Weights, second: Weights, share: float = BLEND) -> Weights:
    """Weights between those before and after fine-tuning (Wortsman et al. 2022).

    Without those of event words, which learn when all others are fixed (`event_heads`).
    """
    return {
        name: torch.lerp(value, second[name], share) if value.is_floating_point() else value
        for name, value in first.items()
        if not name.startswith(EVENT_WEIGHTS)
    }
