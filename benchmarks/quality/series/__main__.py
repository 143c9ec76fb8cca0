"""`python -m benchmarks.quality.series [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.series.score import judge_pairs, judge_relations, table


def main(argv: list[str]) -> int:
    pairs, relations = judge_pairs(), judge_relations()
    scores = table(pairs, relations)
    for name, value in scores.items():
        print(f"{name:28}{value:7.3f}", file=sys.stderr)
    if "--errors" in argv:
        for j in pairs:
            if j.found != j.same:
                kind = "missed" if j.same else "joined"
                print(j.one.part, j.one.cluster, kind, *j.one.place, *j.other.place, j.one.series, j.other.series, file=sys.stderr)  # fmt: skip
        for r in relations:
            if r.found != r.relation:
                print(r.part, r.cluster, r.relation, "found", r.found, *r.one, *r.other, file=sys.stderr)  # fmt: skip
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
