"""The labelled clusters as affairs: their articles analysed, with the origins that derivations give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import ARTICLES, cluster_document, rows
from dragoman.link.derivation import Derivations
from dragoman.linking import Affair, Told
from dragoman.types import Analysis, Derivation

JOINING = frozenset({"copy", "rewrite", "shared_source"})


def affairs(clusters: Iterable[str]) -> dict[str, Affair]:
    """The clusters of these names, each as one affair."""
    wanted = sorted(set(clusters))
    members: dict[str, list[Analysis]] = defaultdict(list)
    for row in rows(ARTICLES):
        if row["cluster"] in wanted:
            members[row["cluster"]].append(analysed(cluster_document(row)))
    return {name: affair(name, members[name]) for name in wanted}


def affair(name: str, analyses: Iterable[Analysis]) -> Affair:
    """Some analyses as one affair with one story; articles that derivations join share an origin."""
    ordered = sorted(analyses, key=lambda a: a.article.id)
    compare = Derivations().compare
    found = [f for one, other in combinations(ordered, 2) for f in compare(one, other).facts]
    derivations = sorted((f for f in found if isinstance(f, Derivation)), key=lambda d: d.id)
    origins = _origins([a.article.id for a in ordered], derivations)
    told = (Told(analysis=a, origin=origins[a.article.id], story=name) for a in ordered)
    return Affair(id=name, members=tuple(told), stories=(), derivations=tuple(derivations))


def _origins(ids: Sequence[str], derivations: Iterable[Derivation]) -> dict[str, str]:
    origins = {id_: id_ for id_ in ids}
    for derivation in derivations:
        if derivation.kind in JOINING:
            one, other = sorted((origins[derivation.from_], origins[derivation.to]))
            origins = {id_: one if o == other else o for id_, o in origins.items()}
    return origins
