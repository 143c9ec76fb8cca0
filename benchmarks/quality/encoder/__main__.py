"""`python -m benchmarks.quality.encoder [--subset]`: a table on standard error, JSON on standard output.

`--write-floors` scores the subset and sets this layer's rows of floors.json half a point below.
"""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks.quality.encoder.data import DATA, HERE
from benchmarks.quality.encoder.score import scores
from dragoman.encoder import Encoder

FLOORS = HERE.parent / "floors.json"
PREFIX = "encoder."
ROOM = 0.5  # points; what another processor's arithmetic may change

# Floor and goal of the project's numbers to beat, where it names the row.
TARGETS = {
    "ewt_las": (88.5, 91.0), "gum_las": (88.5, 91.0), "ewt_upos": (96.5, 97.5),
    "uner_names": (78.0, 88.0), "news_names": (75.0, 85.0), "polnear_source": (85.5, 88.0),
    "polnear_cue": (72.2, 76.0), "polnear_content": (91.2, 93.0), "similarity": (90.0, 95.0),
    "ewt_lemma": (97.0, 98.0),
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subset", action="store_true", help="the fixed subset the floors hold on")
    parser.add_argument("--write-floors", action="store_true", help="after a better model")
    arguments = parser.parse_args()
    subset = arguments.subset or arguments.write_floors
    if not DATA.is_dir():
        print(f"{DATA} is not there; set DRAGOMAN_SHARED to the shared data", file=sys.stderr)
        return 2
    encoder = Encoder.load()
    found = {name: round(value, 2) for name, value in scores(encoder, subset=subset).items()}
    if arguments.write_floors:
        write_floors(found)
    print(f"{'':20}{'score':>8}{'floor':>8}{'goal':>8}", file=sys.stderr)
    for name, value in found.items():
        floor, goal = TARGETS.get(name, ("", ""))
        print(f"{name:20}{value:8.2f}{floor:>8}{goal:>8}", file=sys.stderr)
    print(json.dumps({"model": encoder.info().sha256, "subset": subset, "scores": found}))
    return 0


def write_floors(found: dict[str, float]) -> None:
    """Replace this layer's rows; the others stay."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    kept = {name: floor for name, floor in floors.items() if not name.startswith(PREFIX)}
    ours = {PREFIX + name: round(value - ROOM, 1) for name, value in found.items()}
    text = json.dumps(dict(sorted((kept | ours).items())), indent=1)
    FLOORS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
