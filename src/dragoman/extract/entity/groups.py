"""Mentions of states and of their bodies by demonym: 'French officials', 'the Swedes', 'the French army'.

A demonym or a state's name before a word for those who act for the state ('officials') mentions the
state, by that group; before a body that every state has ('army', 'foreign ministry'), the body; before
others ('media', 'protesters') these, as an entity of that country. 'The Swedes' are the state, 'Swedes'
its people. Before any other word ('French strikes') a demonym mentions the state, by adjective.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.bodies import body_in, institution, state
from dragoman.extract.entity.lexicon import Entry
from dragoman.extract.entity.page import Cluster, Mention, View, Way
from dragoman.folding import listed
from dragoman.types import EntityKind, Span, Toponym

REACH: Final = 5
"""Words between a demonym and the noun that it goes with."""
_PEOPLES: Final[Mapping[str, tuple[str, EntityKind]]] = {
    "MED": ("media", "organisation"),
    "REB": ("rebels", "armed_group"),
    "CVL": ("people", "other"),
}
_LANGUAGE: Final = listed(
    "speak learn teach translate write language accent dialect fluent word lesson"
)


def add_groups(
    views: Sequence[View], clusters: list[Cluster], toponyms: Mapping[Span, Toponym]
) -> None:
    """Adds the mentions to the clusters, with new clusters for states and bodies not yet named."""
    keyed = {cluster.key: cluster for cluster in clusters if cluster.key is not None}
    fresh = dict(keyed)
    for view in views:
        for start, end, entry in view.phrases:
            if (
                entry.country
                and entry.kind in ("demonym", "people", "state")
                and _open(view, start, end)
            ):
                _one(view, start, end, entry, fresh)
        _possessed(view, fresh, toponyms)
    clusters += [cluster for key, cluster in fresh.items() if key not in keyed]


def _open(view: View, start: int, end: int) -> bool:
    """Whether a phrase is neither in a role nor a part of a longer name."""
    if any(view.taken[start:end]):
        return False
    return not any(
        n.start < end and start < n.end and n.end - n.start > end - start for n in view.names
    )


def _one(
    view: View, start: int, end: int, entry: Entry, clusters: dict[tuple[str, ...], Cluster]
) -> None:
    country = str(entry.country)
    noun = _noun(view, start, end, entry)
    if noun is not None and view.lower[noun - 1 : noun + 1] == ["social", "media"]:
        return
    if noun is not None and (body := _body(view, end, noun)) is not None:
        cluster = institution(clusters, country, *body)
        _add(view, cluster, start, noun, "group", "institution")
    elif noun is not None and (sector := lexicon.groups().get(view.lower[noun])) is not None:
        _group(view, start, end, noun, country, sector, clusters)
    elif entry.kind == "people" or (entry.kind == "demonym" and _plural_people(view, start, end)):
        whole = start > 0 and view.lower[start - 1] == "the"
        cluster = state(clusters, country) if whole else _of_people(clusters, country, "CVL")
        _add(view, cluster, start, end - 1, "people", "demonym.people")
    elif entry.kind == "demonym" and noun is not None and view.lemmas[noun] not in _LANGUAGE:
        mention = Mention(
            view.number, start, end, view.head_of(start, end), "adjective", "demonym.adjective"
        )
        state(clusters, country).mentions.append(mention)


def _group(
    view: View,
    start: int,
    end: int,
    noun: int,
    country: str,
    sector: str,
    clusters: dict[tuple[str, ...], Cluster],
) -> None:
    """'French officials' are the state; 'French media' and 'French protesters' are not."""
    if sector != "GOV":
        _add(view, _of_people(clusters, country, sector), start, noun, "group", f"group.{sector}")
        return
    cluster = state(clusters, country)
    place = (view.number, start, end)
    cluster.names = [n for n in cluster.names if (n.sentence, n.start, n.end) != place]
    _add(view, cluster, start, noun, "group", "group.GOV")


def _of_people(clusters: dict[tuple[str, ...], Cluster], country: str, sector: str) -> Cluster:
    """A state's media, rebels or people: entities beside the state."""
    name, kind = _PEOPLES[sector]
    key = ("institution", country, name)
    return clusters.setdefault(key, Cluster(kind, key, country=country, sector=sector))


