"""The article read from left to right: who was mentioned last, and how often."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from dragoman.extract.entity.page import Cluster, Mention

Place = tuple[int, int]


class Discourse:
    """The mentions of each cluster, in order; descriptions and pronouns join as they are resolved."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self.clusters = list(clusters)
        self._places: dict[int, list[tuple[Place, int]]] = {}
        self._at: dict[Place, Cluster] = {}
        for cluster in self.clusters:
            self._places[id(cluster)] = sorted(
                ((m.sentence, m.start), i) for i, m in enumerate(cluster.mentions)
            )
            for mention in cluster.mentions:
                self._stand(cluster, mention)

    def begin(self, cluster: Cluster) -> None:
        """Takes in a new cluster."""
        self.clusters.append(cluster)
        self._places[id(cluster)] = []

    def add(self, cluster: Cluster, mention: Mention) -> None:
        """Takes in a new mention."""
        cluster.mentions.append(mention)
        self._stand(cluster, mention)
        insort(
            self._places[id(cluster)],
            ((mention.sentence, mention.start), len(cluster.mentions) - 1),
        )

    def at(self, sentence: int, word: int) -> Cluster | None:
        """The cluster of the mention whose head is a word, or else that it stands in; None without one."""
        return self._at.get((sentence, word))

    def _stand(self, cluster: Cluster, mention: Mention) -> None:
        for word in range(mention.start, mention.end):
            self._at.setdefault((mention.sentence, word), cluster)
        self._at[mention.sentence, mention.head] = cluster

    def latest(self, cluster: Cluster, before: Place) -> Mention | None:
        """The last mention of a cluster that begins before a place."""
        places = self._places[id(cluster)]
        index = bisect_left(places, (before, -1))
        return cluster.mentions[places[index - 1][1]] if index else None

    def count(self, cluster: Cluster, before: Place) -> int:
        """How often a cluster was mentioned before a place."""
        return bisect_left(self._places[id(cluster)], (before, -1))

    def recent(
        self, before: Place, kinds: Iterable[str], sentences: int
    ) -> Iterator[tuple[Cluster, Mention]]:
        """Clusters of some kinds last mentioned at most `sentences` sentences ago, with that mention."""
        wanted = frozenset(kinds)
        for cluster in self.clusters:
            if (
                cluster.kind in wanted
                and (last := self.latest(cluster, before)) is not None
                and before[0] - last.sentence <= sentences
            ):
                yield cluster, last
