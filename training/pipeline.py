"""The stages in order: rows, teacher vectors, training, and training on with the lower layers still."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.features import Row, to_rows, word_splitter
from training.hand_names import with_hand_names
from training.network import Network, load_base
from training.prepare import prepare
from training.replace_names import replacer
from training.train import Settings, Trainer, sentence_vectors

#: Folder of the second part of a run, inside that of the first.
REFINED = "refined"
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
    sentences = [
        *with_hand_names(parts["ewt_train"]),
        *parts["gum_train"],
        *parts["re3d_train"],
        *parts["polnear_train"],
    ]
    rows = to_rows(sentences, word_splitter())
    trees = [row for row in rows if row.upos is not None]
    news = [row for row in rows if row.att is not None]
    named = [row for row in rows if row.upos is None and row.att is None]
    return Pools(trees + named * settings.names_copies, news, rows)


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


def _trainer(data: Path, work: Path, folder: Path, settings: Settings) -> Trainer:
    pool = pools(data, work, settings)
    teacher = teacher_vectors(pool.rows, work)
    names = replacer(pool.rows, word_splitter())
    return Trainer(settings, pool.trees, pool.news, teacher, names, folder)


def blended(first: Weights, second: Weights, share: float = BLEND) -> Weights:
    """Weights between those before and after fine-tuning (Wortsman et al. 2022)."""
    return {
        name: torch.lerp(value, second[name], share) if value.is_floating_point() else value
        for name, value in first.items()
    }
