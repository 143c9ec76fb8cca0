"""`python -m benchmarks.quality.quotation.fit [articles]`: the weights that link attributions.

Fits three multinomial logistic regressions (content to cue, source to cue, loose content to an
attribution of another sentence) on PolNeAR *train*, with gold spans and with the encoder's, and
writes ``src/dragoman/data/quotation_weights.json``. Needs scipy. L2 1.0; features seen fewer than
three times are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.quality.quotation.corpus import ROLES, Gold, Read, load, read, with_gold_spans
from dragoman.encoder import Encoder
from dragoman.extract.quotation.features import content_features, source_features
from dragoman.extract.quotation.flow import (
    Attribution,
    Content,
    Line,
    attribution_of,
    candidates,
    is_next,
    latest,
)
from dragoman.extract.quotation.link import link
from dragoman.extract.quotation.pieces import Piece, pieces
from dragoman.extract.quotation.tree import Tree

OUT: Final = Path(__file__).parents[3] / "src" / "dragoman" / "data" / "quotation_weights.json"
ABOUT: Final = (
    "Weights of the features that link attributions (dragoman.extract.quotation.features, .flow). "
    "Made by benchmarks/quality/quotation/fit.py on 240 articles of PolNeAR train."
)
ARTICLES: Final = 240
LEAST: Final = 3
L2: Final = 1.0
PART: Final = {label: index for index, label in enumerate(ROLES.values())}


class Choice(NamedTuple):
    """One choice: the features of every candidate, and which of them gold allows (or none)."""

    features: list[list[str]]
    right: list[bool]


Choices = dict[str, list[Choice]]


def owners(gold: Gold, tree: Tree, piece: Piece) -> set[int]:
    """The gold attributions whose part of that role overlaps a piece."""
    low, high = tree.span(piece.start, piece.end)
    return {
        number
        for number, attribution in enumerate(gold.attributions)
        for start, end in attribution[PART[piece.label]]
        if start < high and low < end
    }


def inside(reads: Iterable[Read]) -> Choices:
    """The choices inside sentences."""
    made: Choices = defaultdict(list)
    for one in reads:
        for sentence in one.sentences:
            tree = Tree(sentence)
            for name, choice in _inside(one.gold, tree, pieces(tree)):
                made[name].append(choice)
    return made


def _inside(gold: Gold, tree: Tree, found: Sequence[Piece]) -> Iterator[tuple[str, Choice]]:
    owned = [(piece, owners(gold, tree, piece)) for piece in found]
    for piece, own in owned:
        cues = [(p, o) for p, o in owned if p.label == "CUE"]
        sources = [(p, o) for p, o in owned if p.label == "SRC"]
        if piece.label == "CON" and own and cues:
            features = [content_features(tree, piece, cue, found) for cue, _ in cues]
            yield "content", Choice(features, [bool(own & o) for _, o in cues])
        if piece.label == "CUE" and own and sources:
            features = [source_features(tree, source, piece, found) for source, _ in sources]
            yield "source", Choice(features, [bool(own & o) for _, o in sources])


def across(reads: Iterable[Read], weights: dict[str, dict[str, float]]) -> list[Choice]:
    """The choices of loose contents between sentences, with gold's own choices made before."""
    return [choice for one in reads for choice in _across(one, weights)]


def _across(one: Read, weights: dict[str, dict[str, float]]) -> Iterator[Choice]:
    trees = [Tree(sentence) for sentence in one.sentences if sentence.attribution]
    numbers = [i for i, sentence in enumerate(one.sentences) if sentence.attribution]
    lines = [Line(n, t, link(t, pieces(t), weights)) for n, t in zip(numbers, trees, strict=True)]
    by_line = [[attribution_of(line, g) for g in line.groups if g.cue] for line in lines]
    recent: list[Attribution] = []
    for number, line in enumerate(lines):
        following = by_line[number + 1] if is_next(lines, number) else []
        for group in (g for g in line.groups if g.cue is None):
            content = Content(line, group.contents[0])
            own = owners(one.gold, line.tree, content.piece)
            joinable = list(candidates(content, recent, following))
            right = [bool(own & _cue_owners(one.gold, a)) for a, _ in joinable]
            if joinable:
                yield Choice([names for _, names in joinable], right)
            for (attribution, _), is_right in zip(joinable, right, strict=True):
                if is_right and any(attribution is a for a in recent):
                    attribution.contents.append(content)
                    recent = latest(recent, [attribution])
        recent = latest(recent, by_line[number])


def _cue_owners(gold: Gold, attribution: Attribution) -> set[int]:
    cue = attribution.group.cue
    return owners(gold, attribution.line.tree, cue) if cue else set()


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights that maximise the likelihood of the right candidates; 'none' is that of no candidate."""
    seen = Counter(name for c in choices for names in c.features for name in set(names))
    kept = ["none", *sorted(name for name, count in seen.items() if count >= LEAST)]
    place = {name: i for i, name in enumerate(kept)}
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[float] = []
    for number, choice in enumerate(choices):
        options = [*choice.features, ["none"]]
        for names, is_right in zip(options, [*choice.right, not any(choice.right)], strict=True):
            known = [place[name] for name in names if name in place]
            rows += [len(owner)] * len(known)
            columns += known
            owner.append(number)
            right.append(float(is_right))
    shape = (len(owner), len(kept))
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    found = _minimum(matrix, np.array(owner), np.array(right), len(choices))
    return {name: round(float(weight), 3) for name, weight in zip(kept, found, strict=True)}


def _minimum(matrix: csr_matrix, owner: np.ndarray, right: np.ndarray, count: int) -> np.ndarray:
    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.full(count, -np.inf)
        np.maximum.at(top, owner, scores)
        mass = np.exp(scores - top[owner])
        total, good = np.bincount(owner, mass, count), np.bincount(owner, mass * right, count)
        slope = mass / total[owner] - mass * right / good[owner]
        value = -np.log(good / total).sum() + L2 / 2 * weights @ weights
        return value, matrix.T @ slope + L2 * weights

    found: np.ndarray = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def fitted(reads: Sequence[Read]) -> dict[str, dict[str, float]]:
    """The three sets of weights."""
    both = [*(with_gold_spans(one) for one in reads), *reads]
    weights = {name: fit(choices) for name, choices in sorted(inside(both).items())}
    weights["flow"] = fit(across(both, weights))
    return weights


def main() -> int:
    """Fit and write."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    articles = load("train")
    chosen = articles[:: max(1, len(articles) // count)][:count]
    weights = fitted(read(chosen, Encoder.load()))
    written = {"about": ABOUT, **weights}
    OUT.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(chosen)} articles, {sum(len(part) for part in weights.values())} weights in {OUT}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
