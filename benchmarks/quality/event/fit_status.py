"""`python -m benchmarks.quality.event.fit_status`: how much rules, words and the encoder count for the status.

Fits a multinomial logistic regression over the evidence of `dragoman.extract.event.status`: which status did the
readers mark? Learned from the event words of `training/event_words` and the marked articles here. The encoder was
trained on nine tenths of the former, so its scores there are taken from heads that had not seen the document
(`fold_scores`). Prints accuracy, what did not happen and is told as happened, and what happened and is lost, each
cluster or document scored by weights of the others; writes ``src/dragoman/data/status_weights.json``. Needs scipy.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from benchmarks.quality.encoder import data
from benchmarks.quality.event import clusters, corpus, fold_scores
from dragoman.encoder import STATUSES, EncodedSentence, Encoder, EventWord
from dragoman.encoder.session import NO_EVENT
from dragoman.extract.event import weigh
from dragoman.extract.event.candidates import Scene, Setting
from dragoman.extract.event.gate import is_mere_thought
from dragoman.extract.event.lexicon import shipped
from dragoman.extract.event.status import weights
from dragoman.extract.event.status.evidence import evidence
from dragoman.extract.event.tree import Tree
from dragoman.types import Status
from training.event_words import FOLDER, is_held, with_event_words
from training.prepare import build
from training.records import Sentence

OUT: Final = Path(__file__).parents[3] / "src" / "dragoman" / "data" / weights.SHIPPED
LEAST: Final = 0.8
"""Of happened and ongoing together, to be told as one of them where the rules do: what is told as happened without
having happened is halved there, and no more of what happened is lost than by the rules alone (README.md)."""
LEAST_AGAINST: Final = 0.85
"""The same where the rules say that it did not happen."""
LEAST_DENIED: Final = 0.95
"""The same where they say that it was denied."""
L2: Final = 2.0
L2_HEARD: Final = 0.3
OFTEN: Final = 5
"""A name of evidence counts from so many events on."""
FOLDS: Final = 5
SMALL: Final = 0.04
"""Names that weigh less than this for every status are not written."""
ARTICLES: Final = "articles"
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One marked event word with a match of its type.

    `group` is what is scored together, `kept` whether the program takes it for an event, `gold` the marked statuses.
    """

    source: str
    group: str
    kept: bool
    noun: bool
    by_rule: Status
    names: tuple[str, ...]
    heard: EventWord | None
    gold: frozenset[str]

    @property
    def real(self) -> bool:
        """Whether it happened or goes on, by the marks."""
        return bool(self.gold & set(weights.REAL))


Marks = dict[int, tuple[frozenset[str], frozenset[str]]]
"""Types and statuses of the marked words of a sentence, by number."""


def rows_of(
    source: str, group: str, sentences: Sequence[EncodedSentence], marks: Sequence[Marks]
) -> Iterator[Row]:
    """The matches of one document at its marked words."""
    trees = [Tree(sentence) for sentence in sentences]
    setting = Setting(dense=weigh.density(trees))
    for tree, marked in zip(trees, marks, strict=True):
        scene = Scene(tree, shipped(), setting)
        for found in scene.candidates() if marked else ():
            match = found.match
            types, statuses = marked.get(match.at, (frozenset(), frozenset()))
            if match.frame.type not in types:
                continue
            verdict = scene.factuality.rules.judge(match)
            refused, _ = found.judged(weigh.shipped())
            kept = not refused and not is_mere_thought(match.frame, found.parties, verdict)
            names = evidence(match, verdict, scene.factuality.rules)
            noun, heard = match.frame.kind == "noun", tree.event_words.get(match.at)
            yield Row(source, group, kept, noun, verdict.status, names, heard, statuses)


def of_words(encoder: Encoder) -> Iterator[Row]:
    """The marks of `training/event_words`, with scores of heads that had not seen them."""
    scores = fold_scores.read()
    for file in sorted(FOLDER.glob("*.txt")):
        every = with_event_words(build(f"{file.stem}_train", data.DATA), file)
        documents: dict[str, list[data.Pair]] = {}
        for pair in data.read(encoder, [one for one in every if one.events is not None]):
            documents.setdefault(pair[0].doc, []).append(pair)
        for name, pairs in documents.items():
            unseen = [s if is_held(g) else _unseen(g.id, s, file.stem, scores) for g, s in pairs]
            yield from rows_of(file.stem, name, unseen, [_marks(gold) for gold, _ in pairs])


