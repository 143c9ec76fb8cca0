"""`python -m benchmarks.quality.repetition [--mirrors]`: counts on standard error, JSON on standard output.

The cluster articles go through the whole engine once, and once with every article ten times: some minutes.
With `--mirrors` the rewordings appear at other outlets. Left out are articles whose whole text is captions
or furniture, as nothing can be known of their rewordings.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality.derivation.corpus import ARTICLES, cluster_document, rows
from benchmarks.quality.repetition.repeat import analysed, linked, repeated
from dragoman.link.derivation.words import prepare


def main(argv: Sequence[str]) -> int:
    documents = [cluster_document(row) for row in rows(ARTICLES)]
    single = analysed([repeated(document, mirrors=False)[0] for document in documents])
    kept = [n for n, analysis in enumerate(single) if prepare(analysis).told]
    ten = [c for n in kept for c in repeated(documents[n], mirrors="--mirrors" in argv)]
    with TemporaryDirectory() as folder:
        once = linked([single[n] for n in kept], Path(folder) / "once.db")
        often = linked(analysed(ten), Path(folder) / "ten.db")
    for name, counts in (("once", once), ("ten times", often)):
        print(f"{name:10} {asdict(counts)}", file=sys.stderr)
    print(json.dumps({"articles": len(kept), "changed": once.changes(often)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
