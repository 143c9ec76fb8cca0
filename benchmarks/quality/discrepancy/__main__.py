"""`python -m benchmarks.quality.discrepancy [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.discrepancy.score import by_kind, score, table


def main(argv: list[str]) -> int:
    found = score()
    scores = table(found)
    for name, value in scores.items():
        print(f"{name:12}{value:7.3f}", file=sys.stderr)
    print("listed", by_kind(found), file=sys.stderr)
    if "--errors" in argv:
        for row in found.unjudged:
            print("not judged:", row.group, row.kind, sorted(row.facts), file=sys.stderr)
        for judged in found.judged:
            if judged.real != judged.listed:
                what = "missed" if judged.real else "wrong"
                print(
                    f"{what}:",
                    judged.row.group,
                    judged.row.kind,
                    sorted(judged.row.facts),
                    file=sys.stderr,
                )
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
