"""The cluster articles as affairs, one for each event, with their dates to be hidden."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from dragoman.ids import make_id
from dragoman.link.derivation import Derivations
from dragoman.link.origin import JOINING
from dragoman.linking import Affair, Told
from dragoman.types import Analysis, Derivation, Published

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Cluster:
    """One event: its articles without dates, their true days by article id, the derivations among them."""

    name: str
    part: str
    articles: tuple[Analysis, ...]
    days: dict[str, str]
    derivations: tuple[Derivation, ...]


def clusters() -> list[Cluster]:
    """Every event with two dated articles or more; dev or test by a hash of its name."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(ARTICLES):
        groups[row["cluster"]].append(row)
    return [
        _cluster(name, group)
        for name, group in sorted(groups.items())
        if sum(bool(row.get("date")) for row in group) > 1
    ]


def doubted() -> frozenset[str]:
    """Ids (of the data set) of articles whose date in the data is not the day they were written."""
    lines = (HERE / "doubted.tsv").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines)


def _cluster(name: str, group: Sequence[dict[str, Any]]) -> Cluster:
    read = [(_analysis(row), row.get("date")) for row in group]
    articles = tuple(sorted((a for a, _ in read), key=lambda a: a.article.id))
    part = "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"
    days = {a.article.id: day[:10] for a, day in read if day}
    return Cluster(name, part, articles, days, tuple(_derivations(articles)))


def _analysis(row: dict[str, Any]) -> Analysis:
    """Read without its date, so that nothing in the analysis can come from it."""
    return analysed(replace(cluster_document(row), published=None))


def _derivations(articles: Sequence[Analysis]) -> Iterator[Derivation]:
    linker = Derivations()
    keys = [set(linker.keys(a)) for a in articles]
    for (one, own), (other, others) in combinations(zip(articles, keys, strict=True), 2):
        if len(own & others) >= linker.least:
            yield from (f for f in linker.compare(one, other).facts if isinstance(f, Derivation))


def affair(cluster: Cluster, hidden: frozenset[str], *, addresses: bool) -> Affair:
    """The cluster as an affair of one story, in which the articles of these ids have no date."""
    origins = _origins(cluster)
    members = tuple(
        Told(
            analysis=_seen(a, None if a.article.id in hidden else cluster.days[a.article.id], addresses),
            origin=origins[a.article.id],
            story=cluster.name,
        )
        for a in cluster.articles
        if a.article.id in cluster.days
    )  # fmt: skip
    ids = {m.analysis.article.id for m in members}
    among = tuple(d for d in cluster.derivations if {d.from_, d.to} <= ids)
    return Affair(
        id=make_id("affair", cluster.name), members=members, stories=(), derivations=among
    )


def _seen(analysis: Analysis, day: str | None, addresses: bool) -> Analysis:
    """The article as the linker meets it: a date that its own page states is hidden too."""
    published = Published(value=day, precision="day", basis="metadata") if day else None
    url = analysis.article.url if addresses else None
    return replace(analysis, article=replace(analysis.article, published=published, url=url))


def _origins(cluster: Cluster) -> dict[str, str]:
    """Articles that copies and rewrites join, by the first of their ids."""
    root = {a.article.id: a.article.id for a in cluster.articles}
    for derivation in cluster.derivations:
        if derivation.kind in JOINING:
            low, high = sorted((root[derivation.from_], root[derivation.to]))
            root = {id_: low if at == high else at for id_, at in root.items()}
    return root
