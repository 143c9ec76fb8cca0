"""`python -m benchmarks.quality.story [--errors]`: a table on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.quality.story.corpus import Labelled, collection
from benchmarks.quality.story.engine import link
from benchmarks.quality.story.score import table


def main(argv: list[str]) -> int:
    scores: dict[str, float] = {}
    for name in ("clusters", "ecb"):
        labelled = collection(name)
        scores |= table(name, labelled)
        if "--errors" in argv:
            _errors(labelled)
    for name, value in scores.items():
        print(f"{name:34}{value:8.3f}", file=sys.stderr)
    print(json.dumps({name: round(value, 4) for name, value in scores.items()}))
    return 0


def _errors(labelled: Sequence[Labelled]) -> None:
    """Stories of several labels, and labels in several stories, with their titles."""
    gold = {item.analysis.article.id: item.story for item in labelled}
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for story in link([item.analysis for item in labelled]).stories:
        labels = sorted({gold[id_] for id_ in story.articles})
        if len(labels) > 1:
            print(f"together: {', '.join(labels)}", file=sys.stderr)
        for label in labels:
            parts[label].append(f"{len(story.articles)} {story.title}")
    for label, stories in sorted(parts.items()):
        if len(stories) > 1:
            print(f"parted: {label}: {' | '.join(sorted(stories))}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
