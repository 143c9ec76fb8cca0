"""Writes `similarities.json`: 500 random pairs of news sentences with the original's cosine.

    python -m benchmarks.quality.encoder.make_similarities

Sentences of 5 to 60 words of PolNeAR dev, by article and offsets (the text stays where it is); the
original is all-MiniLM-L6-v2 on the raw sentence. Needs the extra `train`.
"""

from __future__ import annotations

import json

import numpy as np

from benchmarks.quality.encoder.data import SIMILARITIES, records
from dragoman.text import segment
from training.evaluate import original_vectors

PAIRS = 500
SEED = 500


def main() -> None:
    places = []
    texts = []
    for article in records("polnear/dev"):
        for one in segment(article["text"]):
            if 5 <= len(one.tokens) <= 60:
                places.append([article["id"], one.start, one.end])
                texts.append(article["text"][one.start : one.end])
    left, right = np.random.default_rng(SEED).choice(len(places), (2, PAIRS))
    used = sorted({*left.tolist(), *right.tolist()})
    vectors = dict(zip(used, original_vectors([texts[i] for i in used]), strict=True))
    pairs = [
        [places[a], places[b], round(float(vectors[a] @ vectors[b]), 4)]
        for a, b in zip(left.tolist(), right.tolist(), strict=True)
    ]
    about = (__doc__ or "").strip().splitlines()[0]
    lines = ",\n".join(json.dumps(pair) for pair in pairs)
    SIMILARITIES.write_text(f'{{"about": {json.dumps(about)}, "pairs": [\n{lines}\n]}}\n', "utf-8")


if __name__ == "__main__":
    main()
