"""`python -m benchmarks.quality.derivation [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.derivation.score import Judged, judge_all, table


def main(argv: list[str]) -> int:
    judged = judge_all()
    scores = table(judged)
    for name, value in scores.items():
        print(f"{name:28}{value:7.3f}", file=sys.stderr)
    if "--errors" in argv:
        for j in sorted(judged, key=lambda j: (j.pair.label, j.score)):
            if j.found != j.pair.joined:
                print(_line(j), file=sys.stderr)
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


def _line(j: Judged) -> str:
    pair = j.pair
    missed = "" if j.candidate else " (no key in common)"
    return f"{pair.part} {pair.group} {pair.label}: {j.kind} {j.score:.2f}{missed} {pair.one[:24]} {pair.other[:24]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