def _unseen(
    id_: str, sentence: EncodedSentence, source: str, scores: fold_scores.Scores
) -> EncodedSentence:
    """The sentence with its statuses as heads read them that had not seen it."""
    events = tuple(
        replace(word, statuses=scores.get((source, id_, word.token), word.statuses))
        for word in sentence.events
    )
    return replace(sentence, reading=replace(sentence.reading, events=events))


def _marks(gold: Sentence) -> Marks:
    layers = enumerate(zip(gold.events or [], gold.statuses or [], strict=True))
    return {n: (frozenset([t]), frozenset([s])) for n, (t, s) in layers if t != NO_EVENT}


def of_articles(encoder: Encoder) -> Iterator[Row]:
    """The marked articles."""
    sheets = clusters.sheets()
    read = corpus.encoded(sorted(sheet.text for sheet in sheets), encoder)
    for sheet in sheets:
        source = f"{ARTICLES}.{sheet.batch if sheet.blind else 'seen'}"
        marks = [_sheet_marks(sentence, sheet) for sentence in read[sheet.text]]
        yield from rows_of(source, sheet.cluster, read[sheet.text], marks)


def _sheet_marks(sentence: EncodedSentence, sheet: clusters.Sheet) -> Marks:
    return {
        number: (mark.types, mark.statuses)
        for mark in sheet.marked
        for number, token in enumerate(sentence.sentence.tokens)
        if token.start < mark.span[1] and mark.span[0] < token.end
    }