def _noun(view: View, start: int, end: int, entry: Entry) -> int | None:
    """The noun that a demonym or a state's name stands before."""
    head = view.head_of(start, end)
    governor = view.heads[head]
    owner = entry.kind == "state"
    if view.rels[head] == "nmod:poss" or (end < len(view) and view.lower[end] == "'s"):
        ok = view.rels[head] == "nmod:poss" and owner
    else:
        ok = view.rels[head].partition(":")[0] in ("amod", "compound", "nmod")
    if not ok or not end <= governor < end + REACH or view.upos[governor] not in ("NOUN", "PROPN"):
        return None
    between = view.upos[end:governor]
    return (
        governor if all(tag in ("ADJ", "NOUN", "PROPN", "PART", "ADV") for tag in between) else None
    )


def _body(view: View, end: int, noun: int) -> tuple[str, str] | None:
    """The state's body that the words up to a noun name."""
    start = end + 1 if end <= noun and view.lower[end] in ("'s", "'") else end
    if any(start <= named.start < noun for named in view.names):
        return None
    for first in range(max(start, noun - 2), noun + 1):
        if (body := body_in(view.lower[first : noun + 1])) is not None:
            return body
    return None


def _plural_people(view: View, start: int, end: int) -> bool:
    """'the French' as people: behind 'the', with nothing that it goes with."""
    head = view.head_of(start, end)
    return (
        start > 0
        and view.lower[start - 1] == "the"
        and view.rels[head].partition(":")[0] in ("nsubj", "obj", "obl", "nmod", "conj")
    )


def _add(view: View, cluster: Cluster, start: int, noun: int, way: Way, rule: str) -> None:
    if any(view.taken[start : noun + 1]):
        return
    first = (
        start - 1
        if start and view.lower[start - 1] in ("the", "some", "many", "several")
        else start
    )
    cluster.mentions.append(Mention(view.number, first, noun + 1, noun, way, rule))
    view.take(range(start, noun + 1))


def _possessed(
    view: View,
    clusters: dict[tuple[str, ...], Cluster],
    toponyms: Mapping[Span, Toponym],
) -> None:
    """Ministries without a demonym: 'Sicily’s health ministry', 'the health ministry in Sicily'."""
    for index, word in enumerate(view.lower):
        if (
            word != "ministry"
            or view.taken[index]
            or index == 0
            or view.lower[index - 1] not in lexicon.ministries()
        ):
            continue
        if any(n.start <= index < n.end for n in view.names) or view.rels[index] == "compound":
            continue
        body = body_in(view.lower[index - 1 : index + 1])
        country = _owner(view, index, toponyms)
        if body is not None and country is not None:
            first = min(
                [i for i in view.subtree(index) if i <= index and i >= index - 8] or [index]
            )
            cluster = institution(clusters, country, *body)
            cluster.mentions.append(
                Mention(view.number, first, index + 1, index, "group", "institution")
            )
            view.take(range(first, index + 1))


def _owner(view: View, noun: int, toponyms: Mapping[Span, Toponym]) -> str | None:
    """The state of the place that owns a body ('Sicily’s …') or that it is in ('… in Sicily')."""
    for named in view.names:
        head = view.head_of(named.start, named.end)
        if (
            named.type != "LOC"
            or view.heads[head] != noun
            or not view.rels[head].startswith("nmod")
        ):
            continue
        if named.entry is not None and named.entry.country:
            return named.entry.country
        toponym = toponyms.get(view.span(named.start, named.end))
        if toponym is not None and toponym.country is not None:
            return toponym.country
    return None
