"""`python -m benchmarks.quality.event_link [--quick]`: events across articles.

CoNLL F1 over gold mentions of ECB+ topics 1-35 (`--quick`: three of the test topics), beside the
heuristic that joins equal lemmas; then precision and recall on judged pairs of cluster mentions, and on the program's own mentions in ECB+
(`--quick`: six clusters).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from benchmarks.quality.event_link import judged, own
from benchmarks.quality.event_link.corpus import QUICK, Topic, topics
from benchmarks.quality.event_link.score import linked, same_lemma, scores
from dragoman.link.event.scorer import shipped


def ecb(every: Sequence[Topic]) -> dict[str, dict[str, float]]:
    """Rows of the linker and of the heuristic, by part and by setting."""
    rows = {}
    parts = {part: [t for t in every if t.part == part] for part in ("dev", "test")}
    for part, those in {**parts, "all": list(every)}.items():
        for setting in ("topic", "subtopic"):
            by_subtopic = setting == "subtopic"
            name = f"{part}.{setting}"
            rows[name] = scores(those, linked(shipped()), by_subtopic=by_subtopic)
            rows[f"{name}.same_lemma"] = scores(those, same_lemma, by_subtopic=by_subtopic)
    return rows


def quick() -> dict[str, float]:
    """The rows whose floors are tested."""
    few = scores(topics(QUICK), linked(shipped()), by_subtopic=False)
    pairs = judged.judge(judged.QUICK)
    return {
        "ecb.quick.conll": few["conll"],
        "judged.precision": pairs["precision"],
        "judged.recall": pairs["recall"],
    }


def main() -> None:
    if "--quick" in sys.argv:
        print(json.dumps(quick(), indent=1))
        return
    rows = {**ecb(topics()), "judged": judged.judge()}
    rows |= {f"own.{part}": own.pairs_of(part) for part in ("dev", "test")}
    for name, row in rows.items():
        print(name, " ".join(f"{key} {value:.1f}" for key, value in row.items()))


if __name__ == "__main__":
    main()
