"""Writes the model card from its template and the scores of the files that ship."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.pipeline import checkpoints

#: (row of the table, score, floor, goal); floors and goals are those of the project's goals page.
ROWS = (
    ("LAS, EWT dev", "ewt_las", "88.5", "91"),
    ("LAS, GUM dev", "gum_las", "88.5", "91"),
    ("LAS, GUM dev news", "gum_news_las", "", ""),
    ("UPOS, EWT dev", "ewt_upos", "96.5", "97.5"),
    ("UPOS, GUM dev", "gum_upos", "", ""),
    ("names, UNER dev (PER, ORG, LOC)", "uner_f1", "78", "88"),
    ("— PER", "uner_PER", "", ""),
    ("— ORG", "uner_ORG", "", ""),
    ("— LOC", "uner_LOC", "", ""),
    ("names, re3d non-commercial part and GUM dev news", "news_names_f1", "75", "85"),
    ("— PER", "news_names_PER", "", ""),
    ("— ORG", "news_names_ORG", "", ""),
    ("— LOC", "news_names_LOC", "", ""),
    ("— NAT", "news_names_NAT", "", ""),
    ("names, GUM dev, all five types", "gum_names_f1", "", ""),
    ("attribution, PolNeAR dev: source", "polnear_SRC", "85.5", "88"),
    ("attribution: cue", "polnear_CUE", "72.2", "76"),
    ("attribution: content", "polnear_CON", "91.2", "93"),
    ("event words with their type, held-out marks", "event_typed", "", ""),
    ("event words: without type", "event_untyped", "", ""),
    ("— precision", "event_precision", "", ""),
    ("— recall", "event_recall", "", ""),
    ("status of event words, right of a hundred", "event_status", "", ""),
    ("similarity to the original (Spearman)", "similarity", "0.90", "0.95"),
)


def write_card(template: Path, run: Path, out: Path) -> Path:
    """Fill the template; returns the path of the card."""
    config = json.loads((out / "config.json").read_text(encoding="utf-8"))
    scores = json.loads((run / "scores.json").read_text(encoding="utf-8"))
    if scores["sha256"] != config["graph"]["sha256"]:
        raise ValueError(f"{run / 'scores.json'} scores another file: run 'evaluate' first")
    first, second = checkpoints(run)
    card = template.read_text(encoding="utf-8").format(
        size=f"{(out / 'encoder.onnx').stat().st_size / 1e6:.1f}",
        sha256=config["graph"]["sha256"],
        max_pieces=config["max_pieces"],
        steps=f"{first['step']:,}",
        more_steps=f"{second['step']:,}",
        seed=first["settings"]["seed"],
        scores=table(scores),
    )
    path = out / "MODEL_CARD.md"
    path.write_text(card, encoding="utf-8")
    return path


def table(scores: dict[str, Any]) -> str:
    """The scores as a Markdown table."""
    lines = ["| measure | fp32 | int8 (this file) | floor | goal |", "|---|---|---|---|---|"]
    for label, name, floor, goal in ROWS:
        digits = 3 if name == "similarity" else 1
        both = (f"{scores[kind][name]:.{digits}f}" for kind in ("fp32", "int8"))
        lines.append(f"| {label} | {' | '.join(both)} | {floor} | {goal} |")
    return "\n".join(lines)
