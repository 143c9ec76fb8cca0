"""Place names on LGL and GeoWebNews: ``python -m benchmarks.quality.toponym [--errors] [--part test]``.

Detection: names with the very span of the gold (see `corpus` for what is asked). Accuracy: the share
of gold names resolved within 161 km, given the gold names; 'with id' asks only for gold names that
have a GeoNames id. End to end: found with its span and resolved within 161 km, as F1.
The weights are set on the halves for tuning (`fit`, `fit_detection`); the test halves are not read there.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.quality.toponym.corpus import SETS, available, load, shared
from benchmarks.quality.toponym.encoded import Encoded
from benchmarks.quality.toponym.scoring import detection, end_to_end, resolution
from dragoman.extract.toponym.gazetteer import gazetteer


def main() -> int:
    options = _options()
    if not available():
        print(f"no data sets in {shared()}: set DRAGOMAN_SHARED to the folder that has data/places")
        return 1
    encoded = Encoded()
    print(
        f"{'set':12}{'half':6}{'detection':34}{'accuracy':>9}{'with id':>9}{'end to end':>12}{'strict F1':>11}"
    )
    for name in SETS:
        for part in options.part or ("dev", "test"):
            _report(name, part, encoded, options.errors)
    encoded.save()
    return 0


def _report(name: str, part: str, encoded: Encoded, show: bool) -> None:
    texts, places = load(name, part), gazetteer()
    errors: list[str] | None = [] if show else None
    found = detection(texts, name, encoded, places, errors)
    all_gold = detection(texts, name, encoded, places, every=True)
    right = resolution(texts, places, errors)
    both = end_to_end(texts, name, encoded, places)
    accuracy, with_id = right.row()
    print(
        f"{name:12}{part:6}{found!s:34}{accuracy:9.3f}{with_id:9.3f}{both:12.3f}{all_gold.f1:11.3f}"
    )
    print("\n".join(errors or ()), end="\n" if errors else "")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.quality.toponym")
    parser.add_argument("--errors", action="store_true", help="print every wrong and missed name")
    parser.add_argument("--part", action="append", choices=("dev", "test"), help="only this half")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
