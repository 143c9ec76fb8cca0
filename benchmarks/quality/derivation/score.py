"""Precision and recall of 'both go back to one report', keys included: a pair that shares too few keys is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.quality.derivation.corpus import (
    COPIES,
    REWRITES,
    Pair,
    analyses,
    cluster_pairs,
    rewritten_pairs,
)
from dragoman.link.derivation import Derivations
from dragoman.link.origin import JOINING
from dragoman.types import Analysis, Derivation


@dataclass(frozen=True)
class Judged:
    """A pair with what the linker says; `candidate`: it shares keys; kind None: independent; `first` the
    article from which it says the other was made."""

    pair: Pair
    candidate: bool
    kind: str | None
    score: float
    basis: str
    first: str | None = None

    @property
    def found(self) -> bool:
        """Whether the linker joins the two."""
        return self.candidate and self.kind in JOINING


def judge_all() -> list[Judged]:
    """Every labelled pair that is here."""
    pairs = [p for p in (*cluster_pairs(), *rewritten_pairs()) if p.label != "shared_passage"]
    articles = analyses({i for p in pairs for i in (p.one, p.other)})
    linker = Derivations()
    return [
        _judge(linker, p, articles[p.one], articles[p.other])
        for p in pairs
        if p.one in articles and p.other in articles
    ]


def _judge(linker: Derivations, pair: Pair, one: Analysis, other: Analysis) -> Judged:
    keys = set(linker.keys(one)), set(linker.keys(other))
    enough = min(linker.least, *map(len, keys))
    one, other = sorted((one, other), key=lambda a: a.article.id)
    facts = [f for f in linker.compare(one, other).facts if isinstance(f, Derivation)]
    kind = facts[0].kind if facts else None
    return Judged(
        pair,
        len(keys[0] & keys[1]) >= max(1, enough),
        kind,
        facts[0].score if facts else 0.0,
        facts[0].basis if facts else "",
        _first(facts[0], one, other) if facts and facts[0].directed else None,
    )


def _first(fact: Derivation, one: Analysis, other: Analysis) -> str:
    return next(a.article.source_id for a in (one, other) if a.article.id == fact.from_)


def table(judged: Sequence[Judged]) -> dict[str, float]:
    """Scores by part: copies and rewrites, each against all pairs that are not joined."""
    found: dict[str, float] = {}
    for part in ("dev", "test", "all"):
        own = [j for j in judged if part in (j.pair.part, "all")]
        for name, labels in (("copies", COPIES), ("rewrites", REWRITES)):
            found |= _scores(f"{part}.{name}", own, labels)
        source = [j.found for j in own if j.pair.label == "rewrite"]
        found[f"{part}.rewrites.of_their_source.recall"] = _share(source)
        found |= _directions(part, own)
        found[f"{part}.keys.recall"] = _share([j.candidate for j in own if j.pair.joined])
    return found


def _scores(name: str, judged: Sequence[Judged], labels: frozenset[str]) -> dict[str, float]:
    """Copies are what is found as a copy: a rewrite found among them is right all the same."""
    positive = [j for j in judged if j.pair.label in labels]
    claimed = [j for j in judged if j.found and (j.kind == "copy") == (labels is COPIES)]
    return {
        f"{name}.precision": _share([j.pair.joined for j in claimed]),
        f"{name}.recall": _share([j.found for j in positive]),
    }


def _directions(part: str, judged: Sequence[Judged]) -> dict[str, float]:
    """Of the pairs that are found and whose first report is known: told, and right where told."""
    known = [j for j in judged if j.found and j.pair.first is not None]
    return {
        f"{part}.direction.told": _share([j.first is not None for j in known]),
        f"{part}.direction.right": _share([j.first == j.pair.first for j in known if j.first]),
    }


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 1.0
