"""`python -m benchmarks.quality.repetition [--mirrors] [--first N]`: counts on standard error, JSON on standard output.

The cluster articles, or the first of them, go through the whole engine once, and once with every article ten
times: some minutes. With `--mirrors` the rewordings appear at other outlets. Left out are articles whose whole
text is captions or furniture, as nothing can be known of their rewordings.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict

from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from benchmarks.quality.repetition.repeat import compared


def main(argv: Sequence[str]) -> int:
    parser = ArgumentParser(prog="benchmarks.quality.repetition")
    parser.add_argument("--mirrors", action="store_true")
    parser.add_argument("--first", type=int)
    chosen = parser.parse_args(argv)
    documents = [cluster_document(row) for row in rows(ARTICLES)][: chosen.first]
    once, often = compared(documents, mirrors=chosen.mirrors)
    for name, counts in (("once", once), ("ten times", often)):
        print(f"{name:10} {asdict(counts)}", file=sys.stderr)
    print(json.dumps({"changed": once.changes(often)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
