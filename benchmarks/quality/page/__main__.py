"""`python -m benchmarks.quality.page`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys

from benchmarks.quality.page.score import ARTICLES, parts


def main() -> int:
    if not ARTICLES.exists():
        print(f"{ARTICLES} is not there; set DRAGOMAN_SHARED to the shared data", file=sys.stderr)
        return 2
    table = parts()
    print(f"{'':24}" + "".join(f"{part:>8}" for part in table), file=sys.stderr)
    for name in table["all"]:
        row = "".join(f"{table[part][name]:8.3f}" for part in table)
        print(f"{name:24}{row}", file=sys.stderr)
    print(json.dumps({p: {k: round(v, 4) for k, v in s.items()} for p, s in table.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
