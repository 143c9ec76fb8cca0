"""Which organisation a description means: 'the ministry', 'this group', 'the company'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.discourse import Discourse
from dragoman.extract.entity.page import Cluster, Mention, Named, View
from dragoman.folding import fold, listed

BODY_REACH: Final = 3
_GENERIC: Final = listed("group organisation organization agency body company firm")
_BY_NAME: Final = listed(
    "group organisation organization movement party militia network company firm agency alliance"
)
_TRADE: Final = {
    **dict.fromkeys(("company", "firm", "corporation"), "BUS"),
    **dict.fromkeys(("newspaper", "paper", "magazine"), "MED"),
}
"""Nouns that any body of a sector goes by."""
OFTEN: Final = 2
"""Mentions that make an organisation the one spoken of."""
AHEAD: Final = 3
"""Times as many as any other near."""


def which_body(
    view: View, mention: Mention, noun: str, discourse: Discourse
) -> tuple[Cluster, float] | None:
    """The organisation that 'the ministry', 'this group', 'the company' means; None where unsure."""
    place = (mention.sentence, mention.start)
    within = [n for n in view.names if mention.start <= n.start and n.end <= mention.head]
    if within:
        return _named_within(within, discourse) if noun in _BY_NAME else None
    inside = view.lower[mention.start + 1 : mention.head]
    telling = {
        fold(word) for word in inside if word in lexicon.ministries() or word in lexicon.context()
    }
    recent = [
        (last.sentence, last.start, cluster)
        for cluster, last in discourse.recent(place, ("organisation", "armed_group"), BODY_REACH)
    ]
    fitting = [row for row in recent if _called(row[2], noun) and _agrees(row[2], telling)]
    if not fitting and noun in _TRADE and not inside and view.lower[mention.start] == "the":
        doer = discourse.at(view.number, _subject_over(view, mention.head))
        found = _main(recent, _TRADE[noun], discourse, place)
        return found if found is not None and found[0] is not doer else None
    if not fitting or (inside and not telling and noun not in _GENERIC):
        return None
    fitting.sort(key=lambda row: row[:2], reverse=True)
    if len(fitting) > 1 and fitting[0][0] == fitting[1][0]:
        return None
    if noun in _GENERIC and max(recent, key=lambda row: row[:2])[2] is not fitting[0][2]:
        return None
    return fitting[0][2], 0.85


def _main(
    recent: Sequence[tuple[int, int, Cluster]],
    sector: str,
    discourse: Discourse,
    place: tuple[int, int],
) -> tuple[Cluster, float] | None:
    """The company or paper of which the text has spoken most by far, where it was named lately.

    A name that never says anything in the article may be a product's.
    """
    able = (None, "BUS") if sector == "BUS" else (sector,)
    fitting = [c for *_, c in recent if c.speaks and c.sector in able]
    counted = sorted(((discourse.count(c, place), c) for c in fitting), key=_first, reverse=True)
    if not counted or counted[0][0] < OFTEN:
        return None
    rival = counted[1][0] if len(counted) > 1 else 0
    return (counted[0][1], 0.85) if counted[0][0] >= AHEAD * rival else None


def _subject_over(view: View, index: int) -> int:
    """The subject of the clause that a word stands in, -1 where it is that itself or there is none."""
    for word in view.up(index):
        if view.rels[word].startswith("nsubj"):
            return -1
        above = view.heads[word]
        if above >= 0 and (subject := view.child(above, "nsubj")) is not None:
            return subject
    return -1


def _first(row: tuple[int, Cluster]) -> int:
    return row[0]


def _named_within(within: Sequence[Named], discourse: Discourse) -> tuple[Cluster, float] | None:
    """'the X group' is X, where X is an organisation."""
    for cluster in discourse.clusters:
        if cluster.kind in ("organisation", "armed_group") and within[-1] in cluster.names:
            return cluster, 0.95
    return None


def _called(cluster: Cluster, noun: str) -> bool:
    if noun in cluster.nouns:
        return True
    if cluster.key is not None and cluster.key[0] == "institution":
        return noun in cluster.key[2].split()
    if cluster.kind == "armed_group":
        return noun in ("group", "movement", "organisation", "organization", "militia")
    return cluster.key is not None and noun in lexicon.called().get(cluster.key[-1], ())


def _agrees(cluster: Cluster, telling: set[str]) -> bool:
    """Whether words such as 'foreign' in 'the foreign ministry' are among the body's own."""
    if not telling or cluster.kind == "armed_group":
        return True
    own = {fold(word) for named in cluster.names for word in named.words} | set(
        (cluster.key or ("",))[-1].lower().split()
    )
    return bool(telling & (own | cluster.nouns)) or not cluster.names
