"""The labelled quotations' articles as affairs: clusters of news events, and PolNeAR across outlets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import ARTICLES, SHARED, polnear_document, rows
from benchmarks.quality.series.corpus import affair, affairs
from dragoman.linking import Affair

POLNEAR = SHARED / "data" / "polnear"
FILES = (ARTICLES, POLNEAR / "train.jsonl.gz", POLNEAR / "dev.jsonl.gz")


def read(groups: Mapping[str, Iterable[str]]) -> dict[str, Affair]:
    """Affairs by name, of the articles with these ids: 'pn-' of PolNeAR, whole clusters else."""
    political = {name: sorted(ids) for name, ids in groups.items() if name.startswith("pn-")}
    return _political(political) | affairs(set(groups) - set(political))


def _political(groups: Mapping[str, list[str]]) -> dict[str, Affair]:
    wanted = {id_ for ids in groups.values() for id_ in ids}
    found = {
        row["id"]: analysed(polnear_document(row))
        for path in FILES[1:]
        for row in rows(path)
        if row["id"] in wanted
    }
    return {name: affair(name, [found[id_] for id_ in ids]) for name, ids in groups.items()}
