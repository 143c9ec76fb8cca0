"""One cluster for each person: full names, surnames, spellings, first names, titles.

A name joins a fuller one that it can be a form of; two full names that differ in the given name are
two people. A surname that fits several people goes to the one whose title's gender fits, then to the
one named last. Only the article's own words decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.offices import affiliation
from dragoman.extract.entity.page import Cluster, Named, RoleFound, View
from dragoman.extract.entity.roles import roles_of
from dragoman.folding import near, parts

STILL: Final = 6
"""Sentences after which a person isn't spoken of any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A person's name with what its sentence says of it."""

    named: Named
    parts: tuple[str, ...]
    roles: tuple[RoleFound, ...]
    gender: str | None
    belongs: tuple[str | None, str | None]


def persons(views: Sequence[View], names: Sequence[Named]) -> list[Cluster]:
    """Clusters of the names of persons, in order of first mention."""
    seen = [_seen(views[named.sentence], named) for named in names if named.type == "PER"]
    seen = [one for one in seen if one.parts]
    clusters: list[Cluster] = []
    for one in sorted(seen, key=lambda one: (-_fullness(one.parts), one.named.place)):
        if _fullness(one.parts) > 1:
            _join(one, clusters)
    for one in seen:
        if _fullness(one.parts) <= 1:
            _join(one, clusters)
    for cluster in clusters:
        _settle(cluster)
    return sorted(clusters, key=lambda cluster: cluster.names[0].place)


def _seen(view: View, named: Named) -> Seen:
    others = [name for name in view.names if name is not named]
    roles = tuple(roles_of(view, named, others))
    return Seen(
        named, parts(named.text), roles, _gender(view, named, roles), affiliation(view, named)
    )


def _fullness(name: Sequence[str]) -> int:
    return sum(len(part) > 1 for part in name)


def _gender(view: View, named: Named, roles: Iterable[RoleFound]) -> str | None:
    """From the honorific, a gendered noun of a role, then the given name."""
    if named.start and (title := person_words.honorifics().get(view.lower[named.start - 1])):
        return title
    if title := person_words.honorifics().get(view.lower[named.start]):
        return title
    for role in roles:
        if (gender := person_words.gendered().get(role.noun)) is not None:
            return gender
    return person_words.gender_of_given(named.words[0]) if len(named.words) > 1 else None


def _join(one: Seen, clusters: list[Cluster]) -> None:
    """Adds a name to the cluster it is a form of, or begins one."""
    fitting = [
        cluster for cluster in clusters if any(fits(one.parts, form) for form in cluster.forms)
    ]
    chosen = _choose(one, fitting)
    if chosen is None:
        chosen = Cluster("person")
        clusters.append(chosen)
    chosen.names.append(one.named)
    chosen.names.sort(key=lambda named: named.place)
    if one.parts not in chosen.forms:
        chosen.forms.append(one.parts)
    chosen.roles += one.roles
    if one.gender is not None and (
        chosen.gender is None or (one.named.start and len(one.parts) == 1)
    ):
        chosen.gender = chosen.gender or one.gender
    if one.belongs != (None, None):
        chosen.country, chosen.sector = (
            chosen.country or one.belongs[0],
            chosen.sector or one.belongs[1],
        )


def _choose(one: Seen, fitting: Sequence[Cluster]) -> Cluster | None:
    """The best of the clusters a name may belong to."""
    agreeing = [c for c in fitting if one.gender is None or c.gender in (None, one.gender)]
    if len(one.parts) > 1 or len(agreeing) <= 1:
        return agreeing[0] if agreeing else None
    exact = [c for c in agreeing if any(form[-1] == one.parts[0] for form in c.forms)]
    return _of_the_name(exact or agreeing, one.named)


def _of_the_name(clusters: Sequence[Cluster], named: Named) -> Cluster:
    """Whom a bare surname means: who was introduced first and is still spoken of, else who came last."""
    first = min(clusters, key=lambda cluster: cluster.names[0].place)
    last = max(clusters, key=lambda cluster: _latest(cluster, named))
    before = [other.sentence for other in first.names if other.place < named.place]
    return first if before and named.sentence - max(before) <= STILL else last


def _latest(cluster: Cluster, named: Named) -> tuple[int, tuple[int, int]]:
    """How near before a name the cluster was named; clusters named only later come last."""
    before = [other.place for other in cluster.names if other.place < named.place]
    return (1, max(before)) if before else (0, (-cluster.names[0].sentence, 0))


def fits(name: Sequence[str], form: Sequence[str]) -> bool:
    """Whether a name can be a form of a name at least as full."""
    if len(name) > len(form):
        name, form = form, name
    if len(name) == 1:
        return _single(name[0], form)
    if near(name[-1], form[-1]) and _given(name[0], form[:-1]) and _middle(name[1:-1], form[1:-1]):
        return True
    return len(name) < len(form) and _inside(name, form)


def _single(part: str, form: Sequence[str]) -> bool:
    return any(part == other for other in form) or near(part, form[-1])


def _given(given: str, before: Sequence[str]) -> bool:
    """Whether a given name is one of those before the surname: whole, as an initial or in another form."""
    first = before[0]
    if any(near(given, other) for other in before):
        return True
    if len(given) == 1 or len(first) == 1:
        return given[0] == first[0]
    return first in person_words.variants().get(given, ()) or (
        min(len(given), len(first)) > 2 and (first.startswith(given) or given.startswith(first))
    )


def _middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether middle names don't contradict each other."""
    if not one or not other:
        return True
    return len(one) != len(other) or all(
        a[0] == b[0] and (near(a, b) or 1 in (len(a), len(b)))
        for a, b in zip(one, other, strict=True)
    )


def _inside(name: Sequence[str], form: Sequence[str]) -> bool:
    """Whether a name is the end or the beginning of a fuller one ('Xi' no; 'García Márquez', 'Jean Claude')."""
    size = len(name)
    return tuple(form[-size:]) == tuple(name) or tuple(form[:size]) == tuple(name)


def _settle(cluster: Cluster) -> None:
    """Takes country and sector from the roles, the first that say one."""
    cluster.roles.sort(key=lambda role: (role.sentence, role.start))
    offices = [role for role in cluster.roles if role.noun not in _kin()]
    cluster.country = next((role.country for role in offices if role.country), cluster.country)
    cluster.sector = next((role.sector for role in offices if role.sector), cluster.sector)


@cache
def _kin() -> frozenset[str]:
    return frozenset(noun for noun, (family, _) in lexicon.people().items() if family == "kin")


def fullest(cluster: Cluster) -> Named:
    """The fullest name; of equals the one that stands first."""
    return max(
        cluster.names,
        key=lambda named: (
            _fullness(parts(named.text)),
            len(named.words),
            -named.sentence,
            -named.start,
        ),
    )


def person_key(cluster: Cluster) -> tuple[str, ...] | None:
    """What makes a person the same in another article: a full name of two parts or more, folded.

    None where the article gives only one part, or an initial for the given name: then the person is
    known in this article only.
    """
    whole = [part for part in parts(fullest(cluster).text) if len(part) > 1]
    first = parts(fullest(cluster).text)[0]
    return ("person", " ".join(whole)) if len(whole) > 1 and len(first) > 1 else None
