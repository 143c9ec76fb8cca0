"""`python -m benchmarks.quality.entity_link [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.entity_link.score import judge, table


def main(argv: list[str]) -> int:
    pairs, made = judge()
    scores = table(pairs, made)
    for name, value in scores.items():
        print(f"{name:28}{value:7.3f}", file=sys.stderr)
    if "--errors" in argv:
        for p in pairs:
            if p.found != p.same:
                print(p.group, "missed" if p.same else "joined", *p.one, *p.other, file=sys.stderr)
        for m in made:
            if not m.right:
                print(m.group, m.article, m.name, "→", m.whole, "not judged right", file=sys.stderr)
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
