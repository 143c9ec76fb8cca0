"""The stages in order: rows, teacher vectors, training in two halves, self-labelled names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.decode import predict, runner
from training.features import Row, to_rows, word_splitter
from training.labels import NER
from training.network import Network, load_base
from training.prepare import prepare
from training.records import Sentence
from training.replace_names import replacer
from training.self_names import propn_names
from training.train import Settings, Trainer, sentence_vectors

#: Loss weight of names that the half-trained model gave to the treebank without names.
SELF_LABEL_WEIGHT = 0.8


@dataclass
class Pools:
    """Rows to train on: `trees` (with re3d) and `news`, and the sentences that have no names."""

    trees: list[Row]
    news: list[Row]
    unnamed: list[tuple[Sentence, Row]]
    rows: list[Row]


def pools(data: Path, work: Path, settings: Settings) -> Pools:
    """Prepare the data and turn the training parts into rows."""
    parts = prepare(data, work)
    sentences = [
        *parts["ewt_train"], *parts["gum_train"], *parts["re3d_train"], *parts["polnear_train"]
    ]  # fmt: skip
    rows = to_rows(sentences, word_splitter())
    trees = [row for row in rows if row.upos is not None]
    news = [row for row in rows if row.att is not None]
    named = [row for row in rows if row.upos is None and row.att is None]
    unnamed = [pair for pair in zip(sentences, rows, strict=True) if pair[1].ner is None]
    return Pools(trees + named * settings.names_copies, news, unnamed, rows)


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
    pool = pools(data, work, settings)
    teacher = teacher_vectors(pool.rows, work)
    names = replacer(pool.rows, word_splitter())
    trainer = Trainer(settings, pool.trees, pool.news, teacher, names, run)
    if trainer.resume():
        print(f"resumed at step {trainer.step}", flush=True)
    if not 0 < settings.self_label_at < 1:
        trainer.run()
        return trainer
    half = int(settings.steps * settings.self_label_at)
    trainer.run(until=half)
    self_label(trainer, pool.unnamed, run / "self_labels.json")
    trainer.run()
    return trainer


def self_label(trainer: Trainer, unnamed: list[tuple[Sentence, Row]], path: Path) -> None:
    """Give the treebank sentences without names those of `propn_names`.

    Made once and stored, so that a resumed run goes on with the same labels.
    """
    if not path.exists():
        found = predict(
            runner(trainer.average, fast=True), [r for _, r in unnamed], trainer.average
        )
        labels = propn_names([sentence for sentence, _ in unnamed], found)
        path.write_text(json.dumps(labels), encoding="utf-8")
    stored = json.loads(path.read_text(encoding="utf-8"))
    index = {tag: number for number, tag in enumerate(NER)}
    for (_, row), tags in zip(unnamed, stored, strict=True):
        row.ner = [index[tag] for tag in tags] if tags else None
        row.name_weight = SELF_LABEL_WEIGHT
