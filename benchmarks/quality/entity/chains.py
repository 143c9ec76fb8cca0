"""Which gold chain each of our clusters is, by the names that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmarks.quality.entity.corpus import Document, Gold
from dragoman.extract.entity.page import Cluster, Mention, View

TITLES = 40
"""Characters of the longest title before a name."""
PRONOUNS = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
    ]
)


def heads(document: Document) -> dict[tuple[int, int], Gold]:
    """The smallest mention for every head."""
    found: dict[tuple[int, int], Gold] = {}
    for gold in document.mentions:
        old = found.get(gold.head)
        if old is None or gold.end - gold.start < old.end - old.start:
            found[gold.head] = gold
    return found


Heads = Mapping[tuple[int, int], Gold]


def chain_at(view: View, mention: Mention, gold: Heads) -> Gold | None:
    """The gold mention whose head is our mention's head or another of its words.

    For a name without its title ('Secretary [Cardona]') the mention that ends with it.
    """
    for index in (mention.head, *range(mention.start, mention.end)):
        start, end = view.span(index, index + 1)
        if (found := gold.get((start, end))) is not None:
            return found
    if mention.way != "name":
        return None
    start, end = view.span(mention.start, mention.end)
    around = [
        g
        for g in gold.values()
        if g.end == end and start - TITLES <= g.start < start and g.tag == "PROPN"
    ]
    return min(around, key=lambda g: g.end - g.start, default=None)


def chains_of(
    views: Sequence[View], clusters: Sequence[Cluster], document: Document
) -> dict[int, str]:
    """id(cluster) → the chain that most of its names are in."""
    gold = heads(document)
    found: dict[int, str] = {}
    for cluster in clusters:
        votes = Counter(
            hit.chain
            for mention in cluster.mentions
            if mention.way in ("name", "metonym", "adjective")
            and (hit := chain_at(views[mention.sentence], mention, gold)) is not None
        )
        if votes:
            found[id(cluster)] = votes.most_common(1)[0][0]
    return found


def is_pronoun(document: Document, gold: Gold) -> bool:
    """Whether a gold mention is a third-person pronoun."""
    return document.text[gold.start : gold.end].lower() in PRONOUNS
