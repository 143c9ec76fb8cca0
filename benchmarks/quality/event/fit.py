"""`python -m benchmarks.quality.event.fit`: how much the lexicon and the encoder count in taking a word for an event.

Fits a logistic regression over the features of `dragoman.extract.event.weigh`: is the candidate an event of
its type, by the marks of readers? Learned from the sentences of `training/event_words` that the encoder was not
trained on (one document in ten) and from the first batch of the cluster articles; writes
``src/dragoman/data/event_weights.json``. Prints precision and recall over probabilities, each part scored by
weights of the others. Needs scipy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.quality.encoder import data
from benchmarks.quality.event import clusters, corpus
from dragoman.encoder import EncodedSentence, Encoder
from dragoman.encoder.session import NO_EVENT
from dragoman.extract.event import weigh
from dragoman.extract.event.candidates import Scene, Setting
from dragoman.extract.event.gate import HARD
from dragoman.extract.event.lexicon import shipped
from dragoman.extract.event.tree import Tree
from training.event_words import FOLDER, is_held, with_event_words
from training.prepare import build

OUT: Final = Path(__file__).parents[3] / "src" / "dragoman" / "data" / weigh.SHIPPED
L2: Final = 1.0
ACCEPT: Final = {"dyad": 0.3, "bound": 0.42, "lexicon": 0.57, "read": 0.68}
"""From what probability on a candidate is an event (`weigh.Weights`): set on the first batch of the cluster
articles, the seen ones and PLV, so that precision stays where the lexicon alone has it."""
LEFT_OUT: Final = frozenset({"ewt"})
"""Newsgroups and weblogs: marked sentences of no news."""
SHOWN: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
Floats = NDArray[np.float64]
Gold = dict[int, frozenset[str]]
"""The types of the marked words of a sentence, by their number."""
Article = list[tuple[EncodedSentence, Gold]]


class Part(NamedTuple):
    """Candidates of one source: features (n, features), whether each is right, and how many marks there are."""

    features: Floats
    right: NDArray[np.bool_]
    marks: int


def part(articles: Iterable[Article]) -> Part:
    """The candidates of articles with marks."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    marks = 0
    for article in articles:
        trees = [Tree(sentence) for sentence, _ in article]
        setting = Setting(dense=weigh.density(trees))
        marks += sum(len(gold) for _, gold in article)
        scenes = [
            (Scene(tree, shipped(), setting), a[1]) for tree, a in zip(trees, article, strict=True)
        ]
        for found, gold in ((f, gold) for scene, gold in scenes for f in scene.candidates()):
            if found.refused not in HARD:
                rows.append(found.features)
                right.append(found.match.frame.type in gold.get(found.match.at, ()))
    features = np.array(rows).reshape(-1, len(weigh.FEATURES))
    return Part(features, np.array(right, dtype=bool), marks)


def parts(encoder: Encoder) -> dict[str, Part]:
    """By source: the held sentences that readers marked, and the first batch of cluster articles."""
    made = {}
    for file in sorted(FOLDER.glob("*.txt")):
        read = with_event_words(build(f"{file.stem}_train", data.DATA), file)
        held = [one for one in read if one.events is not None and is_held(one)]
        made[file.stem] = part(_marked(data.read(encoder, held)))
    return made | {"clusters": part(_clusters(encoder))}


def _marked(pairs: Sequence[data.Pair]) -> Iterable[Article]:
    """By document."""
    articles: dict[str, Article] = {}
    for gold, found in pairs:
        types = enumerate(gold.events or [])
        marks = {number: frozenset([type_]) for number, type_ in types if type_ != NO_EVENT}
        articles.setdefault(gold.doc, []).append((found, marks))
    return articles.values()


def _clusters(encoder: Encoder) -> Iterator[Article]:
    sheets = [s for s in clusters.sheets() if s.blind and s.batch == "first"]
    read = corpus.encoded(sorted(s.text for s in sheets), encoder)
    for sheet in sheets:
        yield [(sentence, _gold(sentence, sheet)) for sentence in read[sheet.text]]


def _gold(sentence: EncodedSentence, sheet: clusters.Sheet) -> Gold:
    return {
        number: mark.types
        for mark in sheet.marked
        for number, token in enumerate(sentence.sentence.tokens)
        if token.start < mark.span[1] and mark.span[0] < token.end
    }


def fit(given: list[Part]) -> Floats:
    """The weights, of shape (features,), of parts that count alike by candidate."""
    rows = np.vstack([one.features for one in given])
    right = np.concatenate([one.right for one in given]).astype(float)

    def loss(values: Floats) -> tuple[float, Floats]:
        scores = rows @ values
        miss = 1 / (1 + np.exp(-scores)) - right
        kept = np.concatenate([[0.0], values[1:]])
        total = np.logaddexp(0, scores).sum() - right @ scores + L2 * kept @ kept
        return float(total), rows.T @ miss + 2 * L2 * kept

    found: Floats = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def shown(name: str, one: Part, values: Floats) -> str:
    """Precision and recall over probabilities."""
    likely = 1 / (1 + np.exp(-one.features @ values))
    cells = []
    for least in SHOWN:
        kept = likely >= least
        precision = one.right[kept].mean() if kept.any() else 0.0
        recall = one.right[kept].sum() / max(one.marks, 1)
        cells.append(f"{least}: {precision:.2f}/{recall:.2f}")
    return f"{name:10} {one.marks:5} marks  " + "  ".join(cells)


def main() -> int:
    """Fit, print, write; 1 where the data is not there."""
    if not corpus.PLV.exists():
        print(
            f"no data at {corpus.PLV}; DRAGOMAN_SHARED names the folder with data/", file=sys.stderr
        )
        return 1
    made = parts(Encoder.load(threads=1))
    for name, one in made.items():
        others = [other for key, other in made.items() if key not in LEFT_OUT | {name}]
        print(shown(name, one, fit(others)))
    values = fit([one for name, one in made.items() if name not in LEFT_OUT])
    weights = {name: round(float(v), 3) for name, v in zip(weigh.FEATURES, values, strict=True)}
    source = "benchmarks/quality/event/fit.py"
    stored = {"source": source, "accept": ACCEPT, "weights": weights}
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"{OUT}: {weights}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
