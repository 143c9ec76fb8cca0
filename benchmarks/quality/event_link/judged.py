"""Judged pairs of event mentions of cluster articles: does the linker make one event of them?

`judged.jsonl` names mentions by article, place of the trigger and type. A reader judged all pairs that
an early version joined, and those that were likely or shared a word or both parties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from dragoman.link.event import join
from dragoman.linking import Affair, Told
from dragoman.types import Analysis, Linked

HERE: Final = Path(__file__).parent
QUICK: Final = frozenset({"nc-012", "nc-014", "nc-020", "nc-022", "nc-054", "nc-062"})
"""Clusters that a quick look is taken at."""
Place = tuple[str, int, str]
"""An article's id, where the trigger stands, and the type."""


@dataclass(frozen=True)
class Pair:
    """Two mentions of one cluster, and whether they are of one event."""

    cluster: str
    one: Place
    other: Place
    same: bool


def pairs() -> list[Pair]:
    """All judged pairs."""
    return [
        Pair(
            r["cluster"],
            (r["one"], r["one_at"], r["type"]),
            (r["other"], r["other_at"], r["type"]),
            r["same"],
        )
        for r in rows(HERE / "judged.jsonl")
    ]


def clusters(names: Iterable[str]) -> dict[str, list[Analysis]]:
    """The analysed articles of these clusters."""
    found: dict[str, list[Analysis]] = {name: [] for name in names}
    for row in rows(ARTICLES):
        if row["cluster"] in found:
            found[row["cluster"]].append(analysed(cluster_document(row)))
    return found


def events(analyses: Sequence[Analysis]) -> dict[Place, str]:
    """Mention → event, where the articles are one affair and each its own origin."""
    ordered = sorted(analyses, key=lambda a: a.article.id)
    told = tuple(Told(analysis=a, origin=a.article.id, story="one") for a in ordered)
    linked = join(Affair(id="one", members=told, stories=(), derivations=()), Linked())
    event = dict(linked.membership)
    return {
        (a.article.source_id, m.trigger.span.start, m.type): event[m.id]
        for a in ordered
        for m in a.events
        if m.id in event
    }


def scores(judged: Sequence[Pair], found: Mapping[Place, str]) -> dict[str, float]:
    """Precision and recall of 'one event' over the judged pairs, in per cent; those without a mention
    today are counted in `gone` alone."""
    kept = [p for p in judged if p.one in found and p.other in found]
    joined = [p for p in kept if found[p.one] == found[p.other]]
    right = sum(p.same for p in joined)
    same = sum(p.same for p in kept)
    return {
        "pairs": len(kept),
        "gone": len(judged) - len(kept),
        "precision": 100 * right / len(joined) if joined else 0.0,
        "recall": 100 * right / same if same else 0.0,
    }


def judge(names: Collection[str] = ()) -> dict[str, float]:
    """The scores of the linker today, on these clusters or all that were judged."""
    judged = [p for p in pairs() if not names or p.cluster in names]
    read = clusters({p.cluster for p in judged})
    found = {place: event for a in read.values() for place, event in events(a).items()}
    return scores(judged, found)
