"""Sets the weights of the detector on the tuning halves: ``python -m benchmarks.quality.toponym.fit_detection``.

Logistic regression over the candidates; a candidate with the span of an asked gold name is right,
one that meets an open name is left out, any other is wrong. L2 penalty, L-BFGS (SciPy, needed here
only).
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np

from benchmarks.quality.toponym.corpus import SETS, load
from benchmarks.quality.toponym.encoded import Encoded
from benchmarks.quality.toponym.fit import OUT
from benchmarks.quality.toponym.scoring import detection
from dragoman.extract.toponym import cues as model
from dragoman.extract.toponym import detect as detector
from dragoman.extract.toponym.gazetteer import gazetteer

PENALTY = 1.0
SLACK = 0.01


def main() -> int:
    encoded = Encoded()
    texts = {name: load(name, "dev") for name in SETS}
    rows, labels, weights = _examples(texts, encoded)
    best = _logistic(rows, labels, weights)
    threshold = _threshold(best, texts, encoded)
    table = json.loads(OUT.read_text(encoding="utf-8"))
    table["detect"] = {n: round(float(w), 3) for n, w in zip(model.COLUMNS, best, strict=True)}
    table["threshold"] = threshold
    OUT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return 0


def _examples(texts: Any, encoded: Encoded) -> tuple[Any, Any, Any]:
    places = gazetteer()
    rows, labels, weights = [], [], []
    for name, some in texts.items():
        for text in some:
            sentences = encoded.sentences(name, text)
            found = detector.candidates(text.text, sentences, places)
            if not found:
                continue
            table = model.cues(found, sentences, places)
            asked = {(g.start, g.end) for g in text.gold if g.use == "asked"}
            open_ = [(g.start, g.end) for g in text.gold if g.use == "open"]
            for row, one in zip(table, found, strict=True):
                right = tuple(one.span) in asked
                if right or not any(a < one.span.end and one.span.start < b for a, b in open_):
                    rows.append(row)
                    labels.append(right)
                    weights.append(1.0 if name == "lgl" else 2.0)
    return np.array(rows), np.array(labels, float), np.array(weights)


def _logistic(rows: Any, labels: Any, weights: Any) -> Any:
    from scipy.optimize import minimize

    def loss(w: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-(rows @ w)))
        safe = np.clip(chance, 1e-9, 1 - 1e-9)
        value = -(weights * (labels * np.log(safe) + (1 - labels) * np.log(1 - safe))).sum()
        return value + PENALTY * w @ w, rows.T @ (weights * (chance - labels)) + 2 * PENALTY * w

    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x


def _threshold(weights: Any, texts: Any, encoded: Encoded) -> float:
    """The highest threshold whose mean F1 is within `SLACK` of the best: a wrong place costs a reader
    more than a missing one."""
    means: dict[float, float] = {}
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        detector._weights = lambda t=threshold: (weights, t)  # type: ignore[assignment, misc]
        scores = [detection(some, name, encoded, gazetteer()) for name, some in texts.items()]
        means[threshold] = sum(s.f1 for s in scores) / len(scores)
        print(f"{threshold:.2f}", *map(str, scores), file=sys.stderr)
    return max(t for t, mean in means.items() if mean >= max(means.values()) - SLACK)


if __name__ == "__main__":
    sys.exit(main())
