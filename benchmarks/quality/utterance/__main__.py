"""`python -m benchmarks.quality.utterance [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.utterance.score import judge_pairs, table


def main(argv: list[str]) -> int:
    pairs = judge_pairs()
    scores = table(pairs)
    for name, value in scores.items():
        print(f"{name:28}{value:7.3f}", file=sys.stderr)
    if "--errors" in argv:
        for j in pairs:
            if j.found != j.same:
                print(
                    j.part,
                    j.group,
                    "missed" if j.same else "joined",
                    *j.one,
                    *j.other,
                    file=sys.stderr,
                )
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
