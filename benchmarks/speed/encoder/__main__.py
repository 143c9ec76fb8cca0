"""`python -m benchmarks.speed.encoder [--articles N]`: raw text to decoded sentences, per second.

Articles of PolNeAR dev, ten at a time, no sentence from the cache; one and two processes of one
thread, each started anew. A table on standard error, JSON on standard output.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from pathlib import Path

from benchmarks.speed.encoder.measure import measure

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
ARTICLES = SHARED / "data" / "polnear" / "dev.jsonl.gz"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=84)
    wanted = parser.parse_args().articles
    if not ARTICLES.exists():
        print(f"{ARTICLES} is not there; set DRAGOMAN_SHARED to the shared data", file=sys.stderr)
        return 2
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:wanted]
    found = [measure(texts, processes) for processes in (1, 2)]
    for row in found:
        print("  ".join(f"{key} {value:g}" for key, value in row.items()), file=sys.stderr)
    print(json.dumps({"load_average": os.getloadavg()[0], "runs": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
