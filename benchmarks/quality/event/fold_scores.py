"""`python -m benchmarks.quality.event.fold_scores RUN`: statuses of event words by heads that had not seen them.

The encoder's heads were trained on nine tenths of the marks of `training/event_words`, so what they say of these is
too sure to learn from. Here fresh heads are trained five times on the still network of a training run, each time
without a fifth of the documents, and read that fifth: right for 74 of a hundred words. Some minutes;
needs torch. Writes ``status_scores.txt.gz``: source, sentence, word and the six scores in thousandths, no text.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from pathlib import Path
from typing import Final

from benchmarks.quality.encoder import data
from training.event_words import FOLDER, place, with_event_words
from training.prepare import build
from training.records import Sentence

FILE: Final = Path(__file__).parent / "status_scores.txt.gz"
FOLDS: Final = 5
Scores = dict[tuple[str, str, int], tuple[float, ...]]
"""By source, id of the sentence and number of the word: a probability for each status."""


def read() -> Scores:
    """The stored scores."""
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return {(s, i, int(w)): tuple(int(v) / 1000 for v in found) for s, i, w, *found in rows}


def fold(sentence: Sentence) -> int:
    """Which fifth a sentence is in, by its document."""
    return int(hashlib.sha256(f"fold{place(sentence.id)[0]}".encode()).hexdigest(), 16) % FOLDS


def marked() -> list[tuple[str, Sentence]]:
    """Every sentence that readers marked, with its source."""
    return [
        (file.stem, one)
        for file in sorted(FOLDER.glob("*.txt"))
        for one in with_event_words(build(f"{file.stem}_train", data.DATA), file)
        if one.events is not None
    ]


def made(run: Path) -> Scores:
    """The scores by heads on the network of a training run."""
    import torch

    from training.event_heads import HeadSettings, learned_heads, marked_words
    from training.features import fits, to_rows, word_splitter
    from training.pipeline import load_blend

    model, sentences = load_blend(run), marked()
    rows = [r for r in to_rows([one for _, one in sentences], word_splitter()) if fits(r)]
    rows.sort(key=lambda row: row.length)
    words = marked_words(model, rows)
    places = [(row.number, word) for row in rows for word in range(len(row.words))]
    folds = torch.tensor([fold(sentences[number][1]) for number, _ in places])
    scores: Scores = {}
    for number in range(FOLDS):
        heads = learned_heads(words.where(folds != number), HeadSettings())
        asked = ((folds == number) & (words.statuses >= 0)).nonzero().flatten()
        with torch.no_grad():
            shares = torch.softmax(heads.of_words(words.states[asked].float())[1], -1).tolist()
        for index, found in zip(asked.tolist(), shares, strict=True):
            row, word = places[index]
            source, sentence = sentences[row]
            scores[source, sentence.id, word] = tuple(found)
    return scores


def write(scores: Scores) -> None:
    """Store the scores."""
    lines = [
        "\t".join([source, id_, str(word), *(str(round(1000 * value)) for value in found)])
        for (source, id_, word), found in sorted(scores.items())
    ]
    FILE.write_bytes(gzip.compress("\n".join([*lines, ""]).encode(), mtime=0))


def main() -> int:
    """Make the scores of the run that the command names."""
    if len(sys.argv) != 2:
        print("name the folder of a training run: training/runs/main", file=sys.stderr)
        return 1
    write(made(Path(sys.argv[1])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
