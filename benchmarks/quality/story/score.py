"""B-cubed precision, recall and F1 of stories (Bagga and Baldwin 1998), and what the keys cost and find."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from benchmarks.quality.story.corpus import Labelled
from benchmarks.quality.story.engine import Result, link

SIMILAR = 3
"""Articles from which a cluster counts for the row of clusters of several reports."""


def table(name: str, labelled: Sequence[Labelled]) -> dict[str, float]:
    """Scores of one collection, linked as a whole: all of it, and each part."""
    result = link([item.analysis for item in labelled])
    found: dict[str, float] = {}
    for part in ("dev", "test", "all"):
        own = [item for item in labelled if part in (item.part, "all")]
        if own:
            found |= _scores(f"{part}.{name}", own, result)
    return found | _cost(name, labelled, result)


def _scores(name: str, labelled: Sequence[Labelled], result: Result) -> dict[str, float]:
    gold = {item.analysis.article.id: item.story for item in labelled}
    story = {id_: s.id for s in result.stories for id_ in s.articles if id_ in gold}
    sizes = Counter(gold.values())
    several = {id_: label for id_, label in gold.items() if sizes[label] >= SIMILAR}
    precision, recall, f1 = b_cubed(story, gold)
    return {
        f"{name}.precision": precision,
        f"{name}.recall": recall,
        f"{name}.f1": f1,
        f"{name}.several.f1": b_cubed({i: story[i] for i in several}, several)[2],
    }


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering; both map the same items to the names of their clusters."""
    ours, theirs = _clusters(found), _clusters(gold)
    precision = recall = 0.0
    for item in gold:
        one, other = ours[found[item]], theirs[gold[item]]
        precision += len(one & other) / len(one) / len(gold)
        recall += len(one & other) / len(other) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _clusters(of: Mapping[str, str]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, cluster in of.items():
        found[cluster].add(item)
    return found


def _cost(name: str, labelled: Sequence[Labelled], result: Result) -> dict[str, float]:
    """Pairs compared and keys an article; share of the pairs of one story that are compared."""
    gold = {item.analysis.article.id: item.story for item in labelled}
    same = {p for p in combinations(sorted(gold), 2) if gold[p[0]] == gold[p[1]]}
    return {
        f"all.{name}.keys.recall": len(same & set(result.compared)) / max(1, len(same)),
        f"all.{name}.keys": result.keys / len(labelled),
        f"all.{name}.pairs": len(result.compared) / len(labelled),
    }
