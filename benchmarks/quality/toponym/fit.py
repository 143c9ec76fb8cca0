"""Sets the weights of the resolver on the tuning halves: ``python -m benchmarks.quality.toponym.fit``.

Multinomial logistic regression over each gold name's candidates (those within 161 km of the gold
point, or with its GeoNames id, are right), with an L2 penalty, by L-BFGS (SciPy, needed here only).
Round one without the support of the other names; then support is computed from the last
distribution, and the weights set again, four times.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.quality.toponym.corpus import ROOT, SETS, Gold, Text, load
from benchmarks.quality.toponym.scoring import CLOSE_KM, distance_km
from dragoman.extract.toponym import resolve as model
from dragoman.extract.toponym.gazetteer import Gazetteer, gazetteer
from dragoman.extract.toponym.lookup import lookup
from dragoman.extract.toponym.names import key
from dragoman.extract.toponym.senses import _asked, setting_of
from dragoman.types import Span

OUT = ROOT / "src" / "dragoman" / "data" / "gazetteer_weights.json"
SOURCE = "benchmarks/quality/toponym/fit.py: set on the tuning halves of LGL and GeoWebNews"
PENALTY = 0.3
ROUNDS = 4
SHARES = {"lgl": 1.0, "geowebnews": 2.0}
"""What a name of each set counts for: news of the world is nearer to what is read than local news."""
ONE_WAY = ("New York",)
"""Left out: LGL gives every 'New York' the state, of the city's restaurants too."""


@dataclass
class Item:
    names: list[Any]
    right: list[Any]
    times: list[float]
    setting: Any


def items(places: Gazetteer) -> list[Item]:
    texts = [(text, SHARES[name]) for name in SETS for text in load(name, "dev")]
    return [item for text, share in texts if (item := _item(text, share, places))]


def _item(text: Text, share: float, places: Gazetteer) -> Item | None:
    gold = [g for g in text.gold if g.use == "asked" and (share > 1 or g.name not in ONE_WAY)]
    spans = [Span(g.start, g.end) for g in gold]
    asked = _asked(text.text, spans, [lookup(g.name, places) for g in gold], places)
    setting = setting_of(text.text, text.url, places)
    names = [model._prepared(one, setting, places) for one in asked.values()]
    if not any(len(n.found) for n in names):
        return None
    by_key: dict[str, list[Gold]] = {}
    for g in gold:
        if one := lookup(g.name, places):
            by_key.setdefault(key(one.name), []).append(g)
    keep = [(n, by_key[k]) for k, n in zip(asked, names, strict=True) if len(n.found)]
    right = [_right(n.found, golds) for n, golds in keep]
    times = [share * min(3.0, len(g)) for _, g in keep]
    return Item([n for n, _ in keep], right, times, setting)


def _right(found: Any, golds: list[Gold]) -> Any:
    right = np.zeros(len(found), bool)
    for gold in golds[:1]:
        right |= distance_km(found.lat, found.lon, gold.lat or 0.0, gold.lon or 0.0) <= CLOSE_KM
    return right


def fit(matrices: list[Any], right: list[Any], times: list[float]) -> Any:
    from scipy.optimize import minimize

    rows = [(m, r, t) for m, r, t in zip(matrices, right, times, strict=True) if r.any()]

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = PENALTY * weights @ weights, 2 * PENALTY * weights
        for matrix, good, weight in rows:
            scores = matrix @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            hit = chance[good].sum() + 1e-12
            share = np.where(good, chance, 0) / hit
            total -= weight * np.log(hit)
            slope = slope + weight * matrix.T @ (chance - share)
        return total, slope

    return minimize(loss, np.zeros(matrices[0].shape[1]), jac=True, method="L-BFGS-B").x


def main() -> int:
    places = gazetteer()
    found = items(places)
    names = [n for item in found for n in item.names]
    right = [r for item in found for r in item.right]
    times = [t for item in found for t in item.times]
    first = fit([n.alone for n in names], right, times)
    for name in names:
        name.chance = model._softmax(name.alone @ first)
    for number in range(ROUNDS):
        extras = [e for item in found for e in model.supports(item.names, item.setting, places)]
        matrices = [np.hstack([n.alone, e]) for n, e in zip(names, extras, strict=True)]
        second = fit(matrices, right, times)
        for name, matrix in zip(names, matrices, strict=True):
            name.chance = model._softmax(matrix @ second)
        hits = sum(bool(r[int(np.argmax(n.chance))]) for n, r in zip(names, right, strict=True))
        print(f"round {number + 1}: {hits}/{len(names)} names right", file=sys.stderr)
    _write(first, second)
    return 0


def _write(first: Any, second: Any) -> None:
    kept = json.loads(OUT.read_text(encoding="utf-8")) if OUT.is_file() else {}
    table = {
        **kept,
        "source": SOURCE,
        "first": {n: round(float(w), 3) for n, w in zip(model.FEATURES, first, strict=False)},
        "second": {n: round(float(w), 3) for n, w in zip(model.FEATURES, second, strict=True)},
    }
    OUT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
