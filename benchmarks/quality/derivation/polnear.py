"""Reports of different outlets on the same speeches and days: hard negatives that nobody had to label.

PolNeAR's seven outlets wrote their own reports; what their articles share are quotations. So every pair
from two outlets that shares enough keys to be compared should stay unjoined.
`python -m benchmarks.quality.derivation.polnear` lists those that are joined (the first run analyses 924
articles: some minutes).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from benchmarks.quality.articles import SHARED, polnear_document, rows
from benchmarks.quality.derivation.corpus import traced
from dragoman.link.derivation import Derivations
from dragoman.link.origin import JOINING
from dragoman.types import Analysis, Derivation, Document

FOLDER = SHARED / "data" / "polnear"
PARTS = ("train", "dev")


def articles() -> dict[str, Analysis]:
    """All traced articles by id; none where the collection is not here."""
    return traced(list(_documents()))


def _documents() -> Iterator[Document]:
    for path in (FOLDER / f"{part}.jsonl.gz" for part in PARTS):
        if path.exists():
            yield from map(polnear_document, rows(path))


def compared(read: Mapping[str, Analysis]) -> list[tuple[str, str]]:
    """Pairs of different outlets that share enough keys, by the ids of their articles, in order."""
    linker = Derivations()
    keys = {id_: linker.keys(analysis) for id_, analysis in read.items()}
    having: dict[str, list[str]] = {}
    for id_ in sorted(keys):
        for key in keys[id_]:
            having.setdefault(key, []).append(id_)
    groups = [group for group in having.values() if len(group) <= linker.most]
    shared = Counter(pair for group in groups for pair in combinations(group, 2))
    outlets = {id_: analysis.article.outlet for id_, analysis in read.items()}
    return sorted(
        (a, b) for (a, b), n in shared.items() if n >= linker.least and outlets[a] != outlets[b]
    )


def part(pair: tuple[str, str]) -> str:
    """dev or test, by a hash of the first article's id."""
    return "test" if hashlib.sha256(pair[0].encode()).digest()[-1] % 2 else "dev"


def main() -> int:
    read = articles()
    pairs = compared(read)
    linker = Derivations()
    kinds: Counter[str] = Counter()
    for pair in pairs:
        one, other = sorted((read[id_] for id_ in pair), key=lambda a: a.article.id)
        for fact in linker.compare(one, other).facts:
            if isinstance(fact, Derivation):
                kinds[fact.kind] += 1
                if fact.kind in JOINING:
                    print(part(pair), fact.kind, fact.score, *pair, fact.basis, file=sys.stderr)
    joined = sum(kinds[kind] for kind in JOINING)
    print(
        json.dumps({"compared": len(pairs), "joined": joined, "kinds": dict(sorted(kinds.items()))})
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
