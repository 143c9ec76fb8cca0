"""Mentions by description: 'the Danish leader', 'the foreign minister', 'the ministry', 'this group'.

A description is resolved to somebody who was mentioned before and whom the article gave a role, or
whose name has a word, that the description repeats or covers; countries, genders and kinds of
ministers must not contradict it. Where two fit equally well and equally near, it stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.called import which_body
from dragoman.extract.entity.discourse import Discourse
from dragoman.extract.entity.offices import is_role_noun, noun_at, read_role
from dragoman.extract.entity.page import Cluster, Mention, RoleFound, View
from dragoman.folding import listed

_DEFINITE: Final = frozenset(("the", "this", "that"))
_BOUND: Final = listed("compound flat appos nmod:desc amod goeswith")
SURE_REACH: Final = 12
"""Sentences back for a description that repeats a role; set on the seeds and GUM's news (train)."""
COVER_REACH: Final = 5
_OFFICES: Final = frozenset(("head", "minister"))
_UNLIKE: Final = listed("plain kin head minister suspect")
"""Families whose words don't stand for one another: a king is no president."""
_SAME: Final = {
    "premier": "minister",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
}
_NO_MATTER: Final = listed("the a an of for and 's ' former prime new then u.s. us")


@dataclass(frozen=True, slots=True)
class Described:
    """A description found: its words, head noun and what it says."""

    mention: Mention
    noun: str
    role: RoleFound | None


def descriptions(view: View) -> Iterator[Described]:
    """The definite descriptions of persons and bodies in a sentence, in order."""
    for index in range(len(view)):
        if view.taken[index] or view.upos[index] not in ("NOUN", "PROPN"):
            continue
        noun = noun_at(view, index)
        if is_role_noun(view, index) and _free(view, index):
            yield from _person(view, index, noun)
        elif noun in lexicon.bodies() and _free(view, index) and _singular(view, index):
            yield from _body(view, index, noun)


def _free(view: View, index: int) -> bool:
    """Whether a noun is the head of its phrase, isn't a predicate, and belongs to no name."""
    if view.rels[index] in _BOUND or view.child(index, "cop") is not None:
        return False
    if any(named.start <= index < named.end for named in view.names):
        return False
    case = view.child(index, "case")
    if case is not None and view.lower[case] in ("as", "like", "than"):
        return False
    beside = [kid for kid in view.kids[index] if view.rels[kid] in ("appos", "flat", "nmod:desc")]
    following = index + 1 < len(view) and any(
        n.start == index + 1 and n.type == "PER" for n in view.names
    )
    return not following and not any(
        n.type == "PER" and n.start <= kid < n.end for kid in beside for n in view.names
    )


def _restricted(view: View, index: int, end: int) -> bool:
    """Whether words behind a noun say which one is meant: 'the president of that country', 'the man who'."""
    for kid in view.kids[index]:
        if (
            kid >= end
            and view.rels[kid] in ("acl", "acl:relcl", "nmod")
            and "," not in view.words[index + 1 : kid]
        ):
            return True
    return False


def _singular(view: View, index: int) -> bool:
    return view.lower[index] == view.lemmas[index].lower()


def _start(view: View, index: int) -> tuple[int, bool]:
    """Where the phrase of a noun begins, and whether it is definite."""
    start = index
    while (
        start
        and index - start < 7
        and (
            view.upos[start - 1] in ("ADJ", "NOUN", "PROPN", "NUM")
            or view.lower[start - 1] in ("'s", "-")
        )
    ):
        start -= 1
    start = min([start, *(a for a, b, _ in view.phrases if a < start < b)])
    if start and view.lower[start - 1] in _DEFINITE:
        return start - 1, True
    if start and view.upos[start - 1] in ("DET", "PRON", "NUM"):
        return start, False
    owned = any(a == start and e.kind in ("state", "demonym") for a, _, e in view.phrases)
    capital = view.words[index][0].isupper() and start != 0
    return start, owned and (capital or "'s" in view.lower[start:index])


def _complement(view: View, index: int) -> int:
    """Behind a short complement: 'the president of Turkey'."""
    if index + 2 < len(view) and view.lower[index + 1] in ("of", "for"):
        end = index + 2
        while (
            end < len(view)
            and end - index < 8
            and (
                view.upos[end] in ("PROPN", "ADJ", "NOUN") or view.lower[end] in ("the", "'s", "of")
            )
        ):
            end += 1
        if end > index + 2 and view.below(end - 1, index):
            return end
    return index + 1


def _person(view: View, index: int, noun: str) -> Iterator[Described]:
    start, definite = _start(view, index)
    if not definite or not _singular(view, index):
        return
    end = _complement(view, index)
    role = read_role(view, start, end)
    if role is not None and role.noun == noun and not _restricted(view, index, end):
        if end > index + 1 and role.country is None:
            return
        yield Described(
            Mention(view.number, start, end, index, "description", "description.role"), noun, role
        )


def _body(view: View, index: int, noun: str) -> Iterator[Described]:
    start, definite = _start(view, index)
    if definite and view.lower[start] in _DEFINITE and not _restricted(view, index, index + 1):
        yield Described(
            Mention(view.number, start, index + 1, index, "description", "description.body"),
            noun,
            None,
        )


# ---------------------------------------------------------------- who is meant


def resolve(view: View, described: Described, discourse: Discourse) -> tuple[Cluster, float] | None:
    """The cluster that a description means and how sure that is, 0 to 1; None where unsure."""
    if described.role is not None:
        return _who(described, described.role, discourse)
    return which_body(view, described.mention, described.noun, discourse)