class Design:
    """Rows as numbers: what the encoder reads (for all, for nouns), a one, articles or not, and the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self.number = {name: n for n, name in enumerate(names)}
        self.dense = 2 * len(STATUSES) + 2

    def matrix(self, rows: Sequence[Row]) -> csr_matrix:
        """Of shape (rows, dense + names)."""
        heard = np.array([weights.logs(row.heard) for row in rows])
        nouns = np.array([[row.noun] for row in rows], dtype=float)
        ones = [[1.0, float(row.source.startswith(ARTICLES))] for row in rows]
        cells = [
            (r, self.number[n]) for r, x in enumerate(rows) for n in x.names if n in self.number
        ]
        places = ([r for r, _ in cells], [n for _, n in cells])
        named = csr_matrix((np.ones(len(cells)), places), shape=(len(rows), len(self.number)))
        return hstack([csr_matrix(np.hstack([heard, heard * nouns, ones])), named]).tocsr()


def often(rows: Sequence[Row]) -> list[str]:
    """The names that are seen often enough, sorted."""
    counts = Counter(name for row in rows for name in row.names)
    return sorted(name for name, count in counts.items() if count >= OFTEN)


def fit(rows: Sequence[Row], design: Design) -> Floats:
    """Weights of shape (dense + names, statuses). Articles count double, what the program drops and blogs half."""
    gold = np.array([[(s in r.gold) / len(r.gold) for s in STATUSES] for r in rows])
    counts = np.array([_count(row) for row in rows])[:, None]
    x = design.matrix(rows)
    shape = (x.shape[1], len(STATUSES))
    penalty = np.full((shape[0], 1), L2)
    penalty[: design.dense] = L2_HEARD

    def loss(flat: Floats) -> tuple[float, Floats]:
        values = flat.reshape(shape)
        scores = x @ values
        logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
        slope = x.T @ (counts * (np.exp(logs) - gold)) + 2 * penalty * values
        total = -(counts * gold * logs).sum() + (penalty * values**2).sum()
        return float(total), slope.ravel()

    found = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B")
    return cast("Floats", found.x.reshape(shape))


def _count(row: Row) -> float:
    source = 2.0 if row.source.startswith(ARTICLES) else 0.5 if row.source == "ewt" else 1.0
    return source * (1.0 if row.kept else 0.5)


def fold(row: Row) -> int:
    """Which of FOLDS a row is scored in, by its cluster or document."""
    return int(hashlib.sha256(row.group.encode()).hexdigest(), 16) % FOLDS


def scored(rows: Sequence[Row]) -> Iterator[tuple[Row, weights.StatusWeights]]:
    """Every row with weights that were fitted without its fold."""
    for number in range(FOLDS):
        others = [row for row in rows if fold(row) != number]
        design = Design(often(others))
        made = as_weights(fit(others, design), design)
        yield from ((row, made) for row in rows if fold(row) == number)


def as_weights(values: Floats, design: Design) -> weights.StatusWeights:
    """The weights as the package reads them, for news articles; each row sums to 0."""
    values = values - values.mean(axis=1, keepdims=True)
    n = len(STATUSES)
    rows = [tuple(round(float(v), 2) for v in row) for row in values]
    base = values[2 * n] + values[2 * n + 1]
    named = {name: rows[design.dense + place] for name, place in design.number.items()}
    return weights.StatusWeights(
        {name: row for name, row in named.items() if max(map(abs, row)) >= SMALL},
        tuple(rows[:n]),
        tuple(rows[n : 2 * n]),
        base=tuple(round(float(v), 2) for v in base),
        least=LEAST,
        least_against=LEAST_AGAINST,
        least_denied=LEAST_DENIED,
    )


def shown(name: str, found: Sequence[tuple[Row, str]]) -> str:
    """One line of scores: of rows that the program keeps, with the status that they get."""
    kept = [(row, status) for row, status in found if row.kept]
    real = [status in weights.REAL for row, status in kept if row.real]
    unreal = [status in weights.REAL for row, status in kept if not row.real]
    right = sum(status in row.gold for row, status in kept) / max(len(kept), 1)
    true = sum(real) / max(sum(real) + sum(unreal), 1)
    return (
        f"{name:22} {len(kept):5} accuracy {right:.3f}  told as happened {sum(unreal)} of {len(unreal)}"
        f" ({sum(unreal) / max(len(unreal), 1):.3f})  lost {len(real) - sum(real)} of {len(real)}"
        f" ({1 - sum(real) / max(len(real), 1):.3f})  true of those told {true:.3f}"
    )


def table(found: Sequence[tuple[Row, str]]) -> Iterator[str]:
    """Lines of scores by source, of all articles, of the blind ones and of all other marks."""
    for source in sorted({row.source for row, _ in found}):
        yield shown(source, [one for one in found if one[0].source == source])
    articles = [one for one in found if one[0].source.startswith(ARTICLES)]
    yield shown("articles, all", articles)
    yield shown("articles, blind", [o for o in articles if not o[0].source.endswith("seen")])
    yield shown("news marks", [o for o in found if o not in articles and o[0].source != "ewt"])


def stored(made: weights.StatusWeights) -> dict[str, object]:
    """What is written."""
    return {
        "source": "benchmarks/quality/event/fit_status.py",
        "statuses": list(STATUSES),
        "least": made.least,
        "least_against": made.least_against,
        "least_denied": made.least_denied,
        "base": made.base,
        "heard": dict(zip(STATUSES, made.heard, strict=True)),
        "heard_noun": dict(zip(STATUSES, made.heard_noun, strict=True)),
        "named": dict(sorted(made.named.items())),
    }


def main() -> int:
    """Score by folds, print, fit on everything, write; 1 where the data is not there."""
    if not corpus.PLV.exists():
        print(f"no data at {corpus.PLV}; DRAGOMAN_SHARED names the folder", file=sys.stderr)
        return 1
    encoder = Encoder.load(threads=1)
    rows = [*of_words(encoder), *of_articles(encoder)]
    by_rules = [(row, row.by_rule) for row in rows]
    print("rules alone", *table(by_rules), sep="\n")
    found = [
        (row, made.status(made.shares(row.names, row.heard, noun=row.noun), row.by_rule))
        for row, made in scored(rows)
    ]
    print("with weights", *table(found), sep="\n")
    design = Design(often(rows))
    lines = json.dumps(stored(as_weights(fit(rows, design), design)), indent=1)
    OUT.write_text(_one_line_a_row(lines) + "\n", encoding="utf-8")
    return 0


def _one_line_a_row(text: str) -> str:
    """The lists of numbers of a JSON text, each on one line."""
    return "[".join(
        part if n == 0 else " ".join(part[: part.index("]")].split()) + part[part.index("]") :]
        for n, part in enumerate(text.split("["))
    )


if __name__ == "__main__":
    raise SystemExit(main())