def _who(
    described: Described, role: RoleFound, discourse: Discourse
) -> tuple[Cluster, float] | None:
    place = (described.mention.sentence, described.mention.start)
    ranked = []
    for cluster, last in discourse.recent(place, ("person",), SURE_REACH):
        strength = _strength(role, cluster)
        away = place[0] - last.sentence
        plain = lexicon.people().get(role.noun, ("", ""))[0] in ("plain", "suspect", "kin")
        if strength and (away <= (COVER_REACH if strength == 1 or plain else SURE_REACH)):
            known = int(cluster.country is not None and cluster.country == role.country)
            ranked.append((strength, known, (last.sentence, last.start), cluster))
    ranked.sort(key=lambda row: row[:3], reverse=True)
    if not ranked or ranked[0][0] == 1:
        ahead = _introduced_later(role, discourse, place)
        if ahead is not None:
            return ahead, 0.85
    if not ranked:
        known_by_name = _never_introduced(role, discourse, place)
        return (known_by_name, 0.7) if known_by_name is not None else None
    best = ranked[0]
    rivals = [row for row in ranked[1:] if row[:2] == best[:2]]
    if rivals and place[0] - best[2][0] > 1 and rivals[0][2][0] >= best[2][0] - 1:
        return None
    if rivals and best[0] == 1 and not best[1]:
        return None
    return best[3], 0.95 if best[0] > 1 else 0.85 if best[1] else 0.7


def _introduced_later(
    role: RoleFound, discourse: Discourse, place: tuple[int, int]
) -> Cluster | None:
    """The one person whom the article names only further on, with the same office of the same state."""
    if role.country is None:
        return None
    fitting = [
        cluster
        for cluster in discourse.clusters
        if cluster.kind == "person"
        and discourse.latest(cluster, place) is None
        and any(own.country == role.country for own in cluster.roles)
        and _strength(role, cluster) == 2
    ]
    return fitting[0] if len(fitting) == 1 else None


def _never_introduced(
    role: RoleFound, discourse: Discourse, place: tuple[int, int]
) -> Cluster | None:
    """The one person lately spoken of by a bare surname and nothing else, whom all readers know: the
    head of a state."""
    if role.country is None or lexicon.people().get(role.noun, ("",))[0] != "head":
        return None
    gender = person_words.gendered().get(role.noun)
    fitting = [
        cluster
        for cluster, last in discourse.recent(place, ("person",), COVER_REACH)
        if not cluster.roles
        and cluster.country is None
        and cluster.names
        and all(len(form) == 1 for form in cluster.forms)
        and (gender is None or cluster.gender in (None, gender))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _strength(role: RoleFound, cluster: Cluster) -> int:
    """2 where the description repeats a role, 1 where it covers one, 0 where it doesn't fit."""
    gender = person_words.gendered().get(role.noun)
    if (gender and cluster.gender not in (None, gender)) or (
        role.country and cluster.country not in (None, role.country)
    ):
        return 0
    best = 0
    for own in cluster.roles:
        if (role.country and own.country not in (None, role.country)) or (
            _former(own) and not _former(role)
        ):
            continue
        if _same_noun(role.noun, own.noun):
            best = max(best, 2 if _modifiers_agree(role, own) else 0)
        elif _covers(role, own):
            best = max(best, 1)
    return best


def _former(role: RoleFound) -> bool:
    return any(
        word in ("former", "ex", "late", "then") or word.startswith("ex-") for word in role.words
    )


def _same_noun(one: str, other: str) -> bool:
    return _SAME.get(one, one) == _SAME.get(other, other)


def _modifiers_agree(one: RoleFound, other: RoleFound) -> bool:
    """Whether two roles with one noun can be the same: 'foreign minister' isn't 'prime minister'."""
    if one.noun in ("minister", "secretary", "premier") or other.noun in (
        "minister",
        "secretary",
        "premier",
    ):
        return _portfolio(one) == _portfolio(other) or not _portfolio(one)
    telling = lexicon.context()
    mine = {w for w in one.words if w in telling and w != one.noun}
    theirs = {w for w in other.words if w in telling and w != other.noun}
    return not mine or not theirs or bool(mine & theirs)


def _portfolio(role: RoleFound) -> frozenset[str]:
    if role.noun == "premier":
        return frozenset(("prime",))
    kinds = lexicon.ministries() | {
        "prime",
        "state",
        "home",
        "general",
        "press",
        "attorney",
        "treasury",
    }
    return frozenset(
        {"defense": "defence", "labor": "labour"}.get(w, w) for w in role.words if w in kinds
    )


def _covers(role: RoleFound, own: RoleFound) -> bool:
    people = lexicon.people()
    mine, theirs = people.get(role.noun, ("", ""))[0], people.get(own.noun, ("", ""))[0]
    if not mine or theirs not in lexicon.covers(mine):
        return False
    if mine == theirs:
        return mine not in _UNLIKE and (
            role.country is not None or mine not in ("leader", "official")
        )
    return theirs != "minister" or mine != "leader" or "prime" in own.words or own.noun == "premier"


def join(described: Described, cluster: Cluster, score: float, discourse: Discourse) -> None:
    """Adds a resolved description to its cluster, which it also gives its role and country."""
    discourse.add(cluster, replace(described.mention, score=score))
    role = described.role
    if role is not None:
        cluster.roles.append(role)
        cluster.country = cluster.country or role.country
        cluster.sector = cluster.sector or role.sector


def unresolved(described: Described) -> Cluster | None:
    """A person known by office only ('the Danish president'): of this article, with its country."""
    role = described.role
    if role is None or role.country is None:
        return None
    if lexicon.people().get(role.noun, ("",))[0] not in _OFFICES:
        return None
    return Cluster(
        "person",
        roles=[role],
        country=role.country,
        sector=role.sector,
        gender=person_words.gendered().get(role.noun),
    )
